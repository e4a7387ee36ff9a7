// A programme as one appointment in a calendar (RFC 5545).

const OCTETS = 75;

/**
 * A text as a value: with what has a meaning there escaped.
 * @param {string} text
 */
function value(text) {
  return text.replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replace(/\r\n|\r|\n/g, "\\n");
}

/**
 * A line cut in pieces of at most 75 octets, never within a character; each next piece begins with a space.
 * @param {string} line
 */
function fold(line) {
  const meter = new TextEncoder();
  /** @type {string[]} */
  const pieces = [];
  let piece = "";
  let long = 0;
  for (const draw of line) {
    const added = meter.encode(draw).length;
    if (long + added > OCTETS) {
      pieces.push(piece);
      piece = " ";
      long = 1;
    }
    piece += draw;
    long += added;
  }
  return [...pieces, piece].join("\r\n");
}

/**
 * The same text always gives the same sixteen characters (FNV-1a, twice with another start).
 * @param {string} text
 */
function mark(text) {
  const bytes = new TextEncoder().encode(text);
  return [0x811c9dc5, 0x01000193]
    .map((begin) => bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, begin).toString(16).padStart(8, "0"))
    .join("");
}

/** @param {Date} moment */
const stamp = (moment) => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/**
 * The text of the file. `date` is "2026-11-24"; without `begin` ("13:30") it lasts the whole day. The time is that of
 * whoever opens it: a meet-up is where its people are. `now` is when the file was made.
 * @param {{ titel: string, text: string, address: string, date: string, begin: string, minutes: number, now: Date }} content
 */
export function calendar({ titel, text, address, date, begin, minutes, now }) {
  const start = new Date(`${date}T${begin || "00:00"}:00Z`);
  const end = new Date(start.getTime() + (begin ? minutes : 24 * 60) * 60_000);
  /** @param {Date} time */
  const moment = (time) => (begin ? `:${stamp(time).slice(0, -1)}` : `;VALUE=DATE:${stamp(time).slice(0, 8)}`);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Ruimte//Sessie//NL",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    `UID:${mark(address)}@${new URL(address).hostname}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART${moment(start)}`,
    `DTEND${moment(end)}`,
    `SUMMARY:${value(titel)}`,
    `DESCRIPTION:${value(`${text}\n\n${address}`)}`,
    `URL:${address}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join("");
}
