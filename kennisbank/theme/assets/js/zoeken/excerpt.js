// The piece of a text that shows why it was found.

import { kaal, woorden } from "./words.js";

const LENGTE = 34;
const TUSSEN = "¶";
const KERN = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/**
 * Give what to show of a page: `stukken` (texts, of which some are `raak`), and `gemist`: the parts of the search that
 * stand nowhere in its text, because they are a synonym of one of its values. `plekken` are Pagefind's own hits.
 */
export function fragment(gegevens, delen, plekken) {
  const alle = gegevens.content.split(/\s+/);
  const einde = alle.indexOf(TUSSEN);
  const samenvatting = alle.slice(0, einde < 0 ? alle.length : einde);
  const vanaf = einde < 0 ? alle.length : einde + 1;
  const tweede = alle.indexOf(TUSSEN, vanaf);
  const tekst = alle.slice(vanaf, tweede < 0 ? alle.length : tweede);
  const gezocht = delen.flatMap((deel) => deel.woorden);
  const raak = (woord, plek) => plekken.has(plek) || woorden(woord).some((kern) => gezocht.some((begin) => kern.startsWith(begin)));
  const geschreven = woorden(`${gegevens.meta.title} ${gegevens.meta.plaats ?? ""} ${samenvatting.join(" ")} ${tekst.join(" ")}`);
  const gemist = delen.filter((deel) => deel.waarden.length && !deel.woorden.every((begin) => geschreven.some((w) => w.startsWith(begin))));
  const bovenRaak = samenvatting.map((woord, nummer) => raak(woord, nummer));
  if (!delen.length || bovenRaak.includes(true)) return { stukken: gemerkt(samenvatting, bovenRaak), gemist };
  const onderRaak = tekst.map((woord, nummer) => raak(woord, vanaf + nummer));
  if (!onderRaak.includes(true)) return { stukken: gemerkt(samenvatting, bovenRaak), gemist };
  const begin = venster(tekst, onderRaak);
  const eind = Math.min(tekst.length, begin + LENGTE);
  const stukken = gemerkt(tekst.slice(begin, eind), onderRaak.slice(begin, eind));
  if (begin > 0) stukken.unshift({ tekst: "… " });
  if (eind < tekst.length) stukken.push({ tekst: " …" });
  return { stukken, gemist };
}

/** Where to begin, so that most hits are in sight: at the beginning of a sentence where one is near. */
function venster(tekst, raak) {
  const plaatsen = raak.flatMap((is, nummer) => (is ? [nummer] : []));
  let beste = plaatsen[0];
  let meeste = 0;
  for (const eerste of plaatsen) {
    const aantal = plaatsen.filter((plek) => plek >= eerste && plek < eerste + LENGTE - 8).length;
    if (aantal > meeste) [beste, meeste] = [eerste, aantal];
  }
  for (let plek = beste; plek > Math.max(0, beste - 14); plek--) {
    if (/[.!?]['"”’)]*$/.test(tekst[plek - 1])) return plek;
  }
  return Math.max(0, beste <= 14 ? 0 : beste - 6);
}

/** Words as texts, those that were hit apart and without the signs around them. */
function gemerkt(lijst, raak) {
  const stukken = [];
  const voeg = (tekst, is) => {
    const laatste = stukken.at(-1);
    if (laatste && !laatste.raak && !is) laatste.tekst += tekst;
    else if (tekst) stukken.push({ tekst, raak: is });
  };
  lijst.forEach((woord, nummer) => {
    if (nummer) voeg(" ", false);
    if (!raak[nummer]) return voeg(woord, false);
    const [, voor, kern, na] = woord.match(KERN);
    voeg(voor, false);
    voeg(kern, true);
    voeg(na, false);
  });
  return stukken;
}

/** The first letters that a title shares with the search, for a mark in it. */
export function titel(tekst, delen) {
  const gezocht = delen.flatMap((deel) => deel.woorden);
  return gemerkt(
    tekst.split(" "),
    tekst.split(" ").map((woord) => woorden(kaal(woord)).some((kern) => gezocht.some((begin) => kern.startsWith(begin)))),
  );
}
