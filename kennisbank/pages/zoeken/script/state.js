// What is searched for, and the address that says the same: a link that is shared, Back and reload all restore it.

/** @typedef {{ tekst: string, keuzes: Record<string, string[]>, volgorde: string, toon: number }} Zoekstaat */

export const PER_KEER = 10;

const GEWOON = ["q", "volgorde", "toon"];

/**
 * A search without anything: `keuzes` are the chosen values by facet.
 * @returns {Zoekstaat}
 */
export function leeg() {
  return { tekst: "", keuzes: {}, volgorde: "", toon: PER_KEER };
}

/**
 * Read a search from the part of an address after `?`. What the finder does not know (`bekend`) is left out.
 * @param {string} deel
 * @param {(naam: string, waarde: string) => boolean} bekend
 */
export function uitAdres(deel, bekend) {
  const adres = new URLSearchParams(deel);
  const staat = leeg();
  staat.tekst = (adres.get("q") ?? "").slice(0, 200);
  staat.volgorde = ["nieuw", "oud"].find((een) => een === adres.get("volgorde")) ?? "";
  const toon = Number(adres.get("toon"));
  if (Number.isInteger(toon) && toon > PER_KEER) staat.toon = Math.min(toon, 1000);
  for (const [naam, waarde] of adres) {
    if (!GEWOON.includes(naam) && bekend(naam, waarde)) {
      staat.keuzes[naam] = [...new Set([...(staat.keuzes[naam] ?? []), waarde])];
    }
  }
  return staat;
}

/**
 * The part of an address after `?` that means this search; the same search gives the same address.
 * @param {Zoekstaat} staat
 */
export function naarAdres(staat) {
  const adres = new URLSearchParams();
  if (staat.tekst.trim()) adres.set("q", staat.tekst.trim());
  for (const naam of Object.keys(staat.keuzes).sort()) {
    for (const waarde of [...staat.keuzes[naam]].sort()) adres.append(naam, waarde);
  }
  if (staat.volgorde) adres.set("volgorde", staat.volgorde);
  if (staat.toon > PER_KEER) adres.set("toon", String(staat.toon));
  return adres.toString();
}

/**
 * The same search with one value more, or without it when it was there.
 * @param {Zoekstaat} staat
 * @param {string} facet
 * @param {string} waarde
 */
export function gewisseld(staat, facet, waarde) {
  const anders = { ...staat, keuzes: { ...staat.keuzes }, toon: PER_KEER };
  const gekozen = new Set(staat.keuzes[facet] ?? []);
  if (!gekozen.delete(waarde)) gekozen.add(waarde);
  if (gekozen.size) anders.keuzes[facet] = [...gekozen];
  else delete anders.keuzes[facet];
  return anders;
}

/** @param {Pick<Zoekstaat, "tekst" | "keuzes">} staat */
export function isLeeg(staat) {
  return !staat.tekst.trim() && Object.keys(staat.keuzes).length === 0;
}
