// What is suggested while somebody types: words that go on with the letters, values that are called so, and titles.

import { bare, words } from "./words.js";

/** @typedef {import("../../../outputs/scripts.d.ts").Woordenboek} Book */
/** @typedef {import("../../../outputs/scripts.d.ts").Titels} Titles */
/**
 * One suggestion: a text to search, a value to choose (`text` is what is left to search), or a page.
 * @typedef {{ name: string, extra: string, text?: string, value?: { facet: string, slug: string }, url?: string }} Suggestion
 */
/** @typedef {{ name: string, options: Suggestion[] }} Group */
/**
 * What suggestions are made of. `counted` are words that begin with the last letters that were typed, with how many pages
 * have each; `formsOf(word)` are other forms of a word, and `telling(word)` is how much it says, from 0 to 1; `small` are words
 * that say nothing. `title(facet)` is what a facet is called, and `knows` tells whether a value can be chosen.
 * @typedef {{
 *   counted: readonly (readonly [string, number])[], formsOf: (word: string) => ReadonlySet<string>, telling: (word: string) => number, small: ReadonlySet<string>,
 *   book: Pick<Book, "waarden" | "woorden">, titles: Titles, title: (facet: string) => string, knows: (facet: string, slug: string) => boolean,
 * }} Source
 */

export const MOST = 6;
const OF_GROUP = 3;
export const SHORTEST = 2; // letters that say what is meant, of the first word
const ENOUGH = 3; // letters that say it of a later one, and inside a title
const SYNONYM = 4; // letters of another word for a value that say which is meant
const TELLING = 0.9; // what a word says at least that is suggested
const RARE = 2; // pages that have a word of which other forms are not suggested too

/** @type {[string, string[]][]} by name of a group the kinds of pages in it */
const PAGES = [
  ["Vragen", ["vraag"]],
  ["Werkvormen", ["werkvorm"]],
  ["Verhalen en voorbeelden", ["verhaal", "voorbeeld"]],
  ["Pagina’s", ["ruimte", "uitleg", "begrip"]],
];

/** @param {string} text */
function pieces(text) {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ word: bare(match[0]), start: match.index }));
}

/**
 * The last word that is still being typed, or nothing.
 * @param {string} text
 */
export function half(text) {
  const last = text.match(/[\p{L}\p{N}]+$/u)?.[0] ?? "";
  return bare(last);
}

/**
 * Suggest at most six ways to go on, in groups: each group has its best one before any has a second.
 * @param {string} text what was typed
 * @param {Source} source
 * @returns {Group[]}
 */
export function suggestions(text, source) {
  if (words(text).join("").length < SHORTEST) return [];
  const values = ofValues(text, source);
  const plain = (/** @type {Suggestion} */ { name }) => words(name).join(" ");
  const taken = new Set(values.map(plain));
  /** @type {Group[]} */
  const pages = PAGES.map(([name, kinds]) => ({ name, options: ofTitles(text, kinds, source).filter((option) => !taken.has(plain(option))) }));
  for (const option of pages.flatMap(({ options }) => options)) taken.add(plain(option));
  const groups = [{ name: "Woorden", options: ofWords(text, source).filter((option) => !taken.has(plain(option))) }, { name: "Kenmerken", options: values }, ...pages];
  const sizes = groups.map(() => 0);
  for (let round = 0, left = MOST; round < OF_GROUP && left; round++) {
    groups.forEach(({ options }, index) => {
      if (left && options.length > round) [sizes[index], left] = [round + 1, left - 1];
    });
  }
  return groups.map(({ name, options }, index) => ({ name, options: options.slice(0, sizes[index]) })).filter(({ options }) => options.length);
}

/**
 * Words that go on with the letters, those of most pages first; of the forms of one word, one.
 * @param {string} text
 * @param {Source} source
 * @returns {Suggestion[]}
 */
function ofWords(text, { counted, formsOf, telling, small, titles }) {
  const letters = half(text);
  const before = text.slice(0, pieces(text).at(-1)?.start);
  if (letters.length < (before ? ENOUGH : SHORTEST) || (before && small.has(letters))) return [];
  // Behind other words, a word that is there already is not the beginning of another: "geen tijd" asks for no "tijdlijn".
  if (before && ([...counted].some(([word, pages]) => pages && word === letters) || telling(letters) < 1)) return [];
  /** @type {Suggestion[]} */
  const found = [];
  const shown = new Set([letters, ...formsOf(letters)]);
  const likely = [...counted].filter(([word, pages]) => pages && word !== letters && !small.has(word)).sort(([a, many], [b, much]) => much - many || a.length - b.length || (a < b ? -1 : 1));
  for (const [word, pages] of likely) {
    if (found.length === OF_GROUP) break;
    if (shown.has(word) || / s( |$)/.test(word) || telling(word) < TELLING || (pages < RARE && found.length)) continue;
    for (const form of [word, ...formsOf(word)]) shown.add(form);
    const name = before + word.split(" ").map((one) => (Object.hasOwn(titles.geschreven, one) ? titles.geschreven[one] : one)).join(" ");
    found.push({ name, extra: "", text: name });
  }
  return found;
}

/**
 * Values that are called by the last words that were typed: the most words of them that say something.
 * @param {string} text
 * @param {Source} source
 * @returns {Suggestion[]}
 */
function ofValues(text, { book, title, knows, small }) {
  const typed = pieces(text);
  const begun = half(text) !== "";
  for (const [index, { start }] of typed.entries()) {
    const tail = typed.slice(index).map(({ word }) => word).join(" ");
    if (tail.length < SHORTEST) break;
    if (typed.slice(index).every(({ word }) => small.has(word))) continue;
    /** @type {Map<number, { sure: number, also: string }>} */
    const found = new Map();
    const better = (/** @type {number} */ value, /** @type {number} */ sure, also = "") => {
      if ((found.get(value)?.sure ?? 0) < sure) found.set(value, { sure, also });
    };
    if (begun && tail.length >= (index ? ENOUGH : SHORTEST)) {
      book.waarden.forEach(({ label }, value) => {
        const name = words(label).join(" ");
        if (name.startsWith(tail) || name.replace(/^(de|het) /, "").startsWith(tail)) better(value, 4);
        else if (tail.length >= ENOUGH && ` ${name}`.includes(` ${tail}`)) better(value, 1);
      });
    }
    for (const [word, values] of Object.entries(book.woorden)) {
      if (word === tail) for (const value of values) better(value, 3, word);
      else if (begun && tail.length >= SYNONYM && word.startsWith(tail)) for (const value of values) better(value, 2, word);
    }
    const rows = [...found].map(([number, why]) => ({ ...book.waarden[number], ...why })).filter(({ facet, slug, verhalen }) => verhalen && knows(facet, slug));
    if (!rows.length) continue;
    rows.sort((a, b) => b.sure - a.sure || b.verhalen - a.verhalen);
    const left = text.slice(0, start).trim();
    return rows.slice(0, OF_GROUP).map(({ facet, slug, label, also }) => ({ name: label, extra: also && !` ${words(label).join(" ")}`.includes(` ${tail}`) ? `${title(facet)}: ${also}` : title(facet), text: left, value: { facet, slug } }));
  }
  return [];
}

/**
 * Pages of some kinds that have all words in their title, of the last one its beginning; those that begin so are first.
 * @param {string} text
 * @param {readonly string[]} kinds
 * @param {Source} source
 * @returns {Suggestion[]}
 */
function ofTitles(text, kinds, { titles, small }) {
  const typed = words(text);
  const begun = half(text);
  const whole = (begun ? typed.slice(0, -1) : typed).filter((word) => !small.has(word));
  const rows = kinds.flatMap((kind) => (Object.hasOwn(titles.titels, kind) ? titles.titels[kind] : [])).flatMap(([url, name]) => {
    const own = words(name);
    const first = own.join(" ").startsWith(typed.join(" "));
    const inside = begun.length >= ENOUGH || (!begun && whole.length > 0);
    if (!first && !(inside && whole.every((word) => own.includes(word)) && own.some((word) => word.startsWith(begun) && !small.has(word)))) return [];
    return [{ url, name, first }];
  });
  rows.sort((a, b) => Number(b.first) - Number(a.first));
  return rows.slice(0, OF_GROUP).map(({ url, name }) => ({ name, extra: "", url }));
}
