// The choices: the list of links, which works without a script, becomes a list of boxes to tick.

import { fill } from "../../../parts/script/fill.js";
import { swapped } from "./state.js";

/** @typedef {import("./state.js").SearchState} SearchState */
/** @typedef {{ box: HTMLInputElement, count: Element, line: HTMLElement, label: string }} Pick */
/** @typedef {{ facet: HTMLDetailsElement, titel: string, values: Map<string, Pick>, chosen: Element }} Facet */

/** @param {number} count */
const verhalen = (count) => (count === 1 ? "1 verhaal" : `${count} verhalen`);

export class Form {
  /**
   * `swap(facet, value)` is called when a box is ticked, `open(facet)` when a facet is folded open.
   * @param {Element} spot
   * @param {HTMLTemplateElement} template
   * @param {(facet: string, value: string) => void} swap
   * @param {(facet: string) => void} open
   */
  constructor(spot, template, swap, open) {
    /** @type {Map<string, Facet>} */
    this.facets = new Map();
    /** @type {(() => void)[]} */
    this.back = [];
    for (const facet of /** @type {NodeListOf<HTMLDetailsElement>} */ (spot.querySelectorAll("[data-facet]"))) {
      const name = facet.dataset.facet ?? "";
      /** @type {Map<string, Pick>} */
      const values = new Map();
      for (const line of /** @type {NodeListOf<HTMLElement>} */ (facet.querySelectorAll("[data-waarde]"))) {
        values.set(line.dataset.waarde ?? "", this.#box(line, name, template, swap));
      }
      for (const list of facet.querySelectorAll("ul")) list.setAttribute("role", "group");
      const title = facet.querySelector("h3")?.textContent ?? "";
      this.facets.set(name, { facet, titel: title, values, chosen: /** @type {Element} */ (facet.querySelector(".rb-facet__gekozen")) });
      facet.addEventListener("toggle", () => facet.open && open(name));
    }
  }

  /**
   * @param {HTMLElement} line
   * @param {string} name
   * @param {HTMLTemplateElement} template
   * @param {(facet: string, value: string) => void} swap
   * @returns {Pick}
   */
  #box(line, name, template, swap) {
    const link = /** @type {HTMLAnchorElement} */ (line.querySelector("a"));
    const count = /** @type {Element} */ (line.querySelector(".rb-aantal"));
    const pick = fill(template, { facet: name, waarde: line.dataset.waarde, label: link.textContent, soort: link.className });
    const box = /** @type {HTMLInputElement} */ (pick.querySelector("input"));
    this.back.push(() => line.replaceChildren(link, " ", count));
    line.setAttribute("role", "none");
    pick.append(" ", count);
    line.replaceChildren(pick);
    box.addEventListener("change", () => swap(name, box.value));
    return { box, count, line, label: link.textContent };
  }

  /** Make links of the boxes again: what is shown when searching fails. */
  restore() {
    for (const act of this.back) act();
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  knows(name, value) {
    return this.facets.get(name)?.values.has(value) ?? false;
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  label(name, value) {
    return this.facets.get(name)?.values.get(value)?.label ?? "";
  }

  /** @param {string} name */
  title(name) {
    return this.facets.get(name)?.titel ?? "";
  }

  /** The names of the facets that are folded open. */
  get open() {
    return [...this.facets].filter(([, { facet }]) => facet.open).map(([name]) => name);
  }

  /**
   * Fold a facet open in which something is chosen, so that it can be seen.
   * @param {SearchState} state
   */
  showChosen(state) {
    for (const name of Object.keys(state.choices)) /** @type {Facet} */ (this.facets.get(name)).facet.open = true;
  }

  /**
   * Show what is chosen, and how many stories each value has.
   * @param {SearchState} state
   * @param {Record<string, Record<string, number>>} counts
   */
  show(state, counts) {
    for (const [name, { values, chosen }] of this.facets) {
      const choices = state.choices[name] ?? [];
      chosen.textContent = choices.length ? `${choices.length} gekozen` : "";
      for (const [value, { box, count, line }] of values) {
        box.checked = choices.includes(value);
        if (!counts[name]) continue;
        const number = counts[name][value] ?? 0;
        box.disabled = number === 0 && !box.checked;
        line.classList.toggle("rb-keus--leeg", box.disabled);
        /** @type {Node} */ (count.firstChild).textContent = String(number);
        /** @type {Node} */ (count.lastChild).textContent = number === 1 ? " verhaal" : " verhalen";
      }
    }
  }

  /**
   * Show a button for everything that is chosen; `go(state)` is called with the search without it.
   * @param {HTMLElement} spot
   * @param {HTMLTemplateElement} template
   * @param {SearchState} state
   * @param {(state: SearchState) => void} go
   */
  showChips(spot, template, state, go) {
    /** @type {[string, SearchState, string][]} */
    const chips = [];
    if (state.text.trim()) chips.push([`“${state.text.trim()}”`, { ...state, text: "" }, "tekst"]);
    for (const [name, { titel, values }] of this.facets) {
      for (const [value, { label }] of values) {
        if (state.choices[name]?.includes(value)) chips.push([`${titel}: ${label}`, swapped(state, name, value), "kenmerk"]);
      }
    }
    const buttons = chips.map(([text, changed, kind]) => chip(template, text, `Haal weg: ${text}`, kind, () => go(changed)));
    if (chips.length > 1) {
      buttons.push(chip(template, "Alles wissen", "Alles wissen", "alles", () => go({ ...state, text: "", choices: {} })));
      buttons.at(-1)?.querySelector("button")?.classList.add("rb-chip--alles");
    }
    spot.replaceChildren(...buttons);
    spot.hidden = !buttons.length;
  }
}

/**
 * @param {HTMLTemplateElement} template
 * @param {string} text
 * @param {string} name
 * @param {string} kind
 * @param {() => void} act
 */
function chip(template, text, name, kind, act) {
  const line = fill(template, { tekst: text, naam: name, soort: kind });
  line.querySelector("button")?.addEventListener("click", act);
  return line;
}

export { verhalen };
