// Drafts in a file: to keep them elsewhere, or to go on in another browser.

import { inpakken } from "../gedeeld/bestand.js";
import { FORMULIEREN, gekeurd, moment } from "./concepten.js";

export const SOORT = "ruimte-concepten";
export const VERSIE = 1;

/** The file with these drafts, by form. */
export function alsBestand(perFormulier, nu = new Date()) {
  const concepten = Object.entries(perFormulier).flatMap(([formulier, lijst]) => lijst.map(({ op, kopie, velden }) => ({ formulier, op, kopie, velden })));
  return inpakken(SOORT, VERSIE, { concepten }, nu);
}

/** The drafts in a file that was read, by form; what is none is left out and counted. */
export function uitBestand(gelezen, nu = new Date()) {
  const alle = Array.isArray(gelezen.concepten) ? gelezen.concepten : [];
  const perFormulier = Object.fromEntries(FORMULIEREN.map((formulier) => [formulier, []]));
  let weg = 0;
  for (const concept of alle) {
    const velden = gekeurd(concept?.velden);
    if (!FORMULIEREN.includes(concept?.formulier) || !Object.keys(velden).length) weg += 1;
    else perFormulier[concept.formulier].push({ op: moment(concept.op) || nu.toISOString(), kopie: concept.kopie === true, velden });
  }
  return { perFormulier, weg };
}
