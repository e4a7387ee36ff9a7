// What stands in an address is from anybody: read what is meant, leave out the rest, and say so.

/** Characters of the longest query that is read; browsers and QR codes stop well before. */
export const LANGST = 8000;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The parameters of a query such as `location.search`, and sentences about what was not read. */
export function lees(zoek) {
  if (zoek.length > LANGST) {
    return { params: new URLSearchParams(), meldingen: ["Het adres is te lang. Wat erachter stond, is niet gelezen."] };
  }
  return { params: new URLSearchParams(zoek), meldingen: [] };
}

/** A whole number between two limits, or the default where there is none, or another. */
export function getal(params, naam, laagst, hoogst, anders) {
  const tekst = params.get(naam) ?? "";
  const waarde = /^\d{1,6}$/.test(tekst) ? Number(tekst) : NaN;
  return waarde >= laagst && waarde <= hoogst ? waarde : anders;
}

/** One of the values that are allowed, or the default. */
export function keus(params, naam, waarden, anders) {
  const waarde = params.get(naam);
  return waarden.includes(waarde) ? waarde : anders;
}

/**
 * The slugs of one parameter, with commas between them, each once and in order, and how many were left out.
 * `kent` tells whether a slug is on the site.
 */
export function slugs(params, naam, hoogstens, kent) {
  const delen = (params.get(naam) ?? "").split(",").filter(Boolean);
  const gelezen = [...new Set(delen)].filter((slug) => SLUG.test(slug) && kent(slug)).slice(0, hoogstens);
  return { gelezen, weg: new Set(delen).size - gelezen.length };
}
