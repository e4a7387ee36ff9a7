// What is searched for, and the address that says the same: a link that is shared, Back and reload all restore it.

/** @typedef {{ text: string, choices: Record<string, string[]>, order: string, show: number }} SearchState */

export const PER_TIME = 10;

const PLAIN = ["q", "volgorde", "toon"];

/**
 * A search without anything: `choices` are the chosen values by facet.
 * @returns {SearchState}
 */
export function empty() {
  return { text: "", choices: {}, order: "", show: PER_TIME };
}

/**
 * Read a search from the part of an address after `?`. What the finder does not know (`known`) is left out.
 * @param {string} part
 * @param {(name: string, value: string) => boolean} known
 */
export function fromAddress(part, known) {
  const address = new URLSearchParams(part);
  const state = empty();
  state.text = (address.get("q") ?? "").slice(0, 200);
  state.order = ["nieuw", "oud"].find((one) => one === address.get("volgorde")) ?? "";
  const show = Number(address.get("toon"));
  if (Number.isInteger(show) && show > PER_TIME) state.show = Math.min(show, 1000);
  for (const [name, value] of address) {
    if (!PLAIN.includes(name) && known(name, value)) {
      state.choices[name] = [...new Set([...(state.choices[name] ?? []), value])];
    }
  }
  return state;
}

/**
 * The part of an address after `?` that means this search; the same search gives the same address.
 * @param {SearchState} state
 */
export function toAddress(state) {
  const address = new URLSearchParams();
  if (state.text.trim()) address.set("q", state.text.trim());
  for (const name of Object.keys(state.choices).sort()) {
    for (const value of [...state.choices[name]].sort()) address.append(name, value);
  }
  if (state.order) address.set("volgorde", state.order);
  if (state.show > PER_TIME) address.set("toon", String(state.show));
  return address.toString();
}

/**
 * The same search with one value more, or without it when it was there.
 * @param {SearchState} state
 * @param {string} facet
 * @param {string} value
 */
export function swapped(state, facet, value) {
  const changed = { ...state, choices: { ...state.choices }, show: PER_TIME };
  const chosen = new Set(state.choices[facet] ?? []);
  if (!chosen.delete(value)) chosen.add(value);
  if (chosen.size) changed.choices[facet] = [...chosen];
  else delete changed.choices[facet];
  return changed;
}

/** @param {Pick<SearchState, "text" | "choices">} state */
export function isEmpty(state) {
  return !state.text.trim() && Object.keys(state.choices).length === 0;
}
