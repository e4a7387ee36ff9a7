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
 * have each; `formsOf(word)` are its other forms, `small` words that say nothing, and `facets` the titles of the facets
 * of which a value can be chosen; `knows` tells whether it can.
 * @typedef {{
 *   counted: readonly (readonly [string, number])[], formsOf: (word: string) => ReadonlySet<string>, small: ReadonlySet<string>,
 *   book: Pick<Book, "waarden" | "woorden">, titles: Titles, title: (facet: string) => string, knows: (facet: string, slug: string) => boolean,
 * }} Source
 */

export const MOST = 6;
const OF_GROUP = 3;
const SHORTEST = 2; // letters that say what is meant
const RARE = 2; // pages that have a word of which other forms are not suggested too

/** By name of a group the kinds of pages in it. */
/** @type {[string, string[]][]} */
const PAGES = [
  ["Vragen", ["vraag"]],
  ["Werkvormen", ["werkvorm"]],
  ["Verhalen en voorbeelden", ["verhaal", "voorbeeld"]],
  ["Uitleg", ["ruimte", "uitleg", "begrip"]],
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
  const taken = new Set(values.map(({ name }) => bare(name)));
  /** @type {Group[]} */
  const groups = [
    { name: "Woorden", options: ofWords(text, source).filter(({ name }) => !taken.has(bare(name))) },
    { name: "Kenmerken", options: values },
    ...PAGES.map(([name, kinds]) => ({ name, options: ofTitles(text, kinds, source).filter((option) => !taken.has(bare(option.name))) })),
  ];
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
function ofWords(text, { counted, formsOf, small, titles }) {
  const letters = half(text);
  if (letters.length < SHORTEST) return [];
  const before = text.slice(0, pieces(text).at(-1)?.start);
  /** @type {Suggestion[]} */
  const found = [];
  const shown = new Set([letters, ...formsOf(letters)]);
  const likely = [...counted].filter(([word, pages]) => pages && word !== letters && !small.has(word)).sort(([a, many], [b, much]) => much - many || a.length - b.length || (a < b ? -1 : 1));
  for (const [word, pages] of likely) {
    if (found.length === OF_GROUP) break;
    if (shown.has(word) || (pages < RARE && found.length)) continue;
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
function ofValues(text, { book, title, knows }) {
  const typed = pieces(text);
  for (const [index, { start }] of typed.entries()) {
    const tail = typed.slice(index).map(({ word }) => word).join(" ");
    if (tail.length < SHORTEST) break;
    /** @type {Map<number, number>} */
    const found = new Map();
    const better = (/** @type {number} */ value, /** @type {number} */ sure) => found.set(value, Math.max(found.get(value) ?? 0, sure));
    book.waarden.forEach(({ label }, value) => {
      const name = words(label).join(" ");
      if (name.startsWith(tail) || name.replace(/^(de|het) /, "").startsWith(tail)) better(value, 3);
      else if (` ${name}`.includes(` ${tail}`)) better(value, 1);
    });
    if (tail.length > SHORTEST) {
      for (const [word, values] of Object.entries(book.woorden)) {
        if (word === tail || word.startsWith(tail)) for (const value of values) better(value, word === tail ? 3 : 2);
      }
    }
    const rows = [...found].map(([number, sure]) => ({ ...book.waarden[number], sure })).filter(({ facet, slug, verhalen }) => verhalen && knows(facet, slug));
    if (!rows.length) continue;
    rows.sort((a, b) => b.sure - a.sure || b.verhalen - a.verhalen);
    const left = text.slice(0, start).trim();
    return rows.slice(0, OF_GROUP).map(({ facet, slug, label }) => ({ name: label, extra: title(facet), text: left, value: { facet, slug } }));
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
  if (begun.length < SHORTEST && !whole.length) return [];
  const rows = kinds.flatMap((kind) => (Object.hasOwn(titles.titels, kind) ? titles.titels[kind] : [])).flatMap(([url, name]) => {
    const own = words(name);
    if (!whole.every((word) => own.includes(word)) || !own.some((word) => word.startsWith(begun))) return [];
    return [{ url, name, first: own.join(" ").startsWith(typed.join(" ")) }];
  });
  rows.sort((a, b) => Number(b.first) - Number(a.first));
  return rows.slice(0, OF_GROUP).map(({ url, name }) => ({ name, extra: "", url }));
}
