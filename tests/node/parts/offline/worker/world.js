// A site and a browser for the keeper, without either: what the site has can change, fail or be away, and so can the store.

import { makeKeeper } from "#js/parts/offline/worker/keeper.js";

export const ROOT = "https://owner.test/repo/";

class Store {
  entries = new Map();
  constructor(room) {
    this.room = room;
  }
  async put(request, answer) {
    if (!this.room()) throw new DOMException("", "QuotaExceededError");
    const url = String(request.url ?? request);
    this.entries.delete(url);
    this.entries.set(url, { text: await answer.text(), headers: new Headers(answer.headers) });
  }
  async match(request) {
    const found = this.entries.get(String(request.url ?? request));
    return found && new Response(found.text, { headers: found.headers });
  }
  async matchAll() {
    return [...this.entries.values()].map(({ text, headers }) => new Response(text, { headers }));
  }
  async keys() {
    return [...this.entries.keys()].map((url) => ({ url }));
  }
  async delete(request) {
    return this.entries.delete(String(request.url ?? request));
  }
}

/** A page with this title. */
export const page = (title, more = "") => `<!doctype html><html lang="nl"><head>${more}</head><body><h1>${title}</h1></body></html>`;

/** A world: `site` is what the site has by path, and `room()`, `net()` tell whether there is any. */
export function makeWorld(site) {
  const stores = new Map();
  const world = { site, room: () => true, net: () => true, open: [], time: Date.parse("2026-11-28T01:00:00Z"), asked: [], stores };
  const caches = {
    open: async (name) => stores.get(name) ?? stores.set(name, new Store(() => world.room())).get(name),
    has: async (name) => stores.has(name),
    keys: async () => [...stores.keys()],
    delete: async (name) => stores.delete(name),
  };
  const fetched = async (url) => {
    const path = String(url).slice(ROOT.length);
    world.asked.push(path);
    await new Promise((done) => setImmediate(done));
    if (!world.net(path)) throw new TypeError("no network");
    const found = world.site[path];
    const type = /\.json$/.test(path) ? "application/json" : /\.js$/.test(path) ? "text/javascript" : /\.css$/.test(path) ? "text/css" : /\.jpg$/.test(path) ? "image/jpeg" : "text/html";
    const answer = new Response(found ?? "", { status: typeof found === "number" ? found : found === undefined ? 404 : 200, headers: { "content-type": type } });
    if (typeof found === "object") return Object.defineProperty(answer, "redirected", { value: true });
    return answer;
  };
  const keeper = makeKeeper({ caches, fetch: fetched, root: ROOT, now: () => new Date(world.time).toISOString(), windows: async () => world.open });
  /** Every text that is kept anywhere, and where. */
  const all = () => [...stores].map(([name, store]) => [name, ...[...store.entries].map(([url, { text }]) => `${url} ${text}`)].join("\n")).join("\n");
  return { world, keeper, all };
}

/** What a site says of itself. */
export const version = (versie, scripts = "assets/js-1/") => JSON.stringify({ versie, scripts, vast: [scripts, "assets/site-1.css"] });
