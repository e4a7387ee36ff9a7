// Words as they are compared.

import { forms } from "./forms.js";

const ACCENT = /[\u0300-\u036f]/g;
const PLAIN = /^[\0-\x7f]*$/;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * A text as it is compared: small letters without accents.
 * @param {string} text
 */
export function bare(text) {
  const small = text.toLowerCase();
  return PLAIN.test(small) ? small : small.normalize("NFKD").replace(ACCENT, "");
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
