// Drafts in a file: to keep them elsewhere, or to go on in another browser.

import { packed } from "../../../parts/script/file.js";
import { validated, moment } from "./drafts.js";

/** @typedef {import("./drafts.js").Loose} Loose */
/** @typedef {import("./drafts.js").Form} Form */

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
 * The drafts in a file that was read, by form; what is none is left out and counted (`gone`), and so is one of a form that
 * is not among `forms` (`strange`): that one another page can read.
 * @param {import("../../../parts/script/file.js").Content} parsed
 * @param {readonly Form[]} forms
 * @param {Date} [now]
 * @returns {{ byForm: Record<Form, Loose[]>, gone: number, strange: number }}
 */
export function fromFile(parsed, forms, now = new Date()) {
  const all = Array.isArray(parsed.concepten) ? parsed.concepten : [];
  /** @type {Record<Form, Loose[]>} */
  const byForm = Object.fromEntries(forms.map((name) => [name, []]));
  let [gone, strange] = [0, 0];
  for (const concept of all) {
    const fields = validated(concept?.velden);
    if (typeof concept?.formulier !== "string" || !Object.keys(fields).length) gone += 1;
    else if (!forms.includes(concept.formulier)) strange += 1;
    else byForm[concept.formulier].push({ op: moment(concept.op) || now.toISOString(), kopie: concept.kopie === true, velden: fields });
  }
  return { byForm, gone, strange };
}
