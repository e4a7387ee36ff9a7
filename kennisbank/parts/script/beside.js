// What the site says of a story, a werkvorm or a praktijkvoorbeeld: the data beside its page, so that it is as new as the site.

/** @typedef {import("../../outputs/scripts.d.ts").VerhaalGegevens} VerhaalGegevens */
/** @typedef {import("../../outputs/scripts.d.ts").WerkvormGegevens} WerkvormGegevens */
/** @typedef {import("../../outputs/scripts.d.ts").VoorbeeldGegevens} VoorbeeldGegevens */
/** @typedef {import("../../outputs/scripts.d.ts").Verhuisd} Verhuisd */
/** @typedef {"verhaal" | "werkvorm" | "voorbeeld"} Soort */
/** @typedef {{ state: "er", address: string, short: string } & (VerhaalGegevens | WerkvormGegevens | VoorbeeldGegevens)} Found */
/** @typedef {Found | { state: "weg" | "onbekend", address: string }} Answer */

/** The folder of each kind in an address. */
export const MAP = { verhaal: "verhalen", werkvorm: "werkvormen", voorbeeld: "voorbeelden" };
const FILE = "gegevens.json";
const WAIT = 20_000; // milliseconds

/** @type {Map<string, Promise<Answer>>} */
const fetched = new Map();

/**
 * The full address of a page; `root` is that of the site.
 * @param {string} root
 * @param {Soort} soort
 * @param {string} slug
 */
export function addressOf(root, soort, slug) {
  return new URL(`${MAP[soort]}/${slug}/`, root).href;
}

/**
 * What is beside a page, with its address, its `short` one for on paper, and `state: "er"`; where it is gone or withdrawn
 * `state: "weg"`, and `state: "onbekend"` where there is no answer. Asked for once; a failure may be tried again.
 * @param {string} root
 * @param {Soort} soort
 * @param {string} slug by which the text is known, or was before
 * @returns {Promise<Answer>}
 */
export function fetchText(root, soort, slug) {
  const address = addressOf(root, soort, slug);
  let answer = fetched.get(address);
  if (!answer) {
    answer = read(root, soort, slug).catch(() => {
      fetched.delete(address);
      return { state: "onbekend", address };
    });
    fetched.set(address, answer);
  }
  return answer;
}

/**
 * @param {string} root
 * @param {Soort} soort
 * @param {string} slug
 * @returns {Promise<Answer>}
 */
async function read(root, soort, slug, onward = true) {
  const address = addressOf(root, soort, slug);
  const answer = await fetch(address + FILE, { signal: AbortSignal.timeout(WAIT) });
  if (answer.status === 404 || answer.status === 410) return { state: "weg", address };
  if (!answer.ok) throw new Error(answer.statusText);
  /** @type {VerhaalGegevens | WerkvormGegevens | VoorbeeldGegevens | Verhuisd} */
  const data = await answer.json();
  if (!("verhuisd" in data)) return { ...data, state: "er", address, short: data.kort ? new URL(data.kort, root).href : address };
  return onward ? read(root, soort, data.verhuisd, false) : { state: "weg", address };
}
