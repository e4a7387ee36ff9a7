// The cards as they are in the page: which lie on the table, in what order, which way up and with what question.

import { fill } from "../../../parts/script/fill.js";
import { questionCount, initial } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Kaart} Kaart */

/**
 * A part of a card or of the page, which it has.
 * @param {ParentNode} spot
 * @param {string} selector
 */
const find = (spot, selector) => /** @type {HTMLElement} */ (spot.querySelector(selector));

export class Table {
  /**
   * `part` holds the cards as they are without a script: each with all questions of every function; the template is of a
   * card that was laid apart.
   * @param {Element} part
   * @param {HTMLTemplateElement} template
   */
  constructor(part, template) {
    this.template = template;
    this.list = find(part, ".rb-tafel");
    this.empty = find(part, ".rb-speel__leeg");
    this.apart = find(part, ".rb-apart");
    const kaarten = /** @type {HTMLElement[]} */ ([...this.list.children]);
    this.kaarten = new Map(kaarten.map((kaart) => [kaart.dataset.kaart ?? "", kaart]));
    this.game = {
      functies: groups(kaarten[0]).map((groep) => groep.dataset.functie ?? ""),
      kaarten: new Map([...this.kaarten].map(([slug, kaart]) => [slug, new Map(groups(kaart).map((groep) => [groep.dataset.functie ?? "", vragen(groep).length]))])),
    };
    /** @type {State} */
    this.state = initial(this.game); // what is shown
    this.part = part;
    part.classList.add("rb-speel--werkt");
    for (const hidden of /** @type {NodeListOf<HTMLElement>} */ (this.list.querySelectorAll(".rb-speelkaart__knoppen"))) hidden.hidden = false;
  }

  /** @param {string} slug */
  #element(slug) {
    return /** @type {HTMLElement} */ (this.kaarten.get(slug));
  }

  /** @param {State} state */
  show(state) {
    this.state = state;
    this.part.classList.toggle("rb-speel--namen", state.names);
    const onTable = state.table.map(({ slug }) => this.#element(slug));
    // Moving what has the focus would take it away.
    onTable.forEach((kaart, place) => {
      if (this.list.children[place] !== kaart) this.list.insertBefore(kaart, this.list.children[place] ?? null);
    });
    for (const kaart of this.kaarten.values()) kaart.hidden = !onTable.includes(kaart);
    for (const [place, kaart] of state.table.entries()) this.#showKaart(kaart, place + 1);
    this.empty.hidden = state.table.length > 0;
    this.apart.hidden = !state.apart.length;
    find(this.apart, "ul").replaceChildren(...state.apart.map(({ slug }) => fill(this.template, { slug, naam: this.kaart(slug).naam })));
  }

  /**
   * @param {Kaart} kaart
   * @param {number} place
   */
  #showKaart({ slug, vraag, dicht }, place) {
    const kaart = this.#element(slug);
    kaart.classList.toggle("rb-speelkaart--dicht", dicht);
    find(kaart, ".rb-speelkaart__voor").hidden = dicht;
    find(kaart, ".rb-speelkaart__knoppen").hidden = dicht;
    const behind = find(kaart, ".rb-speelkaart__achter");
    behind.hidden = !dicht;
    find(behind, "span").textContent = `Draai kaart ${place} om`;
    for (const groep of groups(kaart)) {
      groep.hidden = this.state.names || groep.dataset.functie !== this.state.functie;
      for (const [index, row] of vragen(groep).entries()) row.hidden = index + 1 !== vraag;
    }
    find(kaart, ".rb-speelkaart__uitleg").hidden = this.state.names;
    const more = !this.state.names && questionCount(this.game, slug, this.state.functie) > 1;
    find(kaart, "[data-doe=vraag]").hidden = !more;
    // Of a card with only its name, the words of the group stay when there are any: who shares the link shares them too.
    const own = kaart.querySelector("textarea");
    if (own) find(kaart, ".rb-speelkaart__eigen").hidden = this.state.names && !this.state.own && document.activeElement !== own;
  }

  /**
   * What stands on a card now: of one with only its name, no sentence and no question.
   * @param {string} slug
   */
  kaart(slug) {
    const kaart = this.#element(slug);
    const { vraag = 1, dicht = false } = [...this.state.table, ...this.state.apart].find((other) => other.slug === slug) ?? {};
    const [groep] = groups(kaart).filter((other) => other.dataset.functie === this.state.functie);
    return {
      slug,
      dicht,
      naam: find(kaart, ".rb-speelkaart__naam").textContent,
      sentence: this.state.names ? "" : find(kaart, ".rb-speelkaart__zin").textContent,
      index: vraag,
      vraag: this.state.names ? "" : (vragen(groep)[vraag - 1]?.textContent ?? ""),
      beeld: /** @type {Element} */ (kaart.querySelector(".rb-glyph")),
    };
  }

  /** @param {string} slug */
  isEmpty(slug) {
    return this.#element(slug).querySelector("textarea") !== null;
  }

  /**
   * Give the focus to a button of a card; a card that lies face down has one only.
   * @param {string} slug
   * @param {string} act
   */
  aim(slug, act) {
    const kaart = this.#element(slug);
    const dicht = kaart.classList.contains("rb-speelkaart--dicht");
    find(kaart, dicht ? ".rb-speelkaart__achter" : `.rb-speelkaart__knoppen [data-doe=${act}]`).focus();
  }

  /** @param {string} slug */
  reveal(slug) {
    const kaart = this.#element(slug);
    kaart.classList.remove("rb-speelkaart--nieuw");
    kaart.scrollIntoView({ block: "nearest" });
    kaart.classList.add("rb-speelkaart--nieuw");
  }
}

/**
 * @param {Element} kaart
 * @returns {HTMLElement[]}
 */
function groups(kaart) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (kaart.querySelectorAll("[data-functie]"))];
}

/**
 * @param {Element} groep
 * @returns {HTMLElement[]}
 */
function vragen(groep) {
  return [...groep.querySelectorAll("li")];
}
