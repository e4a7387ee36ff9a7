// The steps of the form: which are open, and what each still lacks. What may stay empty is one too, without a number.

import { say } from "./screen.js";

/** @typedef {import("./fields.js").Fields} Fields */

const OF_ITSELF = new Set(["datum", "adres"]); // filled in by the form

/** @param {number} count */
const fieldsOf = (count) => (count === 1 ? "1 veld" : `${count} velden`);

export class Steps {
  /**
   * @param {HTMLElement} form
   * @param {Fields} fields
   * @param {(name: string) => string} error what is wrong with a field, without showing it
   */
  constructor(form, fields, error) {
    this.velden = fields;
    this.error = error;
    this.all = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (form.querySelectorAll(".rb-stap"))];
    /** @type {Map<HTMLDetailsElement, string[]>} */
    this.names = new Map(this.all.map((step) => [step, fields.names.filter((name) => step.contains(fields.holder(name)))]));
  }

  /** Open the first step and no other, but for one that somebody is in. */
  first() {
    this.all.forEach((step, index) => {
      step.open = index === 0 || step.contains(document.activeElement);
    });
  }

  /** Open every step in which something has been filled in. */
  reveal() {
    for (const step of this.all) step.open ||= this.#filled(step).length > 0;
  }

  /**
   * Close the step of a button and go on with the next.
   * @param {Element} button
   */
  next(button) {
    const here = this.all.findIndex((step) => step.contains(button));
    const [step, next] = [this.all[here], this.all[here + 1]];
    step.open = false;
    next.open = true;
    const head = /** @type {HTMLElement} */ (next.querySelector("summary"));
    head.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
    say(`${/** @type {HTMLElement} */ (step.querySelector("h2")).textContent}: ${this.#stand(step).text || "niets ingevuld"}.`);
  }

  /** Say of each step what it lacks, or of what may stay empty how much has been filled in. */
  show() {
    for (const step of this.all) {
      const spot = /** @type {HTMLElement} */ (step.querySelector("[data-stand]"));
      const { text, done } = this.#stand(step);
      if (spot.textContent !== text) spot.textContent = text;
      spot.classList.toggle("rb-stap__stand--klaar", done);
    }
  }

  /** @param {HTMLDetailsElement} step */
  #stand(step) {
    const wrong = this.#namesOf(step).filter((name) => this.error(name)).length;
    if (wrong) return { text: `nog ${fieldsOf(wrong)}`, done: false };
    if (step.querySelector(":scope > .rb-stap__verder")) return { text: "klaar", done: true };
    const filled = this.#filled(step).length;
    return { text: filled ? `${filled} ingevuld` : "", done: false };
  }

  /** @param {HTMLDetailsElement} step */
  #namesOf(step) {
    return this.names.get(step) ?? [];
  }

  /** @param {HTMLDetailsElement} step */
  #filled(step) {
    return this.#namesOf(step).filter((name) => {
      const raw = this.velden.raw(name);
      return !OF_ITSELF.has(name) && (typeof raw === "boolean" ? raw : raw.length > 0);
    });
  }
}

/**
 * Open all that a field is folded away in.
 * @param {Element} holder
 */
export function unfold(holder) {
  for (let fold = holder.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
}
