// What the page says while somebody fills in: messages, counters, the list of what is wrong, and the preview.

import { fill, template } from "../../../parts/script/fill.js";
import { length } from "./text.js";
import { body } from "./yaml.js";
import { asNodes } from "./preview.js";

/** @typedef {import("./fields.js").Fields} Fields */
/** @typedef {import("./fields.js").Values} Values */
/** @typedef {import("../../../outputs/scripts.d.ts").Grenzen} Limits */

const SILENT = 900; // milliseconds without a letter before a number is spoken
const ALMOST = 20; // characters from the limit at which it is
const NAMED = 3; // choices that are named beside a folded field
const SHORT = 5; // up to so many characters everybody writes, and nothing need be said

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} selector
 * @returns {T}
 */
const $ = (selector) => /** @type {T} */ (document.querySelector(selector));
/** @type {number | undefined} */
let speaks;
let shown = ""; // the text in the preview

/**
 * Speak a sentence to who cannot see the page.
 * @param {string} text
 */
export function say(text) {
  $("#rb-status").textContent = text;
}

/**
 * Show what is wrong with a field, or that nothing is.
 * @param {Fields} fields
 * @param {string} name
 * @param {string} error
 */
export function showError(fields, name, error) {
  const holder = fields.holder(name);
  const spot = /** @type {HTMLElement} */ (holder.querySelector(".rb-veld__fout"));
  spot.hidden = !error;
  spot.textContent = error;
  holder.classList.toggle("rb-veld--fout", Boolean(error));
  for (const element of fields.elements(name)) {
    if (error) element.setAttribute("aria-invalid", "true");
    else element.removeAttribute("aria-invalid");
  }
}

/**
 * Say below the help of a field that it has been filled in, and why.
 * @param {Fields} fields
 * @param {string} name
 * @param {string} text
 */
export function showMessage(fields, name, text) {
  const holder = fields.holder(name);
  holder.querySelector(".rb-veld__melding")?.remove();
  if (!text) return;
  holder.querySelector(".rb-veld__hulp")?.after(fill(template("veldmelding"), { tekst: text }));
  say(text);
}

/**
 * List what is wrong, each with a link to its field, and move there.
 * @param {readonly import("./judging.js").Fault[]} errors
 * @param {(name: string) => void} go
 */
export function showErrors(errors, go) {
  const spot = $("#rb-fouten");
  spot.hidden = !errors.length;
  if (!errors.length) return;
  $("#rb-fouten-aantal").textContent = errors.length === 1 ? "één ding" : `${errors.length} dingen`;
  /** @type {Element} */ (spot.querySelector("ul")).replaceChildren(
    ...errors.map(({ naam, label, error }) => {
      const line = fill(template("fout"), { label, fout: error });
      /** @type {Element} */ (line.querySelector("a")).addEventListener("click", (event) => {
        event.preventDefault();
        go(naam);
      });
      return line;
    }),
  );
  spot.focus();
}

/**
 * Say how much has been filled in below a field; near a limit also aloud, when the typing stops. Of a text of which the
 * length is limited, each part shows how long the whole of it is.
 * @param {Fields} fields
 * @param {string} name
 * @param {import("./check.js").Check} check
 */
export function countUp(fields, name, check, audible = false) {
  const counter = document.getElementById(`teller-${name}`);
  const spec = fields.data.velden[name];
  if (!counter) return state(fields, name);
  const value = fields.value(name);
  const { text, urgent } = spec ? counted(spec, value) : whole(check.measured(body(fields.data.parts, fields.texts())), value);
  counter.textContent = text;
  if (audible) clearTimeout(speaks);
  if (audible && urgent) speaks = setTimeout(() => say(text), SILENT);
  state(fields, name);
}

/**
 * @param {ReturnType<import("./check.js").Check["measured"]>} measured
 * @param {string} part
 */
function whole({ shown, error }, part) {
  return { text: shown || words(part), urgent: Boolean(error) };
}

/** @param {string} text */
function words(text) {
  const count = text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  return count ? `${count} ${count === 1 ? "woord" : "woorden"}` : "";
}

/**
 * @param {Limits} limits
 * @param {any} value a text, or a list of them where the field has more (`Fields.value`)
 */
function counted({ soort, veel, minimum, maximum, minste, meeste }, value) {
  if (soort !== "text") return { text: "", urgent: false };
  if (veel) return { text: value.length ? `${value.length} van ${minste === meeste ? "" : "hooguit "}${meeste}` : "", urgent: meeste !== null && value.length >= meeste };
  const characters = length(value);
  if (!characters) return { text: minimum !== null && minimum > SHORT ? `${minimum} tot en met ${maximum} tekens` : "", urgent: false };
  const [still, left] = [(minimum ?? 0) - characters, (maximum ?? Infinity) - characters];
  /** @param {number} count */
  const draw = (count) => (count === 1 ? "1 teken" : `${count} tekens`);
  if (left < 0) return { text: `${draw(-left)} te veel`, urgent: true };
  if (still > 0) return { text: `Nog minstens ${draw(still)}`, urgent: true };
  return { text: `${characters} van hooguit ${maximum} tekens`, urgent: left < ALMOST };
}

/**
 * Say beside a folded field what is in it.
 * @param {Fields} fields
 * @param {string} name
 */
function state(fields, name) {
  const spot = fields.holder(name)?.closest(".rb-vouw")?.querySelector(".rb-vouw__stand");
  if (!spot) return;
  const value = fields.value(name);
  const chosen = fields.elements(name).filter(({ checked, value }) => checked && value).map(({ labels }) => labels?.[0]?.textContent ?? "");
  const named = chosen.slice(0, NAMED).join(", ") + (chosen.length > NAMED ? ` en nog ${chosen.length - NAMED}` : "");
  spot.textContent = value === true ? "ja" : value.length ? named || "ingevuld" : "";
}

/**
 * Put a text in the preview; where it is empty, what stood there at first: what will come there.
 * @param {string} selector
 * @param {string} text
 */
function preview(selector, text) {
  const spot = $(selector);
  spot.dataset.leeg ??= spot.textContent;
  spot.textContent = text || spot.dataset.leeg;
}

/**
 * Put the text in the preview; what comes when it has changed already is passed over.
 * @param {string} text
 */
async function showText(text) {
  if (text === shown) return;
  shown = text;
  const nodes = await asNodes(text);
  if (text === shown) $(".rb-voorbeeld__tekst").replaceChildren(...nodes);
}

/**
 * Draw the preview.
 * @param {Values} values
 * @param {string} text
 */
export function showPreview(values, text) {
  preview("#rb-voorbeeld-titel", values.title);
  const duur = values.duur && `${values.duur} minuten`;
  const groep = values.groep && `${values.groep} mensen`;
  $(".rb-voorbeeld__waar").textContent = [values.plaats, duur, groep].filter(Boolean).join(" · ");
  preview(".rb-voorbeeld__samenvatting", values.samenvatting);
  showText(text);
  const all = values.ruimtes.includes("alle");
  for (const cell of /** @type {NodeListOf<SVGElement>} */ (document.querySelectorAll(".rb-voorbeeld [data-ruimte]"))) {
    const full = all || values.ruimtes.includes(cell.dataset.ruimte);
    cell.classList.toggle("vol", full);
    cell.classList.toggle("leeg", !full);
  }
}
