// What stands in the address: the wishes, the programme, and when it begins. Reads what anybody may have written.
//
//   ?v=1&t=120&n=12&f=verdieping&r=plek,kind&o=1&b=13:30&d=2026-11-24&p=i10,c15.een-verhaal,w45.een-werkvorm,p10,e5.tekst,o10
//   ?v=1&s=een-verhaal,nog-een&w=een-werkvorm   begins a programme with these
//
// In `p` each item is a letter (`LETTERS`), its minutes, and after a dot its slug or its text. A text has ~k for a comma
// and ~~ for a tilde, so that a comma always ends an item.

import { getal, keus, LANGST, lees as leesAdres, slugs } from "../../../parts/script/address.js";
import { FUNCTIES, MENSEN, TIJD } from "./plan.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wens} Wens */
/** @typedef {import("./plan.js").Gegevens} Gegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanGegevens} PlanGegevens */
/** @typedef {import("./plan.js").ItemSoort} ItemSoort */
/** @typedef {{ verhalen: string[], werkvormen: string[], tijd: boolean }} Start */

export const VERSIE = "1";
/** @type {Readonly<Wens>} */
export const STANDAARD = { tijd: 120, mensen: 12, functie: "verdieping", ruimtes: [], online: false, begin: "", datum: "" };
/** Items of a programme, and characters of a text of one's own. */
export const MEESTE = 20;
export const LANGSTE_TEKST = 80;

/** What the slugs in each parameter name (`actueel`). */
export const GENOEMD = { f: "functie", r: "ruimte", s: "verhaal", w: "werkvorm", p: { c: "verhaal", w: "werkvorm" } };

/** @type {Record<string, ItemSoort>} */
const LETTERS = { i: "welkom", c: "verhaal", w: "werkvorm", p: "pauze", e: "eigen", o: "oogst" };
/** @type {Record<string, string>} */
const VAN_SOORT = Object.fromEntries(Object.entries(LETTERS).map(([letter, soort]) => [soort, letter]));
/** @type {Record<string, string>} */
const TEKENS = { k: ",", "~": "~" };
const ITEM = /^([icwpeo])(\d{1,3})(?:\.(.+))?$/su;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Controls, marks that turn the direction of a text, and what stands for bytes that were no text. */
const ONLEESBAAR = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]+/gu;
const EIGEN = ["v", "t", "n", "f", "r", "o", "b", "d", "p", "s", "w"];

/**
 * A text on one line, without what cannot be read, and not too long.
 * @param {string} tekst
 */
export function netteTekst(tekst) {
  const net = tekst.replace(ONLEESBAAR, " ").replace(/\s+/gu, " ").trim();
  return [...net].slice(0, LANGSTE_TEKST).join("").trim();
}

/**
 * Read a query. Gives `wens`, the `items` of a programme (null without one), `start` ({ verhalen, werkvormen, tijd },
 * null without them) and `meldingen`: sentences about what was not read. Whether a story exists is not known here.
 * @param {string} zoek
 * @param {Pick<PlanGegevens, "ruimtes" | "werkvormen">} gegevens
 * @returns {{ wens: Wens, items: Item[] | null, start: Start | null, meldingen: string[] }}
 */
export function lees(zoek, gegevens) {
  const { params, meldingen } = leesAdres(zoek);
  const niets = { wens: { ...STANDAARD }, items: null, start: null, meldingen };
  const gebruikt = EIGEN.filter((naam) => params.has(naam));
  if (!gebruikt.length) return niets;
  if (params.get("v") !== VERSIE) {
    meldingen.push("Dit adres is niet van deze versie van de site. Wat erin stond, is niet gelezen.");
    return niets;
  }
  if (gebruikt.some((naam) => params.getAll(naam).length > 1)) {
    meldingen.push("Iets stond twee keer in het adres. Alleen het eerste is gelezen.");
  }
  const ruimtes = slugs(params, "r", 9, (slug) => gegevens.ruimtes.some((ruimte) => ruimte.slug === slug));
  /** @type {Wens} */
  const wens = {
    tijd: getal(params, "t", ...TIJD, STANDAARD.tijd),
    mensen: getal(params, "n", ...MENSEN, STANDAARD.mensen),
    functie: keus(params, "f", FUNCTIES, STANDAARD.functie),
    online: params.get("o") === "1",
    begin: leesTijd(params.get("b") ?? ""),
    datum: leesDatum(params.get("d") ?? ""),
    ruimtes: gegevens.ruimtes.map(({ slug }) => slug).filter((slug) => ruimtes.gelezen.includes(slug)),
  };
  const fout = [
    params.has("t") && wens.tijd !== Number(params.get("t")) && `De tijd in het adres klopt niet. Er staat nu ${wens.tijd} minuten.`,
    params.has("n") && wens.mensen !== Number(params.get("n")) && `Het aantal mensen in het adres klopt niet. Er staat nu ${wens.mensen}.`,
    params.has("f") && wens.functie !== params.get("f") && "De functie in het adres bestaat niet. Er staat nu verdieping.",
    (params.get("b") ?? "") !== wens.begin && "De begintijd in het adres klopt niet en is weggelaten.",
    (params.get("d") ?? "") !== wens.datum && "De datum in het adres klopt niet en is weggelaten.",
  ];
  meldingen.push(...fout.filter((zin) => zin !== false));
  if (ruimtes.weg) meldingen.push("Een ruimte in het adres bestaat niet en is weggelaten.");
  const werkvormen = new Set(gegevens.werkvormen.map(({ slug }) => slug));
  const p = params.get("p");
  const items = p !== null ? leesItems(p, werkvormen, meldingen) : null;
  return { wens, items, start: items ? null : leesStart(params, werkvormen, meldingen), meldingen };
}

/**
 * @param {string} tekst
 * @param {ReadonlySet<string>} werkvormen
 * @param {string[]} meldingen
 * @returns {Item[] | null}
 */
function leesItems(tekst, werkvormen, meldingen) {
  /** @type {Item[]} */
  const items = [];
  const gezien = new Set();
  let weg = 0;
  for (const deel of tekst.split(",").filter(Boolean)) {
    const item = leesItem(deel, werkvormen);
    const naam = item?.slug && `${item.soort} ${item.slug}`;
    if (!item || gezien.has(naam) || items.length === MEESTE) weg += 1;
    else items.push(item);
    if (naam) gezien.add(naam);
  }
  if (weg) meldingen.push(weggelaten(weg));
  return items.length ? items : null;
}

/**
 * @param {string} deel
 * @param {ReadonlySet<string>} werkvormen
 * @returns {Item | undefined}
 */
function leesItem(deel, werkvormen) {
  const [, letter, cijfers, rest] = ITEM.exec(deel) ?? [];
  const soort = LETTERS[letter];
  const minuten = Number(cijfers);
  if (!soort || minuten < 1 || minuten > TIJD[1]) return undefined;
  if (soort === "eigen") {
    const tekst = netteTekst((rest ?? "").replace(/~(.)/gsu, (heel, teken) => TEKENS[teken] ?? heel));
    return tekst ? { soort, minuten, tekst } : undefined;
  }
  if (soort !== "werkvorm" && soort !== "verhaal") return rest === undefined ? { soort, minuten } : undefined;
  if (!SLUG.test(rest ?? "") || (soort === "werkvorm" && !werkvormen.has(rest))) return undefined;
  return { soort, minuten, slug: rest };
}

/**
 * @param {URLSearchParams} params
 * @param {ReadonlySet<string>} werkvormen
 * @param {string[]} meldingen
 * @returns {Start | null}
 */
function leesStart(params, werkvormen, meldingen) {
  if (!params.has("s") && !params.has("w")) return null;
  const verhalen = slugs(params, "s", 10, () => true);
  const gekozen = slugs(params, "w", 5, (slug) => werkvormen.has(slug));
  if (verhalen.weg + gekozen.weg) meldingen.push(weggelaten(verhalen.weg + gekozen.weg));
  if (!verhalen.gelezen.length && !gekozen.gelezen.length) return null;
  return { verhalen: verhalen.gelezen, werkvormen: gekozen.gelezen, tijd: params.has("t") };
}

/** @param {number} aantal */
export function weggelaten(aantal) {
  return aantal === 1
    ? "Een onderdeel in het adres is er niet (meer) of past er niet bij, en is weggelaten."
    : `${aantal} onderdelen in het adres zijn er niet (meer) of passen er niet bij, en zijn weggelaten.`;
}

/** @param {string} tekst */
function leesTijd(tekst) {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(tekst) ? tekst : "";
}

/** @param {string} tekst */
function leesDatum(tekst) {
  if (!/^20\d\d-\d\d-\d\d$/.test(tekst)) return "";
  const dag = new Date(`${tekst}T00:00:00Z`);
  return !Number.isNaN(dag.getTime()) && dag.toISOString().startsWith(tekst) ? tekst : "";
}

/**
 * The query of a programme. What is the default is there too: it may become another.
 * @param {Wens} wens
 * @param {readonly Item[] | null} items
 */
export function schrijf(wens, items) {
  const delen = [`v=${VERSIE}`, `t=${wens.tijd}`, `n=${wens.mensen}`, `f=${wens.functie}`];
  if (wens.ruimtes.length) delen.push(`r=${wens.ruimtes.join(",")}`);
  if (wens.online) delen.push("o=1");
  if (wens.begin) delen.push(`b=${wens.begin}`);
  if (wens.datum) delen.push(`d=${wens.datum}`);
  if (items) delen.push(`p=${items.map(schrijfItem).join(",")}`);
  return `?${delen.join("&")}`;
}

/** @param {Item} item */
function schrijfItem({ soort, minuten, slug, tekst }) {
  const rest = soort === "eigen" ? encodeURIComponent((tekst ?? "").replaceAll("~", "~~").replaceAll(",", "~k")) : slug;
  return `${VAN_SOORT[soort]}${minuten}${rest ? `.${rest}` : ""}`;
}

/**
 * Whether a programme fits in an address that can be read again.
 * @param {Wens} wens
 * @param {readonly Item[] | null} items
 */
export function teLang(wens, items) {
  return schrijf(wens, items).length > LANGST;
}
