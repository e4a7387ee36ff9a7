// A note that more than one tab writes in: nothing that somebody typed is written over.

import { MOST, text, same } from "../../../parts/bewaren/script/kept.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {import("../../../parts/bewaren/script/kept.js").Selectie} Selectie */

/**
 * Put a note with an item of `state`. `base` is what stood there when somebody began to type. Answers with "gezet"; with
 * "beide" when another tab wrote something else in the meantime, which is laid beside it; with "terug" when the item had
 * been taken out, and is back now; and with "vol" when there is no place, and nothing was changed.
 * @param {Selectie} state
 * @param {Item} item
 * @param {string} notitie
 * @param {string} base
 * @returns {keyof typeof SENTENCES}
 */
export function setNotitie(state, item, notitie, base) {
  const self = state.items.find(same(item.soort, item.slug));
  if (!self) {
    if (!notitie.trim()) return "gezet";
    if (state.items.length >= MOST.items) return "vol";
    state.items.push({ ...item, notitie });
    return "terug";
  }
  const other = self.notitie;
  if (other === base || other === text(notitie, MOST.notitie) || !other.trim()) {
    self.notitie = notitie;
    return "gezet";
  }
  if (!layBeside(self, other)) return "vol";
  self.notitie = notitie;
  return "beide";
}

/** What to say of each. */
export const SENTENCES = {
  gezet: "",
  beide: "In een ander tabblad is deze notitie ook veranderd. Die tekst staat hieronder.",
  terug: "In een ander tabblad was dit uit je selectie gehaald. Je schreef er hier iets bij; daarom staat het er weer.",
  vol: "Deze notitie is niet bewaard: je selectie is vol, of er staan te veel andere notities onder.",
};

/**
 * Keep another version of the note of an item; tells whether there was a place for it.
 * @param {Item} self
 * @param {string} other
 */
export function layBeside(self, other) {
  const ook = self.ook ?? [];
  if (!ook.includes(other) && ook.length >= MOST.ook) return false;
  self.ook = [...new Set([...ook, other])];
  return true;
}

/**
 * Take another version as the note; the one that stood there is laid in its place.
 * @param {Item} self
 * @param {string} other
 */
export function choose(self, other) {
  self.ook = (self.ook ?? []).filter((text) => text !== other);
  if (self.notitie.trim()) self.ook.push(self.notitie);
  self.notitie = other;
}

/**
 * Throw another version away.
 * @param {Item} self
 * @param {string} other
 */
export function leave(self, other) {
  self.ook = (self.ook ?? []).filter((text) => text !== other);
}
