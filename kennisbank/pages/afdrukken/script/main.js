// Printing the cards: the button, and the function that the page of the cards had chosen. The choices themselves are CSS.

import { actueel, eerder, keus, lees } from "../../../parts/script/address.js";

const formulier = /** @type {HTMLFormElement} */ (document.querySelector("#rb-afdruk"));
const knop = /** @type {HTMLButtonElement} */ (document.querySelector("#rb-print"));
const { params } = lees(actueel(location.search, { functie: "functie" }, eerder()));

for (const naam of ["functie", "formaat", "kleur", "achterkant"]) {
  const keuzes = /** @type {RadioNodeList} */ (formulier.elements.namedItem(naam));
  const waarden = [.../** @type {NodeListOf<HTMLInputElement>} */ (/** @type {NodeList} */ (keuzes))].map((keuze) => keuze.value);
  keuzes.value = keus(params, naam, waarden, keuzes.value);
}
knop.hidden = false;
knop.addEventListener("click", () => window.print());
formulier.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
