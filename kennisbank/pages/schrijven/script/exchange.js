// Drafts in a file: to keep them elsewhere, or to go on in another browser.

import { packed } from "../../../parts/script/file.js";
import { FORMS, validated, moment } from "./drafts.js";

/** @typedef {import("./drafts.js").Loose} Loose */

export const KIND = "ruimte-concepten";
export const VERSION = 1;

/**
 * The file with these drafts, by form.
 * @param {Record<string, readonly Loose[]>} byForm
 * @param {Date} [now]
 */
export function asFile(byForm, now = new Date()) {
  const concepten = Object.entries(byForm).flatMap(([form, list]) => list.map(({ op, kopie, velden }) => ({ formulier: form, op, kopie, velden })));
  return packed(KIND, VERSION, { concepten }, now);
}

/**
 * The drafts in a file that was read, by form; what is none is left out and counted.
 * @param {import("../../../parts/script/file.js").Content} parsed
 * @param {Date} [now]
 * @returns {{ byForm: Record<import("./drafts.js").Form, Loose[]>, gone: number }}
 */
export function fromFile(parsed, now = new Date()) {
  const all = Array.isArray(parsed.concepten) ? parsed.concepten : [];
  /** @type {Record<import("./drafts.js").Form, Loose[]>} */
  const byForm = { verhaal: [], werkvorm: [] };
  let gone = 0;
  for (const concept of all) {
    const fields = validated(concept?.velden);
    if (!FORMS.includes(concept?.formulier) || !Object.keys(fields).length) gone += 1;
    else byForm[/** @type {import("./drafts.js").Form} */ (concept.formulier)].push({ op: moment(concept.op) || now.toISOString(), kopie: concept.kopie === true, velden: fields });
  }
  return { byForm, gone };
}
