// The choices: the list of links, which works without a script, becomes a list of boxes to tick.

import { gewisseld } from "./state.js";

/** @typedef {import("./state.js").Zoekstaat} Zoekstaat */
/** @typedef {{ vak: HTMLInputElement, aantal: Element, regel: HTMLElement, label: string }} Keus */
/** @typedef {{ facet: HTMLDetailsElement, titel: string, waarden: Map<string, Keus>, gekozen: Element }} Facet */

/** @param {number} aantal */
const verhalen = (aantal) => (aantal === 1 ? "1 verhaal" : `${aantal} verhalen`);

export class Formulier {
  /**
   * `wissel(facet, waarde)` is called when a box is ticked, `open(facet)` when a facet is folded open.
   * @param {Element} plek
   * @param {HTMLTemplateElement} sjabloon
   * @param {(facet: string, waarde: string) => void} wissel
   * @param {(facet: string) => void} open
   */
  constructor(plek, sjabloon, wissel, open) {
    /** @type {Map<string, Facet>} */
    this.facetten = new Map();
    /** @type {(() => void)[]} */
    this.terug = [];
    for (const facet of /** @type {NodeListOf<HTMLDetailsElement>} */ (plek.querySelectorAll("[data-facet]"))) {
      const naam = facet.dataset.facet ?? "";
      /** @type {Map<string, Keus>} */
      const waarden = new Map();
      for (const regel of /** @type {NodeListOf<HTMLElement>} */ (facet.querySelectorAll("[data-waarde]"))) {
        waarden.set(regel.dataset.waarde ?? "", this.#vak(regel, naam, sjabloon, wissel));
      }
      for (const lijst of facet.querySelectorAll("ul")) lijst.setAttribute("role", "group");
      const titel = facet.querySelector("h3")?.textContent ?? "";
      this.facetten.set(naam, { facet, titel, waarden, gekozen: /** @type {Element} */ (facet.querySelector(".rb-facet__gekozen")) });
      facet.addEventListener("toggle", () => facet.open && open(naam));
    }
  }

  /**
   * @param {HTMLElement} regel
   * @param {string} naam
   * @param {HTMLTemplateElement} sjabloon
   * @param {(facet: string, waarde: string) => void} wissel
   * @returns {Keus}
   */
  #vak(regel, naam, sjabloon, wissel) {
    const link = /** @type {HTMLAnchorElement} */ (regel.querySelector("a"));
    const aantal = /** @type {Element} */ (regel.querySelector(".rb-aantal"));
    const keus = /** @type {Element} */ (/** @type {DocumentFragment} */ (sjabloon.content.cloneNode(true)).firstElementChild);
    const vak = /** @type {HTMLInputElement} */ (keus.querySelector("input"));
    const tekst = /** @type {Element} */ (keus.querySelector(".rb-keus__naam"));
    vak.name = naam;
    vak.value = regel.dataset.waarde ?? "";
    tekst.textContent = link.textContent;
    tekst.className += ` ${link.className}`;
    this.terug.push(() => regel.replaceChildren(link, " ", aantal));
    regel.setAttribute("role", "none");
    keus.append(" ", aantal);
    regel.replaceChildren(keus);
    vak.addEventListener("change", () => wissel(naam, vak.value));
    return { vak, aantal, regel, label: link.textContent };
  }

  /** Make links of the boxes again: what is shown when searching fails. */
  herstel() {
    for (const doe of this.terug) doe();
  }

  /**
   * @param {string} naam
   * @param {string} waarde
   */
  kent(naam, waarde) {
    return this.facetten.get(naam)?.waarden.has(waarde) ?? false;
  }

  /**
   * @param {string} naam
   * @param {string} waarde
   */
  label(naam, waarde) {
    return this.facetten.get(naam)?.waarden.get(waarde)?.label ?? "";
  }

  /** @param {string} naam */
  titel(naam) {
    return this.facetten.get(naam)?.titel ?? "";
  }

  /** The names of the facets that are folded open. */
  get open() {
    return [...this.facetten].filter(([, { facet }]) => facet.open).map(([naam]) => naam);
  }

  /**
   * Fold a facet open in which something is chosen, so that it can be seen.
   * @param {Zoekstaat} staat
   */
  toonGekozen(staat) {
    for (const naam of Object.keys(staat.keuzes)) /** @type {Facet} */ (this.facetten.get(naam)).facet.open = true;
  }

  /**
   * Show what is chosen, and how many stories each value has.
   * @param {Zoekstaat} staat
   * @param {Record<string, Record<string, number>>} aantallen
   */
  toon(staat, aantallen) {
    for (const [naam, { waarden, gekozen }] of this.facetten) {
      const keuzes = staat.keuzes[naam] ?? [];
      gekozen.textContent = keuzes.length ? `${keuzes.length} gekozen` : "";
      for (const [waarde, { vak, aantal, regel }] of waarden) {
        vak.checked = keuzes.includes(waarde);
        if (!aantallen[naam]) continue;
        const getal = aantallen[naam][waarde] ?? 0;
        vak.disabled = getal === 0 && !vak.checked;
        regel.classList.toggle("rb-keus--leeg", vak.disabled);
        /** @type {Node} */ (aantal.firstChild).textContent = String(getal);
        /** @type {Node} */ (aantal.lastChild).textContent = getal === 1 ? " verhaal" : " verhalen";
      }
    }
  }

  /**
   * Show a button for everything that is chosen; `ga(staat)` is called with the search without it.
   * @param {HTMLElement} plek
   * @param {HTMLTemplateElement} sjabloon
   * @param {Zoekstaat} staat
   * @param {(staat: Zoekstaat) => void} ga
   */
  toonChips(plek, sjabloon, staat, ga) {
    /** @type {[string, Zoekstaat][]} */
    const chips = [];
    if (staat.tekst.trim()) chips.push([`“${staat.tekst.trim()}”`, { ...staat, tekst: "" }]);
    for (const [naam, { titel, waarden }] of this.facetten) {
      for (const [waarde, { label }] of waarden) {
        if (staat.keuzes[naam]?.includes(waarde)) chips.push([`${titel}: ${label}`, gewisseld(staat, naam, waarde)]);
      }
    }
    const knoppen = chips.map(([tekst, anders]) => chip(sjabloon, tekst, `Haal weg: ${tekst}`, () => ga(anders)));
    if (chips.length > 1) {
      knoppen.push(chip(sjabloon, "Alles wissen", "Alles wissen", () => ga({ ...staat, tekst: "", keuzes: {} })));
      knoppen.at(-1)?.querySelector("button")?.classList.add("rb-chip--alles");
    }
    plek.replaceChildren(...knoppen);
    plek.hidden = !knoppen.length;
  }
}

/**
 * @param {HTMLTemplateElement} sjabloon
 * @param {string} tekst
 * @param {string} naam
 * @param {() => void} doe
 */
function chip(sjabloon, tekst, naam, doe) {
  const regel = /** @type {Element} */ (/** @type {DocumentFragment} */ (sjabloon.content.cloneNode(true)).firstElementChild);
  const knop = /** @type {HTMLButtonElement} */ (regel.querySelector("button"));
  /** @type {Element} */ (knop.querySelector("span")).textContent = tekst;
  knop.setAttribute("aria-label", naam);
  knop.addEventListener("click", doe);
  return regel;
}

export { verhalen };
