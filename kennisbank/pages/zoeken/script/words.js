// Words as somebody types them: compared without accents, looked up among the synonyms, and mended.

import { forms } from "./forms.js";

/** @typedef {readonly [string, string, string]} Value a facet, a value of it, and its label */
/** @typedef {{ text: string, words: string[], values: Value[] }} Part */
/** @typedef {Pick<import("../../../outputs/scripts.d.ts").Synoniemen, "waarden" | "woorden">} Synonyms */

// Words that stand in every sentence and say nothing of what is looked for.
const STOPWORDS = new Set(
  ("aan als bij dat de die dit door een en er het hoe hun ik in is je jouw kan me met mij mijn naar niet of om onze ook op " +
    "over te tot uit van voor waar wat we welke wie wij worden zijn zo n s t").split(" "),
);
const LONGEST = 6; // words of the longest synonym
const ACCENT = /[\u0300-\u036f]/g;
const WORD = /[\p{L}\p{N}]+/gu;
const ENDINGS = /^(s|e|en|n|jes?|tjes?|sen|ken|len|ten|nen|pen|den)$/;

/**
 * A text as it is compared: small letters without accents.
 * @param {string} text
 */
export function bare(text) {
  return text.toLowerCase().normalize("NFKD").replace(ACCENT, "");
}

/**
 * The words of a text, as they are compared.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return bare(text).match(WORD) ?? [];
}

/**
 * Whether a word is one that was looked for: it begins so, or it is another form of it ("school", "scholen").
 * @param {string} word
 * @param {string} sought
 */
export function formOf(word, sought) {
  return word.startsWith(sought) || forms(sought).has(word);
}

/**
 * Cut a text in parts: a group of words that is a synonym, or one word. Words that say nothing are left out, unless there
 * are no others. A part has `text` (what was typed), `words`, and `values` (facet, value, label) that it stands for.
 * @param {string} text
 * @param {Synonyms} synonyms
 * @returns {Part[]}
 */
export function parts(text, synonyms) {
  const all = words(text);
  /** @type {Part[]} */
  const found = [];
  for (let start = 0; start < all.length; ) {
    let length = Math.min(LONGEST, all.length - start);
    while (length > 1 && !meaning(all.slice(start, start + length).join(" "), synonyms).length) length--;
    const piece = all.slice(start, start + length);
    found.push({ text: piece.join(" "), words: tally(piece), values: meaning(piece.join(" "), synonyms) });
    start += length;
  }
  const left = found.filter((part) => !STOPWORDS.has(part.text));
  return left.length ? left : found;
}

/** @param {string[]} list */
function tally(list) {
  const left = list.filter((word) => !STOPWORDS.has(word));
  return left.length ? left : list;
}

/**
 * The values that a word stands for, also with another ending: "tekenlessen" is "tekenles".
 * @param {string} word
 * @param {Synonyms} synonyms
 * @returns {Value[]}
 */
function meaning(word, { woorden: known, waarden }) {
  for (let length = word.length; length >= Math.max(4, word.length - 4) || length === word.length; length--) {
    const shape = word.slice(0, length);
    const ending = word.slice(length);
    if (Object.hasOwn(known, shape) && (!ending || ENDINGS.test(ending))) return known[shape].map((index) => waarden[index]);
  }
  return [];
}

/**
 * How many letters must be added, left out, replaced or swapped; more than `most` is not counted further.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[]} */
  let eerder = [];
  let previous = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let lowest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], eerder[j - 2] + 1);
      lowest = Math.min(lowest, row[j]);
    }
    if (lowest > most) return most + 1;
    [eerder, previous] = [previous, row];
  }
  return previous[b.length];
}

/**
 * The word of a list (the most common first) that is nearest to a word with a typing error, or undefined.
 * @param {string} word
 * @param {readonly string[]} list
 * @returns {string | undefined}
 */
export function nearest(word, list) {
  /** @type {string | undefined} */
  let best;
  let smallest = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  for (const other of list) {
    const difference = distance(word, bare(other), smallest);
    if (difference <= smallest && difference > 0) {
      best = other;
      smallest = difference - 1;
      if (smallest < 1) break;
    }
  }
  return best;
}

/**
 * Cut a compound in two known words: "tekenwedstrijd" in "teken" and "wedstrijd"; undefined where that fails.
 * @param {string} word
 * @param {(letter: string) => Promise<readonly string[]>} listOf
 * @returns {Promise<[string, string] | undefined>}
 */
export async function split(word, listOf) {
  for (let place = word.length - 3; place >= 3; place--) {
    const behind = word.slice(place);
    const known = (await listOf(behind[0])).some((other) => bare(other) === behind);
    if (!known) continue;
    for (const before of [word.slice(0, place), word.slice(0, place).replace(/(s|en|e)$/, "")]) {
      if (before.length > 2 && (await listOf(before[0])).some((other) => bare(other).startsWith(before))) return [before, behind];
    }
  }
  return undefined;
}
