// Undoing what was done to a programme and doing it again: by a button, by keys, and by Back and Forward of the browser.
//
// One past for the page. What changes a programme is a step; a proposal is also an entry in the history of the browser. Its
// Back and Forward lead to another address: where that is one of the past they are as many steps undone or done again, and
// else a step by themselves. So an entry always has a whole programme, and nothing that was made is lost.

/** @typedef {{ items: unknown, search: string }} State what of a state is known here: whether there is a programme, and its query */

/**
 * `now` gives what is shown, and `restore` shows another state, with what to say; `putAddress` puts a query in the address,
 * in a new entry where that has a name, and `open` reads the address anew. `flush` keeps what is being typed.
 * @template {State} T
 * @param {{ find: (id: string) => HTMLElement, past: import("./history.js").Past<T>, now: () => T, putAddress: (query: string, entry?: string) => void, restore: (state: T, text: string) => void, open: () => unknown, flush: () => void }} page
 */
export function makeUndoing({ find, past, now, putAddress, restore, open, flush }) {
  const buttons = { ongedaan: /** @type {HTMLButtonElement} */ (find("ongedaan")), opnieuw: /** @type {HTMLButtonElement} */ (find("opnieuw")) };

  function undo() {
    flush();
    const { entry } = past.last ?? {};
    if (entry && history.state?.entry === entry) return history.back(); // and then `travel` undoes it
    const step = past.undo(now());
    if (!step) return undefined;
    putAddress(step.state.search);
    restore(step.state, `Ongedaan gemaakt: ${step.label}`);
    return keepFocus("ongedaan");
  }

  function redo() {
    flush();
    const step = past.redo(now());
    if (!step) return;
    putAddress(step.state.search, step.entry);
    restore(step.state, `Opnieuw gedaan: ${step.label}`);
    keepFocus("opnieuw");
  }

  /** Somebody asked for another entry in the history of the browser. */
  function travel() {
    flush();
    const here = now();
    if (location.search === here.search) return undefined; // no more than another place on the page
    const found = past.travel(here, ({ search }) => search === location.search);
    if (!found) return open();
    restore(found.state, `${found.undone ? "Ongedaan gemaakt" : "Opnieuw gedaan"}: ${found.steps.map(({ label }) => label).join(", ")}`);
    return keepFocus(found.undone ? "ongedaan" : "opnieuw");
  }

  /**
   * Who was at something that is gone, or at a button that cannot be pressed any more, is at the other one.
   * @param {keyof typeof buttons} pressed
   */
  function keepFocus(pressed) {
    const at = document.activeElement;
    if (at && at !== document.body && at.checkVisibility() && !at.matches(":disabled")) return;
    if (!now().items) find("zet-terug").focus();
    else if (buttons[pressed].disabled) buttons[pressed === "ongedaan" ? "opnieuw" : "ongedaan"].focus();
    else buttons[pressed].focus();
  }

  buttons.ongedaan.addEventListener("click", undo);
  buttons.opnieuw.addEventListener("click", redo);
  find("zet-terug").addEventListener("click", () => {
    undo();
    find("programma-kop").focus();
  });
  addEventListener("popstate", travel);
  addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (!(ctrlKey || metaKey) || altKey || !["z", "y"].includes(key.toLowerCase())) return;
    // In a field the browser undoes what was typed.
    if (/** @type {Element} */ (target).closest("textarea, input:not([type=radio], [type=checkbox])")) return;
    const again = shiftKey || key.toLowerCase() === "y";
    if (!(again ? past.next : past.last)) return;
    event.preventDefault();
    if (again) redo();
    else undo();
  });

  return {
    /** Show what can be undone, and what can be done again. */
    show() {
      for (const [button, step, what] of /** @type {const} */ ([[buttons.ongedaan, past.last, "Maak ongedaan"], [buttons.opnieuw, past.next, "Doe opnieuw"]])) {
        button.disabled = !step;
        button.setAttribute("aria-label", step ? `${what}: ${step.label}` : what);
      }
      find("ongedaan-wat").textContent = past.last ? `: ‘${past.last.label}’` : "";
      find("kwijt").hidden = Boolean(now().items) || !past.last;
    },
  };
}
