// Other forms of a Dutch word: "scholen" of "school", "kast" of "kastjes".
//
// Few rules, that hold: "dan" is no form of "dans", nor "plaat" of "plaats". A form that no text has does no harm.

/** @type {Record<string, string>} */
const IRREGULAR = {
  bladeren: "blad", dagen: "dag", gaten: "gat", glazen: "glas", kinderen: "kind", leden: "lid", liederen: "lied",
  musea: "museum", podia: "podium", schepen: "schip", steden: "stad", waarden: "waarde", wegen: "weg",
};
// What looks like another form of a word and is a word of its own.
const OWN = new Set("aarde alleen alles anders haren iedereen langs namens nieuws ouders roden samen tijdens volgens waarde".split(" "));
// Where an "s" at the end makes a plural: "tafels", "foto's", "films"; not "plaats" or "dans".
const PLURAL = /([^aeiou]e[lmnr]|[aiou]|ie|je|aar|eur|erd|[mbp]|iew|[^aeiou]ing)s$/;
const SHORTEST = 4; // letters of what is left of a word without its ending
const VOWEL = "aeiou";
/** @type {Record<string, string>} */
const HARD = { v: "f", z: "s" };
/** @type {Record<string, string>} */
const SOFT = { f: "v", s: "z" };
/** @type {Map<string, Set<string>>} */
const saved = new Map();

/**
 * The other forms of a word (small letters, no accents); what begins with the word itself is not among them.
 * @param {string} word
 * @returns {Set<string>}
 */
export function forms(word) {
  if (!saved.has(word)) saved.set(word, made(word));
  return /** @type {Set<string>} */ (saved.get(word));
}

/** @param {string} word */
function made(word) {
  const found = new Set();
  for (const core of [word, ...singular(word)]) {
    // "gewonnen" comes of "gewon", which has no "gewone".
    const double = core.length < word.length && word.startsWith(core + core.at(-1));
    for (const shape of [core, ...inflected(core, double)]) {
      const ofOther = OWN.has(shape) || (IRREGULAR[shape] ?? core) !== core;
      if (!shape.startsWith(word) && !ofOther) found.add(shape);
    }
  }
  return found;
}

/**
 * What a word may be without its ending.
 * @param {string} word
 * @returns {string[]}
 */
function singular(word) {
  if (OWN.has(word)) return [];
  if (Object.hasOwn(IRREGULAR, word)) return [IRREGULAR[word]];
  const found = [];
  const small = word.match(/^(.+)jes?$/)?.[1];
  if (small) found.push(small, ...(/[tp]$/.test(small) ? [small.slice(0, -1)] : []), ...(small.endsWith("et") ? stem(small.slice(0, -2)) : []));
  const long = word.match(/^(.{3,}?)en?$/)?.[1];
  if (long) found.push(...stem(long));
  if (PLURAL.test(word)) found.push(word.slice(0, -1));
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
  const found = Object.keys(IRREGULAR).filter((shape) => IRREGULAR[shape] === word);
  const last = word.at(-1) ?? "";
  found.push(...["je", "jes", "tje", "tjes"].map((out) => word + out));
  if (!double && PLURAL.test(`${word}s`)) found.push(`${word}s`);
  if (isVowel(last)) return [...found, `${word}n`];
  const [before, vowel] = [word.at(-3) ?? "", word.at(-2) ?? ""];
  const soft = SOFT[last] ?? last;
  const short = isVowel(vowel) && !isVowel(before);
  const pieces = double ? [] : [word];
  if (short) pieces.push(word + last);
  else pieces.push(word.slice(0, -1) + soft);
  if (vowel === before && isVowel(vowel)) pieces.push(word.slice(0, -2) + soft);
  return [...found, ...pieces.flatMap((piece) => [`${piece}e`, `${piece}en`])];
}
