// Notes of the host, one with each item: a small field that opens on request, and stays where there is a note.

import { cleanText, LONGEST_NOTE } from "./state.js";
import { makeTyping } from "./typing.js";

/** @typedef {import("./plan.js").Item} Item */

const FULL = "Hier is geen plaats meer voor: het adres van het programma wordt te lang. Wat je typt blijft staan, maar wordt niet bewaard. Maak het korter.";

/** @param {string} text */
const length = (text) => [...text.replace(/\s+/gu, " ").trim()].length;

/**
 * What stands below a note: how long it is, or why it is not kept.
 * @param {string} text
 * @param {boolean} kept
 */
export const countOf = (text, kept) => (kept ? `${length(text)} van ${LONGEST_NOTE} tekens` : FULL);

/**
 * `list` has the rows; `change` keeps the note of an item, and tells whether there was room for it; `sealed` hears that
 * somebody left a note.
 * @param {{ list: HTMLElement, change: (index: string, note: string) => boolean, sealed: () => void }} page
 */
export function makeNotes({ list, change, sealed }) {
  /** @type {Set<number | undefined>} the items of which the field was opened, by their index */
  const opened = new Set();
  /** @type {Map<string, string>} what was typed and could not be kept, by the index of its item */
  const typedOnly = new Map();

  const typing = makeTyping((/** @type {HTMLTextAreaElement} */ field) => {
    const index = field.dataset.nummer ?? "";
    const kept = change(index, cleanText(field.value, LONGEST_NOTE));
    if (kept) typedOnly.delete(index);
    else typedOnly.set(index, field.value);
    showCount(field, kept);
  });

  /**
   * @param {HTMLTextAreaElement} field
   * @param {boolean} kept
   */
  function showCount(field, kept) {
    const said = /** @type {HTMLElement} */ (field.closest(".rb-onderdeel__notitie")?.querySelector("[data-telling]"));
    said.textContent = countOf(field.value, kept);
    field.setAttribute("aria-invalid", String(!kept));
  }

  /** @param {Event} event */
  const noteOf = ({ target }) => (target instanceof HTMLTextAreaElement && target.dataset.doe === "notitie" ? target : undefined);
  list.addEventListener("input", (event) => {
    const field = noteOf(event);
    if (!field) return;
    typing.typed(field);
    showCount(field, true);
  });
  list.addEventListener("change", (event) => {
    const field = noteOf(event);
    if (!field) return;
    typing.typed(field);
    typing.flush();
    sealed();
  });

  return {
    flush: typing.flush,

    /**
     * Open the field of an item, or close it again; tells which.
     * @param {Item} item
     */
    toggle({ index }) {
      if (!opened.delete(index)) opened.add(index);
      return opened.has(index);
    },

    /**
     * What the row of an item shows: whether there is a field, what stands in it, and whether that is kept.
     * @param {Item} item
     */
    of(item) {
      const waiting = typedOnly.get(String(item.index));
      return { open: Boolean(item.note) || waiting !== undefined || opened.has(item.index), text: waiting ?? item.note ?? "", kept: waiting === undefined };
    },
  };
}
