// What was found, on the page.

import { fragment, kop, opsomming, redenen } from "./excerpt.js";

/** @typedef {import("./words.js").Deel} Deel */
/** @typedef {import("./excerpt.js").Stuk} Stuk */
/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {(facet: string) => string[]} WaardenVan */

/**
 * A part that the template has.
 * @param {Element} plek
 * @param {string} kiezer
 */
const deelVan = (plek, kiezer) => /** @type {Element} */ (plek.querySelector(kiezer));

/**
 * Fill an element with texts, of which some are marked.
 * @param {Element} element
 * @param {readonly Stuk[]} stukken
 */
function vul(element, stukken) {
  element.replaceChildren(
    ...stukken.map(({ tekst, raak }) => {
      if (!raak) return document.createTextNode(tekst);
      const merk = document.createElement("mark");
      merk.textContent = tekst;
      return merk;
    }),
  );
}

/**
 * Fill a line with sentences, or take it away where there are none.
 * @param {Element} regel
 * @param {readonly string[]} tekst
 */
function zeg(regel, tekst) {
  if (tekst.length) regel.textContent = tekst.join(" ");
  else regel.remove();
}

/**
 * Make the card of a story from a template. `waarden(facet)` gives the values of the story, `label(facet, waarde)` how
 * one is called.
 * @param {HTMLTemplateElement} sjabloon
 * @param {string} wortel
 * @param {Vondst} gegevens
 * @param {{ delen: readonly Deel[], waarden: WaardenVan, label: (facet: string, waarde: string) => string }} erbij
 */
export function verhaal(sjabloon, wortel, gegevens, { delen, waarden, label }) {
  const kaart = /** @type {Element} */ (/** @type {DocumentFragment} */ (sjabloon.content.cloneNode(true)).firstElementChild);
  const link = /** @type {HTMLAnchorElement} */ (kaart.querySelector("a"));
  link.href = wortel + gegevens.url;
  vul(link, kop(gegevens.titel, delen, gegevens));
  const cellen = waarden("ruimte");
  /** @type {string[]} */
  const namen = [];
  for (const cel of /** @type {NodeListOf<SVGElement>} */ (kaart.querySelectorAll("[data-ruimte]"))) {
    if (!cellen.includes(cel.dataset.ruimte ?? "")) continue;
    cel.classList.replace("leeg", "vol");
    namen.push(cel.dataset.naam ?? "");
  }
  deelVan(kaart, "svg").setAttribute("aria-label", namen.length ? `${namen.length === 1 ? "Ruimte" : "Ruimtes"}: ${opsomming(namen)}` : "Geen ruimte");
  // Of a region and its province, the first is the region.
  const regio = waarden("regio")[0];
  vul(deelVan(kaart, ".rb-kaart__waar"), kop([gegevens.label, label("regio", regio)].filter(Boolean).join(", "), delen, gegevens));
  vul(deelVan(kaart, ".rb-vondst__tekst"), fragment(gegevens, delen));
  zeg(deelVan(kaart, ".rb-reden"), zinnen(redenen(gegevens, delen, (deel) => eigen(deel, waarden)), "Bij dit verhaal staat"));
  const labels = ["schooltype", "partnertype"].flatMap((facet) => waarden(facet).map((waarde) => label(facet, waarde)));
  deelVan(kaart, ".rb-labels").replaceChildren(
    ...labels.map((tekst) => Object.assign(document.createElement("li"), { textContent: tekst })),
  );
  return kaart;
}

/**
 * Say why a page was found, as `redenen` gives it: each name once, behind `intro`, and then what a word stands for.
 * @param {readonly import("./excerpt.js").Reden[]} gevonden
 * @param {string} intro
 */
export function zinnen(gevonden, intro) {
  /** @type {string[]} */
  const namen = [...new Set(gevonden.flatMap((reden) => reden.namen))];
  const geduid = gevonden.filter(({ waarden }) => waarden.length);
  return [
    ...(namen.length ? [`${intro}: ${opsomming(namen)}.`] : []),
    ...geduid.map(({ deel, waarden }) => `Bij “${deel.tekst}” hoort: ${opsomming(waarden)}.`),
  ];
}

/**
 * The labels of the values that a part of the search stands for and that the story has.
 * @param {Deel} deel
 * @param {WaardenVan} waarden
 */
function eigen(deel, waarden) {
  return deel.waarden.filter(([facet, waarde]) => waarden(facet).includes(waarde)).map(([, , label]) => label);
}

/**
 * Make the row of another page.
 * @param {HTMLTemplateElement} sjabloon
 * @param {string} wortel
 * @param {Vondst} gegevens
 * @param {readonly Deel[]} delen
 */
export function elders(sjabloon, wortel, gegevens, delen) {
  const regel = /** @type {Element} */ (/** @type {DocumentFragment} */ (sjabloon.content.cloneNode(true)).firstElementChild);
  const link = /** @type {HTMLAnchorElement} */ (regel.querySelector("a"));
  vul(deelVan(regel, "span"), kop(gegevens.label, delen, gegevens));
  link.href = wortel + gegevens.url;
  vul(link, kop(gegevens.titel, delen, gegevens));
  vul(deelVan(regel, "p"), fragment(gegevens, delen));
  zeg(deelVan(regel, ".rb-reden"), zinnen(redenen(gegevens, delen), "Ook wel"));
  return regel;
}
