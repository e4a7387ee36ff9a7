// What was found, on the page.

import { fragment, heading, enumeration, reasons } from "./excerpt.js";

/** @typedef {import("./words.js").Part} Part */
/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {(facet: string) => string[]} ValuesOf */

/**
 * A part that the template has.
 * @param {Element} spot
 * @param {string} selector
 */
const partOf = (spot, selector) => /** @type {Element} */ (spot.querySelector(selector));

/**
 * Fill an element with texts, of which some are marked.
 * @param {Element} element
 * @param {readonly Piece[]} pieces
 */
function fill(element, pieces) {
  element.replaceChildren(
    ...pieces.map(({ text, hit }) => {
      if (!hit) return document.createTextNode(text);
      const mark = document.createElement("mark");
      mark.textContent = text;
      return mark;
    }),
  );
}

/**
 * Fill a line with sentences, or take it away where there are none.
 * @param {Element} line
 * @param {readonly string[]} text
 */
function say(line, text) {
  if (text.length) line.textContent = text.join(" ");
  else line.remove();
}

/**
 * Make the card of a story from a template. `values(facet)` gives the values of the story, `label(facet, value)` how
 * one is called.
 * @param {HTMLTemplateElement} template
 * @param {string} root
 * @param {Vondst} data
 * @param {{ parts: readonly Part[], values: ValuesOf, label: (facet: string, value: string) => string }} added
 */
export function verhaal(template, root, data, { parts, values, label }) {
  const kaart = /** @type {Element} */ (/** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild);
  const link = /** @type {HTMLAnchorElement} */ (kaart.querySelector("a"));
  link.href = root + data.url;
  fill(link, heading(data.titel, parts, data));
  const cells = values("ruimte");
  /** @type {string[]} */
  const names = [];
  for (const cell of /** @type {NodeListOf<SVGElement>} */ (kaart.querySelectorAll("[data-ruimte]"))) {
    if (!cells.includes(cell.dataset.ruimte ?? "")) continue;
    cell.classList.replace("leeg", "vol");
    names.push(cell.dataset.naam ?? "");
  }
  partOf(kaart, "svg").setAttribute("aria-label", names.length ? `${names.length === 1 ? "Ruimte" : "Ruimtes"}: ${enumeration(names)}` : "Geen ruimte");
  // Of a region and its province, the first is the region.
  const regio = values("regio")[0];
  fill(partOf(kaart, ".rb-kaart__waar"), heading([data.label, label("regio", regio)].filter(Boolean).join(", "), parts, data));
  fill(partOf(kaart, ".rb-vondst__tekst"), fragment(data, parts));
  say(partOf(kaart, ".rb-reden"), sentences(reasons(data, parts, (part) => own(part, values)), "Bij dit verhaal staat"));
  const labels = ["schooltype", "partnertype"].flatMap((facet) => values(facet).map((value) => label(facet, value)));
  partOf(kaart, ".rb-labels").replaceChildren(
    ...labels.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
  );
  return kaart;
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
 * Make the row of another page.
 * @param {HTMLTemplateElement} template
 * @param {string} root
 * @param {Vondst} data
 * @param {readonly Part[]} parts
 */
export function elsewhere(template, root, data, parts) {
  const line = /** @type {Element} */ (/** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild);
  const link = /** @type {HTMLAnchorElement} */ (line.querySelector("a"));
  fill(partOf(line, "span"), heading(data.label, parts, data));
  link.href = root + data.url;
  fill(link, heading(data.titel, parts, data));
  fill(partOf(line, "p"), fragment(data, parts));
  say(partOf(line, ".rb-reden"), sentences(reasons(data, parts), "Ook wel"));
  return line;
}
