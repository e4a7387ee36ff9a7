// Judges the fields: the browser knows what is wrong with each, and it is shown once somebody has been there.

import { showError } from "./screen.js";
import { PART } from "./fields.js";
import { PICTURES, withoutMarks, wrong } from "./pictures.js";
import { body } from "./yaml.js";

/** @typedef {import("./fields.js").Fields} Fields */
/** @typedef {import("./fields.js").Values} Values */
/** @typedef {import("./fields.js").Data} Data */
/** @typedef {{ naam: string, label: string, error: string }} Fault */

export const QUOTE = "citaat"; // the field of words that stand so in the text

export class Judging {
  /**
   * `taken()` gives the addresses that are taken, each with its title.
   * @param {Fields} fields
   * @param {Data} data
   * @param {import("./check.js").Check} check
   * @param {() => Readonly<Record<string, string>>} taken
   */
  constructor(fields, data, check, taken) {
    this.velden = fields;
    this.data = data;
    this.check = check;
    this.taken = taken;
    /** @type {Set<string>} */
    this.touched = new Set(); // fields of which the message is shown
    this.firstPart = fields.names.find((name) => name.startsWith(PART)) ?? PART;
  }

  /**
   * @param {string} name
   * @param {Values} values
   * @returns {string}
   */
  #error(name, values) {
    // Without a title there is no address yet, and it is the title that must be filled in.
    if (name === "adres") return values.title ? this.check.address(this.velden.value("adres"), this.taken()) : "";
    if (name === PICTURES) return wrong(this.velden.pictures(), this.data.foto, (limits, value) => this.check.single(limits, value));
    if (!name.startsWith(PART)) {
      const error = this.check.error(name, values, this.velden.elements(name)[0]?.validity.badInput);
      return error || name !== QUOTE ? error : this.check.quoted(values[QUOTE], body(this.data.parts, this.velden.texts()));
    }
    const error = this.#part(this.velden.value(name), body(this.data.parts, this.velden.texts()));
    return error || name !== this.firstPart ? error : this.#whole();
  }

  /**
   * What is wrong with a part of the text, in which pictures that are described may have a place.
   * @param {string} text
   * @param {string} [whole] all of the text
   */
  #part(text, whole = text) {
    const pictures = this.velden.pictures();
    return this.check.part(withoutMarks(text, pictures), withoutMarks(whole, pictures));
  }

  /** What is wrong with the text as a whole; what is wrong with one part of it is said there. */
  #whole() {
    const texts = this.velden.texts();
    const whole = body(this.data.parts, texts);
    if (!whole) return "Schrijf minstens een stukje van de tekst, hier of in een van de delen hieronder.";
    const loose = Object.values(texts).some((text) => this.#part(text, whole));
    return loose ? "" : this.#part(whole) || this.check.measured(whole).error;
  }

  /**
   * Judge a field; returns what is wrong.
   * @param {string} name
   * @param {Values} [values]
   */
  judge(name, values = this.velden.values()) {
    const error = this.#error(name, values);
    this.velden.elements(name)[0]?.setCustomValidity(error);
    if (!error || this.touched.has(name)) showError(this.velden, name, error);
    return error;
  }

  /**
   * Judge every field, and show the message of each from now on; `file` is the file that comes of it.
   * @param {string} file
   * @returns {Fault[]}
   */
  everything(file) {
    const values = this.velden.values();
    const errors = this.#inOrder().map((name) => {
      this.touched.add(name);
      return { naam: name, label: this.velden.label(name), error: this.judge(name, values) };
    });
    const bytes = new TextEncoder().encode(file).length;
    if (bytes > this.data.bytes) {
      const error = `Samen is het ${Math.ceil(bytes / 1024)} KB; hooguit ${this.data.bytes / 1024} KB mag. Kort het in.`;
      errors.push({ naam: this.firstPart, label: "De tekst", error });
    }
    return errors.filter(({ error }) => error);
  }

  /**
   * What is wrong with a field, without showing it.
   * @param {string} name
   */
  wrong(name) {
    return this.#error(name, this.velden.values());
  }

  /** How many things are wrong, without showing them. */
  count() {
    const values = this.velden.values();
    return this.velden.names.filter((name) => this.#error(name, values)).length;
  }

  /** The fields in the order of the page. */
  #inOrder() {
    const spot = new Map(this.velden.names.map((name) => [name, this.velden.holder(name)]));
    /**
     * @param {string} one
     * @param {string} other
     */
    const eerder = (one, other) => /** @type {HTMLElement} */ (spot.get(one)).compareDocumentPosition(/** @type {HTMLElement} */ (spot.get(other))) & Node.DOCUMENT_POSITION_FOLLOWING;
    return [...this.velden.names].sort((one, other) => (eerder(one, other) ? -1 : 1));
  }
}
