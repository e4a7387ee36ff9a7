// What a reader keeps for a meet-up: stories, werkvormen and praktijkvoorbeelden with a note, in this browser and nowhere
// else. Those examples have a name of their own there: a page that was opened before there were any leaves out of the
// other what it does not know. Every change reads what is there first, so that two tabs do not undo each other's work.

/** @typedef {"verhaal" | "werkvorm" | "voorbeeld"} Soort */
/** @typedef {{ soort: Soort, slug: string, titel: string, notitie: string, ook?: string[] }} Item */
/** @typedef {{ naam: string, items: Item[] }} Selectie */

const NAME = "ruimte-selectie";
const MORE = `${NAME}-voorbeelden`;
/** Where something is laid aside that stood there and is not ours, or of a later version of this site. */
export const APART = `${NAME}-apart`;
const VERSION = 1;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
// Control characters (but a new line), half characters, and marks that turn the direction of a text.
const ODD = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** The most that is kept: of items, of other versions of a note, and of characters in a note, a title, the name, a slug. */
export const MOST = { items: 100, ook: 20, notitie: 500, titel: 200, naam: 120, slug: 200 };
/** @type {readonly Soort[]} */
export const KINDS = ["verhaal", "werkvorm", "voorbeeld"];

/** @type {Set<() => void>} */
const listeners = new Set();

/**
 * A text from anywhere as it may be shown and kept.
 * @param {unknown} value
 * @param {number} most
 */
export function text(value, most) {
  return typeof value === "string" ? value.slice(0, most).replace(ODD, "") : "";
}

/**
 * @param {string} soort
 * @param {string} slug
 */
export function same(soort, slug) {
  return (/** @type {{ soort: string, slug: string }} */ item) => item.soort === soort && item.slug === slug;
}

/**
 * Of anything, the part that is a selection: `naam` (the title of the booklet) and `items`.
 * @param {any} parsed anything at all: each part is looked at before it is taken
 * @returns {Selectie}
 */
export function validated(parsed) {
  /** @type {Selectie} */
  const state = { naam: text(parsed?.naam, MOST.naam), items: [] };
  for (const item of Array.isArray(parsed?.items) ? parsed.items : []) {
    const { soort, slug } = item ?? {};
    if (!KINDS.includes(soort) || typeof slug !== "string" || slug.length > MOST.slug || !SLUG.test(slug)) continue;
    if (state.items.some(same(soort, slug))) continue;
    const ook = (Array.isArray(item.ook) ? item.ook : []).map((/** @type {unknown} */ other) => text(other, MOST.notitie)).filter(Boolean);
    state.items.push({
      soort,
      slug,
      titel: text(item.titel, MOST.titel),
      notitie: text(item.notitie, MOST.notitie),
      ...(ook.length && { ook: ook.slice(0, MOST.ook) }), // what another tab wrote in the note at the same time
    });
    if (state.items.length === MOST.items) break;
  }
  return state;
}

/**
 * Why something could not be kept: "vol" when there is no room, "dicht" when the browser keeps nothing.
 * @param {unknown} error
 */
export function reasonOf(error) {
  const { name, code } = /** @type {{ name: string, code?: number }} */ (error); // what a browser throws
  return code === 22 || /Quota/i.test(name) ? "vol" : "dicht";
}

/** What to say of that. */
export const NOT_SAVED = {
  vol: "Dat lukt niet: je browser heeft geen plaats meer voor deze site.",
  dicht: "Dat lukt niet: je browser bewaart niets voor deze site.",
};

/** @param {Item} item */
const isMore = ({ soort }) => soort === "voorbeeld";

/** @param {string | null} raw */
function parse(raw) {
  try {
    const parsed = JSON.parse(raw ?? "null");
    return parsed?.versie === VERSION ? parsed : null;
  } catch {
    return null;
  }
}

/**
 * The selection of what stands under both names, examples last.
 * @param {any} parsed
 * @param {any} more
 */
function joined(parsed, more) {
  const state = validated({ naam: parsed?.naam, items: [parsed, more].flatMap((part) => (Array.isArray(part?.items) ? part.items : [])) });
  state.items.sort((one, other) => Number(isMore(one)) - Number(isMore(other)));
  return state;
}

/** What is kept now; nothing where the browser keeps nothing, or something that is not ours. */
export function read() {
  try {
    return joined(parse(localStorage.getItem(NAME)), parse(localStorage.getItem(MORE)));
  } catch {
    return validated(null);
  }
}

/**
 * Change what is kept: `act` changes what was read. Answers with "" when it was kept, else with why not (`reasonOf`).
 * @param {(state: Selectie) => void} act
 */
export function change(act) {
  try {
    const [raw, other] = [NAME, MORE].map((name) => localStorage.getItem(name));
    const parsed = parse(raw);
    const state = joined(parsed, parse(other));
    act(state);
    if (raw !== null && !parsed) localStorage.setItem(APART, raw);
    const { naam, items } = validated(state);
    const more = items.filter(isMore);
    if (more.length) put(MORE, { items: more });
    else localStorage.removeItem(MORE);
    try {
      put(NAME, { naam, items: items.filter((item) => !isMore(item)) });
    } catch (error) {
      if (other === null) localStorage.removeItem(MORE); // all of it is kept, or nothing
      else localStorage.setItem(MORE, other);
      throw error;
    }
  } catch (error) {
    return reasonOf(error);
  }
  for (const listener of listeners) listener();
  return "";
}

/**
 * @param {string} name
 * @param {Partial<Selectie>} what
 */
function put(name, what) {
  localStorage.setItem(name, JSON.stringify({ versie: VERSION, ...what }));
}

/**
 * Call `listener` at every change: on this page, in another tab, and while the reader was away.
 * @param {() => void} listener
 */
export function onChange(listener) {
  listeners.add(listener);
  addEventListener("storage", ({ key }) => [NAME, MORE, null].includes(key) && listener());
  addEventListener("pageshow", ({ persisted }) => persisted && listener());
}
