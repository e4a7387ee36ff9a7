// How well a page answers: pure, from what was found of each thing that is looked for.
//
// The weight of a thing is how rare it is among the pages of a group: log((pages + 1) / pages that have it). How
// much of it a page has depends on where it stands, and never adds up to more than one, so that a long text does not win.

import { NAMES, OFTEN, PART, SUMMARY, TEXT, TITLE, TWICE, WHOLE } from "./postings.js";

/** @typedef {Map<number, number>} Strengths by page how much it has of a thing, above 0 and at most 1 */
/** @typedef {{ page: number, score: number, has: number[] }} Ranked `has` are the numbers of the things that it has */

/** @type {[number, number][]} */
const WHERE = [[TITLE, 0.75], [NAMES, 0.5], [SUMMARY, 0.5], [TEXT, 0.25], [TWICE, 0.15], [OFTEN, 0.25], [WHOLE, 0.8]];
const INSIDE = 0.7; // of a word that stands only inside compounds
const MANY = 3; // things in a search of which one may be nowhere
const NOWHERE = 0.3; // what such a thing weighs then
const ENOUGH = 0.5; // the share of what was meant that a hit has
const LITTLE = 0.3; // and another page, that stands beside the stories

/** By every place, or places together, how much a page has of a word. */
const STRENGTHS = Array.from({ length: 2 * WHOLE }, (_, where) => {
  const missing = WHERE.reduce((left, [place, weight]) => (where & place ? left * (1 - weight) : left), 1);
  return (1 - missing) * (where & PART ? INSIDE : 1);
});

/** @param {number} where */
export const strength = (where) => STRENGTHS[where];

/**
 * Keep how much a page has, where it is more than what was known of it.
 * @param {Strengths} map
 * @param {number} page
 * @param {number} much
 */
export function better(map, page, much) {
  if ((map.get(page) ?? 0) < much) map.set(page, much);
}

/**
 * How rare a thing is that some of all pages have; one that no page has is rarer than one that a single page has.
 * @param {number} size
 * @param {number} having
 */
export const rarity = (size, having) => Math.log((size + 1) / Math.max(having, 0.5));

/**
 * The pages of a group that answer, best first, and those that come near. `things` are what was found of each thing; of
 * each, pages outside of the group are passed over. `size` is how many pages the group has, `strict` says that a page must
 * have the rarest thing, also where no page of the group has it.
 * @param {readonly Strengths[]} things
 * @param {{ inside: (page: number) => boolean, size: number, strict: boolean, telling: readonly number[], bonus?: Strengths }} group
 * @returns {{ hits: Ranked[], near: Ranked[] }}
 */
export function ranked(things, { inside, size, strict, telling, bonus = new Map() }) {
  const own = things.map((thing) => [...thing].filter(([page]) => inside(page)));
  const many = things.length >= MANY;
  const weights = own.map((thing, index) => telling[index] * rarity(size, thing.length) * (many && !thing.length ? NOWHERE : 1));
  const counted = weights.map((_, index) => (strict && !many) || own[index].length > 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const rarest = Math.max(...weights.filter((_, index) => counted[index]), 0);
  /** @type {Map<number, Ranked & { weight: number, rare: boolean }>} */
  const found = new Map();
  own.forEach((thing, index) => {
    for (const [page, much] of thing) {
      const row = found.get(page) ?? { page, score: bonus.get(page) ?? 0, has: [], weight: 0, rare: false };
      row.score += (weights[index] * much) / (total || 1);
      row.weight += weights[index];
      row.rare ||= counted[index] && weights[index] >= rarest - 1e-9;
      row.has.push(index);
      found.set(page, row);
    }
  });
  const best = [...found.values()].sort((a, b) => b.score - a.score || a.page - b.page);
  const hit = (/** @type {{ weight: number, rare: boolean }} */ { weight, rare }) => rare && weight >= (strict ? ENOUGH : LITTLE) * total - 1e-9;
  const plain = (/** @type {Ranked} */ { page, score, has }) => ({ page, score, has });
  return { hits: best.filter(hit).map(plain), near: best.filter((row) => !hit(row)).map(plain) };
}

const AGAIN = 0.8; // what a page is worth after one of the same kind
/** @type {Readonly<Record<string, number>>} */
const WORTH = { vraag: 1.25, uitleg: 1.2 }; // a page that answers a question is worth more than one that names a word

/**
 * The first pages of a ranking, of different kinds: of each kind, the next is worth less than the one before it.
 * @param {readonly Ranked[]} rows
 * @param {(page: number) => string} kindOf
 * @param {number} most
 */
export function varied(rows, kindOf, most) {
  /** @type {Map<string, Ranked[]>} */
  const queues = new Map();
  for (const row of rows) {
    const kind = kindOf(row.page);
    const queue = queues.get(kind);
    if (queue) queue.push(row);
    else queues.set(kind, [row]);
  }
  /** @type {Ranked[]} */
  const found = [];
  const worth = new Map([...queues.keys()].map((kind) => [kind, WORTH[kind] ?? 1]));
  while (found.length < most && queues.size) {
    const value = (/** @type {string} */ kind) => /** @type {Ranked[]} */ (queues.get(kind))[0].score * /** @type {number} */ (worth.get(kind));
    const best = [...queues.keys()].reduce((one, other) => (value(other) > value(one) ? other : one));
    const queue = /** @type {Ranked[]} */ (queues.get(best));
    found.push(/** @type {Ranked} */ (queue.shift()));
    worth.set(best, /** @type {number} */ (worth.get(best)) * AGAIN);
    if (!queue.length) queues.delete(best);
  }
  return found;
}
