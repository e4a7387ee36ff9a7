// Copies what stands in the box that a button names; without a clipboard what stands there is selected.

import { copy } from "../../script/copy.js";

/** @param {Element} button */
export async function copied(button) {
  const box = /** @type {HTMLTextAreaElement} */ (document.getElementById(button.getAttribute("data-kopieer") ?? ""));
  const said = /** @type {HTMLElement} */ (button.parentElement?.querySelector("[role=status]"));
  said.textContent = "";
  said.textContent = (await copy(box.value, box)) ? "De code is gekopieerd." : "Kopieer de code zelf: die is geselecteerd.";
}
