// Words as somebody types them: compared without accents, looked up among the synonyms, and mended.

import { vormen } from "./forms.js";

/** @typedef {readonly [string, string, string]} Waarde a facet, a value of it, and its label */
/** @typedef {{ tekst: string, woorden: string[], waarden: Waarde[] }} Deel */
/** @typedef {Pick<import("../../../outputs/scripts.d.ts").Synoniemen, "waarden" | "woorden">} Synoniemen */

// Words that stand in every sentence and say nothing of what is looked for.
const STOPWOORDEN = new Set(
  ("aan als bij dat de die dit door een en er het hoe hun ik in is je jouw kan me met mij mijn naar niet of om onze ook op " +
    "over te tot uit van voor waar wat we welke wie wij worden zijn zo n s t").split(" "),
);
const LANGSTE = 6; // words of the longest synonym
const ACCENT = /[\u0300-\u036f]/g;
const WOORD = /[\p{L}\p{N}]+/gu;
const UITGANGEN = /^(s|e|en|n|jes?|tjes?|sen|ken|len|ten|nen|pen|den)$/;

/**
 * A text as it is compared: small letters without accents.
 * @param {string} tekst
 */
export function kaal(tekst) {
  return tekst.toLowerCase().normalize("NFKD").replace(ACCENT, "");
}

/**
 * The words of a text, as they are compared.
 * @param {string} tekst
 * @returns {string[]}
 */
export function woorden(tekst) {
  return kaal(tekst).match(WOORD) ?? [];
}

/**
 * Whether a word is one that was looked for: it begins so, or it is another form of it ("school", "scholen").
 * @param {string} woord
 * @param {string} gezocht
 */
export function vormVan(woord, gezocht) {
  return woord.startsWith(gezocht) || vormen(gezocht).has(woord);
}

/**
 * Cut a text in parts: a group of words that is a synonym, or one word. Words that say nothing are left out, unless there
 * are no others. A part has `tekst` (what was typed), `woorden`, and `waarden` (facet, value, label) that it stands for.
 * @param {string} tekst
 * @param {Synoniemen} synoniemen
 * @returns {Deel[]}
 */
export function delen(tekst, synoniemen) {
  const alle = woorden(tekst);
  /** @type {Deel[]} */
  const gevonden = [];
  for (let start = 0; start < alle.length; ) {
    let lengte = Math.min(LANGSTE, alle.length - start);
    while (lengte > 1 && !betekenis(alle.slice(start, start + lengte).join(" "), synoniemen).length) lengte--;
    const stuk = alle.slice(start, start + lengte);
    gevonden.push({ tekst: stuk.join(" "), woorden: zeggend(stuk), waarden: betekenis(stuk.join(" "), synoniemen) });
    start += lengte;
  }
  const over = gevonden.filter((deel) => !STOPWOORDEN.has(deel.tekst));
  return over.length ? over : gevonden;
}

/** @param {string[]} lijst */
function zeggend(lijst) {
  const over = lijst.filter((woord) => !STOPWOORDEN.has(woord));
  return over.length ? over : lijst;
}

/**
 * The values that a word stands for, also with another ending: "tekenlessen" is "tekenles".
 * @param {string} woord
 * @param {Synoniemen} synoniemen
 * @returns {Waarde[]}
 */
function betekenis(woord, { woorden: bekend, waarden }) {
  for (let lengte = woord.length; lengte >= Math.max(4, woord.length - 4) || lengte === woord.length; lengte--) {
    const vorm = woord.slice(0, lengte);
    const uitgang = woord.slice(lengte);
    if (Object.hasOwn(bekend, vorm) && (!uitgang || UITGANGEN.test(uitgang))) return bekend[vorm].map((nummer) => waarden[nummer]);
  }
  return [];
}

/**
 * How many letters must be added, left out, replaced or swapped; more than `hoogstens` is not counted further.
 * @param {string} a
 * @param {string} b
 * @param {number} hoogstens
 */
export function afstand(a, b, hoogstens) {
  if (Math.abs(a.length - b.length) > hoogstens) return hoogstens + 1;
  /** @type {number[]} */
  let eerder = [];
  let vorige = Array.from({ length: b.length + 1 }, (_, plaats) => plaats);
  for (let i = 1; i <= a.length; i++) {
    const rij = [i];
    let laagste = i;
    for (let j = 1; j <= b.length; j++) {
      const zelfde = a[i - 1] === b[j - 1] ? 0 : 1;
      rij[j] = Math.min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + zelfde);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rij[j] = Math.min(rij[j], eerder[j - 2] + 1);
      laagste = Math.min(laagste, rij[j]);
    }
    if (laagste > hoogstens) return hoogstens + 1;
    [eerder, vorige] = [vorige, rij];
  }
  return vorige[b.length];
}

/**
 * The word of a list (the most common first) that is nearest to a word with a typing error, or undefined.
 * @param {string} woord
 * @param {readonly string[]} lijst
 * @returns {string | undefined}
 */
export function dichtstbij(woord, lijst) {
  /** @type {string | undefined} */
  let beste;
  let kleinste = woord.length < 4 ? 0 : woord.length < 6 ? 1 : 2;
  for (const ander of lijst) {
    const verschil = afstand(woord, kaal(ander), kleinste);
    if (verschil <= kleinste && verschil > 0) {
      beste = ander;
      kleinste = verschil - 1;
      if (kleinste < 1) break;
    }
  }
  return beste;
}

/**
 * Cut a compound in two known words: "tekenwedstrijd" in "teken" and "wedstrijd"; undefined where that fails.
 * @param {string} woord
 * @param {(letter: string) => Promise<readonly string[]>} lijstVan
 * @returns {Promise<[string, string] | undefined>}
 */
export async function gesplitst(woord, lijstVan) {
  for (let plaats = woord.length - 3; plaats >= 3; plaats--) {
    const achter = woord.slice(plaats);
    const bekend = (await lijstVan(achter[0])).some((ander) => kaal(ander) === achter);
    if (!bekend) continue;
    for (const voor of [woord.slice(0, plaats), woord.slice(0, plaats).replace(/(s|en|e)$/, "")]) {
      if (voor.length > 2 && (await lijstVan(voor[0])).some((ander) => kaal(ander).startsWith(voor))) return [voor, achter];
    }
  }
  return undefined;
}
