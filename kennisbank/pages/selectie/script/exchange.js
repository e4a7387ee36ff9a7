// A selection in a file: to keep it elsewhere, or to go on in another browser.

import { inpakken } from "../../../parts/script/file.js";
import { MEEST, gekeurd, zelfde } from "../../../parts/bewaren/script/kept.js";
import { legErnaast } from "./note.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {import("../../../parts/bewaren/script/kept.js").Selectie} Selectie */

export const SOORT = "ruimte-selectie";
export const VERSIE = 1;

/**
 * The file with this selection.
 * @param {Selectie} selectie
 * @param {Date} [nu]
 */
export function alsBestand({ naam, items }, nu = new Date()) {
  return inpakken(SOORT, VERSIE, { naam, items }, nu);
}

/**
 * Add to `staat` what a file that was read has; nothing is written over. Tells how many items came, which were here
 * already, of how many a note was laid beside the own one, how many did not fit, and how many could not be read.
 * @param {Selectie} staat
 * @param {import("../../../parts/script/file.js").Inhoud} gelezen
 */
export function voegToe(staat, gelezen) {
  const nieuw = gekeurd(gelezen);
  const alle = Array.isArray(gelezen.items) ? gelezen.items.length : 0;
  const telling = { erbij: 0, hadJeAl: 0, notities: 0, pastNiet: 0, weg: alle - nieuw.items.length };
  for (const item of nieuw.items) {
    const zelf = staat.items.find(zelfde(item.soort, item.slug));
    if (zelf) {
      telling.hadJeAl += 1;
      for (const ander of [item.notitie, ...(item.ook ?? [])].filter((tekst) => tekst.trim() && tekst !== zelf.notitie)) {
        if (!zelf.notitie.trim()) zelf.notitie = ander;
        else if (legErnaast(zelf, ander)) telling.notities += 1;
        else telling.pastNiet += 1;
      }
    } else if (staat.items.length >= MEEST.items) {
      telling.pastNiet += 1;
    } else {
      staat.items.push(item);
      telling.erbij += 1;
    }
  }
  staat.naam ||= nieuw.naam;
  return telling;
}

/**
 * What to say of that.
 * @param {ReturnType<typeof voegToe>} telling
 */
export function verslag({ erbij, hadJeAl, notities, pastNiet, weg }) {
  return [
    `${erbij || "Niets"} erbij in je selectie.`,
    hadJeAl && `${hadJeAl} had je al.`,
    notities && `${notities === 1 ? "Eén notitie was" : `${notities} notities waren`} anders: je eigen notitie staat er nog, de andere staat eronder.`,
    pastNiet && `${pastNiet} pasten er niet bij: er passen ${MEEST.items} in.`,
    weg && `${weg} ${weg === 1 ? "was" : "waren"} niet te lezen.`,
  ].filter(Boolean).join(" ");
}
