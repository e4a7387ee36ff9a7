// What a host adds: a werkvorm or an example from a list, a story that is searched for, what is pasted, something of
// their own, a break.

import { fill } from "../../../parts/script/fill.js";
import { NAMES } from "./reasons.js";
import { cleanText } from "./state.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanWerkvorm} PlanWerkvorm */
/** @typedef {{ find: (id: string) => HTMLInputElement, template: HTMLTemplateElement, root: string, addTo: (item: Item) => boolean, report: (messages: string[]) => void, say: (text: string) => void, loaded: ReturnType<typeof import("./loaded.js").makeLoaded>, werkvormen: readonly PlanWerkvorm[], voorbeelden: readonly import("./plan.js").Voorbeeld[] }} Page */

const FOUND = 6;
const MINUTES = { verhaal: 15, voorbeeld: 10 };
/** An address of a story or an example, with the folder that says which. */
const PASTED = /(?:^|\/)(verhalen|voorbeelden)\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?(?:[?#].*)?$/;
const OWN = 10;
const PAUZE = 10;

/** @param {Page} page */
export function makeAdditions({ find, template, root, addTo, report, say, loaded, werkvormen, voorbeelden }) {
  const list = find("gevonden-verhalen");
  const field = find("zoek-verhaal");
  /** @type {Awaited<ReturnType<typeof import("../../zoeken/script/engine.js").makeSearcher>> | undefined} */
  let searcher;

  /**
   * @param {string} id
   * @param {() => unknown} act
   */
  function at(id, act) {
    find(id).addEventListener("submit", (event) => {
      event.preventDefault();
      act();
    });
  }

  at("erbij-werkvorm", () => {
    const werkvorm = werkvormen.find(({ slug }) => slug === find("kies-werkvorm").value);
    if (werkvorm) addTo({ soort: "werkvorm", slug: werkvorm.slug, minutes: werkvorm.duur[0] });
  });
  if (voorbeelden.length) at("erbij-voorbeeld", () => addTo({ soort: "voorbeeld", slug: find("kies-voorbeeld").value, minutes: MINUTES.voorbeeld }));
  at("erbij-eigen", () => {
    const text = cleanText(find("eigen").value);
    if (text && addTo({ soort: "eigen", text, minutes: OWN })) find("eigen").value = "";
  });
  find("erbij-pauze").addEventListener("click", () => addTo({ soort: "pauze", minutes: PAUZE }));

  /**
   * @param {"verhaal" | "voorbeeld"} soort
   * @param {string} slug
   */
  async function choose(soort, slug) {
    const found = await loaded.fetch(soort, slug);
    if (!found) return report([`Dat ${NAMES[soort].toLowerCase()} is er niet (meer).`]);
    if (addTo({ soort, slug: found.slug, minutes: MINUTES[soort] })) {
      list.replaceChildren();
      field.value = "";
      field.focus();
    }
    return undefined;
  }

  /**
   * Ask the finder of the site, which is fetched when somebody searches.
   * @param {string} text
   */
  async function search(text) {
    const { makeSearcher } = await import("../../zoeken/script/engine.js");
    searcher ??= await makeSearcher(root, []);
    const found = searcher;
    const { verhalen } = await found.search({ text, choices: {}, order: "" });
    return Promise.all(verhalen.slice(0, FOUND).map(({ page }) => found.data(page)));
  }

  at("erbij-verhaal", async () => {
    const text = field.value.trim();
    if (!text) return;
    try {
      const [, folder, slug] = PASTED.exec(text) ?? [];
      if (slug) return await choose(folder === "verhalen" ? "verhaal" : "voorbeeld", slug);
      const found = await search(text);
      list.replaceChildren(...found.map(({ url, titel, label }) => {
        const line = fill(template, { titel, label });
        line.querySelector("button")?.addEventListener("click", () => choose("verhaal", url.split("/").at(-2) ?? "").catch(failed));
        return line;
      }));
      const count = found.length === 1 ? "1 verhaal gevonden." : `${found.length} verhalen gevonden.`;
      say(found.length ? count : "");
      report(found.length ? [] : ["Geen verhaal gevonden. Probeer een ander woord."]);
    } catch {
      failed();
    }
    return undefined;
  });

  function failed() {
    report(["Zoeken lukt nu niet. Probeer het later opnieuw."]);
  }
}
