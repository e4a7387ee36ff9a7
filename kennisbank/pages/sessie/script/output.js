// A programme as text: the times of its items, Markdown, an e-mail, and the lines of an appointment.

import { MAP } from "../../../parts/script/beside.js";
import { total, werkvormOf } from "./plan.js";
import { name, reason, vragen } from "./reasons.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Data} Data */

/** Characters of an address of an e-mail that every program takes. */
const LONGEST_MAIL = 1800;
const FUNCTIE = { orientatie: "oriëntatie", verdieping: "verdieping", evaluatie: "evaluatie" };

/**
 * "13:30" so many minutes later; past midnight the clock begins again.
 * @param {string} begin
 * @param {number} minutes
 */
export function clock(begin, minutes) {
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

/**
 * What a meet-up is called: by its name, or by what it is for.
 * @param {Wish} wish
 */
export function heading({ naam, functie }) {
  return naam || `Programma voor ${FUNCTIE[functie]}`;
}

/**
 * Where it is, as far as that is known.
 * @param {Pick<Wish, "plaats" | "online">} wish
 */
export function placeOf({ plaats, online }) {
  return plaats || (online ? "Online" : "");
}

/**
 * "dinsdag 24 november 2026, 120 minuten, 12 mensen, online, Aula".
 * @param {Wish} wish
 * @param {number} minutes
 */
export function subtitle(wish, minutes) {
  const day = wish.date && new Intl.DateTimeFormat("nl-NL", { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${wish.date}T00:00:00Z`));
  return [day, `${minutes} minuten`, `${wish.mensen} mensen`, wish.online ? "online" : "", wish.plaats].filter(Boolean).join(", ");
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
    const note = item.note ? ` **Notitie:** ${plain(item.note)}` : "";
    return `${i + 1}. ${when[i] ? `${when[i]} ` : ""}**${title}** (${duur(item.minutes)}). ${reasonOf}${note}`;
  });
  const { materiaal, beforehand } = layOut(items, data);
  /**
   * @param {string} title
   * @param {readonly string[]} list
   */
  const part = (title, list) => (list.length ? [`\n## ${title}\n`, ...list.map((line) => `- ${line}`)] : []);
  return [
    `# ${plain(heading(wish))}\n`,
    `${plain(subtitle(wish, minutes))}\n`,
    ...rows,
    ...part("Klaarleggen", materiaal.map(plain)),
    ...part("Vooraf", beforehand.map(({ titel, voorbereiding }) => `**${plain(titel)}:** ${plain(voorbereiding)}`)),
    ...part("Vragen", vragen(items, wish, data).map(({ vraag }) => plain(vraag))),
    `\n<${address}>\n`,
  ].join("\n");
}

/**
 * The programme for an e-mail to whoever comes: without marks, and without the notes of the host.
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 * @param {string} address
 */
export function letter(items, wish, data, address) {
  const head = [heading(wish), subtitle(wish, total(items)), wish.vraag ? `Onze vraag: ${wish.vraag}` : ""].filter(Boolean);
  return `${head.join("\n")}\n\n${lines(items, wish, data)}\n\nHet hele programma staat hier:\n${address}\n`;
}

/**
 * An address that opens an e-mail with a letter in it; nothing where it is longer than programs for e-mail take.
 * @param {string} subject
 * @param {string} text
 */
export function mailto(subject, text) {
  const found = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  return found.length > LONGEST_MAIL ? "" : found;
}
