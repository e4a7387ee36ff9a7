// "Je concepten": a row for each draft, with what can be done with it. A row stays the same element, so that who presses a
// button keeps the focus while another tab writes.

import { fill, renew, template } from "../../../parts/script/fill.js";
import { words } from "./drafts.js";

/** @typedef {import("./drafts.js").Concept} Concept */

/**
 * How a draft is called.
 * @param {Pick<Concept, "velden" | "kopie">} concept
 */
export function nameOf({ velden, kopie }) {
  const title = typeof velden.title === "string" ? velden.title.replace(/\s+/g, " ").trim() : "";
  return `${title || "Zonder titel"}${kopie ? " (kopie)" : ""}`;
}

/**
 * When it was changed, to read: "op 3 mei om 14:05".
 * @param {string} op
 * @param {Date} [now]
 */
export function when(op, now = new Date()) {
  const day = new Date(op || NaN);
  if (Number.isNaN(day.valueOf())) return "eerder";
  /** @type {Intl.DateTimeFormatOptions} */
  const year = day.getFullYear() === now.getFullYear() ? {} : { year: "numeric" };
  const time = day.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  return `op ${day.toLocaleDateString("nl-NL", { day: "numeric", month: "long", ...year })} om ${time}`;
}

export class ConceptenLijst {
  /** @param {Element} spot */
  constructor(spot) {
    this.spot = spot;
    /** @type {Map<string, Row>} */
    this.rows = new Map();
  }

  /**
   * Show these drafts; `open` is the one in this form, `elsewhere(id)` tells whether another tab has one open.
   * @param {readonly Concept[]} concepten
   * @param {string} open
   * @param {(id: string) => boolean} elsewhere
   */
  show(concepten, open, elsewhere) {
    /** @type {Map<string, Row>} */
    const left = new Map();
    for (const concept of concepten) {
      const row = this.rows.get(concept.id) ?? new Row(concept.id);
      row.show(concept, concept.id === open, elsewhere(concept.id));
      left.set(concept.id, row);
    }
    const here = document.activeElement;
    for (const [id, row] of this.rows) if (!left.has(id)) row.element.remove();
    const elements = [...left.values()].map(({ element }) => element);
    if (elements.some((element, index) => this.spot.children[index] !== element)) {
      const inside = this.spot.contains(here);
      this.spot.append(...elements);
      if (inside) /** @type {HTMLElement} */ (here).focus();
    }
    this.rows = left;
  }

  /** Give the focus to the first row; tells whether there is one. */
  focus() {
    const [button] = /** @type {NodeListOf<HTMLElement>} */ (this.spot.querySelectorAll("button:not([hidden])"));
    button?.focus();
    return Boolean(button);
  }
}

class Row {
  /** @param {string} id */
  constructor(id) {
    this.element = fill(template("concept"), { id });
    [this.head] = this.element.children;
    this.here = /** @type {HTMLElement} */ (this.element.querySelector(".rb-concept__knoppen > span"));
    this.buttons = this.element.querySelectorAll("button");
  }

  /**
   * @param {Concept} concept
   * @param {boolean} open
   * @param {boolean} elsewhere
   */
  show(concept, open, elsewhere) {
    const name = nameOf(concept);
    const count = words(concept.velden);
    this.head = renew(this.head, fill(template("concept-kop"), { naam: name, wanneer: when(concept.op), woorden: count === 1 ? "1 woord" : `${count} woorden`, elders: elsewhere }));
    this.here.hidden = !open;
    for (const button of this.buttons) {
      if (button.dataset.concept === "open") button.hidden = open;
      button.setAttribute("aria-label", `${button.textContent}: ${name}`);
    }
  }
}
