// The steps of a werkvorm and the text of a short example, made of the data beside its page.

import { make } from "../../script/elements.js";

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
 * Its parts as elements.
 * @param {readonly Tekstdeel[]} parts
 * @param {"h3" | "h4"} [heading] what a heading in it becomes
 */
export function makeSteps(parts, heading = "h4") {
  return parts.map((one) => (one.soort === "kop" ? make(heading, {}, one.delen.map(part)) : part(one)));
}

/**
 * @param {Tekstdeel} step
 * @returns {Text | HTMLElement}
 */
function part({ soort, tekst, delen }) {
  return soort === "tekst" ? document.createTextNode(tekst) : make(ELEMENT[soort], {}, delen.map(part));
}
