// What a text means: the things that are looked for, what must not be there, and which kind of page is asked for.

import { words } from "./words.js";

/** @typedef {import("../../../outputs/scripts.d.ts").Woordenboek} Book */
/** @typedef {import("./forms.js").Forms} Forms */
/**
 * One thing that is looked for. `text` is what was typed, `equals` are other words for it, `values` the numbers of the
 * values that it means, `under` of those that are broader, and `broader` broader words.
 * @typedef {{ text: string, equals: string[], values: number[], under: number[], broader: string[] }} Part
 */
/** @typedef {{ parts: Part[], without: Part[], kind: string, whole: string[] }} Query */

const LONGEST = 6; // words of the longest group
const LEAST = 0.02; // what the most common word of all says
const NUMBER = 0.3; // what a number says
const SHORTEST = 4; // letters of a word that is part of a compound typed apart
const LISTED = 0.6; // what a word of the lists says at least, however common
const WITHOUT = "zonder";

/**
 * What is looked up in a book of words: with the forms of each word.
 */
export class Meaning {
  /**
   * @param {Book} book
   * @param {Forms} forms
   */
  constructor(book, forms) {
    this.book = book;
    this.forms = forms;
    this.small = new Set(book.klein);
    /** @type {Map<string, number>} how common a word is in Dutch: 0 is the most common of all */
    this.common = new Map(book.gewoon.split(" ").map((word, place) => [word, place]));
    /** @type {Map<string, Set<string>>} */
    this.same = new Map();
    for (const group of book.gelijk) {
      for (const word of group) this.same.set(word, new Set([...(this.same.get(word) ?? []), ...group]));
    }
    /** @type {Map<string, string>} */
    this.kinds = new Map(Object.entries(book.soorten).flatMap(([kind, names]) => names.map((name) => /** @type {[string, string]} */ ([name, kind]))));
  }

  /**
   * What a table says of a word, or of another form of it.
   * @template T
   * @param {string} word
   * @param {(form: string) => T | undefined} look
   * @returns {T | undefined}
   */
  #look(word, look) {
    const own = look(word);
    if (own !== undefined || word.includes(" ")) return own;
    for (const form of this.forms.of(word)) {
      const found = look(form);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * @param {string} text
   * @returns {Part}
   */
  part(text) {
    const { woorden, eronder, ruimer } = this.book;
    /**
     * @template T
     * @param {Readonly<Record<string, readonly T[]>>} table
     */
    const from = (table) => [...(this.#look(text, (form) => (Object.hasOwn(table, form) ? table[form] : undefined)) ?? [])];
    const equals = [...(this.#look(text, (form) => this.same.get(form)) ?? [])].filter((word) => word !== text);
    // What is the same as a name of a value means that value too, unless it has a value itself, or is a part of one.
    const own = from(woorden);
    const values = own.length || from(eronder).length ? own : [...new Set(equals.flatMap((word) => (Object.hasOwn(woorden, word) ? woorden[word] : [])))];
    return { text, equals, values, under: from(eronder).filter((value) => !values.includes(value)), broader: from(ruimer) };
  }

  /**
   * How much a thing says of what is looked for, from 0 to 1: a word that stands in every Dutch text says little. What
   * the lists know is meant.
   * @param {Part} part
   */
  telling({ text, equals, values, under }) {
    if (values.length || under.length) return 1;
    if (/^\d+$/.test(text)) return NUMBER;
    const said = Math.sqrt((this.common.get(text) ?? this.common.size) / this.common.size);
    return Math.max(said, equals.length ? LISTED : LEAST);
  }

  /**
   * Whether a group of words, or one word, means something.
   * @param {string} text
   */
  knows(text) {
    const { woorden, eronder, ruimer } = this.book;
    return [woorden, eronder, ruimer].some((table) => Object.hasOwn(table, text)) || this.same.has(text) || this.kinds.has(text);
  }

  /**
   * Read a text. Words that say nothing are left out, unless there are no others; so is what names a kind of page.
   * @param {string} text
   * @returns {Query}
   */
  read(text) {
    const all = words(text);
    const pieces = this.#pieces(all);
    const useful = (/** @type {string} */ piece) => !this.small.has(piece) && (piece.length > 1 || /\d/.test(piece));
    /** @type {string[]} */
    const wanted = [];
    /** @type {string[]} */
    const without = [];
    let not = false;
    for (const piece of pieces) {
      if (piece === WITHOUT && pieces.length > 1) not = true;
      else if (useful(piece)) {
        (not ? without : wanted).push(piece);
        not = false;
      }
    }
    const kinds = wanted.map((piece) => this.kinds.get(piece));
    const things = wanted.filter((_, index) => !kinds[index]);
    const kind = things.length ? (kinds.find(Boolean) ?? "") : "";
    const left = things.length ? things : wanted.length ? wanted : without.length ? [] : pieces;
    const said = left.join(" ");
    return {
      parts: [...new Set(left)].map((piece) => this.part(piece)),
      without: without.map((piece) => this.part(piece)),
      kind,
      whole: [...new Set([all.join(" "), said])].filter(Boolean),
    };
  }

  /**
   * Cut words in groups that mean something together, and single words.
   * @param {readonly string[]} all
   */
  #pieces(all) {
    const found = [];
    for (let start = 0; start < all.length; ) {
      let length = Math.min(LONGEST, all.length - start);
      while (length > 1 && !this.knows(all.slice(start, start + length).join(" "))) length--;
      const joined = length === 1 ? this.#joined(all[start], all[start + 1]) : "";
      if (joined) length = 2;
      found.push(joined || all.slice(start, start + length).join(" "));
      start += length;
    }
    return found;
  }

  /**
   * A compound that was typed as two words: "kring gesprek".
   * @param {string} first
   * @param {string | undefined} second
   */
  #joined(first, second = "") {
    const whole = first + second;
    return Math.min(first.length, second.length) >= SHORTEST && !(this.knows(first) && this.knows(second)) && this.knows(whole) ? whole : "";
  }
}
