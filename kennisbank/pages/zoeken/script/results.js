// What was found, on the page.

import { fill } from "../../../parts/script/fill.js";
import { fragment, heading, enumeration, reasons } from "./excerpt.js";

/** @typedef {import("./words.js").Part} Part */
/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {import("../../../parts/glyph/script/glyph.js").Shape} Shape */
/** @typedef {(facet: string) => string[]} ValuesOf */

/**
 * Texts as they are shown: some are marked.
 * @param {readonly Piece[]} pieces
 */
function marked(pieces) {
  const found = document.createDocumentFragment();
  found.append(...pieces.map(({ text, hit }) => (hit ? Object.assign(document.createElement("mark"), { textContent: text }) : text)));
  return found;
}

/**
 * The card of a story. `values(facet)` gives the values of the story, `label(facet, value)` how one is called, and
 * `glyph(ruimtes)` the glyph of some ruimtes.
 * @param {HTMLTemplateElement} template
 * @param {Vondst} data
 * @param {{ parts: readonly Part[], values: ValuesOf, label: (facet: string, value: string) => string, glyph: (ruimtes: readonly string[]) => Shape }} added
 */
export function verhaal(template, data, { parts, values, label, glyph }) {
  /** @param {string} text */
  const name = (text) => marked(heading(text, parts, data));
  return fill(template, {
    url: data.url,
    titel: name(data.titel),
    plaats: name(data.label),
    regio: name(label("regio", values("regio")[0])), // of a region and its province, the first is the region
    samenvatting: marked(fragment(data, parts)),
    speelde: data.speelde,
    reden: sentences(reasons(data, parts, (part) => own(part, values)), "Bij dit verhaal staat").join(" "),
    kenmerken: ["schooltype", "partnertype"].flatMap((facet) => values(facet).map((value) => label(facet, value))),
    glyph: glyph(values("ruimte")),
  });
}

/**
 * Say why a page was found, as `reasons` gives it: each name once, behind `intro`, and then what a word stands for.
 * @param {readonly import("./excerpt.js").Reason[]} found
 * @param {string} intro
 */
export function sentences(found, intro) {
  /** @type {string[]} */
  const names = [...new Set(found.flatMap((reason) => reason.names))];
  const explained = found.filter(({ values }) => values.length);
  return [
    ...(names.length ? [`${intro}: ${enumeration(names)}.`] : []),
    ...explained.map(({ part, values }) => `Bij “${part.text}” hoort: ${enumeration(values)}.`),
  ];
}

/**
 * The labels of the values that a part of the search stands for and that the story has.
 * @param {Part} part
 * @param {ValuesOf} values
 */
function own(part, values) {
  return part.values.filter(([facet, value]) => values(facet).includes(value)).map(([, , label]) => label);
}

/**
 * The row of another page.
 * @param {HTMLTemplateElement} template
 * @param {Vondst} data
 * @param {readonly Part[]} parts
 */
export function elsewhere(template, data, parts) {
  return fill(template, {
    url: data.url,
    label: marked(heading(data.label, parts, data)),
    titel: marked(heading(data.titel, parts, data)),
    tekst: marked(fragment(data, parts)),
    reden: sentences(reasons(data, parts), "Ook wel").join(" "),
  });
}
