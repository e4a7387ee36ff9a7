import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, parts, nearest, split, bare, formOf, words } from "#js/pages/zoeken/script/words.js";
import { cases } from "../../../hulp.js";

test("texts are compared in small letters without accents", () => {
  assert.equal(bare("Pompeï ÉÉN"), "pompei een");
  assert.deepEqual(words("Foto's & café: 3x (½)"), ["foto", "s", "cafe", "3x", "1", "2"]);
  assert.deepEqual(words("?! "), []);
});

test("the distance of words is that of letters", () => {
  for (const [one, other, out] of [
    ["museum", "museum", 0], ["musuem", "museum", 1], ["muzeum", "museum", 1], ["dans", "danst", 1], ["kasjes", "kastjes", 1],
    ["abc", "xyz", 3], ["kort", "heelveellanger", 4],
  ]) assert.equal(distance(one, other, 3), out, `${one} ${other}`);
});

test("another form of a synonym has its meaning, and a compound has not", () => {
  const table = {
    tekenlessen: [["tekenlessen", ["Beeldend"]]],
    muziekzaal: [["muziekzaal", []]],
    so: [["so", ["Speciaal onderwijs"]]],
    "een film van het dorp": [["film", ["Film"]], ["dorp", ["De plek"]]],
  };
  for (const [text, expected] of Object.entries(table)) {
    const found = parts(text, cases.synoniemen).map((part) => [part.text, part.values.map(([, , label]) => label)]);
    assert.deepEqual(found.map(([part]) => part), expected.map(([part]) => part));
    for (const [index, [, labels]] of found.entries()) {
      const [, needed] = expected[index];
      assert.ok(needed.every((label) => labels.includes(label)) && (needed.length > 0 || !labels.length), text);
    }
  }
});

test("words that say nothing are left out, unless there are no others", () => {
  const none = { waarden: [], woorden: {} };
  assert.deepEqual(parts("hoe maak je een theater", none).map(({ text }) => text), ["maak", "theater"]);
  assert.deepEqual(parts("de", none).map(({ text }) => text), ["de"]);
  assert.deepEqual(parts("constructor __proto__", none).flatMap(({ values }) => values), []);
});

test("a word is a form of another as the table of forms says", () => {
  assert.ok(formOf("scholen", "school") && formOf("theaters", "thea") && !formOf("dan", "dans"));
});

test("a typing error is mended to the nearest word, the most common first", () => {
  assert.equal(nearest("musuem", ["theater", "museum", "musea"]), "museum");
  assert.equal(nearest("dorp", ["dorp"]), undefined);
  assert.equal(nearest("abc", ["abd"]), undefined);
  assert.equal(nearest("cafe", ["cafés", "caré"]), "cafés");
});

test("a compound is cut in two words that are known", async () => {
  const list = async (letter) => ["wedstrijd", "teken", "tekens", "groep"].filter((word) => word.startsWith(letter));
  assert.deepEqual(await split("tekenwedstrijd", list), ["teken", "wedstrijd"]);
  assert.deepEqual(await split("groepswedstrijd", list), ["groep", "wedstrijd"]);
  assert.equal(await split("onbekend", list), undefined);
});
