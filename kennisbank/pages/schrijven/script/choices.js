// Lists of choices: searching in them, also with other words for a value, and the list of stories, which is fetched.

import { fill } from "../../../parts/script/fill.js";
import { formOf, words } from "../../zoeken/script/words.js";

const MOST = 8; // stories shown for one search

/** @typedef {{ spot: HTMLElement, box: HTMLInputElement, label: string, names: string[], explanation: string }} Option */
/** @typedef {{ option: Option, naam: string, exact?: boolean }} Found */

/**
 * Whether every word that was looked for begins a word of a text, or is another form of it.
 * @param {string} text
 * @param {readonly string[]} sought
 */
function fits(text, sought) {
  const presence = words(text);
  return sought.every((word) => presence.some((other) => formOf(other, word)));
}

/**
 * A closed list. `others` are the other words for each value; `say` speaks to who cannot see the page. The template shows
 * by which other word a value was found.
 * @param {HTMLElement} holder
 * @param {HTMLTemplateElement} template
 * @param {Readonly<Record<string, readonly string[]>>} others
 * @param {(text: string) => void} say
 */
export function makeList(holder, template, others, say) {
  const search = /** @type {HTMLInputElement | null} */ (holder.querySelector("[data-zoek]"));
  const nothing = /** @type {HTMLElement} */ (holder.querySelector(".rb-keuzeveld__niets"));
  const explanation = holder.querySelector("[data-uitleg]");
  const options = [.../** @type {NodeListOf<HTMLElement>} */ (holder.querySelectorAll(".rb-optie"))].map((spot) => {
    const box = /** @type {HTMLInputElement} */ (spot.querySelector("input"));
    const label = /** @type {Element} */ (spot.querySelector("label")).textContent;
    const names = [label, ...(others[box.value] ?? [])];
    return { spot, box, label, names, explanation: spot.querySelector(".rb-optie__uitleg")?.textContent ?? "" };
  });

  /**
   * @param {string} text
   * @returns {{ option: Option, naam: string, exact?: boolean }[]}
   */
  function searchFor(text) {
    const sought = words(text);
    if (!sought.length) return [];
    /** @param {string} name */
    const same = (name) => words(name).join(" ") === sought.join(" ");
    const byName = options.flatMap((option) => {
      const exact = option.names.find(same);
      const name = exact ?? option.names.find((name) => fits(name, sought));
      return name ? [{ option, naam: name, exact: Boolean(exact) }] : [];
    });
    return byName.length ? byName : options.filter((option) => fits(option.explanation, sought)).map((option) => ({ option, naam: "" }));
  }

  function show() {
    if (!search) return [];
    const found = searchFor(search.value);
    const busy = words(search.value).length > 0;
    for (const { spot, box, label } of options) {
      const hit = found.find(({ option }) => option.spot === spot);
      spot.hidden = busy && !hit && !box.checked;
      spot.classList.toggle("rb-optie--gevonden", Boolean(hit));
      spot.querySelector(".rb-optie__ook")?.remove();
      if (hit?.naam && hit.naam !== label) {
        spot.querySelector("label")?.after(fill(template, { woord: hit.naam }));
      }
    }
    for (const groep of /** @type {NodeListOf<HTMLElement>} */ (holder.querySelectorAll(".rb-keuzegroep"))) groep.hidden = !groep.querySelector(".rb-optie:not([hidden])");
    nothing.hidden = !busy || found.length > 0;
    nothing.textContent = nothing.hidden ? "" : `Niets gevonden met “${search.value.trim()}”. Probeer een ander woord.`;
    if (busy) say(found.length ? found.map(({ option }) => option.label).join(", ") : nothing.textContent);
    return found;
  }

  search?.addEventListener("input", show);
  search?.addEventListener("keydown", (key) => {
    if (key.key === "Escape" && search.value) {
      key.preventDefault();
      search.value = "";
      show();
    }
    if (key.key !== "Enter") return;
    key.preventDefault(); // it would send the form
    const found = show();
    const exact = found.filter((one) => one.exact);
    const [chosen, ...more] = exact.length ? exact : found;
    if (!chosen || more.length) return;
    const { option } = chosen;
    option.box.click();
    search.value = "";
    show();
    say(`${option.label} ${option.box.checked ? "gekozen" : "niet meer gekozen"}.`);
  });
  explanation?.addEventListener("click", () => {
    const on = holder.classList.toggle("rb-keuzeveld--uitleg");
    explanation.setAttribute("aria-pressed", String(on));
  });
  return {
    wipe() {
      if (!search) return;
      search.value = "";
      show();
    },
  };
}

/**
 * The stories of the site, to choose from by their title. `fetchText()` gives them: title by slug. The template is of one.
 * @param {HTMLElement} holder
 * @param {HTMLTemplateElement} template
 * @param {string} name
 * @param {() => Promise<Readonly<Record<string, string>>>} fetchText
 * @param {(text: string) => void} say
 */
export function makeVerhalen(holder, template, name, fetchText, say) {
  const search = /** @type {HTMLInputElement} */ (holder.querySelector("[data-zoek]"));
  const nothing = /** @type {HTMLElement} */ (holder.querySelector(".rb-keuzeveld__niets"));
  const list = /** @type {Element} */ (holder.querySelector(".rb-opties"));
  /** @type {Readonly<Record<string, string>>} */
  let known = {};
  let turn = 0;

  /**
   * @param {string} slug
   * @param {boolean} chosen
   */
  function option(slug, chosen) {
    const made = fill(template, { naam: name, waarde: slug, label: known[slug] ?? slug });
    /** @type {HTMLInputElement} */ (made.querySelector("input")).checked = chosen;
    return made;
  }

  function chosen() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (list.querySelectorAll("input:checked"))].map((box) => box.value);
  }

  async function show() {
    const now = ++turn;
    try {
      known = await fetchText();
    } catch {
      nothing.hidden = false;
      nothing.textContent = "De lijst met verhalen is nu niet te laden. Laat dit leeg; het kan later nog.";
      return;
    }
    if (now !== turn) return;
    const fixed = chosen().filter((slug) => Object.hasOwn(known, slug));
    const sought = words(search.value);
    const found = sought.length
      ? Object.keys(known).filter((slug) => !fixed.includes(slug) && fits(known[slug], sought))
      : [];
    list.replaceChildren(...fixed.map((slug) => option(slug, true)), ...found.slice(0, MOST).map((slug) => option(slug, false)));
    const more = found.length - MOST;
    nothing.hidden = !sought.length || (found.length > 0 && more <= 0);
    nothing.textContent = more > 0 ? `En nog ${more}. Typ meer van de titel.` : `Geen titel gevonden met “${search.value.trim()}”.`;
    if (sought.length) say(found.length ? `${found.length} gevonden.` : nothing.textContent);
  }

  search.addEventListener("input", show);
  search.addEventListener("keydown", (key) => {
    if (key.key === "Enter") key.preventDefault();
  });
  return {
    /**
     * Put back what was chosen; the titles follow.
     * @param {readonly string[]} slugs
     */
    put(slugs) {
      list.replaceChildren(...slugs.filter((slug) => /^[a-z0-9-]+$/.test(slug)).map((slug) => option(slug, true)));
      if (slugs.length) show();
    },
    wipe() {
      search.value = "";
      nothing.hidden = true;
      list.replaceChildren();
    },
  };
}
