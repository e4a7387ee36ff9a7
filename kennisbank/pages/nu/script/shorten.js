// What to make shorter when a meet-up runs late, so that it ends in time: a proposal, that a host may take or leave.
//
// First what people do and read, to the least that the planner gives it (a werkvorm then takes its short route), and of
// the item that runs now the steps that are still to come. Then the harvest, never to less than its least. Then all but
// those two to the least that they can have, and the breaks last. What hosts added of their own stays as long as it is.

import { divide, limits } from "../../sessie/script/plan.js";
import { MINUTE, where } from "./clock.js";
import { scaled, spread } from "./steps.js";

/** @typedef {import("./clock.js").Run} Run */
/** @typedef {import("./steps.js").Part} Part */
/** @typedef {import("../../sessie/script/plan.js").Item} Item */
/** @typedef {import("../../sessie/script/plan.js").Wish} Wish */
/** @typedef {import("../../sessie/script/plan.js").Data} Data */
/** @typedef {{ item: number, from: number, to: number }} Change */
/**
 * `needed` is how many minutes it runs late, and `short` how many of them nothing can be found for. `minutes` are those
 * of all steps when it is taken.
 * @typedef {{ needed: number, short: number, changes: readonly Change[], minutes: readonly (readonly number[])[] }} Proposal
 */
/** What can become shorter: its minutes, and the least of it in each turn. @typedef {{ item: number, minutes: number, least: readonly number[] }} Unit */

const TURNS = 4;

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/**
 * How a run that is late can still end in time.
 * @param {Run} run
 * @param {number} now
 * @param {readonly Item[]} items
 * @param {readonly Part[]} parts
 * @param {Wish} wish
 * @param {Data} data
 * @returns {Proposal}
 */
export function proposal(run, now, items, parts, wish, data) {
  const needed = Math.max(0, Math.ceil(where(run, now).late / MINUTE));
  const units = unitsOf(run, items, parts, wish, data);
  const given = units.map(({ minutes }) => minutes);
  let left = needed;
  for (let turn = 0; turn < TURNS && left; turn += 1) {
    // A minute each time of what has most to give; of two that have as much, the later one.
    for (; left; left -= 1) {
      const room = units.map(({ least }, i) => given[i] - least[turn]);
      const most = Math.max(0, ...room);
      if (!most) break;
      given[room.lastIndexOf(most)] -= 1;
    }
  }
  const minutes = run.minutes.map((row) => [...row]);
  for (const [u, { item }] of units.entries()) {
    if (given[u] === units[u].minutes) continue;
    const from = item === run.at[0] ? run.at[1] + 1 : 0;
    const steps = parts[item].stappen.slice(from);
    const fresh = steps.length === minutes[item].length - from ? spread(steps, given[u]) : scaled(minutes[item].slice(from), given[u]);
    minutes[item].splice(from, fresh.length, ...fresh);
  }
  const changes = units.map(({ item, minutes: before }, u) => ({ item, from: before, to: given[u] })).filter(({ from, to }) => from !== to);
  return { needed, short: left, changes, minutes };
}

/**
 * @param {Run} run
 * @param {readonly Item[]} items
 * @param {readonly Part[]} parts
 * @param {Wish} wish
 * @param {Data} data
 * @returns {Unit[]}
 */
function unitsOf(run, items, parts, wish, data) {
  const [now, step] = run.at;
  const planner = divide(items, 0, data, wish).map(({ minutes }) => minutes);
  return items.flatMap((item, i) => {
    if (i < now) return [];
    if (i === now) {
      const minutes = sum(run.minutes[i].slice(step + 1));
      const least = Math.min(minutes, sum(parts[i].stappen.slice(step + 1).map(({ minuten, kort }, k) => Math.min(run.minutes[i][step + 1 + k] ?? 0, kort, minuten))));
      return minutes && item.soort !== "eigen" && item.soort !== "pauze" ? [{ item: i, minutes, least: Array(TURNS).fill(item.soort === "oogst" ? minutes : least) }] : [];
    }
    const minutes = sum(run.minutes[i]);
    const soft = Math.min(minutes, planner[i]);
    const hard = Math.min(soft, limits(item, data)[0]);
    const turns = { eigen: [minutes, minutes, minutes, minutes], oogst: [minutes, soft, soft, soft], pauze: [minutes, minutes, minutes, hard] };
    const least = item.soort === "eigen" || item.soort === "oogst" || item.soort === "pauze" ? turns[item.soort] : [soft, soft, hard, hard];
    return minutes ? [{ item: i, minutes, least }] : [];
  });
}
