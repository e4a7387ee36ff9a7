// What stands in the address: the wishes, the programme, and when it begins. Reads what anybody may have written.
//
//   ?v=1&t=120&n=12&f=verdieping&r=plek,kind&o=1&b=13:30&d=2026-11-24&p=i10,c15.een-verhaal,w45.een-werkvorm,p10,e5.tekst,o10
//   ?v=1&s=een-verhaal,nog-een&w=een-werkvorm&k=een-voorbeeld   begins a programme with these
//   ?v=1&s=een-verhaal&p=i10,o10   is one of which this was left over, for a second meeting
//
// `x` is what the group can have (`EXTRA`), `q` the own question, `m` the name of the meet-up and `l` where it is; `u` says
// which meet-up it is, whatever changes, so that a calendar knows its appointment again (ics.js). In `p`
// each item is a letter (`LETTERS`), its minutes, and after a dot its slug or its text; that of a welcome or a harvest is
// the werkvorm by which it goes. After ~n comes a note on it: `w45.een-werkvorm~nzet de stoelen klaar`. A text and a note
// have ~k for a comma and ~~ for a tilde, so that a comma always ends an item, and ~n always begins a note.

import { number, pick, LONGEST, NAMED as LISTS, readQuery as readAddress, slugs } from "../../../parts/script/address.js";
import { EXTRA, FUNCTIES, MENSEN, TIME } from "./plan.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Data} Data */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanGegevens} PlanGegevens */
/** @typedef {import("./plan.js").ItemKind} ItemKind */
/** @typedef {{ verhalen: string[], werkvormen: string[], voorbeelden: string[], time: boolean }} Start */
/** @typedef {import("./plan.js").Block} Block */

export const VERSION = "1";
/** @type {Readonly<Wish>} */
export const DEFAULT = { time: 120, mensen: 12, functie: "verdieping", ruimtes: [], online: false, begin: "", date: "", extra: [], vraag: "", naam: "", plaats: "", id: "", over: [] };
/** Items of a programme, characters of a text of one's own, and those of a note. */
export const MOST = 20;
export const LONGEST_TEXT = 80;
export const LONGEST_NOTE = 200;

/** What the slugs in each parameter name (`actueel`). */
export const NAMED = { f: "functie", r: "ruimte", ...LISTS, p: { c: LISTS.s, w: LISTS.w, i: LISTS.w, o: LISTS.w, k: LISTS.k } };

/** @type {Record<string, ItemKind>} */
const LETTERS = { i: "welkom", c: "verhaal", w: "werkvorm", k: "voorbeeld", p: "pauze", e: "eigen", o: "oogst" };
/** @type {Record<string, string>} */
const OF_KIND = Object.fromEntries(Object.entries(LETTERS).map(([letter, soort]) => [soort, letter]));
/** @type {Record<string, string>} */
const CHARACTERS = { k: ",", "~": "~" };
const ITEM = /^([icwkpeo])(\d{1,3})(?:\.((?:~[^n]|[^~]|~$)+))?(?:~n(.*))?$/su;
const ID = /^[a-z0-9]{8,16}$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Controls, marks that turn the direction of a text, and what stands for bytes that were no text. */
const UNREADABLE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]+/gu;
const OWN = ["v", "t", "n", "f", "r", "o", "b", "d", "x", "q", "m", "l", "u", "p", "s", "w", "k"];

/**
 * A text on one line, without what cannot be read, and not too long.
 * @param {string} text
 * @param {number} [longest] in characters
 */
export function cleanText(text, longest = LONGEST_TEXT) {
  const neat = text.replace(UNREADABLE, " ").replace(/\s+/gu, " ").trim();
  return [...neat].slice(0, longest).join("").trim();
}

/**
 * Read a query. Gives `wish`, the `items` of a programme (null without one), `start` ({ verhalen, werkvormen,
 * voorbeelden, tijd }, null without them) and `messages`: sentences about what was not read. Whether a story or an example exists is not
 * known here.
 * @param {string} search
 * @param {Pick<PlanGegevens, "ruimtes" | "werkvormen">} data
 * @returns {{ wish: Wish, items: Item[] | null, start: Start | null, messages: string[] }}
 */
export function read(search, data) {
  const { params, messages } = readAddress(search);
  const nothing = { wish: { ...DEFAULT }, items: null, start: null, messages };
  const used = OWN.filter((name) => params.has(name));
  if (!used.length) return nothing;
  if (params.get("v") !== VERSION) {
    messages.push("Dit adres is niet van deze versie van de site. Wat erin stond, is niet gelezen.");
    return nothing;
  }
  if (used.some((name) => params.getAll(name).length > 1)) {
    messages.push("Iets stond twee keer in het adres. Alleen het eerste is gelezen.");
  }
  const ruimtes = slugs(params, "r", 9, (slug) => data.ruimtes.some((ruimte) => ruimte.slug === slug));
  /** @type {Wish} */
  const wish = {
    time: number(params, "t", ...TIME, DEFAULT.time),
    mensen: number(params, "n", ...MENSEN, DEFAULT.mensen),
    functie: pick(params, "f", FUNCTIES, DEFAULT.functie),
    online: params.get("o") === "1",
    begin: readTime(params.get("b") ?? ""),
    date: readDate(params.get("d") ?? ""),
    extra: EXTRA.filter((one) => (params.get("x") ?? "").split(",").includes(one)),
    vraag: cleanText(params.get("q") ?? ""),
    naam: cleanText(params.get("m") ?? ""),
    plaats: cleanText(params.get("l") ?? ""),
    id: ID.exec(params.get("u") ?? "")?.[0] ?? "",
    over: [],
    ruimtes: data.ruimtes.map(({ slug }) => slug).filter((slug) => ruimtes.parsed.includes(slug)),
  };
  const error = [
    params.has("t") && wish.time !== Number(params.get("t")) && `De tijd in het adres klopt niet. Er staat nu ${wish.time} minuten.`,
    params.has("n") && wish.mensen !== Number(params.get("n")) && `Het aantal mensen in het adres klopt niet. Er staat nu ${wish.mensen}.`,
    params.has("f") && wish.functie !== params.get("f") && "De functie in het adres bestaat niet. Er staat nu verdieping.",
    (params.get("b") ?? "") !== wish.begin && "De begintijd in het adres klopt niet en is weggelaten.",
    (params.get("d") ?? "") !== wish.date && "De datum in het adres klopt niet en is weggelaten.",
  ];
  messages.push(...error.filter((sentence) => sentence !== false));
  if (ruimtes.gone) messages.push("Een ruimte in het adres bestaat niet en is weggelaten.");
  const werkvormen = new Set(data.werkvormen.map(({ slug }) => slug));
  const p = params.get("p");
  const items = p !== null ? readItems(p, werkvormen, messages) : null;
  const start = readStart(params, werkvormen, messages);
  if (!items || !start) return { wish, items, start, messages };
  return { wish: { ...wish, over: leftOver(blocksOf(start), items) }, items, start: null, messages };
}

/**
 * @param {string} text
 * @param {ReadonlySet<string>} werkvormen
 * @param {string[]} messages
 * @returns {Item[] | null}
 */
function readItems(text, werkvormen, messages) {
  /** @type {Item[]} */
  const items = [];
  const seen = new Set();
  let gone = 0;
  for (const part of text.split(",").filter(Boolean)) {
    const item = readItem(part, werkvormen);
    const name = item?.slug && `${item.soort} ${item.slug}`;
    if (!item || seen.has(name) || items.length === MOST) gone += 1;
    else items.push(item);
    if (name) seen.add(name);
  }
  if (gone) messages.push(omitted(gone));
  return items.length ? items : null;
}

/**
 * @param {string} part
 * @param {ReadonlySet<string>} werkvormen
 * @returns {Item | undefined}
 */
function readItem(part, werkvormen) {
  const [, letter, digits, rest, after] = ITEM.exec(part) ?? [];
  const soort = LETTERS[letter];
  const minutes = Number(digits);
  if (!soort || minutes < 1 || minutes > TIME[1]) return undefined;
  const item = readWhat(soort, minutes, rest, werkvormen);
  const note = cleanText(unescaped(after ?? ""), LONGEST_NOTE);
  return item && note ? { ...item, note } : item;
}

/** @param {string} text */
const unescaped = (text) => text.replace(/~(.)/gsu, (whole, draw) => CHARACTERS[draw] ?? whole);
/** @param {string} text */
const escaped = (text) => encodeURIComponent(text.replaceAll("~", "~~").replaceAll(",", "~k"));

/**
 * @param {ItemKind} soort
 * @param {number} minutes
 * @param {string | undefined} rest
 * @param {ReadonlySet<string>} werkvormen
 * @returns {Item | undefined}
 */
function readWhat(soort, minutes, rest, werkvormen) {
  if (soort === "eigen") {
    const text = cleanText(unescaped(rest ?? ""));
    return text ? { soort, minutes, text } : undefined;
  }
  if ((soort === "welkom" || soort === "oogst") && rest !== undefined) return werkvormen.has(rest) ? { soort, minutes, slug: rest } : { soort, minutes };
  if (soort !== "werkvorm" && soort !== "verhaal" && soort !== "voorbeeld") return rest === undefined ? { soort, minutes } : undefined;
  if (rest === undefined || !SLUG.test(rest) || (soort === "werkvorm" && !werkvormen.has(rest))) return undefined;
  return { soort, minutes, slug: rest };
}

/**
 * @param {URLSearchParams} params
 * @param {ReadonlySet<string>} werkvormen
 * @param {string[]} messages
 * @returns {Start | null}
 */
function readStart(params, werkvormen, messages) {
  if (!["s", "w", "k"].some((letter) => params.has(letter))) return null;
  const verhalen = slugs(params, "s", 10, () => true);
  const chosen = slugs(params, "w", 5, (slug) => werkvormen.has(slug));
  const short = slugs(params, "k", 5, () => true);
  const parts = [verhalen, chosen, short];
  const gone = parts.reduce((all, part) => all + part.gone, 0);
  if (gone) messages.push(omitted(gone));
  if (!parts.some(({ parsed }) => parsed.length)) return null;
  return { verhalen: verhalen.parsed, werkvormen: chosen.parsed, voorbeelden: short.parsed, time: params.has("t") };
}

/**
 * @param {Start} start
 * @returns {Block[]}
 */
const blocksOf = ({ verhalen, werkvormen, voorbeelden }) => [
  ...verhalen.map((slug) => ({ soort: /** @type {const} */ ("verhaal"), slug })),
  ...voorbeelden.map((slug) => ({ soort: /** @type {const} */ ("voorbeeld"), slug })),
  ...werkvormen.map((slug) => ({ soort: /** @type {const} */ ("werkvorm"), slug })),
];

/**
 * What of these is not in a programme.
 * @param {readonly Block[]} over
 * @param {readonly Item[]} items
 */
export function leftOver(over, items) {
  return over.filter(({ soort, slug }) => !items.some((item) => item.soort === soort && item.slug === slug));
}

/** @param {number} count */
export function omitted(count) {
  return count === 1
    ? "Een onderdeel in het adres is er niet (meer) of past er niet bij, en is weggelaten."
    : `${count} onderdelen in het adres zijn er niet (meer) of passen er niet bij, en zijn weggelaten.`;
}

/** @param {string} text */
function readTime(text) {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : "";
}

/** @param {string} text */
function readDate(text) {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return "";
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : "";
}

/**
 * The query of a programme. What is the default is there too: it may become another. Without `notes` it has nothing that is
 * for the host alone, such as what is left for a second meeting: that is the address to give to participants.
 * @param {Wish} wish
 * @param {readonly Item[] | null} items
 * @param {{ notes?: boolean }} [how]
 */
export function write(wish, items, { notes = true } = {}) {
  const parts = [`v=${VERSION}`, `t=${wish.time}`, `n=${wish.mensen}`, `f=${wish.functie}`];
  if (wish.ruimtes.length) parts.push(`r=${wish.ruimtes.join(",")}`);
  if (wish.online) parts.push("o=1");
  if (wish.extra?.length) parts.push(`x=${wish.extra.join(",")}`);
  if (wish.vraag) parts.push(`q=${encodeURIComponent(wish.vraag)}`);
  if (wish.naam) parts.push(`m=${encodeURIComponent(wish.naam)}`);
  if (wish.plaats) parts.push(`l=${encodeURIComponent(wish.plaats)}`);
  if (wish.begin) parts.push(`b=${wish.begin}`);
  if (wish.date) parts.push(`d=${wish.date}`);
  if (wish.id) parts.push(`u=${wish.id}`);
  if (items && notes) parts.push(...writeBlocks(wish.over ?? []));
  if (items) parts.push(`p=${items.map((item) => writeItem(notes ? item : { ...item, note: undefined })).join(",")}`);
  return `?${parts.join("&")}`;
}

/** @param {readonly Block[]} blocks */
function writeBlocks(blocks) {
  return /** @type {const} */ ([["s", "verhaal"], ["w", "werkvorm"], ["k", "voorbeeld"]]).flatMap(([letter, which]) => {
    const found = blocks.filter(({ soort }) => soort === which).map(({ slug }) => slug);
    return found.length ? [`${letter}=${found.join(",")}`] : [];
  });
}

/**
 * The query that begins a second meeting with what was left over of this one: for the same people, in the same place and
 * at the same hour, on another day.
 * @param {Wish} wish
 */
export function writeSecond(wish) {
  const query = write({ ...wish, date: "", id: "" }, null);
  return [query, ...writeBlocks(wish.over ?? [])].join("&");
}

/** @param {Item} item */
function writeItem({ soort, minutes, slug, text, note }) {
  const rest = soort === "eigen" ? escaped(text ?? "") : slug;
  return `${OF_KIND[soort]}${minutes}${rest ? `.${rest}` : ""}${note ? `~n${escaped(note)}` : ""}`;
}

/**
 * Whether a programme fits in an address that can be read again.
 * @param {Wish} wish
 * @param {readonly Item[] | null} items
 */
export function tooLong(wish, items) {
  return write(wish, items).length > LONGEST;
}
