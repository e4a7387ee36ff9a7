// The finder. The address says what is searched for; what the reader does changes the address, and the page follows.

import { current, eerder } from "../../../parts/script/address.js";
import { fill } from "../../../parts/script/fill.js";
import { shape } from "../../../parts/glyph/script/glyph.js";
import { makeSearcher } from "./engine.js";
import { Form, verhalen } from "./form.js";
import { elsewhere, verhaal } from "./results.js";
import { PER_TIME, swapped, isEmpty, toAddress, fromAddress } from "./state.js";
import { words } from "./words.js";

/** @typedef {import("./state.js").SearchState} SearchState */
/** @typedef {import("./engine.js").Found} Found */
/** @typedef {import("./engine.js").Attempt} Attempt */
/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {{ spot?: number, focus?: string | number, silent?: boolean }} How */

const WAIT = 250; // milliseconds after the last letter

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
const list = $(".rb-vondsten");
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
  page.setAttribute("aria-busy", "true");
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
  page.setAttribute("aria-busy", "true");
  await searcher.choices.loadSets([...new Set(["ruimte", "schooltype", "partnertype", "regio", ...form.open])].filter((name) => form.facets.has(name)));
  const found = await searcher.search(state);
  const kaarten = await Promise.all(found.verhalen.slice(0, state.show).map((index) => kaart(index, found)));
  const other = await Promise.all(found.elsewhere.map((name) => searcher.data(name)));
  const broader = found.verhalen.length ? [] : await searcher.broader(state, found);
  if (turn !== round) return; // somebody has gone on
  form.show(state, found.counts);
  form.showChips(chosen, template("gekozen"), state, (changed) => go({ ...changed, show: PER_TIME }, { focus: "gevonden" }));
  // Without a text no story fits better than another.
  order.options[0].hidden = order.options[0].disabled = !found.parts.length;
  order.value = state.order || (found.parts.length ? "" : "nieuw");
  list.replaceChildren(...kaarten);
  reportMending(found);
  showNothing(found, broader);
  showElsewhere(other, found);
  more.hidden = found.verhalen.length <= kaarten.length;
  const count = Object.values(state.choices).flat().length;
  ready.textContent = `Bekijk ${verhalen(found.verhalen.length)}`;
  button.textContent = count ? `Kies kenmerken (${count} gekozen)` : "Kies kenmerken";
  document.title = `${isEmpty(state) ? "Zoeken" : verhalen(found.verhalen.length) + withText()} – ${nameOfSite}`;
  if (!silent) tally.textContent = summarised(found, kaarten.length);
  page.removeAttribute("aria-busy");
  shown = true;
  if (spot) window.scrollTo(0, spot);
  if (focus === "gevonden") $("#rb-gevonden").focus({ preventScroll: true });
  if (typeof focus === "number") list.children[focus]?.querySelector("a")?.focus();
}

/**
 * @param {number} index
 * @param {Found} found
 */
async function kaart(index, found) {
  const data = await searcher.data(index);
  /** @param {string} facet */
  const values = (facet) => {
    const table = searcher.choices.facets.get(facet);
    if (!table) return [];
    const own = table.sets[table.verhalen[index]];
    return own.filter((value) => form.knows(facet, value));
  };
  return verhaal(template("verhaal"), data, {
    parts: found.parts,
    values,
    label: (facet, value) => form.label(facet, value),
    glyph: (ruimtes) => shape(cellen, ruimtes),
  });
}

/**
 * @param {Found} found
 * @param {number} shown
 */
function summarised({ verhalen: found }, shown) {
  if (!found.length) return `Geen verhalen gevonden${withText()}.`;
  const part = shown < found.length ? `, de eerste ${shown} hieronder` : "";
  return `${verhalen(found.length)} gevonden${withText()}${part}.`;
}

/** A text without a letter or digit is no search: it finds what is found without it. */
function withText() {
  return words(state.text).length ? ` met “${state.text.trim()}”` : "";
}

/**
 * What a reader should know: a word was mended, or the address asks for what is not here.
 * @param {Found} found
 */
function reportMending({ mended, verhalen: found }) {
  const error = mended.map(([typed]) => `“${typed}”`).join(" en ");
  const good = mended.map(([, sought]) => `“${sought}”`).join(" en ");
  const sentences = [];
  if (odd) sentences.push("Een kenmerk uit deze link is hier niet (meer). Het telt niet mee.");
  if (state.text.trim() && !words(state.text).length) sentences.push(`In “${state.text.trim()}” staat geen woord om op te zoeken.`);
  if (error && found.length) sentences.push(`Geen verhaal met ${error}. Dit zijn verhalen met ${good}.`);
  message.hidden = !sentences.length;
  message.textContent = sentences.join(" ");
}

/**
 * Nothing was found: offer what is found with less.
 * @param {Found} found
 * @param {readonly (Attempt & { count: number })[]} broader
 */
function showNothing({ verhalen: found }, broader) {
  nothing.hidden = found.length > 0;
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
function nameOf({ facet, text, alone }) {
  if (facet) {
    const values = state.choices[facet].map((value) => form.label(facet, value)).join(" of ");
    return `Zonder ${form.title(facet).toLowerCase()} ${values}`;
  }
  if (text) return `Zonder “${text}”`;
  return alone === "tekst" ? `Alleen “${state.text.trim()}”, zonder kenmerken` : "Alleen de kenmerken, zonder woord";
}

/**
 * @param {readonly Vondst[]} other
 * @param {Found} found
 */
function showElsewhere(other, { parts }) {
  ook.hidden = !other.length;
  /** @type {Element} */ (ook.querySelector("ul")).replaceChildren(...other.map((data) => elsewhere(template("elders"), data, parts)));
}

/** Searching does not work: say so. A page that has never shown an answer becomes what it is without a script. */
function failed() {
  page.removeAttribute("aria-busy");
  // What was found before is no answer to what was asked now.
  list.replaceChildren();
  chosen.replaceChildren();
  more.hidden = ook.hidden = message.hidden = nothing.hidden = true;
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
input.addEventListener("focus", () => searcher?.pagefind().catch(() => {})); // a search that needs it says so
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
