import assert from "node:assert/strict";
import { test } from "node:test";
import { dayName, LARGEST, packed, readFile, unpacked } from "#js/parts/script/file.js";

const KIND = "ruimte-concepten";

test("a file has its day in its name", () => {
  assert.equal(dayName("ruimte-selectie", new Date(2026, 4, 3, 0, 30)), "ruimte-selectie-2026-05-03.json");
});

test("what was packed is unpacked", () => {
  const text = packed(KIND, 1, { concepten: ["é"] }, new Date("2026-05-03T10:00:00Z"));
  assert.deepEqual(unpacked(text, KIND, 1).parsed, { soort: KIND, versie: 1, gemaakt: "2026-05-03T10:00:00.000Z", concepten: ["é"] });
});

test("what is no such file is said in a sentence, and nothing is read of it", async () => {
  const odd = /hier niet gemaakt/;
  for (const [text, sentence] of [
    ["geen json", odd], ["", odd], ["null", odd], ["[]", odd], ['{"soort": "__proto__", "versie": 1}', odd],
    ['{"soort": "ruimte-selectie", "versie": 1}', /staat een selectie/], [`{"soort": "${KIND}", "versie": 2}`, /nieuwere versie/],
    [`{"soort": "${KIND}", "versie": "1"}`, odd], [`{"soort": "${KIND}"}`, odd],
  ]) {
    const { error, parsed } = unpacked(text, KIND, 1);
    assert.match(error, sentence, text);
    assert.equal(parsed, undefined);
  }
  const read = (content, name = "x.json") => readFile(new File([content], name), KIND, 1);
  assert.match((await read("x", "verhaal.MD")).error, /het bestand om in te sturen/);
  assert.match((await read(" ".repeat(LARGEST + 1))).error, /te groot. Hooguit 5 MB kan/);
  assert.match((await read(new Uint8Array([255, 254, 0]))).error, odd);
  assert.ok((await read(`{"soort": "${KIND}", "versie": 1}`)).parsed);
  assert.match((await readFile({ name: "x", size: 1, text: () => Promise.reject(new Error()) }, KIND, 1)).error, /niet te lezen/);
});
