// What is kept of the site, always of one build: what is fetched is kept only while the site says that it is still that
// build, and when it says another, all that was kept of its content goes at once and is fetched again.

import { AGAIN, MOST, SETTLED, asks, keepable, keyOf, needed, outdated, sortOf, sound, stemOf, surplus, titleOf } from "./rules.js";

/** @typedef {import("../../../outputs/scripts.d.ts").Versie} Versie */
/**
 * What the worker remembers. `halen` are addresses that are still to be fetched for this build, `klaar` those that were set
 * ready, `ouden` the windows that were open when the scripts changed, each with the folder of its scripts, and `sinds` is
 * when the build was first seen, until all was fetched once more.
 * @typedef {{ versie: string, scripts: string, vast: readonly string[], halen: string[], klaar: string[], programmas: Programma[], ouden: Record<string, string>, sinds: string }} State
 */
/**
 * A programme that was set ready: where it is, what it is called, and what it needs.
 * @typedef {{ adres: string, titel: string, nodig: readonly string[] }} Programma
 */
/** @typedef {"er" | "weg" | "net" | "vol"} Outcome kept, not there (any more), no answer, or no room */
/** @typedef {{ caches: CacheStorage, fetch: typeof fetch, root: string, now: () => string, windows: () => Promise<readonly string[]> }} World */

export const WHEN = "x-rb-bewaard";
const BYTES = "x-rb-grootte";
const AT_ONCE = 4;
const WAIT = 20_000; // milliseconds
const SOON = 3000;

/**
 * The name that begins those of all caches of the site at `root`; another site of the same host has others.
 * @param {string} root
 */
export const prefix = (root) => `ruimte|${new URL(root).pathname}|`;

/** @param {World} world */
export function makeKeeper({ caches, fetch, root, now, windows }) {
  const own = prefix(root);
  const offline = `${root}offline/`;
  const STATE = `${root}stand`;
  /** @param {string} versie */
  const content = (versie) => `${own}inhoud|${versie}`;
  const shared = `${own}vast`;
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve();
  /** @type {Promise<void> | undefined} */
  let filling;
  let asked = 0;

  /** @returns {Promise<State | null>} */
  async function state() {
    const said = await (await caches.open(`${own}stand`)).match(STATE);
    return said ? said.json() : null;
  }

  /**
   * Change what is remembered, one change after another. Gives it as it is then.
   * @param {(state: State | null) => State | null | Promise<State | null>} act
   * @returns {Promise<State | null>}
   */
  function change(act) {
    const next = turn.then(async () => {
      const state_ = await act(await state());
      if (state_) await (await caches.open(`${own}stand`)).put(STATE, new Response(JSON.stringify(state_)));
      return state_;
    });
    turn = next.catch(() => {});
    return next;
  }

  /** All that is kept goes. */
  async function wipe() {
    await change(async () => {
      for (const name of await caches.keys()) if (name.startsWith(own)) await caches.delete(name);
      return null;
    });
    asked = 0;
  }

  /**
   * Ask the site which build it is, and keep nothing of another. Gives what is remembered then; "net" where there is no
   * answer, "weg" where this site is no more. `fresh` are windows that are of the new build, and `also` what is fetched with it.
   * @param {{ fresh?: string, also?: readonly string[] }} [known]
   * @returns {Promise<State | "net" | "weg">}
   */
  async function contact({ fresh = "", also = [] } = {}) {
    /** @type {Versie} */
    let said;
    try {
      const answer = await fetch(`${root}versie.json`, { cache: "no-store", signal: AbortSignal.timeout(WAIT) });
      if (answer.status === 404 || answer.status === 410) return "weg";
      if (answer.status !== 200 || answer.redirected) return "net";
      said = await answer.json();
      if (typeof said.versie !== "string" || !Array.isArray(said.vast)) return "net";
    } catch {
      return "net"; // also what a network says instead, where one must log in first
    }
    asked = Date.now();
    const state_ = await change((had) => (had?.versie === said.versie ? settled(had) : renewed(had, said, fresh, also)));
    return /** @type {State} */ (state_);
  }

  /**
   * The same build as before. What was fetched soon after it came is fetched once more, for a host may have copies of its
   * own around the world, and not all of these are renewed at one moment.
   * @param {State} had
   * @returns {Promise<State>}
   */
  async function settled(had) {
    if (!had.sinds || Date.parse(now()) - Date.parse(had.sinds) < SETTLED) return had;
    const cache = await caches.open(content(had.versie));
    const keys = (await cache.keys()).map(({ url }) => url);
    for (const key of keys) if (sortOf({ url: key }, root) === "deel") await cache.delete(key, { ignoreVary: true });
    return { ...had, sinds: "", halen: [...new Set([...had.halen, ...keys.filter((key) => sortOf({ url: key }, root) !== "deel")])] };
  }

  /**
   * Let go of the content of another build; what is to be fetched again is noted first, so that a worker that is stopped
   * here goes on later.
   * @param {State | null} had
   * @param {Versie} said
   * @param {string} fresh
   * @param {readonly string[]} also
   * @returns {Promise<State>}
   */
  async function renewed(had, said, fresh, also) {
    const kept = had && (await caches.has(content(had.versie))) ? (await (await caches.open(content(had.versie))).keys()).map(({ url }) => url) : [];
    const pages = kept.filter((url) => sortOf({ url }, root) === "pagina" || url.endsWith("/gegevens.json"));
    const klaar = had?.klaar ?? [];
    const halen = [...new Set([offline, ...also, ...klaar, ...(had?.halen ?? []), ...pages.slice(-AGAIN)])];
    /** @type {Record<string, string>} */
    const ouden = {};
    const alive = await windows();
    for (const id of alive) if (had && id !== fresh) ouden[id] = had.ouden[id] ?? had.scripts;
    /** @type {State} */
    const state_ = { ...said, halen, klaar, ouden, programmas: had?.programmas ?? [], sinds: now() };
    try {
      await (await caches.open(`${own}stand`)).put(STATE, new Response(JSON.stringify(state_)));
    } catch {
      // no room to note it: the content goes all the same, and then there is room
    }
    for (const name of await caches.keys()) if (name.startsWith(content("")) && name !== content(said.versie)) await caches.delete(name);
    return state_;
  }

  /**
   * A copy, of the build that the site had last; undefined without one.
   * @param {string} key
   */
  async function copy(key) {
    const state_ = await state();
    if (!state_ || !(await caches.has(content(state_.versie)))) return undefined;
    return (await caches.open(content(state_.versie))).match(key, { ignoreVary: true });
  }

  /**
   * A picture in another width or format, where it is not kept in this one.
   * @param {string} key
   */
  async function likeness(key) {
    const state_ = await state();
    if (!state_ || key.endsWith(".json") || !(await caches.has(content(state_.versie)))) return undefined;
    const cache = await caches.open(content(state_.versie));
    const other = (await cache.keys()).find(({ url }) => stemOf(url) === stemOf(key) && sortOf({ url }, root) === "deel");
    return other && cache.match(other, { ignoreVary: true });
  }

  /** @param {string} key */
  async function forget(key) {
    const state_ = await state();
    if (state_) await (await caches.open(content(state_.versie))).delete(key, { ignoreVary: true });
  }

  /**
   * Keep what was fetched, which is known to be of the build that is remembered. A page brings along what it needs.
   * @param {string} key
   * @param {Response} answer
   * @param {string} versie
   * @returns {Promise<Outcome>}
   */
  async function keep(key, answer, versie) {
    const blob = await answer.blob();
    const html = sortOf({ url: key }, root) === "pagina" ? await blob.text() : "";
    if (html && key !== offline && !keepable(html)) {
      await forget(key);
      return "weg";
    }
    const headers = new Headers(answer.headers); // what a host says of safety goes along
    for (const name of ["content-encoding", "content-length"]) headers.delete(name);
    headers.set(WHEN, now());
    headers.set(BYTES, String(blob.size));
    if (blob.size > MOST.one) return "vol";
    if ((await state())?.versie !== versie) return "net"; // renewed in the meantime: it is fetched again
    try {
      const cache = await caches.open(content(versie));
      await cache.delete(key, { ignoreVary: true }); // so that what was used last comes last
      await cache.put(key, new Response(blob, { headers }));
    } catch {
      return "vol";
    }
    if ((await state())?.versie !== versie) await caches.delete(content(versie));
    return html ? parts(needed(html, key)) : "er";
  }

  /**
   * Fetch what pages share, as far as it is not there; with what it asks for itself. Pictures are of the build.
   * @param {readonly string[]} addresses
   * @returns {Promise<Outcome>}
   */
  async function parts(addresses) {
    const todo = [...addresses];
    const cache = await caches.open(shared);
    /** @type {Outcome} */
    let worst = "er";
    for (const url of todo) {
      const sort = sortOf({ url }, root);
      if (sort === "deel") {
        const got = (await copy(keyOf(url))) ? "er" : await bring(url);
        if (got === "net" || got === "vol") worst = got;
      }
      if (sort !== "vast") continue;
      let answer = await cache.match(url, { ignoreVary: true });
      if (!answer) {
        const got = await part(url);
        if (typeof got === "string") {
          if (got !== "weg") worst = got;
          continue;
        }
        answer = got;
      }
      if (url.endsWith(".js")) todo.push(...asks(await answer.text(), url).filter((other) => !todo.includes(other)));
    }
    return worst;
  }

  /**
   * Fetch one of those and keep it: its name has its hash.
   * @param {string} url
   * @returns {Promise<Response | Outcome>}
   */
  async function part(url) {
    let answer;
    try {
      answer = await fetch(url, { signal: AbortSignal.timeout(WAIT) });
    } catch {
      return "net";
    }
    if (!sound(answer, url)) return answer.status >= 500 ? "net" : "weg";
    return (await keepPart(url, answer.clone())) ? answer : "vol";
  }

  /**
   * @param {string} url
   * @param {Response} answer
   */
  async function keepPart(url, answer) {
    try {
      await (await caches.open(shared)).put(url, answer);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Fetch something of the content and keep it, past what the browser still has of before.
   * @param {string} url
   * @returns {Promise<Outcome>}
   */
  async function bring(url) {
    const had = await state();
    if (!had) return "net";
    const key = keyOf(url);
    let answer;
    try {
      answer = await fetch(key, { cache: "no-cache", signal: AbortSignal.timeout(WAIT) });
    } catch {
      return "net";
    }
    if (answer.status >= 500) return "net";
    if (!sound(answer, key)) {
      await forget(key);
      return "weg";
    }
    return keep(key, answer, had.versie);
  }

  /**
   * Fetch several, a few at once. Gives what became of each; `each` is called after each.
   * @param {readonly string[]} addresses
   * @param {(done: number) => void} [each]
   */
  async function bringAll(addresses, each = () => {}) {
    /** @type {Map<string, Outcome>} */
    const outcomes = new Map();
    const waiting = [...addresses];
    const work = async () => {
      for (let url = waiting.shift(); url; url = waiting.shift()) {
        outcomes.set(url, await bring(url));
        each(outcomes.size);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return outcomes;
  }

  /** Fetch what is still to be fetched for this build, and clear away what no page needs. */
  function fill() {
    filling ??= filled().finally(() => {
      filling = undefined;
    });
    return filling;
  }

  async function filled() {
    const first = await state();
    if (first?.halen.length) {
      const outcomes = await bringAll(first.halen);
      if (![...outcomes.values()].includes("net")) {
        const later = await contact(); // was it all of one build?
        if (typeof later !== "string" && later.versie !== first.versie) return filled();
      }
      await change((state_) => {
        if (state_?.versie !== first.versie) return state_;
        const left = state_.halen.filter((url) => (outcomes.get(url) ?? "net") === "net");
        return without({ ...state_, halen: left }, outcomes);
      });
    }
    return tidy();
  }

  /**
   * Without what the site has no more: a programme that names it goes too, for its address has the name.
   * @param {State} state_
   * @param {ReadonlyMap<string, Outcome>} outcomes
   * @returns {State}
   */
  function without(state_, outcomes) {
    const gone = (/** @type {string} */ url) => outcomes.get(url) === "weg";
    return { ...state_, klaar: state_.klaar.filter((url) => !gone(url)), programmas: state_.programmas.filter(({ nodig }) => !nodig.some(gone)) };
  }

  /** Keep within bounds, and let go of shared parts that no open page and no build of today needs. */
  async function tidy() {
    const alive = await windows();
    const state_ = await change((had) => had && { ...had, ouden: Object.fromEntries(Object.entries(had.ouden).filter(([id]) => alive.includes(id))) });
    if (!state_) return;
    if (await caches.has(content(state_.versie))) {
      const cache = await caches.open(content(state_.versie));
      const keys = (await cache.keys()).map(({ url }) => url);
      const answers = await cache.matchAll();
      const entries = keys.map((key, index) => ({ key, bytes: Number(answers[index]?.headers.get(BYTES) ?? 0), ready: key === offline || state_.klaar.includes(key) }));
      for (const key of surplus(entries)) await cache.delete(key, { ignoreVary: true });
    }
    if (state_.halen.length || Object.keys(state_.ouden).length) return;
    const cache = await caches.open(shared);
    for (const key of outdated((await cache.keys()).map(({ url }) => url), state_.vast, root)) await cache.delete(key);
  }

  /**
   * Set pages and data ready: they are kept whatever else goes, and fetched first when the site was renewed. `optional` may
   * be missing on the site.
   * @param {Omit<Programma, "nodig">} programma
   * @param {readonly string[]} addresses
   * @param {readonly string[]} optional
   * @param {(done: number, all: number) => void} progress
   * @returns {Promise<{ missed: string[], why: Outcome }>}
   */
  async function ready(programma, addresses, optional, progress) {
    const all = [...new Set([...addresses, ...optional].map(keyOf))];
    const begun = await contact();
    if (typeof begun === "string") return { missed: all, why: "net" };
    const noted = await change((state_) => state_ && {
      ...state_,
      klaar: [...new Set([...state_.klaar, ...all])].slice(-MOST.copies),
      programmas: [...state_.programmas.filter(({ adres }) => adres !== programma.adres), { ...programma, nodig: addresses.map(keyOf) }].slice(-MOST.programmas),
    }).catch(() => null);
    if (!noted) return { missed: all, why: "vol" };
    progress(0, all.length);
    const outcomes = await bringAll([offline, ...all], (done) => progress(Math.min(done, all.length), all.length));
    const spared = new Set(optional.map(keyOf));
    const failed = all.filter((url) => outcomes.get(url) !== "er" && !(spared.has(url) && outcomes.get(url) === "weg"));
    await change((state_) => state_ && without(state_, outcomes));
    await contact().then(() => fill());
    const why = failed.map((url) => outcomes.get(url) ?? "net");
    return { missed: failed, why: why.find((one) => one === "vol") ?? why[0] ?? "er" };
  }

  /**
   * Of these, what is not kept now; and whether any of it was set ready.
   * @param {readonly string[]} addresses
   */
  async function missing(addresses) {
    const state_ = await state();
    const keys = addresses.map(keyOf);
    const there = await Promise.all(keys.map(copy));
    return { missing: keys.filter((_, index) => !there[index]), ready: keys.filter((key) => state_?.klaar.includes(key)) };
  }

  /** The pages that are kept: the address and the title of each, and whether it was set ready. */
  async function pages() {
    const state_ = await state();
    if (!state_ || !(await caches.has(content(state_.versie)))) return [];
    const cache = await caches.open(content(state_.versie));
    /** @type {{ adres: string, titel: string, klaar: boolean, programma?: boolean }[]} */
    const found = state_.programmas.map(({ adres, titel }) => ({ adres, titel, klaar: true, programma: true }));
    for (const { url } of await cache.keys()) {
      if (sortOf({ url }, root) !== "pagina" || url === offline) continue;
      const titel = titleOf((await (await cache.match(url))?.text()) ?? "");
      if (titel) found.push({ adres: url, titel, klaar: state_.klaar.includes(url) });
    }
    return found;
  }

  return {
    state, contact, copy, likeness, forget, keep, keepPart, bring, bringAll, fill, tidy, ready, missing, pages, wipe, change, shared, offline,
    /** Whether the site was asked which build it is a moment ago. */
    lately: () => Date.now() - asked < SOON,
  };
}
