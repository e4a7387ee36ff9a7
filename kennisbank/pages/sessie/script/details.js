// What a meet-up is called, where it is and when: fields beside the programme.

import { cleanText } from "./state.js";
import { makeTyping } from "./typing.js";

/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {"naam" | "plaats" | "begin" | "date"} Detail */

/**
 * The fields by their id, with what each changes and how that is called.
 * @type {readonly (readonly [string, Detail, string])[]}
 */
const FIELDS = [["naam", "naam", "De naam"], ["plaats", "plaats", "De plaats"], ["begin", "begin", "De begintijd"], ["datum", "date", "De datum"]];

/**
 * `change` keeps another value, under a key for what is typed in one go, and tells whether there was room for it; `sealed`
 * hears that somebody left a field.
 * @param {{ find: (id: string) => HTMLElement, change: (detail: Partial<Wish>, text: string, key: string) => boolean, sealed: () => void }} page
 */
export function makeDetails({ find, change, sealed }) {
  /** @param {string} id */
  const field = (id) => /** @type {HTMLInputElement} */ (find(id));
  /** @type {Record<Detail, string>} */
  const kept = { naam: "", plaats: "", begin: "", date: "" };
  /** @type {Set<Detail>} what was typed, but had no room in the address */
  const refused = new Set();

  const typing = makeTyping((/** @type {HTMLInputElement} */ input) => {
    const [, detail, label] = /** @type {typeof FIELDS[number]} */ (FIELDS.find(([id]) => field(id) === input));
    const value = cleanText(input.value);
    refused.delete(detail);
    if (value !== kept[detail] && !change({ [detail]: value }, value ? `${label} is veranderd` : `${label} is weg`, detail)) refused.add(detail);
  });
  for (const [id] of FIELDS) {
    const input = field(id);
    // The clock and the calendar give a value for each part that is typed: only the one that stays counts.
    if (input.type === "text") input.addEventListener("input", () => typing.typed(input));
    input.addEventListener("change", () => {
      typing.typed(input);
      typing.flush();
      sealed();
    });
  }

  return {
    flush: typing.flush,
    /** @param {Wish} wish */
    fill(wish) {
      for (const [id, detail] of FIELDS) {
        if (refused.has(detail) && kept[detail] === wish[detail]) continue; // nothing that somebody typed is lost
        kept[detail] = wish[detail] ?? "";
        if (cleanText(field(id).value) !== kept[detail]) field(id).value = kept[detail];
      }
    },
  };
}
