// Printing the cards: the button, and the function that the page of the cards had chosen. The choices themselves are CSS.

import { actueel, eerder, keus, lees } from "./gedeeld/adres.js";

const formulier = document.querySelector("#rb-afdruk");
const knop = document.querySelector("#rb-print");
const { params } = lees(actueel(location.search, { functie: "functie" }, eerder()));

for (const naam of ["functie", "formaat", "kleur", "achterkant"]) {
  const keuzes = formulier.elements[naam];
  const waarden = [...keuzes].map((keuze) => keuze.value);
  keuzes.value = keus(params, naam, waarden, keuzes.value);
}
knop.hidden = false;
knop.addEventListener("click", () => window.print());
formulier.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
