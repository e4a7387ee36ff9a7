// What a story or a werkvorm shows, read from its own page: so it is as new as the site, and no list of it need be kept.

import { stappenVan } from "../gedeeld/stappen.js";

const MAP = { verhaal: "verhalen", werkvorm: "werkvormen" };
const WACHT = 20_000; // milliseconds

const gehaald = new Map();

/** The full address of a page; `wortel` is that of the site. */
export function adresVan(wortel, soort, slug) {
  return new URL(`${MAP[soort]}/${slug}/`, wortel).href;
}

/**
 * Read a page: `{ staat: "er", titel, intro, feiten, glyph, ruimtes, stappen, bron, adres }`, where it is gone or withdrawn
 * `{ staat: "weg" }`, and `{ staat: "onbekend" }` where there is no answer. Asked for once; a failure may be tried again.
 */
export function haal(wortel, soort, slug) {
  const adres = adresVan(wortel, soort, slug);
  if (!gehaald.has(adres)) {
    gehaald.set(adres, lees(adres).catch(() => {
      gehaald.delete(adres);
      return { staat: "onbekend", adres };
    }));
  }
  return gehaald.get(adres);
}

async function lees(adres, eerder = false) {
  const antwoord = await fetch(adres, { signal: AbortSignal.timeout(WACHT) });
  if (antwoord.status === 404 || antwoord.status === 410) return { staat: "weg", adres };
  if (!antwoord.ok) throw new Error(antwoord.statusText);
  const pagina = new DOMParser().parseFromString(await antwoord.text(), "text/html");
  const verhuisd = pagina.querySelector('meta[http-equiv="refresh"]')?.content.match(/url=(.+)$/);
  if (verhuisd && !eerder) {
    const nieuw = new URL(verhuisd[1], adres);
    return nieuw.origin === new URL(adres).origin ? lees(nieuw.href, true) : { staat: "weg", adres };
  }
  // The notice of a withdrawn story may not be found, and so has no outline of a story.
  const artikel = pagina.querySelector("article.rb-verhaal");
  if (!artikel || pagina.querySelector('meta[name="robots"][content*="noindex"]')) return { staat: "weg", adres };
  const tekst = (kiezer) => kaal(artikel.querySelector(kiezer));
  return {
    staat: "er",
    adres,
    titel: tekst("h1"),
    intro: tekst(".rb-intro"),
    feiten: [...artikel.querySelectorAll(".rb-kort .rb-feiten > div")].map((rij) => ({
      naam: kaal(rij.querySelector("dt")),
      waarden: [...rij.querySelectorAll("dd")].map(kaal),
    })),
    glyph: artikel.querySelector(".rb-kort .rb-glyph"),
    ruimtes: [...artikel.querySelectorAll(".rb-kort .rb-glyph .vol")].map((cel) => [...cel.classList].find((naam) => naam.startsWith("rb-"))?.slice(3)),
    stappen: stappenVan(pagina),
    bron: tekst("footer p"),
  };
}

function kaal(element) {
  return element?.textContent.replace(/\s+/g, " ").trim() ?? "";
}
