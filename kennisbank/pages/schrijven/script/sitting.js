// What one tab has in hand: which draft, in which revision, and whether something was typed here that is not kept yet.
// Nothing is overwritten without a copy: a draft that another tab changed or wiped in the meantime is left as it is, and
// what was typed here gets a place of its own.

import { randomName, sameText } from "./drafts.js";

/** @typedef {import("./drafts.js").Concept} Concept */
/** @typedef {import("./drafts.js").Fields} Fields */
/** @typedef {import("./drafts.js").Concepten} Concepten */

export class Sitting {
  /**
   * `now()` gives the moment.
   * @param {Concepten} concepten
   * @param {{ now?: () => Date }} clock
   */
  constructor(concepten, { now = () => new Date() } = {}) {
    this.concepten = concepten;
    this.now = now;
    this.#letGo();
  }

  #letGo() {
    /** @type {string} */
    this.id = ""; // the draft; "" as long as there is none
    /** @type {string} */
    this.rev = ""; // of which this tab read or wrote this revision last
    /** @type {Fields} */
    this.velden = {}; // and this is what it said
    /** @type {boolean} */
    this.kopie = false;
    this.own = ""; // the name under which this tab writes it, and no other
    /** @type {boolean} */
    this.typed = false; // something was typed in it here
    /** @type {boolean} */
    this.dirty = false; // and that is not kept yet
    /** @type {boolean} */
    this.wiped = false; // another tab took it away, and that was told
  }

  /**
   * Take a draft in hand; returns it, or null when it is not there any more.
   * @param {string} id
   */
  open(id) {
    const there = this.concepten.read(id);
    if (!there) return null;
    this.#letGo();
    this.#take(there);
    return there;
  }

  /** @param {Pick<Concept, "id" | "rev" | "velden" | "kopie">} concept */
  #take({ id, rev, velden, kopie }) {
    Object.assign(this, { id, rev, velden, kopie });
  }

  /** Begin with nothing in hand; what is kept stays. */
  initial() {
    this.#letGo();
  }

  /** Somebody changed something here. */
  type() {
    this.dirty = this.typed = true;
  }

  /**
   * Keep what the fields hold, when something was typed here since the last time; `empty` tells that they hold nothing.
   * Answers with "niets" (nothing to do), "bewaard", "kopie" (the draft was changed elsewhere; this is a copy now),
   * "opnieuw" (it was wiped elsewhere; this is a new one), or why it could not be kept: "vol", "dicht".
   * @param {Fields} fields
   * @param {boolean} empty
   * @returns {"niets" | "bewaard" | "kopie" | "opnieuw" | "vol" | "dicht"}
   */
  save(fields, empty = false) {
    const there = this.concepten.successor(this.rev);
    const vanished = Boolean(this.rev && !there);
    // What was typed here and then wiped elsewhere stands nowhere else.
    if (!this.dirty && !(this.typed && vanished)) return "niets";
    const same = there !== null && there.rev === this.rev;
    if (empty) {
      // Whoever empties the fields by hand wipes the draft that they saw, and no other.
      if (same && !this.concepten.remove(there.rev)) return "dicht";
      this.#letGo();
      return "niets";
    }
    const everything = { ...this.velden, ...fields }; // a field that the form has no more is kept too
    if (there && sameText(there.velden, everything)) {
      this.#take(there);
      this.dirty = false;
      return "niets";
    }
    const fresh = { ...this.#next(same ? there : null), kopie: this.kopie || Boolean(there && !same), velden: everything };
    const error = this.concepten.write(fresh);
    if (error) return error;
    this.#take(fresh);
    this.own = fresh.id;
    this.dirty = this.wiped = false;
    return there && !same ? "kopie" : vanished ? "opnieuw" : "bewaard";
  }

  /**
   * The revision that comes after this one (null: the first of a new draft), without its text.
   * @param {Concept | null} there
   * @returns {Pick<Concept, "id" | "rev" | "na" | "op">}
   */
  #next(there) {
    const op = this.now().toISOString();
    const numberOf = (/** @type {Concept} */ { rev }) => Number(rev.split(".")[1]);
    if (there && there.id === this.own) return { id: there.id, rev: `${there.id}.${numberOf(there) + 1}`, na: there.na, op };
    const id = randomName();
    return { id, rev: `${id}.1`, na: there ? { ...there.na, [there.id]: numberOf(there) } : {}, op };
  }

  /**
   * Look what became of the draft elsewhere. Answers with what there is to do: "niets"; "nieuwer" (show `fields`: another
   * tab changed it); "leeg" (show nothing: it was wiped, and nothing of it was typed here); "gewist" (it was wiped, but
   * what was typed here stands here still).
   * @returns {"niets" | "nieuwer" | "leeg" | "gewist"}
   */
  look() {
    const there = this.concepten.successor(this.rev);
    if (!this.rev || there?.rev === this.rev) return "niets";
    if (!there) return this.#isGone();
    if (this.dirty) return "niets"; // the next time that something is kept, it becomes a copy
    this.#take(there);
    return "nieuwer";
  }

  /** @returns {"niets" | "leeg" | "gewist"} */
  #isGone() {
    if (this.wiped) return "niets";
    if (!this.typed) {
      this.#letGo();
      return "leeg";
    }
    this.wiped = this.dirty = true;
    return "gewist";
  }

  /** Wipe the draft, unless another tab changed it since; tells whether nothing of it stays behind. */
  wipe() {
    const { rev } = this;
    this.#letGo();
    return this.concepten.remove(rev);
  }
}
