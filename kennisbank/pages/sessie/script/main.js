// The planner of a session: wishes in, a programme out, and the address always says exactly what is shown.

import { current, eerder } from "../../../parts/script/address.js";
import { makeReady } from "../../../parts/offline/script/ready.js";
import { fill } from "../../../parts/script/fill.js";
import { makeSources } from "./sources.js";
import { makeLoaded } from "./loaded.js";
import { makeAdditions } from "./additions.js";
import { makeDetails } from "./details.js";
import { makeDrag } from "./drag.js";
import { Past } from "./history.js";
import { mark } from "./ics.js";
import { afterStep, aim, showList } from "./list.js";
import { makeNotes } from "./notes.js";
import { makeTakeaway } from "./takeaway.js";
import { fillPaper } from "./paper.js";
import { addressNow, addressToRead } from "./elsewhere.js";
import { makePack } from "./pack.js";
import { limits, alternatives, divide, propose, proposeWhole, total } from "./plan.js";
import { answer } from "./question.js";
import { enumeration, name } from "./reasons.js";
import { NAMED, MOST, leftOver, read, write, writeSecond, tooLong, omitted } from "./state.js";
import { duur, heading, subtitle } from "./output.js";
import { makeUndoing } from "./undoing.js";
import { makeWishes } from "./wishes.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").ItemKind} ItemKind */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Block} Block */
/** @typedef {import("./state.js").Start} Start */
/** @typedef {Awaited<ReturnType<typeof answer>>["links"]} Links to read for the own question */
/** @typedef {{ wish: Wish, items: Item[] | null, links: Links, search: string }} State what is shown, and the query in the address that says so */
/** @typedef {import("../../../outputs/scripts.d.ts").WerkvormGegevens} WerkvormGegevens */

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
const find = (id) => /** @type {T} */ (document.getElementById(`rb-${id}`));
/** @param {string} name @returns {HTMLTemplateElement} */
const template = (name) => find(`sjabloon-${name}`);
const page = find("sessie");
const programma = find("programma");
const list = find("lijst");
const root = new URL(`${page.dataset.wortel}/`, location.href).href;
/** @type {import("../../../outputs/scripts.d.ts").PlanGegevens} */
const base = JSON.parse(find("gegevens").textContent);
const sources = makeSources(root);
const loaded = makeLoaded(sources);
/**
 * The werkvormen that were fetched, by slug; null for one that is not there.
 * @type {Map<string, WerkvormGegevens | null>}
 */
const werkvormen = new Map();

/** Until all that the hand-outs show has been fetched. */
let more = Promise.resolve();
let fetching = 0;
const pack = makePack({ find, template, root, whole: () => more, state: () => ({ wish, items: items ?? [], data: data() }) });

/** @type {Wish} */
let wish;
/** @type {Item[] | null} */
let items = null;
/** @type {Links} */
let links = [];
/** The query in the address, for what is shown. */
let search = location.search;
/** @type {Past<State>} */
const past = new Past();
/** Which meet-up a programme is that was made when an address did not say it: the same for whoever opens that address. */
let origin = "";
let counter = 0;
/**
 * The item for which others are offered, by its index.
 * @type {number | undefined}
 */
let offered;
let round = 0;
let opening = 0;
/** The title of the page without a programme, and what comes after that of one. */
const title = document.title;
const ofSite = title.slice(title.lastIndexOf(" – "));

/** What is known: of the page itself, and of texts that were fetched. The planner chooses from the page alone. */
const data = () => loaded.joined(base);
/**
 * Whether an item is something to read and to talk about, that may stand elsewhere on the site.
 * @param {Pick<Item, "soort">} item
 */
const isCase = ({ soort }) => soort === "verhaal" || soort === "voorbeeld";
/**
 * Whether an item goes by a werkvorm, when it has a slug.
 * @param {Pick<Item, "soort">} item
 */
const isMethod = ({ soort }) => soort === "werkvorm" || soort === "welkom" || soort === "oogst";
/** @param {Pick<Item, "soort" | "slug">} item */
const key = ({ soort, slug }) => `${soort}/${slug}`;
/**
 * @param {"verhaal" | "voorbeeld"} soort
 * @param {readonly string[]} slugs
 */
const named = (soort, slugs) => slugs.map((slug) => ({ soort, slug }));

/**
 * The programme, for what can only be done or shown where there is one.
 * @returns {Item[]}
 */
const running = () => /** @type {Item[]} */ (items);
/** @param {string} query */
const addressOf = (query) => new URL(location.pathname + query, location.href).href;
/** The address of all of it, and that for participants, without notes. */
const address = () => addressOf(write(wish, items));
const shared = () => addressToRead(root, wish, running());
/** @param {readonly Item[]} row */
const numbered = (row) => row.map((item) => ({ ...item, index: ++counter }));
/** @returns {State} */
const now = () => ({ wish, items, links, search });
/** Which meet-up this is, for a calendar (ics.js): one that no other programme has. */
const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join("");
const FULL = "Er is geen plaats meer: het adres van het programma wordt te lang. Haal er een onderdeel uit, of gebruik minder woorden.";

/** @param {string} text */
function say(text) {
  find("sessie-status").textContent = text;
}

/** @param {readonly string[]} messages */
function report(messages) {
  find("sessie-melding").replaceChildren(...messages.map((melding) => fill(template("melding"), { melding })));
}

/**
 * Put what is shown in the address, in its entry in the history of the browser or in a new one.
 * @param {string} query
 * @param {string} [entry] the name of a new one
 */
function putAddress(query, entry) {
  if (entry) history.pushState({ entry }, "", query || location.pathname);
  else history.replaceState(history.state, "", query || location.pathname);
  search = location.search;
}

// The address ---------------------------------------------------------------------------------------------------------

/** Show what the address says. What is not on the site is left out, and said. */
async function open() {
  round += 1;
  opening += 1;
  const these = opening;
  page.setAttribute("aria-busy", "true");
  const parsed = read(current(location.search, NAMED, eerder()), base);
  const messages = [...parsed.messages];
  const start = [...named("verhaal", parsed.start?.verhalen ?? []), ...named("voorbeeld", parsed.start?.voorbeelden ?? [])];
  const { addresses, gone, unreachable } = await searchFor([...(parsed.items ?? []).filter(isCase), ...start, ...(parsed.wish.over ?? []).filter(isCase)]);
  if (these !== opening) return;
  if (gone) messages.push(omitted(gone));
  if (unreachable) messages.push("Een verhaal of een praktijkvoorbeeld kon niet worden opgehaald. Het staat er met zijn adres.");
  if (items) past.record(now(), parsed.items ? "Er staat een ander programma" : "Het programma is weg");
  search = location.search;
  links = [];
  offered = undefined;
  wish = { ...parsed.wish, over: (parsed.wish.over ?? []).filter((block) => !isCase(block) || addresses.has(key(block))) };
  const remained = (parsed.items ?? [])
    .filter((item) => !isCase(item) || addresses.has(key(item)))
    .map((item) => (isCase(item) ? { ...item, slug: addresses.get(key(item)) } : item));
  items = remained.length ? numbered(remained) : null;
  origin = mark(write({ ...wish, id: "" }, items, { notes: false }));
  if (parsed.start) {
    /** @param {ItemKind} soort */
    const found = (soort) => start.filter((item) => item.soort === soort).flatMap((item) => addresses.get(key(item)) ?? []);
    messages.push(...initial({ ...parsed.start, verhalen: found("verhaal"), voorbeelden: found("voorbeeld") }));
    putAddress(write(wish, items));
  }
  report(messages);
  wishes.fill(wish);
  wishes.open(!items);
  show();
  page.removeAttribute("aria-busy");
}

/**
 * Begin a programme with stories, werkvormen and examples; without a time, with as many quarters of an hour as they need.
 * Gives what there is to say: what does not fit in one meeting.
 * @param {Start} start
 * @returns {string[]}
 */
function initial({ verhalen, werkvormen, voorbeelden, time }) {
  if (!verhalen.length && !werkvormen.length && !voorbeelden.length) return [];
  const chosen = { ...wish, verhalen, werkvormen, voorbeelden };
  const made = time ? { time: wish.time, ...propose(chosen, data()) } : proposeWhole(chosen, data());
  items = numbered(made.items);
  wish = { ...wish, time: made.time, id: newId(), over: made.rest };
  if (!made.rest.length) return [];
  const names = enumeration(made.rest.map(called));
  return [`Niet alles past in ${duur(wish.time)}. ${names} ${made.rest.length === 1 ? "staat" : "staan"} er niet in: bewaar dat voor een tweede bijeenkomst.`];
}

/**
 * Look up stories and examples: the slug under which each is on the site now, and how many are not or could not be asked
 * for.
 * @param {readonly Pick<Item, "soort" | "slug">[]} items
 */
async function searchFor(items) {
  /** @type {Map<string, string>} */
  const addresses = new Map();
  let gone = 0;
  let unreachable = 0;
  await Promise.all(
    [...new Map(items.map((item) => [key(item), item]))].map(async ([name, { soort, slug = "" }]) => {
      const verhaal = soort === "verhaal";
      if ((verhaal ? base.verhalen : base.voorbeelden).some((one) => one.slug === slug)) return addresses.set(name, slug);
      try {
        const found = await loaded.fetch(verhaal ? "verhaal" : "voorbeeld", slug);
        return found ? addresses.set(name, found.slug) : ++gone;
      } catch {
        unreachable += 1;
        loaded.nameOnly(verhaal ? "verhaal" : "voorbeeld", slug);
        return addresses.set(name, slug);
      }
    }),
  );
  return { addresses, gone, unreachable };
}

// The wishes ----------------------------------------------------------------------------------------------------------

const wishes = makeWishes({ find });

/**
 * The stories for the own question are among what the planner chooses from, also those that stand elsewhere on the site.
 * @param {string} text
 */
async function preferred(text) {
  const nothing = { voorkeur: [], links: [], messages: [] };
  if (!text) return nothing;
  try {
    const found = await answer(root, text);
    await Promise.all(found.verhalen.filter((slug) => !base.verhalen.some((one) => one.slug === slug)).map((slug) => loaded.fetch("verhaal", slug)));
    return { ...found, messages: [] };
  } catch {
    return { ...nothing, messages: ["Zoeken bij jullie vraag lukt nu niet. Het programma is zonder gemaakt."] };
  }
}

wishes.form.addEventListener("submit", async (event) => {
  event.preventDefault();
  flush();
  round += 1;
  const these = round;
  report([]);
  const asked = wishes.asked(wish);
  const found = await preferred(asked.vraag ?? "");
  if (these !== round) return;
  // A proposal has an entry of its own in the history of the browser: its Back leads to what stood there before.
  const made = numbered(propose({ ...asked, voorkeur: found.voorkeur }, data()).items);
  offered = undefined;
  if (!change({ wish: { ...asked, id: asked.id || (items ? origin : newId()) }, items: made, links: found.links }, "Er staat een nieuw voorstel", { entry: newId() })) return;
  report(found.messages);
  find("programma-kop").focus();
  say(`Er staat een programma met ${made.length} onderdelen. ${balance()}`);
});

// The programme -------------------------------------------------------------------------------------------------------

function balance() {
  const difference = wish.time - total(running());
  if (!difference) return `Het past precies in ${duur(wish.time)}.`;
  const together = duur(total(running()));
  if (difference > 0) return `${together} van ${duur(wish.time)}: nog ${duur(difference)} over.`;
  return `${together} in een bijeenkomst van ${duur(wish.time)}: ${duur(-difference)} te lang.`;
}

/** @param {{ rows?: boolean }} [how] without the rows, where somebody is typing in one */
function show({ rows = true } = {}) {
  programma.hidden = !items;
  document.body.classList.toggle("rb-met-programma", Boolean(items));
  document.title = items ? heading(wish) + ofSite : title;
  undoing.show();
  if (!items) return;
  const difference = wish.time - total(items);
  find("programma-kop").textContent = heading(wish);
  find("ondertitel").textContent = subtitle(wish, total(items));
  find("totaal").textContent = balance();
  find("balk").classList.toggle("rb-sessie__totaal--over", difference < 0);
  find("balk").classList.toggle("rb-sessie__totaal--onder", difference > 0);
  find("verdeel").hidden = !difference;
  find("eigen-vraag").textContent = wish.vraag ? `Jullie vraag: ${wish.vraag}` : "";
  find("bij-vraag").replaceChildren(...(links.length ? [fill(template("bij-vraag"), { links })] : []));
  details.fill(wish);
  showSecond(items);
  if (rows) showList(list, template("onderdeel"), items, wish, data(), root, { offered, note: notes.of });
  /** @type {HTMLAnchorElement} */ (find("naar-nu")).href = addressNow(root, wish, items);
  /** @type {HTMLAnchorElement} */ (find("naar-lezen")).href = addressToRead(root, wish, items);
  takeaway.show();
  papier();
  more = addMore();
}

/**
 * What was left over, with the way to a second meeting.
 * @param {readonly Item[]} row
 */
function showSecond(row) {
  const over = leftOver(wish.over ?? [], row);
  find("tweede").hidden = !over.length;
  find("tweede-wat").textContent = `Dit paste er niet in: ${enumeration(over.map(called))}.`;
  find("tweede-adres").setAttribute("href", addressOf(writeSecond({ ...wish, over })));
}

/** @param {Block} block */
const called = (block) => name({ ...block, minutes: 0 }, data());

function papier() {
  fillPaper(find("blad-begeleider"), find("blad-deelnemers"), template, {
    items: running(), wish, data: data(), address: shared(),
    samenvatting: loaded.samenvatting,
    gesprek: loaded.gesprek,
    tekst: loaded.tekst,
    gegevens: (item) => (isMethod(item) && werkvormen.get(item.slug ?? "")) || undefined,
    root,
  });
  pack.show();
}

/** Fetch what only the hand-outs show, and put it there once it has come. A page that does not come is left out. */
async function addMore() {
  fetching += 1;
  const mine = fetching;
  find("blad-begeleider").setAttribute("aria-busy", "true");
  const needed = running().map(async ({ soort, slug = "" }) => {
    if (slug && isMethod({ soort }) && !werkvormen.has(slug)) werkvormen.set(slug, await sources.werkvorm(slug));
    else if ((soort === "verhaal" || soort === "voorbeeld") && !loaded.has(soort, slug)) await loaded.fetch(soort, slug);
    else return false;
    return true;
  });
  const ready = await Promise.allSettled(needed);
  if (items && ready.some((one) => one.status === "fulfilled" && one.value)) papier();
  if (mine === fetching) find("blad-begeleider").removeAttribute("aria-busy");
}

/**
 * Show and keep a change that can be undone, and say what happened. Where the address has no room for it nothing changes,
 * that is said, and it gives false.
 * @param {Partial<State>} fresh
 * @param {string} text what happened, without a full stop
 * @param {{ key?: string, entry?: string, rows?: boolean }} [how] as `Past.record` takes it, and as `show` does
 */
function change(fresh, text, { key = "", entry = "", rows = true } = {}) {
  const before = now();
  const after = { ...before, ...fresh };
  if (after.items && !after.wish.id) after.wish = { ...after.wish, id: origin };
  if (tooLong(after.wish, after.items) && write(after.wish, after.items).length > write(before.wish, before.items).length) {
    report([FULL]);
    return false;
  }
  opening += 1; // what was still being opened is no longer asked for
  page.removeAttribute("aria-busy");
  if (before.items || past.last || past.next) past.record(before, text, { key, entry });
  ({ wish, items, links } = after);
  putAddress(write(wish, items), entry);
  report([]);
  show({ rows });
  if (items && !key) say(`${text}. ${balance()}`);
  return true;
}

/**
 * Add an item: before the harvest that ends a programme, or at the end. False where there is no room.
 * @param {Item} item
 */
function addTo(item) {
  const now = running();
  const place = now.at(-1)?.soort === "oogst" ? now.length - 1 : now.length;
  const fresh = now.toSpliced(place, 0, ...numbered([item]));
  if (fresh.length > MOST) {
    report([`Er is geen plaats meer: een programma heeft hoogstens ${MOST} onderdelen.`]);
    return false;
  }
  if (item.slug && now.some((other) => other.soort === item.soort && other.slug === item.slug)) {
    report([`${name(item, data())} staat al in het programma.`]);
    return false;
  }
  return change({ items: fresh }, `${name(item, data())} staat nu op plaats ${place + 1} van ${fresh.length}`);
}

/** @type {Record<string, (i: number) => void>} */
const ACTIONS = {
  /** @param {number} i */
  eerder: (i) => move(i, i - 1),
  /** @param {number} i */
  later: (i) => move(i, i + 1),
  /** @param {number} i */
  korter: (i) => setMinutes(i, afterStep(running()[i], -1, data())),
  /** @param {number} i */
  langer: (i) => setMinutes(i, afterStep(running()[i], 1, data())),
  /** @param {number} i */
  weg(i) {
    const title = name(running()[i], data());
    const left = running().toSpliced(i, 1);
    change({ items: left.length ? left : null }, `${title} is weg`);
    if (left.length) return aim(list, String(left[Math.min(i, left.length - 1)].index), "weg");
    wishes.open(true);
    wishes.form.tijd.focus();
    return say(`${title} is weg. Het programma is leeg.`);
  },
  /** @param {number} i */
  notitie(i) {
    const opened = notes.toggle(running()[i]);
    show();
    if (opened) /** @type {HTMLElement | null} */ (list.querySelector(`textarea[data-nummer="${running()[i].index}"]`))?.focus();
  },
  /** @param {number} i */
  wissel(i) {
    const { index } = running()[i];
    if (!alternatives(running(), i, wish, base).length) return say("Er is geen ander dat past.");
    offered = offered === index ? undefined : index;
    show();
    return say(offered === undefined ? "" : "Hieronder staat waar je uit kunt kiezen.");
  },
};

/**
 * Put another item in the place of item `i`.
 * @param {number} i
 * @param {string | undefined} slug
 */
function take(i, slug) {
  const other = alternatives(running(), i, wish, base).find((one) => one.slug === slug);
  if (!other) return;
  const first = name(running()[i], data());
  offered = undefined;
  change({ items: running().with(i, other) }, `${name(other, data())} staat nu in de plaats van ${first}`);
  aim(list, String(other.index), "wissel");
}

/**
 * Move item `from` to place `to`.
 * @param {number} from
 * @param {number} to
 */
function move(from, to) {
  const item = running()[from];
  const row = running().toSpliced(from, 1).toSpliced(to, 0, item);
  change({ items: row }, `${name(item, data())} staat nu op plaats ${to + 1} van ${row.length}`);
}

/**
 * @param {number} i
 * @param {number} minutes
 */
function setMinutes(i, minutes) {
  const item = running()[i];
  const [lowest, highest] = limits(item, data());
  const fresh = Number.isInteger(minutes) ? Math.min(Math.max(minutes, lowest), highest) : item.minutes;
  const text = `${name(item, data())} duurt nu ${duur(fresh)}`;
  if (fresh !== item.minutes) return change({ items: running().with(i, { ...item, minutes: fresh }) }, text);
  show();
  return say(`${text}.`);
}

list.addEventListener("click", ({ target }) => {
  const { doe, nummer, slug } = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("button[data-doe]"))?.dataset ?? {};
  if (!doe) return;
  flush();
  const place = placeOf(nummer);
  if (doe === "neem") take(place, slug);
  else ACTIONS[doe](place);
});
list.addEventListener("change", (event) => {
  const target = /** @type {HTMLInputElement} */ (event.target);
  if (target.dataset.doe === "minuten") setMinutes(placeOf(target.dataset.nummer), target.valueAsNumber);
});
find("verdeel").addEventListener("click", () => {
  change({ items: divide(running(), wish.time, data()) }, "De tijd is opnieuw verdeeld");
  find(find("verdeel").hidden ? "programma-kop" : "verdeel").focus();
});
find("tweede-weg").addEventListener("click", () => {
  change({ wish: { ...wish, over: [] } }, "Wat overbleef is weg");
  find("programma-kop").focus();
});

/**
 * The place of an item by the index of its row.
 * @param {string | undefined} index
 */
const placeOf = (index) => running().findIndex((item) => String(item.index) === index);
/** @param {number} i */
const titleOf = (i) => name(running()[i], data());
const sealed = () => past.seal();
const details = makeDetails({ find, sealed, change: (detail, text, key) => change({ wish: { ...wish, ...detail } }, text, { key }) });
const notes = makeNotes({
  list,
  sealed,
  change(index, note) {
    const i = items ? placeOf(index) : -1;
    if (i < 0 || (running()[i].note ?? "") === note) return true;
    const text = note ? `De notitie bij ${titleOf(i)} is veranderd` : `De notitie bij ${titleOf(i)} is weg`;
    return change({ items: running().with(i, { ...running()[i], note: note || undefined }) }, text, { key: `notitie ${index}`, rows: false });
  },
});
makeDrag(list, {
  start: (i) => say(`${titleOf(i)} opgepakt. Laat los op een andere plaats, of druk op Escape.`),
  over: (_, to) => say(`Plaats ${to + 1} van ${running().length}.`),
  drop: move,
  cancel: (i) => say(`${titleOf(i)} blijft op plaats ${i + 1}.`),
});

/** Keep what is being typed, before anything else changes. */
function flush() {
  details.flush();
  notes.flush();
}

// Undo ----------------------------------------------------------------------------------------------------------------

/**
 * Show what was there before or after a step.
 * @param {State} state
 * @param {string} text what to say
 */
function restore(state, text) {
  const same = JSON.stringify({ ...state.wish, naam: "", plaats: "", begin: "", date: "" }) === JSON.stringify({ ...wish, naam: "", plaats: "", begin: "", date: "" });
  opening += 1;
  page.removeAttribute("aria-busy");
  ({ wish, items, links } = state);
  search = location.search;
  offered = undefined;
  if (!same) wishes.fill(wish); // else what somebody is filling in there stays
  if (!items) wishes.open(true);
  report([]);
  show();
  say(`${text}. ${items ? balance() : ""}`);
}

const undoing = makeUndoing({ find, past, now, putAddress, restore, open, flush });

makeAdditions({ find, template: template("gevonden"), root, addTo, report, say, loaded, werkvormen: base.werkvormen, voorbeelden: base.voorbeelden });
const takeaway = makeTakeaway({ find, root, address, shared, say, whole: () => more, state: () => ({ wish: { ...wish, id: wish.id || origin }, items: running(), data: data() }) });
makeReady(list, () => find("programma-kop").textContent);
/** @type {HTMLDetailsElement} */ (find("tabellen")).open = false;
page.hidden = false;
open();
