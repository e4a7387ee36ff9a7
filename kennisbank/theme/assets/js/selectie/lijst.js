// The rows of a selection: each with its note, and buttons to move it or take it out. A row stays the same element, so
// that who types or presses a button keeps the focus.

import { maak } from "../gedeeld/maak.js";
import { MEEST } from "../gedeeld/opslag.js";

const DIT = { verhaal: "Dit verhaal", werkvorm: "Deze werkvorm" };
const WACHT = 300; // milliseconds after the last letter of a note

/** How an item is called as long as its page has not come, and when it is gone. */
export function naamVan({ soort, slug, titel }, pagina) {
  if (pagina?.staat === "weg") return DIT[soort];
  return pagina?.titel || titel || slug.replaceAll("-", " ");
}

export class Lijst {
  /** `doe` has what a row can do with its item: `verplaats(item, step)`, `verwijder(item)`, `noteer(item, text)`. */
  constructor(plek, doe) {
    this.plek = plek;
    this.doe = doe;
    this.rijen = new Map();
  }

  /** Show these items; `paginas` gives what was read of each by its key, `eigen` whether they may be changed. */
  toon(items, paginas, eigen) {
    const over = new Map();
    items.forEach((item, nummer) => {
      const rij = this.rijen.get(sleutel(item)) ?? new Rij(item, this.doe);
      rij.toon(item, paginas.get(sleutel(item)), { eigen, eerste: nummer === 0, laatste: nummer === items.length - 1 });
      over.set(sleutel(item), rij);
    });
    for (const [naam, rij] of this.rijen) if (!over.has(naam)) rij.element.remove();
    const elementen = [...over.values()].map(({ element }) => element);
    if (elementen.some((element, nummer) => this.plek.children[nummer] !== element)) this.plek.append(...elementen);
    this.rijen = over;
  }

  /** Give the focus to a button of an item: after it moved, or what comes after one that was taken out. */
  focus(item, knop) {
    this.rijen.get(sleutel(item))?.focus(knop);
  }
}

export function sleutel({ soort, slug }) {
  return `${soort}/${slug}`;
}

class Rij {
  constructor(item, doe) {
    this.item = item;
    const id = `rb-notitie-${item.soort}-${item.slug}`;
    const knop = (tekst, actie, klasse) => {
      this[actie] = maak("button", { type: "button", class: klasse }, tekst);
      return this[actie];
    };
    this.titel = maak("h3", { class: "rb-gekozen__titel" });
    this.intro = maak("p", { class: "rb-gekozen__intro" });
    this.label = maak("label", { for: id }, "Notitie");
    this.vak = maak("textarea", { id, rows: 2, maxlength: MEEST.notitie });
    this.vast = maak("p", { class: "rb-gekozen__notitie" });
    this.knoppen = maak("p", { class: "rb-gekozen__knoppen" },
      knop("Omhoog", "omhoog", "rb-link"), knop("Omlaag", "omlaag", "rb-link"), knop("Verwijder", "verwijder", "rb-link"));
    this.element = maak("li", { class: "rb-gekozen" }, this.titel, this.intro, this.label, this.vak, this.vast, this.knoppen);
    this.omhoog.addEventListener("click", () => doe.verplaats(this.item, -1));
    this.omlaag.addEventListener("click", () => doe.verplaats(this.item, 1));
    this.verwijder.addEventListener("click", () => doe.verwijder(this.item));
    this.bewaar = () => {
      clearTimeout(this.volgende);
      if (this.getypt) doe.noteer(this.item, this.vak.value);
      this.getypt = false;
    };
    this.vak.addEventListener("input", () => {
      this.getypt = true;
      clearTimeout(this.volgende);
      this.volgende = setTimeout(this.bewaar, WACHT);
    });
    this.vak.addEventListener("change", this.bewaar);
    addEventListener("pagehide", this.bewaar);
  }

  toon(item, pagina, { eigen, eerste, laatste }) {
    this.item = item;
    const weg = pagina?.staat === "weg";
    const naam = naamVan(item, pagina);
    if (weg) this.titel.textContent = `${naam} staat niet meer op de site`;
    else this.titel.replaceChildren(maak("a", { href: pagina?.adres ?? "#" }, naam));
    this.intro.textContent = weg ? "Het is weggehaald, of het adres klopt niet." : (pagina?.intro ?? "");
    this.intro.hidden = !this.intro.textContent;
    // What somebody is typing is newer than what is kept.
    if (!this.getypt && this.vak.value !== item.notitie) this.vak.value = item.notitie;
    this.vast.textContent = item.notitie;
    this.label.hidden = this.vak.hidden = !eigen || weg;
    this.vast.hidden = eigen || weg || !item.notitie;
    this.knoppen.hidden = !eigen;
    this.omhoog.hidden = this.omlaag.hidden = eerste && laatste;
    this.omhoog.disabled = eerste;
    this.omlaag.disabled = laatste;
    this.label.textContent = `Notitie bij ${naam}`;
    for (const [knop, woord] of [[this.omhoog, "Omhoog"], [this.omlaag, "Omlaag"], [this.verwijder, "Verwijder"]]) {
      knop.setAttribute("aria-label", `${woord}: ${naam}`);
    }
  }

  focus(knop) {
    const ander = { omhoog: "omlaag", omlaag: "omhoog" }[knop];
    (this[knop].disabled ? this[ander] : this[knop]).focus();
  }
}
