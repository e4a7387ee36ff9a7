// What is said of texts elsewhere on this site: of a story that is not among the newest, and the steps of a werkvorm.

import { haal } from "../../../parts/script/beside.js";

/** @typedef {import("../../../outputs/scripts.d.ts").VerhaalGegevens} VerhaalGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").WerkvormGegevens} WerkvormGegevens */

/**
 * Where that is read: `wortel` is the address of the site and ends with `/`.
 * @param {string} wortel
 */
export function maakBronnen(wortel) {
  /**
   * The data of a text; null where there is none. Rejects where the site cannot be reached.
   * @param {import("../../../parts/script/beside.js").Soort} soort
   * @param {string} slug
   */
  async function gegevens(soort, slug) {
    const antwoord = await haal(wortel, soort, slug);
    if (antwoord.staat === "onbekend") throw new Error(antwoord.adres);
    return antwoord.staat === "er" ? antwoord : null;
  }

  return {
    /**
     * A story by its present or former slug; null without one.
     * @param {string} slug
     * @returns {Promise<VerhaalGegevens | null>}
     */
    verhaal: async (slug) => /** @type {VerhaalGegevens | null} */ (await gegevens("verhaal", slug)),

    /**
     * The steps of a werkvorm; none where it has no steps.
     * @param {string} slug
     * @returns {Promise<WerkvormGegevens["stappen"]>}
     */
    stappen: async (slug) => /** @type {WerkvormGegevens | null} */ (await gegevens("werkvorm", slug))?.stappen ?? [],
  };
}
