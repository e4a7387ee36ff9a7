// A button that copies what stands in a box: `data-kopieer` names it. Without a clipboard what stands there is selected.

import { copy } from "../../script/copy.js";

for (const button of document.querySelectorAll("button[data-kopieer]")) {
  const box = /** @type {HTMLTextAreaElement} */ (document.getElementById(button.getAttribute("data-kopieer") ?? ""));
  const said = /** @type {HTMLElement} */ (button.parentElement?.querySelector("[role=status]"));
  button.addEventListener("click", async () => {
    said.textContent = "";
    said.textContent = (await copy(box.value, box)) ? "De code is gekopieerd." : "Kopieer de code zelf: die is geselecteerd.";
  });
}
