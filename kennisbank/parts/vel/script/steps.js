// The steps of a werkvorm, made of the data beside its page.

import { maak } from "../../script/elements.js";

/** @typedef {import("../../../outputs/scripts.d.ts").Tekstdeel} Tekstdeel */

/**
 * The element of each sort; a heading stands below that of the steps.
 * @type {Record<Exclude<Tekstdeel["soort"], "tekst">, keyof HTMLElementTagNameMap>}
 */
const ELEMENT = {
  alinea: "p",
  kop: "h4",
  lijst: "ul",
  genummerd: "ol",
  punt: "li",
  citaat: "blockquote",
  sterk: "strong",
  nadruk: "em",
  code: "code",
  blok: "pre",
  hoog: "sup",
  regel: "br",
  streep: "hr",
  begrippen: "dl",
  begrip: "dt",
  uitleg: "dd",
  tabel: "table",
  rij: "tr",
  kopcel: "th",
  cel: "td",
};

/**
 * The steps as elements.
 * @param {readonly Tekstdeel[]} stappen
 */
export function maakStappen(stappen) {
  return stappen.map(deel);
}

/**
 * @param {Tekstdeel} stap
 * @returns {Text | HTMLElement}
 */
function deel({ soort, tekst, delen }) {
  return soort === "tekst" ? document.createTextNode(tekst) : maak(ELEMENT[soort], {}, delen.map(deel));
}
