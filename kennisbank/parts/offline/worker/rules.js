// What becomes of each thing that a page asks for, and what is read in what was fetched: rules without a browser.

/**
 * Why the worker answers itself, and how: "pagina" and "gegevens" (data beside a page) come from the network while there is
 * one; "deel" belongs to one build (the index of the finder, pictures), "vast" has its hash in its name; "" is not ours.
 * @typedef {"pagina" | "gegevens" | "deel" | "vast" | ""} Sort
 */
/** @typedef {{ url: string, method?: string, mode?: string, headers?: { has(name: string): boolean } }} Asked */
/** @typedef {{ key: string, bytes: number, ready: boolean }} Entry */

/** The most that is kept: copies, and bytes of all together and of one; and programmes that were set ready. */
export const MOST = { copies: 400, bytes: 30_000_000, one: 3_000_000, programmas: 20 };
/** Milliseconds after which a copy is shown while the network has not answered. */
export const PATIENCE = 4000;
/** Milliseconds after which all is fetched once more: some of what a host keeps around the world may still have been of before. */
export const SETTLED = 15 * 60_000;
/** Pages that are fetched again when the site was renewed, beside what was set ready. */
export const AGAIN = 40;

const PICTURE = /\.(?:avif|webp|jpe?g|png|gif|svg)$/;
const SHARED = /^assets\/(?:(?:js|fonts)-[0-9a-f]+\/.+|[a-z0-9-]+-[0-9a-f]+\.(?:css|png)|favicon\.svg)$/;
const TYPES = /** @type {const} */ ({ css: /css/, js: /javascript/, html: /html/, json: /json/, svg: /svg/ });

/**
 * What becomes of what is asked; `root` is the address of the site, with a slash at its end.
 * @param {Asked} asked
 * @param {string} root
 * @returns {Sort}
 */
export function sortOf({ url, method = "GET", mode = "", headers }, root) {
  if (method !== "GET" || headers?.has("range") || !url.startsWith(root)) return "";
  const path = new URL(url).pathname.slice(new URL(root).pathname.length);
  const last = path.slice(path.lastIndexOf("/") + 1);
  if (path.startsWith("assets/")) return SHARED.test(path) ? "vast" : "";
  if (!last || last === "index.html" || (mode === "navigate" && !last.includes("."))) return "pagina";
  if (last === "gegevens.json" || path === "inhoud.json" || path === "zoeken/index.json") return "gegevens";
  return path.startsWith("zoeken/") || PICTURE.test(path) ? "deel" : "";
}

/**
 * The address under which it is kept: of a page one for all questions, with its slash.
 * @param {string} url
 */
export function keyOf(url) {
  const { origin, pathname } = new URL(url);
  const path = pathname.replace(/\/index\.html$/, "/");
  return origin + (/\/[^/.]+$/.test(path) ? `${path}/` : path);
}

/**
 * The name that a picture has in all its widths and formats: `kast-480.avif` is `kast.jpg` too.
 * @param {string} url
 */
export const stemOf = (url) => url.replace(/(?:-\d+)?\.\w+$/, "");

/**
 * Whether an answer is the thing itself: whole, of this address, and of the type that its name says.
 * @param {{ status: number, type: string, redirected: boolean, headers: { get(name: string): string | null } }} answer
 * @param {string} url
 */
export function sound({ status, type, redirected, headers }, url) {
  if (status !== 200 || redirected || !["basic", "default"].includes(type)) return false;
  const name = new URL(url).pathname;
  const end = name.endsWith("/") ? "html" : (/\.(\w+)$/.exec(name)?.[1] ?? "html");
  const said = headers.get("content-type") ?? "";
  return end in TYPES ? TYPES[/** @type {keyof typeof TYPES} */ (end)].test(said) : !TYPES.html.test(said);
}

/**
 * Whether a page may be kept: what no search engine may list (a notice that a text was withdrawn, an address that leads on)
 * may not.
 * @param {string} html
 */
export function keepable(html) {
  return !/<meta name="robots" content="noindex">/.test(html);
}

/**
 * The addresses of what a page needs that all pages share, and of its pictures.
 * @param {string} html
 * @param {string} url that of the page
 */
export function needed(html, url) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const [tag, name] of html.replace(/<noscript>[\s\S]*?<\/noscript>/g, "").matchAll(/<(link|script|img)\b[^>]*>/g)) {
    if (name === "link" && !/\brel="(?:stylesheet|icon|preload|modulepreload)"/.test(tag)) continue;
    const address = /\s(?:href|src)="([^"{]+)"/.exec(tag)?.[1];
    if (address) found.add(new URL(address.replaceAll("&amp;", "&"), url).href);
  }
  return [...found];
}

/**
 * The addresses of what a script asks for itself.
 * @param {string} text
 * @param {string} url
 */
export function asks(text, url) {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map(([, address]) => new URL(address, url).href);
}

/**
 * What stands above a page, as text.
 * @param {string} html
 */
export function titleOf(html) {
  const [, title = ""] = /<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(html) ?? [];
  /** @type {Record<string, string>} */
  const names = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", shy: "" };
  const text = title.replace(/<[^>]*>/g, "").replace(/&(?:#(\d+)|([a-z]+));/g, (whole, code, name) => (code ? String.fromCodePoint(Number(code)) : (names[name] ?? whole)));
  return text.replace(/\s+/g, " ").trim();
}

/**
 * A page that says of itself that it is a copy: of when, and why ("weg": no network, "traag": a slow one, "storing": a
 * failure of the host).
 * @param {string} html
 * @param {string} when
 * @param {string} why
 */
export function marked(html, when, why) {
  return html.replace("<html ", `<html data-kopie="${when.replace(/[^\w:.+-]/g, "")}" data-waarom="${why}" `);
}

/**
 * The keys of what goes so that the rest fits in `most`: of all, oldest first. What was set ready stays; whoever sets ready
 * more than fits is told so.
 * @param {readonly Entry[]} entries
 * @param {{ copies: number, bytes: number }} most
 */
export function surplus(entries, most = MOST) {
  let copies = entries.length;
  let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  /** @type {string[]} */
  const gone = [];
  for (const entry of entries) {
    if (copies <= most.copies && bytes <= most.bytes) break;
    if (entry.ready) continue;
    gone.push(entry.key);
    copies -= 1;
    bytes -= entry.bytes;
  }
  return gone;
}

/**
 * What of the shared parts no build of today has: `shared` are the addresses, below the root, of those that it has; that of a
 * folder ends with a slash.
 * @param {readonly string[]} keys
 * @param {readonly string[]} shared
 * @param {string} root
 */
export function outdated(keys, shared, root) {
  return keys.filter((key) => !shared.some((one) => (one.endsWith("/") ? key.startsWith(root + one) : key === root + one)));
}
