// What one tab has in hand: which draft, in which revision, and whether something was typed here that is not kept yet.
// Nothing is overwritten without a copy: a draft that another tab changed or wiped in the meantime is left as it is, and
// what was typed here gets a place of its own.

import { willekeurig, zelfdeTekst } from "./drafts.js";

/** @typedef {import("./drafts.js").Concept} Concept */
/** @typedef {import("./drafts.js").Velden} Velden */
/** @typedef {import("./drafts.js").Concepten} Concepten */

export class Zitting {
  /**
   * `nu()` gives the moment.
   * @param {Concepten} concepten
   * @param {{ nu?: () => Date }} klok
   */
  constructor(concepten, { nu = () => new Date() } = {}) {
    this.concepten = concepten;
    this.nu = nu;
    this.#laatLos();
  }

  #laatLos() {
    /** @type {string} */
    this.id = ""; // the draft; "" as long as there is none
    /** @type {string} */
    this.rev = ""; // of which this tab read or wrote this revision last
    /** @type {Velden} */
    this.velden = {}; // and this is what it said
    /** @type {boolean} */
    this.kopie = false;
    this.eigen = ""; // the name under which this tab writes it, and no other
    /** @type {boolean} */
    this.getypt = false; // something was typed in it here
    /** @type {boolean} */
    this.vuil = false; // and that is not kept yet
    /** @type {boolean} */
    this.gewist = false; // another tab took it away, and that was told
  }

  /**
   * Take a draft in hand; returns it, or null when it is not there any more.
   * @param {string} id
   */
  open(id) {
    const er = this.concepten.lees(id);
    if (!er) return null;
    this.#laatLos();
    this.#neem(er);
    return er;
  }

  /** @param {Pick<Concept, "id" | "rev" | "velden" | "kopie">} concept */
  #neem({ id, rev, velden, kopie }) {
    Object.assign(this, { id, rev, velden, kopie });
  }

  /** Begin with nothing in hand; what is kept stays. */
  begin() {
    this.#laatLos();
  }

  /** Somebody changed something here. */
  typ() {
    this.vuil = this.getypt = true;
  }

  /**
   * Keep what the fields hold, when something was typed here since the last time; `leeg` tells that they hold nothing.
   * Answers with "niets" (nothing to do), "bewaard", "kopie" (the draft was changed elsewhere; this is a copy now),
   * "opnieuw" (it was wiped elsewhere; this is a new one), or why it could not be kept: "vol", "dicht".
   * @param {Velden} velden
   * @param {boolean} leeg
   * @returns {"niets" | "bewaard" | "kopie" | "opnieuw" | "vol" | "dicht"}
   */
  bewaar(velden, leeg = false) {
    const er = this.concepten.opvolger(this.rev);
    const verdwenen = Boolean(this.rev && !er);
    // What was typed here and then wiped elsewhere stands nowhere else.
    if (!this.vuil && !(this.getypt && verdwenen)) return "niets";
    const zelfde = er !== null && er.rev === this.rev;
    if (leeg) {
      // Whoever empties the fields by hand wipes the draft that they saw, and no other.
      if (zelfde && !this.concepten.verwijder(er.rev)) return "dicht";
      this.#laatLos();
      return "niets";
    }
    const alles = { ...this.velden, ...velden }; // a field that the form has no more is kept too
    if (er && zelfdeTekst(er.velden, alles)) {
      this.#neem(er);
      this.vuil = false;
      return "niets";
    }
    const nieuw = { ...this.#volgende(zelfde ? er : null), kopie: this.kopie || Boolean(er && !zelfde), velden: alles };
    const fout = this.concepten.schrijf(nieuw);
    if (fout) return fout;
    this.#neem(nieuw);
    this.eigen = nieuw.id;
    this.vuil = this.gewist = false;
    return er && !zelfde ? "kopie" : verdwenen ? "opnieuw" : "bewaard";
  }

  /**
   * The revision that comes after this one (null: the first of a new draft), without its text.
   * @param {Concept | null} er
   * @returns {Pick<Concept, "id" | "rev" | "na" | "op">}
   */
  #volgende(er) {
    const op = this.nu().toISOString();
    const nummerVan = (/** @type {Concept} */ { rev }) => Number(rev.split(".")[1]);
    if (er && er.id === this.eigen) return { id: er.id, rev: `${er.id}.${nummerVan(er) + 1}`, na: er.na, op };
    const id = willekeurig();
    return { id, rev: `${id}.1`, na: er ? { ...er.na, [er.id]: nummerVan(er) } : {}, op };
  }

  /**
   * Look what became of the draft elsewhere. Answers with what there is to do: "niets"; "nieuwer" (show `velden`: another
   * tab changed it); "leeg" (show nothing: it was wiped, and nothing of it was typed here); "gewist" (it was wiped, but
   * what was typed here stands here still).
   * @returns {"niets" | "nieuwer" | "leeg" | "gewist"}
   */
  kijk() {
    const er = this.concepten.opvolger(this.rev);
    if (!this.rev || er?.rev === this.rev) return "niets";
    if (!er) return this.#isWeg();
    if (this.vuil) return "niets"; // the next time that something is kept, it becomes a copy
    this.#neem(er);
    return "nieuwer";
  }

  /** @returns {"niets" | "leeg" | "gewist"} */
  #isWeg() {
    if (this.gewist) return "niets";
    if (!this.getypt) {
      this.#laatLos();
      return "leeg";
    }
    this.gewist = this.vuil = true;
    return "gewist";
  }

  /** Wipe the draft, unless another tab changed it since; tells whether nothing of it stays behind. */
  wis() {
    const { rev } = this;
    this.#laatLos();
    return this.concepten.verwijder(rev);
  }
}
