// What moves the page waits until a press has landed. Leaving a field shows what is wrong in it; shown between the pressing
// and the letting go of a button, it would move what was pressed from under the pointer.

let press = false; // whether a button of the mouse, or a finger, is down
/** @type {number | undefined} */
let loose; // runs when a press ends without a click
/** @type {(() => void)[]} */
const waiting = [];

addEventListener("pointerdown", initial, true);
addEventListener("mousedown", initial, true); // of a finger it comes after the finger has gone
for (const soort of ["pointerup", "mouseup", "pointercancel"]) addEventListener(soort, soon, true);
for (const soort of ["click", "keydown", "blur", "pagehide"]) addEventListener(soort, ({ target }) => (soort !== "blur" || target === window) && ready(), true);

/**
 * Do this now, or as soon as the press that goes on has landed: always in the order in which it was asked.
 * @param {() => void} act
 */
export function afterPress(act) {
  if (press) waiting.push(act);
  else act();
}

function initial() {
  clearTimeout(loose);
  press = true;
}

/** A click follows at once, or there is none. */
function soon() {
  clearTimeout(loose);
  loose = setTimeout(ready);
}

function ready() {
  clearTimeout(loose);
  press = false;
  for (const act of waiting.splice(0)) act();
}
