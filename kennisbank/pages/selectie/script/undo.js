// What was taken out of a selection can be put back, as long as the page is there: with its note, and where it stood.

import { MOST, same } from "../../../parts/bewaren/script/kept.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {import("../../../parts/bewaren/script/kept.js").Selectie} Selectie */
/** @typedef {Item & { place?: number }} Gone */
/** @typedef {{ save: (change: (state: Selectie) => void) => boolean, say: (sentence: string) => void, focus: (item: Item) => void }} Page */

export class Undo {
  /**
   * `spot` has the button; `save(change)` changes what is kept and tells whether that went well.
   * @param {HTMLElement} spot
   * @param {Page} page
   */
  constructor(spot, { save, say, focus }) {
    this.spot = spot;
    this.save = save;
    this.say = say;
    this.focus = focus;
    /** @type {Gone[]} */
    this.items = [];
  }

  /**
   * Offer these items, each with its `place` if that is known, and say what became of them.
   * @param {Gone[]} items
   * @param {string} sentence
   */
  offer(items, sentence) {
    this.items = items;
    this.spot.hidden = !items.length;
    this.say(sentence);
  }

  /** Put them back; what came back already stays as it is. */
  put() {
    /** @type {Gone[]} */
    let left = [];
    const succeeded = this.save((now) => {
      const gone = this.items.filter((item) => !now.items.some(same(item.soort, item.slug)));
      const free = MOST.items - now.items.length;
      left = gone.slice(free);
      for (const { place = MOST.items, ...item } of gone.slice(0, free)) now.items.splice(place, 0, item);
    });
    if (!succeeded) return;
    const [first] = this.items;
    this.offer(left, left.length ? `Je selectie is vol: er passen ${MOST.items} in. Haal er eerst iets uit.` : "Teruggezet.");
    if (!left.length) this.focus(first);
  }
}
