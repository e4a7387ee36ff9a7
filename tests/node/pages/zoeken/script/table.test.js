import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, csv, json } from "#js/pages/zoeken/script/table.js";
import { chance, AWKWARD } from "../../../hulp.js";

const ROW = {
  soort: "Verhaal", titel: 'De "kastjes"; van Ezinge', adres: "https://example.org/verhalen/a/", plaats: "Ezinge", regio: ["Noord-Groningen"],
  schooltype: ["Basisonderwijs", "Speciaal onderwijs"], partnertype: [], ruimtes: ["De plek"], speelde: "Speelde in 2019", samenvatting: "=1+1\nén meer",
};

/** The rows of a table, read by the rules of RFC 4180. */
function read(text) {
  const rows = [[]];
  const piece = /"((?:[^"]|"")*)"(;|\r\n)/gy;
  for (let found = piece.exec(text); found; found = piece.exec(text)) {
    rows.at(-1).push(found[1].replaceAll('""', '"'));
    if (found[2] !== ";" && piece.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

test("a table opens in a Dutch Excel: a mark in front, semicolons, and what is in it as it is", () => {
  const text = csv([ROW]);
  assert.equal(text[0], "\ufeff");
  assert.deepEqual(read(text.slice(1)), [
    ["soort", "titel", "adres", "plaats", "regio", "schooltype", "soort partner", "ruimtes", "speelde", "samenvatting"],
    ["Verhaal", 'De "kastjes"; van Ezinge', "https://example.org/verhalen/a/", "Ezinge", "Noord-Groningen", "Basisonderwijs, Speciaal onderwijs", "", "De plek", "Speelde in 2019", "'=1+1\nén meer"],
  ]);
  assert.equal(csv([]).split("\r\n").length, 2, "without a row there is the line of names");
});

test("no cell is reckoned with, whatever stands in a text", () => {
  assert.deepEqual(["=A1", "+31", "-", "@x", "\t=A1", " =A1", "a=b", ""].map(cell), ['"\'=A1"', '"\'+31"', '"\'-"', '"\'@x"', '"\'\t=A1"', '"\' =A1"', '"a=b"', '""']);
  const { text } = chance(5);
  for (let times = 0; times < 1000; times++) {
    const titel = text(["=", "+", "-", "@", ";", '"', ...AWKWARD], 8);
    const [, [, shown]] = read(csv([{ ...ROW, titel }]).slice(1));
    assert.ok(shown === titel || shown === `'${titel}`, titel);
    assert.doesNotMatch(shown, /^[=+\-@\t\r]/);
  }
});

test("JSON has the same names, with lists of what can be more than one", () => {
  const [first, ...others] = JSON.parse(json([ROW]));
  assert.deepEqual(Object.keys(first), ["soort", "titel", "adres", "plaats", "regio", "schooltype", "soort partner", "ruimtes", "speelde", "samenvatting"]);
  assert.deepEqual([first["soort partner"], first.schooltype, first.samenvatting, others], [[], ["Basisonderwijs", "Speciaal onderwijs"], "=1+1\nén meer", []]);
});
