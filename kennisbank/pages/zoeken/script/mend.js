// What somebody meant who made a typing error: the word that is nearest in letters, or in sound.

import { bare } from "./words.js";

/** @type {[RegExp, string][]} */
const SOUNDS = [
  [/ph/g, "f"], [/th/g, "t"], [/sch(?![aeiou])/g, "s"], [/ch/g, "g"], [/ck|qu?/g, "k"], [/x/g, "ks"], [/c(?=[eiy])/g, "s"],
  [/c/g, "k"], [/z/g, "s"], [/v/g, "f"], [/ij|ei|y/g, "y"], [/ou|au/g, "ou"], [/ie/g, "i"], [/dt?$/, "t"], [/(.)\1+/g, "$1"],
];
const SHORT = 4; // letters of a word in which nothing is mended
const LONG = 6; // letters of a word in which two letters can be wrong
const HALF = 0.5; // what a word that sounds the same is away
const SHORTEST_HEAD = 4; // letters of the first part of a compound: "rolstoel" is not looked for as "rol"
const SHORTEST_PART = 3;
const ENDINGS = /(tjes?|jes?|en|s|e|n)$/;
const LETTERS = { c: "k", k: "c", z: "s", s: "z", v: "f", f: "v", i: "y", y: "i", g: "c", q: "k" };

/** @type {Map<string, string>} How words sound that were compared before: the same lists are gone through for each typing error. */
const heard = new Map();

/**
 * How a word sounds, in letters that are only compared with each other.
 * @param {string} word
 */
export function sound(word) {
  const known = heard.get(word);
  if (known !== undefined) return known;
  const letters = SOUNDS.reduce((text, [one, other]) => text.replace(one, other), word);
  heard.set(word, letters);
  return letters;
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
  let earlier = [];
  let previous = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let lowest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], earlier[j - 2] + 1);
      lowest = Math.min(lowest, row[j]);
    }
    if (lowest > most) return most + 1;
    [earlier, previous] = [previous, row];
  }
  return previous[b.length];
}

/** @param {number} length */
const tolerance = (length) => (length < SHORT ? 0 : length < LONG ? 1 : 2);

/**
 * The word of a list (the most telling first) that is nearest to a word with a typing error, or undefined. A word that
 * sounds the same is nearer than one with another letter. What is meant may have an ending that was not typed.
 * @param {string} word
 * @param {Iterable<string>} list
 * @param {number} farthest how many letters can be wrong at most
 * @returns {string | undefined}
 */
export function nearest(word, list, farthest = 2) {
  const typed = sound(word);
  /** @type {string | undefined} */
  let best;
  let smallest = Infinity;
  for (const other of list) {
    const shape = bare(other);
    const most = Math.min(tolerance(Math.max(word.length, shape.length)), word.length < SHORT ? 0 : farthest, Math.ceil(smallest) - 1 + HALF);
    if (most <= 0) continue;
    let away = distance(word, shape, Math.floor(most));
    if (away > 1 && sound(shape) === typed) away = HALF * 2;
    else if (away === 1 && sound(shape) === typed) away = HALF;
    if (away > most && word.length >= LONG) {
      const short = shape.replace(ENDINGS, "");
      if (short.length >= LONG - 1) away = Math.min(away, distance(word, short, 1) + HALF, sound(short) === typed ? 1 : Infinity);
    }
    if (away > 0 && away <= most && away < smallest) [best, smallest] = [other, away];
    if (smallest <= HALF) break;
  }
  return best;
}

/**
 * The first letters of the words that may be meant: the one that was typed, what sounds like it, and the second, for the
 * first may be one too many or stand behind it.
 * @param {string} word
 */
export function beginnings(word) {
  const [first = "", second = ""] = word;
  return [...new Set([first, LETTERS[/** @type {keyof typeof LETTERS} */ (first)] ?? "", second])].filter(Boolean);
}

/**
 * The ways to cut a compound in two, the longest last part first. Before it can stand an "s", "e", "n" or "en".
 * @param {string} word
 * @returns {[string[], string][]}
 */
export function cuts(word) {
  /** @type {[string[], string][]} */
  const found = [];
  for (let place = SHORTEST_HEAD; place <= word.length - SHORTEST_PART; place++) {
    const before = word.slice(0, place);
    const short = before.replace(/(s|en|e|n)$/, "");
    found.push([[...new Set([before, short])].filter((part) => part.length >= SHORTEST_HEAD), word.slice(place)]);
  }
  return found;
}
