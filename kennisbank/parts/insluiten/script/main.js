// A button that copies what stands in a box: `data-kopieer` names it. How is fetched when somebody presses it.

for (const button of document.querySelectorAll("[data-kopieer]")) {
  button.addEventListener("click", async () => (await import("./copied.js")).copied(button));
}
