// What the site says of a story or a werkvorm: the data beside its page, so that it is as new as the site.

/** @typedef {import("../../outputs/scripts.d.ts").VerhaalGegevens} VerhaalGegevens */
/** @typedef {import("../../outputs/scripts.d.ts").WerkvormGegevens} WerkvormGegevens */
/** @typedef {import("../../outputs/scripts.d.ts").Verhuisd} Verhuisd */
/** @typedef {"verhaal" | "werkvorm"} Soort */
/** @typedef {{ staat: "er", adres: string } & (VerhaalGegevens | WerkvormGegevens)} Gevonden */
/** @typedef {Gevonden | { staat: "weg" | "onbekend", adres: string }} Antwoord */

const MAP = { verhaal: "verhalen", werkvorm: "werkvormen" };
const BESTAND = "gegevens.json";
const WACHT = 20_000; // milliseconds

/** @type {Map<string, Promise<Antwoord>>} */
const gehaald = new Map();

/**
 * The full address of a page; `wortel` is that of the site.
 * @param {string} wortel
 * @param {Soort} soort
 * @param {string} slug
 */
export function adresVan(wortel, soort, slug) {
  return new URL(`${MAP[soort]}/${slug}/`, wortel).href;
}

/**
 * What is beside a page, with its address and `staat: "er"`; where it is gone or withdrawn `staat: "weg"`, and
 * `staat: "onbekend"` where there is no answer. Asked for once; a failure may be tried again.
 * @param {string} wortel
 * @param {Soort} soort
 * @param {string} slug by which the text is known, or was before
 * @returns {Promise<Antwoord>}
 */
export function haal(wortel, soort, slug) {
  const adres = adresVan(wortel, soort, slug);
  let antwoord = gehaald.get(adres);
  if (!antwoord) {
    antwoord = lees(wortel, soort, slug).catch(() => {
      gehaald.delete(adres);
      return { staat: "onbekend", adres };
    });
    gehaald.set(adres, antwoord);
  }
  return antwoord;
}

/**
 * @param {string} wortel
 * @param {Soort} soort
 * @param {string} slug
 * @returns {Promise<Antwoord>}
 */
async function lees(wortel, soort, slug, verder = true) {
  const adres = adresVan(wortel, soort, slug);
  const antwoord = await fetch(adres + BESTAND, { signal: AbortSignal.timeout(WACHT) });
  if (antwoord.status === 404 || antwoord.status === 410) return { staat: "weg", adres };
  if (!antwoord.ok) throw new Error(antwoord.statusText);
  /** @type {VerhaalGegevens | WerkvormGegevens | Verhuisd} */
  const gegevens = await antwoord.json();
  if (!("verhuisd" in gegevens)) return { ...gegevens, staat: "er", adres };
  return verder ? lees(wortel, soort, gegevens.verhuisd, false) : { staat: "weg", adres };
}
