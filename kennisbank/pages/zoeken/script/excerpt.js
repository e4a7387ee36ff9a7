// The piece of a text that shows why it was found.

import { vormVan, woorden } from "./words.js";

/** @typedef {import("./words.js").Deel} Deel */
/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {{ tekst: string, raak?: boolean }} Stuk */
/** @typedef {{ deel: Deel, namen: string[], waarden: string[] }} Reden */

const LENGTE = 34;
const KORTSTE_VOORAAN = 3; // letters before the end of a compound
const MEERVOUD = /^(s|en|(.)en)?$/;
const KERN = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/**
 * Whether a word is what was looked for: a form of it, or a compound that ends on it (`staart`: such ends).
 * @param {string} woord
 * @param {readonly string[]} gezocht
 * @param {readonly string[]} staart
 */
function raakt(woord, gezocht, staart) {
  return gezocht.some((ander) => vormVan(woord, ander)) || staart.some((deel) => eindigtOp(woord, deel));
}

/**
 * @param {string} woord
 * @param {string} deel
 */
function eindigtOp(woord, deel) {
  const plaats = woord.lastIndexOf(deel);
  return plaats >= KORTSTE_VOORAAN && MEERVOUD.test(woord.slice(plaats + deel.length));
}

/**
 * Whether a piece of text without spaces has one of the words that were looked for.
 * @param {string} stuk
 * @param {readonly string[]} gezocht
 * @param {readonly string[]} staart
 */
function isRaak(stuk, gezocht, staart) {
  return woorden(stuk).some((woord) => raakt(woord, gezocht, staart));
}

/** @param {readonly Deel[]} delen */
const woordenVan = (delen) => delen.flatMap((deel) => deel.woorden);

/**
 * The ends of the compounds of a page that are a form of what was looked for.
 * @param {Vondst} gegevens
 * @param {readonly string[]} gezocht
 */
function staarten(gegevens, gezocht) {
  return woorden(gegevens.delen).filter((deel) => gezocht.some((woord) => vormVan(deel, woord)));
}

/** @param {readonly string[]} namen */
export function opsomming(namen) {
  return namen.length < 2 ? namen.join("") : `${namen.slice(0, -1).join(", ")} en ${namen.at(-1)}`;
}

/**
 * Why a page was found for each part of a search that stands nowhere in its title, place or text: `namen` that it is
 * called by and that have the part, or else `waarden` that the part stands for, out of `eigen(deel)`: the labels of those
 * that the page has. What has neither is left out.
 * @param {Vondst} gegevens
 * @param {readonly Deel[]} delen
 * @param {(deel: Deel) => string[]} eigen
 * @returns {Reden[]}
 */
export function redenen(gegevens, delen, eigen = () => []) {
  const zichtbaar = woorden(`${gegevens.titel} ${gegevens.label} ${gegevens.samenvatting} ${gegevens.tekst}`);
  /** @param {string} woord */
  const namenMet = (woord) => {
    const staart = staarten(gegevens, [woord]);
    if (zichtbaar.some((ander) => raakt(ander, [woord], staart))) return undefined;
    return gegevens.namen.filter((naam) => isRaak(naam, [woord], staart));
  };
  return delen.flatMap(/** @type {(deel: Deel) => Reden[]} */ ((deel) => {
    const gemist = deel.woorden.map(namenMet).filter((namen) => namen !== undefined);
    if (!gemist.length) return [];
    if (gemist.every((namen) => namen.length)) return [{ deel, namen: gemist.flat(), waarden: [] }];
    const waarden = eigen(deel);
    return waarden.length ? [{ deel, namen: [], waarden }] : [];
  }));
}

/**
 * What to show of a page: texts, of which some are `raak`.
 * @param {Vondst} gegevens
 * @param {readonly Deel[]} delen
 * @returns {Stuk[]}
 */
export function fragment(gegevens, delen) {
  const { samenvatting, tekst } = gegevens;
  const gezocht = woordenVan(delen);
  const staart = staarten(gegevens, gezocht);
  const boven = gemerkt(samenvatting, gezocht, staart);
  if (!delen.length || boven.some(({ raak }) => raak)) return boven;
  const alle = tekst.split(" ");
  const plaatsen = alle.flatMap((woord, nummer) => (isRaak(woord, gezocht, staart) ? [nummer] : []));
  if (!plaatsen.length) return boven;
  const begin = venster(alle, plaatsen);
  const eind = Math.min(alle.length, begin + LENGTE);
  /** @type {Stuk[]} */
  const stukken = gemerkt(alle.slice(begin, eind).join(" "), gezocht, staart);
  if (begin > 0) stukken.unshift({ tekst: "… " });
  if (eind < alle.length) stukken.push({ tekst: " …" });
  return stukken;
}

/**
 * Where to begin, so that most hits are in sight: at the beginning of a sentence where one is near.
 * @param {readonly string[]} tekst
 * @param {readonly number[]} plaatsen
 */
function venster(tekst, plaatsen) {
  let beste = plaatsen[0];
  let meeste = 0;
  for (const eerste of plaatsen) {
    const aantal = plaatsen.filter((plek) => plek >= eerste && plek < eerste + LENGTE - 8).length;
    if (aantal > meeste) [beste, meeste] = [eerste, aantal];
  }
  for (let plek = beste; plek > Math.max(0, beste - 14); plek--) {
    if (/[.!?]['"”’)]*$/.test(tekst[plek - 1])) return plek;
  }
  return beste <= 14 ? 0 : beste - 6;
}

/**
 * A text in pieces, those that were hit apart and without the signs around them.
 * @param {string} tekst
 * @param {readonly string[]} gezocht
 * @param {readonly string[]} staart
 * @returns {Stuk[]}
 */
function gemerkt(tekst, gezocht, staart) {
  /** @type {Stuk[]} */
  const stukken = [];
  /**
   * @param {string} deel
   * @param {boolean} raak
   */
  const voeg = (deel, raak) => {
    const laatste = stukken.at(-1);
    if (laatste && !laatste.raak && !raak) laatste.tekst += deel;
    else if (deel) stukken.push({ tekst: deel, raak });
  };
  for (const [nummer, woord] of tekst.split(" ").entries()) {
    if (nummer) voeg(" ", false);
    if (!gezocht.length || !isRaak(woord, gezocht, staart)) {
      voeg(woord, false);
      continue;
    }
    const [, voor, kern, na] = /** @type {RegExpMatchArray} */ (woord.match(KERN));
    voeg(voor, false);
    voeg(kern, true);
    voeg(na, false);
  }
  return stukken;
}

/**
 * A title or a place in pieces, with what was hit apart.
 * @param {string} tekst
 * @param {readonly Deel[]} delen
 * @param {Vondst} gegevens
 */
export function kop(tekst, delen, gegevens) {
  return gemerkt(tekst, woordenVan(delen), staarten(gegevens, woordenVan(delen)));
}
