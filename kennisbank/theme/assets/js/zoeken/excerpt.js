// The piece of a text that shows why it was found.

import { vormVan, woorden } from "./words.js";

const LENGTE = 34;
const KERN = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/** Whether a piece of text without spaces has one of the words that were looked for. */
function isRaak(stuk, gezocht) {
  return woorden(stuk).some((woord) => gezocht.some((ander) => vormVan(woord, ander)));
}

const woordenVan = (delen) => delen.flatMap((deel) => deel.woorden);

/**
 * Give what to show of a page: `stukken` (texts, of which some are `raak`), and `gemist`: the parts of the search that
 * stand nowhere in what a reader sees of it, because they are a synonym of one of its values.
 */
export function fragment({ titel, label, samenvatting, tekst }, delen) {
  const gezocht = woordenVan(delen);
  const zichtbaar = woorden(`${titel} ${label} ${samenvatting} ${tekst}`);
  const staat = (woord) => zichtbaar.some((ander) => vormVan(ander, woord));
  const gemist = delen.filter((deel) => deel.waarden.length && !deel.woorden.every(staat));
  const boven = gemerkt(samenvatting, gezocht);
  if (!delen.length || boven.some(({ raak }) => raak)) return { stukken: boven, gemist };
  const alle = tekst.split(" ");
  const plaatsen = alle.flatMap((woord, nummer) => (isRaak(woord, gezocht) ? [nummer] : []));
  if (!plaatsen.length) return { stukken: boven, gemist };
  const begin = venster(alle, plaatsen);
  const eind = Math.min(alle.length, begin + LENGTE);
  const stukken = gemerkt(alle.slice(begin, eind).join(" "), gezocht);
  if (begin > 0) stukken.unshift({ tekst: "… " });
  if (eind < alle.length) stukken.push({ tekst: " …" });
  return { stukken, gemist };
}

/** Where to begin, so that most hits are in sight: at the beginning of a sentence where one is near. */
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

/** A text in pieces, those that were hit apart and without the signs around them. */
function gemerkt(tekst, gezocht) {
  const stukken = [];
  const voeg = (deel, raak) => {
    const laatste = stukken.at(-1);
    if (laatste && !laatste.raak && !raak) laatste.tekst += deel;
    else if (deel) stukken.push({ tekst: deel, raak });
  };
  tekst.split(" ").forEach((woord, nummer) => {
    if (nummer) voeg(" ", false);
    if (!gezocht.length || !isRaak(woord, gezocht)) return voeg(woord, false);
    const [, voor, kern, na] = woord.match(KERN);
    voeg(voor, false);
    voeg(kern, true);
    voeg(na, false);
  });
  return stukken;
}

/** A title or a place in pieces, with what was hit apart. */
export function kop(tekst, delen) {
  return gemerkt(tekst, woordenVan(delen));
}
