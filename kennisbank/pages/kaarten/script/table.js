// The cards as they are in the page: which lie on the table, in what order, which way up and with what question.

import { aantalVragen, begin } from "./state.js";

/** @typedef {import("./state.js").Stand} Stand */
/** @typedef {import("./state.js").Kaart} Kaart */

/**
 * A part of a card or of the page, which it has.
 * @param {ParentNode} plek
 * @param {string} kiezer
 */
const vind = (plek, kiezer) => /** @type {HTMLElement} */ (plek.querySelector(kiezer));

export class Tafel {
  /**
   * `deel` holds the cards as they are without a script: each with all questions of every function.
   * @param {Element} deel
   */
  constructor(deel) {
    this.lijst = vind(deel, ".rb-tafel");
    this.leeg = vind(deel, ".rb-speel__leeg");
    this.apart = vind(deel, ".rb-apart");
    const kaarten = /** @type {HTMLElement[]} */ ([...this.lijst.children]);
    this.kaarten = new Map(kaarten.map((kaart) => [kaart.dataset.kaart ?? "", kaart]));
    this.spel = {
      functies: groepen(kaarten[0]).map((groep) => groep.dataset.functie ?? ""),
      kaarten: new Map([...this.kaarten].map(([slug, kaart]) => [slug, new Map(groepen(kaart).map((groep) => [groep.dataset.functie ?? "", vragen(groep).length]))])),
    };
    /** @type {Stand} */
    this.stand = begin(this.spel); // what is shown
    deel.classList.add("rb-speel--werkt");
    for (const verborgen of /** @type {NodeListOf<HTMLElement>} */ (this.lijst.querySelectorAll(".rb-speelkaart__knoppen, .rb-speelkaart__eigen"))) verborgen.hidden = false;
  }

  /** @param {string} slug */
  #element(slug) {
    return /** @type {HTMLElement} */ (this.kaarten.get(slug));
  }

  /** @param {Stand} stand */
  toon(stand) {
    this.stand = stand;
    const opTafel = stand.tafel.map(({ slug }) => this.#element(slug));
    // Moving what has the focus would take it away.
    opTafel.forEach((kaart, plaats) => {
      if (this.lijst.children[plaats] !== kaart) this.lijst.insertBefore(kaart, this.lijst.children[plaats] ?? null);
    });
    for (const kaart of this.kaarten.values()) kaart.hidden = !opTafel.includes(kaart);
    for (const [plaats, kaart] of stand.tafel.entries()) this.#toonKaart(kaart, plaats + 1);
    this.leeg.hidden = stand.tafel.length > 0;
    this.apart.hidden = !stand.apart.length;
    vind(this.apart, "ul").replaceChildren(...stand.apart.map((kaart) => this.#terug(kaart)));
  }

  /**
   * @param {Kaart} kaart
   * @param {number} plaats
   */
  #toonKaart({ slug, vraag, dicht }, plaats) {
    const kaart = this.#element(slug);
    kaart.classList.toggle("rb-speelkaart--dicht", dicht);
    vind(kaart, ".rb-speelkaart__voor").hidden = dicht;
    vind(kaart, ".rb-speelkaart__knoppen").hidden = dicht;
    const achter = vind(kaart, ".rb-speelkaart__achter");
    achter.hidden = !dicht;
    vind(achter, "span").textContent = `Draai kaart ${plaats} om`;
    for (const groep of groepen(kaart)) {
      groep.hidden = groep.dataset.functie !== this.stand.functie;
      for (const [nummer, rij] of vragen(groep).entries()) rij.hidden = nummer + 1 !== vraag;
    }
    const meer = aantalVragen(this.spel, slug, this.stand.functie) > 1;
    vind(kaart, "[data-doe=vraag]").hidden = !meer;
  }

  /** @param {Kaart} kaart */
  #terug({ slug }) {
    const rij = document.createElement("li");
    rij.dataset.kaart = slug;
    const knop = document.createElement("button");
    knop.type = "button";
    knop.className = "rb-speel__knop";
    knop.dataset.doe = "terug";
    knop.textContent = `Leg terug: ${this.kaart(slug).naam}`;
    rij.append(knop);
    return rij;
  }

  /**
   * What stands on a card now.
   * @param {string} slug
   */
  kaart(slug) {
    const kaart = this.#element(slug);
    const { vraag = 1, dicht = false } = [...this.stand.tafel, ...this.stand.apart].find((andere) => andere.slug === slug) ?? {};
    const [groep] = groepen(kaart).filter((andere) => andere.dataset.functie === this.stand.functie);
    return {
      slug,
      dicht,
      naam: vind(kaart, ".rb-speelkaart__naam").textContent,
      zin: vind(kaart, ".rb-speelkaart__zin").textContent,
      nummer: vraag,
      vraag: vragen(groep)[vraag - 1]?.textContent ?? "",
      beeld: /** @type {Element} */ (kaart.querySelector(".rb-glyph")),
    };
  }

  /** @param {string} slug */
  isLeeg(slug) {
    return this.#element(slug).querySelector("textarea") !== null;
  }

  /**
   * Give the focus to a button of a card; a card that lies face down has one only.
   * @param {string} slug
   * @param {string} doe
   */
  richt(slug, doe) {
    const kaart = this.#element(slug);
    const dicht = kaart.classList.contains("rb-speelkaart--dicht");
    vind(kaart, dicht ? ".rb-speelkaart__achter" : `.rb-speelkaart__knoppen [data-doe=${doe}]`).focus();
  }

  /** @param {string} slug */
  laatZien(slug) {
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
function groepen(kaart) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (kaart.querySelectorAll("[data-functie]"))];
}

/**
 * @param {Element} groep
 * @returns {HTMLElement[]}
 */
function vragen(groep) {
  return [...groep.querySelectorAll("li")];
}
