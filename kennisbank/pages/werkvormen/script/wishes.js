// What a host wishes of a werkvorm, the address that says the same, and which werkvormen fit. Pure.
//
//   ?minuten=30&mensen=12&functie=verdieping&online=ja&kinderen=ja&vooraf=nee
//
// A werkvorm fits the minutes when it can be done in them, and the people when they are as many as it is for, or when
// they can be split in so few groups as the planner does (plan.js).

import { pick, readQuery } from "../../../parts/script/address.js";
import { groups, HOSTS } from "../../sessie/script/plan.js";

/** @typedef {{ slug: string, functie: string, minuten: number, groep: readonly [number, number], online: boolean, kinderen: boolean, vooraf: boolean }} Werkvorm `minuten` are the fewest, `groep` the fewest and the most people */
/** @typedef {{ minuten: number, mensen: number, functie: string, online: boolean, kinderen: boolean, nu: boolean }} Wishes 0, nothing and false are no wish; `nu` is without lead time */
/** @typedef {keyof Wishes} Wish */

/** @type {Readonly<Wishes>} */
export const NONE = { minuten: 0, mensen: 0, functie: "", online: false, kinderen: false, nu: false };
/**
 * The numbers that are read.
 * @type {Readonly<Record<"minuten" | "mensen", readonly [number, number]>>}
 */
export const LIMITS = { minuten: [5, 480], mensen: [1, 500] };
/**
 * How the address says each wish that is a matter of yes or no.
 * @type {Readonly<Record<"online" | "kinderen" | "nu", readonly [string, string]>>}
 */
const SAID = { online: ["online", "ja"], kinderen: ["kinderen", "ja"], nu: ["vooraf", "nee"] };
const NUMBERS = /** @type {const} */ (["minuten", "mensen"]);
const CHOICES = /** @type {const} */ (["online", "kinderen", "nu"]);
const NAMES = [...NUMBERS, "functie", ...CHOICES.map((wish) => SAID[wish][0])];
/** @type {readonly Wish[]} */
const ALL = [...NUMBERS, "functie", ...CHOICES];

/**
 * A number as somebody may have written it: 0 where it is none, or one that does not count.
 * @param {string} text
 * @param {"minuten" | "mensen"} wish
 */
export function numberOf(text, wish) {
  const [least, most] = LIMITS[wish];
  const found = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0;
  return found >= least && found <= most ? found : 0;
}

/**
 * Read a query such as `location.search`; what it says that is no wish is left out and said. Throws nothing.
 * @param {string} search
 * @param {readonly string[]} functies
 * @returns {{ wishes: Wishes, messages: string[] }}
 */
export function read(search, functies) {
  const { params, messages } = readQuery(search);
  const wishes = { ...NONE };
  for (const wish of NUMBERS) {
    const text = params.get(wish) ?? "";
    wishes[wish] = numberOf(text, wish);
    if (text && !wishes[wish]) messages.push(`Het aantal ${wish} uit de link is niet gelezen: kies een getal van ${LIMITS[wish].join(" tot en met ")}.`);
  }
  wishes.functie = pick(params, "functie", functies, "");
  if (params.get("functie") && !wishes.functie) messages.push("De functie uit de link bestaat niet.");
  for (const wish of CHOICES) {
    const [name, value] = SAID[wish];
    wishes[wish] = params.get(name) === value;
    if (params.get(name) && !wishes[wish]) messages.push("Een deel van de link is niet gelezen.");
  }
  if (NAMES.some((name) => params.getAll(name).length > 1)) messages.push("Een deel van de link staat er dubbel in. Alleen het eerste telt.");
  return { wishes, messages: [...new Set(messages)] };
}

/**
 * The query that means these wishes; nothing without any.
 * @param {Wishes} wishes
 */
export function toAddress(wishes) {
  const params = new URLSearchParams();
  for (const wish of NUMBERS) if (wishes[wish]) params.set(wish, String(wishes[wish]));
  if (wishes.functie) params.set("functie", wishes.functie);
  for (const wish of CHOICES) if (wishes[wish]) params.set(...SAID[wish]);
  return params.size ? `?${params}` : "";
}

/**
 * The names of what is wished.
 * @param {Wishes} wishes
 */
export function wished(wishes) {
  return ALL.filter((wish) => wishes[wish] !== NONE[wish]);
}

/**
 * In how many groups so many people do a werkvorm at the same time; 0 where it does not suit them.
 * @param {Werkvorm} werkvorm
 * @param {number} mensen
 */
export function inGroups({ groep }, mensen) {
  const count = groups(mensen, groep);
  return count <= HOSTS ? count : 0;
}

/**
 * @param {Werkvorm} werkvorm
 * @param {Wishes} wishes
 */
export function fits(werkvorm, { minuten, mensen, functie, online, kinderen, nu }) {
  return (
    (!minuten || werkvorm.minuten <= minuten) &&
    (!mensen || inGroups(werkvorm, mensen) > 0) &&
    (!functie || werkvorm.functie === functie) &&
    (!online || werkvorm.online) &&
    (!kinderen || werkvorm.kinderen) &&
    (!nu || !werkvorm.vooraf)
  );
}

/**
 * How many of them fit.
 * @param {readonly Werkvorm[]} werkvormen
 * @param {Wishes} wishes
 */
export function count(werkvormen, wishes) {
  return werkvormen.filter((werkvorm) => fits(werkvorm, wishes)).length;
}

/**
 * Where nothing fits: which one wish to let go of, and how many fit then; what gives the most first.
 * @param {readonly Werkvorm[]} werkvormen
 * @param {Wishes} wishes
 * @returns {{ wish: Wish, number: number }[]}
 */
export function drops(werkvormen, wishes) {
  return wished(wishes)
    .map((wish) => ({ wish, number: count(werkvormen, without(wishes, wish)) }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => b.number - a.number);
}

/**
 * The same wishes but for one.
 * @param {Wishes} wishes
 * @param {Wish} wish
 * @returns {Wishes}
 */
export function without(wishes, wish) {
  return { ...wishes, [wish]: NONE[wish] };
}

/**
 * A wish in words: "hoogstens 30 minuten". `label` is what the page calls the function.
 * @param {Wishes} wishes
 * @param {Wish} wish
 * @param {string} label
 */
export function inWords(wishes, wish, label) {
  const words = {
    minuten: `hoogstens ${wishes.minuten} ${wishes.minuten === 1 ? "minuut" : "minuten"}`,
    mensen: `${wishes.mensen} ${wishes.mensen === 1 ? "mens" : "mensen"}`,
    functie: label.toLowerCase(),
    online: "online",
    kinderen: "kinderen doen mee",
    nu: "niets vooraf te regelen",
  };
  return words[wish];
}

/**
 * How many fit, as a sentence.
 * @param {number} number
 * @param {number} all
 */
export function tally(number, all) {
  if (number === all) return all === 1 ? "Er is 1 werkvorm." : `Alle ${all} werkvormen passen.`;
  if (!number) return `Geen van de ${all} werkvormen past bij alles wat je koos.`;
  return `${number} van de ${all} werkvormen ${number === 1 ? "past" : "passen"}.`;
}
