// A meet-up as it runs, on a beamer or a phone: what happens now, how long still, and what comes next.

import { eerder } from "../../../parts/script/address.js";
import { fill, template } from "../../../parts/script/fill.js";
import { qr } from "../../../parts/script/qr.js";
import { ownStore } from "../../../parts/script/store.js";
import { addressToRead } from "../../sessie/script/elsewhere.js";
import { heading } from "../../sessie/script/output.js";
import { write } from "../../sessie/script/state.js";
import { able, awake } from "./awake.js";
import { act, begin, begins, expected, MINUTE, places, planned, scheduled, where } from "./clock.js";
import { open } from "./given.js";
import { makeKept } from "./kept.js";
import { proposal } from "./shorten.js";
import { parts as partsOf } from "./steps.js";
import { clock, digits, ending, lasting, until } from "./words.js";

/** @typedef {import("./clock.js").Run} Run */
/** @typedef {import("./clock.js").Happening} Happening */

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
const find = (id) => /** @type {T} */ (document.getElementById(`rb-nu-${id}`));
const page = /** @type {HTMLElement} */ (document.getElementById("rb-nu"));
const root = new URL(`${page.dataset.wortel}/`, location.href).href;
/** Minutes that a meet-up may run late before that is said. */
const LATE = 2;
/** Characters of an address that somebody may still type over. */
const SHOWN = 120;

/**
 * Put a text somewhere, and hide the place where there is none.
 * @param {string} id
 * @param {string} text
 */
function put(id, text) {
  const place = find(id);
  if (place.textContent !== text) place.textContent = text;
  place.hidden = !text;
}

/** @param {string} text */
function say(text) {
  find("status").textContent = text;
}

find("bezig").hidden = false;
const { wish, items, data, fetched, messages } = await open(location.search, eerder(), JSON.parse(document.getElementById("rb-gegevens")?.textContent ?? ""), root);
find("melding").replaceChildren(...messages.map((melding) => fill(template("melding"), { melding })));
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (page.querySelectorAll("a[data-naar]"))) link.href = `${root}${link.dataset.naar}/${location.search}`;

const parts = partsOf(items, wish, data, fetched, root);
const plan = planned(parts);
const total = parts.reduce((all, { minuten }) => all + minuten, 0);
const kept = makeKept(ownStore, write(wish, items), plan);
const naam = wish.naam || heading(wish);

/** @type {Run | null} */
let run = null;
/** Whether what happens here is kept: if not, a reload begins anew. */
let keeps = true;
/** The step and the state that were said last. */
let said = "";
let saidLate = false;
let saidOver = false;

const now = () => Date.now();

/**
 * Keep what became of the run, and show it.
 * @param {Run | null} fresh
 */
function become(fresh) {
  run = fresh;
  keeps = kept.write(run, now()) === "";
  show();
}

/** @param {Happening} happening */
function happen(happening) {
  // Another tab may have gone on.
  const latest = keeps ? kept.read() : run;
  if (latest ?? run) become(act(/** @type {Run} */ (latest ?? run), happening, now()));
}

/** @param {boolean} there go on where the clock is */
function start(there) {
  const moment = now();
  const when = scheduled(wish, total, moment);
  const running = when && moment >= when.start && moment < when.end ? when : null;
  const at = running && there ? expected(plan, moment - running.start) : null;
  become(begin(plan, moment, { target: running?.end, at }));
  find("stap").focus();
}

// What is shown ------------------------------------------------------------------------------------------------------

/** @param {boolean} running */
function frame(running) {
  find("hoofd").classList.toggle("rb-alleen-voorlezen", running);
  page.classList.toggle("rb-nu--loopt", running);
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("body > :is(header, a)"))) part.hidden = running;
  for (const id of ["loopt", "bediening", "opnieuw"]) find(id).hidden = !running;
  find("wacht").hidden = running;
  find("waak").hidden = !running || able();
  put("bewaard", !running ? "" : keeps ? "Waar jullie zijn, onthoudt alleen deze browser." : "Deze browser onthoudt niet waar jullie zijn. Laat deze pagina open.");
}

/** @param {number} moment */
function waiting(moment) {
  frame(false);
  awake(false);
  const when = scheduled(wish, total, moment);
  const there = when && expected(plan, moment - when.start);
  const wait = when ? when.start - moment : 0;
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (find("wacht").querySelectorAll("[data-doe=daar]"))) button.hidden = !there;
  put("wacht-kop", there ? "Het is al begonnen" : wait > 0 ? `Begint over ${until(wait)}` : when ? "Het programma is voorbij" : "Klaar om te beginnen");
  const at = there && parts[there.at[0]];
  const elapsed = there ? parts.slice(0, there.at[0] + 1).reduce((all, { minuten }) => all + minuten, 0) : 0;
  put("wacht-tekst", at && when
    ? `Volgens het programma zijn jullie bij ${at.naam}, tot ${clock(when.start + MINUTE * elapsed)}. Daar verder?`
    : wait > 0 && when ? `Om ${clock(when.start)} begint het vanzelf, als deze pagina dan openstaat.`
      : when ? `Het was van ${clock(when.start)} tot ${clock(when.end)}. Je kunt het alsnog beginnen.` : `Het duurt ${lasting(total)}.`);
  put("eind", when ? `${clock(when.start)} tot ${clock(when.end)}` : lasting(total));
  rows(null, moment);
}

/**
 * @param {Run} run
 * @param {number} moment
 */
function running(run, moment) {
  const standing = where(run, moment);
  const { phase, left } = standing;
  const [i, j] = run.at;
  const part = parts[i];
  const step = part.stappen[j];
  const long = run.minutes[i][j] * MINUTE;
  const done = phase === "klaar";
  const over = !done && left < 0;
  frame(true);
  awake(phase === "loopt");

  const many = run.minutes[i].filter((time, k) => time > 0 || k === j).length;
  const place = run.minutes[i].slice(0, j + 1).filter((time, k) => time > 0 || k === j).length;
  put("eind", done ? `Geëindigd om ${clock(standing.end)}` : ending(standing.end, standing.late));
  put("onderdeel", done ? "" : part.naam === step.naam ? part.soortnaam === part.naam ? "" : part.soortnaam : part.naam);
  put("tel", done ? "" : [`${i + 1} van ${parts.length}`, many > 1 ? `stap ${place} van ${many}` : ""].filter(Boolean).join(", "));
  put("stap", done ? "Klaar" : step.naam);
  put("groepen", done ? "" : part.groepen);
  put("doe", done ? "Dit was het programma." : part.soort === "pauze" ? `Terug om ${clock(moment + Math.max(left, 0))}.` : step.doe);
  const questions = done ? [] : step.vragen;
  const list = find("vragen");
  if (list.dataset.van !== `${run.at} ${done}`) {
    list.dataset.van = `${run.at} ${done}`;
    list.replaceChildren(...questions.map((vraag) => fill(template("vraag"), { vraag })));
    list.hidden = !questions.length;
    /** @type {HTMLDetailsElement} */ (find("alles")).open = false;
    put("hele-stap", done ? "" : step.alles);
    find("alles").hidden = done || !step.alles;
    const link = /** @type {HTMLAnchorElement} */ (find("adres"));
    find("meer").hidden = done || !part.adres;
    link.href = part.adres;
    link.textContent = part.adres ? (part.soort === "verhaal" ? `Open het verhaal: ${part.naam}` : part.soort === "voorbeeld" ? `Open het praktijkvoorbeeld: ${part.naam}` : "Open de werkvorm") : "";
    find("notitie").hidden = done || !part.notitie;
    /** @type {HTMLDetailsElement} */ (find("notitie")).open = false;
    put("notitie-tekst", part.notitie);
  }

  const klok = find("klok");
  klok.classList.toggle("rb-nu__klok--om", over);
  put("cijfers", done ? "" : digits(left));
  put("woord", done ? "" : over ? "Tijd is om" : phase === "pauze" ? "Pauze: de tijd staat stil" : `van ${lasting(run.minutes[i][j])}`);
  find("balk").style.inlineSize = `${Math.min(100, Math.max(0, done ? 100 : (100 * (long - left)) / long))}%`;
  find("balk").parentElement?.toggleAttribute("hidden", done);

  const next = places(run.minutes).find(([a, b]) => a > i || (a === i && b > j));
  const following = next && (next[0] === i ? parts[i].stappen[next[1]].naam : parts[next[0]].naam);
  const hierna = done ? "" : (following ?? "het einde");
  put("hierna", hierna);
  /** @type {HTMLElement} */ (find("hierna").parentElement).hidden = done;
  put("hierna-tijd", done ? "" : `om ${clock(moment + Math.max(left, 0))}${next ? `, ${lasting(next[0] === i ? run.minutes[i][next[1]] : run.minutes[next[0]].reduce((a, b) => a + b, 0))}` : ""}`);
  const verder = /** @type {HTMLButtonElement} */ (find("verder"));
  verder.textContent = next || done ? "Volgende" : "Sluit af";
  if (done && document.activeElement === verder) find("stap").focus();
  verder.hidden = done;
  put("pauze", phase === "pauze" ? "Ga verder" : "Pauzeer");
  find("bediening").hidden = done;

  late(run, moment, standing);
  rows(run, moment);
  speak(run, phase, hierna, over);
}

/**
 * What to make shorter, where it runs late.
 * @param {Run} run
 * @param {number} moment
 * @param {import("./clock.js").Standing} standing
 */
function late(run, moment, { phase, late }) {
  const minutes = Math.ceil(late / MINUTE);
  const offered = phase !== "klaar" && minutes >= LATE && minutes >= run.left + LATE;
  const place = find("uitloop");
  const shortened = Boolean(run.before) && !offered && phase !== "klaar";
  keepFocus(find("ingekort"), !shortened);
  find("ingekort").hidden = !shortened;
  put("ingekort-tekst", minutes > 0 ? `Ingekort. Het loopt nog ${lasting(minutes)} uit.` : "Ingekort. Jullie eindigen op tijd.");
  keepFocus(place, !offered);
  place.hidden = !offered;
  if (!offered) {
    saidLate = false;
    return;
  }
  const found = proposal(run, moment, items, parts, wish, data);
  put("uitloop-kop", `Loopt ${lasting(found.needed)} uit${found.changes.length ? ": kort in?" : "."}`);
  const key = JSON.stringify(found.changes);
  const list = find("voorstel");
  if (list.dataset.van !== key) {
    list.dataset.van = key;
    list.replaceChildren(...found.changes.map(({ item, from, to }) => fill(template("wijziging"), {
      naam: item === run.at[0] ? `${parts[item].naam}, wat nog komt` : parts[item].naam,
      van: from, naar: to ? lasting(to) : "0 minuten",
    })));
  }
  list.hidden = !found.changes.length;
  put("voorstel-eind", !found.short
    ? `Dan eindigen jullie om ${clock(run.target)}, zoals gepland.`
    : found.changes.length
      ? `Dan loopt het nog ${lasting(found.short)} uit. Meer kan niet zonder iets over te slaan.`
      : "Korter kan niet zonder iets over te slaan. Spreek af wat je weglaat, of dat het later wordt.");
  /** @type {HTMLElement} */ (place.querySelector("[data-doe=kort]")).hidden = !found.changes.length;
  if (!saidLate) say(`Het loopt ${lasting(found.needed)} uit. Er staat een voorstel om in te korten.`);
  saidLate = true;
}

/**
 * Who is in a part that goes, is then at the step.
 * @param {HTMLElement} part
 * @param {boolean} goes
 */
function keepFocus(part, goes) {
  if (goes && part.contains(document.activeElement)) find("stap").focus();
}

/**
 * Say what changed, for who hears the page; not each second.
 * @param {Run} run
 * @param {string} phase
 * @param {string} next
 * @param {boolean} over
 */
function speak(run, phase, next, over) {
  const [i, j] = run.at;
  const key = `${run.at} ${phase}`;
  if (key !== said) {
    const step = parts[i].stappen[j];
    if (phase === "klaar") say("Het programma is klaar.");
    else if (phase === "pauze") say("De tijd staat stil.");
    else say([`Nu: ${step.naam}, ${lasting(run.minutes[i][j])}.`, step.doe, ...step.vragen, `Hierna: ${next}.`].filter(Boolean).join(" "));
    said = key;
    saidOver = false;
  } else if (over && !saidOver) {
    say("De tijd voor deze stap is om.");
    saidOver = true;
  }
}

// The whole programme -------------------------------------------------------------------------------------------------

const list = find("lijst");
list.replaceChildren(...parts.map(({ naam, stappen }, item) => fill(template("onderdeel"), {
  item: String(item), naam, stappen: stappen.length > 1 ? stappen.map((step, stap) => ({ naam: step.naam, item: String(item), stap: String(stap) })) : [],
})));

/**
 * The list says where we are, and when each item comes.
 * @param {Run | null} run
 * @param {number} moment
 */
function rows(run, moment) {
  const when = scheduled(wish, total, moment);
  const minutes = run?.minutes ?? plan;
  let elapsed = 0;
  const plannedBegins = parts.map(({ minuten }) => {
    const begins = when && when.start + elapsed * MINUTE;
    elapsed += minuten;
    return begins;
  });
  const coming = run ? begins(run, moment) : plannedBegins;
  const [i, j] = run && run.ended === null ? run.at : [run ? parts.length : -1, -1];
  for (const [item, row] of [...list.children].entries()) {
    const long = minutes[item].reduce((a, b) => a + b, 0);
    const start = coming[item];
    const is = item === i;
    row.classList.toggle("rb-nu__rij--nu", is);
    row.classList.toggle("rb-nu__rij--klaar", item < i);
    const button = /** @type {HTMLElement} */ (row.querySelector("button"));
    if (is) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
    /** @param {string} deel @param {string} text */
    const tell = (deel, text) => {
      const place = /** @type {HTMLElement} */ (row.querySelector(`[data-deel=${deel}]`));
      if (place.textContent !== text) place.textContent = text;
    };
    tell("wanneer", start ? clock(start) : "");
    tell("lang", `${long} min`);
    tell("staat", is ? "nu" : item < i ? "geweest" : "");
    for (const [stap, sub] of [...row.querySelectorAll("[data-stap]")].entries()) {
      const text = minutes[item][stap] ? `${minutes[item][stap]} min` : "overgeslagen";
      const place = /** @type {HTMLElement} */ (sub.querySelector("[data-deel]"));
      if (place.textContent !== text) place.textContent = text;
      if (is && stap === j) sub.setAttribute("aria-current", "step");
      else sub.removeAttribute("aria-current");
    }
    const steps = /** @type {HTMLElement | null} */ (row.querySelector("ol"));
    if (steps && steps.hidden === is) {
      keepFocus(steps, !is);
      steps.hidden = !is;
    }
  }
}

function show() {
  const moment = now();
  const when = scheduled(wish, total, moment);
  // Who has the page open when it begins, need not press anything.
  if (!run && seenBefore && when && moment >= when.start && seenBefore < when.start) {
    run = kept.read() ?? begin(plan, when.start, { target: when.end });
    keeps = kept.write(run, moment) === "";
  }
  seenBefore = moment;
  if (run) running(run, moment);
  else waiting(moment);
}

/** When this page was shown last. */
let seenBefore = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** Show it now, and again when the next second of the step begins: by the clock, however long this page slept. */
function tick() {
  clearTimeout(timer);
  show();
  const into = run ? where(run, now()).elapsed % 1000 : now() % 1000;
  timer = setTimeout(tick, 1005 - into);
}

// What people do ------------------------------------------------------------------------------------------------------

const dialog = /** @type {HTMLDialogElement} */ (/** @type {unknown} */ (find("code")));

function code() {
  if (dialog.open) return dialog.close();
  const address = addressToRead(root, wish, items);
  const image = qr(address, "QR-code van het programma voor deelnemers");
  find("code-beeld").replaceChildren(...(image ? [image] : []));
  find("code-beeld").hidden = !image;
  put("code-adres", address.length > SHOWN ? "" : address);
  /** @type {HTMLAnchorElement} */ (find("code-open")).href = address;
  return dialog.showModal();
}

async function full() {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await page.requestFullscreen();
  } catch {
    say("Volledig scherm kan niet in deze browser.");
  }
}
document.addEventListener("fullscreenchange", () => {
  const on = document.fullscreenElement === page;
  find("vol").setAttribute("aria-pressed", String(on));
});
if (!document.fullscreenEnabled) find("vol").hidden = true;

/** @param {string} id */
function fold(id) {
  const details = /** @type {HTMLDetailsElement} */ (find(id));
  if (details.hidden) return;
  details.open = !details.open;
  if (details.open) details.scrollIntoView({ block: "nearest" });
}

function again() {
  become(null);
  say("Het programma staat weer aan het begin.");
  find("wacht-kop").focus();
}

/** @type {Record<string, (button: HTMLElement) => unknown>} */
const ACTIONS = {
  begin: () => start(false),
  daar: () => start(true),
  verder: () => happen({ wat: "verder" }),
  terug: () => happen({ wat: "terug" }),
  volgende: () => happen({ wat: "volgende" }),
  vorige: () => happen({ wat: "vorige" }),
  pauze: () => happen({ wat: run?.paused === null ? "pauze" : "hervat" }),
  erbij({ dataset }) {
    const minutes = Number(dataset.minuten);
    happen({ wat: "erbij", minuten: minutes });
    say(`${lasting(minutes)} erbij.`);
  },
  naar({ dataset }) {
    if (!run) become(begin(plan, now()));
    const item = Number(dataset.item);
    const first = places(plan).find(([i]) => i === item)?.[1] ?? 0;
    happen({ wat: "naar", plek: [item, dataset.stap === undefined ? first : Number(dataset.stap)] });
    find("stap").focus();
    find("blad").scrollIntoView({ block: "start" });
  },
  kort() {
    if (!run) return;
    const found = proposal(run, now(), items, parts, wish, data);
    happen({ wat: "kort", minuten: found.minutes, over: found.short });
    say(found.short ? `Ingekort. Het loopt nog ${lasting(found.short)} uit.` : "Ingekort. Jullie eindigen op tijd.");
  },
  laat() {
    if (!run) return;
    happen({ wat: "laat", minuten: Math.ceil(where(run, now()).late / MINUTE) });
    say("Het blijft zoals het is.");
  },
  herstel() {
    happen({ wat: "herstel" });
    say("De tijden van daarvoor staan er weer.");
  },
  code,
  sluit: () => dialog.close(),
  vol: full,
  opnieuw: again,
};

page.addEventListener("click", ({ target }) => {
  const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("button[data-doe]"));
  if (button) ACTIONS[button.dataset.doe ?? ""]?.(button);
});

/** @type {Record<string, string>} */
const KEYS = { ArrowRight: "verder", PageDown: "verder", " ": "verder", ArrowLeft: "terug", PageUp: "terug", p: "pauze", ".": "pauze" };

addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const on = /** @type {Element | null} */ (document.activeElement);
  if (key === "q") code();
  else if (dialog.open) return; // Esc is the browser's
  else if (key === "f") void full();
  else if (key === "n") fold("notitie");
  else if (key === "?") fold("toetsen");
  else if (key === "Escape") for (const open of /** @type {NodeListOf<HTMLDetailsElement>} */ (page.querySelectorAll("details[open]"))) open.open = false;
  else if (run && KEYS[key] && !(key === " " && on?.closest("button, a, summary"))) {
    if (!event.repeat) ACTIONS[KEYS[key]](page); // a key that is held goes on once
  } else return;
  event.preventDefault();
});

if (items.length) {
  put("naam", naam);
  document.title = `${naam} – ${document.title}`;
  kept.tidy(now());
  run = kept.read();
  addEventListener("storage", ({ key }) => {
    if (key !== kept.name && key !== null) return;
    run = kept.read();
    tick();
  });
  document.addEventListener("visibilitychange", tick);
  addEventListener("pageshow", tick);
  tick();
}
find("blad").hidden = !items.length;
find("leeg").hidden = items.length > 0;
find("bezig").hidden = true;
page.removeAttribute("aria-busy");
page.hidden = false;
