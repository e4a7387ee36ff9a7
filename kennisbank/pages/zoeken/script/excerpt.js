// The piece of a text that shows why it was found.

import { formOf, words } from "./words.js";

/** @typedef {import("./words.js").Part} Part */
/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {{ text: string, hit?: boolean }} Piece */
/** @typedef {{ part: Part, names: string[], values: string[] }} Reason */

const LENGTH = 34;
const SHORTEST_AHEAD = 3; // letters before the end of a compound
const PLURAL = /^(s|en|(.)en)?$/;
const CORE = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/**
 * Whether a word is what was looked for: a form of it, or a compound that ends on it (`tail`: such ends).
 * @param {string} word
 * @param {readonly string[]} sought
 * @param {readonly string[]} tail
 */
function hits(word, sought, tail) {
  return sought.some((other) => formOf(word, other)) || tail.some((part) => endsWith(word, part));
}

/**
 * @param {string} word
 * @param {string} part
 */
function endsWith(word, part) {
  const place = word.lastIndexOf(part);
  return place >= SHORTEST_AHEAD && PLURAL.test(word.slice(place + part.length));
}

/**
 * Whether a piece of text without spaces has one of the words that were looked for.
 * @param {string} piece
 * @param {readonly string[]} sought
 * @param {readonly string[]} tail
 */
function isHit(piece, sought, tail) {
  return words(piece).some((word) => hits(word, sought, tail));
}

/** @param {readonly Part[]} parts */
const wordsOf = (parts) => parts.flatMap((part) => part.words);

/**
 * The ends of the compounds of a page that are a form of what was looked for.
 * @param {Vondst} data
 * @param {readonly string[]} sought
 */
function tails(data, sought) {
  return words(data.delen).filter((part) => sought.some((word) => formOf(part, word)));
}

/** @param {readonly string[]} names */
export function enumeration(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`;
}

/**
 * Why a page was found for each part of a search that stands nowhere in its title, place or text: `names` that it is
 * called by and that have the part, or else `values` that the part stands for, out of `own(part)`: the labels of those
 * that the page has. What has neither is left out.
 * @param {Vondst} data
 * @param {readonly Part[]} parts
 * @param {(part: Part) => string[]} own
 * @returns {Reason[]}
 */
export function reasons(data, parts, own = () => []) {
  const visible = words(`${data.titel} ${data.label} ${data.samenvatting} ${data.tekst}`);
  /** @param {string} word */
  const namesWith = (word) => {
    const tail = tails(data, [word]);
    if (visible.some((other) => hits(other, [word], tail))) return undefined;
    return data.namen.filter((name) => isHit(name, [word], tail));
  };
  return parts.flatMap(/** @type {(part: Part) => Reason[]} */ ((part) => {
    const missed = part.words.map(namesWith).filter((names) => names !== undefined);
    if (!missed.length) return [];
    if (missed.every((names) => names.length)) return [{ part, names: missed.flat(), values: [] }];
    const values = own(part);
    return values.length ? [{ part, names: [], values }] : [];
  }));
}

/**
 * What to show of a page: texts, of which some are `hit`.
 * @param {Vondst} data
 * @param {readonly Part[]} parts
 * @returns {Piece[]}
 */
export function fragment(data, parts) {
  const { samenvatting, tekst } = data;
  const sought = wordsOf(parts);
  const tail = tails(data, sought);
  const above = marked(samenvatting, sought, tail);
  if (!parts.length || above.some(({ hit }) => hit)) return above;
  const all = tekst.split(" ");
  const plaatsen = all.flatMap((word, index) => (isHit(word, sought, tail) ? [index] : []));
  if (!plaatsen.length) return above;
  const begin = window_(all, plaatsen);
  const end = Math.min(all.length, begin + LENGTH);
  /** @type {Piece[]} */
  const pieces = marked(all.slice(begin, end).join(" "), sought, tail);
  if (begin > 0) pieces.unshift({ text: "… " });
  if (end < all.length) pieces.push({ text: " …" });
  return pieces;
}

/**
 * Where to begin, so that most hits are in sight: at the beginning of a sentence where one is near.
 * @param {readonly string[]} text
 * @param {readonly number[]} plaatsen
 */
function window_(text, plaatsen) {
  let best = plaatsen[0];
  let most = 0;
  for (const first of plaatsen) {
    const count = plaatsen.filter((spot) => spot >= first && spot < first + LENGTH - 8).length;
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
 * @param {readonly string[]} sought
 * @param {readonly string[]} tail
 * @returns {Piece[]}
 */
function marked(text, sought, tail) {
  /** @type {Piece[]} */
  const pieces = [];
  /**
   * @param {string} part
   * @param {boolean} hit
   */
  const add = (part, hit) => {
    const last = pieces.at(-1);
    if (last && !last.hit && !hit) last.text += part;
    else if (part) pieces.push({ text: part, hit });
  };
  for (const [index, word] of text.split(" ").entries()) {
    if (index) add(" ", false);
    if (!sought.length || !isHit(word, sought, tail)) {
      add(word, false);
      continue;
    }
    const [, before, core, na] = /** @type {RegExpMatchArray} */ (word.match(CORE));
    add(before, false);
    add(core, true);
    add(na, false);
  }
  return pieces;
}

/**
 * A title or a place in pieces, with what was hit apart.
 * @param {string} text
 * @param {readonly Part[]} parts
 * @param {Vondst} data
 */
export function heading(text, parts, data) {
  return marked(text, wordsOf(parts), tails(data, wordsOf(parts)));
}
