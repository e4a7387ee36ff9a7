// Where a meet-up is, kept in this browser so that it goes on after a reload, in a second tab, and after a lid was closed.
//
// Under `ruimte-nu-` and a number made of the programme stand moments and minutes, and nothing of what is in it. What is
// older than a day goes when such a page is opened.

import { restored } from "./clock.js";

/** @typedef {import("./clock.js").Run} Run */
/** @typedef {import("../../../parts/script/store.js").Store} Store */

const NAME = "ruimte-nu-";
const VERSION = 1;
const DAY = 86_400_000;

/**
 * The same text always gives the same characters (FNV-1a).
 * @param {string} text
 */
function mark(text) {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0).toString(36);
}

/** @param {string | null} text */
function parsed(text) {
  try {
    const found = JSON.parse(text ?? "null");
    return found?.versie === VERSION ? found : null;
  } catch {
    return null;
  }
}

/**
 * The place of one programme in a store; `plan` are the minutes of its steps.
 * @param {Store} store
 * @param {string} programme
 * @param {readonly (readonly number[])[]} plan
 */
export function makeKept(store, programme, plan) {
  const name = NAME + mark(programme);

  return {
    name,

    /** @returns {Run | null} */
    read() {
      return restored(parsed(store.read(name))?.loop, plan);
    },

    /**
     * Keep a run, or take away what was kept. Answers with "" when that went well.
     * @param {Run | null} run
     * @param {number} now
     */
    write: (run, now) => run ? store.write(name, JSON.stringify({ versie: VERSION, sinds: now, loop: run })) : store.gone(name),

    /**
     * Take away what nobody changed for a day, of any programme, and what is not ours.
     * @param {number} now
     */
    tidy(now) {
      for (const other of store.names(NAME)) {
        const since = parsed(store.read(other))?.sinds;
        if (typeof since !== "number" || now - since > DAY || since > now + DAY) store.gone(other);
      }
    },
  };
}
