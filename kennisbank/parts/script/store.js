// The store of the browser as one place that never throws: what is asked of it, it does, or it says why not. No other
// script touches it, but opslag.js, which every page fetches and which must stay small.

import { waarom } from "../bewaren/script/kept.js";

/** @typedef {"" | "vol" | "dicht"} Uitkomst */
/** @typedef {ReturnType<typeof kast>} Kast */
/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} Opslag */

/**
 * A store. `geef()` gives what behaves as `localStorage`; it may throw, as a browser does that keeps nothing.
 * What writes or takes away answers with "" when that went well, "vol" when there is no room, "dicht" when it is refused.
 * @param {() => Opslag} geef
 */
export function kast(geef) {
  /**
   * @param {(opslag: Opslag) => void} doe
   * @returns {Uitkomst}
   */
  const probeer = (doe) => {
    try {
      doe(geef());
      return "";
    } catch (fout) {
      return waarom(fout);
    }
  };
  return {
    /**
     * What stands under a name, or null.
     * @param {string} naam
     */
    lees(naam) {
      /** @type {string | null} */
      let gelezen = null;
      probeer((opslag) => (gelezen = opslag.getItem(naam)));
      return gelezen;
    },
    /**
     * @param {string} naam
     * @param {string} tekst
     */
    schrijf: (naam, tekst) => probeer((opslag) => opslag.setItem(naam, tekst)),
    /** @param {string} naam */
    weg: (naam) => probeer((opslag) => opslag.removeItem(naam)),
    /**
     * The names that begin so.
     * @param {string} begin
     */
    namen(begin) {
      /** @type {(string | null)[]} */
      let alle = [];
      probeer((opslag) => (alle = Array.from({ length: opslag.length }, (_, nummer) => opslag.key(nummer))));
      return alle.filter((naam) => naam !== null).filter((naam) => naam.startsWith(begin));
    },
    /** Whether the browser lets itself be asked at all. */
    open: () => probeer((opslag) => opslag.getItem("ruimte")) === "",
  };
}

/** The store of this browser for this site. */
export const eigenKast = kast(() => localStorage);
