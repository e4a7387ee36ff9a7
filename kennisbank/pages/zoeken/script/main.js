// The finder. The address says what is searched for; what the reader does changes the address, and the page follows.

import { dated, download } from "../../../parts/script/file.js";
import { current, eerder } from "../../../parts/script/address.js";
import { fill } from "../../../parts/script/fill.js";
import { shape } from "../../../parts/glyph/script/glyph.js";
import { Combobox } from "./combobox.js";
import { STORY, makeSearcher } from "./engine.js";
import { Form, verhalen } from "./form.js";
import { enumeration } from "./excerpt.js";
import { fold } from "./head.js";
import { elsewhere, verhaal } from "./results.js";
import { PER_TIME, swapped, isEmpty, toAddress, fromAddress } from "./state.js";
import { MOST, SHORTEST, half, suggestions } from "./suggestions.js";
import { csv, json } from "./table.js";
import { words } from "./words.js";

/** @typedef {import("./state.js").SearchState} SearchState */
/** @typedef {import("./engine.js").Found} Found */
/** @typedef {import("./engine.js").Attempt} Attempt */
/** @typedef {import("./rank.js").Ranked} Ranked */
/** @typedef {import("../../../outputs/scripts.d.ts").Woordenboek} Book */
/** @typedef {import("./suggestions.js").Suggestion} Suggestion */
/** @typedef {import("./table.js").Row} Row */
/** @typedef {{ spot?: number, focus?: string | number, silent?: boolean }} How */

const WAIT = 250; // milliseconds after the last letter
const SOON = 120; // milliseconds after which is suggested how to go on
const ANSWERS = 3; // other pages that stand above stories that only come near
const SAID = 3; // other words that are named for one that was typed
/** @type {Readonly<Record<string, string>>} */
const KINDS = { voorbeeld: "voorbeelden", werkvorm: "werkvormen", vraag: "vragen", ruimte: "ruimtes", waarde: "kenmerken", uitleg: "uitleg", begrip: "uitleg van een woord" };
const COUNTABLE = ["voorbeeld", "werkvorm", "vraag", "ruimte"]; // kinds of which the name is a plural

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
const understood = $(".rb-zoek__gelezen");
const nothing = $(".rb-zoek__niets");
const above = $(".rb-zoek__boven");
const list = $(".rb-vondsten");
const near = $(".rb-zoek__nabij");
const more = $(".rb-zoek__meer");
const button = $(".rb-zoek__open");
const ready = $(".rb-zoek__klaar");
const chosen = $(".rb-zoek__gekozen");
const ook = $(".rb-zoek__elders");
const title = $("#rb-gevonden");
const along = $(".rb-zoek__mee");
const nameOfSite = document.title.split(" – ").at(-1);
/** @param {string} name */
const template = (name) => /** @type {HTMLTemplateElement} */ ($(`#rb-sjabloon-${name}`));

/** @type {import("../../../outputs/scripts.d.ts").ZoekGegevens} */
const { cellen } = JSON.parse($("#rb-gegevens").textContent);
const form = new Form($("#rb-facetten"), template("keuze"), swap, complete);
const combobox = new Combobox(input, $("#rb-suggesties"), { template: template("suggestie"), suggest, take, say: (text) => ($("#rb-suggesties-gezegd").textContent = text) });
/** @type {Awaited<ReturnType<typeof makeSearcher>>} */
let searcher;
/** @type {Row[]} */
let rows = []; // what is shown, to take along
let round = 0;
/** @type {number | undefined} */
let typing; // set while somebody types: one burst is one step back
/** @type {boolean} */
let odd; // whether the address named a value that is not here
let shown = false; // whether the page has shown an answer
let owed = false; // whether the answer that comes is to be told: a silent one may take the place of one that is not
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
  combobox.working = true;
  foldHead();
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
  foldHead();
  return searcher && tryOnce({ focus });
}

/** Where something is searched, the head of the page makes room for what was found. */
function foldHead() {
  fold($("#rb-zoek-hoofd"), Boolean(input.value.trim()) || !isEmpty(state), input);
}

/**
 * @param {string} text
 */
async function suggest(text) {
  if (!searcher) return [];
  const letters = half(text);
  const [meaning, titles, counted] = await Promise.all([searcher.meaning(), searcher.titles(), letters.length < SHORTEST ? [] : searcher.lookup.postings.counted(letters, MOST)]);
  const knows = (/** @type {string} */ facet, /** @type {string} */ value) => form.knows(facet, value) && !state.choices[facet]?.includes(value);
  const { book, forms, small } = meaning;
  return suggestions(text, { counted, formsOf: (word) => forms.of(word), telling: (word) => meaning.telling(meaning.part(word)), small, book, titles, title: (facet) => form.title(facet), knows });
}

/** @param {Suggestion} suggestion */
function take({ text = "", value, url }) {
  endTyping();
  if (url !== undefined) return location.assign(root + url);
  const choices = value ? { ...state.choices, [value.facet]: [...new Set([...(state.choices[value.facet] ?? []), value.slug])] } : state.choices;
  input.value = text;
  if (value) form.showChosen({ ...state, choices });
  go({ ...state, text, choices, show: PER_TIME }, { replace: step });
  step = false;
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
  owed ||= !silent;
  busy(true);
  const ask = (/** @type {Promise<unknown>} */ answer) => void answer.catch(() => {}); // what is needed later comes meanwhile
  if (words(state.text).length) ask(searcher.meaning());
  await searcher.choices.loadSets([...new Set(["ruimte", "schooltype", "partnertype", "regio", ...form.open])].filter((name) => form.facets.has(name)));
  const found = await searcher.search({ ...state, typing: Boolean(typing) || step });
  for (const { page: one } of [...found.verhalen.slice(0, state.show), ...found.near, ...found.others]) ask(searcher.data(one));
  const book = found.things.length ? (await searcher.meaning()).book : undefined;
  const titles = new Map(await Promise.all([...new Set([...found.questions.values()].flat())].map(async (number) => /** @type {[number, string]} */ ([number, (await searcher.data(number)).titel]))));
  /** @param {Ranked} row */
  const match = ({ page: number, has }) => ({ things: found.things, parts: found.things.map(({ part }) => part), has, questions: (found.questions.get(number) ?? []).map((one) => titles.get(one) ?? ""), book });
  const cards = await Promise.all(found.verhalen.slice(0, state.show).map((row) => card(row, match(row), false)));
  const close = await Promise.all(found.verhalen.length ? [] : found.near.map((row) => card(row, match(row), true)));
  const others = await Promise.all(found.others.map(async (row) => elsewhere(template("elders"), await searcher.data(row.page), searcher.kind(row.page), match(row))));
  const first = found.verhalen.length ? found.above : close.length && !asked(found) ? ANSWERS : others.length; // without a story, other pages are the answer
  const told = await Promise.all([...found.others.slice(0, first), ...found.verhalen.slice(0, state.show), ...(close.length ? found.near : []), ...found.others.slice(first)].map((row) => asRow(row, close.length > 0)));
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
  title.textContent = titled(found);
  $(".rb-zoek__volgorde").hidden = found.verhalen.length < 2;
  fillSection(above, others.slice(0, first));
  fillSection(near, close);
  fillSection(ook, others.slice(first));
  /** @type {Element} */ (near.querySelector("h2")).textContent = nearTitle(found, book);
  rows = told;
  along.hidden = !rows.length;
  $("#rb-mee-gezegd").textContent = "";
  more.hidden = found.verhalen.length ? found.verhalen.length <= cards.length : found.pages <= others.length;
  more.textContent = `Toon meer ${found.verhalen.length ? "verhalen" : plural(found)}`;
  const count = Object.values(state.choices).flat().length;
  ready.hidden = false;
  ready.textContent = `Bekijk ${counted(found)}`;
  button.textContent = count ? `Kies kenmerken (${count} gekozen)` : "Kies kenmerken";
  document.title = `${isEmpty(state) ? "Zoeken" : (found.verhalen.length || found.others.length ? counted(found) : "Niets gevonden") + withText()} – ${nameOfSite}`;
  if (owed) tally.textContent = summarised(found, cards.length);
  owed = false;
  busy(false);
  page.classList.add("rb-zoek--gezocht");
  shown = true;
  if (spot) window.scrollTo(0, spot);
  if (focus === "gevonden") title.focus({ preventScroll: true });
  if (typeof focus === "number") /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll(found.verhalen.length ? ".rb-zoek__gevonden > .rb-vondsten a[data-vondst]" : "a[data-vondst]"))[focus]?.focus();
}

/**
 * @param {Ranked} row
 * @param {import("./results.js").Match} match
 * @param {boolean} close
 */
async function card(row, match, close) {
  const data = await searcher.data(row.page);
  /** @param {string} facet */
  const values = (facet) => searcher.values(row.page, facet).filter((value) => form.knows(facet, value));
  return verhaal(template("verhaal"), data, match, {
    near: close,
    values,
    label: (facet, value) => form.label(facet, value),
    glyph: (ruimtes) => shape(cellen, ruimtes),
  });
}

/**
 * What a file says of a page that was found.
 * @param {Ranked} row
 * @param {boolean} close whether the stories only come near
 * @returns {Promise<Row>}
 */
async function asRow({ page: number }, close) {
  const data = await searcher.data(number);
  const kind = searcher.kind(number);
  const story = kind === STORY;
  /** @param {string} facet */
  const labels = (facet) => searcher.values(number, facet).map((value) => form.label(facet, value)).filter(Boolean);
  return {
    soort: story ? (close ? "Verhaal (dichtbij)" : "Verhaal") : data.label,
    titel: data.titel,
    adres: root + data.url,
    plaats: story ? data.label : "",
    regio: labels("regio").filter((label) => !label.startsWith("Heel ")), // a region brings its province
    schooltype: labels("schooltype"),
    partnertype: labels("partnertype"),
    ruimtes: labels("ruimte"),
    speelde: data.speelde,
    samenvatting: data.samenvatting,
  };
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
function summarised(found, shown) {
  const number = found.verhalen.length;
  if (!number && !found.others.length) return `Geen ${asked(found) ? plural(found) : "verhalen"} gevonden${withText()}.`;
  const [all, seen] = number ? [number, shown] : [found.pages, found.others.length];
  const over = number ? Math.min(found.above, found.others.length) : 0; // what stands above the stories is none of them
  const first = over === 1 ? "; erboven staat een pagina die past" : over ? `; erboven staan ${over} pagina’s die passen` : "";
  const part = (number || asked(found) ? "" : ", geen verhaal") + (seen < all ? `, de eerste ${seen} hieronder` : "") + first;
  return `${counted(found)} gevonden${withText()}${part}.`;
}

/**
 * The kind of other pages that was asked for: who asks for stories gets what is found without that word.
 * @param {Pick<Found, "kind">} found
 */
const asked = ({ kind }) => (kind === STORY ? "" : kind);

/** @param {Found} found */
const pages = (found) => (found.pages === 1 ? "1 pagina" : `${found.pages} ${plural(found)}`);

/**
 * What was found: stories or, without any, other pages.
 * @param {Found} found
 */
const counted = (found) => (found.verhalen.length || !found.others.length ? verhalen(found.verhalen.length) : pages(found));

/**
 * The heading above all that was found.
 * @param {Found} found
 */
function titled(found) {
  if (found.verhalen.length) return found.above ? "Gevonden verhalen en pagina’s" : "Gevonden verhalen";
  if (found.others.length) return `Gevonden ${found.pages === 1 && !asked(found) ? "pagina" : plural(found)}`;
  if (!found.near.length) return "Niets gevonden";
  return asked(found) ? "Niets dat precies past" : "Geen verhaal dat precies past";
}

/**
 * What stands above the stories that only come near: of a value that no story has, its name.
 * @param {Found} found
 * @param {Book | undefined} book
 */
function nearTitle({ things, kind }, book) {
  if (asked({ kind })) return "Wel in deze verhalen";
  const empty = things.filter(({ part }) => part.values.length && part.values.every((value) => !book?.waarden[value].verhalen));
  return empty.length ? `Nog geen verhaal over ${enumeration(empty.map(({ text, part }) => (part.text.includes(" ") ? `“${text}”` : text)))}. Wel dichtbij:` : "Wel dichtbij";
}

/** What was typed, as it is said: without the quotation marks around it. */
const typed = () => state.text.trim().replace(/^["“”„']+|["“”„']+$/gu, "");

/** A text without a letter or digit is no search: it finds what is found without it. */
function withText() {
  return words(state.text).length ? ` met “${typed()}”` : "";
}

/** @param {Found} found */
const plural = ({ kind }) => (COUNTABLE.includes(kind) ? KINDS[kind] : "pagina’s");

/**
 * What a reader should know: how a word was read, or that the address asks for what is not here.
 * @param {Found} found
 * @param {Book | undefined} book
 */
function report({ mended, verhalen: found, others, near: close, things, without, kind }, book) {
  const error = mended.map(([typed]) => `“${typed}”`).join(" en ");
  const good = mended.map(([, sought]) => `“${sought}”`).join(" en ");
  const sentences = [];
  const quiet = [];
  if (odd) sentences.push("Een kenmerk uit deze link is hier niet (meer). Het telt niet mee.");
  if (state.text.trim() && !words(state.text).length) sentences.push(`In “${state.text.trim()}” staat geen woord om op te zoeken.`);
  if (error && (found.length || others.length || close.length)) sentences.push(`Niets met ${error}. Dit is gevonden met ${good}.`);
  if (without.length) quiet.push(`Zonder ${enumeration(without.map(({ text }) => `“${text}”`))}.`);
  if (asked({ kind })) quiet.push(`Je vroeg om ${KINDS[kind] ?? kind}.`);
  // What is searched with another word than was typed is said once, and not below each.
  const other = things.filter(({ own, part }) => !own && part.equals.length && !part.values.length).flatMap(({ part }) => part.equals.slice(0, SAID));
  if (other.length && book) quiet.push(`Ook gezocht op ${enumeration(other.map((word) => `“${word}”`))}.`);
  message.hidden = !sentences.length;
  message.textContent = sentences.join(" ");
  understood.hidden = !quiet.length;
  understood.textContent = quiet.join(" ");
}

/**
 * Nothing was found: offer what is found with less.
 * @param {Found} found
 * @param {readonly (Attempt & { count: number })[]} broader
 */
function showNothing({ verhalen: found, others, near: close, kind }, broader) {
  const answered = others.length > 0 && (asked({ kind }) || !broader.length);
  nothing.hidden = Boolean(found.length || answered || (!broader.length && close.length));
  nothing.replaceChildren();
  if (nothing.hidden) return;
  const everything = { text: "", choices: {}, order: "", show: PER_TIME };
  /** @type {[string, SearchState][]} */
  const options = broader.map((option) => [`${nameOf(option)} (${verhalen(option.count)})`, option.state]);
  options.push([page.dataset.alle ?? "", everything]);
  const said = fill(template("niets"), {
    uitleg: others.length ? "Verhalen vind je met minder:" : broader.length ? "Dit lijkt er het meest op:" : "Probeer een ander woord, of begin opnieuw:",
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
  page.classList.add("rb-zoek--gezocht");
  // What was found before is no answer to what was asked now.
  list.replaceChildren();
  chosen.replaceChildren();
  more.hidden = above.hidden = near.hidden = ook.hidden = message.hidden = understood.hidden = nothing.hidden = along.hidden = true;
  ready.hidden = chosen.hidden = $(".rb-zoek__volgorde").hidden = true;
  if (shown) {
    title.textContent = "Geen antwoord";
    document.title = `Zoeken – ${nameOfSite}`;
    tally.textContent = "Zoeken lukt nu niet. Heb je verbinding? Druk dan nog eens op Zoek.";
    return;
  }
  form.restore();
  combobox.working = false;
  fold($("#rb-zoek-hoofd"), false, input);
  page.classList.remove("rb-zoek--werkt");
  box.hidden = true;
  button.hidden = true;
  $(".rb-zoek__kop").hidden = true;
  tally.textContent = "Zoeken lukt nu niet. Kies een kenmerk uit de lijst; dan zie je de verhalen die erbij horen.";
}

function endTyping() {
  clearTimeout(typing);
  clearTimeout(suggesting);
  typing = undefined;
}

let step = false; // whether this burst of typing has its step in the history
/** @type {number | undefined} */
let suggesting;
input.addEventListener("input", () => {
  clearTimeout(typing);
  clearTimeout(suggesting);
  if (!input.value.trim()) combobox.close();
  foldHead();
  suggesting = setTimeout(() => combobox.renew(), SOON);
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
  combobox.close();
  go({ ...state, text: input.value, show: PER_TIME }, { replace: step || input.value.trim() === state.text.trim() });
  step = false;
});
order.addEventListener("change", () => go({ ...state, order: order.value, show: PER_TIME }));
more.addEventListener("click", () => go({ ...state, show: state.show + PER_TIME }, { replace: true, focus: state.show }));
button.addEventListener("click", () => button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true")));
ready.addEventListener("click", () => {
  button.setAttribute("aria-expanded", "false");
  title.focus();
});
$(".rb-zoek__kenmerken").addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || button.getAttribute("aria-expanded") !== "true" || !button.getClientRects().length) return;
  button.setAttribute("aria-expanded", "false");
  button.focus();
});
along.addEventListener("click", ({ target }) => {
  const ending = /** @type {HTMLElement} */ (target).dataset.mee;
  if (!ending) return;
  const name = dated("ruimte-gevonden", ending);
  if (ending === "csv") download(name, csv(rows), "text/csv");
  else download(name, json(rows), "application/json");
  $("#rb-mee-gezegd").textContent = `Het bestand ${name} is gedownload.`;
});
window.addEventListener("popstate", (event) => {
  endTyping();
  step = false;
  state = read();
  input.value = state.text;
  combobox.close();
  foldHead();
  if (searcher) tryOnce({ spot: event.state?.spot });
});
window.addEventListener("pagehide", () => history.replaceState({ spot: window.scrollY }, ""));
