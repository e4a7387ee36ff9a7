// What was found, on the page.

import { fill } from "../../../parts/script/fill.js";
import { enumeration, fragment, heading, reasons } from "./excerpt.js";

/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("./excerpt.js").Sought} Sought */
/** @typedef {import("./excerpt.js").Reason} Reason */
/** @typedef {import("./query.js").Part} Part */
/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {import("../../../outputs/scripts.d.ts").Woordenboek} Book */
/** @typedef {import("../../../parts/glyph/script/glyph.js").Shape} Shape */
/** @typedef {(facet: string) => string[]} ValuesOf */
/**
 * What was looked for, and of it what a page has: `has` are numbers in `things`. `parts` are what each thing stands for,
 * and `questions` the titles of the questions that the page is an answer to.
 * @typedef {{ things: readonly Sought[], parts: readonly Part[], has: readonly number[], questions: readonly string[], book: Book | undefined }} Match
 */

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
 * `glyph(ruimtes)` the glyph of some ruimtes. A story that is only `near` says what it has and what not.
 * @param {HTMLTemplateElement} template
 * @param {Vondst} data
 * @param {Match} match
 * @param {{ near?: boolean, values: ValuesOf, label: (facet: string, value: string) => string, glyph: (ruimtes: readonly string[]) => Shape }} added
 */
export function verhaal(template, data, match, { near = false, values, label, glyph }) {
  /** @param {string} text */
  const name = (text) => marked(heading(text, match.things, data));
  const own = match.has.map((index) => match.things[index]);
  const why = reasons(data, own, (index) => labels(match, match.parts[match.has[index]].values, values), match.questions);
  const card = fill(template, {
    url: data.url,
    titel: name(data.titel),
    plaats: name(data.label),
    regio: name(label("regio", values("regio")[0])), // of a region and its province, the first is the region
    samenvatting: marked(fragment(data, match.things)),
    speelde: data.speelde,
    reden: [...sentences(why, "Bij dit verhaal staat"), ...(near ? close(match, values) : []), ...missing(match)].join(" "),
    kenmerken: ["schooltype", "partnertype"].flatMap((facet) => values(facet).map((value) => label(facet, value))),
    glyph: glyph(values("ruimte")),
  });
  const link = /** @type {HTMLAnchorElement} */ (card.querySelector("a"));
  link.dataset[near ? "nabij" : "vondst"] = "verhaal";
  return card;
}

/**
 * Say why a page was found, as `reasons` gives it: each name once, behind `intro`, then what a word stands for, and then
 * which questions it answers.
 * @param {readonly Reason[]} found
 * @param {string} intro
 */
export function sentences(found, intro) {
  /** @type {string[]} */
  const names = [...new Set(found.flatMap((reason) => reason.names))];
  const questions = [...new Set(found.flatMap((reason) => reason.questions))];
  return [
    ...(names.length ? [`${intro}: ${enumeration(names)}.`] : []),
    ...found.filter(({ values }) => values.length).map(({ thing, values }) => `Bij “${thing.text}” hoort: ${enumeration(values)}.`),
    ...(questions.length ? [`Antwoord op: ${questions.join(" ")}`] : []),
  ];
}

/**
 * Say what was looked for and is not there: "Past op 2 van 3: dans, niet speciaal onderwijs."
 * @param {Match} match
 */
function missing({ things, has }) {
  if (!has.length || has.length === things.length) return [];
  const names = (/** @type {boolean} */ there) => things.filter((_, index) => has.includes(index) === there).map(({ text }) => text);
  return [`Past op ${has.length} van ${things.length}: ${enumeration(names(true))}, niet ${enumeration(names(false))}.`];
}

/**
 * Say what a story has that is broader than what was looked for, or close to it.
 * @param {Match} match
 * @param {ValuesOf} values
 */
function close(match, values) {
  const { book, parts, has } = match;
  if (!book) return [];
  return parts.flatMap((part, index) => {
    if (has.includes(index)) return [];
    const beside = [...part.under, ...part.values.flatMap((value) => (book.waarden[value].verhalen ? [] : book.waarden[value].dichtbij))];
    const found = labels(match, beside, values);
    return found.length ? [`Niet over ${match.things[index].text}, wel over ${enumeration(found)}.`] : [];
  });
}

/**
 * The labels of those values that a story has.
 * @param {Match} match
 * @param {readonly number[]} numbers
 * @param {ValuesOf} values
 */
function labels({ book }, numbers, values) {
  const all = book?.waarden ?? [];
  return [...new Set(numbers.map((number) => all[number]).filter(({ facet, slug }) => values(facet).includes(slug)).map(({ label }) => label))];
}

/**
 * The row of another page.
 * @param {HTMLTemplateElement} template
 * @param {Vondst} data
 * @param {string} kind
 * @param {Match} match
 */
export function elsewhere(template, data, kind, match) {
  const own = match.has.map((index) => match.things[index]);
  const row = fill(template, {
    url: data.url,
    label: marked(heading(data.label, match.things, data)),
    titel: marked(heading(data.titel, match.things, data)),
    tekst: marked(fragment(data, match.things)),
    reden: [...sentences(reasons(data, own), "Ook wel"), ...missing(match)].join(" "),
  });
  /** @type {HTMLAnchorElement} */ (row.querySelector("a")).dataset.vondst = kind;
  return row;
}
