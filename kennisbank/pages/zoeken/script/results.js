// What was found, on the page.

import { fill } from "../../../parts/script/fill.js";
import { enumeration, fragment, heading, reasons } from "./excerpt.js";
import { words } from "./words.js";

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

/** @type {Readonly<Record<string, string>>} what stands before the names of a page that has those of its values */
const INTRO = { verhaal: "Bij dit verhaal staat", voorbeeld: "Bij dit voorbeeld staat" };

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
  const why = reasons(data, own, (index) => labels(data, match, match.parts[match.has[index]].values), match.questions);
  const card = fill(template, {
    url: data.url,
    titel: name(data.titel),
    plaats: name(data.label),
    regio: name(label("regio", values("regio")[0])), // of a region and its province, the first is the region
    samenvatting: marked(fragment(data, match.things)),
    speelde: data.speelde,
    omslag: data.omslag,
    reden: [...sentences(why, INTRO.verhaal), ...(near ? close(data, match) : []), ...missing(match)].join(" "),
    kenmerken: ["schooltype", "partnertype"].flatMap((facet) => values(facet).map((value) => label(facet, value))),
    glyph: glyph(values("ruimte")),
  });
  const link = /** @type {HTMLAnchorElement} */ (card.querySelector("a"));
  link.dataset[near ? "nabij" : "vondst"] = "verhaal";
  return card;
}

/**
 * Say why a page was found, as `reasons` gives it: each name once, behind `intro`, then what a word stands for, which
 * questions it answers, and what it is about without saying so.
 * @param {readonly Reason[]} found
 * @param {string} intro
 */
export function sentences(found, intro) {
  /** @type {string[]} */
  const names = [...new Set(found.flatMap((reason) => reason.names))];
  const questions = [...new Set(found.flatMap((reason) => reason.questions))];
  const other = found.filter((reason) => !reason.names.length && !reason.values.length && !reason.questions.length).map(({ thing }) => `“${thing.text}”`);
  return [
    ...(names.length ? [`${intro}: ${enumeration(names)}.`] : []),
    ...found.filter(({ values }) => values.length).map(({ thing, values }) => `Bij “${thing.text}” hoort: ${enumeration(values)}.`),
    ...(questions.length ? [`Antwoord op: ${questions.join(" ")}`] : []),
    ...(other.length ? [`Gaat over ${enumeration(other)}, in andere woorden.`] : []),
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
 * Say what a story has that is broader than what was looked for, or close to it: values, or else words.
 * @param {Vondst} data
 * @param {Match} match
 */
function close(data, match) {
  const { book, parts, has, things } = match;
  const text = ` ${words(`${data.titel} ${data.samenvatting} ${data.tekst} ${data.namen.join(" ")}`).join(" ")} `;
  return parts.flatMap((part, index) => {
    if (has.includes(index)) return [];
    const beside = [...part.under, ...part.values.flatMap((value) => (book?.waarden[value].verhalen ? [] : (book?.waarden[value].dichtbij ?? [])))];
    const broader = [...new Set([...(things[index].wider ?? []), ...part.broader.filter((word) => word.includes(" "))])];
    const found = labels(data, match, beside);
    const said = found.length ? found : broader.filter((word) => text.includes(` ${word} `));
    if (said.length) return [`Niet over ${things[index].text}, wel over ${enumeration(said)}.`];
    // What is broader stands among the words that its writer gave and nobody sees.
    return part.broader.length && !has.length ? [`Komt in de buurt van ${things[index].text}.`] : [];
  });
}

/**
 * The labels of those values that a page has: it is called by them.
 * @param {Vondst} data
 * @param {Match} match
 * @param {readonly number[]} numbers
 */
function labels(data, { book }, numbers) {
  const all = book?.waarden ?? [];
  return [...new Set(numbers.map((number) => all[number].label).filter((label) => data.namen.includes(label)))];
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
    reden: [...sentences(reasons(data, own, (index) => labels(data, match, match.parts[match.has[index]].values)), INTRO[kind] ?? "Ook wel"), ...missing(match)].join(" "),
  });
  /** @type {HTMLAnchorElement} */ (row.querySelector("a")).dataset.vondst = kind;
  return row;
}
