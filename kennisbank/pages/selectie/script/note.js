// A note that more than one tab writes in: nothing that somebody typed is written over.

import { MEEST, tekst, zelfde } from "../../../parts/bewaren/script/kept.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {import("../../../parts/bewaren/script/kept.js").Selectie} Selectie */

/**
 * Put a note with an item of `staat`. `basis` is what stood there when somebody began to type. Answers with "gezet"; with
 * "beide" when another tab wrote something else in the meantime, which is laid beside it; with "terug" when the item had
 * been taken out, and is back now; and with "vol" when there is no place, and nothing was changed.
 * @param {Selectie} staat
 * @param {Item} item
 * @param {string} notitie
 * @param {string} basis
 * @returns {keyof typeof ZINNEN}
 */
export function zetNotitie(staat, item, notitie, basis) {
  const zelf = staat.items.find(zelfde(item.soort, item.slug));
  if (!zelf) {
    if (!notitie.trim()) return "gezet";
    if (staat.items.length >= MEEST.items) return "vol";
    staat.items.push({ ...item, notitie });
    return "terug";
  }
  const ander = zelf.notitie;
  if (ander === basis || ander === tekst(notitie, MEEST.notitie) || !ander.trim()) {
    zelf.notitie = notitie;
    return "gezet";
  }
  if (!legErnaast(zelf, ander)) return "vol";
  zelf.notitie = notitie;
  return "beide";
}

/** What to say of each. */
export const ZINNEN = {
  gezet: "",
  beide: "In een ander tabblad is deze notitie ook veranderd. Die tekst staat hieronder.",
  terug: "In een ander tabblad was dit uit je selectie gehaald. Je schreef er hier iets bij; daarom staat het er weer.",
  vol: "Deze notitie is niet bewaard: je selectie is vol, of er staan te veel andere notities onder.",
};

/**
 * Keep another version of the note of an item; tells whether there was a place for it.
 * @param {Item} zelf
 * @param {string} ander
 */
export function legErnaast(zelf, ander) {
  const ook = zelf.ook ?? [];
  if (!ook.includes(ander) && ook.length >= MEEST.ook) return false;
  zelf.ook = [...new Set([...ook, ander])];
  return true;
}

/**
 * Take another version as the note; the one that stood there is laid in its place.
 * @param {Item} zelf
 * @param {string} ander
 */
export function kies(zelf, ander) {
  zelf.ook = (zelf.ook ?? []).filter((tekst) => tekst !== ander);
  if (zelf.notitie.trim()) zelf.ook.push(zelf.notitie);
  zelf.notitie = ander;
}

/**
 * Throw another version away.
 * @param {Item} zelf
 * @param {string} ander
 */
export function laat(zelf, ander) {
  zelf.ook = (zelf.ook ?? []).filter((tekst) => tekst !== ander);
}
