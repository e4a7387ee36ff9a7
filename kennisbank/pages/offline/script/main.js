// The list of what is kept in this browser, and the button that wipes it.

import { ROOT, ask } from "../../../parts/offline/script/worker.js";
import { fill, template } from "../../../parts/script/fill.js";
import { grouped } from "./grouped.js";

/** @typedef {import("./grouped.js").Kept} Kept */

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(`rb-${id}`));
const wipe = find("bewaarde-wis");
const NONE = "Deze browser bewaart nog niets van deze site.";

/** @param {string} text */
function say(text) {
  find("bewaarde-gezegd").textContent = text;
}

/**
 * What is kept: each page with its title.
 * @returns {Promise<Kept[]>}
 */
function kept() {
  return ask({ soort: "lijst" }, ({ bladen }) => bladen);
}

async function show() {
  /** @type {Kept[]} */
  let bladen = [];
  try {
    bladen = await kept();
  } catch {
    // no worker: nothing is kept
  }
  const groups = grouped(bladen, ROOT);
  find("bewaarde-lijst").replaceChildren(...groups.map((group) => fill(template("bewaard"), { ...group })));
  wipe.hidden = !groups.length;
  if (!groups.length) say(NONE);
}

wipe.querySelector("button")?.addEventListener("click", async () => {
  try {
    await ask({ soort: "wis" }, ({ gewist }) => gewist);
    find("bewaarde-lijst").replaceChildren();
    wipe.hidden = true;
    say("Alles wat deze browser van de site bewaarde, is gewist.");
  } catch {
    say("Dat lukt niet. Wis de gegevens van deze site in de instellingen van je browser.");
  }
});

const missed = new URLSearchParams(location.search).get("van");
if (missed !== null) {
  const lead = new URL(missed, ROOT);
  if (lead.href.startsWith(ROOT)) {
    const box = find("gemist");
    /** @type {HTMLAnchorElement} */ (box.querySelector("a")).href = lead.href;
    box.hidden = false;
    addEventListener("online", () => location.replace(lead.href));
  }
}
find("bewaarde").hidden = false;
await show();
find("bewaarde").classList.add("rb-bewaarde--klaar");
