// The form to write a text: what is typed is checked, shown, kept, and turned into a file to propose.

import { template } from "../../../parts/script/fill.js";
import { Saving } from "./saving.js";
import { Check } from "./check.js";
import { Submitting } from "./submit.js";
import { Judging, QUOTE } from "./judging.js";
import { makeList, makeVerhalen } from "./choices.js";
import { reader } from "./commonmark.js";
import { today } from "./day.js";
import { afterPress } from "./press.js";
import { Markup } from "./markup.js";
import { Pasting } from "./paste.js";
import { countUp, showError, showPreview, say } from "./screen.js";
import { addressOf, makeText } from "./text.js";
import { Fields, PART } from "./fields.js";
import { Prefill } from "./prefill.js";
import { PICTURES, Pictures, placed } from "./pictures.js";
import { Steps, unfold } from "./steps.js";
import { file, body } from "./yaml.js";

/** @typedef {import("./drafts.js").Fields} FilledIn */
/** @typedef {import("../../../outputs/scripts.d.ts").FormulierGegevens} FormulierGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").Inhoud} Content */

const WAIT = 200; // milliseconds after the last letter
/** @type {Record<string, readonly string[]>} */
const FOLLOWED = { title: ["adres"], plaats: ["regio"], speelde: ["periode"], toestemming: ["toestemming_kenmerk"] }; // what is judged by another field too

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} selector
 * @returns {T}
 */
const $ = (selector) => /** @type {T} */ (document.querySelector(selector));
/** @type {FormulierGegevens} */
const given = JSON.parse($("#rb-gegevens").textContent);
const data = { ...given, velden: Object.fromEntries(given.velden), parts: Object.fromEntries(given.delen) };
/** @type {HTMLFormElement} */
const form = $("#rb-schrijf");
const { wortel } = form.dataset;

/** @type {Readonly<Record<string, string>> | null} */
let verhalen = null; // the titles of the stories by their address, once they have come
/** @type {Readonly<Record<string, string>>} */
let taken = {};
/** @type {Promise<Readonly<Record<string, string>>> | undefined} */
let loaded;
/** @type {number | undefined} */
let next;

const text = makeText(data.patronen.verboden, data);
const fields = new Fields(form, data, text);
const markup = new Markup(data, () => verhalen);
const check = new Check(data, markup, today());
const judging = new Judging(fields, data, check, () => taken);
const pasting = new Pasting(form, fields, { email: markup.patronen.email, persoonlijk: data.persoonlijk });
const steps = new Steps(form, fields, (name) => judging.wrong(name));
const beforehand = new Prefill(fields, data, check);
const submitting = new Submitting(judging, () => ({ naam: fileName(), text: content(), begin: withoutText() }), form.dataset);
const saving = new Saving(data.formulier, data.formulieren, { read: raw, empty: isEmpty, show: putBack, begin, na: refresh });
const pictures = data.foto.length ? new Pictures(fields.holder(PICTURES), text.line) : null;
/** @type {Map<string, ReturnType<typeof makeList>>} */
const lists = new Map();
/** @type {Map<string, ReturnType<typeof makeVerhalen>>} */
const references = new Map();

start();

function start() {
  for (const [name, { soort }] of Object.entries(data.velden)) {
    const holder = fields.holder(name);
    if (soort === "verhaal") references.set(name, makeVerhalen(holder, template("optie"), name, fetchVerhalen, say));
    else if (holder.matches(".rb-keuzeveld")) lists.set(name, makeList(holder, template("optie-ook"), data.woorden[name] ?? {}, say));
  }
  form.noValidate = true; // the messages of the browser are in its own language, and it shows one at a time
  form.hidden = false;
  initial();
  saving.start();
  refresh();
  form.addEventListener("input", ({ target }) => changed(fields.nameOf(/** @type {HTMLInputElement} */ (target)), /** @type {HTMLInputElement} */ (target)));
  form.addEventListener("change", ({ target }) => afterPress(() => left(fields.nameOf(/** @type {HTMLInputElement} */ (target)), /** @type {HTMLInputElement} */ (target))));
  form.addEventListener("paste", paste);
  form.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("button");
    if (button) act(button.dataset);
    if (button && "verder" in button.dataset) steps.next(button);
  });
  form.addEventListener("keydown", (key) => {
    if (key.key === "Enter" && /** @type {Element} */ (key.target).matches("input")) key.preventDefault(); // only the button sends
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    refresh();
    saving.save();
    submitting.submit(go);
  });
}

/** @param {DOMStringMap} button */
function act(button) {
  if ("kopieer" in button || "download" in button) refresh();
  if ("kopieer" in button) submitting.copy();
  if ("download" in button) submitting.download();
  if ("wis" in button) saving.askWipe();
  if ("antwoord" in button) /** @type {HTMLDialogElement} */ ($("#rb-wissen")).close();
  if (button.antwoord === "ja") wipe();
}

/** An empty form, with its first step open. */
function begin() {
  initial();
  steps.first();
}

/** An empty form. */
function initial() {
  form.reset();
  for (const [name, { soort }] of Object.entries(data.velden)) {
    if (soort !== "date") continue;
    Object.assign(fields.elements(name)[0], { min: data.oudste, max: today(), value: today() });
  }
  for (const list of [...lists.values(), ...references.values()]) list.wipe();
  /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[type=hidden]")).forEach((box) => { box.value = ""; }); // a reset leaves those
  pictures?.show();
  beforehand.initial();
  judging.touched.clear();
  for (const name of fields.names) showError(fields, name, "");
  for (const message of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#rb-teruggezet, #rb-fouten, #rb-verstuurd, #rb-te-lang"))) message.hidden = true;
  $("#rb-gedaan").textContent = "";
}

/**
 * Show a draft: what its fields hold, as far as they are still there.
 * @param {FilledIn} parsed
 */
function putBack(parsed) {
  for (const name of fields.names) {
    if (!Object.hasOwn(parsed, name)) continue;
    if (references.has(name)) references.get(name)?.put([parsed[name]].flat().map(String));
    else fields.put(name, parsed[name]);
  }
  beforehand.remember();
  pictures?.show();
  steps.reveal();
  if (fields.raw("title")) fetchVerhalen().catch(() => {});
}

function wipe() {
  clearTimeout(next);
  const done = saving.wipe();
  begin();
  refresh();
  window.scrollTo(0, 0);
  fields.elements("title")[0].focus({ preventScroll: true });
  say(done);
}

/**
 * Something in a field has changed.
 * @param {string} name
 * @param {HTMLInputElement} element
 */
function changed(name, element) {
  if (!name) return;
  if (name === "title" && beforehand.address()) judging.touched.add("adres");
  if (name === "title") fetchVerhalen().catch(() => {});
  if (data.velden.plaats && ["plaats", "regio"].includes(name)) beforehand.regioOfPlaats();
  if (name === "ruimtes") beforehand.oneOrAll(element);
  countUp(fields, name, check, true);
  judging.judge(name);
  for (const follower of FOLLOWED[name] ?? (name.startsWith(PART) ? [QUOTE] : [])) if (data.velden[follower] || follower === "adres") judgeFollower(follower);
  saving.type();
  clearTimeout(next);
  next = setTimeout(() => {
    refresh();
    saving.save();
  }, WAIT);
}

/**
 * Judge a field that another one decides about; what must be mended in it, may not stay folded away.
 * @param {string} name
 */
function judgeFollower(name) {
  const error = judging.judge(name);
  const fold = /** @type {HTMLDetailsElement | null} */ (fields.holder(name).closest(".rb-vouw"));
  if (error && fold) fold.open = true;
}

/**
 * A field is left: what is wrong in it may be said now, but not that it is still empty.
 * @param {string} name
 * @param {HTMLInputElement} element
 */
function left(name, element) {
  if (!name) return;
  if (name === "adres" && !/** @type {string} */ (fields.raw("adres")).trim()) beforehand.address(true);
  if (/** @type {string | string[]} */ (fields.raw(name)).length) judging.touched.add(name);
  changed(name, element);
}

/**
 * In the text itself its shape comes along; in a field of one line a browser would glue the lines that are pasted together.
 * @param {ClipboardEvent} event
 */
function paste(event) {
  if (pasting.paste(event)) return;
  const pasted = event.clipboardData?.getData("text/plain") ?? "";
  const box = /** @type {HTMLInputElement} */ (event.target);
  if (!box.matches("input[type=text]") || !/[\r\n]/.test(pasted)) return;
  event.preventDefault();
  box.setRangeText(text.line(pasted), box.selectionStart ?? 0, box.selectionEnd ?? 0, "end");
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/**
 * The titles of the stories, asked for once; a failure may be tried again.
 * @returns {Promise<Readonly<Record<string, string>>>}
 */
function fetchVerhalen() {
  loaded ??= fetch(`${wortel}/inhoud.json`)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then((/** @type {Content} */ parsed) => {
      verhalen = parsed.verhalen;
      const former = Object.fromEntries((parsed.eerder ?? []).map((slug) => [slug, ""]));
      taken = parsed.andere?.[data.formulier] ?? { ...former, ...verhalen };
      judging.judge("adres");
      return parsed.verhalen;
    })
    .catch((error) => {
      loaded = undefined;
      throw error;
    });
  return loaded;
}

/**
 * Bring a field into sight and give it the focus.
 * @param {string} name
 */
function go(name) {
  const holder = fields.holder(name);
  lists.get(name)?.wipe();
  unfold(holder);
  if (name === PICTURES) return pictures?.focus();
  const elements = fields.elements(name);
  const target = elements.find((element) => element.checked) ?? elements[0] ?? holder.querySelector("input");
  target.focus();
  holder.scrollIntoView({ block: "start" });
}

/** The file; its pictures stand in the folder of its name, beside it. */
function content() {
  const texts = Object.entries(fields.texts()).map(([name, text]) => [name, placed(text, photo().pictures, fileStem())]);
  return file(data.velden, fields.values(), data.parts, Object.fromEntries(texts), photo());
}

function photo() {
  return { fields: data.foto, pictures: fields.pictures() };
}

/** The file with all fields, and for its text a line that says how the rest comes there: the check refuses that one. */
function withoutText() {
  const [first] = Object.keys(data.parts);
  const line = `${data.invullen} Hier komt je tekst. Klik in dit vak, kies alles met Ctrl+A en plak met Ctrl+V (op een Mac Cmd+A en Cmd+V).`;
  return file(data.velden, fields.values(), { [first]: "" }, { [first]: line }, photo());
}

function fileStem() {
  const address = fields.value("adres");
  return check.whole.adres.test(address) ? address : addressOf(fields.value("title"), data.naamloos);
}

function fileName() {
  return `${fileStem()}.md`;
}

/** Show what there is now: the preview, the file, and how far somebody is. */
function refresh() {
  clearTimeout(next);
  const values = fields.values();
  for (const name of fields.names) {
    countUp(fields, name, check);
    judging.judge(name, values);
  }
  steps.show();
  showFolder(fields.pictures().length ? `${data.map}/${fileStem()}` : "");
  const written = body(data.parts, fields.texts());
  if (written) readAlong();
  showPreview(values, written);
  /** @type {HTMLTextAreaElement} */ ($("#rb-inhoud-bestand")).value = content();
  $("#rb-bestandsnaam").textContent = `${data.map}/${fileName()}`;
}

/** From when there is a text, it is also judged by how it will be shown; who reads it for that must come first. */
async function readAlong() {
  if (check.judge.read) return;
  const read = await reader().catch(() => null); // without it, the check tells it later
  if (!read || check.judge.read) return;
  check.judge.read = read;
  for (const name of fields.names) judging.judge(name);
}

/**
 * Say where the pictures go, or nothing where there are none.
 * @param {string} folder
 */
function showFolder(folder) {
  for (const spot of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-met-fotos]"))) spot.hidden = !folder;
  for (const spot of form.querySelectorAll("[data-map-fotos]")) spot.textContent = folder;
}

/** What the fields hold, as it was typed. */
function raw() {
  return Object.fromEntries(fields.names.map((name) => [name, fields.raw(name)]));
}

/**
 * Whether nothing was typed or chosen: a date that the form filled in is nothing.
 * @param {FilledIn} what
 */
function isEmpty(what) {
  return !Object.entries(what).some(([name, value]) => data.velden[name]?.soort !== "date" && (typeof value === "boolean" ? value : value.length > 0));
}
