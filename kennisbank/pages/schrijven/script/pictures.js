// The pictures of a text: each is described in the form, and the file names them; who writes adds the files themselves.

import { fill, template } from "../../../parts/script/fill.js";

/** @typedef {import("../../../outputs/scripts.d.ts").Grenzen} Limits */
/** @typedef {Record<string, string>} Picture what is filled in of one: a text for each field, "ja" for what is ticked */

export const PICTURES = "beelden"; // the name of the field
const MOST = 30;

/**
 * What somebody typed, as a name that a file can have here: `IMG 12.JPG` becomes `img-12.jpg`.
 * @param {string} name
 */
export function fileName(name) {
  const bare = name.normalize("NFKD").replace(/[^\p{ASCII}]/gu, "").toLowerCase().trim();
  const [, begin, end] = bare.match(/^(.*?)(\.[a-z]+)?$/s) ?? ["", bare, ""];
  return begin.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") + (end ?? "");
}

/**
 * The pictures that a field holds; what cannot be read is none.
 * @param {unknown} raw
 * @returns {Picture[]}
 */
export function read(raw) {
  try {
    const found = JSON.parse(typeof raw === "string" ? raw : "");
    const objects = Array.isArray(found) ? found.filter((one) => one && typeof one === "object") : [];
    return objects.slice(0, MOST).map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => typeof value === "string")));
  } catch {
    return [];
  }
}

/**
 * What is wrong with the pictures, in a Dutch sentence, or nothing. `one` says what is wrong with a text.
 * @param {readonly Picture[]} pictures
 * @param {readonly (readonly [string, Limits])[]} fields
 * @param {(limits: Limits, value: string) => string} one
 */
export function wrong(pictures, fields, one) {
  for (const [index, picture] of pictures.entries()) {
    for (const [name, limits] of fields) {
      const value = picture[name] ?? "";
      const missing = limits.soort === "flag" ? "vink aan dat het mag, of haal de foto weg." : "vul dit nog in.";
      const error = value ? limits.soort === "text" && one(limits, value) : limits.verplicht && missing;
      if (error) return `Foto ${index + 1}, ${limits.label}: ${error}`;
    }
    if (pictures.findIndex(({ bestand }) => bestand === picture.bestand) !== index) return `Foto ${index + 1}: ${picture.bestand} staat er twee keer. Geef elke foto een eigen naam.`;
  }
  return "";
}

/**
 * A text without the marks that give these pictures a place in it.
 * @param {string} text
 * @param {readonly Picture[]} pictures
 */
export function withoutMarks(text, pictures) {
  return pictures.reduce((left, { bestand }) => (bestand ? left.replaceAll(`![](${bestand})`, "") : left), text);
}

/**
 * A text in which those marks name the folder beside it, where its pictures stand.
 * @param {string} text
 * @param {readonly Picture[]} pictures
 * @param {string} folder
 */
export function placed(text, pictures, folder) {
  return pictures.reduce((left, { bestand }) => (bestand ? left.replaceAll(`![](${bestand})`, `![](${folder}/${bestand})`) : left), text);
}

/** The part of the form in which they are described. */
export class Pictures {
  /**
   * @param {HTMLElement} holder
   * @param {(value: string) => string} line what is typed as one line
   */
  constructor(holder, line) {
    this.holder = holder;
    this.line = line;
    this.field = /** @type {HTMLInputElement} */ (holder.querySelector(`[name="${PICTURES}"]`));
    this.list = /** @type {HTMLElement} */ (holder.querySelector("[data-fotos]"));
    this.number = 0;
    holder.addEventListener("input", ({ target }) => target !== this.field && this.#changed());
    holder.addEventListener("change", ({ target }) => {
      const box = /** @type {HTMLInputElement} */ (target);
      if (box.dataset.foto === "bestand") box.value = fileName(box.value);
      if (box !== this.field) this.#changed();
    });
    holder.addEventListener("click", ({ target }) => {
      const button = /** @type {HTMLElement} */ (target).closest("button");
      if (button && "fotoErbij" in button.dataset) this.#add();
      if (button && "fotoWeg" in button.dataset) this.#remove(/** @type {HTMLElement} */ (button.closest(".rb-foto")));
    });
  }

  /** Show the pictures that the field holds. */
  show() {
    const pictures = read(this.field.value);
    this.list.replaceChildren();
    for (const picture of pictures) this.#row(picture);
    this.#name();
  }

  /** Give the focus to the first thing that is still to be filled in, or to the button that adds one. */
  focus() {
    const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (this.list.querySelectorAll("[data-foto][required]"))];
    const open = boxes.find((box) => (box.type === "checkbox" ? !box.checked : !box.value.trim()));
    (open ?? boxes[0] ?? /** @type {HTMLElement} */ (this.holder.querySelector("[data-foto-erbij]"))).focus();
  }

  /** @param {Picture} picture */
  #row(picture) {
    const row = fill(template("foto"), { nr: String(++this.number) });
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("[data-foto]"))) {
      const value = picture[box.dataset.foto ?? ""] ?? "";
      if (box.type === "checkbox") box.checked = value === "ja";
      else box.value = value;
    }
    this.list.append(row);
    return row;
  }

  #add() {
    if (this.list.children.length >= MOST) return;
    const row = this.#row({});
    this.#changed();
    /** @type {HTMLElement} */ (row.querySelector("[data-foto]")).focus();
  }

  /** @param {HTMLElement} row */
  #remove(row) {
    row.remove();
    this.#changed();
    /** @type {HTMLElement} */ (this.holder.querySelector("[data-foto-erbij]")).focus();
  }

  #changed() {
    const pictures = [...this.list.children].map((row) => {
      const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("[data-foto]"))];
      return Object.fromEntries(boxes.map((box) => [box.dataset.foto ?? "", box.type === "checkbox" ? (box.checked ? "ja" : "") : this.line(box.value)]));
    });
    this.field.value = pictures.length ? JSON.stringify(pictures) : "";
    this.#name();
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Number the pictures, and show how each is given a place in the text. */
  #name() {
    for (const [index, row] of [...this.list.children].entries()) {
      /** @type {HTMLElement} */ (row.querySelector("[data-nummer]")).textContent = String(index + 1);
      const { value } = /** @type {HTMLInputElement} */ (row.querySelector('[data-foto="bestand"]'));
      const mark = /** @type {HTMLElement} */ (row.querySelector("[data-merk]"));
      /** @type {HTMLElement} */ (mark.closest("p")).hidden = !value;
      mark.textContent = `![](${value})`;
    }
  }
}
