// The fields on the page: what somebody typed in them (`raw`), and what that comes to (`value`).

import { PICTURES, read } from "./pictures.js";

/** @typedef {import("../../../outputs/scripts.d.ts").FormulierGegevens} FormulierGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").Grenzen} Limits */
/** @typedef {Omit<FormulierGegevens, "velden" | "delen"> & { velden: Readonly<Record<string, Limits>>, parts: Readonly<Record<string, string>> }} Data what the page says, its pairs by name */
/** @typedef {import("./drafts.js").Raw} Raw */
/** @typedef {HTMLInputElement} Box of a box of several lines nothing is asked but what the two have in common */
/** @typedef {Record<string, any>} Values what each field comes to; which of text, list and tick follows from its sort, which only the page knows */

export const PART = "deel-"; // what the name of a part of the text begins with

export class Fields {
  /**
   * @param {HTMLFormElement} form
   * @param {Data} data
   * @param {ReturnType<typeof import("./text.js").makeText>} text
   */
  constructor(form, data, text) {
    this.formulier = form;
    this.data = data;
    this.text = text;
    this.parts = Object.keys(data.parts);
    this.names = [...Object.keys(data.velden), ...this.parts.map((name) => PART + name), ...(data.foto.length ? [PICTURES] : []), "adres"];
  }

  /**
   * The name of the field in which something happened.
   * @param {Element & { name?: string }} element
   */
  nameOf(element) {
    const { name = "" } = element;
    return this.names.includes(name) ? name : "";
  }

  /**
   * What can be filled in or chosen; of a list of choices each.
   * @param {string} name
   * @returns {Box[]}
   */
  elements(name) {
    const found = this.formulier.elements.namedItem(name);
    return /** @type {Box[]} */ (found instanceof RadioNodeList ? [...found] : found ? [found] : []);
  }

  /**
   * What stands around a field, with its label and its message.
   * @param {string} name
   * @returns {HTMLElement}
   */
  holder(name) {
    const [soort, own] = name.startsWith(PART) ? ["deel", name.slice(PART.length)] : ["veld", name];
    return /** @type {HTMLElement} */ (this.formulier.querySelector(`[data-${soort}="${own}"]`));
  }

  /**
   * @param {string} name
   * @returns {string}
   */
  label(name) {
    if (name === PICTURES) return "Foto's";
    return this.data.velden[name]?.label ?? this.holder(name).querySelector("label")?.textContent ?? "";
  }

  /** @param {string} name */
  #isChoice(name) {
    return ["choice", "werkvorm", "verhaal", "consent"].includes(this.data.velden[name]?.soort);
  }

  /**
   * What stands in a field as it was typed: a text, a list of choices, or whether it is ticked.
   * @param {string} name
   * @returns {Raw}
   */
  raw(name) {
    const elements = this.elements(name);
    const spec = this.data.velden[name];
    if (spec?.soort === "flag") return elements[0].checked;
    if (!this.#isChoice(name)) return elements[0].value;
    const chosen = elements.filter((element) => element.checked).map((element) => element.value);
    return spec.veel ? chosen : (chosen[0] ?? "");
  }

  /**
   * Put back what `raw` gave; what does not fit the field, for it has changed since, is passed over.
   * @param {string} name
   * @param {Raw} raw
   */
  put(name, raw) {
    const [first, ...rest] = this.elements(name);
    if (this.data.velden[name]?.soort === "flag") {
      first.checked = raw === true;
    } else if (this.#isChoice(name)) {
      const chosen = [raw].flat();
      for (const element of [first, ...rest].filter(Boolean)) element.checked = chosen.includes(element.value);
    } else if (typeof raw === "string") {
      first.value = raw;
    }
  }

  /**
   * What a field comes to in the file: cleaned, and a list where the field is one.
   * @param {string} name
   * @returns {any} a text, a list or a tick: which, follows from its sort, which only the page knows
   */
  value(name) {
    const raw = this.raw(name);
    if (name === PICTURES) return read(raw);
    if (name.startsWith(PART)) return this.text.paragraphs(/** @type {string} */ (raw));
    const { soort, veel } = this.data.velden[name] ?? { soort: "adres" };
    if (soort === "text" && veel) return this.text.lines(/** @type {string} */ (raw));
    return typeof raw === "string" && soort !== "date" ? this.text.line(raw) : raw;
  }

  /** The pictures that go with the text; none where it can have none. */
  pictures() {
    return this.names.includes(PICTURES) ? read(this.raw(PICTURES)) : [];
  }

  /** @returns {Values} */
  values() {
    return Object.fromEntries(Object.keys(this.data.velden).map((name) => [name, this.value(name)]));
  }

  /**
   * The parts of the text by name.
   * @returns {Record<string, string>}
   */
  texts() {
    return Object.fromEntries(this.parts.map((name) => [name, this.value(PART + name)]));
  }
}
