import assert from "node:assert/strict";
import { test } from "node:test";
import { dagnaam, GROOTST, inpakken, leesBestand, uitpakken } from "#js/parts/script/file.js";

const SOORT = "ruimte-concepten";

test("a file has its day in its name", () => {
  assert.equal(dagnaam("ruimte-selectie", new Date(2026, 4, 3, 0, 30)), "ruimte-selectie-2026-05-03.json");
});

test("what was packed is unpacked", () => {
  const tekst = inpakken(SOORT, 1, { concepten: ["é"] }, new Date("2026-05-03T10:00:00Z"));
  assert.deepEqual(uitpakken(tekst, SOORT, 1).gelezen, { soort: SOORT, versie: 1, gemaakt: "2026-05-03T10:00:00.000Z", concepten: ["é"] });
});

test("what is no such file is said in a sentence, and nothing is read of it", async () => {
  const vreemd = /hier niet gemaakt/;
  for (const [tekst, zin] of [
    ["geen json", vreemd], ["", vreemd], ["null", vreemd], ["[]", vreemd], ['{"soort": "__proto__", "versie": 1}', vreemd],
    ['{"soort": "ruimte-selectie", "versie": 1}', /staat een selectie/], [`{"soort": "${SOORT}", "versie": 2}`, /nieuwere versie/],
    [`{"soort": "${SOORT}", "versie": "1"}`, vreemd], [`{"soort": "${SOORT}"}`, vreemd],
  ]) {
    const { fout, gelezen } = uitpakken(tekst, SOORT, 1);
    assert.match(fout, zin, tekst);
    assert.equal(gelezen, undefined);
  }
  const lees = (inhoud, naam = "x.json") => leesBestand(new File([inhoud], naam), SOORT, 1);
  assert.match((await lees("x", "verhaal.MD")).fout, /het bestand om in te sturen/);
  assert.match((await lees(" ".repeat(GROOTST + 1))).fout, /te groot. Hooguit 5 MB kan/);
  assert.match((await lees(new Uint8Array([255, 254, 0]))).fout, vreemd);
  assert.ok((await lees(`{"soort": "${SOORT}", "versie": 1}`)).gelezen);
  assert.match((await leesBestand({ name: "x", size: 1, text: () => Promise.reject(new Error()) }, SOORT, 1)).fout, /niet te lezen/);
});
