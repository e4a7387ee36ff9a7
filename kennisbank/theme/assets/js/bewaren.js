// "Bewaar" on a story or a werkvorm, and at the top of every page how much is kept.

import { MEEST, bijWijziging, lees, wijzig, zelfde } from "./gedeeld/opslag.js";

const teller = document.querySelector("#rb-teller");
const knop = document.querySelector("#rb-bewaar");
const gezegd = document.querySelector("#rb-bewaar-gezegd");
let weggehaald; // so that its note is there again when somebody presses twice

bijWijziging(toon);
toon();
knop?.addEventListener("click", wissel);

function toon() {
  const { items } = lees();
  teller.hidden = !items.length;
  teller.lastElementChild.textContent = `(${items.length})`;
  if (!knop) return;
  const bewaard = items.some(zelfde(knop.dataset.soort, knop.dataset.slug));
  knop.hidden = false;
  knop.setAttribute("aria-pressed", bewaard);
  knop.lastElementChild.textContent = bewaard ? "Bewaard" : "Bewaar";
}

function wissel() {
  const { soort, slug } = knop.dataset;
  const weg = knop.getAttribute("aria-pressed") === "true";
  const vol = !weg && lees().items.length >= MEEST.items;
  const titel = document.querySelector("h1").textContent.trim();
  const gelukt = !vol && wijzig((staat) => {
    if (weg) weggehaald = staat.items.find(zelfde(soort, slug));
    staat.items = staat.items.filter((item) => !zelfde(soort, slug)(item));
    if (!weg) staat.items.push({ soort, slug, notitie: weggehaald?.notitie, titel });
  });
  gezegd.textContent = vol
    ? `Je selectie is vol: er passen ${MEEST.items} in.`
    : !gelukt
      ? "Dat lukt niet: je browser bewaart niets voor deze site."
      : weg
        ? "Uit je selectie gehaald."
        : "Staat nu in Mijn selectie, alleen in deze browser.";
}
