// A programme as text: the times of its items, Markdown, and the lines of an appointment.

import { werkvormVan } from "./plan.js";
import { naam, reden, vragen } from "./reasons.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wens} Wens */
/** @typedef {import("./plan.js").Gegevens} Gegevens */

const FUNCTIE = { orientatie: "oriëntatie", verdieping: "verdieping", evaluatie: "evaluatie" };

/**
 * "13:30" so many minutes later; past midnight the clock begins again.
 * @param {string} begin
 * @param {number} minuten
 */
function klok(begin, minuten) {
  const [uur, minuut] = begin.split(":").map(Number);
  const nu = (uur * 60 + minuut + minuten) % (24 * 60);
  return `${String(Math.floor(nu / 60)).padStart(2, "0")}:${String(nu % 60).padStart(2, "0")}`;
}

/**
 * For each item when it begins and ends: by the clock, or without a time to begin at an empty text.
 * @param {readonly Item[]} items
 * @param {string} begin
 */
export function tijden(items, begin) {
  let verstreken = 0;
  return items.map(({ minuten }) => {
    const van = verstreken;
    verstreken += minuten;
    return begin ? `${klok(begin, van)}–${klok(begin, verstreken)}` : "";
  });
}

/** @param {Wens} wens */
export function kop(wens) {
  return `Programma voor ${FUNCTIE[wens.functie]}`;
}

/**
 * "120 minuten, 12 mensen, dinsdag 24 november 2026".
 * @param {Wens} wens
 * @param {number} minuten
 */
export function ondertitel(wens, minuten) {
  const dag = wens.datum && new Intl.DateTimeFormat("nl-NL", { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${wens.datum}T00:00:00Z`));
  return [dag, `${minuten} minuten`, `${wens.mensen} mensen`, wens.online ? "online" : ""].filter(Boolean).join(", ");
}

/** @param {number} minuten */
export function duur(minuten) {
  return minuten === 1 ? "1 minuut" : `${minuten} minuten`;
}

/**
 * The address of the page of an item, or nothing.
 * @param {Item} item
 * @param {string} wortel
 */
export function adresVan({ soort, slug }, wortel) {
  return slug ? `${wortel}${soort === "verhaal" ? "verhalen" : "werkvormen"}/${slug}/` : "";
}

/**
 * One line for each item, for an appointment.
 * @param {readonly Item[]} items
 * @param {Wens} wens
 * @param {Gegevens} gegevens
 */
export function regels(items, wens, gegevens) {
  const wanneer = tijden(items, wens.begin);
  return items.map((item, i) => `${wanneer[i] ? `${wanneer[i]} ` : ""}${naam(item, gegevens)} (${duur(item.minuten)})`).join("\n");
}

/**
 * Text in which Markdown finds no marks of its own.
 * @param {string} tekst
 */
const gewoon = (tekst) => tekst.replace(/[\\`*_{}[\]<>()#+!|~-]/g, "\\$&");

/**
 * What to lay ready, and what to do beforehand, each with the werkvorm that asks for it.
 * @param {readonly Item[]} items
 * @param {Gegevens} gegevens
 */
export function klaarleggen(items, gegevens) {
  const gekozen = items.map((item) => werkvormVan(item, gegevens)).filter((werkvorm) => werkvorm !== undefined);
  return {
    materiaal: [...new Set(gekozen.flatMap(({ materiaal }) => materiaal))],
    vooraf: gekozen.filter(({ voorbereiding }) => voorbereiding).map(({ titel, voorbereiding }) => ({ titel, voorbereiding })),
  };
}

/**
 * The programme in Markdown: to put in a mail, a note or a wiki.
 * @param {readonly Item[]} items
 * @param {Wens} wens
 * @param {Gegevens} gegevens
 * @param {{ wortel: string, adres: string, minuten: number }} erbij
 */
export function markdown(items, wens, gegevens, { wortel, adres, minuten }) {
  const wanneer = tijden(items, wens.begin);
  const rijen = items.map((item, i) => {
    const tekst = gewoon(naam(item, gegevens));
    const pagina = adresVan(item, wortel);
    const titel = pagina ? `[${tekst}](${pagina})` : tekst;
    const waarom = gewoon(reden(items, i, wens, gegevens));
    return `${i + 1}. ${wanneer[i] ? `${wanneer[i]} ` : ""}**${titel}** (${duur(item.minuten)}). ${waarom}`;
  });
  const { materiaal, vooraf } = klaarleggen(items, gegevens);
  /**
   * @param {string} titel
   * @param {readonly string[]} lijst
   */
  const deel = (titel, lijst) => (lijst.length ? [`\n## ${titel}\n`, ...lijst.map((regel) => `- ${regel}`)] : []);
  return [
    `# ${kop(wens)}\n`,
    `${ondertitel(wens, minuten)}\n`,
    ...rijen,
    ...deel("Klaarleggen", materiaal.map(gewoon)),
    ...deel("Vooraf", vooraf.map(({ titel, voorbereiding }) => `**${gewoon(titel)}:** ${gewoon(voorbereiding)}`)),
    ...deel("Vragen", vragen(items, wens, gegevens).map(({ vraag }) => gewoon(vraag))),
    `\n<${adres}>\n`,
  ].join("\n");
}
