import assert from "node:assert/strict";
import { test } from "node:test";
import { afstand, delen, dichtstbij, gesplitst, kaal, vormVan, woorden } from "#js/pages/zoeken/script/words.js";
import { gegevens } from "../../../hulp.js";

test("texts are compared in small letters without accents", () => {
  assert.equal(kaal("Pompeï ÉÉN"), "pompei een");
  assert.deepEqual(woorden("Foto's & café: 3x (½)"), ["foto", "s", "cafe", "3x", "1", "2"]);
  assert.deepEqual(woorden("?! "), []);
});

test("the distance of words is that of letters", () => {
  for (const [een, ander, uit] of [
    ["museum", "museum", 0], ["musuem", "museum", 1], ["muzeum", "museum", 1], ["dans", "danst", 1], ["kasjes", "kastjes", 1],
    ["abc", "xyz", 3], ["kort", "heelveellanger", 4],
  ]) assert.equal(afstand(een, ander, 3), uit, `${een} ${ander}`);
});

test("another form of a synonym has its meaning, and a compound has not", () => {
  const gevallen = {
    tekenlessen: [["tekenlessen", ["Beeldend"]]],
    muziekzaal: [["muziekzaal", []]],
    so: [["so", ["Speciaal onderwijs"]]],
    "een film van het dorp": [["film", ["Film"]], ["dorp", ["De plek"]]],
  };
  for (const [tekst, verwacht] of Object.entries(gevallen)) {
    const gevonden = delen(tekst, gegevens.synoniemen).map((deel) => [deel.tekst, deel.waarden.map(([, , label]) => label)]);
    assert.deepEqual(gevonden.map(([deel]) => deel), verwacht.map(([deel]) => deel));
    for (const [nummer, [, labels]] of gevonden.entries()) {
      const [, nodig] = verwacht[nummer];
      assert.ok(nodig.every((label) => labels.includes(label)) && (nodig.length > 0 || !labels.length), tekst);
    }
  }
});

test("words that say nothing are left out, unless there are no others", () => {
  const geen = { waarden: [], woorden: {} };
  assert.deepEqual(delen("hoe maak je een theater", geen).map(({ tekst }) => tekst), ["maak", "theater"]);
  assert.deepEqual(delen("de", geen).map(({ tekst }) => tekst), ["de"]);
  assert.deepEqual(delen("constructor __proto__", geen).flatMap(({ waarden }) => waarden), []);
});

test("a word is a form of another as the table of forms says", () => {
  assert.ok(vormVan("scholen", "school") && vormVan("theaters", "thea") && !vormVan("dan", "dans"));
});

test("a typing error is mended to the nearest word, the most common first", () => {
  assert.equal(dichtstbij("musuem", ["theater", "museum", "musea"]), "museum");
  assert.equal(dichtstbij("dorp", ["dorp"]), undefined);
  assert.equal(dichtstbij("abc", ["abd"]), undefined);
  assert.equal(dichtstbij("cafe", ["cafés", "caré"]), "cafés");
});

test("a compound is cut in two words that are known", async () => {
  const lijst = async (letter) => ["wedstrijd", "teken", "tekens", "groep"].filter((woord) => woord.startsWith(letter));
  assert.deepEqual(await gesplitst("tekenwedstrijd", lijst), ["teken", "wedstrijd"]);
  assert.deepEqual(await gesplitst("groepswedstrijd", lijst), ["groep", "wedstrijd"]);
  assert.equal(await gesplitst("onbekend", lijst), undefined);
});
