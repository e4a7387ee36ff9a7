// "Bewaar" on a story, a werkvorm or a praktijkvoorbeeld, and at the top of every page how much is kept.

import { MOST, NOT_SAVED, onChange, read, change, same } from "./kept.js";

/** @typedef {import("./kept.js").Item} Item */

const counter = /** @type {HTMLElement} */ (document.querySelector("#rb-teller"));
const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("#rb-bewaar"));
const said = /** @type {HTMLElement} */ (document.querySelector("#rb-bewaar-gezegd"));
/** @type {Item | undefined} */
let removed; // so that its note is there again when somebody presses twice

onChange(show);
show();
button?.addEventListener("click", () => swap(button));

function show() {
  const { items } = read();
  counter.hidden = !items.length;
  /** @type {Element} */ (counter.lastElementChild).textContent = `(${items.length})`;
  if (!button) return;
  const saved = items.some(same(button.dataset.soort ?? "", button.dataset.slug ?? ""));
  button.hidden = false;
  button.setAttribute("aria-pressed", String(saved));
  /** @type {Element} */ (button.lastElementChild).textContent = saved ? "Bewaard" : "Bewaar";
}

/** @param {HTMLButtonElement} button */
function swap(button) {
  const { soort, slug } = /** @type {Item} */ (/** @type {unknown} */ (button.dataset));
  const gone = button.getAttribute("aria-pressed") === "true";
  const full = !gone && read().items.length >= MOST.items;
  const title = /** @type {Element} */ (document.querySelector("h1")).textContent.trim();
  const error = !full && change((state) => {
    const already = state.items.find(same(soort, slug));
    if (gone) {
      removed = already ?? removed;
      state.items = state.items.filter((item) => item !== already);
    } else if (!already) state.items.push({ notitie: "", ...removed, soort, slug, titel: title });
  });
  said.textContent = full
    ? `Je selectie is vol: er passen ${MOST.items} in.`
    : error
      ? NOT_SAVED[error]
      : gone
        ? `Uit je selectie gehaald${removed?.notitie ? ", met je notitie. Wil je die terug? Druk dan nu weer op Bewaar" : ""}.`
        : "Staat nu in Mijn selectie, alleen in deze browser.";
}
