// The planner of a session: wishes in, a programme out, and the address always says exactly what is shown.

import { actueel, eerder } from "../../../parts/script/address.js";
import { maak as el } from "../../../parts/script/elements.js";
import { maakStappen } from "../../../parts/vel/script/steps.js";
import { maakBronnen } from "./sources.js";
import { maakErbij } from "./additions.js";
import { naStap, richt, toonLijst } from "./list.js";
import { maakMee } from "./takeaway.js";
import { vulPapier } from "./paper.js";
import { FUNCTIES, MENSEN, TIJD, grenzen, maak, totaal, verdeel, wissel } from "./plan.js";
import { naam } from "./reasons.js";
import { GENOEMD, MEESTE, lees, schrijf, teLang, weggelaten } from "./state.js";
import { duur, kop, ondertitel } from "./output.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wens} Wens */
/** @typedef {import("./state.js").Start} Start */
/** @typedef {import("../../../outputs/scripts.d.ts").Tekstdeel} Tekstdeel */
/** @typedef {import("./plan.js").Verhaal & { samenvatting: string }} Opgehaald */

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
const vind = (id) => /** @type {T} */ (document.getElementById(`rb-${id}`));
const pagina = vind("sessie");
/** @typedef {HTMLFormElement & { tijd: HTMLInputElement, mensen: HTMLInputElement, functie: RadioNodeList, waar: RadioNodeList }} Wensen */
const formulier = /** @type {Wensen} */ (vind("wens"));
const programma = vind("programma");
const lijst = vind("lijst");
const wortel = new URL(`${pagina.dataset.wortel}/`, location.href).href;
/** @type {import("../../../outputs/scripts.d.ts").PlanGegevens} */
const basis = JSON.parse(vind("gegevens").textContent);
const bronnen = maakBronnen(wortel);
/**
 * What was fetched, by slug: the data of stories, and the steps of werkvormen.
 * @type {Map<string, Opgehaald>}
 */
const opgehaald = new Map();
/** @type {Map<string, readonly Tekstdeel[]>} */
const stappen = new Map();

/** @type {Wens} */
let wens;
/** @type {Item[] | null} */
let items = null;
let teller = 0;
let ronde = 0;

/** What is known: of the page itself, and of stories that were fetched. The planner chooses from the page alone. */
function gegevens() {
  const erbij = [...opgehaald.values()].filter(({ slug }) => !basis.verhalen.some((verhaal) => verhaal.slug === slug));
  return { ...basis, verhalen: [...basis.verhalen, ...erbij] };
}

/**
 * The programme, for what can only be done or shown where there is one.
 * @returns {Item[]}
 */
const lopend = () => /** @type {Item[]} */ (items);
const adres = () => new URL(location.pathname + schrijf(wens, items), location.href).href;
/** @param {readonly Item[]} rij */
const genummerd = (rij) => rij.map((item) => ({ ...item, nummer: ++teller }));

/** @param {string} tekst */
function zeg(tekst) {
  vind("sessie-status").textContent = tekst;
}

/** @param {readonly string[]} meldingen */
function meld(meldingen) {
  vind("sessie-melding").replaceChildren(...meldingen.map((melding) => el("p", {}, melding)));
}

// The address ---------------------------------------------------------------------------------------------------------

/** Show what the address says. What is not on the site is left out, and said. */
async function open() {
  ronde += 1;
  const deze = ronde;
  pagina.setAttribute("aria-busy", "true");
  const gelezen = lees(actueel(location.search, GENOEMD, eerder()), basis);
  const meldingen = [...gelezen.meldingen];
  const verhalen = (gelezen.items ?? []).filter(({ soort }) => soort === "verhaal").map(({ slug }) => slug ?? "");
  const namen = [...verhalen, ...(gelezen.start?.verhalen ?? [])];
  const { adressen, weg, onbereikbaar } = await zoekOp(namen);
  if (deze !== ronde) return;
  if (weg) meldingen.push(weggelaten(weg));
  if (onbereikbaar) meldingen.push("Een verhaal kon niet worden opgehaald. Het staat er met zijn adres.");
  wens = gelezen.wens;
  const gebleven = (gelezen.items ?? [])
    .filter((item) => item.soort !== "verhaal" || adressen.has(item.slug ?? ""))
    .map((item) => (item.soort === "verhaal" ? { ...item, slug: adressen.get(item.slug ?? "") } : item));
  items = gebleven.length ? genummerd(gebleven) : null;
  if (gelezen.start) {
    begin({ ...gelezen.start, verhalen: gelezen.start.verhalen.flatMap((slug) => adressen.get(slug) ?? []) });
    history.replaceState(null, "", schrijf(wens, items));
  }
  meld(meldingen);
  vulWensen();
  /** @type {HTMLDetailsElement} */ (vind("wensen")).open = !items;
  toon();
  pagina.removeAttribute("aria-busy");
}

/**
 * Begin a programme with stories and werkvormen; without a time, with as many quarters of an hour as they need.
 * @param {Start} start
 */
function begin({ verhalen, werkvormen, tijd }) {
  if (!verhalen.length && !werkvormen.length) return;
  const gekozen = { ...wens, verhalen, werkvormen };
  while (!tijd && wens.tijd < TIJD[1] && totaal(maak({ ...gekozen, tijd: wens.tijd }, basis)) > wens.tijd) wens.tijd += 15;
  items = genummerd(maak({ ...gekozen, tijd: wens.tijd }, basis));
}

/**
 * Look up stories: the slug under which each is on the site now, and how many are not or could not be asked for.
 * @param {readonly string[]} namen
 */
async function zoekOp(namen) {
  /** @type {Map<string, string>} */
  const adressen = new Map();
  let weg = 0;
  let onbereikbaar = 0;
  await Promise.all(
    [...new Set(namen)].map(async (slug) => {
      if (basis.verhalen.some((verhaal) => verhaal.slug === slug)) return adressen.set(slug, slug);
      try {
        const verhaal = await bronnen.verhaal(slug);
        if (!verhaal) return ++weg;
        if (!opgehaald.has(verhaal.slug)) opgehaald.set(verhaal.slug, verhaal);
        return adressen.set(slug, verhaal.slug);
      } catch {
        onbereikbaar += 1;
        opgehaald.set(slug, { slug, titel: slug, plaats: "", ruimtes: [], samenvatting: "" });
        return adressen.set(slug, slug);
      }
    }),
  );
  return { adressen, weg, onbereikbaar };
}

// The wishes ----------------------------------------------------------------------------------------------------------

function vulWensen() {
  formulier.tijd.value = String(wens.tijd);
  formulier.mensen.value = String(wens.mensen);
  formulier.functie.value = wens.functie;
  formulier.waar.value = wens.online ? "online" : "hier";
  for (const vak of /** @type {NodeListOf<HTMLInputElement>} */ (formulier.querySelectorAll("[name=ruimtes]"))) vak.checked = wens.ruimtes.includes(vak.value);
  /** @type {HTMLDetailsElement} */ (vind("ruimtes")).open = wens.ruimtes.length > 0;
  for (const veld of [formulier.tijd, formulier.mensen]) veld.setCustomValidity("");
  telRuimtes();
  /** @type {HTMLInputElement} */ (vind("begin")).value = wens.begin;
  /** @type {HTMLInputElement} */ (vind("datum")).value = wens.datum;
}

function gekozenRuimtes() {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (formulier.querySelectorAll("[name=ruimtes]:checked"))].map((vak) => vak.value);
}

function telRuimtes() {
  const aantal = gekozenRuimtes().length;
  vind("ruimtes-gekozen").textContent = aantal ? `(${aantal} gekozen)` : "(mag je overslaan)";
}

for (const [veld, [laagst, hoogst]] of /** @type {const} */ ([[formulier.tijd, TIJD], [formulier.mensen, MENSEN]])) {
  veld.addEventListener("input", () => {
    const getal = veld.valueAsNumber;
    const goed = veld.validity.valueMissing || (Number.isInteger(getal) && getal >= laagst && getal <= hoogst);
    veld.setCustomValidity(goed ? "" : `Kies een heel getal van ${laagst} tot en met ${hoogst}.`);
  });
}
formulier.addEventListener("change", telRuimtes);

formulier.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  const functie = FUNCTIES.find((een) => een === formulier.functie.value) ?? wens.functie;
  const online = formulier.waar.value === "online";
  const [tijd, mensen] = [formulier.tijd.valueAsNumber, formulier.mensen.valueAsNumber];
  wens = { ...wens, tijd, mensen, functie, online, ruimtes: gekozenRuimtes() };
  items = genummerd(maak(wens, basis));
  history.pushState(null, "", schrijf(wens, items));
  meld([]);
  toon();
  vind("programma-kop").focus();
  zeg(`Er staat een programma met ${items.length} onderdelen. ${saldo()}`);
});

for (const naam_ of ["begin", "datum"]) {
  vind(naam_).addEventListener("change", ({ target }) => {
    wens = { ...wens, [naam_]: /** @type {HTMLInputElement} */ (target).value };
    bewaar();
  });
}

// The programme -------------------------------------------------------------------------------------------------------

function saldo() {
  const verschil = wens.tijd - totaal(lopend());
  if (!verschil) return `Het past precies in ${duur(wens.tijd)}.`;
  const samen = duur(totaal(lopend()));
  if (verschil > 0) return `${samen} van ${duur(wens.tijd)}: nog ${duur(verschil)} over.`;
  return `${samen} in een bijeenkomst van ${duur(wens.tijd)}: ${duur(-verschil)} te lang.`;
}

function toon() {
  programma.hidden = !items;
  document.body.classList.toggle("rb-met-programma", Boolean(items));
  if (!items) return;
  const alles = gegevens();
  const verschil = wens.tijd - totaal(items);
  vind("programma-kop").textContent = kop(wens);
  vind("ondertitel").textContent = ondertitel(wens, totaal(items));
  vind("totaal").textContent = saldo();
  vind("totaal").classList.toggle("rb-sessie__totaal--over", verschil < 0);
  vind("totaal").classList.toggle("rb-sessie__totaal--onder", verschil > 0);
  vind("verdeel").hidden = !verschil;
  toonLijst(lijst, items, wens, alles, wortel);
  papier();
  haalErbij();
}

function papier() {
  vulPapier(vind("blad-begeleider"), vind("blad-deelnemers"), {
    items: lopend(), wens, gegevens: gegevens(), adres: adres(),
    samenvatting: (slug) => opgehaald.get(slug)?.samenvatting ?? "",
    stappen: (slug) => stappen.has(slug) ? maakStappen(stappen.get(slug) ?? []) : undefined,
  });
}

/** Fetch what only the hand-outs show, and put it there once it has come. A page that does not come is left out. */
async function haalErbij() {
  const deze = ronde;
  const nodig = lopend().map(async ({ soort, slug = "" }) => {
    if (soort === "werkvorm" && !stappen.has(slug)) stappen.set(slug, await bronnen.stappen(slug));
    else if (soort === "verhaal" && !opgehaald.has(slug)) {
      const verhaal = await bronnen.verhaal(slug);
      if (verhaal) opgehaald.set(slug, verhaal);
    } else return false;
    return true;
  });
  const klaar = await Promise.allSettled(nodig);
  if (deze === ronde && items && klaar.some((een) => een.status === "fulfilled" && een.value)) papier();
}

/**
 * Show and keep a change, and say what happened.
 * @param {string} tekst
 */
function bewaar(tekst = "") {
  history.replaceState(history.state, "", schrijf(wens, items));
  toon();
  if (tekst) zeg(`${tekst} ${saldo()}`);
}

/**
 * Add an item: before the harvest that ends a programme, or at the end. False where there is no room.
 * @param {Item} item
 */
function voegToe(item) {
  const nu = lopend();
  const plaats = nu.at(-1)?.soort === "oogst" ? nu.length - 1 : nu.length;
  const nieuw = nu.toSpliced(plaats, 0, ...genummerd([item]));
  if (nieuw.length > MEESTE) {
    meld([`Er is geen plaats meer: een programma heeft hoogstens ${MEESTE} onderdelen.`]);
    return false;
  }
  if (teLang(wens, nieuw)) {
    meld(["Er is geen plaats meer: het adres van het programma wordt te lang. Haal er een onderdeel uit, of gebruik minder woorden."]);
    return false;
  }
  if (item.slug && nu.some((ander) => ander.soort === item.soort && ander.slug === item.slug)) {
    meld([`${naam(item, gegevens())} staat al in het programma.`]);
    return false;
  }
  items = nieuw;
  meld([]);
  bewaar(`${naam(item, gegevens())} staat nu op plaats ${plaats + 1} van ${items.length}.`);
  return true;
}

/** @type {Record<string, (i: number) => void>} */
const DADEN = {
  /** @param {number} i */
  eerder: (i) => verplaats(i, -1),
  /** @param {number} i */
  later: (i) => verplaats(i, 1),
  /** @param {number} i */
  korter: (i) => zetMinuten(i, naStap(lopend()[i], -1, gegevens())),
  /** @param {number} i */
  langer: (i) => zetMinuten(i, naStap(lopend()[i], 1, gegevens())),
  /** @param {number} i */
  weg(i) {
    const titel = naam(lopend()[i], gegevens());
    items = lopend().toSpliced(i, 1);
    if (!items.length) items = null;
    if (!items) {
      bewaar();
      /** @type {HTMLDetailsElement} */ (vind("wensen")).open = true;
      formulier.tijd.focus();
      return zeg(`${titel} is weg. Het programma is leeg.`);
    }
    bewaar(`${titel} is weg.`);
    return richt(lijst, String(items[Math.min(i, items.length - 1)].nummer), "weg");
  },
  /** @param {number} i */
  wissel(i) {
    const ander = wissel(lopend(), i, wens, basis);
    if (!ander) return zeg("Er is geen ander dat past.");
    const eerst = naam(lopend()[i], gegevens());
    items = lopend().with(i, ander);
    return bewaar(`${naam(ander, gegevens())} staat nu in de plaats van ${eerst}.`);
  },
};

/**
 * @param {number} i
 * @param {number} stap
 */
function verplaats(i, stap) {
  const item = lopend()[i];
  items = lopend().toSpliced(i, 1).toSpliced(i + stap, 0, item);
  bewaar(`${naam(item, gegevens())} staat nu op plaats ${i + stap + 1} van ${items.length}.`);
}

/**
 * @param {number} i
 * @param {number} minuten
 */
function zetMinuten(i, minuten) {
  const item = lopend()[i];
  const [laagst, hoogst] = grenzen(item, gegevens());
  const nieuw = Number.isInteger(minuten) ? Math.min(Math.max(minuten, laagst), hoogst) : item.minuten;
  items = lopend().with(i, { ...item, minuten: nieuw });
  bewaar(`${naam(item, gegevens())} duurt nu ${duur(nieuw)}.`);
}

lijst.addEventListener("click", ({ target }) => {
  const { doe, nummer } = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("button[data-doe]"))?.dataset ?? {};
  if (doe) DADEN[doe](lopend().findIndex((item) => String(item.nummer) === nummer));
});
lijst.addEventListener("change", (gebeurtenis) => {
  const target = /** @type {HTMLInputElement} */ (gebeurtenis.target);
  if (target.dataset.doe === "minuten") zetMinuten(lopend().findIndex((item) => String(item.nummer) === target.dataset.nummer), target.valueAsNumber);
});
vind("verdeel").addEventListener("click", () => {
  items = verdeel(lopend(), wens.tijd, gegevens());
  bewaar("De tijd is opnieuw verdeeld.");
  vind(vind("verdeel").hidden ? "programma-kop" : "verdeel").focus();
});

maakErbij({ vind, wortel, voegToe, meld, zeg, bronnen, opgehaald, werkvormen: basis.werkvormen });
maakMee({ vind, wortel, adres, zeg, staat: () => ({ wens, items: lopend(), gegevens: gegevens() }) });
addEventListener("popstate", open);
/** @type {HTMLDetailsElement} */ (vind("tabellen")).open = false;
pagina.hidden = false;
open();
