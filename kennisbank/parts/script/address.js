// What stands in an address is from anybody: read what is meant, leave out the rest, and say so.

/** @typedef {string | Record<string, string>} Soort what the slugs of a parameter name: a kind, or a kind by the letter before them */

/** Characters of the longest query that is read; browsers and QR codes stop well before. */
export const LANGST = 8000;

/** A slug with what a page writes around it: `c15.` before it in a programme, `.2` behind it for a question of a card. */
const ONDERDEEL = /^(?:([cw])\d{1,3}\.)?([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.\d{1,3})?$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The parameters of a query such as `location.search`, and sentences about what was not read.
 * @param {string} zoek
 * @returns {{ params: URLSearchParams, meldingen: string[] }}
 */
export function lees(zoek) {
  if (zoek.length > LANGST) {
    return { params: new URLSearchParams(), meldingen: ["Het adres is te lang. Wat erachter stond, is niet gelezen."] };
  }
  return { params: new URLSearchParams(zoek), meldingen: [] };
}

/**
 * What this page says of names that changed: by kind the name of today of each that was in use before.
 * @returns {import("../../outputs/scripts.d.ts").Eerder}
 */
export function eerder() {
  return JSON.parse(document.querySelector("#rb-eerder")?.textContent ?? "{}");
}

/**
 * The same query with the names of today, so that a link that was shared long ago shows the same. `soorten` says of each
 * parameter what its slugs name: a kind, or a kind by the letter before them. `namen` is what `eerder` gives.
 * @param {string} zoek
 * @param {Record<string, Soort>} soorten
 * @param {import("../../outputs/scripts.d.ts").Eerder} namen
 */
export function actueel(zoek, soorten, namen) {
  if (zoek.length > LANGST || !Object.keys(namen).length) return zoek;
  let anders = false;
  /**
   * @param {string} soort
   * @param {string} slug
   */
  const nu = (soort, slug) => {
    const nieuw = namen[soort];
    if (!nieuw || !Object.hasOwn(nieuw, slug)) return slug;
    anders = true;
    return nieuw[slug];
  };
  /**
   * @param {string} tekst
   * @param {Soort} soort
   */
  const deel = (tekst, soort) => {
    const [, letter, slug] = ONDERDEEL.exec(tekst) ?? [];
    const welke = typeof soort === "string" ? soort : soort[letter];
    return slug && welke ? tekst.replace(slug, nu(welke, slug)) : tekst;
  };
  const params = new URLSearchParams();
  for (const [naam, waarde] of new URLSearchParams(zoek)) {
    const soort = Object.hasOwn(soorten, naam) ? soorten[naam] : undefined;
    const [lijst, ...rest] = naam.startsWith("n") ? waarde.split(":") : [waarde];
    params.append(naam, soort ? [lijst.split(",").map((een) => deel(een, soort)).join(","), ...rest].join(":") : waarde);
  }
  return anders ? `?${params}` : zoek;
}

/**
 * A whole number between two limits, or the default where there is none, or another.
 * @param {URLSearchParams} params
 * @param {string} naam
 * @param {number} laagst
 * @param {number} hoogst
 * @param {number} anders
 */
export function getal(params, naam, laagst, hoogst, anders) {
  const tekst = params.get(naam) ?? "";
  const waarde = /^\d{1,6}$/.test(tekst) ? Number(tekst) : NaN;
  return waarde >= laagst && waarde <= hoogst ? waarde : anders;
}

/**
 * One of the values that are allowed, or the default.
 * @param {URLSearchParams} params
 * @param {string} naam
 * @template {string} T
 * @param {readonly T[]} waarden
 * @param {T} anders
 * @returns {T}
 */
export function keus(params, naam, waarden, anders) {
  const waarde = params.get(naam);
  return waarden.find((een) => een === waarde) ?? anders;
}

/**
 * The slugs of one parameter, with commas between them, each once and in order, and how many were left out.
 * `kent` tells whether a slug is on the site.
 * @param {URLSearchParams} params
 * @param {string} naam
 * @param {number} hoogstens
 * @param {(slug: string) => boolean} kent
 */
export function slugs(params, naam, hoogstens, kent) {
  const delen = (params.get(naam) ?? "").split(",").filter(Boolean);
  const gelezen = [...new Set(delen)].filter((slug) => SLUG.test(slug) && kent(slug)).slice(0, hoogstens);
  return { gelezen, weg: new Set(delen).size - gelezen.length };
}
