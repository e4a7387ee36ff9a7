// Drafts in a file: to keep them elsewhere, or to go on in another browser.

import { inpakken } from "../../../parts/script/file.js";
import { FORMULIEREN, gekeurd, moment } from "./drafts.js";

/** @typedef {import("./drafts.js").Los} Los */

export const SOORT = "ruimte-concepten";
export const VERSIE = 1;

/**
 * The file with these drafts, by form.
 * @param {Record<string, readonly Los[]>} perFormulier
 * @param {Date} [nu]
 */
export function alsBestand(perFormulier, nu = new Date()) {
  const concepten = Object.entries(perFormulier).flatMap(([formulier, lijst]) => lijst.map(({ op, kopie, velden }) => ({ formulier, op, kopie, velden })));
  return inpakken(SOORT, VERSIE, { concepten }, nu);
}

/**
 * The drafts in a file that was read, by form; what is none is left out and counted.
 * @param {import("../../../parts/script/file.js").Inhoud} gelezen
 * @param {Date} [nu]
 * @returns {{ perFormulier: Record<import("./drafts.js").Formulier, Los[]>, weg: number }}
 */
export function uitBestand(gelezen, nu = new Date()) {
  const alle = Array.isArray(gelezen.concepten) ? gelezen.concepten : [];
  /** @type {Record<import("./drafts.js").Formulier, Los[]>} */
  const perFormulier = { verhaal: [], werkvorm: [] };
  let weg = 0;
  for (const concept of alle) {
    const velden = gekeurd(concept?.velden);
    if (!FORMULIEREN.includes(concept?.formulier) || !Object.keys(velden).length) weg += 1;
    else perFormulier[/** @type {import("./drafts.js").Formulier} */ (concept.formulier)].push({ op: moment(concept.op) || nu.toISOString(), kopie: concept.kopie === true, velden });
  }
  return { perFormulier, weg };
}
