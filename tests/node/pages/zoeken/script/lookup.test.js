// Typing errors that chance makes in words of the stories: what was meant is searched nearly always.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Forms } from "#js/pages/zoeken/script/forms.js";
import { STORY } from "#js/pages/zoeken/script/engine.js";
import { words } from "#js/pages/zoeken/script/words.js";
import { cases, chance, dictionary, searcher } from "../../../hulp.js";

const OF_EACH = 80;
const FLOOR = 0.88; // of all, that what was meant is searched
const SHORTEST = 5; // letters of a word in which an error is made
const LONG = 9; // and two errors
const VOWELS = "aeiou";
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

const { number, choose } = chance(20261127);

/** The keys beside one on a keyboard. */
function beside(key) {
  const y = ROWS.findIndex((row) => row.includes(key));
  const x = ROWS[y].indexOf(key);
  return [ROWS[y][x - 1], ROWS[y][x + 1], ROWS[y - 1]?.[x], ROWS[y - 1]?.[x + 1], ROWS[y + 1]?.[x], ROWS[y + 1]?.[x - 1]].filter(Boolean);
}

const replaced = (word, place, letter) => word.slice(0, place) + letter + word.slice(place + 1);
const ONE = {
  swapped(word) {
    const place = number(word.length - 1);
    return word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2);
  },
  "left out": (word) => replaced(word, number(word.length), ""),
  doubled(word) {
    const place = number(word.length);
    return replaced(word, place, word[place] + word[place]);
  },
  "the key beside it"(word) {
    const place = number(word.length);
    return replaced(word, place, choose(beside(word[place])));
  },
  "another vowel"(word) {
    const places = [...word].flatMap((letter, place) => (VOWELS.includes(letter) ? [place] : []));
    const place = choose(places);
    return replaced(word, place, choose([...VOWELS].filter((vowel) => vowel !== word[place])));
  },
};
const KINDS = { ...ONE, "two of these": (word) => choose(Object.values(ONE))(choose(Object.values(ONE))(word)) };

test("a typing error finds what was meant", async () => {
  const engine = await searcher();
  const forms = new Forms(dictionary.vormen);
  const of = (page) => words([page.title, page.summary, page.text, page.label, ...page.names].join(" "));
  const site = new Set(cases.bladzijden.flatMap(of));
  const list = [...new Set(cases.bladzijden.filter(({ kind }) => kind === STORY).flatMap(of))].filter((word) => /^(?=.*[aeiou])[a-z]+$/.test(word) && word.length >= SHORTEST).sort();
  const missed = [];
  for (const [kind, edit] of Object.entries(KINDS)) {
    for (let made = 0; made < OF_EACH; ) {
      const meant = choose(list);
      if (edit === KINDS["two of these"] && meant.length < LONG) continue;
      const typed = edit(meant);
      if (site.has(typed)) continue;
      made++;
      const { things } = await engine.search({ text: typed, choices: {}, order: "" });
      const sought = things.flatMap((thing) => [...thing.words, ...thing.groups.flatMap((group) => group.split(" "))]);
      if (!sought.some((word) => word === meant || forms.of(word).has(meant) || forms.of(meant).has(word))) missed.push(`${typed} (${meant}, ${kind})`);
    }
  }
  const share = 1 - missed.length / (OF_EACH * Object.keys(KINDS).length);
  assert.ok(share >= FLOOR, `${(100 * share).toFixed(1)}%; not: ${missed.slice(0, 50).join(", ")}`);
});
