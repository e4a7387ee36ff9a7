import assert from "node:assert/strict";
import { test } from "node:test";
import { questionsFor, questionsOf } from "#js/parts/vel/script/sheet.js";

const all = { kind: { titel: "Het kind", vragen: ["Wie?", "Wat?"] }, plek: { titel: "De plek", vragen: ["Waar?", "Hoe?"] } };
const glyph = { vol: [{ ruimte: "kind" }, { ruimte: "plek" }] };

test("a text is discussed with its own questions, and without any with those of its ruimtes", () => {
  for (const soort of ["verhaal", "voorbeeld"]) {
    assert.deepEqual(questionsOf({ soort, glyph, gesprek: ["Wat herken je?"] }, all), [{ titel: "", vraag: "Wat herken je?" }]);
    assert.deepEqual(questionsOf({ soort, glyph, gesprek: [] }, all), questionsFor(["kind", "plek"], all));
  }
  assert.deepEqual(questionsOf({ soort: "werkvorm", glyph }, all), []);
});

test("of each ruimte the first question comes first, and there are three at most", () => {
  assert.deepEqual(questionsFor(["kind", "plek", "weg"], all).map(({ vraag }) => vraag), ["Wie?", "Waar?", "Wat?"]);
});
