// The finder. The address says what is searched for; what the reader does changes the address, and the page follows.

import { current, eerder } from "../../../parts/script/address.js";
import { fill } from "../../../parts/script/fill.js";
import { shape } from "../../../parts/glyph/script/glyph.js";
import { makeSearcher } from "./engine.js";
import { Form, verhalen } from "./form.js";
import { enumeration } from "./excerpt.js";
import { elsewhere, verhaal } from "./results.js";
import { PER_TIME, swapped, isEmpty, toAddress, fromAddress } from "./state.js";
import { words } from "./words.js";

/** @typedef {import("./state.js").SearchState} SearchState */
/** @typedef {import("./engine.js").Found} Found */
/** @typedef {import("./engine.js").Attempt} Attempt */
/** @typedef {import("./rank.js").Ranked} Ranked */
/** @typedef {import("../../../outputs/scripts.d.ts").Woordenboek} Book */
/** @typedef {{ spot?: number, focus?: string | number, silent?: boolean }} How */

const WAIT = 250; // milliseconds after the last letter
const SAID = 3; // other words that are named for one that was typed
/** @type {Readonly<Record<string, string>>} */
const KINDS = { voorbeeld: "voorbeelden", werkvorm: "werkvormen", vraag: "vragen", ruimte: "ruimtes", waarde: "kenmerken", uitleg: "uitleg", begrip: "uitleg van een woord" };

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} selector
 * @returns {T}
 */
const $ = (selector) => /** @type {T} */ (document.querySelector(selector));
const page = $(".rb-zoek");
const root = new URL(`${page.dataset.wortel}/`, location.href).href;
const box = $("#rb-zoek");
/** @type {HTMLInputElement} */
const input = $("#rb-tekst");
/** @type {HTMLSelectElement} */
const order = $("#rb-volgorde");
const tally = $(".rb-zoek__telling");
const message = $(".rb-zoek__melding");
const nothing = $(".rb-zoek__niets");
const above = $(".rb-zoek__boven");
const list = $(".rb-vondsten");
const near = $(".rb-zoek__nabij");
const more = $(".rb-zoek__meer");
const button = $(".rb-zoek__open");
const ready = $(".rb-zoek__klaar");
const chosen = $(".rb-zoek__gekozen");
const ook = $(".rb-zoek__elders");
const nameOfSite = document.title.split(" – ").at(-1);
/** @param {string} name */
const template = (name) => /** @type {HTMLTemplateElement} */ ($(`#rb-sjabloon-${name}`));

/** @type {import("../../../outputs/scripts.d.ts").ZoekGegevens} */
const { cellen } = JSON.parse($("#rb-gegevens").textContent);
const form = new Form($("#rb-facetten"), template("keuze"), swap, complete);
/** @type {Awaited<ReturnType<typeof makeSearcher>>} */
let searcher;
let round = 0;
/** @type {number | undefined} */
let typing; // set while somebody types: one burst is one step back
/** @type {boolean} */
let odd; // whether the address named a value that is not here
let shown = false; // whether the page has shown an answer
/** @type {SearchState} */
let state = read();

start();

async function start() {
  box.hidden = false;
  $(".rb-zoek__overslaan").hidden = false;
  $(".rb-zoek__gevonden").hidden = false;
  button.hidden = ready.hidden = false;
  page.classList.add("rb-zoek--werkt");
  busy(true);
  // On a phone the choices would hide what was found; on a wide screen they stand beside it.
  form.showChosen(state);
  input.value = state.text;
  tally.textContent = "Bezig met laden …";
  try {
    searcher = await makeSearcher(root, [...form.facets.keys()]);
    await show({ spot: history.state?.spot });
  } catch {
    failed();
  }
}

function read() {
  const asked = current(location.search, Object.fromEntries([...form.facets.keys()].map((name) => [name, name])), eerder());
  odd = [...new URLSearchParams(asked)].some(([name, value]) => form.facets.has(name) && !form.knows(name, value));
  return fromAddress(asked, (name, value) => form.knows(name, value));
}

/**
 * Say whether the answer stands: for who cannot see it, and for a program that waits for it.
 * @param {boolean} now
 */
function busy(now) {
  if (now) page.setAttribute("aria-busy", "true");
  else page.removeAttribute("aria-busy");
  page.dataset.zoekstatus = now ? "bezig" : "klaar";
}

/**
 * Go to another search: a step in the history, or in place of the last one.
 * @param {SearchState} changed
 * @param {{ replace?: boolean, focus?: string | number }} how
 */
function go(changed, { replace = false, focus } = {}) {
  state = changed;
  odd = false;
  const part = toAddress(state);
  const address = part ? `?${part}` : location.pathname;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  input.value = document.activeElement === input && typing ? input.value : state.text;
  return searcher && tryOnce({ focus });
}

/**
 * @param {string} facet
 * @param {string} value
 */
function swap(facet, value) {
  endTyping();
  go(swapped(state, facet, value));
}

/** @param {string} facet */
async function complete(facet) {
  if (!searcher || searcher.choices.facets.has(facet)) return;
  await tryOnce({ silent: true });
}

/**
 * Search and show it; what fails says so, unless somebody has gone on.
 * @param {How} how
 */
function tryOnce(how) {
  const done = show(how);
  const turn = round;
  return done.catch(() => turn === round && failed());
}

/**
 * Search and show it. `spot` is how far the page was scrolled, `focus` what gets the focus.
 * @param {How} how
 */
async function show({ spot, focus, silent = false } = {}) {
  const turn = ++round;
  busy(true);
  await searcher.choices.loadSets([...new Set(["ruimte", "schooltype", "partnertype", "regio", ...form.open])].filter((name) => form.facets.has(name)));
  const found = await searcher.search({ ...state, typing: Boolean(typing) || step });
  const book = found.things.length ? (await searcher.meaning()).book : undefined;
  const titles = new Map(await Promise.all([...new Set([...found.questions.values()].flat())].map(async (number) => /** @type {[number, string]} */ ([number, (await searcher.data(number)).titel]))));
  /** @param {Ranked} row */
  const match = ({ page: number, has }) => ({ things: found.things, parts: found.things.map(({ part }) => part), has, questions: (found.questions.get(number) ?? []).map((one) => titles.get(one) ?? ""), book });
  const cards = await Promise.all(found.verhalen.slice(0, state.show).map((row) => card(row, match(row), false)));
  const close = await Promise.all(found.verhalen.length ? [] : found.near.map((row) => card(row, match(row), true)));
  const others = await Promise.all(found.others.map(async (row) => elsewhere(template("elders"), await searcher.data(row.page), searcher.kind(row.page), match(row))));
  const broader = found.verhalen.length ? [] : await searcher.broader(state, found);
  if (turn !== round) return; // somebody has gone on
  form.show(state, found.counts);
  form.showChips(chosen, template("gekozen"), state, (changed) => go({ ...changed, show: PER_TIME }, { focus: "gevonden" }));
  // Without a text no story fits better than another.
  order.options[0].hidden = order.options[0].disabled = !found.things.length;
  order.value = state.order || (found.things.length ? "" : "nieuw");
  list.replaceChildren(...cards);
  report(found, book);
  showNothing(found, broader);
  fillSection(above, others.slice(0, found.above));
  fillSection(near, close);
  fillSection(ook, others.slice(found.above));
  /** @type {Element} */ (ook.querySelector("h2")).textContent = found.verhalen.length || found.above ? "Ook op deze site" : "Op deze site";
  /** @type {Element} */ (near.querySelector("h2")).textContent = nearTitle(found, book);
  more.hidden = found.verhalen.length <= cards.length;
  const count = Object.values(state.choices).flat().length;
  ready.textContent = `Bekijk ${verhalen(found.verhalen.length)}`;
  button.textContent = count ? `Kies kenmerken (${count} gekozen)` : "Kies kenmerken";
  document.title = `${isEmpty(state) ? "Zoeken" : verhalen(found.verhalen.length) + withText()} – ${nameOfSite}`;
  if (!silent) tally.textContent = summarised(found, cards.length);
  busy(false);
  shown = true;
  if (spot) window.scrollTo(0, spot);
  if (focus === "gevonden") $("#rb-gevonden").focus({ preventScroll: true });
  if (typeof focus === "number") list.children[focus]?.querySelector("a")?.focus();
}

/**
 * @param {Ranked} row
 * @param {import("./results.js").Match} match
 * @param {boolean} close
 */
async function card(row, match, close) {
  const data = await searcher.data(row.page);
  /** @param {string} facet */
  const values = (facet) => {
    const table = searcher.choices.facets.get(facet);
    return table ? table.sets[table.verhalen[row.page]].filter((value) => form.knows(facet, value)) : [];
  };
  return verhaal(template("verhaal"), data, match, {
    near: close,
    values,
    label: (facet, value) => form.label(facet, value),
    glyph: (ruimtes) => shape(cellen, ruimtes),
  });
}

/**
 * Fill a section with rows; without any it is not there.
 * @param {HTMLElement} section
 * @param {readonly Element[]} rows
 */
function fillSection(section, rows) {
  section.hidden = !rows.length;
  /** @type {Element} */ (section.querySelector("ul, ol")).replaceChildren(...rows);
}

/**
 * @param {Found} found
 * @param {number} shown
 */
function summarised({ verhalen: found, others }, shown) {
  if (!found.length) {
    const wel = others.length === 1 ? ", wel 1 andere pagina" : others.length ? `, wel ${others.length} andere pagina’s` : "";
    return `Geen verhalen gevonden${withText()}${wel}.`;
  }
  const part = shown < found.length ? `, de eerste ${shown} hieronder` : "";
  return `${verhalen(found.length)} gevonden${withText()}${part}.`;
}

/**
 * What stands above the stories that only come near: of a value that no story has, its name.
 * @param {Found} found
 * @param {Book | undefined} book
 */
function nearTitle({ things, kind }, book) {
  if (kind) return "Wel in deze verhalen";
  const empty = things.filter(({ part }) => part.values.length && part.values.every((value) => !book?.waarden[value].verhalen));
  return empty.length ? `Nog geen verhaal over ${enumeration(empty.map(({ text }) => text))}. Wel dichtbij:` : "Wel dichtbij";
}

/** A text without a letter or digit is no search: it finds what is found without it. */
function withText() {
  return words(state.text).length ? ` met “${state.text.trim()}”` : "";
}

/**
 * What a reader should know: how a word was read, or that the address asks for what is not here.
 * @param {Found} found
 * @param {Book | undefined} book
 */
function report({ mended, verhalen: found, others, near: close, things, without, kind }, book) {
  const error = mended.map(([typed]) => `“${typed}”`).join(" en ");
  const good = mended.map(([, sought]) => `“${sought}”`).join(" en ");
  const sentences = [];
  if (odd) sentences.push("Een kenmerk uit deze link is hier niet (meer). Het telt niet mee.");
  if (state.text.trim() && !words(state.text).length) sentences.push(`In “${state.text.trim()}” staat geen woord om op te zoeken.`);
  if (error && (found.length || others.length || close.length)) sentences.push(`Niets met ${error}. Dit is gevonden met ${good}.`);
  if (without.length) sentences.push(`Zonder ${enumeration(without.map(({ text }) => `“${text}”`))}.`);
  if (kind) sentences.push(`Je vroeg om ${KINDS[kind] ?? kind}.`);
  // What is searched with another word than was typed is said once, and not below each.
  const other = things.filter(({ own, part }) => !own && part.equals.length && !part.values.length).flatMap(({ part }) => part.equals.slice(0, SAID));
  if (other.length && book) sentences.push(`Ook gezocht op ${enumeration(other.map((word) => `“${word}”`))}.`);
  message.hidden = !sentences.length;
  message.textContent = sentences.join(" ");
}

/**
 * Nothing was found: offer what is found with less.
 * @param {Found} found
 * @param {readonly (Attempt & { count: number })[]} broader
 */
function showNothing({ verhalen: found, others, near: close }, broader) {
  nothing.hidden = found.length > 0 || (!broader.length && others.length + close.length > 0);
  nothing.replaceChildren();
  if (nothing.hidden) return;
  const everything = { text: "", choices: {}, order: "", show: PER_TIME };
  /** @type {[string, SearchState][]} */
  const options = broader.map((option) => [`${nameOf(option)} (${verhalen(option.count)})`, option.state]);
  options.push([page.dataset.alle ?? "", everything]);
  const said = fill(template("niets"), {
    uitleg: broader.length ? "Dit lijkt er het meest op:" : "Probeer een ander woord, of begin opnieuw:",
    wegen: options.map(([tekst, changed]) => ({ tekst, adres: toAddress(changed) })),
  });
  said.querySelectorAll("a").forEach((link, index) => {
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      go(options[index][1], { focus: "gevonden" });
    });
  });
  nothing.append(...said.children);
}

/** @param {Attempt} attempt */
function nameOf({ facet, alone }) {
  if (facet) {
    const values = state.choices[facet].map((value) => form.label(facet, value)).join(" of ");
    return `Zonder ${form.title(facet).toLowerCase()} ${values}`;
  }
  return alone === "tekst" ? `Alleen “${state.text.trim()}”, zonder kenmerken` : "Alleen de kenmerken, zonder woord";
}

/** Searching does not work: say so. A page that has never shown an answer becomes what it is without a script. */
function failed() {
  busy(false);
  // What was found before is no answer to what was asked now.
  list.replaceChildren();
  chosen.replaceChildren();
  more.hidden = above.hidden = near.hidden = ook.hidden = message.hidden = nothing.hidden = true;
  if (shown) {
    tally.textContent = "Zoeken lukt nu niet. Heb je verbinding? Druk dan nog eens op Zoek.";
    return;
  }
  form.restore();
  page.classList.remove("rb-zoek--werkt");
  box.hidden = true;
  button.hidden = ready.hidden = true;
  chosen.hidden = true;
  $(".rb-zoek__kop").hidden = true;
  tally.textContent = "Zoeken lukt nu niet. Kies een kenmerk uit de lijst; dan zie je de verhalen die erbij horen.";
}

function endTyping() {
  clearTimeout(typing);
  typing = undefined;
}

let step = false; // whether this burst of typing has its step in the history
input.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    if (input.value.trim() !== state.text.trim()) {
      go({ ...state, text: input.value, show: PER_TIME }, { replace: step });
      step = true;
    }
    typing = undefined;
  }, WAIT);
});
// Fetch what searching a text needs while it is being typed.
input.addEventListener("focus", () => searcher?.meaning().catch(() => {})); // a search that needs it says so
input.addEventListener("blur", () => (step = false));
box.addEventListener("submit", (event) => {
  event.preventDefault();
  endTyping();
  go({ ...state, text: input.value, show: PER_TIME }, { replace: step || input.value.trim() === state.text.trim() });
  step = false;
});
order.addEventListener("change", () => go({ ...state, order: order.value, show: PER_TIME }));
more.addEventListener("click", () => go({ ...state, show: state.show + PER_TIME }, { replace: true, focus: state.show }));
button.addEventListener("click", () => button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true")));
ready.addEventListener("click", () => {
  button.setAttribute("aria-expanded", "false");
  $("#rb-gevonden").focus();
});
window.addEventListener("popstate", (event) => {
  endTyping();
  step = false;
  state = read();
  input.value = state.text;
  if (searcher) tryOnce({ spot: event.state?.spot });
});
window.addEventListener("pagehide", () => history.replaceState({ spot: window.scrollY }, ""));
