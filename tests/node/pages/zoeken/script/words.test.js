import assert from "node:assert/strict";
import { test } from "node:test";
import { bare, formOf, words } from "#js/pages/zoeken/script/words.js";
import { cases } from "../../../hulp.js";

test("texts are compared in small letters without accents", () => {
  assert.equal(bare("Pompeï ÉÉN"), "pompei een");
  assert.deepEqual(words("Foto's & café: 3x (½)"), ["foto", "s", "cafe", "3x", "1", "2"]);
  assert.deepEqual(words("?! "), []);
});

test("a text has the same words here as in Python, which writes the index", () => {
  assert.ok(cases.vergeleken.length > 1000);
  for (const [text, expected] of cases.vergeleken) assert.deepEqual(words(text), expected, JSON.stringify(text));
});

test("a word is a form of another as the table of forms says", () => {
  assert.ok(formOf("scholen", "school") && formOf("theaters", "thea") && !formOf("dan", "dans"));
});
