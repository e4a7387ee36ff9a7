// What lies on the table, and the address that says the same.
//
//   ?v=1&functie=verdieping&zaad=k3x9qa&kaart=plek.2,kind.1&dicht=kind&apart=twijfel.1&eigen=durven
//
// `kaart` names each card on the table, the last drawn first, with the number of its question; `dicht` which of them lie
// face down; `apart` what was put aside; `eigen` the group's words on the empty card. The rest is the pile, and `zaad`
// says which card comes off it next. So an address shows what it names and nothing is drawn again: questions may be added
// (as the last of their list) and ways of shuffling may change, and old links stay what they were. No `kaart`: all nine.
//
// `spel` is what there is: { functies: [slug], kaarten: Map of slug to Map of function to a number of questions }.

import { keus, lees, slugs } from "../../../parts/script/address.js";
import { nieuwZaad, schud, vraagBij } from "./shuffle.js";

/** @typedef {{ slug: string, vraag: number, dicht: boolean }} Kaart */
/** @typedef {{ functie: string, zaad: string, tafel: Kaart[], apart: Kaart[], eigen: string }} Stand */
/** @typedef {{ functies: readonly string[], kaarten: ReadonlyMap<string, ReadonlyMap<string, number>> }} Spel */

export const VERSIE = "1";
export const LANGSTE_EIGEN = 200;

const KAART = /^([a-z]+(?:-[a-z]+)*)(?:\.(\d{1,3}))?$/;
const ZAAD = /^[a-z0-9]{1,16}$/;
const NAMEN = ["v", "functie", "zaad", "kaart", "dicht", "apart", "eigen"];

/**
 * All nine on the table, as the page begins.
 * @param {Spel} spel
 * @param {string} [functie]
 * @returns {Stand}
 */
export function begin(spel, functie = spel.functies[0]) {
  const tafel = [...spel.kaarten.keys()].map((slug) => ({ slug, vraag: 1, dicht: false }));
  return { functie, zaad: "", tafel, apart: [], eigen: "" };
}

// Controls and what turns the direction of a text; not the joiner that makes one picture of two.
const ONZICHTBAAR = /(?:(?!\u200d)[\p{C}\p{Zl}\p{Zp}\s])+/gu;

/**
 * The words of a group as they stand on a card: without what cannot be seen, and not too long.
 * @param {string} tekst
 */
export function schoon(tekst) {
  return [...tekst.replace(ONZICHTBAAR, " ").trim()].slice(0, LANGSTE_EIGEN).join("").trim();
}

/**
 * Read a query such as `location.search`; what it names that is not here is left out and said. Throws nothing.
 * @param {string} zoek
 * @param {Spel} spel
 * @returns {{ stand: Stand, meldingen: string[] }}
 */
export function uitAdres(zoek, spel) {
  const { params, meldingen } = lees(zoek);
  const stand = begin(spel);
  if ((params.get("v") ?? VERSIE) !== VERSIE) {
    return { stand, meldingen: ["Deze link hoort bij een andere versie van de kaarten. Je ziet alle kaarten."] };
  }
  /** @param {string} zin */
  const zeg = (zin) => meldingen.includes(zin) || meldingen.push(zin);
  if (NAMEN.some((naam) => params.getAll(naam).length > 1)) zeg("Een deel van de link staat er dubbel in. Alleen het eerste telt.");
  stand.functie = keus(params, "functie", spel.functies, stand.functie);
  if (params.has("functie") && params.get("functie") !== stand.functie) zeg("De functie uit de link bestaat niet.");
  const zaad = params.get("zaad") ?? "";
  if (ZAAD.test(zaad)) stand.zaad = zaad;
  else if (zaad) zeg("Een deel van de link is niet gelezen.");
  /** @type {Set<string>} */
  const gezien = new Set();
  const apart = params.has("apart");
  if (params.has("kaart") || apart) {
    const tafel = kaarten(params.get("kaart"), stand.functie, spel, gezien, zeg);
    stand.apart = kaarten(params.get("apart"), stand.functie, spel, gezien, zeg);
    if (gezien.size || !params.get("kaart")) stand.tafel = tafel;
  }
  const dicht = slugs(params, "dicht", stand.tafel.length, (slug) => stand.tafel.some((kaart) => kaart.slug === slug));
  if (dicht.weg) zeg(ONBEKEND);
  for (const kaart of stand.tafel) kaart.dicht = dicht.gelezen.includes(kaart.slug);
  const eigen = params.get("eigen") ?? "";
  stand.eigen = schoon(eigen);
  if ([...eigen].length > LANGSTE_EIGEN) zeg(`De eigen woorden zijn ingekort tot ${LANGSTE_EIGEN} tekens.`);
  return { stand, meldingen };
}

const ONBEKEND = "Een kaart uit de link is er niet, of staat er dubbel in. Die is weggelaten.";

/**
 * @param {string | null} tekst
 * @param {string} functie
 * @param {Spel} spel
 * @param {Set<string>} gezien
 * @param {(zin: string) => void} zeg
 */
function kaarten(tekst, functie, spel, gezien, zeg) {
  /** @type {Kaart[]} */
  const gelezen = [];
  for (const deel of (tekst ?? "").split(",").filter(Boolean)) {
    const [, slug, nummer] = KAART.exec(deel) ?? [];
    if (!spel.kaarten.has(slug) || gezien.has(slug)) {
      zeg(ONBEKEND);
      continue;
    }
    gezien.add(slug);
    const vraag = Number(nummer ?? 1);
    const bestaat = vraag >= 1 && vraag <= aantalVragen(spel, slug, functie);
    if (!bestaat) zeg("Een vraag uit de link is er niet. Je ziet de eerste vraag van die kaart.");
    gelezen.push({ slug, vraag: bestaat ? vraag : 1, dicht: false });
  }
  return gelezen;
}

/**
 * The query that means this, or nothing where it is how the page begins. The same table gives the same query.
 * @param {Stand} stand
 * @param {Spel} spel
 */
export function naarAdres(stand, spel) {
  const heel = isHeel(stand, spel);
  /** @param {Kaart} kaart */
  const naam = ({ slug, vraag }) => `${slug}.${vraag}`;
  const dicht = stand.tafel.filter((kaart) => kaart.dicht).map((kaart) => kaart.slug);
  const delen = [
    stand.zaad && `zaad=${stand.zaad}`,
    !heel && `kaart=${stand.tafel.map(naam).join(",")}`,
    dicht.length && `dicht=${dicht.join(",")}`,
    stand.apart.length && `apart=${stand.apart.map(naam).join(",")}`,
    stand.eigen && `eigen=${encodeURIComponent(stand.eigen)}`,
  ].filter(Boolean);
  if (!delen.length && stand.functie === spel.functies[0]) return "";
  return `?${[`v=${VERSIE}`, `functie=${stand.functie}`, ...delen].join("&")}`;
}

/**
 * @param {Stand} stand
 * @param {Spel} spel
 */
function isHeel(stand, spel) {
  const vast = [...spel.kaarten.keys()];
  return stand.tafel.length === vast.length && stand.tafel.every(({ slug, vraag }, plaats) => slug === vast[plaats] && vraag === 1);
}

/**
 * @param {Spel} spel
 * @param {string} slug
 * @param {string} functie
 */
export function aantalVragen(spel, slug, functie) {
  return spel.kaarten.get(slug)?.get(functie) ?? 0;
}

/**
 * The cards that lie neither on the table nor aside.
 * @param {Stand} stand
 * @param {Spel} spel
 */
export function stapel(stand, spel) {
  const weg = new Set([...stand.tafel, ...stand.apart].map((kaart) => kaart.slug));
  return [...spel.kaarten.keys()].filter((slug) => !weg.has(slug));
}

/**
 * One card more on the table, in front; when the pile is empty all cards are taken up and shuffled first.
 * @param {Stand} stand
 * @param {Spel} spel
 * @param {string} [zaad]
 * @returns {Stand}
 */
export function trek(stand, spel, zaad = nieuwZaad()) {
  const over = stapel(stand, spel);
  const van = over.length ? { ...stand, zaad: stand.zaad || zaad } : opnieuw(stand, zaad);
  const dicht = new Set(stapel(van, spel));
  const slug = /** @type {string} */ (schud(spel.kaarten.keys(), van.zaad).find((naam) => dicht.has(naam)));
  return { ...van, tafel: [getrokken(slug, van, spel), ...van.tafel] };
}

/**
 * All cards on the pile, in another order.
 * @param {Stand} stand
 * @param {string} [zaad]
 * @returns {Stand}
 */
export function opnieuw(stand, zaad = nieuwZaad()) {
  return { ...stand, zaad, tafel: [], apart: [] };
}

/**
 * @param {Stand} stand
 * @param {Spel} spel
 * @returns {Stand}
 */
export function alleOpen(stand, spel) {
  return { ...begin(spel, stand.functie), eigen: stand.eigen };
}

/**
 * All nine face down, in an order that nobody knows.
 * @param {Stand} stand
 * @param {Spel} spel
 * @param {string} [zaad]
 * @returns {Stand}
 */
export function alleDicht(stand, spel, zaad = nieuwZaad()) {
  const van = opnieuw(stand, zaad);
  const tafel = schud(spel.kaarten.keys(), zaad).map((slug) => ({ ...getrokken(slug, van, spel), dicht: true }));
  return { ...van, tafel };
}

/**
 * @param {string} slug
 * @param {Pick<Stand, "zaad" | "functie">} stand
 * @param {Spel} spel
 * @returns {Kaart}
 */
function getrokken(slug, { zaad, functie }, spel) {
  return { slug, vraag: vraagBij(zaad, functie, slug, aantalVragen(spel, slug, functie)), dicht: false };
}

/**
 * @param {Stand} stand
 * @param {string} slug
 * @returns {Stand}
 */
export function draai(stand, slug) {
  return metKaart(stand, slug, (kaart) => ({ ...kaart, dicht: !kaart.dicht }));
}

/**
 * @param {Stand} stand
 * @param {string} slug
 * @param {Spel} spel
 * @returns {Stand}
 */
export function andereVraag(stand, slug, spel) {
  return metKaart(stand, slug, (kaart) => ({ ...kaart, vraag: (kaart.vraag % aantalVragen(spel, slug, stand.functie)) + 1 }));
}

/**
 * @param {Stand} stand
 * @param {string} slug
 * @param {(kaart: Kaart) => Kaart} anders
 * @returns {Stand}
 */
function metKaart(stand, slug, anders) {
  return { ...stand, tafel: stand.tafel.map((kaart) => (kaart.slug === slug ? anders(kaart) : kaart)) };
}

/**
 * @param {Stand} stand
 * @param {string} slug
 * @returns {Stand}
 */
export function legApart(stand, slug) {
  const [kaart] = stand.tafel.filter((andere) => andere.slug === slug);
  return { ...stand, tafel: stand.tafel.filter((andere) => andere !== kaart), apart: [...stand.apart, { ...kaart, dicht: false }] };
}

/**
 * @param {Stand} stand
 * @param {string} slug
 * @returns {Stand}
 */
export function legTerug(stand, slug) {
  const [kaart] = stand.apart.filter((andere) => andere.slug === slug);
  return { ...stand, apart: stand.apart.filter((andere) => andere !== kaart), tafel: [kaart, ...stand.tafel] };
}

/**
 * The same cards with the questions of another function.
 * @param {Stand} stand
 * @param {string} functie
 * @param {Spel} spel
 * @returns {Stand}
 */
export function metFunctie(stand, functie, spel) {
  /** @param {Kaart} kaart */
  const past = (kaart) => ({ ...kaart, vraag: kaart.vraag > aantalVragen(spel, kaart.slug, functie) ? 1 : kaart.vraag });
  return { ...stand, functie, tafel: stand.tafel.map(past), apart: stand.apart.map(past) };
}
