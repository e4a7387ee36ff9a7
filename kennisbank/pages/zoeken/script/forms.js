// Other forms of a Dutch word: "scholen" of "school", "kast" of "kastjes", "danste" of "dans".
//
// Few rules, that hold: "dan" is no form of "dans", nor "plaat" of "plaats". A form that no text has does no harm. What
// no rule makes ("musea", "begon") is data: the tables that the rules are given.

// What looks like another form of a word and is a word of its own.
const OWN = new Set(
  ("aarde alleen alles anders gebied geduld gedicht geluid geweld gewicht gezicht gezond haren iedereen langs namens nieuws " +
    "orde ouders roden ruimte samen tijdens volgens waarde").split(" "),
);
// Where an "s" at the end makes a plural: "tafels", "foto's", "films"; not "plaats" or "dans".
const PLURAL = /([^aeiou]e[lmnr]?|[aiou]|ie|je|aar|eur|erd|[mbp]|iew|[^aeiou]ing)s$/;
const SHORTEST = 4; // letters of what is left of a word without its ending
const VOWEL = "aeiou";
const VOICELESS = /([tkfsxp]|ch)$/; // behind these a past tense has a t, behind others a d
/** @type {Record<string, string>} */
const HARD = { v: "f", z: "s" };
/** @type {Record<string, string>} */
const SOFT = { f: "v", s: "z" };

/** @typedef {Readonly<Record<string, readonly string[]>>} Table words, each with the forms of it that no rule makes */

export class Forms {
  /** @param {Table} table */
  constructor(table = {}) {
    /** @type {Map<string, Set<string>>} by word the words that are forms of the same one, itself too */
    this.families = new Map();
    for (const [word, forms] of Object.entries(table)) {
      for (const form of [word, ...forms]) this.families.set(form, new Set([...(this.families.get(form) ?? []), word, ...forms]));
    }
    /** @type {Map<string, Set<string>>} */
    this.saved = new Map();
  }

  /**
   * The other forms of a word (small letters, no accents).
   * @param {string} word
   */
  of(word) {
    const known = this.saved.get(word);
    if (known) return known;
    const made = this.#made(word);
    this.saved.set(word, made);
    return made;
  }

  /** @param {string} word */
  #made(word) {
    /** @type {Set<string>} */
    const found = new Set();
    const family = this.families.get(word);
    for (const core of family ?? [word, ...singular(word)]) {
      found.add(core);
      // "gewonnen" comes of "gewon", which has no "gewone".
      const double = core.length < word.length && word.startsWith(core + core.at(-1));
      for (const shape of inflected(core, double)) {
        if (!OWN.has(shape) && !this.families.has(shape)) found.add(shape);
      }
    }
    found.delete(word);
    return found;
  }
}

/**
 * What a word may be without its ending.
 * @param {string} word
 * @returns {string[]}
 */
function singular(word) {
  if (OWN.has(word)) return [];
  const found = [];
  const small = word.match(/^(.+)jes?$/)?.[1];
  if (small) found.push(small, ...(/[tp]$/.test(small) ? [small.slice(0, -1)] : []), ...(small.endsWith("et") ? stem(small.slice(0, -2)) : []));
  const long = word.match(/^(.{3,}?)en?$/)?.[1];
  if (long) found.push(...stem(long));
  if (PLURAL.test(word)) found.push(word.slice(0, -1));
  const past = word.match(/^(.{4,})([td])en?$/);
  if (past && VOICELESS.test(past[1]) === (past[2] === "t")) found.push(past[1]);
  const done = word.match(/^ge(.{4,})[td]$/)?.[1];
  if (done) found.push(done);
  return found.filter((shape) => shape.length >= SHORTEST || doubled(word, shape));
}

/**
 * Whether a word goes on with the last letter of a short one: "lessen" of "les", "mannetje" of "man".
 * @param {string} word
 * @param {string} short
 */
function doubled(word, short) {
  return short.length === SHORTEST - 1 && word[short.length] === short.at(-1) && word.length > SHORTEST;
}

/** @param {string} letter */
const isVowel = (letter) => letter !== "" && VOWEL.includes(letter);

/**
 * What is left before "en" or "e", as it is written when it stands alone: "schol": "school", "gesprekk": "gesprek".
 * @param {string} piece
 */
function stem(piece) {
  const last = piece.at(-1) ?? "";
  if (isVowel(last)) return [piece];
  if (last === piece.at(-2)) return [piece.slice(0, -1)];
  const hard = piece.slice(0, -1) + (HARD[last] ?? last);
  const open = isVowel(piece.at(-2) ?? "") && !isVowel(piece.at(-3) ?? "") && piece.at(-2) !== "i";
  return open ? [hard, hard.slice(0, -1) + hard.at(-2) + hard.at(-1)] : [hard];
}

/**
 * What becomes of a word with an ending: "school": "scholen", "brief": "brieven"; `double` of a short last syllable.
 * @param {string} word
 * @param {boolean} double
 */
function inflected(word, double) {
  const last = word.at(-1) ?? "";
  const found = ["je", "jes", "tje", "tjes"].map((out) => word + out);
  if (!double && PLURAL.test(`${word}s`)) found.push(`${word}s`);
  if (isVowel(last)) return [...found, `${word}n`];
  const [before, vowel] = [word.at(-3) ?? "", word.at(-2) ?? ""];
  const soft = SOFT[last] ?? last;
  const short = isVowel(vowel) && !isVowel(before);
  const pieces = double ? [] : [word];
  if (short) pieces.push(word + last);
  else pieces.push(word.slice(0, -1) + soft);
  if (vowel === before && isVowel(vowel)) pieces.push(word.slice(0, -2) + soft);
  return [...found, ...pieces.flatMap((piece) => [`${piece}e`, `${piece}en`]), ...conjugated(word)];
}

/**
 * What becomes of the stem of a verb: "dans": "danst", "danste", "gedanst".
 * @param {string} word
 */
function conjugated(word) {
  if (word.length < SHORTEST) return [];
  const tense = VOICELESS.test(word) ? "t" : "d";
  const found = [`${word}${tense}e`, `${word}${tense}en`, `${word}end`, `${word}ende`];
  return /[td]$/.test(word) ? [...found, `ge${word}`] : [...found, `${word}t`, `ge${word}${tense}`, `ge${word}${tense}e`];
}

/** The forms that rules make, without a table. */
const regular = new Forms();

/** @param {string} word */
export const forms = (word) => regular.of(word);
