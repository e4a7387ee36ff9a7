// The menu of a narrow window closes when somebody is done with it: with Escape, outside of it, and on the way back.

const menu = /** @type {HTMLDetailsElement} */ (document.querySelector("#rb-menu"));
const button = /** @type {HTMLElement} */ (menu.firstElementChild);

/** @param {EventTarget | null} place */
const within = (place) => place instanceof Node && menu.contains(place);
/** @param {EventTarget | null} place a press on a text gives the focus to all of the page, where nothing is to be done */
const useful = (place) => place instanceof HTMLElement && place.tabIndex >= 0;

function close() {
  menu.open = false;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  close();
  button.focus();
});
document.addEventListener("click", (event) => {
  if (!menu.open || within(event.target)) return;
  close();
  if (!useful(document.activeElement)) button.focus({ preventScroll: true });
});
menu.addEventListener("focusout", (event) => {
  if (useful(event.relatedTarget) && !within(event.relatedTarget)) close();
});
addEventListener("pagehide", close); // a browser that goes back shows a page as it was left
