// The drafts of one form, each under a name of its own in a store.
//
// A browser does not say when what one tab writes reaches another, so no two tabs ever write under one name. A tab that goes
// on with a draft of another writes it under a new name, with in `na` which revisions it came from. One that is the origin
// of another is passed over, and goes after a while; where two came from the same one, both are in the list.
//
// Which forms there are, the page says. What stands under a form that it does not know is of a page that does: it stays.

/** @typedef {string} Form the name of a form, as the page has it */
/** @typedef {string | boolean | string[]} Raw what a field holds: a text, a tick, or a list of choices */
/** @typedef {Record<string, Raw>} Fields */
/** @typedef {{ id: string, rev: string, na: Record<string, number>, op: string, kopie: boolean, velden: Fields }} Concept */
/** @typedef {Pick<Concept, "op" | "kopie" | "velden">} Loose a draft as it is in a file, without a name */
/** @typedef {import("../../../parts/script/store.js").Store} Store */

const PLACE = /^ruimte-concept-([a-z]+)-[a-z0-9]{1,20}$/; // the name under which a draft stands, with its form
const VERSION = 2;
const FIELD = /^[a-z][a-z0-9_-]{0,59}$/;
const REVISIE = /^([a-z0-9]{1,20})\.(\d{1,9})$/;
const ID = /^[a-z0-9]{1,20}$/;
const MOST_ORIGINS = 30; // origins that a draft remembers
const STAYS = 3_600_000; // milliseconds that an origin stays: whoever wrote it has long been heard by then

/** A name that nobody else has. */
export function randomName() {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (number) => "0123456789abcdefghijklmnopqrstuv"[number % 32]).join("");
}

/**
 * A short name for a text: the same text has the same.
 * @param {string} text
 */
function digest(text) {
  let [one, two] = [0x811c9dc5, 0x1b873593];
  for (let index = 0; index < text.length; index++) {
    one = Math.imul(one ^ text.charCodeAt(index), 0x01000193) >>> 0;
    two = Math.imul(two ^ text.charCodeAt(index), 0x85ebca6b) >>> 0;
  }
  return one.toString(36) + two.toString(36);
}

/**
 * Of anything, the part that fields hold: texts, ticks and lists of choices by the name of the field.
 * @param {unknown} fields
 * @returns {Fields}
 */
export function validated(fields) {
  if (!fields || typeof fields !== "object" || Array.isArray(fields)) return {};
  /** @param {unknown} what */
  const fits = (what) => ["string", "boolean"].includes(typeof what) || (Array.isArray(what) && what.every((part) => typeof part === "string"));
  return Object.fromEntries(Object.entries(fields).filter(([name, what]) => FIELD.test(name) && fits(what)));
}

/**
 * Whether two drafts say the same, whatever the order of their fields and whatever is empty.
 * @param {Fields} one
 * @param {Fields} other
 */
export function sameText(one, other) {
  /** @param {Fields} fields */
  const core = (fields) => JSON.stringify(Object.entries(fields).filter(([, what]) => (typeof what === "boolean" ? what : what.length > 0)).sort(([a], [b]) => (a < b ? -1 : 1)));
  return core(one) === core(other);
}

/**
 * A moment as it is kept, or "" when it is none.
 * @param {unknown} op
 */
export function moment(op) {
  const day = new Date(typeof op === "string" ? op : NaN);
  return Number.isNaN(day.valueOf()) ? "" : day.toISOString();
}

/**
 * How many words somebody wrote.
 * @param {Fields} fields
 */
export function words(fields) {
  const text = Object.entries(fields).filter(([name, what]) => /^(?:deel-|title$|samenvatting$)/.test(name) && typeof what === "string");
  return text.reduce((together, [, what]) => together + (/** @type {string} */ (what).match(/\S+/g)?.length ?? 0), 0);
}

/**
 * Whether a draft is this revision, or came from it: then it holds what was written there, or what became of it.
 * @param {Pick<Concept, "rev" | "na">} concept
 * @param {string} eerder
 */
export function descends({ rev, na }, eerder) {
  const [, id, index] = eerder.match(REVISIE) ?? [];
  return rev === eerder || na[id] >= Number(index);
}

/**
 * The forms of which a store has drafts, be they known or not.
 * @param {Store} storage
 * @returns {Form[]}
 */
export function formsIn(storage) {
  return [...new Set(storage.names("ruimte-concept-").flatMap((name) => name.match(PLACE)?.[1] ?? []))].sort();
}

export class Concepten {
  /**
   * `storage` is a store as `kast` makes it, `forms` are those of which origins may make room for a draft.
   * @param {Form} form
   * @param {Store} storage
   * @param {readonly Form[]} [forms]
   */
  constructor(form, storage, forms = [form]) {
    this.storage = storage;
    this.forms = forms;
    this.begin = `ruimte-concept-${form}-`;
    this.old = `ruimte-schrijven-${form}`; // where the one draft of a form stood before there could be more
  }

  /**
   * Whether a change of what stands under this name (null: all of them) is one of these drafts.
   * @param {string | null} name
   */
  concerns(name) {
    return name === null || name === this.old || name.startsWith(this.begin);
  }

  /**
   * A draft: `{ id, rev, na, op, kopie, fields }`; null when it is not there, or is nothing that can be read.
   * @param {string} id
   * @returns {Concept | null}
   */
  read(id) {
    const raw = this.storage.read(this.begin + id);
    if (raw !== null) return this.#parse(id, raw);
    const old = this.#readOld();
    return old?.id === id ? old : null;
  }

  /**
   * Whether something stands there, be it readable or not.
   * @param {string} id
   */
  taken(id) {
    return this.storage.read(this.begin + id) !== null;
  }

  /**
   * @param {string} id
   * @param {string} raw
   * @returns {Concept | null}
   */
  #parse(id, raw) {
    let parsed;
    try {
      parsed = JSON.parse(raw);
    } catch {
      return null;
    }
    if (parsed?.versie !== VERSION || !parsed.velden || typeof parsed.velden !== "object") return null;
    const na = Object.entries(parsed.na ?? {}).filter(([from, index]) => ID.test(from) && Number.isInteger(index));
    const rev = parsed.rev?.match?.(REVISIE)?.[1] === id ? parsed.rev : `${id}.1`;
    return { id, rev, na: Object.fromEntries(na), op: moment(parsed.op), kopie: parsed.kopie === true, velden: validated(parsed.velden) };
  }

  /**
   * The draft of before; its name comes from its text, so that two tabs that take it over make one of it.
   * @returns {Concept | null}
   */
  #readOld() {
    const raw = this.storage.read(this.old);
    try {
      const parsed = JSON.parse(raw ?? "null");
      if (raw === null || parsed?.versie !== 1 || !parsed.velden || typeof parsed.velden !== "object") return null;
      const id = digest(raw);
      return { id, rev: `${id}.1`, na: {}, op: moment(parsed.op), kopie: false, velden: validated(parsed.velden) };
    } catch {
      return null;
    }
  }

  /** Give the draft of before a place among the others. Where there is no room it stays where it was, and is in the list. */
  takeOver() {
    const old = this.#readOld();
    if (!old) return;
    const present = this.list().some(({ id, velden }) => (id !== old.id || this.taken(id)) && sameText(velden, old.velden));
    if (present || !this.write(old)) this.#wipeOld(old.id);
  }

  /** @param {string} id */
  #wipeOld(id) {
    if (this.#readOld()?.id === id) this.storage.gone(this.old);
  }

  /** All that can be read, also the origins of others. */
  #all() {
    const ids = this.storage.names(this.begin).map((name) => name.slice(this.begin.length)).filter((id) => ID.test(id));
    const old = this.#readOld();
    if (old && !ids.includes(old.id)) ids.push(old.id);
    return ids.map((id) => this.read(id)).filter((concept) => concept !== null);
  }

  /** The drafts, the one that was changed last first. */
  list() {
    const all = this.#all();
    /** @type {Record<string, number>} */
    const onward = {};
    for (const { id, na } of all) for (const [from, index] of Object.entries(na)) if (from !== id) onward[from] = Math.max(onward[from] ?? 0, index);
    const last = all.filter(({ id, rev }) => !(onward[id] >= Number(rev.split(".")[1])));
    return last.sort((one, other) => (one.op === other.op ? (one.id < other.id ? -1 : 1) : one.op > other.op ? -1 : 1));
  }

  /**
   * What became of a revision: itself, or the last draft that came from it; null when that was wiped.
   * @param {string} rev
   * @returns {Concept | null}
   */
  successor(rev) {
    const [last] = rev ? this.list().filter((concept) => descends(concept, rev)) : [];
    return last ?? null;
  }

  /**
   * The draft with this name as it is in the list, or else the last that came from it; null when there is none.
   * @param {unknown} id
   * @returns {Concept | null}
   */
  lastOf(id) {
    if (typeof id !== "string" || !ID.test(id)) return null;
    return this.list().find((concept) => concept.id === id) ?? this.successor(`${id}.1`);
  }

  /** The origins that have been passed over, the oldest first: what is left never takes one for a draft. */
  #passed() {
    const left = new Set(this.list().map(({ id }) => id));
    return this.#all().filter(({ id }) => !left.has(id)).sort((one, other) => (one.op < other.op ? -1 : one.op > other.op ? 1 : 0));
  }

  /**
   * Take away origins that have been passed over for long enough.
   * @param {Date} [now]
   */
  tidy(now = new Date()) {
    for (const { id, op } of this.#passed()) if (now.valueOf() - new Date(op || 0).valueOf() > STAYS) this.storage.gone(this.begin + id);
  }

  /**
   * Write a draft; what stood there is gone only when that went well. Answers as the store does. Where there is no room,
   * origins that have been passed over make it, of any form that the page knows: what was written there stands in the draft
   * that came of it.
   * @param {Concept} concept
   * @returns {import("../../../parts/script/store.js").Outcome}
   */
  write({ id, rev, na, op, kopie, velden }) {
    const last = Object.fromEntries(Object.entries(na).slice(-MOST_ORIGINS));
    const raw = JSON.stringify({ versie: VERSION, rev, na: last, op, kopie, velden });
    const tryOnce = () => this.storage.write(this.begin + id, raw);
    let error = tryOnce();
    if (error !== "vol") return error;
    for (const concepten of this.forms.map((name) => new Concepten(name, this.storage))) {
      for (const { id: eerder } of concepten.#passed()) {
        concepten.#wipeOld(eerder);
        if (this.storage.gone(concepten.begin + eerder)) return error;
        error = tryOnce();
        if (error !== "vol") return error;
      }
    }
    return error;
  }

  /**
   * Take a draft away with what it came from, if nothing came of this revision since; tells whether it is gone.
   * @param {string} rev
   */
  remove(rev) {
    const there = this.successor(rev);
    if (!there) return true;
    if (there.rev !== rev) return false;
    for (const { id } of [...this.#origins(there)].reverse()) { // the draft itself last: no tab may take an origin for what is left
      this.#wipeOld(id);
      if (this.storage.gone(this.begin + id)) return false;
    }
    return true;
  }

  /**
   * A draft with all that it came from, also what it does not remember itself but one of its origins does.
   * @param {Concept} there
   */
  #origins(there) {
    const all = this.#all();
    /** @type {Set<Concept>} */
    const together = new Set([there]);
    for (const one of together) for (const other of all) if (other.id !== there.id && descends(one, other.rev)) together.add(other);
    return together;
  }

  /**
   * Add drafts from elsewhere, each under a new name. Tells how many came, were here already, and did not fit.
   * @param {readonly Loose[]} fresh
   */
  addTo(fresh) {
    /** @type {{ added: number, alreadyThere: number, tooMany: number, error: string }} */
    const tally = { added: 0, alreadyThere: 0, tooMany: 0, error: "" };
    for (const { op, kopie, velden } of fresh) {
      const id = randomName();
      if (this.list().some((there) => sameText(there.velden, velden))) tally.alreadyThere += 1;
      else {
        tally.error ||= this.write({ id, rev: `${id}.1`, na: {}, op, kopie, velden });
        if (tally.error) tally.tooMany += 1;
        else tally.added += 1;
      }
    }
    return tally;
  }
}
