// The address of a selection: who opens it sees the same stories and werkvormen, and the notes that were given along.

import { LANGST, actueel, lees, slugs } from "../../../parts/script/address.js";
import { MEEST, gekeurd, tekst } from "../../../parts/bewaren/script/kept.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {import("../../../parts/bewaren/script/kept.js").Selectie} Selectie */
/** @typedef {import("../../../parts/bewaren/script/kept.js").Soort} Soort */

const VERSIE = "1";
/** @type {Record<import("../../../parts/bewaren/script/kept.js").Soort, string>} */
const LETTER = { verhaal: "s", werkvorm: "w" };

/** What each parameter names: the lists, and the notes. */
const SOORT = Object.fromEntries(Object.entries(LETTER).flatMap(([soort, letter]) => [[letter, soort], [`n${letter}`, soort]]));

/**
 * The selection in a query such as `location.search` (null when there is none), and sentences about what was not read.
 * @param {string} zoek
 * @param {import("../../../outputs/scripts.d.ts").Eerder} namen
 * @returns {{ gedeeld: Selectie | null, meldingen: string[] }}
 */
export function uitAdres(zoek, namen = {}) {
  const { params, meldingen } = lees(actueel(zoek, SOORT, namen));
  const gevraagd = Object.values(LETTER).some((letter) => params.get(letter));
  if (!gevraagd) return { gedeeld: null, meldingen };
  if (params.get("v") !== VERSIE) {
    return { gedeeld: null, meldingen: ["Dit adres hoort bij een andere versie van deze pagina. De selectie is niet gelezen."] };
  }
  /** @type {Item[]} */
  const items = [];
  let weg = 0;
  for (const [soort, letter] of Object.entries(LETTER)) {
    const deel = slugs(params, letter, MEEST.items, (slug) => slug.length <= MEEST.slug);
    const notities = gelezenNotities(params, letter);
    weg += deel.weg;
    items.push(...deel.gelezen.map((slug) => ({ soort: /** @type {Soort} */ (soort), slug, titel: "", notitie: notities.get(slug) ?? "" })));
  }
  const gedeeld = gekeurd({ naam: params.get("t"), items });
  weg += items.length - gedeeld.items.length;
  if (weg) meldingen.push(weg === 1 ? "Eén deel van het adres is niet te lezen en is overgeslagen." : `${weg} delen van het adres zijn niet te lezen en zijn overgeslagen.`);
  return { gedeeld: gedeeld.items.length ? gedeeld : null, meldingen };
}

/**
 * The notes of one kind: each is a parameter of its own, the slug before the first colon.
 * @param {URLSearchParams} params
 * @param {string} letter
 */
function gelezenNotities(params, letter) {
  const delen = params.getAll(`n${letter}`).filter((deel) => deel.includes(":"));
  return new Map(delen.map((deel) => [deel.slice(0, deel.indexOf(":")), deel.slice(deel.indexOf(":") + 1)]));
}

/**
 * The same selection as a query. Notes go along when they are asked for.
 * @param {Selectie} selectie
 * @param {boolean} metNotities
 */
export function naarAdres({ naam, items }, metNotities = false) {
  const extra = new URLSearchParams();
  if (naam) extra.set("t", tekst(naam, MEEST.naam));
  if (metNotities) {
    for (const { soort, slug, notitie } of items) if (notitie) extra.append(`n${LETTER[soort]}`, `${slug}:${notitie}`);
  }
  const rest = extra.toString();
  return `?v=${VERSIE}${lijsten(items)}${rest && `&${rest}`}`;
}

/**
 * The lists of slugs, as the planner of a session reads them too: `&s=een,twee&w=drie`.
 * @param {readonly Pick<Item, "soort" | "slug">[]} items
 */
export function lijsten(items) {
  return Object.entries(LETTER)
    .map(([soort, letter]) => /** @type {const} */ ([letter, items.filter((item) => item.soort === soort).map(({ slug }) => slug)]))
    .map(([letter, gekozen]) => (gekozen.length ? `&${letter}=${gekozen.join(",")}` : ""))
    .join("");
}

/**
 * Whether this page can read an address of this length again.
 * @param {string} zoek
 */
export function past(zoek) {
  return zoek.length <= LANGST;
}
