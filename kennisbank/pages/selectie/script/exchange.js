// A selection in a file: to keep it elsewhere, or to go on in another browser.

import { packed } from "../../../parts/script/file.js";
import { MOST, validated, same } from "../../../parts/bewaren/script/kept.js";
import { layBeside } from "./note.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {import("../../../parts/bewaren/script/kept.js").Selectie} Selectie */

export const KIND = "ruimte-selectie";
export const VERSION = 1;

/**
 * The file with this selection.
 * @param {Selectie} selectie
 * @param {Date} [now]
 */
export function asFile({ naam, items }, now = new Date()) {
  return packed(KIND, VERSION, { naam, items }, now);
}

/**
 * Add to `state` what a file that was read has; nothing is written over. Tells how many items came, which were here
 * already, of how many a note was laid beside the own one, how many did not fit, and how many could not be read.
 * @param {Selectie} state
 * @param {import("../../../parts/script/file.js").Content} parsed
 */
export function addTo(state, parsed) {
  const fresh = validated(parsed);
  const all = Array.isArray(parsed.items) ? parsed.items.length : 0;
  const tally = { added: 0, alreadyThere: 0, notities: 0, tooMany: 0, gone: all - fresh.items.length };
  for (const item of fresh.items) {
    const self = state.items.find(same(item.soort, item.slug));
    if (self) {
      tally.alreadyThere += 1;
      for (const other of [item.notitie, ...(item.ook ?? [])].filter((text) => text.trim() && text !== self.notitie)) {
        if (!self.notitie.trim()) self.notitie = other;
        else if (layBeside(self, other)) tally.notities += 1;
        else tally.tooMany += 1;
      }
    } else if (state.items.length >= MOST.items) {
      tally.tooMany += 1;
    } else {
      state.items.push(item);
      tally.added += 1;
    }
  }
  state.naam ||= fresh.naam;
  return tally;
}

/**
 * What to say of that.
 * @param {ReturnType<typeof addTo>} tally
 */
export function summary({ added, alreadyThere, notities, tooMany, gone }) {
  return [
    `${added || "Niets"} erbij in je selectie.`,
    alreadyThere && `${alreadyThere} had je al.`,
    notities && `${notities === 1 ? "Eén notitie was" : `${notities} notities waren`} anders: je eigen notitie staat er nog, de andere staat eronder.`,
    tooMany && `${tooMany} pasten er niet bij: er passen ${MOST.items} in.`,
    gone && `${gone} ${gone === 1 ? "was" : "waren"} niet te lezen.`,
  ].filter(Boolean).join(" ");
}
