// A programme as text: the times of its items, Markdown, and the lines of an appointment.

import { MAP } from "../../../parts/script/beside.js";
import { werkvormOf } from "./plan.js";
import { name, reason, vragen } from "./reasons.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Data} Data */

const FUNCTIE = { orientatie: "oriëntatie", verdieping: "verdieping", evaluatie: "evaluatie" };

/**
 * "13:30" so many minutes later; past midnight the clock begins again.
 * @param {string} begin
 * @param {number} minutes
 */
function clock(begin, minutes) {
  const [hours, minute] = begin.split(":").map(Number);
  const now = (hours * 60 + minute + minutes) % (24 * 60);
  return `${String(Math.floor(now / 60)).padStart(2, "0")}:${String(now % 60).padStart(2, "0")}`;
}

/**
 * For each item when it begins and ends: by the clock, or without a time to begin at an empty text.
 * @param {readonly Item[]} items
 * @param {string} begin
 */
export function times(items, begin) {
  let elapsed = 0;
  return items.map(({ minutes }) => {
    const from = elapsed;
    elapsed += minutes;
    return begin ? `${clock(begin, from)}–${clock(begin, elapsed)}` : "";
  });
}

/** @param {Wish} wish */
export function heading(wish) {
  return `Programma voor ${FUNCTIE[wish.functie]}`;
}

/**
 * "120 minuten, 12 mensen, dinsdag 24 november 2026".
 * @param {Wish} wish
 * @param {number} minutes
 */
export function subtitle(wish, minutes) {
  const day = wish.date && new Intl.DateTimeFormat("nl-NL", { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${wish.date}T00:00:00Z`));
  return [day, `${minutes} minuten`, `${wish.mensen} mensen`, wish.online ? "online" : ""].filter(Boolean).join(", ");
}

/** @param {number} minutes */
export function duur(minutes) {
  return minutes === 1 ? "1 minuut" : `${minutes} minuten`;
}

/**
 * The address of the page of an item, or nothing.
 * @param {Item} item
 * @param {string} root
 */
export function addressOf({ soort, slug }, root) {
  const folder = soort === "verhaal" || soort === "voorbeeld" ? MAP[soort] : MAP.werkvorm;
  return slug ? `${root}${folder}/${slug}/` : "";
}

/**
 * One line for each item, for an appointment.
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 */
export function lines(items, wish, data) {
  const when = times(items, wish.begin);
  return items.map((item, i) => `${when[i] ? `${when[i]} ` : ""}${name(item, data)} (${duur(item.minutes)})`).join("\n");
}

/**
 * Text in which Markdown finds no marks of its own.
 * @param {string} text
 */
const plain = (text) => text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, "\\$&");

/**
 * What to lay ready, and what to do beforehand, each with the werkvorm that asks for it.
 * @param {readonly Item[]} items
 * @param {Data} data
 */
export function layOut(items, data) {
  const chosen = items.map((item) => werkvormOf(item, data)).filter((werkvorm) => werkvorm !== undefined);
  return {
    materiaal: [...new Set(chosen.flatMap(({ materiaal }) => materiaal))],
    beforehand: chosen.filter(({ voorbereiding }) => voorbereiding).map(({ titel, voorbereiding }) => ({ titel, voorbereiding })),
  };
}

/**
 * The programme in Markdown: to put in a mail, a note or a wiki.
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 * @param {{ root: string, address: string, minutes: number }} added
 */
export function markdown(items, wish, data, { root, address, minutes }) {
  const when = times(items, wish.begin);
  const rows = items.map((item, i) => {
    const text = plain(name(item, data));
    const page = addressOf(item, root);
    const title = page ? `[${text}](${page})` : text;
    const reasonOf = plain(reason(items, i, wish, data));
    return `${i + 1}. ${when[i] ? `${when[i]} ` : ""}**${title}** (${duur(item.minutes)}). ${reasonOf}`;
  });
  const { materiaal, beforehand } = layOut(items, data);
  /**
   * @param {string} title
   * @param {readonly string[]} list
   */
  const part = (title, list) => (list.length ? [`\n## ${title}\n`, ...list.map((line) => `- ${line}`)] : []);
  return [
    `# ${heading(wish)}\n`,
    `${subtitle(wish, minutes)}\n`,
    ...rows,
    ...part("Klaarleggen", materiaal.map(plain)),
    ...part("Vooraf", beforehand.map(({ titel, voorbereiding }) => `**${plain(titel)}:** ${plain(voorbereiding)}`)),
    ...part("Vragen", vragen(items, wish, data).map(({ vraag }) => plain(vraag))),
    `\n<${address}>\n`,
  ].join("\n");
}
