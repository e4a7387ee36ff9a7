import assert from "node:assert/strict";
import { test } from "node:test";
import { agenda } from "#js/pages/sessie/script/ics.js";
import { kans, LASTIG } from "../../../hulp.js";

const nu = new Date("2026-05-31T10:11:12Z");
const basis = { titel: "Programma", tekst: "Welkom (10 minuten)", adres: "https://ruimte.example/sessie/?v=1", datum: "2026-11-24", begin: "13:30", minuten: 120, nu };

/** The lines of the file with those that were folded whole again. */
const regels = (bestand) => bestand.replaceAll("\r\n ", "").split("\r\n");

test("an appointment lasts as long as its programme, in the time of whoever opens it", () => {
  const gelezen = regels(agenda(basis));
  for (const regel of ["DTSTART:20261124T133000", "DTEND:20261124T153000", "DTSTAMP:20260531T101112Z", "SUMMARY:Programma"]) assert.ok(gelezen.includes(regel), regel);
  assert.match(gelezen.find((regel) => regel.startsWith("UID:")), /^UID:[0-9a-f]{16}@ruimte\.example$/);
  assert.ok(regels(agenda({ ...basis, begin: "23:30" })).includes("DTEND:20261125T013000"));
});

test("without a time it lasts the whole day", () => {
  const gelezen = regels(agenda({ ...basis, begin: "", datum: "2026-12-31" }));
  assert.ok(gelezen.includes("DTSTART;VALUE=DATE:20261231"));
  assert.ok(gelezen.includes("DTEND;VALUE=DATE:20270101"));
});

test("the same programme is the same appointment, another is another", () => {
  const merk = (adres) => regels(agenda({ ...basis, adres })).find((regel) => regel.startsWith("UID:"));
  assert.equal(merk(basis.adres), merk(basis.adres));
  assert.notEqual(merk(basis.adres), merk(`${basis.adres}&t=60`));
});

test("whatever the text is, no line is longer than 75 octets and it can be read back", () => {
  const { tekst } = kans(3);
  for (let keer = 0; keer < 300; keer++) {
    const inhoud = tekst(LASTIG, 200).toWellFormed();
    const bestand = agenda({ ...basis, tekst: inhoud });
    assert.ok(bestand.endsWith("\r\n"));
    for (const regel of bestand.split("\r\n")) assert.ok(Buffer.byteLength(regel) <= 75 && !/[\r\n]/.test(regel));
    const waarde = regels(bestand).find((regel) => regel.startsWith("DESCRIPTION:")).slice("DESCRIPTION:".length);
    const terug = waarde.replace(/\\([\\;,n])/g, (_, teken) => (teken === "n" ? "\n" : teken));
    assert.equal(terug, `${inhoud}\n\n${basis.adres}`.replace(/\r\n|\r/g, "\n"));
  }
});
