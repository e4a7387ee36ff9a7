// The planner of a session: wishes in, a programme out, and the address always says exactly what is shown.

import { current, eerder } from "../../../parts/script/address.js";
import { fill } from "../../../parts/script/fill.js";
import { makeSteps } from "../../../parts/vel/script/steps.js";
import { makeSources } from "./sources.js";
import { makeLoaded } from "./loaded.js";
import { makeAdditions } from "./additions.js";
import { afterStep, aim, showList } from "./list.js";
import { makeTakeaway } from "./takeaway.js";
import { fillPaper } from "./paper.js";
import { EXTRA, FUNCTIES, MENSEN, TIME, limits, alternatives, divide, propose, proposeWhole, total } from "./plan.js";
import { answer } from "./question.js";
import { enumeration, name } from "./reasons.js";
import { cleanText, NAMED, MOST, read, write, tooLong, omitted } from "./state.js";
import { duur, heading, subtitle } from "./output.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").ItemKind} ItemKind */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./state.js").Start} Start */
/** @typedef {import("../../../outputs/scripts.d.ts").Tekstdeel} Tekstdeel */

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
/** @typedef {HTMLFormElement & { vraag: HTMLInputElement, tijd: HTMLInputElement, mensen: HTMLInputElement, functie: RadioNodeList, waar: RadioNodeList }} Wishes */
const form = /** @type {Wishes} */ (find("wens"));
const programma = find("programma");
const list = find("lijst");
const root = new URL(`${page.dataset.wortel}/`, location.href).href;
/** @type {import("../../../outputs/scripts.d.ts").PlanGegevens} */
const base = JSON.parse(find("gegevens").textContent);
const sources = makeSources(root);
const loaded = makeLoaded(sources);
/**
 * The steps of werkvormen that were fetched, by slug.
 * @type {Map<string, readonly Tekstdeel[]>}
 */
const steps = new Map();

/** @type {Wish} */
let wish;
/** @type {Item[] | null} */
let items = null;
let counter = 0;
/**
 * The item for which others are offered, by its index.
 * @type {number | undefined}
 */
let offered;
let round = 0;

/** What is known: of the page itself, and of texts that were fetched. The planner chooses from the page alone. */
const data = () => loaded.joined(base);
/**
 * Whether an item is something to read and to talk about, that may stand elsewhere on the site.
 * @param {Pick<Item, "soort">} item
 */
const isCase = ({ soort }) => soort === "verhaal" || soort === "voorbeeld";
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
const address = () => new URL(location.pathname + write(wish, items), location.href).href;
/** @param {readonly Item[]} row */
const numbered = (row) => row.map((item) => ({ ...item, index: ++counter }));

/** @param {string} text */
function say(text) {
  find("sessie-status").textContent = text;
}

/** @param {readonly string[]} messages */
function report(messages) {
  find("sessie-melding").replaceChildren(...messages.map((melding) => fill(template("melding"), { melding })));
}

// The address ---------------------------------------------------------------------------------------------------------

/** Show what the address says. What is not on the site is left out, and said. */
async function open() {
  round += 1;
  const these = round;
  page.setAttribute("aria-busy", "true");
  const parsed = read(current(location.search, NAMED, eerder()), base);
  const messages = [...parsed.messages];
  const start = [...named("verhaal", parsed.start?.verhalen ?? []), ...named("voorbeeld", parsed.start?.voorbeelden ?? [])];
  const { addresses, gone, unreachable } = await searchFor([...(parsed.items ?? []).filter(isCase), ...start]);
  if (these !== round) return;
  if (gone) messages.push(omitted(gone));
  if (unreachable) messages.push("Een verhaal of een praktijkvoorbeeld kon niet worden opgehaald. Het staat er met zijn adres.");
  wish = parsed.wish;
  const remained = (parsed.items ?? [])
    .filter((item) => !isCase(item) || addresses.has(key(item)))
    .map((item) => (isCase(item) ? { ...item, slug: addresses.get(key(item)) } : item));
  items = remained.length ? numbered(remained) : null;
  if (parsed.start) {
    /** @param {ItemKind} soort */
    const found = (soort) => start.filter((item) => item.soort === soort).flatMap((item) => addresses.get(key(item)) ?? []);
    messages.push(...initial({ ...parsed.start, verhalen: found("verhaal"), voorbeelden: found("voorbeeld") }));
    history.replaceState(null, "", write(wish, items));
  }
  report(messages);
  fillWishes();
  /** @type {HTMLDetailsElement} */ (find("wensen")).open = !items;
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
  wish.time = made.time;
  items = numbered(made.items);
  if (!made.rest.length) return [];
  const names = enumeration(made.rest.map((block) => name({ ...block, minutes: 0 }, data())));
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

function fillWishes() {
  form.vraag.value = wish.vraag ?? "";
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=extra]"))) box.checked = EXTRA.some((one) => one === box.value && wish.extra?.includes(one));
  form.tijd.value = String(wish.time);
  form.mensen.value = String(wish.mensen);
  form.functie.value = wish.functie;
  form.waar.value = wish.online ? "online" : "hier";
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=ruimtes]"))) box.checked = wish.ruimtes.includes(box.value);
  /** @type {HTMLDetailsElement} */ (find("ruimtes")).open = wish.ruimtes.length > 0;
  for (const field of [form.tijd, form.mensen]) field.setCustomValidity("");
  countRuimtes();
  /** @type {HTMLInputElement} */ (find("begin")).value = wish.begin;
  /** @type {HTMLInputElement} */ (find("datum")).value = wish.date;
}

function chosenRuimtes() {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=ruimtes]:checked"))].map((box) => box.value);
}

function countRuimtes() {
  const count = chosenRuimtes().length;
  find("ruimtes-gekozen").textContent = count ? `(${count} gekozen)` : "(mag je overslaan)";
}

for (const [field, [lowest, highest]] of /** @type {const} */ ([[form.tijd, TIME], [form.mensen, MENSEN]])) {
  field.addEventListener("input", () => {
    const number = field.valueAsNumber;
    const good = field.validity.valueMissing || (Number.isInteger(number) && number >= lowest && number <= highest);
    field.setCustomValidity(good ? "" : `Kies een heel getal van ${lowest} tot en met ${highest}.`);
  });
}
form.addEventListener("change", countRuimtes);

/** The stories for the own question are among what the planner chooses from, also those that stand elsewhere on the site. */
async function preferred() {
  const text = cleanText(form.vraag.value);
  if (!text) return { voorkeur: [], links: [] };
  try {
    const found = await answer(root, text);
    await Promise.all(found.verhalen.filter((slug) => !base.verhalen.some((one) => one.slug === slug)).map((slug) => loaded.fetch("verhaal", slug)));
    return found;
  } catch {
    report(["Zoeken bij jullie vraag lukt nu niet. Het programma is zonder gemaakt."]);
    return { voorkeur: [], links: [] };
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  round += 1;
  const these = round;
  report([]);
  const functie = FUNCTIES.find((one) => one === form.functie.value) ?? wish.functie;
  const online = form.waar.value === "online";
  const [time, mensen] = [form.tijd.valueAsNumber, form.mensen.valueAsNumber];
  const extra = EXTRA.filter((one) => form.querySelector(`[name=extra][value=${one}]:checked`));
  const asked = { ...wish, time, mensen, functie, online, extra, vraag: cleanText(form.vraag.value), ruimtes: chosenRuimtes() };
  const { voorkeur, links } = form.vraag.value.trim() ? await preferred() : { voorkeur: [], links: [] };
  if (these !== round) return;
  wish = asked;
  items = numbered(propose({ ...wish, voorkeur }, data()).items);
  offered = undefined;
  history.pushState(null, "", write(wish, items));
  show();
  find("bij-vraag").replaceChildren(...(links.length ? [fill(template("bij-vraag"), { links })] : []));
  find("programma-kop").focus();
  say(`Er staat een programma met ${items.length} onderdelen. ${balance()}`);
});

for (const [id, part] of [["begin", "begin"], ["datum", "date"]]) {
  find(id).addEventListener("change", ({ target }) => {
    wish = { ...wish, [part]: /** @type {HTMLInputElement} */ (target).value };
    save();
  });
}

// The programme -------------------------------------------------------------------------------------------------------

function balance() {
  const difference = wish.time - total(running());
  if (!difference) return `Het past precies in ${duur(wish.time)}.`;
  const together = duur(total(running()));
  if (difference > 0) return `${together} van ${duur(wish.time)}: nog ${duur(difference)} over.`;
  return `${together} in een bijeenkomst van ${duur(wish.time)}: ${duur(-difference)} te lang.`;
}

function show() {
  programma.hidden = !items;
  document.body.classList.toggle("rb-met-programma", Boolean(items));
  if (!items) return;
  const everything = data();
  const difference = wish.time - total(items);
  find("programma-kop").textContent = heading(wish);
  find("ondertitel").textContent = subtitle(wish, total(items));
  find("totaal").textContent = balance();
  find("totaal").classList.toggle("rb-sessie__totaal--over", difference < 0);
  find("totaal").classList.toggle("rb-sessie__totaal--onder", difference > 0);
  find("verdeel").hidden = !difference;
  find("eigen-vraag").textContent = wish.vraag ? `Jullie vraag: ${wish.vraag}` : "";
  showList(list, template("onderdeel"), items, wish, everything, root, offered);
  papier();
  addMore();
}

function papier() {
  fillPaper(find("blad-begeleider"), find("blad-deelnemers"), template, {
    items: running(), wish, data: data(), address: address(),
    samenvatting: loaded.samenvatting,
    steps(item) {
      const parts = item.soort === "werkvorm" ? steps.get(item.slug ?? "") : loaded.tekst(item);
      return parts && makeSteps(parts);
    },
  });
}

/** Fetch what only the hand-outs show, and put it there once it has come. A page that does not come is left out. */
async function addMore() {
  const these = round;
  const needed = running().map(async ({ soort, slug = "" }) => {
    if (soort === "werkvorm" && !steps.has(slug)) steps.set(slug, await sources.steps(slug));
    else if ((soort === "verhaal" || soort === "voorbeeld") && !loaded.has(soort, slug)) await loaded.fetch(soort, slug);
    else return false;
    return true;
  });
  const ready = await Promise.allSettled(needed);
  if (these === round && items && ready.some((one) => one.status === "fulfilled" && one.value)) papier();
}

/**
 * Show and keep a change, and say what happened.
 * @param {string} text
 */
function save(text = "") {
  history.replaceState(history.state, "", write(wish, items));
  show();
  if (text) say(`${text} ${balance()}`);
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
  if (tooLong(wish, fresh)) {
    report(["Er is geen plaats meer: het adres van het programma wordt te lang. Haal er een onderdeel uit, of gebruik minder woorden."]);
    return false;
  }
  if (item.slug && now.some((other) => other.soort === item.soort && other.slug === item.slug)) {
    report([`${name(item, data())} staat al in het programma.`]);
    return false;
  }
  items = fresh;
  report([]);
  save(`${name(item, data())} staat nu op plaats ${place + 1} van ${items.length}.`);
  return true;
}

/** @type {Record<string, (i: number) => void>} */
const ACTIONS = {
  /** @param {number} i */
  eerder: (i) => move(i, -1),
  /** @param {number} i */
  later: (i) => move(i, 1),
  /** @param {number} i */
  korter: (i) => setMinutes(i, afterStep(running()[i], -1, data())),
  /** @param {number} i */
  langer: (i) => setMinutes(i, afterStep(running()[i], 1, data())),
  /** @param {number} i */
  weg(i) {
    const title = name(running()[i], data());
    items = running().toSpliced(i, 1);
    if (!items.length) items = null;
    if (!items) {
      save();
      /** @type {HTMLDetailsElement} */ (find("wensen")).open = true;
      form.tijd.focus();
      return say(`${title} is weg. Het programma is leeg.`);
    }
    save(`${title} is weg.`);
    return aim(list, String(items[Math.min(i, items.length - 1)].index), "weg");
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
  items = running().with(i, other);
  offered = undefined;
  save(`${name(other, data())} staat nu in de plaats van ${first}.`);
  aim(list, String(other.index), "wissel");
}

/**
 * @param {number} i
 * @param {number} step
 */
function move(i, step) {
  const item = running()[i];
  items = running().toSpliced(i, 1).toSpliced(i + step, 0, item);
  save(`${name(item, data())} staat nu op plaats ${i + step + 1} van ${items.length}.`);
}

/**
 * @param {number} i
 * @param {number} minutes
 */
function setMinutes(i, minutes) {
  const item = running()[i];
  const [lowest, highest] = limits(item, data());
  const fresh = Number.isInteger(minutes) ? Math.min(Math.max(minutes, lowest), highest) : item.minutes;
  items = running().with(i, { ...item, minutes: fresh });
  save(`${name(item, data())} duurt nu ${duur(fresh)}.`);
}

list.addEventListener("click", ({ target }) => {
  const { doe, nummer, slug } = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("button[data-doe]"))?.dataset ?? {};
  if (!doe) return;
  const place = running().findIndex((item) => String(item.index) === nummer);
  if (doe === "neem") take(place, slug);
  else ACTIONS[doe](place);
});
list.addEventListener("change", (event) => {
  const target = /** @type {HTMLInputElement} */ (event.target);
  if (target.dataset.doe === "minuten") setMinutes(running().findIndex((item) => String(item.index) === target.dataset.nummer), target.valueAsNumber);
});
find("verdeel").addEventListener("click", () => {
  items = divide(running(), wish.time, data());
  save("De tijd is opnieuw verdeeld.");
  find(find("verdeel").hidden ? "programma-kop" : "verdeel").focus();
});

makeAdditions({ find, template: template("gevonden"), root, addTo, report, say, loaded, werkvormen: base.werkvormen, voorbeelden: base.voorbeelden });
makeTakeaway({ find, root, address, say, state: () => ({ wish, items: running(), data: data() }) });
addEventListener("popstate", open);
/** @type {HTMLDetailsElement} */ (find("tabellen")).open = false;
page.hidden = false;
open();
