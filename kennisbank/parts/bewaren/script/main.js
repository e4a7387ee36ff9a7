// "Bewaar" on a story or a werkvorm, and at the top of every page how much is kept.

import { MEEST, NIET, bijWijziging, lees, wijzig, zelfde } from "./kept.js";

/** @typedef {import("./kept.js").Item} Item */

const teller = /** @type {HTMLElement} */ (document.querySelector("#rb-teller"));
const knop = /** @type {HTMLButtonElement | null} */ (document.querySelector("#rb-bewaar"));
const gezegd = /** @type {HTMLElement} */ (document.querySelector("#rb-bewaar-gezegd"));
/** @type {Item | undefined} */
let weggehaald; // so that its note is there again when somebody presses twice

bijWijziging(toon);
toon();
knop?.addEventListener("click", () => wissel(knop));

function toon() {
  const { items } = lees();
  teller.hidden = !items.length;
  /** @type {Element} */ (teller.lastElementChild).textContent = `(${items.length})`;
  if (!knop) return;
  const bewaard = items.some(zelfde(knop.dataset.soort ?? "", knop.dataset.slug ?? ""));
  knop.hidden = false;
  knop.setAttribute("aria-pressed", String(bewaard));
  /** @type {Element} */ (knop.lastElementChild).textContent = bewaard ? "Bewaard" : "Bewaar";
}

/** @param {HTMLButtonElement} knop */
function wissel(knop) {
  const { soort, slug } = /** @type {Item} */ (/** @type {unknown} */ (knop.dataset));
  const weg = knop.getAttribute("aria-pressed") === "true";
  const vol = !weg && lees().items.length >= MEEST.items;
  const titel = /** @type {Element} */ (document.querySelector("h1")).textContent.trim();
  const fout = !vol && wijzig((staat) => {
    const al = staat.items.find(zelfde(soort, slug));
    if (weg) {
      weggehaald = al ?? weggehaald;
      staat.items = staat.items.filter((item) => item !== al);
    } else if (!al) staat.items.push({ notitie: "", ...weggehaald, soort, slug, titel });
  });
  gezegd.textContent = vol
    ? `Je selectie is vol: er passen ${MEEST.items} in.`
    : fout
      ? NIET[fout]
      : weg
        ? `Uit je selectie gehaald${weggehaald?.notitie ? ", met je notitie. Wil je die terug? Druk dan nu weer op Bewaar" : ""}.`
        : "Staat nu in Mijn selectie, alleen in deze browser.";
}
