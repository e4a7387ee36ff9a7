// The store of the browser as one place that never throws: what is asked of it, it does, or it says why not. No other
// script touches it, but kept.js, which every page fetches and which must stay small.

import { reasonOf } from "../bewaren/script/kept.js";

/** @typedef {"" | "vol" | "dicht"} Outcome */
/** @typedef {ReturnType<typeof store>} Store */
/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} Backing */

/**
 * A store. `give()` gives what behaves as `localStorage`; it may throw, as a browser does that keeps nothing.
 * What writes or takes away answers with "" when that went well, "vol" when there is no room, "dicht" when it is refused.
 * @param {() => Backing} give
 */
export function store(give) {
  /**
   * @param {(storage: Backing) => void} act
   * @returns {Outcome}
   */
  const tryOnce = (act) => {
    try {
      act(give());
      return "";
    } catch (error) {
      return reasonOf(error);
    }
  };
  return {
    /**
     * What stands under a name, or null.
     * @param {string} name
     */
    read(name) {
      /** @type {string | null} */
      let parsed = null;
      tryOnce((storage) => (parsed = storage.getItem(name)));
      return parsed;
    },
    /**
     * @param {string} name
     * @param {string} text
     */
    write: (name, text) => tryOnce((storage) => storage.setItem(name, text)),
    /** @param {string} name */
    gone: (name) => tryOnce((storage) => storage.removeItem(name)),
    /**
     * The names that begin so.
     * @param {string} begin
     */
    names(begin) {
      /** @type {(string | null)[]} */
      let all = [];
      tryOnce((storage) => (all = Array.from({ length: storage.length }, (_, index) => storage.key(index))));
      return all.filter((name) => name !== null).filter((name) => name.startsWith(begin));
    },
    /** Whether the browser lets itself be asked at all. */
    open: () => tryOnce((storage) => storage.getItem("ruimte")) === "",
  };
}

/** The store of this browser for this site. */
export const ownStore = store(() => localStorage);
