// The cover of a booklet: what it is called, what is in it, and a code that leads to the same.

import { fill, template } from "../../script/fill.js";

/**
 * The cover, made today. `verhalen`, `werkvormen` and `voorbeelden` are the names of what is in the booklet, in order.
 * @param {string} titel
 * @param {{ verhalen: readonly string[], werkvormen: readonly string[], voorbeelden: readonly string[] }} content
 * @param {SVGElement | null} code
 */
export function makeCover(titel, { verhalen, werkvormen, voorbeelden }, code) {
  const datum = new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
  return fill(template("kaft"), { titel, datum, verhalen, werkvormen, voorbeelden, qr: code });
}
