import assert from "node:assert/strict";
import { test } from "node:test";
import { circles, counted, needed, pieces, printed, sheets } from "#js/parts/knipvel/script/sheets.js";
import { cases } from "../../../hulp.js";

const thing = (changes) => ({ wat: "vragen", soort: "stroken", per: "persoon", aantal: 1, regels: [], stuk: "strook", stuks: "stroken", elk: "per persoon", ...changes });
const plenair = { titel: "Werkvorm", hoogstens: 10, samen: 0 };

test("a host counts out what Python counts out, and each piece says the same", () => {
  assert.ok(cases.uitgedeeld.length > 1000);
  for (const { mensen, werkvorm, kringen, nodig, stukken, vellen } of cases.uitgedeeld) {
    assert.deepEqual(circles(mensen, werkvorm.hoogstens), kringen);
    assert.deepEqual(werkvorm.uitreiken.map((one) => needed(one, werkvorm, mensen)), nodig);
    assert.deepEqual(werkvorm.uitreiken.map(pieces), stukken);
    if (vellen) assert.deepEqual(sheets(werkvorm, mensen), vellen);
  }
});

test("all that is counted is on paper or is said to be copied, and no sheet is empty", () => {
  for (const { mensen, werkvorm } of cases.uitgedeeld) {
    const made = sheets(werkvorm, mensen);
    assert.ok(made.every(({ stukken }) => stukken.length));
    for (const one of werkvorm.uitreiken) {
      const number = needed(one, werkvorm, mensen);
      const there = printed(one, number);
      const copied = /(\d+) × kopiëren/.exec(counted({ stuk: "x", stuks: "x", elk: "x", ...one }, werkvorm, mensen).stuks);
      if (there) assert.equal(there * Number(copied?.[1] ?? 1), number);
    }
  }
});

test("what is counted is said with for whom it is", () => {
  const strips = { wat: "Vragen", stuks: "24 lege stroken (2 per persoon)" };
  assert.deepEqual(counted(thing({ aantal: 2 }), plenair, 12), strips);
  assert.equal(counted(thing({ per: "groep", elk: "per kring" }), plenair, 12).stuks, "2 lege stroken (1 per kring: 2 kringen)");
  assert.equal(counted(thing({ per: "tweetal", elk: "per tweetal", regels: ["Wat?"] }), { ...plenair, samen: 2 }, 2).stuks, "1 strook (1 per tweetal)");
  assert.equal(counted(thing({ per: "vel", elk: "in totaal", regels: ["Wat?"] }), plenair, 12).stuks, "1 strook");
  assert.equal(counted(thing({ soort: "blad", stuk: "blad", stuks: "bladen", regels: ["Wat?", "Hoe dan, en met wie?"] }), plenair, 12).stuks, "12 bladen (1 per persoon), 12 × kopiëren");
  assert.equal(counted(thing({ soort: "blad", stuk: "blad", stuks: "bladen" }), plenair, 12).stuks, "12 lege bladen (1 per persoon), gewoon papier");
});
