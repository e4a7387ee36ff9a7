// What was done to a programme, to undo and to do again. It knows no page: a state is whatever it is given.

/**
 * A thing that was done: `state` is how it was on the other side of it, `label` says what was done. Steps in a row with the
 * same `key` are one, as the letters of a word are; `entry` names the entry in the history of the browser that it made.
 * @template T
 * @typedef {{ state: T, label: string, key: string, entry: string }} Step
 */

/** Steps that can be undone. */
export const MOST_STEPS = 100;

/** @template T */
export class Past {
  constructor() {
    /** @type {Step<T>[]} with the state before each, the last one last */
    this.done = [];
    /** @type {Step<T>[]} with the state after each, the next one last */
    this.undone = [];
  }

  /** What would be undone. */
  get last() {
    return this.done.at(-1);
  }

  /** What would be done again. */
  get next() {
    return this.undone.at(-1);
  }

  /**
   * Something was done: what was undone before it is over.
   * @param {T} before
   * @param {string} label
   * @param {{ key?: string, entry?: string }} [how]
   */
  record(before, label, { key = "", entry = "" } = {}) {
    const last = this.done.at(-1);
    const same = Boolean(key) && last?.key === key && !this.undone.length;
    const step = { state: same && last ? last.state : before, label, key, entry };
    this.done = [...(same ? this.done.slice(0, -1) : this.done), step].slice(-MOST_STEPS);
    this.undone = [];
  }

  /** What comes now is a step of its own, whatever its key. */
  seal() {
    const last = this.done.at(-1);
    if (last) this.done = [...this.done.slice(0, -1), { ...last, key: "" }];
  }

  /**
   * Undo the last step. Gives it with the state to return to; nothing where there is none.
   * @param {T} now
   */
  undo(now) {
    const step = this.done.at(-1);
    if (!step) return undefined;
    this.done = this.done.slice(0, -1);
    this.undone = [...this.undone, { ...step, key: "", state: now }];
    return step;
  }

  /**
   * Do the next step again. Gives it with the state to go to; nothing where there is none.
   * @param {T} now
   */
  redo(now) {
    const step = this.undone.at(-1);
    if (!step) return undefined;
    this.undone = this.undone.slice(0, -1);
    this.done = [...this.done, { ...step, key: "", state: now }];
    return step;
  }

  /**
   * Go to the nearest state of which `is` holds: back first, or else ahead. Gives that state and the steps on the way to
   * it, undone or done again; nothing where there is none, and then nothing changed.
   * @param {T} now
   * @param {(state: T) => boolean} is
   * @returns {{ state: T, steps: Step<T>[], undone: boolean } | undefined}
   */
  travel(now, is) {
    for (const [from, undone] of /** @type {const} */ ([[this.done, true], [this.undone, false]])) {
      const place = from.findLastIndex(({ state }) => is(state));
      if (place < 0) continue;
      const steps = from.slice(place).reverse();
      let state = now;
      for (let left = steps.length; left; left -= 1) state = /** @type {Step<T>} */ (undone ? this.undo(state) : this.redo(state)).state;
      return { state, steps, undone };
    }
    return undefined;
  }
}
