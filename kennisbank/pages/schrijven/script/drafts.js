// The drafts of one form, each under a name of its own in a store.
//
// A browser does not say when what one tab writes reaches another, so no two tabs ever write under one name. A tab that goes
// on with a draft of another writes it under a new name, with in `na` which revisions it came from. One that is the origin
// of another is passed over, and goes after a while; where two came from the same one, both are in the list.

/** @typedef {"verhaal" | "werkvorm"} Formulier */
/** @typedef {string | boolean | string[]} Ruw what a field holds: a text, a tick, or a list of choices */
/** @typedef {Record<string, Ruw>} Velden */
/** @typedef {{ id: string, rev: string, na: Record<string, number>, op: string, kopie: boolean, velden: Velden }} Concept */
/** @typedef {Pick<Concept, "op" | "kopie" | "velden">} Los a draft as it is in a file, without a name */
/** @typedef {import("../../../parts/script/store.js").Kast} Kast */

/** @type {readonly Formulier[]} */
export const FORMULIEREN = ["verhaal", "werkvorm"];

const VERSIE = 2;
const VELD = /^[a-z][a-z0-9_-]{0,59}$/;
const REVISIE = /^([a-z0-9]{1,20})\.(\d{1,9})$/;
const ID = /^[a-z0-9]{1,20}$/;
const MEEST_NA = 30; // origins that a draft remembers
const BLIJFT = 3_600_000; // milliseconds that an origin stays: whoever wrote it has long been heard by then

/** A name that nobody else has. */
export function willekeurig() {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (getal) => "0123456789abcdefghijklmnopqrstuv"[getal % 32]).join("");
}

/**
 * A short name for a text: the same text has the same.
 * @param {string} tekst
 */
function kenmerk(tekst) {
  let [een, twee] = [0x811c9dc5, 0x1b873593];
  for (let nummer = 0; nummer < tekst.length; nummer++) {
    een = Math.imul(een ^ tekst.charCodeAt(nummer), 0x01000193) >>> 0;
    twee = Math.imul(twee ^ tekst.charCodeAt(nummer), 0x85ebca6b) >>> 0;
  }
  return een.toString(36) + twee.toString(36);
}

/**
 * Of anything, the part that fields hold: texts, ticks and lists of choices by the name of the field.
 * @param {unknown} velden
 * @returns {Velden}
 */
export function gekeurd(velden) {
  if (!velden || typeof velden !== "object" || Array.isArray(velden)) return {};
  /** @param {unknown} wat */
  const past = (wat) => ["string", "boolean"].includes(typeof wat) || (Array.isArray(wat) && wat.every((deel) => typeof deel === "string"));
  return Object.fromEntries(Object.entries(velden).filter(([naam, wat]) => VELD.test(naam) && past(wat)));
}

/**
 * Whether two drafts say the same, whatever the order of their fields and whatever is empty.
 * @param {Velden} een
 * @param {Velden} ander
 */
export function zelfdeTekst(een, ander) {
  /** @param {Velden} velden */
  const kern = (velden) => JSON.stringify(Object.entries(velden).filter(([, wat]) => (typeof wat === "boolean" ? wat : wat.length > 0)).sort(([a], [b]) => (a < b ? -1 : 1)));
  return kern(een) === kern(ander);
}

/**
 * A moment as it is kept, or "" when it is none.
 * @param {unknown} op
 */
export function moment(op) {
  const dag = new Date(typeof op === "string" ? op : NaN);
  return Number.isNaN(dag.valueOf()) ? "" : dag.toISOString();
}

/**
 * How many words somebody wrote.
 * @param {Velden} velden
 */
export function woorden(velden) {
  const tekst = Object.entries(velden).filter(([naam, wat]) => /^(?:deel-|title$|samenvatting$)/.test(naam) && typeof wat === "string");
  return tekst.reduce((samen, [, wat]) => samen + (/** @type {string} */ (wat).match(/\S+/g)?.length ?? 0), 0);
}

/**
 * Whether a draft is this revision, or came from it: then it holds what was written there, or what became of it.
 * @param {Pick<Concept, "rev" | "na">} concept
 * @param {string} eerder
 */
export function stamtAf({ rev, na }, eerder) {
  const [, id, nummer] = eerder.match(REVISIE) ?? [];
  return rev === eerder || na[id] >= Number(nummer);
}

export class Concepten {
  /**
   * `opslag` is a store as `kast` makes it.
   * @param {Formulier} formulier
   * @param {Kast} opslag
   */
  constructor(formulier, opslag) {
    this.opslag = opslag;
    this.begin = `ruimte-concept-${formulier}-`;
    this.oud = `ruimte-schrijven-${formulier}`; // where the one draft of a form stood before there could be more
  }

  /**
   * Whether a change of what stands under this name (null: all of them) is one of these drafts.
   * @param {string | null} naam
   */
  gaatOver(naam) {
    return naam === null || naam === this.oud || naam.startsWith(this.begin);
  }

  /**
   * A draft: `{ id, rev, na, op, kopie, velden }`; null when it is not there, or is nothing that can be read.
   * @param {string} id
   * @returns {Concept | null}
   */
  lees(id) {
    const raw = this.opslag.lees(this.begin + id);
    if (raw !== null) return this.#ontleed(id, raw);
    const oud = this.#leesOud();
    return oud?.id === id ? oud : null;
  }

  /**
   * Whether something stands there, be it readable or not.
   * @param {string} id
   */
  bezet(id) {
    return this.opslag.lees(this.begin + id) !== null;
  }

  /**
   * @param {string} id
   * @param {string} raw
   * @returns {Concept | null}
   */
  #ontleed(id, raw) {
    let gelezen;
    try {
      gelezen = JSON.parse(raw);
    } catch {
      return null;
    }
    if (gelezen?.versie !== VERSIE || !gelezen.velden || typeof gelezen.velden !== "object") return null;
    const na = Object.entries(gelezen.na ?? {}).filter(([van, nummer]) => ID.test(van) && Number.isInteger(nummer));
    const rev = gelezen.rev?.match?.(REVISIE)?.[1] === id ? gelezen.rev : `${id}.1`;
    return { id, rev, na: Object.fromEntries(na), op: moment(gelezen.op), kopie: gelezen.kopie === true, velden: gekeurd(gelezen.velden) };
  }

  /**
   * The draft of before; its name comes from its text, so that two tabs that take it over make one of it.
   * @returns {Concept | null}
   */
  #leesOud() {
    const raw = this.opslag.lees(this.oud);
    try {
      const gelezen = JSON.parse(raw ?? "null");
      if (raw === null || gelezen?.versie !== 1 || !gelezen.velden || typeof gelezen.velden !== "object") return null;
      const id = kenmerk(raw);
      return { id, rev: `${id}.1`, na: {}, op: moment(gelezen.op), kopie: false, velden: gekeurd(gelezen.velden) };
    } catch {
      return null;
    }
  }

  /** Give the draft of before a place among the others. Where there is no room it stays where it was, and is in the list. */
  neemOver() {
    const oud = this.#leesOud();
    if (!oud) return;
    const staatEr = this.lijst().some(({ id, velden }) => (id !== oud.id || this.bezet(id)) && zelfdeTekst(velden, oud.velden));
    if (staatEr || !this.schrijf(oud)) this.#wisOud(oud.id);
  }

  /** @param {string} id */
  #wisOud(id) {
    if (this.#leesOud()?.id === id) this.opslag.weg(this.oud);
  }

  /** All that can be read, also the origins of others. */
  #alle() {
    const ids = this.opslag.namen(this.begin).map((naam) => naam.slice(this.begin.length)).filter((id) => ID.test(id));
    const oud = this.#leesOud();
    if (oud && !ids.includes(oud.id)) ids.push(oud.id);
    return ids.map((id) => this.lees(id)).filter((concept) => concept !== null);
  }

  /** The drafts, the one that was changed last first. */
  lijst() {
    const alle = this.#alle();
    /** @type {Record<string, number>} */
    const verder = {};
    for (const { id, na } of alle) for (const [van, nummer] of Object.entries(na)) if (van !== id) verder[van] = Math.max(verder[van] ?? 0, nummer);
    const laatste = alle.filter(({ id, rev }) => !(verder[id] >= Number(rev.split(".")[1])));
    return laatste.sort((een, ander) => (een.op === ander.op ? (een.id < ander.id ? -1 : 1) : een.op > ander.op ? -1 : 1));
  }

  /**
   * What became of a revision: itself, or the last draft that came from it; null when that was wiped.
   * @param {string} rev
   * @returns {Concept | null}
   */
  opvolger(rev) {
    const [laatste] = rev ? this.lijst().filter((concept) => stamtAf(concept, rev)) : [];
    return laatste ?? null;
  }

  /**
   * The draft with this name as it is in the list, or else the last that came from it; null when there is none.
   * @param {unknown} id
   * @returns {Concept | null}
   */
  laatsteVan(id) {
    if (typeof id !== "string" || !ID.test(id)) return null;
    return this.lijst().find((concept) => concept.id === id) ?? this.opvolger(`${id}.1`);
  }

  /** The origins that have been passed over, the oldest first: what is left never takes one for a draft. */
  #voorbij() {
    const over = new Set(this.lijst().map(({ id }) => id));
    return this.#alle().filter(({ id }) => !over.has(id)).sort((een, ander) => (een.op < ander.op ? -1 : een.op > ander.op ? 1 : 0));
  }

  /**
   * Take away origins that have been passed over for long enough.
   * @param {Date} [nu]
   */
  ruimOp(nu = new Date()) {
    for (const { id, op } of this.#voorbij()) if (nu.valueOf() - new Date(op || 0).valueOf() > BLIJFT) this.opslag.weg(this.begin + id);
  }

  /**
   * Write a draft; what stood there is gone only when that went well. Answers as the store does. Where there is no room,
   * origins that have been passed over make it, of either form: what was written there stands in the draft that came of it.
   * @param {Concept} concept
   * @returns {import("../../../parts/script/store.js").Uitkomst}
   */
  schrijf({ id, rev, na, op, kopie, velden }) {
    const laatste = Object.fromEntries(Object.entries(na).slice(-MEEST_NA));
    const raw = JSON.stringify({ versie: VERSIE, rev, na: laatste, op, kopie, velden });
    const probeer = () => this.opslag.schrijf(this.begin + id, raw);
    let fout = probeer();
    if (fout !== "vol") return fout;
    for (const concepten of FORMULIEREN.map((naam) => new Concepten(naam, this.opslag))) {
      for (const { id: eerder } of concepten.#voorbij()) {
        concepten.#wisOud(eerder);
        if (this.opslag.weg(concepten.begin + eerder)) return fout;
        fout = probeer();
        if (fout !== "vol") return fout;
      }
    }
    return fout;
  }

  /**
   * Take a draft away with what it came from, if nothing came of this revision since; tells whether it is gone.
   * @param {string} rev
   */
  verwijder(rev) {
    const er = this.opvolger(rev);
    if (!er) return true;
    if (er.rev !== rev) return false;
    for (const { id } of [...this.#oorsprong(er)].reverse()) { // the draft itself last: no tab may take an origin for what is left
      this.#wisOud(id);
      if (this.opslag.weg(this.begin + id)) return false;
    }
    return true;
  }

  /**
   * A draft with all that it came from, also what it does not remember itself but one of its origins does.
   * @param {Concept} er
   */
  #oorsprong(er) {
    const alle = this.#alle();
    /** @type {Set<Concept>} */
    const samen = new Set([er]);
    for (const een of samen) for (const ander of alle) if (ander.id !== er.id && stamtAf(een, ander.rev)) samen.add(ander);
    return samen;
  }

  /**
   * Add drafts from elsewhere, each under a new name. Tells how many came, were here already, and did not fit.
   * @param {readonly Los[]} nieuwe
   */
  voegToe(nieuwe) {
    /** @type {{ erbij: number, hadJeAl: number, pastNiet: number, fout: string }} */
    const telling = { erbij: 0, hadJeAl: 0, pastNiet: 0, fout: "" };
    for (const { op, kopie, velden } of nieuwe) {
      const id = willekeurig();
      if (this.lijst().some((er) => zelfdeTekst(er.velden, velden))) telling.hadJeAl += 1;
      else {
        telling.fout ||= this.schrijf({ id, rev: `${id}.1`, na: {}, op, kopie, velden });
        if (telling.fout) telling.pastNiet += 1;
        else telling.erbij += 1;
      }
    }
    return telling;
  }
}
