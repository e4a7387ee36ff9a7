// A programme as one appointment in a calendar (RFC 5545).

const OCTETTEN = 75;

/**
 * A text as a value: with what has a meaning there escaped.
 * @param {string} tekst
 */
function waarde(tekst) {
  return tekst.replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replace(/\r\n|\r|\n/g, "\\n");
}

/**
 * A line cut in pieces of at most 75 octets, never within a character; each next piece begins with a space.
 * @param {string} regel
 */
function vouw(regel) {
  const meter = new TextEncoder();
  /** @type {string[]} */
  const stukken = [];
  let stuk = "";
  let lang = 0;
  for (const teken of regel) {
    const erbij = meter.encode(teken).length;
    if (lang + erbij > OCTETTEN) {
      stukken.push(stuk);
      stuk = " ";
      lang = 1;
    }
    stuk += teken;
    lang += erbij;
  }
  return [...stukken, stuk].join("\r\n");
}

/**
 * The same text always gives the same sixteen characters (FNV-1a, twice with another start).
 * @param {string} tekst
 */
function merk(tekst) {
  const bytes = new TextEncoder().encode(tekst);
  return [0x811c9dc5, 0x01000193]
    .map((begin) => bytes.reduce((som, byte) => Math.imul(som ^ byte, 0x01000193) >>> 0, begin).toString(16).padStart(8, "0"))
    .join("");
}

/** @param {Date} moment */
const stempel = (moment) => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/**
 * The text of the file. `datum` is "2026-11-24"; without `begin` ("13:30") it lasts the whole day. The time is that of
 * whoever opens it: a meet-up is where its people are. `nu` is when the file was made.
 * @param {{ titel: string, tekst: string, adres: string, datum: string, begin: string, minuten: number, nu: Date }} inhoud
 */
export function agenda({ titel, tekst, adres, datum, begin, minuten, nu }) {
  const start = new Date(`${datum}T${begin || "00:00"}:00Z`);
  const eind = new Date(start.getTime() + (begin ? minuten : 24 * 60) * 60_000);
  /** @param {Date} tijd */
  const moment = (tijd) => (begin ? `:${stempel(tijd).slice(0, -1)}` : `;VALUE=DATE:${stempel(tijd).slice(0, 8)}`);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Ruimte//Sessie//NL",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    `UID:${merk(adres)}@${new URL(adres).hostname}`,
    `DTSTAMP:${stempel(nu)}`,
    `DTSTART${moment(start)}`,
    `DTEND${moment(eind)}`,
    `SUMMARY:${waarde(titel)}`,
    `DESCRIPTION:${waarde(`${tekst}\n\n${adres}`)}`,
    `URL:${adres}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ]
    .map((regel) => `${vouw(regel)}\r\n`)
    .join("");
}
