// The run of a meet-up: at which step it is and since when, and what that means for its end. Pure, and made of moments:
// nothing counts ticks, so a lid that closes, a page that is loaded anew and a second tab change nothing.
//
// Moments are milliseconds since 1970, as `Date.now()` gives them: a time zone or a change of summer time moves none. What
// happens is an event; `act` gives the run that it makes of the one before, and `where` says how things stand.

import { spread } from "./steps.js";

/** @typedef {readonly [number, number]} Place an item and a step in it */
/**
 * `minutes` has for each item those of its steps; a step of 0 is passed over. `began` says of each step when it began, as
 * if there had been no pause since. `target` is when it should end. `turned` is when somebody last went back, `before` the
 * minutes before it was made shorter, and `left` how many minutes too long somebody chose to leave it.
 * @typedef {{
 *   at: Place, began: readonly (readonly (number | null)[])[], minutes: readonly (readonly number[])[],
 *   start: number, target: number, paused: number | null, ended: number | null,
 *   turned: number | null, before: readonly (readonly number[])[] | null, left: number,
 * }} Run
 */
/** @typedef {"verder" | "terug" | "volgende" | "vorige" | "pauze" | "hervat" | "herstel" | "klaar"} Simple */
/**
 * `over` is how many minutes it still runs late when what can be shorter is.
 * @typedef {{ wat: Simple } | { wat: "naar", plek: Place } | { wat: "erbij", minuten: number }
 *   | { wat: "kort", minuten: readonly (readonly number[])[], over?: number } | { wat: "laat", minuten: number }} Happening
 */
/**
 * `left` and `late` are milliseconds: what the step has left, less than nothing when it takes longer, and how much later
 * than it should it all ends if nothing more happens.
 * @typedef {{ phase: "loopt" | "pauze" | "klaar", at: Place, elapsed: number, left: number, end: number, late: number }} Standing
 */

export const MINUTE = 60_000;
/** Within so long after going back, going on is a slip that is put right: the step goes on as if nobody had left it. */
const SLIP = 30_000;

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/**
 * All places of a programme that have time, in order.
 * @param {readonly (readonly number[])[]} minutes
 * @returns {Place[]}
 */
export const places = (minutes) => minutes.flatMap((row, i) => row.flatMap((time, j) => (time > 0 ? [/** @type {Place} */ ([i, j])] : [])));

/**
 * @param {Place} one
 * @param {Place} other
 */
const order = ([a, b], [c, d]) => a - c || b - d;

/**
 * The minutes of what comes after a place.
 * @param {readonly (readonly number[])[]} minutes
 * @param {Place} at
 */
export const after = (minutes, at) => sum(minutes.flatMap((row, i) => row.filter((_, j) => order([i, j], at) > 0)));

/**
 * Where a programme is so many milliseconds after its begin, and how long it has been there; null before and after it.
 * @param {readonly (readonly number[])[]} minutes
 * @param {number} elapsed
 * @returns {{ at: Place, since: number } | null}
 */
export function expected(minutes, elapsed) {
  let since = elapsed;
  if (since < 0) return null;
  for (const at of places(minutes)) {
    const long = minutes[at[0]][at[1]] * MINUTE;
    if (since < long) return { at, since };
    since -= long;
  }
  return null;
}

/**
 * The minutes of the steps of each item, as the programme has them.
 * @param {readonly { minuten: number, stappen: readonly { minuten: number, kort: number }[] }[]} parts
 */
export const planned = (parts) => parts.map(({ minuten, stappen }) => spread(stappen, minuten));

/**
 * A run that begins now. `target` is when it should end, or else it takes its time from now; with `at` it goes on from
 * there, where people have been for so long already.
 * @param {readonly (readonly number[])[]} minutes
 * @param {number} now
 * @param {{ target?: number, at?: { at: Place, since: number } | null }} [how]
 * @returns {Run}
 */
export function begin(minutes, now, { target, at } = {}) {
  const place = at?.at ?? places(minutes)[0];
  const start = now - (at?.since ?? 0) - MINUTE * (sum(minutes.flat()) - after(minutes, place) - minutes[place[0]][place[1]]);
  const began = minutes.map((row, i) => row.map((_, j) => (i === place[0] && j === place[1] ? now - (at?.since ?? 0) : null)));
  return { at: place, began, minutes, start, target: target ?? start + MINUTE * sum(minutes.flat()), paused: null, ended: null, turned: null, before: null, left: 0 };
}

/**
 * How things stand at a moment.
 * @param {Run} run
 * @param {number} now
 * @returns {Standing}
 */
export function where(run, now) {
  const [i, j] = run.at;
  const moment = run.ended ?? now;
  const elapsed = Math.max(0, (run.paused ?? moment) - (run.began[i][j] ?? moment));
  const left = run.minutes[i][j] * MINUTE - elapsed;
  const end = run.ended ?? now + Math.max(left, 0) + after(run.minutes, run.at) * MINUTE;
  return { phase: run.ended !== null ? "klaar" : run.paused !== null ? "pauze" : "loopt", at: run.at, elapsed, left, end, late: end - run.target };
}

/**
 * When each item begins, if nothing more happens; null for what is past, and for the one that is now its own begin.
 * @param {Run} run
 * @param {number} now
 * @returns {(number | null)[]}
 */
export function begins(run, now) {
  const { at, left } = where(run, now);
  let next = now + Math.max(left, 0) + MINUTE * sum(run.minutes[at[0]].slice(at[1] + 1));
  return run.minutes.map((row, i) => {
    if (i < at[0]) return null;
    if (i === at[0]) return run.began[i].find((moment) => moment !== null) ?? now;
    const moment = next;
    next += MINUTE * sum(row);
    return moment;
  });
}

/**
 * @param {readonly (readonly (number | null)[])[]} began
 * @param {(moment: number | null, place: Place) => number | null} change
 */
const changed = (began, change) => began.map((row, i) => row.map((moment, j) => change(moment, [i, j])));

/**
 * The run with everything that began before moved on by a pause that ends now.
 * @param {Run} run
 * @param {number} now
 * @returns {Run}
 */
function resumed(run, now) {
  if (run.paused === null) return run;
  const long = Math.max(0, now - run.paused);
  return { ...run, paused: null, began: changed(run.began, (moment) => moment === null ? null : moment + long) };
}

/**
 * To another step. What began before goes on as it was with `kept`; otherwise it begins now. A step that had no time gets
 * a minute.
 * @param {Run} run
 * @param {Place} place
 * @param {number} now
 * @param {boolean} kept
 * @returns {Run}
 */
function to(run, place, now, kept) {
  const was = run.paused !== null;
  const going = resumed(run, now);
  const [i, j] = place;
  const began = changed(going.began, (moment, [a, b]) => (a === i && b === j ? ((kept && moment) || now) : moment));
  const minutes = going.minutes.map((row, a) => row.map((time, b) => (a === i && b === j ? Math.max(time, 1) : time)));
  return { ...going, at: place, began, minutes, ended: null, turned: null, paused: was ? now : null };
}

/**
 * What becomes of a run by what happens at a moment. What cannot be changes nothing.
 * @param {Run} run
 * @param {Happening} happening
 * @param {number} now
 * @returns {Run}
 */
export function act(run, happening, now) {
  const all = places(run.minutes);
  const next = all.find((place) => order(place, run.at) > 0);
  const back = all.findLast((place) => order(place, run.at) < 0);
  switch (happening.wat) {
    case "verder":
      if (run.ended !== null) return run;
      return next ? to(run, next, now, run.turned !== null && now - run.turned < SLIP) : { ...resumed(run, now), ended: now };
    case "terug":
      if (run.ended !== null) return { ...run, ended: null };
      return back ? { ...to(run, back, now, true), turned: now } : run;
    case "volgende": {
      const place = all.find(([i]) => i > run.at[0]);
      return place && run.ended === null ? to(run, place, now, false) : run;
    }
    case "vorige": {
      const item = run.at[1] > all.filter(([i]) => i === run.at[0])[0]?.[1] ? run.at[0] : (back?.[0] ?? run.at[0]);
      const place = all.find(([i]) => i === item);
      return place && run.ended === null ? to(run, place, now, false) : run;
    }
    case "naar": {
      const [i, j] = happening.plek;
      return run.minutes[i]?.[j] === undefined ? run : to(run, happening.plek, now, false);
    }
    case "pauze":
      return run.paused === null && run.ended === null ? { ...run, paused: now } : run;
    case "hervat":
      return resumed(run, now);
    case "erbij":
      return run.ended === null ? { ...run, minutes: run.minutes.map((row, i) => row.map((time, j) => (order([i, j], run.at) ? time : Math.max(time + happening.minuten, 1)))) } : run;
    case "kort":
      return { ...run, before: run.minutes, left: happening.over ?? 0, minutes: later(run, happening.minuten) };
    case "herstel":
      return run.before ? { ...run, before: null, left: 0, minutes: later(run, run.before) } : run;
    case "laat":
      return { ...run, left: happening.minuten };
    default:
      return run.ended === null ? { ...resumed(run, now), ended: now } : run;
  }
}

/**
 * The minutes of a run, with others for what is still to come.
 * @param {Run} run
 * @param {readonly (readonly number[])[]} minutes
 */
function later(run, minutes) {
  return run.minutes.map((row, i) => row.map((time, j) => (order([i, j], run.at) > 0 ? (minutes[i]?.[j] ?? time) : time)));
}

/**
 * When a meet-up begins and ends by its wishes, in the time of whoever looks; null without a time to begin at. Without a
 * date it is the one of yesterday, today or tomorrow that runs now, or else the nearest that is still to come.
 * @param {{ begin: string, date: string }} wish
 * @param {number} minutes
 * @param {number} now
 */
export function scheduled({ begin, date }, minutes, now) {
  if (!begin) return null;
  const [hours, minute] = begin.split(":").map(Number);
  const today = new Date(now);
  const [year, month, day] = date ? date.split("-").map(Number) : [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  /** @param {number} days */
  const one = (days) => {
    const start = new Date(year, month - 1, day + days, hours, minute).getTime();
    return { start, end: start + minutes * MINUTE };
  };
  if (date) return one(0);
  const yesterday = one(-1);
  return now < yesterday.end ? yesterday : one(0);
}

/**
 * A run as it was kept, if it is one of a programme of this shape; else null. A step that there is no more is left out.
 * @param {unknown} kept
 * @param {readonly (readonly number[])[]} plan
 * @returns {Run | null}
 */
export function restored(kept, plan) {
  const run = /** @type {any} each part is looked at */ (kept);
  /** @param {unknown} rows @param {(value: unknown) => boolean} good */
  const shaped = (rows, good) => Array.isArray(rows) && rows.length === plan.length && rows.every((row, i) => Array.isArray(row) && row.length === plan[i].length && row.every(good));
  /** @param {unknown} value */
  const moment = (value) => typeof value === "number" && Number.isFinite(value) && value >= 0;
  /** @param {unknown} value */
  const maybe = (value) => value === null || moment(value);
  /** @param {unknown} value */
  const time = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 24 * 60;
  if (!run || typeof run !== "object" || !shaped(run.began, maybe) || !shaped(run.minutes, time)) return null;
  const { at, began, minutes, start, target, paused, ended, turned, before, left } = run;
  if (!Array.isArray(at) || at.length !== 2 || plan[at[0]]?.[at[1]] === undefined || began[at[0]][at[1]] === null) return null;
  if (![start, target].every(moment) || ![paused, ended, turned].every(maybe)) return null;
  return { at: [at[0], at[1]], began, minutes, start, target, paused, ended, turned, before: shaped(before, time) ? before : null, left: time(left) ? left : 0 };
}
