// The minutes of the steps of a werkvorm, in the time that a programme has for it.

/** @typedef {import("../../../outputs/scripts.d.ts").StapGegevens} Stap */
/** @typedef {"heel" | "kort" | "krap"} Route the whole one, the short one or something between them, or less than that */
/** @typedef {Stap & { nummer: number, tijd: number }} Getimed `tijd` are its minutes in this programme, 0 where it is left out */

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/**
 * The steps with the minutes that fit, which are so many together; none where the steps do not say what they take.
 *
 * With time for all of it each step has its own, and what is left over goes to the longest. With less it is the short
 * route, in which each shortened step gets its part of what is left over, and a step that was left out comes back when
 * there is time for all of it. With less than that every step gives in.
 * @param {readonly Stap[]} verloop
 * @param {number} minutes
 * @returns {{ stappen: Getimed[], route: Route }}
 */
export function fit(verloop, minutes) {
  const steps = verloop.map((step, index) => ({ ...step, nummer: index + 1, tijd: 0 }));
  const whole = sum(steps.map((step) => step.minuten));
  const short = sum(steps.map((step) => step.kort));
  if (!whole) return { stappen: [], route: "heel" };
  if (minutes >= whole) {
    for (const step of steps) step.tijd = step.minuten;
    longest(steps).tijd += minutes - whole;
    return { stappen: steps, route: "heel" };
  }
  const timed = steps.filter((step) => !step.tussendoor);
  if (minutes < short) {
    const kept = timed.filter((step) => step.kort);
    give(kept, minutes, kept.map((step) => step.kort), 1);
    return { stappen: steps, route: "krap" };
  }
  let left = minutes - short;
  for (const step of timed) step.tijd = step.kort;
  for (const step of timed.filter((one) => !one.kort && one.minuten <= left)) {
    if (step.minuten > left) continue;
    step.tijd = step.minuten;
    left -= step.minuten;
  }
  const shortened = timed.filter((step) => step.kort && step.kort < step.minuten);
  if (left && shortened.length) {
    const room = shortened.map((step) => step.minuten - step.kort);
    const more = Math.min(left, sum(room));
    left -= more;
    const added = divided(more, room);
    for (const [index, step] of shortened.entries()) step.tijd += added[index];
  }
  if (left) longest(timed).tijd += left;
  return { stappen: steps, route: "kort" };
}

/** @param {Getimed[]} steps */
const longest = (steps) => steps.reduce((most, step) => (step.tijd > most.tijd ? step : most));

/**
 * @param {Getimed[]} steps
 * @param {number} minutes
 * @param {readonly number[]} weights
 * @param {number} least
 */
function give(steps, minutes, weights, least) {
  const shares = divided(Math.max(0, minutes - least * steps.length), weights);
  for (const [index, step] of steps.entries()) step.tijd = least + shares[index];
}

/**
 * A number in whole parts by weight: who comes nearest to one more gets it.
 * @param {number} number
 * @param {readonly number[]} weights
 */
function divided(number, weights) {
  const every = sum(weights);
  const exact = weights.map((weight) => (number * weight) / every);
  const parts = exact.map(Math.floor);
  const order = exact.map((share, index) => ({ index, rest: share - parts[index] })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order.slice(0, number - sum(parts))) parts[index] += 1;
  return parts;
}

/**
 * What a host can leave out or do in less time, in a sentence; nothing where the steps say no such thing, or it is done already.
 * @param {readonly Getimed[]} stappen
 */
export function shorter(stappen) {
  const gone = stappen.filter((step) => !step.kort && step.tijd && !step.tussendoor).map(({ nummer }) => `sla stap ${nummer} over`);
  const less = stappen.filter((step) => step.kort && step.kort < step.tijd).map(({ nummer, kort }) => `doe stap ${nummer} in ${kort} ${kort === 1 ? "minuut" : "minuten"}`);
  const said = [...gone, ...less].join("; ");
  return said && `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`;
}
