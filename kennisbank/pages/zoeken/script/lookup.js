// Looks up what somebody means: which pages have a word, in what form and how surely; and mends what is typed wrong.

import { Forms } from "./forms.js";
import { beginnings, cuts, nearest } from "./mend.js";
import { NAMES, Postings, TITLE, WHOLE } from "./postings.js";
import { Meaning } from "./query.js";
import { better, strength } from "./rank.js";

/** @typedef {import("./query.js").Part} Part */
/** @typedef {import("./rank.js").Strengths} Strengths */
/** @typedef {import("../../../outputs/scripts.d.ts").Woordenboek} Book */
/**
 * What was found of one thing: how much each page has of it (`hits`), the pages that only come near (`near`), and those
 * that are called so (`named`). `own` says that a page has the word itself. `text` is what was typed, `words` are all that were looked for, in all their forms, and
 * `groups` those of several words; `wider` are broader words, in all their forms.
 * @typedef {{ part: Part, hits: Strengths, named: Set<number>, near: Strengths, own: boolean, text: string, words: Set<string>, wider: Set<string>, groups: string[] }} Thing
 */

// How sure it is that a page is meant which has a word in another way than as it was typed.
const FORM = 0.97;
const EQUAL = 0.85;
const VALUE = 0.55;
const COMPLETED = 0.6;
const CUT = 0.55;
const COMPLETIONS = 12;
const SHORTEST_COMPLETED = 3;
const LIKELIER = 3; // how many times more pages have a word that is meant by a slip
const PIECE = 4; // letters of a part of a compound that nobody made before

export class Lookup {
  /**
   * @param {readonly string[]} first the first words of the blocks of the index
   * @param {<T>(name: string) => Promise<T>} table fetches a table, once
   */
  constructor(first, table) {
    this.table = table;
    this.postings = new Postings(first, (number) => table(`blok/${number}`));
    /** @type {Meaning | undefined} */
    this.read = undefined;
  }

  /** What words mean, and their forms; fetched when there is a text to search. */
  async meaning() {
    const book = /** @type {Book} */ (await this.table("woordenboek"));
    this.read ??= new Meaning(book, new Forms(book.vormen));
    return this.read;
  }

  /**
   * The pages that are called what was typed, as a whole.
   * @param {readonly string[]} texts
   * @param {number} where what they must be of the page: any name, or its title
   * @returns {Promise<Strengths>}
   */
  async whole(texts, where = 0) {
    const found = new Map();
    for (const posting of await Promise.all(texts.map((text) => this.postings.of(text)))) {
      for (const [page, own] of posting) if (own & WHOLE && (own & where) === where) found.set(page, 1);
    }
    return found;
  }

  /**
   * Find one thing.
   * @param {Part} part
   * @param {Meaning} meaning
   * @param {boolean} half whether it is still being typed
   * @returns {Promise<Thing>}
   */
  async thing(part, meaning, half) {
    const { book, forms } = meaning;
    // All that is looked up below is asked for at once: one after the other would cost a round trip each.
    for (const word of [part.text, ...part.equals, ...part.broader]) {
      for (const one of [word, ...(word.includes(" ") ? [] : forms.of(word))]) this.postings.ask(one);
    }
    for (const value of [...part.values, ...part.under]) this.postings.ask(`=${book.waarden[value].facet}/${book.waarden[value].slug}`);
    /** @type {Set<string>} */
    const sought = new Set();
    const { found: hits, named } = await this.#any([[[part.text], 1]], meaning, sought);
    const own = hits.size > 0;
    const equal = await this.#any([[part.equals, EQUAL]], meaning, sought);
    for (const [page, much] of equal.found) better(hits, page, much);
    for (const page of equal.named) named.add(page);
    for (const value of part.values) {
      const { facet, slug } = book.waarden[value];
      // The words for a value that pages are called by say no more than that they have it.
      for (const page of (await this.postings.of(`=${facet}/${slug}`)).keys()) better(hits, page, VALUE);
    }
    /** @type {Set<string>} */
    const wider = new Set();
    const { found: near } = await this.#any([[part.broader, 1]], meaning, wider);
    const close = part.values.filter((value) => !book.waarden[value].verhalen).flatMap((value) => book.waarden[value].dichtbij);
    for (const value of [...part.under, ...close]) {
      const { facet, slug } = book.waarden[value];
      for (const page of (await this.postings.of(`=${facet}/${slug}`)).keys()) better(near, page, VALUE);
    }
    const missing = !hits.size && !part.text.includes(" ");
    // A compound with one letter wrong is an error first: "theter" is not "the" and "ter".
    if (missing && (half || !(await this.#slip(part.text)))) {
      for (const [page, much] of await this.#apart(part.text, meaning, sought)) better(hits, page, much);
    }
    if ((half || (missing && !hits.size && !near.size && !part.values.length)) && part.text.length >= SHORTEST_COMPLETED && (half || !(await this.#dutch(part.text)))) {
      const completed = await this.postings.beginning(part.text, COMPLETIONS);
      const single = completed.filter((word) => !word.includes(" ") && word !== part.text);
      const { found } = await this.#any([[single, COMPLETED]], meaning, sought, true);
      if (half || !(await this.#likelier(part.text, found.size))) for (const [page, much] of found) better(hits, page, much);
    }
    return { part, hits, named, near, own, text: part.text, words: sought, wider, groups: [part.text, ...part.equals].filter((word) => word.includes(" ")) };
  }

  /**
   * The pages that have one of some words, or a form of one.
   * @param {readonly [readonly string[], number][]} groups words, and how much a page has of the thing that has one
   * @param {Meaning} meaning
   * @param {Set<string>} sought gets every word that is looked for
   * @param {boolean} exact
   * @returns {Promise<{ found: Strengths, named: Set<number> }>} `named` are the pages that are called by one
   */
  async #any(groups, { forms }, sought, exact = false) {
    const found = new Map();
    const named = new Set();
    const looked = groups.flatMap(([list, sure]) => list.flatMap((word) => [
      { word, sure },
      ...(exact || word.includes(" ") ? [] : [...forms.of(word)].map((form) => ({ word: form, sure: sure * FORM }))),
    ]));
    await Promise.all(looked.map(async ({ word, sure }) => {
      if (!word.includes(" ")) sought.add(word);
      for (const [page, where] of await this.postings.of(word)) {
        better(found, page, sure * strength(where));
        if (where & (TITLE | NAMES)) named.add(page);
      }
    }));
    return { found, named };
  }

  /**
   * The pages that have both words of a compound that no page has.
   * @param {string} word
   * @param {Meaning} meaning
   * @param {Set<string>} sought
   * @returns {Promise<Strengths>}
   */
  async #apart(word, meaning, sought) {
    for (const [before, behind] of cuts(word)) {
      if (meaning.small.has(behind)) continue;
      for (const first of before) {
        if (meaning.small.has(first) || !(await this.postings.of(first)).size) continue;
        /** @type {Set<string>} */
        const found = new Set();
        const [ones, others] = await Promise.all([first, behind].map(async (part) => {
          const { text, equals } = meaning.part(part);
          return (await this.#any([[[text], 1], [equals, EQUAL]], meaning, found)).found;
        }));
        const both = [...ones].filter(([page]) => others.has(page));
        if (!both.length) continue;
        for (const one of found) sought.add(one);
        return new Map(both.map(([page, much]) => [page, CUT * Math.min(much, /** @type {number} */ (others.get(page)))]));
      }
    }
    return new Map();
  }

  /**
   * Whether Dutch has a word: then it is no typing error.
   * @param {string} word
   */
  async #dutch(word) {
    const key = word.slice(0, 2);
    const { nederlands } = (await this.meaning()).book;
    return nederlands.includes(key) && /** @type {string[]} */ (await this.table(`nederlands/${key}`)).includes(word);
  }

  /**
   * Whether a word is made of two that Dutch has, be it that nobody made it before: "leerlingenraad".
   * @param {string} word
   */
  async #made(word) {
    for (const [before, behind] of cuts(word)) {
      if (behind.length < PIECE || Math.max(...before.map(({ length }) => length)) < PIECE) continue;
      for (const first of before) if (first.length >= PIECE && (await this.#dutch(first)) && (await this.#dutch(behind))) return true;
    }
    return false;
  }

  /**
   * Whether a word that no page has is a slip rather than the beginning of others, which `pages` pages have. "Muziekd" is a
   * beginning, though it is "muziek" with a letter too many; "muzik" is a slip, though "muzikant" begins so; and "thea" is
   * the beginning of "theater", and not "thema".
   * @param {string} word
   * @param {number} pages
   */
  async #likelier(word, pages) {
    const slip = await this.#slip(word);
    return Boolean(slip) && !String(slip).startsWith(word) && !word.startsWith(String(slip)) && (await this.postings.of(String(slip))).size > LIKELIER * pages;
  }

  /**
   * The word that is meant by one with a single letter wrong, or undefined.
   * @param {string} word
   */
  async #slip(word) {
    return (await this.#dutch(word)) ? undefined : nearest(word, await this.#spelled(beginnings(word)), 1);
  }

  /**
   * The text to search for in place of a word that no page has, or undefined when it is no typing error or past mending.
   * @param {string} word
   * @param {Meaning} meaning
   */
  async mend(word, { book }) {
    if (word.includes(" ")) return undefined;
    if (Object.hasOwn(book.fouten, word)) return book.fouten[word];
    if (await this.#dutch(word)) return undefined;
    const lists = await this.#spelled(beginnings(word));
    const one = await this.#slip(word);
    if (one || (await this.#made(word))) return one;
    const two = nearest(word, lists);
    if (two) return two;
    const known = new Set(lists);
    for (const [before, behind] of cuts(word).reverse()) {
      for (const first of before) {
        if (!known.has(first)) continue;
        const other = Object.hasOwn(book.fouten, behind) ? book.fouten[behind] : behind.length > 4 ? nearest(behind, await this.#spelled(beginnings(behind))) : undefined;
        if (other) return known.has(word.slice(0, -behind.length) + other) ? word.slice(0, -behind.length) + other : `${first} ${other}`;
      }
    }
    return undefined;
  }

  /**
   * Words that a typing error is mended to: those that begin so, and then the most telling of all.
   * @param {readonly string[]} letters
   */
  async #spelled(letters) {
    const { letters: there } = (await this.meaning()).book;
    const names = ["alle", ...letters.filter((letter) => there.includes(letter))];
    return (await Promise.all(names.map((name) => /** @type {Promise<string[]>} */ (this.table(`woorden/${name}`))))).flat();
  }
}
