// The address of a selection: who opens it sees the same texts, and the notes that were given along.

import { LONGEST, NAMED, current, readQuery, slugs } from "../../../parts/script/address.js";
import { MOST, validated, text } from "../../../parts/bewaren/script/kept.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {import("../../../parts/bewaren/script/kept.js").Selectie} Selectie */
/** @typedef {import("../../../parts/bewaren/script/kept.js").Soort} Soort */

const VERSION = "1";
/** @type {Record<import("../../../parts/bewaren/script/kept.js").Soort, string>} */
const LETTER = { verhaal: "s", werkvorm: "w", voorbeeld: "k" };

/** What each parameter names, as the site calls those kinds: the lists, and the notes. */
const KIND = { ...NAMED, ...Object.fromEntries(Object.entries(NAMED).map(([letter, kind]) => [`n${letter}`, kind])) };

/**
 * The selection in a query such as `location.search` (null when there is none), and sentences about what was not read.
 * @param {string} search
 * @param {import("../../../outputs/scripts.d.ts").Eerder} names
 * @returns {{ shared: Selectie | null, messages: string[] }}
 */
export function fromAddress(search, names = {}) {
  const { params, messages } = readQuery(current(search, KIND, names));
  const asked = Object.values(LETTER).some((letter) => params.get(letter));
  if (!asked) return { shared: null, messages };
  if (params.get("v") !== VERSION) {
    return { shared: null, messages: ["Dit adres hoort bij een andere versie van deze pagina. De selectie is niet gelezen."] };
  }
  /** @type {Item[]} */
  const items = [];
  let gone = 0;
  for (const [soort, letter] of Object.entries(LETTER)) {
    const part = slugs(params, letter, MOST.items, (slug) => slug.length <= MOST.slug);
    const notities = readNotes(params, letter);
    gone += part.gone;
    items.push(...part.parsed.map((slug) => ({ soort: /** @type {Soort} */ (soort), slug, titel: "", notitie: notities.get(slug) ?? "" })));
  }
  const shared = validated({ naam: params.get("t"), items });
  gone += items.length - shared.items.length;
  if (gone) messages.push(gone === 1 ? "Eén deel van het adres is niet te lezen en is overgeslagen." : `${gone} delen van het adres zijn niet te lezen en zijn overgeslagen.`);
  return { shared: shared.items.length ? shared : null, messages };
}

/**
 * The notes of one kind: each is a parameter of its own, the slug before the first colon.
 * @param {URLSearchParams} params
 * @param {string} letter
 */
function readNotes(params, letter) {
  const parts = params.getAll(`n${letter}`).filter((part) => part.includes(":"));
  return new Map(parts.map((part) => [part.slice(0, part.indexOf(":")), part.slice(part.indexOf(":") + 1)]));
}

/**
 * The same selection as a query. Notes go along when they are asked for.
 * @param {Selectie} selectie
 * @param {boolean} withNotes
 */
export function toAddress({ naam, items }, withNotes = false) {
  const extra = new URLSearchParams();
  if (naam) extra.set("t", text(naam, MOST.naam));
  if (withNotes) {
    for (const { soort, slug, notitie } of items) if (notitie) extra.append(`n${LETTER[soort]}`, `${slug}:${notitie}`);
  }
  const rest = extra.toString();
  return `?v=${VERSION}${lists(items)}${rest && `&${rest}`}`;
}

/**
 * The lists of slugs, as the planner of a session reads them too: `&s=een,twee&w=drie&k=vier`.
 * @param {readonly Pick<Item, "soort" | "slug">[]} items
 */
export function lists(items) {
  return Object.entries(LETTER)
    .map(([soort, letter]) => /** @type {const} */ ([letter, items.filter((item) => item.soort === soort).map(({ slug }) => slug)]))
    .map(([letter, chosen]) => (chosen.length ? `&${letter}=${chosen.join(",")}` : ""))
    .join("");
}

/**
 * Whether this page can read an address of this length again.
 * @param {string} search
 */
export function fits(search) {
  return search.length <= LONGEST;
}
