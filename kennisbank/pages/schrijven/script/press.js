// What moves the page waits until a press has landed. Leaving a field shows what is wrong in it; shown between the pressing
// and the letting go of a button, it would move what was pressed from under the pointer.

let druk = false; // whether a button of the mouse, or a finger, is down
/** @type {number | undefined} */
let los; // runs when a press ends without a click
/** @type {(() => void)[]} */
const wachtend = [];

addEventListener("pointerdown", begin, true);
addEventListener("mousedown", begin, true); // of a finger it comes after the finger has gone
for (const soort of ["pointerup", "mouseup", "pointercancel"]) addEventListener(soort, straks, true);
for (const soort of ["click", "keydown", "blur", "pagehide"]) addEventListener(soort, ({ target }) => (soort !== "blur" || target === window) && klaar(), true);

/**
 * Do this now, or as soon as the press that goes on has landed: always in the order in which it was asked.
 * @param {() => void} doe
 */
export function naKlik(doe) {
  if (druk) wachtend.push(doe);
  else doe();
}

function begin() {
  clearTimeout(los);
  druk = true;
}

/** A click follows at once, or there is none. */
function straks() {
  clearTimeout(los);
  los = setTimeout(klaar);
}

function klaar() {
  clearTimeout(los);
  druk = false;
  for (const doe of wachtend.splice(0)) doe();
}
