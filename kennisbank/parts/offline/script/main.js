// On every page: lets the browser keep what was read, and says so when what is shown comes from there.

import { ROOT, SCRIPTS, answer, keeps, workers } from "./worker.js";

const bar = /** @type {HTMLElement} */ (document.querySelector("#rb-offline > p"));
const { kopie, waarom = "" } = document.documentElement.dataset;
const SAID = /** @type {Record<string, string>} */ ({
  weg: "Je bent offline. Je ziet wat je eerder opende.",
  traag: "De verbinding is traag. Je ziet wat je eerder opende.",
  storing: "De site heeft een storing. Je ziet wat je eerder opende.",
  vernieuwd: "De site is vernieuwd sinds je deze pagina opende. Laad de pagina opnieuw om verder te gaan.",
  terug: "Je hebt weer verbinding. Laad de pagina opnieuw voor de nieuwste versie.",
});
const WAIT = 5000; // milliseconds
let shown = "";

/** @param {string} what a word of `SAID`, or nothing */
function say(what) {
  if (shown === "vernieuwd" || what === shown) return; // the first is true until the page is loaded again
  shown = what;
  const listed = location.href.startsWith(`${ROOT}offline/`);
  const when = kopie && !listed && what in SAID && !["vernieuwd", "terug"].includes(what) ? ` ${moment(kopie)}` : "";
  const [text, again, list] = /** @type {HTMLCollectionOf<HTMLElement>} */ (bar.children);
  text.textContent = what && SAID[what] + when;
  again.hidden = !["vernieuwd", "terug", "traag", "storing"].includes(what);
  list.hidden = what !== "weg" || listed;
  bar.hidden = !what;
}

/** @param {string} iso */
function moment(iso) {
  const day = new Date(iso);
  return Number.isNaN(day.getTime()) ? "" : `Deze pagina is van ${day.toLocaleString("nl-NL", { dateStyle: "long", timeStyle: "short" })}.`;
}

/** What the browser says of the network is a guess: whether the site answers is what counts. */
async function reached() {
  try {
    return (await fetch(`${ROOT}versie.json`, { cache: "no-store", signal: AbortSignal.timeout(WAIT) })).ok;
  } catch {
    return false;
  }
}

/** @param {ServiceWorkerContainer} container */
async function begin(container) {
  const alone = !container.controller;
  container.addEventListener("message", ({ data }) => {
    if (data?.vernieuwd) say("vernieuwd");
    else if (data?.verbinding === false) say(data.waarom ?? "weg");
    else if (data?.verbinding && shown && !kopie) say("");
  });
  container.startMessages();
  try {
    await container.register(`${ROOT}sw.js`, { scope: ROOT, updateViaCache: "none" });
  } catch {
    answer.refused = true;
    return; // the browser keeps nothing: then nothing is kept
  }
  const here = async (/** @type {string[]} */ adressen) => (await container.ready).active?.postMessage({ soort: "hier", scripts: SCRIPTS, adressen });
  await here(alone ? [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)] : []);
  addEventListener("offline", async () => {
    if (!(await reached())) say(kopie ? waarom : "weg");
  });
  addEventListener("online", async () => {
    if (!(await reached())) return;
    here([]);
    say(kopie ? "terug" : "");
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") here([]);
  });
}

/** In a preview nothing of before may stay in the way. */
async function leave() {
  for (const one of (await workers()?.getRegistrations()) ?? []) if (one.scope === ROOT) await one.unregister();
}

/** @type {HTMLElement} */ (bar.children[1]).addEventListener("click", () => location.reload());
if (kopie) say(waarom);
const container = workers();
if (container && keeps()) {
  // What the page itself fetches comes first.
  if (document.readyState === "complete") begin(container);
  else addEventListener("load", () => begin(container), { once: true });
} else if (container) leave();
