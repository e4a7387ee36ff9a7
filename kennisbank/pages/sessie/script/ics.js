// A programme as one appointment in a calendar (RFC 5545).
//
// Which appointment it is, says `UID`: the `id` of the meet-up, which stands in its address (`u`) from its first proposal
// on, whatever changes of its name, day, time or items. So what is downloaded again comes in the place of what was there,
// and not beside it. A calendar takes the newest: `DTSTAMP` and `LAST-MODIFIED` say when the file was made, and `SEQUENCE`,
// which only has to grow, is that moment in minutes. A second meeting has an `id` of its own.
//
// A programme is where its people are: in the time of the Netherlands, of which the rules go along (`VTIMEZONE`), so that
// it says the same hour in every calendar, in summer and in winter. It lasts so many minutes (`DURATION`): an end by the
// clock would be an hour off, or nowhere, in the night in which the clock changes.

const OCTETS = 75;
const ZONE = "Europe/Amsterdam";
/** When the clock changes, since 1996: the last Sunday of March and of October, as the whole European Union does. */
const RULES = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/**
 * A text as a value: with what has a meaning there escaped, and without what no value may have.
 * @param {string} text
 */
function value(text) {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/(?!\t)\p{Cc}/gu, "")
    .toWellFormed();
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
export function mark(text) {
  const bytes = new TextEncoder().encode(text);
  return [0x811c9dc5, 0x01000193]
    .map((begin) => bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, begin).toString(16).padStart(8, "0"))
    .join("");
}

/** @param {Date} moment */
const stamp = (moment) => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/**
 * When it is: `date` is "2026-11-24"; without `begin` ("13:30") it is the whole day.
 * @param {string} date
 * @param {string} begin
 * @param {number} minutes
 */
function when(date, begin, minutes) {
  const day = date.replaceAll("-", "");
  if (begin) return [`DTSTART;TZID=${ZONE}:${day}T${begin.replace(":", "")}00`, `DURATION:PT${minutes}M`];
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 24 * 3_600_000);
  return [`DTSTART;VALUE=DATE:${day}`, `DTEND;VALUE=DATE:${stamp(next).slice(0, 8)}`];
}

/**
 * The text of the file. `id` says which meet-up it is, `place` where (or nothing), `now` when the file was made.
 * @param {{ id: string, titel: string, text: string, place: string, address: string, date: string, begin: string, minutes: number, now: Date }} content
 */
export function calendar({ id, titel, text, place, address, date, begin, minutes, now }) {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Ruimte//Programma//NL",
    "CALSCALE:GREGORIAN",
    ...(begin ? RULES : []),
    "BEGIN:VEVENT",
    `UID:${id}@${new URL(address).hostname}`,
    `DTSTAMP:${stamp(now)}`,
    `LAST-MODIFIED:${stamp(now)}`,
    `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`,
    ...when(date, begin, minutes),
    `SUMMARY:${value(titel)}`,
    ...(place ? [`LOCATION:${value(place)}`] : []),
    `DESCRIPTION:${value(`${text}\n\n${address}`)}`,
    `URL:${address}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join("");
}
