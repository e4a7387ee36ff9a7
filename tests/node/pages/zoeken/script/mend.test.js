import assert from "node:assert/strict";
import { test } from "node:test";
import { beginnings, cuts, distance, nearest, sound } from "#js/pages/zoeken/script/mend.js";
import { chance } from "../../../hulp.js";

test("the distance of words is that of letters", () => {
  for (const [one, other, out] of [
    ["museum", "museum", 0], ["musuem", "museum", 1], ["muzeum", "museum", 1], ["dans", "danst", 1], ["kasjes", "kastjes", 1],
    ["abc", "xyz", 3], ["kort", "heelveellanger", 4], ["", "abc", 3], ["ab", "ba", 1],
  ]) assert.equal(distance(one, other, 3), out, `${one} ${other}`);
});

test("the distance is that of a table of all letters, as far as it is counted", () => {
  /** Optimal string alignment, as a textbook has it. */
  const full = (a, b) => {
    const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j));
    for (let i = 0; i <= a.length; i++) for (let j = 0; j <= b.length; j++) {
      if (!i || !j) table[i][j] = i + j;
      else {
        table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
    return table[a.length][b.length];
  };
  const { text, number } = chance(16);
  for (let times = 0; times < 3000; times++) {
    const [one, other, most] = [text([..."abc"], 7), text([..."abc"], 7), number(4)];
    const away = full(one, other);
    const counted = distance(one, other, most);
    if (away <= most) assert.equal(counted, away, `${one} ${other}`);
    else assert.ok(counted > most, `${one} ${other}: ${counted}, and not ${away}`);
  }
});

test("words that sound the same are the same to the ear", () => {
  for (const [one, other] of [
    ["kultuur", "cultuur"], ["muziek", "musiek"], ["vrede", "frede"], ["dans", "danz"], ["eisbreker", "ijsbreker"],
    ["foto", "photo"], ["theater", "teater"], ["goud", "gaud"], ["kwartet", "kwartett"],
  ]) assert.equal(sound(one), sound(other), `${one} ${other}`);
  for (const [one, other] of [["dans", "kans"], ["kunst", "kust"], ["klas", "glas"]]) assert.notEqual(sound(one), sound(other));
});

test("a typing error is mended to the nearest word, the most telling first", () => {
  assert.equal(nearest("musuem", ["theater", "museum", "musea"]), "museum");
  assert.equal(nearest("dorp", ["dorp"]), undefined);
  assert.equal(nearest("abc", ["abd"]), undefined);
  assert.equal(nearest("cafe", ["cafés", "caré"]), "cafés");
  assert.equal(nearest("museun", ["museum", "museur"]), "museum");
  assert.equal(nearest("xylofoonbouwer", ["xylofoon", "bouwen"]), undefined);
  assert.equal(nearest("", ["a"]), undefined);
});

test("one who writes what is heard is understood", () => {
  const list = ["kunst", "cultuur", "culturen", "muziek", "vitrinekast", "ijsbreker"];
  for (const [typed, meant] of [
    ["kultuur", "cultuur"], ["muzieck", "muziek"], ["vitrienekast", "vitrinekast"], ["ijsbreeker", "ijsbreker"], ["eisbreker", "ijsbreker"],
  ]) assert.equal(nearest(typed, list), meant, typed);
});

test("what is found is on the list, and no farther than a word of its length may be", () => {
  const random = chance(17);
  for (let times = 0; times < 1000; times++) {
    const word = random.text([..."abcde"], 9);
    const list = random.list(20, () => random.text([..."abcde"], 9));
    const found = nearest(word, list);
    if (found === undefined) continue;
    assert.ok(list.includes(found) && found !== word, word);
    assert.ok(word.length >= 4, word);
    assert.ok(distance(word, found, 9) <= 4, `${word}: ${found}`);
  }
});

test("words are looked up by the letter that was typed, what sounds like it, and the second", () => {
  assert.deepEqual(beginnings("kultuur"), ["k", "c", "u"]);
  assert.deepEqual(beginnings("zuiek"), ["z", "s", "u"]);
  assert.deepEqual(beginnings("aap"), ["a"]);
  assert.deepEqual(beginnings(""), []);
});

test("a compound is cut in every way, with the letters between its parts or without", () => {
  const found = cuts("groepswedstrijd");
  assert.ok(found.some(([before, behind]) => before.includes("groep") && behind === "wedstrijd"));
  for (const [before, behind] of found) {
    assert.ok(before.length && behind.length >= 3);
    assert.equal(before[0] + behind, "groepswedstrijd");
  }
  assert.deepEqual(found.map(([, behind]) => behind.length), found.map(([, behind]) => behind.length).toSorted((a, b) => b - a));
  assert.deepEqual(cuts("abcde"), []);
});
