// The rows of a selection: each with its note, and buttons to move it or take it out. A row stays the same element, so
// that who types or presses a button keeps the focus.

import { maak } from "../../../parts/script/elements.js";
import { MEEST } from "../../../parts/bewaren/script/kept.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {{ staat: string, adres: string, titel?: string, samenvatting?: string }} Pagina what the site says of an item, or that it is being asked */
/** @typedef {{ verplaats: (item: Item, stap: number) => void, verwijder: (item: Item) => void, kies: (item: Item, ander: string) => void, laat: (item: Item, ander: string) => void, noteer: (item: Item, notitie: string, basis: string) => { gelukt: boolean, zin: string }, verdwenen: (items: Item[]) => void }} Daden */
/** @typedef {"omhoog" | "omlaag" | "verwijder"} Knop */

const DIT = { verhaal: "Dit verhaal", werkvorm: "Deze werkvorm" };
const WACHT = 300; // milliseconds after the last letter of a note

/**
 * How an item is called as long as nothing of it has come, and when it is gone.
 * @param {Item} item
 * @param {Pick<Pagina, "staat" | "titel">} [pagina]
 */
export function naamVan({ soort, slug, titel }, pagina) {
  if (pagina?.staat === "weg") return DIT[soort];
  return pagina?.titel || titel || slug.replaceAll("-", " ");
}

export class Lijst {
  /**
   * `doe` has what a row can do with its item: `verplaats(item, step)`, `verwijder(item)`, `kies(item, other note)` and
   * `laat(item, other note)`; `noteer(item, text, what stood there)` answers with `{ gelukt, zin }`, and `verdwenen(items)`
   * hears of those that went elsewhere with a note that was typed here.
   * @param {Element} plek
   * @param {Daden} doe
   */
  constructor(plek, doe) {
    this.plek = plek;
    this.doe = doe;
    /** @type {Map<string, Rij>} */
    this.rijen = new Map();
  }

  /**
   * Show these items; `paginas` gives what the site says of each by its key, `eigen` whether they may be changed.
   * @param {readonly Item[]} items
   * @param {ReadonlyMap<string, Pagina>} paginas
   * @param {boolean} eigen
   */
  toon(items, paginas, eigen) {
    const over = new Map();
    items.forEach((item, nummer) => {
      const rij = this.rijen.get(sleutel(item)) ?? new Rij(item, this.doe);
      rij.toon(item, paginas.get(sleutel(item)), { eigen, eerste: nummer === 0, laatste: nummer === items.length - 1 });
      over.set(sleutel(item), rij);
    });
    // What is typed and not kept yet stays, whatever became of its item.
    for (const [naam, rij] of this.rijen) if (rij.getypt && !over.has(naam)) over.set(naam, rij);
    const weg = [...this.rijen].filter(([naam]) => !over.has(naam)).map(([, rij]) => rij);
    this.rijen = over;
    for (const { element } of weg) element.remove();
    const verloren = weg.filter((rij) => rij.ooit && rij.vak.value);
    if (verloren.length) this.doe.verdwenen(verloren.map(({ item }) => item));
    const elementen = [...this.rijen.values()].map(({ element }) => element);
    if (elementen.some((element, nummer) => this.plek.children[nummer] !== element)) this.plek.append(...elementen);
  }

  /** Keep what is typed now, before anything else happens. */
  bewaar() {
    for (const rij of this.rijen.values()) rij.bewaar();
  }

  /**
   * Give the focus to a button of an item: after it moved, or what comes after one that was taken out.
   * @param {Item} item
   * @param {Knop} knop
   */
  focus(item, knop) {
    this.rijen.get(sleutel(item))?.focus(knop);
  }
}

/** @param {Pick<Item, "soort" | "slug">} item */
export function sleutel({ soort, slug }) {
  return `${soort}/${slug}`;
}

class Rij {
  /**
   * @param {Item} item
   * @param {Daden} doe
   */
  constructor(item, doe) {
    this.item = item;
    this.doe = doe;
    const id = `rb-notitie-${item.soort}-${item.slug}`;
    const knop = (/** @type {string} */ tekst) => maak("button", { type: "button", class: "rb-link" }, tekst);
    this.omhoog = knop("Omhoog");
    this.omlaag = knop("Omlaag");
    this.verwijder = knop("Verwijder");
    this.getypt = false; // and not kept yet
    this.ooit = false; // whether anything was typed here
    this.ookWeg = false;
    this.volgende = 0;
    this.titel = maak("h3", { class: "rb-gekozen__titel" });
    this.intro = maak("p", { class: "rb-gekozen__intro" });
    this.label = maak("label", { for: id }, "Notitie");
    this.vak = maak("textarea", { id, rows: 2, maxlength: MEEST.notitie });
    this.gezegd = maak("p", { class: "rb-gekozen__gezegd", role: "status" });
    this.ook = maak("div", { class: "rb-gekozen__ook" });
    this.vast = maak("p", { class: "rb-gekozen__notitie" });
    this.knoppen = maak("p", { class: "rb-gekozen__knoppen" },
      this.omhoog, this.omlaag, this.verwijder);
    this.element = maak("li", { class: "rb-gekozen" }, this.titel, this.intro, this.label, this.vak, this.gezegd, this.ook, this.vast, this.knoppen);
    this.omhoog.addEventListener("click", () => doe.verplaats(this.item, -1));
    this.omlaag.addEventListener("click", () => doe.verplaats(this.item, 1));
    this.verwijder.addEventListener("click", () => doe.verwijder(this.item));
    this.basis = item.notitie; // what was kept when somebody began to type
    this.bewaar = () => {
      clearTimeout(this.volgende);
      if (!this.getypt) return;
      this.getypt = false;
      const { gelukt, zin } = doe.noteer(this.item, this.vak.value, this.basis);
      this.getypt = !gelukt;
      this.gezegd.textContent = zin;
    };
    this.vak.addEventListener("input", () => {
      this.getypt = this.ooit = true;
      clearTimeout(this.volgende);
      this.volgende = setTimeout(this.bewaar, WACHT);
    });
    this.vak.addEventListener("change", this.bewaar);
    addEventListener("pagehide", this.bewaar);
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.bewaar());
  }

  /**
   * @param {Item} item
   * @param {Pagina | undefined} pagina
   * @param {{ eigen: boolean, eerste: boolean, laatste: boolean }} plaats
   */
  toon(item, pagina, { eigen, eerste, laatste }) {
    this.item = item;
    const weg = pagina?.staat === "weg";
    const naam = naamVan(item, pagina);
    if (weg) this.titel.textContent = `${naam} staat niet meer op de site`;
    else this.titel.replaceChildren(maak("a", { href: pagina?.adres ?? "#" }, naam));
    this.intro.textContent = weg ? `Het is weggehaald, of het adres klopt niet.${eigen && item.notitie ? " Dit is je notitie:" : ""}` : (pagina?.samenvatting ?? "");
    this.intro.hidden = !this.intro.textContent;
    // What somebody is typing is newer than what is kept.
    if (!this.getypt) this.basis = item.notitie;
    if (!this.getypt && this.vak.value !== item.notitie) this.vak.value = item.notitie;
    this.#toonOok(eigen ? (item.ook ?? []) : [], naam, weg);
    // The own note of what is gone can be read and copied: it belongs to the reader.
    this.vast.textContent = eigen ? this.vak.value : item.notitie;
    this.label.hidden = this.vak.hidden = !eigen || weg;
    this.vast.hidden = eigen !== weg || !this.vast.textContent;
    this.knoppen.hidden = !eigen;
    this.omhoog.hidden = this.omlaag.hidden = eerste && laatste;
    this.omhoog.disabled = eerste;
    this.omlaag.disabled = laatste;
    this.label.textContent = `Notitie bij ${naam}`;
    for (const [knop, woord] of /** @type {[HTMLElement, string][]} */ ([[this.omhoog, "Omhoog"], [this.omlaag, "Omlaag"], [this.verwijder, "Verwijder"]])) {
      knop.setAttribute("aria-label", `${woord}: ${naam}`);
    }
  }

  /**
   * Other versions of the note, of another tab at the same time or of a file: to take or to leave, and of what is gone to read.
   * @param {readonly string[]} anderen
   * @param {string} naam
   * @param {boolean} weg
   */
  #toonOok(anderen, naam, weg) {
    const zelfde = this.ookWeg === weg && this.ook.children.length === anderen.length;
    this.ookWeg = weg;
    if (zelfde && anderen.every((ander, nummer) => /** @type {HTMLElement} */ (this.ook.children[nummer]).dataset.tekst === ander)) return;
    this.ook.replaceChildren(...anderen.map((ander) => {
      const knop = (/** @type {string} */ woord, /** @type {Daden["kies"]} */ doe) => maak("button", { type: "button", class: "rb-link", "aria-label": `${woord}: andere notitie bij ${naam}`, click: () => {
        doe(this.item, ander);
        this.vak.focus();
      } }, woord);
      return maak("div", { "data-tekst": ander },
        maak("p", {}, maak("strong", {}, "Andere notitie: "), ander),
        ...(weg ? [] : [maak("p", { class: "rb-gekozen__knoppen" }, knop("Gebruik deze", this.doe.kies), knop("Haal weg", this.doe.laat))]));
    }));
  }

  /** @param {Knop} knop */
  focus(knop) {
    const ander = { omhoog: this.omlaag, omlaag: this.omhoog, verwijder: this.verwijder }[knop];
    (this[knop].disabled ? ander : this[knop]).focus();
  }
}
