// Pasting in the text: what Word, Google Docs or LibreOffice put on the clipboard becomes Markdown, and the writer reads what
// did not come along. It can be undone as any other paste.

import { fill, template } from "../../../parts/script/fill.js";
import { read } from "./clipboard.js";
import { compose } from "./compose.js";
import { PART } from "./fields.js";
import { told } from "./leftout.js";

const LARGEST = 20_000_000; // characters of HTML that are read at all
const LINES = 250; // more of them a browser puts in too slowly in its own way, by which it can undo them
const NAMED = /\[\^([^\]\s]{1,100})\]/g;
/** What programs for code say of what they put there: it is what it is. */
const CODE = ["vscode-editor-data", "application/vnd.code.copymetadata"];

export class Pasting {
  /**
   * @param {HTMLFormElement} form
   * @param {import("./fields.js").Fields} fields
   * @param {{ email: RegExp, persoonlijk: boolean }} rules
   */
  constructor(form, fields, rules) {
    this.fields = fields;
    this.rules = rules;
    this.bare = false; // somebody asks to paste the words alone
    this.before = ""; // what stood in the box before the last paste
    /** @type {{ box: HTMLTextAreaElement, from: string, at: number, to: string } | null} */
    this.large = null; // a paste that the browser cannot undo
    /** @type {Element | null | undefined} */
    this.spot = null; // where something is said of it
    form.addEventListener("keydown", (key) => {
      if (key.key.toLowerCase() === "v") this.bare = key.shiftKey;
      if (key.key.toLowerCase() === "z" && (key.ctrlKey || key.metaKey) && !key.shiftKey && !key.altKey) this.#undo(key);
    });
    form.addEventListener("beforeinput", (event) => {
      if (event.inputType === "historyUndo") this.#undo(event);
    });
    form.addEventListener("keyup", () => {
      this.bare = false;
    });
    form.addEventListener("input", ({ target }) => this.#typed(/** @type {HTMLTextAreaElement} */ (target)));
  }

  /**
   * Paste in a part of the text, when there is more on the clipboard than words; tells whether it was done.
   * @param {ClipboardEvent} event
   */
  paste(event) {
    const box = /** @type {HTMLTextAreaElement} */ (event.target);
    const data = event.clipboardData;
    if (!partOf(box) || !data || this.bare || data.types.some((type) => CODE.includes(type))) return false;
    const html = data.getData("text/html");
    if (!html || html.length > LARGEST) return this.#picture(box, event);
    const parsed = new DOMParser().parseFromString(html, "text/html"); // runs and fetches nothing
    if (isCode(parsed.body)) return false;
    const { blokken, noten, over } = read(parsed.documentElement);
    const made = compose(blokken, noten, this.#notes());
    if (!made.tekst && !over.afbeeldingen) return false;
    event.preventDefault();
    this.before = box.value;
    const at = box.selectionStart;
    const own = Boolean(made.tekst) && insert(box, this.fields.text.clean(made.tekst), this.fields.text.clean(made.noten));
    this.large = own ? { box, from: this.before, at, to: box.value } : null;
    this.#say(box, told({ ...over, noten: made.zonder }, made, this.rules));
    return true;
  }

  /**
   * A picture that was copied by itself.
   * @param {HTMLTextAreaElement} box
   * @param {ClipboardEvent} event
   */
  #picture(box, event) {
    const data = /** @type {DataTransfer} */ (event.clipboardData);
    if (data.getData("text/plain") || ![...data.files].some(({ type }) => type.startsWith("image/"))) return false;
    this.#say(box, told({ afbeeldingen: 1, opmerkingen: 0, wijzigingen: 0, mail: [], links: 0, noten: 0 }, { tekst: "", soorten: new Set() }, this.rules));
    return true;
  }

  /**
   * Take back a paste that the browser cannot undo, as long as nothing was typed since.
   * @param {Event} event
   */
  #undo(event) {
    if (!this.large || event.target !== this.large.box || this.large.box.value !== this.large.to) return;
    event.preventDefault();
    const { box, from, at } = this.large;
    this.large = null;
    typeAll(box, from, 0, box.value.length);
    box.setSelectionRange(at, at);
  }

  /** The names of the notes that the text has already, in any part. */
  #notes() {
    const names = this.fields.parts.flatMap((part) => [...String(this.fields.raw(PART + part)).matchAll(NAMED)].map(([, name]) => name));
    return new Set(names);
  }

  /**
   * @param {HTMLTextAreaElement} box
   * @param {readonly string[]} lines
   */
  #say(box, lines) {
    this.spot = partOf(box)?.querySelector(".rb-geplakt");
    this.spot?.replaceChildren(...(lines.length ? [fill(template("geplakt"), { regels: lines })] : []));
  }

  /**
   * What was said of a paste goes when it was undone, or the text was emptied.
   * @param {HTMLTextAreaElement} box
   */
  #typed(box) {
    if (this.spot && partOf(box)?.contains(this.spot) && (!box.value || box.value === this.before)) this.spot.replaceChildren();
  }
}

/**
 * What stands around the box of a part of the text; nothing around another field.
 * @param {HTMLTextAreaElement} box
 */
const partOf = (box) => box.closest("[data-deel]");

/**
 * Whether what was copied is code, or text of a program for code: that is taken as it is.
 * @param {HTMLElement} body
 */
function isCode(body) {
  const [only, more] = body.children;
  return Boolean(only) && !more && (only.matches("pre") || (only.matches("div") && /white-space:\s*pre\s*(?:;|$)/.test(only.getAttribute("style") ?? "")));
}

/**
 * Replace a part of what a box holds, without the browser's own way.
 * @param {HTMLTextAreaElement} box
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function typeAll(box, text, start, end) {
  box.setRangeText(text, start, end, "end");
  box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}

/**
 * Put a text where the cursor stands, as if it was typed; more than one paragraph stands apart from what is around it, and
 * notes come below all. Tells whether the browser cannot undo it.
 * @param {HTMLTextAreaElement} box
 * @param {string} text
 * @param {string} notes
 */
function insert(box, text, notes) {
  const { value, selectionStart: start } = box;
  let end = box.selectionEnd;
  const apart = text.includes("\n") || /^(?:#{2,6} |[-*>] |\d+[.)] )/.test(text);
  const before = apart ? space(value.slice(0, start), true) : "";
  let after = apart ? space(value.slice(end), false) : "";
  const cursor = start + before.length + text.length;
  if (notes) {
    const rest = after + value.slice(end).trimEnd();
    after = `${rest}\n\n${notes}\n`;
    end = value.length;
  }
  box.setSelectionRange(start, end);
  const whole = before + text + after;
  // The browser's own way, so that undoing brings back what was there.
  const own = whole.split("\n", LINES).length === LINES || !document.execCommand("insertText", false, whole);
  if (own) typeAll(box, whole, start, end);
  box.setSelectionRange(cursor, cursor);
  return own;
}

/**
 * The empty lines that are needed between paragraphs and the text around them.
 * @param {string} around
 * @param {boolean} above
 */
function space(around, above) {
  if (!around.trim()) return "";
  const [lines] = (above ? /\n*$/ : /^\n*/).exec(around) ?? [""];
  return "\n".repeat(Math.max(0, 2 - lines.length));
}
