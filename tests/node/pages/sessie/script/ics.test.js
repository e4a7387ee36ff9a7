import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar, mark } from "#js/pages/sessie/script/ics.js";
import { chance, AWKWARD } from "../../../hulp.js";

const now = new Date("2026-05-31T10:11:12Z");
const base = { id: "k3x9qa7b", titel: "Programma", text: "Welkom (10 minuten)", place: "Aula, begane grond", address: "https://ruimte.example/sessie/?v=1", date: "2026-11-24", begin: "13:30", minutes: 120, now };

/** The lines of the file with those that were folded whole again. */
const lines = (file) => file.replaceAll("\r\n ", "").split("\r\n");
const line = (content, name) => lines(calendar(content)).find((one) => one.startsWith(`${name}:`));

test("an appointment lasts as long as its programme, at the hour of the Netherlands", () => {
  const parsed = lines(calendar(base));
  for (const one of ["DTSTART;TZID=Europe/Amsterdam:20261124T133000", "DURATION:PT120M", "DTSTAMP:20260531T101112Z", "SUMMARY:Programma", "LOCATION:Aula\\, begane grond"]) assert.ok(parsed.includes(one), one);
  assert.ok(parsed.indexOf("END:VTIMEZONE") < parsed.indexOf("BEGIN:VEVENT"));
  assert.equal(line({ ...base, place: "" }, "LOCATION"), undefined);
});

test("without a time it lasts the whole day", () => {
  const parsed = lines(calendar({ ...base, begin: "", date: "2026-12-31" }));
  assert.ok(parsed.includes("DTSTART;VALUE=DATE:20261231"));
  assert.ok(parsed.includes("DTEND;VALUE=DATE:20270101"));
});

test("whatever changes of a meet-up it stays the same appointment, of which the last file is the newest", () => {
  const later = { ...base, titel: "Anders", date: "2027-01-01", begin: "", address: `${base.address}&t=60`, now: new Date(now.getTime() + 61_000) };
  assert.equal(line(base, "UID"), "UID:k3x9qa7b@ruimte.example");
  assert.equal(line(later, "UID"), line(base, "UID"));
  const sequence = (content) => Number(line(content, "SEQUENCE").slice("SEQUENCE:".length));
  assert.ok(sequence(later) > sequence(base) && sequence(later) < 2 ** 31);
  assert.notEqual(line({ ...base, id: "k3x9qa7c" }, "UID"), line(base, "UID"));
  assert.match(mark(base.address), /^[0-9a-f]{16}$/);
  assert.notEqual(mark(base.address), mark(later.address));
});

test("whatever the text is, no line is longer than 75 octets and it can be read back", () => {
  const { text } = chance(3);
  for (let times = 0; times < 300; times++) {
    const content = text(AWKWARD, 200).toWellFormed();
    const file = calendar({ ...base, text: content });
    assert.ok(file.endsWith("\r\n"));
    for (const line of file.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line));
    const value = lines(file).find((line) => line.startsWith("DESCRIPTION:")).slice("DESCRIPTION:".length);
    const back = value.replace(/\\([\\;,n])/g, (_, draw) => (draw === "n" ? "\n" : draw));
    assert.equal(back, `${content}\n\n${base.address}`.replace(/\r\n|\r/g, "\n").replaceAll("\0", ""));
  }
});
