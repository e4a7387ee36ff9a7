// The piece of a text that shows why it was found, and what there is to say of it.

import { bare, words } from "./words.js";

/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {{ text: string, hit?: boolean }} Piece */
/**
 * A thing that was looked for: `text` is what was typed, `words` are all words that were looked for, in all their forms, and
 * `groups` those of several words, and `wider` broader words.
 * @typedef {{ text: string, words: ReadonlySet<string>, wider?: ReadonlySet<string>, groups: readonly string[] }} Sought
 */
/** @typedef {{ thing: Sought, names: string[], values: string[], questions: string[] }} Reason */

const LENGTH = 34;
const SHORTEST = 4; // letters of a word of a group that is marked by itself
const SHORTEST_INSIDE = 3; // letters of a part of a compound
const ENDING = /^(e?n|s|e|t?jes?)?$/;
const CORE = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/** @type {Map<string, string[]>} The words of pieces that were seen before: while somebody types, the same texts are shown again. */
const seen = new Map();

/** @param {string} piece of a text, without spaces */
function wordsIn(piece) {
  const known = seen.get(piece);
  if (known) return known;
  const found = words(piece);
  seen.set(piece, found);
  return found;
}

/** @param {readonly string[]} names */
export function enumeration(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`;
}

/**
 * Tells of a piece of text without spaces whether it has one of the words that were looked for: as a word of its own, in a
 * group that stands in the text, or as a part of a compound.
 * @param {Vondst} data
 * @param {readonly Sought[]} things
 */
function hitsIn(data, things) {
  const own = new Set(data.delen);
  // A part of a compound is there in the form that it has in it: "taak" in "takenlijst".
  const inside = things.flatMap((thing) => ([...thing.words].some((word) => own.has(word)) ? [...thing.words].filter((word) => word.length >= SHORTEST_INSIDE) : []));
  const groups = things.flatMap((thing) => thing.groups);
  const text = groups.length ? shownOf(data) : "";
  const grouped = new Set(groups.filter((group) => text.includes(` ${group} `)).flatMap((group) => telling(group.split(" "))));
  return (/** @type {string} */ piece) =>
    wordsIn(piece).some((word) => grouped.has(word) || things.some((thing) => thing.words.has(word)) || inside.some((part) => isPart(word, part)));
}

/**
 * Whether a word is a compound with this part in it: what is left before it is a word too, and behind it a word or an ending.
 * @param {string} word
 * @param {string} part
 */
function isPart(word, part) {
  const place = word.lastIndexOf(part);
  const behind = word.slice(place + part.length);
  return word !== part && place >= 0 && (place === 0 || place >= SHORTEST_INSIDE) && (place === 0 ? behind.length >= SHORTEST_INSIDE : behind.length >= SHORTEST_INSIDE || ENDING.test(behind));
}

/**
 * The words of a group that are marked by themselves: the long ones, unless there are none.
 * @param {readonly string[]} group
 */
function telling(group) {
  const long = group.filter((word) => word.length >= SHORTEST);
  return long.length ? long : group;
}

/** @type {WeakMap<Vondst, string>} */
const shown = new WeakMap();

/**
 * All words of what is shown of a page, with a space around each.
 * @param {Vondst} data
 */
function shownOf(data) {
  const { titel, label, samenvatting, tekst, namen } = data;
  const known = shown.get(data);
  if (known !== undefined) return known;
  const found = ` ${words([titel, label, samenvatting, tekst, ...namen].join(" · ")).join(" ")} `;
  shown.set(data, found);
  return found;
}

/**
 * Why a page was found for each thing that stands nowhere in its title, place or text: `names` that it is called by and that
 * have it, or else `values` that the thing stands for, or else `questions` that the page is an answer to. What has none of
 * these was found by words that its writer gave and that nobody sees.
 * @param {Vondst} data
 * @param {readonly Sought[]} things
 * @param {(index: number) => string[]} valuesOf labels of the values that a thing stands for and that the page has
 * @param {readonly string[]} questions
 * @returns {Reason[]}
 */
export function reasons(data, things, valuesOf = () => [], questions = []) {
  return things.flatMap((thing, index) => {
    const hit = hitsIn(data, [thing]);
    if (`${data.titel} ${data.label} ${data.samenvatting} ${data.tekst}`.split(" ").some(hit)) return [];
    const called = data.namen.filter((name) => name.split(" ").some(hit));
    const itself = called.filter((name) => bare(name).includes(bare(thing.text)));
    // A name that has only another word for it does not tell why: what the word stands for does.
    const values = itself.length ? [] : valuesOf(index);
    const names = itself.length ? itself : values.length ? [] : called;
    return [{ thing, names, values, questions: names.length || values.length ? [] : [...questions] }];
  });
}

/**
 * What to show of a page: texts, of which some are `hit`.
 * @param {Vondst} data
 * @param {readonly Sought[]} things
 * @returns {Piece[]}
 */
export function fragment(data, things) {
  const { samenvatting, tekst } = data;
  const hit = hitsIn(data, things);
  const above = marked(samenvatting, hit);
  const each = things.map((thing) => hitsIn(data, [thing]));
  /** @param {string} text */
  const count = (text) => each.filter((has) => text.split(" ").some(has)).length;
  if (!things.length || (count(samenvatting) && count(samenvatting) >= count(tekst))) return above;
  const all = tekst.split(" ");
  const places = all.flatMap((word, index) => (hit(word) ? [index] : []));
  if (!places.length) return above;
  const begin = start(all, places);
  const end = Math.min(all.length, begin + LENGTH);
  /** @type {Piece[]} */
  const pieces = marked(all.slice(begin, end).join(" "), hit);
  if (begin > 0) pieces.unshift({ text: "… " });
  if (end < all.length) pieces.push({ text: " …" });
  return pieces;
}

/**
 * Where to begin, so that most hits are in sight: at the beginning of a sentence where one is near.
 * @param {readonly string[]} text
 * @param {readonly number[]} places
 */
function start(text, places) {
  let best = places[0];
  let most = 0;
  for (const first of places) {
    const count = places.filter((spot) => spot >= first && spot < first + LENGTH - 8).length;
    if (count > most) [best, most] = [first, count];
  }
  for (let spot = best; spot > Math.max(0, best - 14); spot--) {
    if (/[.!?]['"”’)]*$/.test(text[spot - 1])) return spot;
  }
  return best <= 14 ? 0 : best - 6;
}

/**
 * A text in pieces, those that were hit apart and without the signs around them.
 * @param {string} text
 * @param {(piece: string) => boolean} hit
 * @returns {Piece[]}
 */
function marked(text, hit) {
  /** @type {Piece[]} */
  const pieces = [];
  /**
   * @param {string} part
   * @param {boolean} found
   */
  const add = (part, found) => {
    const last = pieces.at(-1);
    if (last && !last.hit && !found) last.text += part;
    else if (part) pieces.push({ text: part, hit: found });
  };
  for (const [index, word] of text.split(" ").entries()) {
    if (index) add(" ", false);
    if (!hit(word)) {
      add(word, false);
      continue;
    }
    const [, before, core, after] = /** @type {RegExpMatchArray} */ (word.match(CORE));
    add(before, false);
    add(core, true);
    add(after, false);
  }
  return pieces;
}

/**
 * A title or a place in pieces, with what was hit apart.
 * @param {string} text
 * @param {readonly Sought[]} things
 * @param {Vondst} data
 */
export function heading(text, things, data) {
  return marked(text, hitsIn(data, things));
}

/**
 * What was typed, as it stands in a text: with its accents and capitals.
 * @param {string} text what is compared
 * @param {string} typed
 */
export function asTyped(text, typed) {
  const pieces = [...typed.matchAll(/[\p{L}\p{N}]+/gu)];
  const sought = text.split(" ");
  for (let place = 0; place + sought.length <= pieces.length; place++) {
    const own = pieces.slice(place, place + sought.length);
    const [first, last] = [own[0], /** @type {RegExpExecArray} */ (own.at(-1))];
    if (own.map(([piece]) => bare(piece)).join(" ") === text) return typed.slice(first.index, last.index + last[0].length);
  }
  return text;
}
