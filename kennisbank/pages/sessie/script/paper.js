// The sheets of a host and of participants. They stand in the page and show on paper only; the button says which
// (`body[data-druk]`).

import { capital, circles, counted, piles } from "../../../parts/knipvel/script/sheets.js";
import { fill } from "../../../parts/script/fill.js";
import { qr } from "../../../parts/script/qr.js";
import { makeSteps } from "../../../parts/vel/script/steps.js";
import { addressOf, clock, duur, layOut, heading, subtitle, times } from "./output.js";
import { groups, total, verhaalOf, voorbeeldOf, werkvormOf } from "./plan.js";
import { enumeration, name, question, reason, vragen } from "./reasons.js";
import { fit, shorter } from "./timing.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Data} Data */
/** @typedef {import("../../../outputs/scripts.d.ts").Tekstdeel} Tekstdeel */
/** @typedef {import("../../../outputs/scripts.d.ts").WerkvormGegevens} WerkvormGegevens */
/** @typedef {(item: Item) => string} Samenvatting */
/** @typedef {(item: Item) => WerkvormGegevens | undefined} Gegevens */
/** @typedef {(item: Item) => readonly Tekstdeel[] | undefined} Tekst */
/** @typedef {(name: string) => HTMLTemplateElement} Template */
/** @typedef {{ items: readonly Item[], wish: Wish, data: Data, address: string, samenvatting: Samenvatting, gegevens: Gegevens, tekst: Tekst, gesprek: (item: Item) => readonly string[], root: string }} Everything */

/** What the material of a werkvorm calls the cards of the ruimtes. */
const CARDS = /^(?:de )?(?:[a-z]+ )?kaarten(?: van de ruimtes)?$/;
const PRINT_CARDS = "ruimte/kaarten/afdrukken/";
/** How a variation begins that takes less time. */
const QUICK = /kort|eerder|minder|\bminuten/i;
const ONLINE = /^online/i;

/**
 * Fill the sheets. `samenvatting` gives that of a story or an example and `gesprek` its own questions, `gegevens` what was
 * fetched of a werkvorm, and `tekst` the text of an example, if they have come.
 * @param {Element} host
 * @param {Element} participants
 * @param {Template} template
 * @param {Everything} everything
 */
export function fillPaper(host, participants, template, everything) {
  const { items, wish, data, address, samenvatting, root, gegevens } = everything;
  const head = { kop: heading(wish), onder: subtitle(wish, total(items)) };
  const { materiaal, beforehand } = layOut(items, data);
  const delen = document.createDocumentFragment();
  delen.append(...parts(template("deel"), everything));
  const inParts = Math.max(1, ...items.map((item) => groups(wish.mensen, werkvormOf(item, data)?.groep ?? [0, Infinity])));
  const forHost = fill(template("begeleider"), {
    ...head,
    vraag: wish.vraag,
    rijen: rows(items, wish, data, (_, i) => reason(items, i, wish, data), () => "", true),
    materiaal,
    kaarten: !wish.online && materiaal.some((thing) => CARDS.test(thing)) && root + PRINT_CARDS,
    kopieren: wish.online ? [] : toCopy(items, wish, data, gegevens),
    online: wish.online && address,
    groepen: inParts > 1 ? circles(wish.mensen, Math.ceil(wish.mensen / inParts)).map((mensen, i) => ({ nummer: i + 1, mensen })) : [],
    vooraf: [...beforehand, ...earlier(items, gegevens)],
    delen,
  });
  host.replaceChildren(...forHost.children);
  const code = qr(address, "QR-code van dit programma");
  const forParticipants = fill(template("deelnemers"), {
    ...head,
    rijen: rows(items, wish, data, samenvatting, (item) => question(item, data), false),
    vragen: vragen(items, wish, data).map(({ vraag }) => vraag),
    qr: code,
    zonder_qr: !code,
    adres: address,
  });
  participants.replaceChildren(...forParticipants.children);
}

/**
 * What must be done days or weeks before, where it was fetched.
 * @param {readonly Item[]} items
 * @param {Gegevens} gegevens
 */
function earlier(items, gegevens) {
  const found = items.map(gegevens).filter((werkvorm) => werkvorm?.vooraf);
  return [...new Set(found)].map((werkvorm) => ({ titel: werkvorm?.titel ?? "", voorbereiding: werkvorm?.vooraf ?? "" }));
}

/**
 * What to copy and to cut, with how many of each.
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 * @param {Gegevens} gegevens
 */
function toCopy(items, wish, data, gegevens) {
  const times = `${wish.mensen} × kopiëren`;
  const texts = items.filter(({ soort }) => soort === "verhaal" || soort === "voorbeeld").map((item) => `${name(item, data)}: ${times}`);
  const things = [...new Set(items.map(gegevens))].flatMap((werkvorm) =>
    (werkvorm?.uitreiken ?? []).map((thing) => {
      const { wat, stuks } = counted(thing, /** @type {WerkvormGegevens} */ (werkvorm), wish.mensen);
      return `${wat}: ${stuks}`;
    }));
  return [...new Set(texts), ...things, `Programma voor deelnemers: ${times}`];
}

/**
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 * @param {(item: Item, i: number) => string} at
 * @param {(item: Item) => string} asked
 * @param {boolean} own whether the notes of the host are shown
 */
function rows(items, wish, data, at, asked, own) {
  const when = times(items, wish.begin);
  return items.map((item, i) => ({ wanneer: when[i], duur: duur(item.minutes), naam: name(item, data), tekst: at(item, i), vraag: asked(item), notitie: own && item.note ? `Notitie: ${item.note}` : "" }));
}

/**
 * How to lead each werkvorm, what each story is about, and each example, in the order of the programme.
 * @param {HTMLTemplateElement} template
 * @param {Everything} everything
 */
function parts(template, { items, wish, data, samenvatting, gegevens, tekst, gesprek, root }) {
  return items.flatMap((item, i) => {
    if (!item.slug) return [];
    const werkvorm = gegevens(item);
    const when = times(items, wish.begin)[i];
    const text = tekst(item);
    const stappen = document.createDocumentFragment();
    if (text) stappen.append(...makeSteps(text));
    return [fill(template, {
      naam: name(item, data),
      waar_en_duur: [verhaalOf(item, data)?.plaats, when, duur(item.minutes)].filter(Boolean).join(", "),
      samenvatting: item.soort === "verhaal" && samenvatting(item),
      tekst: stappen.hasChildNodes() && stappen,
      ...lead(item, werkvorm, wish, data, total(items.slice(0, i))),
      gesprek: item.soort === "verhaal" ? gesprek(item) : (voorbeeldOf(item, data)?.gesprek ?? []),
      adres: METHODS.has(item.soort) && !werkvorm && addressOf(item, root),
      tekst_adres: item.soort === "voorbeeld" && !text?.length && addressOf(item, root),
    })];
  });
}

const METHODS = new Set(["werkvorm", "welkom", "oogst"]);

/**
 * How a werkvorm is led in this programme.
 * @param {Item} item
 * @param {WerkvormGegevens | undefined} werkvorm
 * @param {Wish} wish
 * @param {Data} data
 * @param {number} begun minutes after the beginning
 */
function lead(item, werkvorm, wish, data, begun) {
  const planned = werkvormOf(item, data);
  const { stappen, route } = fit(werkvorm?.verloop ?? [], item.minutes);
  let now = begun;
  const taken = stappen.map(({ nummer, naam, tijd, tussendoor, tekst }) => {
    const when = wish.begin && tijd ? `${clock(wish.begin, now)}, ` : "";
    now += tijd;
    const minuten = tussendoor ? "tussendoor" : tijd ? `${when}${duur(tijd)}` : "sla over";
    return { nummer, naam, minuten, tekst };
  });
  const loose = document.createDocumentFragment();
  if (werkvorm && !taken.length) loose.append(...makeSteps(werkvorm.stappen));
  const chapter = (/** @type {string} */ which) => werkvorm?.hoofdstukken.find(({ naam }) => naam === which)?.delen ?? [];
  const own = document.createDocumentFragment();
  own.append(...makeSteps(chapter("vragen")));
  const care = document.createDocumentFragment();
  care.append(...makeSteps(chapter("let-op")));
  const variations = bullets(chapter("variatie"));
  const quick = variations.filter(({ kop }) => QUICK.test(kop)).map(({ kop, tekst }) => `${kop} ${tekst}`);
  return {
    groepen: werkvorm ? seated(werkvorm, wish.mensen, groups(wish.mensen, planned?.groep ?? [0, Infinity])) : "",
    online: wish.online && (variations.find(({ kop }) => ONLINE.test(kop))?.tekst ?? planned?.online),
    route: ROUTES[route],
    delen: werkvorm && werkvorm.delen > 1 && `Dit is verdeeld over ${werkvorm.delen} bijeenkomsten.`,
    stappen: taken,
    los: loose.hasChildNodes() && loose,
    uitreiken: werkvorm && !wish.online ? werkvorm.uitreiken.map((thing) => counted(thing, werkvorm, wish.mensen)) : [],
    vragen: own.hasChildNodes() && own,
    let_op: care.hasChildNodes() && care,
    tijdnood: [shorter(stappen), ...quick].filter(Boolean).join(" "),
  };
}

/** @type {Record<import("./timing.js").Route, string>} */
const ROUTES = { heel: "", kort: "Er is minder tijd dan voor alle stappen: dit zijn de minuten die passen.", krap: "Let op: er is minder tijd dan de korte route vraagt. Kies zelf wat je weglaat." };

/**
 * How people sit, when it is not all in one circle.
 * @param {WerkvormGegevens} werkvorm
 * @param {number} people
 * @param {number} hosts
 */
function seated(werkvorm, people, hosts) {
  const there = circles(people, werkvorm.hoogstens);
  const said = [];
  if (there.length > 1) said.push(`${there.length} kringen van ${enumeration([...new Set(there)].map(String))} mensen${hosts > 1 ? `, met ${hosts} begeleiders` : ""}`);
  if (werkvorm.samen) {
    const number = piles("groepje", werkvorm, people);
    said.push(`${number} ${werkvorm.samen === 2 ? (number === 1 ? "tweetal" : "tweetallen") : `${number === 1 ? "groepje" : "groepjes"} van ${werkvorm.samen}`}`);
  }
  return said.length ? `${capital(said.join("; "))}.` : "";
}

/**
 * The items of the lists in a text: what each begins with in bold, and the rest of it.
 * @param {readonly Tekstdeel[]} parts
 */
function bullets(parts) {
  return parts.filter(({ soort }) => soort === "lijst").flatMap(({ delen }) => delen).map(({ delen: [first, ...rest] }) => ({
    kop: first?.soort === "sterk" ? words(first) : "",
    tekst: (first?.soort === "sterk" ? rest : [first, ...rest]).map(words).join("").trim(),
  }));
}

/**
 * @param {Tekstdeel} part
 * @returns {string}
 */
const words = (part) => part.tekst + part.delen.map(words).join("");
