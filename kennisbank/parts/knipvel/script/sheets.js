// The sheets of what is handed out with a werkvorm, counted for a number of people: what stands on each.
// `model/course.py` and `view.py` make the same: cases of theirs are in the tests of this script.

/** @typedef {import("../../../outputs/scripts.d.ts").UitreikGegevens} Thing */
/** @typedef {{ titel: string, hoogstens: number | null, samen: number, uitreiken: readonly Thing[] }} Werkvorm */
/** @typedef {"stroken" | "leeg" | "kaarten" | "blad" | "vakken" | "affiche"} Form */
/** @typedef {{ nummer: string, maat: string, wat: string, regels: readonly string[] }} Piece */
/** @typedef {{ wat: string, bij: string, welk: string, vorm: Form, stukken: Piece[] }} Sheet */

const WHOLE = "blad"; // a page of paper
/**
 * Pieces on one side of paper.
 * @type {Record<Form, number>}
 */
export const ROOM = { stroken: 9, leeg: 18, kaarten: 8, blad: 1, vakken: 1, affiche: 1 };
const COPIES = 4; // sheets of the same that are printed so many times; of more there is one, to copy
const CARD = 220; // characters on a card, and its lines
const CARD_LINES = 4;
const STRIP = 200; // characters on a strip
const POSTER = 14; // characters that can be read from across a room
const FEWEST_BOXES = 4;
const LARGE = 110; // characters on a strip or a card that have room for large letters, and lines
const LARGE_LINES = 2;

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
/** @param {string} text in characters as Python counts them */
const long = (text) => [...text].length;

/**
 * How many sit in each circle when so many people are spread over as few circles as hold them.
 * @param {number} people
 * @param {number | null} most
 */
export function circles(people, most) {
  const number = most ? Math.ceil(people / most) : 1;
  return Array.from({ length: number }, (_, place) => Math.floor(people / number) + (place < people % number ? 1 : 0));
}

/**
 * For how many each pile is: people, pairs, groups, circles, or one for all.
 * @param {string} per
 * @param {Pick<Werkvorm, "hoogstens" | "samen">} werkvorm
 * @param {number} people
 */
export function piles(per, { hoogstens, samen }, people) {
  const there = circles(people, hoogstens);
  if (per === "persoon") return people;
  if (per === "tweetal") return sum(there.map((circle) => Math.ceil(circle / 2)));
  if (per === "groepje") return sum(there.map((circle) => Math.ceil(circle / (samen || circle))));
  return per === "groep" ? there.length : 1;
}

/**
 * How many pieces a host has to hand out to so many people: never too few.
 * @param {Thing} thing
 * @param {Pick<Werkvorm, "hoogstens" | "samen">} werkvorm
 * @param {number} people
 */
export const needed = (thing, werkvorm, people) => thing.aantal * piles(thing.per, werkvorm, people);

/**
 * What stands on each piece of one set.
 * @param {Thing} thing
 * @returns {(readonly string[])[]}
 */
export function pieces({ soort, aantal, regels }) {
  if (!regels.length || aantal === 1 || soort === WHOLE) return Array.from({ length: aantal }, () => regels);
  if (aantal % regels.length) return [];
  return Array.from({ length: aantal }, (_, place) => [regels[place % regels.length]]);
}

/**
 * How a thing is printed; null for a blank page, which needs no printer.
 * @param {Thing} thing
 * @returns {Form | null}
 */
export function form(thing) {
  const { soort, regels } = thing;
  if (soort === WHOLE) return page(regels);
  const each = pieces(thing);
  const most = Math.max(0, ...each.map((lines) => sum(lines.map(long))));
  const lines = Math.max(0, ...each.map(({ length }) => length));
  if (soort === "stroken" && !regels.length) return "leeg";
  if (soort === "stroken" && lines === 1 && most <= STRIP) return "stroken";
  return most <= CARD && lines <= CARD_LINES ? "kaarten" : "blad";
}

/**
 * @param {readonly string[]} lines
 * @returns {Form | null}
 */
function page(lines) {
  if (!lines.length) return null;
  const large = lines.every((line) => long(line) <= POSTER);
  if (large && lines.length === 1) return "affiche";
  return large && lines.length >= FEWEST_BOXES ? "vakken" : "blad";
}

/**
 * How many of so many pieces are printed: all of what is cut, and of many equal pages one, to copy.
 * @param {Thing} thing
 * @param {number} number
 */
export function printed(thing, number) {
  const vorm = form(thing);
  if (!vorm) return 0;
  const kinds = new Set(pieces(thing).map((lines) => JSON.stringify(lines))).size;
  return ROOM[vorm] > 1 || number <= COPIES ? number : kinds;
}

/**
 * All sheets of a werkvorm for so many people. What is cut in the same way stands together on a sheet.
 * @param {Werkvorm} werkvorm
 * @param {number} people
 * @returns {Sheet[]}
 */
export function sheets(werkvorm, people) {
  /** @type {Map<string, { vorm: Form, stukken: Piece[] }>} */
  const found = new Map();
  for (const [place, thing] of werkvorm.uitreiken.entries()) {
    const [vorm, each] = [form(thing), pieces(thing)];
    if (!vorm || !each.length) continue;
    const key = ROOM[vorm] > 1 ? vorm : `${vorm} ${place}`;
    const stukken = found.get(key)?.stukken ?? [];
    found.set(key, { vorm, stukken });
    const number = printed(thing, needed(thing, werkvorm, people));
    for (let nth = 0; nth < number; nth++) {
      const regels = each[nth % each.length];
      const maat = regels.length <= LARGE_LINES && sum(regels.map(long)) <= LARGE ? "groot" : "gewoon";
      stukken.push({ nummer: String(stukken.length + 1), maat, wat: capital(thing.wat), regels });
    }
  }
  return [...found.values()].flatMap(({ vorm, stukken }) => {
    const [room, total] = [ROOM[vorm], Math.ceil(stukken.length / ROOM[vorm])];
    return Array.from({ length: total }, (_, sheet) => {
      const there = stukken.slice(sheet * room, (sheet + 1) * room);
      return {
        wat: [...new Set(there.map(({ wat }) => wat))].join(", "),
        bij: werkvorm.titel,
        welk: total > 1 ? `vel ${sheet + 1} van ${total}` : "",
        vorm,
        stukken: there,
      };
    });
  });
}

/** @param {string} text */
export const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/**
 * What a host counts out: "Stellingen: 8 stroken", for whom, and how it comes on paper.
 * @param {Thing} thing
 * @param {Pick<Werkvorm, "hoogstens" | "samen">} werkvorm
 * @param {number} people
 */
export function counted(thing, werkvorm, people) {
  const number = needed(thing, werkvorm, people);
  const piled = piles(thing.per, werkvorm, people);
  const one = number === 1;
  const empty = thing.regels.length ? "" : one && thing.soort === WHOLE ? "leeg " : "lege ";
  const whom = NAMES[thing.per];
  const share = whom ? ` (${thing.aantal} ${thing.elk}${whom.length && piled > 1 ? `: ${piled} ${whom[0]}` : ""})` : "";
  const copies = printed(thing, number);
  const copy = copies && copies < number ? `, ${number / copies} × kopiëren` : "";
  const blank = form(thing) ? "" : ", gewoon papier";
  return { wat: capital(thing.wat), stuks: `${number} ${empty}${one ? thing.stuk : thing.stuks}${share}${copy}${blank}` };
}

/** @type {Record<string, readonly string[] | undefined>} */
const NAMES = { persoon: [], tweetal: ["tweetallen"], groepje: ["groepjes"], groep: ["kringen"] };
