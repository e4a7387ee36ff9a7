// The arcs of a meet-up: which places follow each other, by what it is for and how many people come. Data, no choices.
//
// arrive - own question - story - dig - translate to one's own school - commit. Arriving and committing are the welcome
// and the harvest, which every programme has; an arc names what stands between them. Of each row the first arc that fits
// the time is taken, so those with most come first.

/** @typedef {import("./plan.js").Functie} Functie */
/** @typedef {"klein" | "midden" | "groot"} Maat */
/**
 * A place in an arc. `kennis`: meet each other; `ruimtes`: meet the nine ruimtes; `terugblik`: look back on what is one's
 * own; `eigen`: tell a story of one's own; `samen`: come out of the groups together again (`returning`); the others are
 * moments of a werkvorm, where `verhaal` is a story of the site or an example.
 * @typedef {"kennis" | "ruimtes" | "vraag" | "verhaal" | "eigen" | "verdiepen" | "samen" | "terugblik" | "vertalen"} Plaats
 */

/** @param {readonly string[]} rows */
const arcs = (...rows) => rows.map((row) => /** @type {Plaats[]} */ (row.split(" ").filter(Boolean)));

/** Where nothing else fits. */
export const ALONE = arcs("verhaal verdiepen", "verhaal vertalen", "vertalen", "verdiepen");
/** For less than half an hour. */
export const SHORTEST = arcs("verdiepen", "terugblik", "vertalen");
/** For two or three people, for whom there are few werkvormen. */
export const FEW = arcs(
  "eigen verdiepen verhaal vertalen vertalen vertalen", "eigen verdiepen verhaal vertalen vertalen", "verhaal verdiepen vertalen vertalen", "verhaal vertalen vertalen",
);
/** With few people and with a group there is time for all; with many, every place takes longer, so there are fewer. */
const MEETING = arcs(
  "kennis ruimtes vraag verhaal verdiepen vertalen", "ruimtes vraag verhaal verdiepen vertalen", "ruimtes vraag verhaal verdiepen verdiepen",
  "ruimtes verhaal verdiepen vertalen", "ruimtes vraag verhaal verdiepen", "kennis ruimtes verhaal verdiepen", "ruimtes verhaal verdiepen verdiepen",
  "ruimtes verhaal verdiepen", "ruimtes verhaal vertalen", "kennis ruimtes vraag", "ruimtes vraag", "ruimtes vertalen", "ruimtes verdiepen", "ruimtes",
);
const DIGGING = arcs(
  "vraag verhaal verdiepen verhaal verdiepen vertalen", "vraag verhaal verdiepen verhaal vertalen", "eigen verdiepen verhaal vertalen",
  "eigen verdiepen vertalen", "vraag verhaal verdiepen vertalen", "vraag verhaal verdiepen verdiepen", "verhaal verdiepen vertalen",
  "vraag verhaal verdiepen", "verhaal verdiepen verdiepen", "eigen verdiepen", "verhaal verdiepen", "verhaal vertalen", "verdiepen", "vertalen",
);
const LOOKING_BACK = arcs(
  "vraag terugblik verhaal terugblik vertalen", "terugblik verhaal terugblik vertalen", "vraag terugblik verhaal terugblik", "vraag terugblik verhaal vertalen",
  "terugblik verhaal vertalen", "terugblik verhaal terugblik", "vraag verhaal terugblik", "terugblik vertalen", "terugblik terugblik", "verhaal terugblik", "terugblik",
  "verhaal vertalen", "verhaal verdiepen",
);

/** @type {Record<Functie, Record<Maat, Plaats[][]>>} */
export const ARCS = {
  orientatie: {
    klein: MEETING,
    midden: MEETING,
    groot: arcs(
      "ruimtes vraag verhaal verdiepen vertalen", "ruimtes verhaal verdiepen vertalen", "ruimtes vraag verhaal verdiepen", "ruimtes verhaal verdiepen verdiepen",
      "ruimtes verhaal verdiepen", "ruimtes verhaal vertalen", "ruimtes vraag", "ruimtes vertalen", "ruimtes verdiepen", "ruimtes",
    ),
  },
  verdieping: {
    klein: DIGGING,
    midden: DIGGING,
    groot: arcs(
      "vraag verhaal verdiepen verhaal vertalen", "eigen verdiepen vertalen", "vraag verhaal verdiepen vertalen", "vraag verhaal verdiepen",
      "verhaal verdiepen vertalen", "vraag verhaal verdiepen verdiepen", "verhaal verdiepen verdiepen", "eigen verdiepen", "verhaal verdiepen", "verhaal vertalen",
      "verdiepen", "vertalen",
    ),
  },
  evaluatie: {
    klein: LOOKING_BACK,
    midden: LOOKING_BACK,
    groot: arcs(
      "terugblik verhaal terugblik vertalen", "vraag terugblik verhaal terugblik", "vraag terugblik verhaal vertalen", "terugblik verhaal vertalen",
      "terugblik verhaal terugblik", "vraag verhaal terugblik", "terugblik vertalen", "terugblik terugblik", "verhaal terugblik", "terugblik", "verhaal vertalen",
      "verhaal verdiepen",
    ),
  },
};

/** Where each moment comes, for what is put in order. */
export const ORDER = ["begin", "vraag", "verhaal", "verdiepen", "samen", "vertalen", "slot"];

/**
 * An arc as it is, and then with the group coming together again in one place, in two: never first or last, nor between
 * a story and what digs into it.
 * @param {readonly Plaats[]} arc
 * @returns {Plaats[][]}
 */
export function returning(arc) {
  const places = arc.map((_, i) => i + 1).filter((i) => i < arc.length && arc[i - 1] !== "verhaal" && arc[i - 1] !== "eigen");
  const once = places.map((i) => arc.toSpliced(i, 0, "samen"));
  const twice = places.flatMap((i) => places.filter((j) => j > i).map((j) => arc.toSpliced(j, 0, "samen").toSpliced(i, 0, "samen")));
  return [[...arc], ...once, ...twice];
}

/** The longest that a large group is in parts, in minutes without the breaks, before it comes together again. */
export const PARTED = 100;

/** @param {number} mensen @returns {Maat} */
export function maat(mensen) {
  return mensen <= 12 ? "klein" : mensen <= 30 ? "midden" : "groot";
}

/** @type {Record<Maat, { welkom: readonly [number, number], oogst: readonly [number, number] }>} */
const ROUND = {
  klein: { welkom: [5, 10], oogst: [5, 15] },
  midden: { welkom: [5, 15], oogst: [10, 15] },
  groot: { welkom: [5, 15], oogst: [15, 20] },
};

/**
 * What a welcome or a harvest takes, the least and the most: more people and a longer meeting, more time.
 * @param {"welkom" | "oogst"} soort
 * @param {{ time: number, mensen: number }} wish
 * @returns {readonly [number, number]}
 */
export function roundOf(soort, { time, mensen }) {
  const [least, most] = ROUND[maat(mensen)][soort];
  if (time < HURRIED) return [5, most];
  return [Math.max(least, time >= (soort === "oogst" ? 75 : 90) ? 10 : 5), most];
}

/** From so many minutes on a story is followed by a werkvorm; in less, nobody can read one and do something with it. */
export const STORY_FROM = 30;
/** In less than so many minutes everything takes its shortest time. */
export const HURRIED = 45;
/** The longest that people go on without a break. */
export const STRETCH = { hier: 90, online: 75 };
/** From how many minutes on there is a first break, a second, a third. */
export const BREAKS = { hier: [91, 195], online: [76, 135, 195] };
