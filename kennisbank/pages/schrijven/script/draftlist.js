// "Je concepten": a row for each draft, with what can be done with it. A row stays the same element, so that who presses a
// button keeps the focus while another tab writes.

import { maak } from "../../../parts/script/elements.js";
import { woorden } from "./drafts.js";

/** @typedef {import("./drafts.js").Concept} Concept */

/**
 * How a draft is called.
 * @param {Pick<Concept, "velden" | "kopie">} concept
 */
export function naamVan({ velden, kopie }) {
  const titel = typeof velden.title === "string" ? velden.title.replace(/\s+/g, " ").trim() : "";
  return `${titel || "Zonder titel"}${kopie ? " (kopie)" : ""}`;
}

/**
 * When it was changed, to read: "op 3 mei om 14:05".
 * @param {string} op
 * @param {Date} [nu]
 */
export function wanneer(op, nu = new Date()) {
  const dag = new Date(op || NaN);
  if (Number.isNaN(dag.valueOf())) return "eerder";
  /** @type {Intl.DateTimeFormatOptions} */
  const jaar = dag.getFullYear() === nu.getFullYear() ? {} : { year: "numeric" };
  const tijd = dag.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  return `op ${dag.toLocaleDateString("nl-NL", { day: "numeric", month: "long", ...jaar })} om ${tijd}`;
}

export class ConceptenLijst {
  /** @param {Element} plek */
  constructor(plek) {
    this.plek = plek;
    /** @type {Map<string, Rij>} */
    this.rijen = new Map();
  }

  /**
   * Show these drafts; `open` is the one in this form, `elders(id)` tells whether another tab has one open.
   * @param {readonly Concept[]} concepten
   * @param {string} open
   * @param {(id: string) => boolean} elders
   */
  toon(concepten, open, elders) {
    /** @type {Map<string, Rij>} */
    const over = new Map();
    for (const concept of concepten) {
      const rij = this.rijen.get(concept.id) ?? new Rij(concept.id);
      rij.toon(concept, concept.id === open, elders(concept.id));
      over.set(concept.id, rij);
    }
    const hier = document.activeElement;
    for (const [id, rij] of this.rijen) if (!over.has(id)) rij.element.remove();
    const elementen = [...over.values()].map(({ element }) => element);
    if (elementen.some((element, nummer) => this.plek.children[nummer] !== element)) {
      const binnen = this.plek.contains(hier);
      this.plek.append(...elementen);
      if (binnen) /** @type {HTMLElement} */ (hier).focus();
    }
    this.rijen = over;
  }

  /** Give the focus to the first row; tells whether there is one. */
  focus() {
    const [knop] = /** @type {NodeListOf<HTMLElement>} */ (this.plek.querySelectorAll("button:not([hidden])"));
    knop?.focus();
    return Boolean(knop);
  }
}

class Rij {
  /** @param {string} id */
  constructor(id) {
    const knop = (/** @type {string} */ tekst, /** @type {string} */ doe) => maak("button", { type: "button", class: "rb-link", "data-concept": doe, "data-id": id }, tekst);
    this.titel = maak("strong", {});
    this.feiten = maak("span", { class: "rb-concept__feiten" });
    this.knoppen = { open: knop("Open", "open"), bestand: knop("Als bestand", "bestand"), weg: knop("Verwijder", "weg") };
    this.hier = maak("span", {}, "Staat nu in het formulier");
    this.element = maak("li", { class: "rb-concept" },
      maak("p", {}, this.titel, " ", this.feiten),
      maak("p", { class: "rb-concept__knoppen" }, this.hier, Object.values(this.knoppen)));
  }

  /**
   * @param {Concept} concept
   * @param {boolean} open
   * @param {boolean} elders
   */
  toon(concept, open, elders) {
    const naam = naamVan(concept);
    const aantal = woorden(concept.velden);
    const feiten = [`Veranderd ${wanneer(concept.op)}`, aantal === 1 ? "1 woord" : `${aantal} woorden`, ...(elders ? ["staat open in een ander tabblad"] : [])];
    this.titel.textContent = naam;
    this.feiten.textContent = feiten.join(" · ");
    this.hier.hidden = !open;
    this.knoppen.open.hidden = open;
    for (const knop of Object.values(this.knoppen)) knop.setAttribute("aria-label", `${knop.textContent}: ${naam}`);
  }
}
