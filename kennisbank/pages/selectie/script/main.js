// "Mijn selectie": what was kept, or what an address shares, to put in order, to note, to share and to print.

import { eerder } from "../../../parts/script/address.js";
import { dayName, download, readFile } from "../../../parts/script/file.js";
import { addressOf, fetchText } from "../../../parts/script/beside.js";
import { ownStore } from "../../../parts/script/store.js";
import { APART, MOST, NOT_SAVED, KINDS, onChange, validated, read, text, change, same } from "../../../parts/bewaren/script/kept.js";
import { fill, template } from "../../../parts/script/fill.js";
import { qr } from "../../../parts/script/qr.js";
import { lists, toAddress, fits, fromAddress } from "./address.js";
import { makeBundel, propose } from "./bundel.js";
import { List, nameOf, key } from "./list.js";
import { KIND, VERSION, asFile, summary, addTo } from "./exchange.js";
import { SENTENCES, choose, leave, setNotitie } from "./note.js";
import { Undo } from "./undo.js";
import { makeCover } from "../../../parts/vel/script/cover.js";
import { counted, sheets } from "../../../parts/knipvel/script/sheets.js";
import { makeSheet, makeWhole, questionsOf } from "../../../parts/vel/script/sheet.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {import("../../../parts/bewaren/script/kept.js").Selectie} Selectie */
/** @typedef {import("./list.js").Page} Page */
/** @typedef {import("../../../parts/script/beside.js").Answer} Answer */
/** @typedef {import("../../../parts/script/beside.js").Found} Found */

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} selector
 * @returns {T}
 */
const $ = (selector) => /** @type {T} */ (document.querySelector(selector));
const box = $("#rb-selectie");
const root = new URL(`${box.dataset.wortel}/`, location.href).href;
/** @type {import("../../../outputs/scripts.d.ts").SelectieGegevens} */
const data = JSON.parse($("#rb-gegevens").textContent);
/** @type {HTMLInputElement} */
const nameField = $("#rb-naam");
/** @type {Map<string, Answer | { state: "bezig", address: string }>} */
const pages = new Map(); // what the site says of each item, by its key
const act = { move, remove, note, choose: onNotitie(choose), leave: onNotitie(leave), vanished };
const templates = { row: template("gekozen"), head: template("gekozen-kop"), other: template("andere-notitie") };
const list = Object.fromEntries(KINDS.map((soort) => [soort, new List($(`#rb-lijst-${soort}`), templates, act)]));

const back = new Undo($("#rb-terug"), { save, say, focus: (item) => list[item.soort].focus(item, "remove") });

/** @type {Selectie | null} */
let shared; // the selection of the address, or null: then the reader's own is shown
/** @type {Selectie} */
let state; // what is shown
let selfRemoving = false; // it is this page that takes something out

start();

function start() {
  const parsed = fromAddress(location.search, eerder());
  shared = parsed.shared;
  report(parsed.messages);
  box.hidden = false;
  box.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("button[data-doe]"));
    if (button) buttons[button.dataset.doe ?? ""](button);
  });
  nameField.maxLength = MOST.naam;
  nameField.addEventListener("input", () => {
    if (!shared) {
      const error = change((now) => (now.naam = nameField.value));
      sayAt("#rb-naam-gezegd", error && NOT_SAVED[error]);
    }
    state.naam = nameField.value;
    showSharing();
  });
  $("#rb-met-notities").addEventListener("change", showSharing);
  $("#rb-bundel").addEventListener("submit", (event) => {
    event.preventDefault();
    buttons.voorstel(box);
  });
  addEventListener("beforeprint", makeBooklet);
  $("#rb-inlezen").addEventListener("change", readIn);
  onChange(() => {
    if (shared) return;
    for (const soort of KINDS) list[soort].save();
    show();
  });
  show();
}

/** @type {Record<string, (button: HTMLElement) => unknown>} */
const buttons = {
  voegtoe: () => takeOver((now) => now.items.push(.../** @type {Selectie} */ (shared).items.filter(({ soort, slug }) => !now.items.some(same(soort, slug))))),
  vervang: () => (read().items.length === 0 ? takeOver(replaceBy) : /** @type {HTMLDialogElement} */ ($("#rb-vervangen")).showModal()),
  eigen: () => toOwn("Dit is je eigen selectie."),
  druk: () => print(),
  kopieer: copy,
  wis: () => /** @type {HTMLDialogElement} */ ($("#rb-wissen")).showModal(),
  /** @param {HTMLElement} button */
  nee: (button) => button.closest("dialog")?.close(),
  /** @param {HTMLElement} button */
  wisja(button) {
    button.closest("dialog")?.close();
    selfRemoving = true;
    const succeeded = save((now) => Object.assign(now, validated(null)));
    selfRemoving = false;
    if (!succeeded) return;
    ownStore.gone(APART);
    back.offer([], "Je selectie is gewist.");
    $("#rb-leeg a").focus();
  },
  /** @param {HTMLElement} button */
  vervangja(button) {
    button.closest("dialog")?.close();
    takeOver(replaceBy);
  },
  terug: () => back.put(),
  bestand() {
    const name = dayName(KIND);
    download(name, asFile(state), "application/json");
    sayAt("#rb-bestand-gezegd", `Het bestand ${name} is gedownload.`);
  },
  inlezen: () => $("#rb-inlezen").click(),
  voorstel() {
    const spot = $("#rb-bundel").dataset;
    if (!spot.nieuw) return buttons.download(box); // there is no place to propose it
    const bundel = makeBundel(data, chosen(), filledIn());
    if (propose(spot, bundel)) return sayAt("#rb-bundel-gezegd", "Je voorstel opent in een nieuw tabblad. Opende er niets? Download dan het bestand.");
    download(bundel.naam, bundel.text);
    sayAt("#rb-bundel-gezegd", "De vraag is te lang om in één klik mee te geven. Het bestand is gedownload. Open het, kopieer alles en plak het in een nieuw bestand op de bewaarplaats.");
  },
  download() {
    const bundel = makeBundel(data, chosen(), filledIn());
    download(bundel.naam, bundel.text);
    sayAt("#rb-bundel-gezegd", `${bundel.naam} is gedownload.`);
  },
};

/** @param {Selectie} now */
function replaceBy(now) {
  Object.assign(now, shared);
}

/**
 * Make the shared selection one's own, and show that.
 * @param {(now: Selectie) => void} how
 */
function takeOver(how) {
  const before = read().items.length;
  let left = 0;
  const succeeded = save((now) => {
    how(now);
    // The titles are known by now; those of an address are not.
    for (const item of now.items) item.titel ||= titleOf(pages.get(key(item))) ?? "";
    left = Math.max(0, now.items.length - MOST.items);
  });
  if (!succeeded) return;
  const added = read().items.length - before;
  const full = left ? ` ${left} ${left === 1 ? "paste" : "pasten"} er niet meer bij: er passen ${MOST.items} in.` : "";
  toOwn(how === replaceBy ? `Je selectie is vervangen.${full}` : `${added} erbij in je selectie.${full}`);
}

/** @param {string} message */
function toOwn(message) {
  shared = null;
  history.replaceState(null, "", location.pathname);
  report([]);
  show();
  say(message);
  $("#rb-inhoud h1").focus();
}

/**
 * Change what is kept, and say so when that fails.
 * @param {(now: Selectie) => void} how
 */
function save(how) {
  const error = change(how);
  if (error) say(NOT_SAVED[error]);
  return !error;
}

/**
 * @param {Item} item
 * @param {number} step
 */
function move(item, step) {
  /** @param {Selectie} now */
  const op = (now) => now.items.findIndex(same(item.soort, item.slug));
  const succeeded = save((now) => {
    // Over the nearest of its own kind that stands that way.
    let to = op(now) + step;
    while (now.items[to] && now.items[to].soort !== item.soort) to += step;
    if (op(now) < 0 || !now.items[to]) return;
    now.items.splice(to, 0, ...now.items.splice(op(now), 1));
  });
  if (!succeeded) return;
  const row = state.items.filter(({ soort }) => soort === item.soort);
  list[item.soort].focus(item, step < 0 ? "up" : "down");
  say(`${nameOf(item, pages.get(key(item)))} staat nu op plaats ${row.findIndex(same(item.soort, item.slug)) + 1} van ${row.length}.`);
}

/** @param {Item} item */
function remove(item) {
  const row = state.items.filter(({ soort }) => soort === item.soort);
  const place = row.findIndex(same(item.soort, item.slug));
  /** @type {Partial<Item> & { place: number }} */
  let self = { place: -1 };
  selfRemoving = true;
  const succeeded = save((now) => {
    self = { ...now.items.find(same(item.soort, item.slug)), place: now.items.findIndex(same(item.soort, item.slug)) };
    now.items = now.items.filter((other) => !same(item.soort, item.slug)(other));
  });
  selfRemoving = false;
  if (!succeeded) return;
  back.offer(self.slug ? [/** @type {Item & { place: number }} */ (self)] : [], `${nameOf(item, pages.get(key(item)))} is uit je selectie.`);
  const next = row[place + 1] ?? row[place - 1];
  if (next) list[item.soort].focus(next, "remove");
  else (state.items.length ? $("#rb-inhoud h1") : $("#rb-leeg a")).focus();
}

/**
 * Keep a note. What it replaces is what stood there when somebody began to type, and nothing else.
 * @param {Item} item
 * @param {string} notitie
 * @param {string} base
 */
function note(item, notitie, base) {
  /** @type {keyof typeof SENTENCES} */
  let how = "vol";
  const error = change((now) => (how = setNotitie(now, item, notitie, base)));
  if (error) return { succeeded: false, sentence: `${NOT_SAVED[error]} Je notitie staat alleen hier op het scherm.` };
  return { succeeded: how !== "vol", sentence: SENTENCES[how] };
}

/**
 * Do something with another version of the note of an item.
 * @param {(self: Item, other: string) => void} what
 */
function onNotitie(what) {
  return (/** @type {Item} */ item, /** @type {string} */ other) => save((now) => {
    const self = now.items.find(same(item.soort, item.slug));
    if (self) what(self, other);
  });
}

/**
 * Items with a note that was typed here were taken out by another tab.
 * @param {Item[]} items
 */
function vanished(items) {
  if (selfRemoving || shared) return;
  const names = items.map((item) => nameOf(item, pages.get(key(item)))).join(", ");
  back.offer(items, `In een ander tabblad uit je selectie gehaald, met de notitie die je hier schreef: ${names}.`);
}

/**
 * Add what a file has that somebody chose.
 * @param {Event} event
 */
async function readIn({ target }) {
  const box = /** @type {HTMLInputElement} */ (target);
  const [file] = box.files ?? [];
  if (!file) return;
  const { parsed, error } = await readFile(file, KIND, VERSION);
  box.value = "";
  if (!parsed) return say(error);
  let sentence = "";
  if (save((now) => (sentence = summary(addTo(now, parsed))))) say(sentence);
  $("#rb-inhoud h1").focus();
}

/** Show what is kept, or what is shared. */
function show() {
  state = shared ? structuredClone(shared) : read();
  showRows();
  const empty = !KINDS.some((soort) => list[soort].rows.size);
  $("#rb-leeg").hidden = !empty;
  $("#rb-leeg-hoe").hidden = !ownStore.open();
  $("#rb-leeg-dicht").hidden = ownStore.open();
  $("#rb-gevuld").hidden = empty;
  $("#rb-gedeeld").hidden = !shared;
  $("#rb-heeft").hidden = !shared || read().items.length === 0;
  $("#rb-alleen-eigen").hidden = Boolean(shared);
  document.body.classList.toggle("rb-boekje-vol", !empty);
  if (!$("#rb-naam-gezegd").textContent && nameField.value !== state.naam) nameField.value = state.naam; // not what could not be kept
  showSharing();
  for (const item of state.items) if (!pages.has(key(item))) load(item);
}

function showRows() {
  $("#rb-uitdelen").hidden = !state.items.some(({ soort }) => soort === "werkvorm");
  for (const soort of KINDS) {
    const items = state.items.filter((item) => item.soort === soort);
    list[soort].show(items, pages, !shared);
    $(`#rb-deel-${soort}`).hidden = !list[soort].rows.size;
  }
}

/**
 * Read the page of an item: it has the title as it is now, or is not there any more.
 * @param {Item} item
 */
async function load(item) {
  pages.set(key(item), { state: "bezig", address: addressOf(root, item.soort, item.slug) });
  box.setAttribute("aria-busy", "true");
  const page = await fetchText(root, item.soort, item.slug);
  pages.set(key(item), page);
  // A title that was withdrawn does not stay behind in a browser.
  const fresh = page.state === "weg" ? "" : titleOf(page);
  if (fresh !== undefined && fresh !== item.titel && !shared) {
    change((now) => {
      for (const self of now.items.filter(same(item.soort, item.slug))) self.titel = fresh;
    });
  }
  showRows();
  showSharing();
  if (![...pages.values()].some(({ state: how }) => how === "bezig")) ready();
}

/**
 * The title that the site gives, where it gives one.
 * @param {Page | undefined} page
 */
function titleOf(page) {
  return page && "titel" in page ? page.titel : undefined;
}

function ready() {
  box.removeAttribute("aria-busy");
  const missed = state.items.filter((item) => pages.get(key(item))?.state === "onbekend").length;
  if (missed) say("Niet alles kon worden opgehaald. Heb je verbinding? Laad de pagina opnieuw.");
}

/** The items that are on the site, each with its page. */
function chosen() {
  return state.items.flatMap((item) => {
    const page = pages.get(key(item));
    return page && "slug" in page ? [/** @type {[Item, Found]} */ ([item, page])] : [];
  });
}

/** What can be given to others: all but what is known to be gone. */
function toShare() {
  return { naam: state.naam, items: state.items.filter((item) => pages.get(key(item))?.state !== "weg") };
}

/** @param {boolean} withNotes */
function fullAddress(withNotes) {
  return new URL(location.pathname + toAddress(toShare(), withNotes), location.href).href;
}

function showSharing() {
  const { items } = toShare();
  const withNotes = /** @type {HTMLInputElement} */ ($("#rb-met-notities")).checked;
  const can = items.length > 0 && fits(new URL(fullAddress(withNotes)).search);
  const address = can ? fullAddress(withNotes) : "";
  const code = can ? qr(address, "QR-code naar deze selectie") : null;
  $("#rb-kies-notities").hidden = !items.some(({ notitie }) => notitie);
  /** @type {HTMLInputElement} */ ($("#rb-adres")).value = address;
  $("#rb-qr").replaceChildren(...(code ? [code] : []));
  sayAt("#rb-delen-gezegd", !can && items.length ? "Met de notities erbij is het adres te lang. Deel zonder notities." : can && !code ? "Het adres is te lang voor een QR-code; kopiëren kan wel." : "");
  /** @type {HTMLAnchorElement} */ ($("#rb-sessie")).href = `${root}sessie/?v=1${lists(items)}`;
  const still = /** @type {const} */ (["verhaal", "werkvorm"]).filter((soort) => items.filter((item) => item.soort === soort).length < 2);
  showCode(can);
  $("#rb-bundel-nog").textContent = still.length ? `Bij een vraag horen minstens twee ${still.map((soort) => ({ verhaal: "verhalen", werkvorm: "werkvormen" })[soort]).join(" en twee ")}. Bewaar er nog een paar, of vul ze straks aan.` : "";
}

/**
 * What somebody pastes on a site of their own; nowhere while this site has no address.
 * @param {boolean} can
 */
function showCode(can) {
  const field = document.querySelector("#rb-insluitcode");
  if (!(field instanceof HTMLTextAreaElement)) return;
  const query = toAddress(toShare());
  const titel = text(state.naam, MOST.naam).trim() || "Een selectie";
  const [kader, lijst] = ["insluiten/selectie/", "selectie/"].map((page) => `${root}${page}${query}`);
  const slots = Object.entries({ titel, kader, lijst });
  field.value = can ? slots.reduce((code, [slot, words]) => code.replaceAll(`{${slot}}`, () => marked(words)), field.dataset.code ?? "") : "";
}

/**
 * Words as they stand in HTML: what somebody typed is no code.
 * @param {string} words
 */
function marked(words) {
  return words.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
}

async function copy() {
  /** @type {HTMLInputElement} */
  const input = $("#rb-adres");
  try {
    await navigator.clipboard.writeText(input.value);
    sayAt("#rb-delen-gezegd", "Het adres is gekopieerd.");
  } catch {
    input.focus();
    input.select();
    sayAt("#rb-delen-gezegd", "Kopieer het adres zelf: het is geselecteerd.");
  }
}

function filledIn() {
  return Object.fromEntries(new FormData($("#rb-bundel")));
}

/** The booklet: a cover with what is in it, and sheets for each. It is made when it is printed. */
function makeBooklet() {
  const all = state.items.filter((item) => pages.get(key(item))?.state !== "weg");
  const names = (/** @type {Item["soort"]} */ soort) => all.filter((item) => item.soort === soort).map((item) => nameOf(item, pages.get(key(item))));
  const code = qr(fullAddress(false), "QR-code naar deze selectie");
  const cover = makeCover(text(state.naam, MOST.naam).trim() || "Onze selectie", { verhalen: names("verhaal"), werkvormen: names("werkvorm"), voorbeelden: names("voorbeeld") }, code);
  $("#rb-boekje").replaceChildren(cover, ...KINDS.flatMap((soort) => all.filter((item) => item.soort === soort)).flatMap(sheetsFor));
}

/**
 * The sheets of one item: a story is whole, and with a werkvorm comes what is handed out to so many people.
 * @param {Item} item
 */
function sheetsFor(item) {
  const { notitie } = item;
  const parsed = pages.get(key(item));
  if (!parsed || !("slug" in parsed)) return [makeSheet(item.soort, { titel: nameOf(item), address: addressOf(root, item.soort, item.slug) }, { notitie })];
  const vragen = questionsOf(parsed, data.ruimtes);
  if (parsed.soort === "verhaal") return [makeWhole(parsed, { vragen, notitie })];
  if (parsed.soort !== "werkvorm") return [makeSheet(item.soort, parsed, { vragen, notitie })];
  const mensen = people();
  if (!mensen) return [makeSheet(item.soort, parsed, { notitie })];
  const uitreiken = parsed.uitreiken.map((thing) => counted(thing, parsed, mensen));
  return [makeSheet(item.soort, parsed, { notitie, uitreiken, mensen }), ...sheets(parsed, mensen).map((sheet) => fill(template("knipvel"), sheet))];
}

/** For how many people the booklet has what is handed out; 0 for none. */
function people() {
  /** @type {HTMLInputElement} */
  const field = $("#rb-mensen");
  return /** @type {HTMLInputElement} */ ($("#rb-met-uitdelen")).checked && field.checkValidity() ? field.valueAsNumber : 0;
}

/**
 * Sentences that stay on the page.
 * @param {readonly string[]} sentences
 */
function report(sentences) {
  $("#rb-melding").hidden = !sentences.length;
  $("#rb-melding").replaceChildren(...sentences.map((sentence) => fill(template("zin"), { zin: sentence })));
}

/** @param {string} sentence */
function say(sentence) {
  sayAt("#rb-gezegd", sentence);
}

/**
 * @param {string} spot
 * @param {string} sentence
 */
function sayAt(spot, sentence) {
  $(spot).textContent = sentence;
}
