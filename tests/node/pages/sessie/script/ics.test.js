import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar } from "#js/pages/sessie/script/ics.js";
import { chance, AWKWARD } from "../../../hulp.js";

const now = new Date("2026-05-31T10:11:12Z");
const base = { titel: "Programma", text: "Welkom (10 minuten)", address: "https://ruimte.example/sessie/?v=1", date: "2026-11-24", begin: "13:30", minutes: 120, now };

/** The lines of the file with those that were folded whole again. */
const lines = (file) => file.replaceAll("\r\n ", "").split("\r\n");

test("an appointment lasts as long as its programme, in the time of whoever opens it", () => {
  const parsed = lines(calendar(base));
  for (const line of ["DTSTART:20261124T133000", "DTEND:20261124T153000", "DTSTAMP:20260531T101112Z", "SUMMARY:Programma"]) assert.ok(parsed.includes(line), line);
  assert.match(parsed.find((line) => line.startsWith("UID:")), /^UID:[0-9a-f]{16}@ruimte\.example$/);
  assert.ok(lines(calendar({ ...base, begin: "23:30" })).includes("DTEND:20261125T013000"));
});

test("without a time it lasts the whole day", () => {
  const parsed = lines(calendar({ ...base, begin: "", date: "2026-12-31" }));
  assert.ok(parsed.includes("DTSTART;VALUE=DATE:20261231"));
  assert.ok(parsed.includes("DTEND;VALUE=DATE:20270101"));
});

test("the same programme is the same appointment, another is another", () => {
  const mark = (address) => lines(calendar({ ...base, address })).find((line) => line.startsWith("UID:"));
  assert.equal(mark(base.address), mark(base.address));
  assert.notEqual(mark(base.address), mark(`${base.address}&t=60`));
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
    assert.equal(back, `${content}\n\n${base.address}`.replace(/\r\n|\r/g, "\n"));
  }
});
