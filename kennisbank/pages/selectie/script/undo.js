// What was taken out of a selection can be put back, as long as the page is there: with its note, and where it stood.

import { MEEST, zelfde } from "../../../parts/bewaren/script/kept.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {import("../../../parts/bewaren/script/kept.js").Selectie} Selectie */
/** @typedef {Item & { plaats?: number }} Weg */
/** @typedef {{ bewaar: (wijzig: (staat: Selectie) => void) => boolean, zeg: (zin: string) => void, focus: (item: Item) => void }} Pagina */

export class Terug {
  /**
   * `plek` has the button; `bewaar(change)` changes what is kept and tells whether that went well.
   * @param {HTMLElement} plek
   * @param {Pagina} pagina
   */
  constructor(plek, { bewaar, zeg, focus }) {
    this.plek = plek;
    this.bewaar = bewaar;
    this.zeg = zeg;
    this.focus = focus;
    /** @type {Weg[]} */
    this.items = [];
  }

  /**
   * Offer these items, each with its `plaats` if that is known, and say what became of them.
   * @param {Weg[]} items
   * @param {string} zin
   */
  bied(items, zin) {
    this.items = items;
    this.plek.hidden = !items.length;
    this.zeg(zin);
  }

  /** Put them back; what came back already stays as it is. */
  zet() {
    /** @type {Weg[]} */
    let over = [];
    const gelukt = this.bewaar((nu) => {
      const weg = this.items.filter((item) => !nu.items.some(zelfde(item.soort, item.slug)));
      const vrij = MEEST.items - nu.items.length;
      over = weg.slice(vrij);
      for (const { plaats = MEEST.items, ...item } of weg.slice(0, vrij)) nu.items.splice(plaats, 0, item);
    });
    if (!gelukt) return;
    const [eerste] = this.items;
    this.bied(over, over.length ? `Je selectie is vol: er passen ${MEEST.items} in. Haal er eerst iets uit.` : "Teruggezet.");
    if (!over.length) this.focus(eerste);
  }
}
