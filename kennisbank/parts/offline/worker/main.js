// The service worker of the site: it answers what pages ask, from the network or from what it kept.

import { makeKeeper, WHEN } from "./keeper.js";
import { PATIENCE, keyOf, marked, sortOf, sound } from "./rules.js";

/** @typedef {{ id: string, postMessage(message: unknown): void }} Window */
/** @typedef {Event & { request: Request, clientId: string, resultingClientId: string, respondWith(answer: Promise<Response>): void, waitUntil(work: Promise<unknown>): void }} Fetched */
/** @typedef {Event & { data: any, source: Window | null, ports: readonly MessagePort[], waitUntil(work: Promise<unknown>): void }} Message */
/**
 * What a worker has that a page has not.
 * @typedef {{ registration: ServiceWorkerRegistration, skipWaiting(): Promise<void>, addEventListener(name: string, act: (event: any) => void): void, clients: { claim(): Promise<void>, get(id: string): Promise<Window | undefined>, matchAll(options: object): Promise<readonly Window[]> } }} Worker
 */

const worker = /** @type {Worker} */ (/** @type {unknown} */ (self));
const root = worker.registration.scope;
const all = () => worker.clients.matchAll({ type: "window", includeUncontrolled: true });
const keeper = makeKeeper({
  caches,
  fetch: (...asked) => fetch(...asked),
  root,
  now: () => new Date().toISOString(),
  windows: async () => (await all()).map(({ id }) => id),
});

worker.addEventListener("install", (event) => {
  // What cannot be fetched now is fetched later: that must not keep the worker from beginning.
  event.waitUntil(keeper.contact().then(() => keeper.fill()).catch(() => {}).then(() => worker.skipWaiting()));
});
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (/** @type {Fetched} */ event) => {
  const sort = sortOf(event.request, root);
  if (!sort) return;
  const answer = sort === "vast" ? shared(event.request) : sort === "deel" ? ofBuild(event) : newest(event, sort === "pagina");
  event.respondWith(answer.catch(() => fetch(event.request))); // a store that fails is no reason to show nothing
});

/** @param {Request} request */
async function shared(request) {
  const had = await (await caches.open(keeper.shared)).match(request.url, { ignoreVary: true });
  if (had) return had;
  const answer = await fetch(request);
  if (sound(answer, request.url)) await keeper.keepPart(request.url, answer.clone());
  return answer;
}

/**
 * What belongs to one build, and is in it for good.
 * @param {Fetched} event
 */
async function ofBuild(event) {
  const { request } = event;
  const key = keyOf(request.url);
  const had = await keeper.copy(key);
  if (had) return had;
  const before = await keeper.state();
  const answer = await fetch(request, { cache: "no-cache" }).catch(() => keeper.likeness(key));
  if (!answer) return Response.error();
  if (before && sound(answer, request.url)) event.waitUntil(keepOfBuild(key, answer.clone(), before.versie));
  return answer;
}

/**
 * @param {string} key
 * @param {Response} answer
 * @param {string} versie
 */
async function keepOfBuild(key, answer, versie) {
  const now = keeper.lately() ? await keeper.state() : await keeper.contact();
  if (now && typeof now !== "string" && now.versie === versie) await keeper.keep(key, answer, versie);
}

/**
 * A page or its data: of the network, and where that fails or is slow, the copy.
 * @param {Fetched} event
 * @param {boolean} page
 */
async function newest(event, page) {
  const { request, clientId } = event;
  const key = keyOf(request.url);
  const before = await keeper.state();
  if (!page && isOld(before, clientId)) return refused(clientId);
  const had = await keeper.copy(key);
  const network = fetch(request, { cache: "no-cache" }).catch(() => undefined);
  const cared = network.then((answer) => care(event, key, page, before?.versie, answer?.clone()));
  event.waitUntil(cared.catch(() => {}));
  const answer = await (had ? Promise.race([network, late()]) : network);
  if (answer && answer !== "traag" && answer.status < 500) {
    if (page) return answer;
    tell(clientId, { verbinding: true });
    const now = await cared.catch(() => null);
    return now && isOld(now, clientId) ? refused(clientId) : answer;
  }
  const here = new URL(request.url);
  if (had && page && keyOf(request.url) === `${here.origin}${here.pathname}/`) return Response.redirect(`${key}${here.search}`); // as a host does
  const why = answer === "traag" ? "traag" : answer ? "storing" : "weg";
  if (had && page) return new Response(marked(await had.text(), had.headers.get(WHEN) ?? "", why), { headers: had.headers });
  if (!page) tell(clientId, { verbinding: false, waarom: why });
  if (had) return had;
  if (answer && answer !== "traag") return answer;
  if (page && request.mode === "navigate" && key !== keeper.offline && (await keeper.copy(keeper.offline))) {
    return Response.redirect(`${keeper.offline}?van=${encodeURIComponent(request.url.slice(root.length))}`);
  }
  return Response.error();
}

/** @returns {Promise<"traag">} */
const late = () => new Promise((done) => setTimeout(done, PATIENCE, "traag"));

/**
 * After an answer of the network: is the site still the same build? Only then is the answer kept. Gives what is remembered.
 * @param {Fetched} event
 * @param {string} key
 * @param {boolean} page
 * @param {string | undefined} versie
 * @param {Response | undefined} answer
 */
async function care(event, key, page, versie, answer) {
  if (!answer) return null;
  const good = sound(answer, key);
  const now = !page && keeper.lately() ? await keeper.state() : await keeper.contact({ fresh: page ? event.resultingClientId : "", also: good && page ? [key] : [] });
  if (now === "weg") {
    await keeper.wipe(); // this site is no more: nothing of it stays
    await worker.registration.unregister();
    return null;
  }
  if (!now || now === "net") return null;
  const rest = async () => {
    if (answer.status === 404 || answer.status === 410) await keeper.forget(key);
    else if (good && now.versie === versie) await keeper.keep(key, answer, versie);
    await keeper.fill();
  };
  const done = rest();
  event.waitUntil(done.catch(() => {}));
  return now;
}

/**
 * Whether a window is of a build with other scripts: data of today need not fit them.
 * @param {import("./keeper.js").State | null} state
 * @param {string} id
 */
const isOld = (state, id) => state !== null && id in state.ouden && state.ouden[id] !== state.scripts;

/** @param {string} id */
function refused(id) {
  tell(id, { vernieuwd: true });
  return new Response(null, { status: 409, statusText: "De site is vernieuwd" });
}

/**
 * @param {string} id
 * @param {object} message
 */
async function tell(id, message) {
  (await worker.clients.get(id))?.postMessage(message);
}

// What pages ask for ---------------------------------------------------------------------------------------------------

/** @type {Record<string, (message: any, port: MessagePort, source: Window | null) => Promise<unknown>>} */
const ACTS = {
  /** A page says that it is there: of which build it is, and what it fetched while no worker was there. */
  async hier({ scripts, adressen }, port, source) {
    const now = await keeper.contact({ fresh: source?.id });
    if (typeof now === "string") return port?.postMessage({ verbinding: now !== "net" });
    const id = source?.id ?? "";
    const old = scripts !== now.scripts;
    await keeper.change((state) => {
      if (!state) return state;
      const { [id]: _, ...ouden } = state.ouden;
      return { ...state, ouden: old ? { ...ouden, [id]: scripts } : ouden };
    });
    if (old) source?.postMessage({ vernieuwd: true });
    port?.postMessage({ verbinding: true });
    const content = adressen.filter((/** @type {string} */ url) => ["pagina", "gegevens", "deel"].includes(sortOf({ url }, root)));
    await keeper.bringAll([...new Set(/** @type {string[]} */ (content).map(keyOf))]);
    return keeper.fill();
  },
  async klaar({ programma, adressen, ook }, port) {
    const told = (/** @type {number} */ done, /** @type {number} */ number) => port.postMessage({ gedaan: done, totaal: number });
    /** @type {Awaited<ReturnType<typeof keeper.ready>>} */
    const made = await keeper.ready(programma, adressen, ook, told).catch(() => ({ missed: adressen, why: "vol" })); // a store that fails
    port.postMessage({ mist: made.missed, waarom: made.why });
  },
  async mist({ adressen }, port) {
    const { missing, ready } = await keeper.missing(adressen);
    port.postMessage({ mist: missing, klaar: ready });
  },
  async lijst(_, port) {
    port.postMessage({ bladen: await keeper.pages() });
  },
  async wis(_, port) {
    await keeper.wipe();
    port.postMessage({ gewist: true });
    await keeper.contact();
    await keeper.fill();
  },
};

worker.addEventListener("message", (/** @type {Message} */ event) => {
  const act = ACTS[event.data?.soort];
  if (act) event.waitUntil(act(event.data, event.ports[0], event.source));
});
