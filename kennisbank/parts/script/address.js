// What stands in an address is from anybody: read what is meant, leave out the rest, and say so.

/** @typedef {string | Record<string, string>} Soort what the slugs of a parameter name: a kind, or a kind by the letter before them */

/** Characters of the longest query that is read; browsers and QR codes stop well before. */
export const LONGEST = 8000;

/** What the lists of texts in an address name, by their letter. */
export const NAMED = { s: "verhaal", w: "werkvorm", k: "praktijkvoorbeeld" };

/** A slug with what a page writes around it: `c15.` before it in a programme and a note after it, `.2` behind it for a question of a card. */
const COMPONENT = /^(?:([cwkio])\d{1,3}\.)?([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.\d{1,3})?(?:~n.*)?$/su;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The parameters of a query such as `location.search`, and sentences about what was not read.
 * @param {string} search
 * @returns {{ params: URLSearchParams, messages: string[] }}
 */
export function readQuery(search) {
  if (search.length > LONGEST) {
    return { params: new URLSearchParams(), messages: ["Het adres is te lang. Wat erachter stond, is niet gelezen."] };
  }
  return { params: new URLSearchParams(search), messages: [] };
}

/**
 * What this page says of names that changed: by kind the name of today of each that was in use before.
 * @returns {import("../../outputs/scripts.d.ts").Eerder}
 */
export function eerder() {
  return JSON.parse(document.querySelector("#rb-eerder")?.textContent ?? "{}");
}

/**
 * The same query with the names of today, so that a link that was shared long ago shows the same. `soorten` says of each
 * parameter what its slugs name: a kind, or a kind by the letter before them. `names` is what `eerder` gives.
 * @param {string} search
 * @param {Record<string, Soort>} soorten
 * @param {import("../../outputs/scripts.d.ts").Eerder} names
 */
export function current(search, soorten, names) {
  if (search.length > LONGEST || !Object.keys(names).length) return search;
  let changed = false;
  /**
   * @param {string} soort
   * @param {string} slug
   */
  const now = (soort, slug) => {
    const fresh = names[soort];
    if (!fresh || !Object.hasOwn(fresh, slug)) return slug;
    changed = true;
    return fresh[slug];
  };
  /**
   * @param {string} text
   * @param {Soort} soort
   */
  const part = (text, soort) => {
    const [, letter, slug] = COMPONENT.exec(text) ?? [];
    const which = typeof soort === "string" ? soort : soort[letter];
    return slug && which ? text.replace(slug, now(which, slug)) : text;
  };
  const params = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(search)) {
    const soort = Object.hasOwn(soorten, name) ? soorten[name] : undefined;
    const [list, ...rest] = name.startsWith("n") ? value.split(":") : [value];
    params.append(name, soort ? [list.split(",").map((one) => part(one, soort)).join(","), ...rest].join(":") : value);
  }
  return changed ? `?${params}` : search;
}

/**
 * A whole number between two limits, or the default where there is none, or another.
 * @param {URLSearchParams} params
 * @param {string} name
 * @param {number} lowest
 * @param {number} highest
 * @param {number} changed
 */
export function number(params, name, lowest, highest, changed) {
  const text = params.get(name) ?? "";
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return value >= lowest && value <= highest ? value : changed;
}

/**
 * One of the values that are allowed, or the default.
 * @param {URLSearchParams} params
 * @param {string} name
 * @template {string} T
 * @param {readonly T[]} values
 * @param {T} changed
 * @returns {T}
 */
export function pick(params, name, values, changed) {
  const value = params.get(name);
  return values.find((one) => one === value) ?? changed;
}

/**
 * The slugs of one parameter, with commas between them, each once and in order, and how many were left out.
 * `knows` tells whether a slug is on the site.
 * @param {URLSearchParams} params
 * @param {string} name
 * @param {number} most
 * @param {(slug: string) => boolean} knows
 */
export function slugs(params, name, most, knows) {
  const parts = (params.get(name) ?? "").split(",").filter(Boolean);
  const parsed = [...new Set(parts)].filter((slug) => SLUG.test(slug) && knows(slug)).slice(0, most);
  return { parsed, gone: new Set(parts).size - parsed.length };
}
