// What somebody types is kept when they pause, and before anything else happens.

const WAIT = 400; // milliseconds after the last letter

/**
 * Gives `typed(field)`, for each letter, and `flush()`, which keeps at once what waits.
 * @template {HTMLElement} T
 * @param {(field: T) => void} keep
 */
export function makeTyping(keep) {
  /** @type {T | undefined} */
  let waiting;
  let timer = 0;

  function flush() {
    clearTimeout(timer);
    const field = waiting;
    waiting = undefined;
    if (field) keep(field);
  }

  addEventListener("pagehide", flush);
  return {
    flush,
    /** @param {T} field */
    typed(field) {
      if (waiting && waiting !== field) flush();
      waiting = field;
      clearTimeout(timer);
      timer = setTimeout(flush, WAIT);
    },
  };
}
