// What is said of texts elsewhere on this site: of a story, an example or a werkvorm.

import { fetchText } from "../../../parts/script/beside.js";

/** @typedef {import("../../../outputs/scripts.d.ts").VerhaalGegevens} VerhaalGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").VoorbeeldGegevens} VoorbeeldGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").WerkvormGegevens} WerkvormGegevens */

/**
 * Where that is read: `root` is the address of the site and ends with `/`.
 * @param {string} root
 */
export function makeSources(root) {
  /**
   * The data of a text; null where there is none. Rejects where the site cannot be reached.
   * @param {import("../../../parts/script/beside.js").Soort} soort
   * @param {string} slug
   */
  async function data(soort, slug) {
    const answer = await fetchText(root, soort, slug);
    if (answer.state === "onbekend") throw new Error(answer.address);
    return answer.state === "er" ? answer : null;
  }

  return {
    /**
     * A story by its present or former slug; null without one.
     * @param {string} slug
     * @returns {Promise<VerhaalGegevens | null>}
     */
    verhaal: async (slug) => /** @type {VerhaalGegevens | null} */ (await data("verhaal", slug)),

    /**
     * An example by its present or former slug; null without one.
     * @param {string} slug
     * @returns {Promise<VoorbeeldGegevens | null>}
     */
    voorbeeld: async (slug) => /** @type {VoorbeeldGegevens | null} */ (await data("voorbeeld", slug)),

    /**
     * A werkvorm; null without one.
     * @param {string} slug
     * @returns {Promise<WerkvormGegevens | null>}
     */
    werkvorm: async (slug) => /** @type {WerkvormGegevens | null} */ (await data("werkvorm", slug)),
  };
}
