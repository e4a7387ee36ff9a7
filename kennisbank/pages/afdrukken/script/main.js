// Printing the cards: the button, and what the page of the cards had chosen. The choices themselves are CSS.

import { current, eerder, pick, readQuery } from "../../../parts/script/address.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector("#rb-afdruk"));
const button = /** @type {HTMLButtonElement} */ (document.querySelector("#rb-print"));
const { params } = readQuery(current(location.search, { functie: "functie" }, eerder()));

for (const name of ["toon", "formaat", "functie", "kleur", "achterkant"]) {
  const choices = /** @type {RadioNodeList} */ (form.elements.namedItem(name));
  const values = [.../** @type {NodeListOf<HTMLInputElement>} */ (/** @type {NodeList} */ (choices))].map((choice) => choice.value);
  choices.value = pick(params, name, values, choices.value);
}
button.hidden = false;
button.addEventListener("click", () => window.print());
form.addEventListener("submit", (event) => event.preventDefault());
