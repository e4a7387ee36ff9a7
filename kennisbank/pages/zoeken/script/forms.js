// Other forms of a Dutch word: "scholen" of "school", "kast" of "kastjes".
//
// Few rules, that hold: "dan" is no form of "dans", nor "plaat" of "plaats". A form that no text has does no harm.

/** @type {Record<string, string>} */
const ONREGELMATIG = {
  bladeren: "blad", dagen: "dag", gaten: "gat", glazen: "glas", kinderen: "kind", leden: "lid", liederen: "lied",
  musea: "museum", podia: "podium", schepen: "schip", steden: "stad", waarden: "waarde", wegen: "weg",
};
// What looks like another form of a word and is a word of its own.
const EIGEN = new Set("aarde alleen alles anders haren iedereen langs namens nieuws ouders roden samen tijdens volgens waarde".split(" "));
// Where an "s" at the end makes a plural: "tafels", "foto's", "films"; not "plaats" or "dans".
const MEERVOUD = /([^aeiou]e[lmnr]|[aiou]|ie|je|aar|eur|erd|[mbp]|iew|[^aeiou]ing)s$/;
const KORTSTE = 4; // letters of what is left of a word without its ending
const KLINKER = "aeiou";
/** @type {Record<string, string>} */
const HARD = { v: "f", z: "s" };
/** @type {Record<string, string>} */
const ZACHT = { f: "v", s: "z" };
/** @type {Map<string, Set<string>>} */
const bewaard = new Map();

/**
 * The other forms of a word (small letters, no accents); what begins with the word itself is not among them.
 * @param {string} woord
 * @returns {Set<string>}
 */
export function vormen(woord) {
  if (!bewaard.has(woord)) bewaard.set(woord, gemaakt(woord));
  return /** @type {Set<string>} */ (bewaard.get(woord));
}

/** @param {string} woord */
function gemaakt(woord) {
  const gevonden = new Set();
  for (const kern of [woord, ...enkelvoud(woord)]) {
    // "gewonnen" comes of "gewon", which has no "gewone".
    const dubbel = kern.length < woord.length && woord.startsWith(kern + kern.at(-1));
    for (const vorm of [kern, ...verbogen(kern, dubbel)]) {
      const vanAnder = EIGEN.has(vorm) || (ONREGELMATIG[vorm] ?? kern) !== kern;
      if (!vorm.startsWith(woord) && !vanAnder) gevonden.add(vorm);
    }
  }
  return gevonden;
}

/**
 * What a word may be without its ending.
 * @param {string} woord
 * @returns {string[]}
 */
function enkelvoud(woord) {
  if (EIGEN.has(woord)) return [];
  if (Object.hasOwn(ONREGELMATIG, woord)) return [ONREGELMATIG[woord]];
  const gevonden = [];
  const klein = woord.match(/^(.+)jes?$/)?.[1];
  if (klein) gevonden.push(klein, ...(/[tp]$/.test(klein) ? [klein.slice(0, -1)] : []), ...(klein.endsWith("et") ? stam(klein.slice(0, -2)) : []));
  const lang = woord.match(/^(.{3,}?)en?$/)?.[1];
  if (lang) gevonden.push(...stam(lang));
  if (MEERVOUD.test(woord)) gevonden.push(woord.slice(0, -1));
  return gevonden.filter((vorm) => vorm.length >= KORTSTE || verdubbeld(woord, vorm));
}

/**
 * Whether a word goes on with the last letter of a short one: "lessen" of "les", "mannetje" of "man".
 * @param {string} woord
 * @param {string} kort
 */
function verdubbeld(woord, kort) {
  return kort.length === KORTSTE - 1 && woord[kort.length] === kort.at(-1) && woord.length > KORTSTE;
}

/** @param {string} letter */
const isKlinker = (letter) => letter !== "" && KLINKER.includes(letter);

/**
 * What is left before "en" or "e", as it is written when it stands alone: "schol": "school", "gesprekk": "gesprek".
 * @param {string} stuk
 */
function stam(stuk) {
  const laatste = stuk.at(-1) ?? "";
  if (isKlinker(laatste)) return [stuk];
  if (laatste === stuk.at(-2)) return [stuk.slice(0, -1)];
  const hard = stuk.slice(0, -1) + (HARD[laatste] ?? laatste);
  const open = isKlinker(stuk.at(-2) ?? "") && !isKlinker(stuk.at(-3) ?? "") && stuk.at(-2) !== "i";
  return open ? [hard, hard.slice(0, -1) + hard.at(-2) + hard.at(-1)] : [hard];
}

/**
 * What becomes of a word with an ending: "school": "scholen", "brief": "brieven"; `dubbel` of a short last syllable.
 * @param {string} woord
 * @param {boolean} dubbel
 */
function verbogen(woord, dubbel) {
  const gevonden = Object.keys(ONREGELMATIG).filter((vorm) => ONREGELMATIG[vorm] === woord);
  const laatste = woord.at(-1) ?? "";
  gevonden.push(...["je", "jes", "tje", "tjes"].map((uit) => woord + uit));
  if (!dubbel && MEERVOUD.test(`${woord}s`)) gevonden.push(`${woord}s`);
  if (isKlinker(laatste)) return [...gevonden, `${woord}n`];
  const [voor, klank] = [woord.at(-3) ?? "", woord.at(-2) ?? ""];
  const zacht = ZACHT[laatste] ?? laatste;
  const kort = isKlinker(klank) && !isKlinker(voor);
  const stukken = dubbel ? [] : [woord];
  if (kort) stukken.push(woord + laatste);
  else stukken.push(woord.slice(0, -1) + zacht);
  if (klank === voor && isKlinker(klank)) stukken.push(woord.slice(0, -2) + zacht);
  return [...gevonden, ...stukken.flatMap((stuk) => [`${stuk}e`, `${stuk}en`])];
}
