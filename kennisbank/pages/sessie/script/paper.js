// The two hand-outs. They stand in the page and show on paper only; the button says which (`body[data-druk]`).

import { fill } from "../../../parts/script/fill.js";
import { qr } from "../../../parts/script/qr.js";
import { addressOf, duur, layOut, heading, subtitle, times } from "./output.js";
import { groups, total, verhaalOf, voorbeeldOf, werkvormOf } from "./plan.js";
import { name, question, reason, vragen } from "./reasons.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Data} Data */
/** @typedef {(item: Item) => string} Samenvatting */
/** @typedef {(item: Item) => (Text | HTMLElement)[] | undefined} Steps */
/** @typedef {(name: string) => HTMLTemplateElement} Template */

/**
 * Fill both hand-outs. `samenvatting` gives that of a story or an example, and `steps` the steps of a werkvorm or the text
 * of an example, if it was fetched.
 * @param {Element} host
 * @param {Element} participants
 * @param {Template} template
 * @param {{ items: readonly Item[], wish: Wish, data: Data, address: string, samenvatting: Samenvatting, steps: Steps }} everything
 */
export function fillPaper(host, participants, template, { items, wish, data, address, samenvatting, steps }) {
  const head = { kop: heading(wish), onder: subtitle(wish, total(items)) };
  const { materiaal, beforehand } = layOut(items, data);
  const delen = document.createDocumentFragment();
  delen.append(...parts(template("deel"), items, wish, data, samenvatting, steps));
  const forHost = fill(template("begeleider"), {
    ...head,
    rijen: rows(items, wish, data, (_, i) => reason(items, i, wish, data), () => ""),
    materiaal,
    groepen: items.some((item) => groups(wish.mensen, werkvormOf(item, data)?.groep ?? [0, Infinity]) > 1),
    vooraf: beforehand,
    delen,
  });
  host.replaceChildren(...forHost.children);
  const code = qr(address, "QR-code van dit programma");
  const forParticipants = fill(template("deelnemers"), {
    ...head,
    rijen: rows(items, wish, data, samenvatting, (item) => question(item, data)),
    vragen: vragen(items, wish, data).map(({ vraag }) => vraag),
    qr: code,
    zonder_qr: !code,
    adres: address,
  });
  participants.replaceChildren(...forParticipants.children);
}

/**
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 * @param {(item: Item, i: number) => string} at
 * @param {(item: Item) => string} asked
 */
function rows(items, wish, data, at, asked) {
  const when = times(items, wish.begin);
  return items.map((item, i) => ({ wanneer: when[i], duur: duur(item.minutes), naam: name(item, data), tekst: at(item, i), vraag: asked(item) }));
}

/**
 * The minutes that steps name, together; nothing where none names any.
 * @param {readonly (Text | HTMLElement)[]} steps
 */
function sum(steps) {
  const found = steps.flatMap((part) => [...part.textContent.matchAll(/\((\d{1,3}) minu(?:ten|ut)\)/g)]);
  return found.reduce((everything, [, minutes]) => everything + Number(minutes), 0);
}

/**
 * How to lead each werkvorm, what each story is about, and each example, in the order of the programme.
 * @param {HTMLTemplateElement} template
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 * @param {Samenvatting} samenvatting
 * @param {Steps} steps
 */
function parts(template, items, wish, data, samenvatting, steps) {
  return /** @type {(Item & { slug: string })[]} */ (items.filter(({ slug }) => slug)).map((item) => {
    const werkvorm = werkvormOf(item, data);
    const own = steps(item);
    const together = werkvorm ? sum(own ?? []) : 0;
    const stappen = document.createDocumentFragment();
    stappen.append(...(own ?? []));
    return fill(template, {
      naam: name(item, data),
      waar_en_duur: [verhaalOf(item, data)?.plaats, duur(item.minutes)].filter(Boolean).join(", "),
      online: wish.online && werkvorm?.online,
      samen: together > 0 && together !== item.minutes && duur(together),
      minuten: item.minutes,
      samenvatting: item.soort === "verhaal" && samenvatting(item),
      stappen,
      vragen: voorbeeldOf(item, data)?.gesprek.slice(1) ?? [],
      adres: werkvorm && !own && addressOf(item, ""),
      tekst_adres: item.soort === "voorbeeld" && !own && addressOf(item, ""),
    });
  });
}
