import assert from "node:assert/strict";
import { test } from "node:test";
import { hash, newSeed, series, shuffle, questionFor } from "#js/pages/kaarten/script/shuffle.js";
import { cases } from "../../../hulp.js";

const { kaarten, ruimtes, geschud } = cases;

test("a seed gives the order and the questions that it always gave", () => {
  for (const { zaad, functie, kaart } of kaarten.trekkingen) {
    const given = shuffle(ruimtes, String(zaad)).map((slug) => `${slug}.${questionFor(String(zaad), functie, slug, 3)}`);
    assert.equal(given.join(","), kaart);
  }
});

test("other steps in another language give the same", () => {
  assert.ok(geschud.length >= 200);
  for (const { zaad, functie, kaart } of geschud) {
    const given = shuffle([...ruimtes].reverse(), zaad).map((slug) => `${slug}.${questionFor(zaad, functie, slug, 3)}`);
    assert.deepEqual(given, kaart);
  }
});

test("the numbers are those of FNV-1a and mulberry32", () => {
  assert.equal(hash(""), 0x811c9dc5);
  assert.equal(hash("a"), 0xe40c292c);
  assert.equal(hash("foobar"), 0xbf9cf968);
  const next = series(0);
  assert.ok(Array.from({ length: 1000 }, next).every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 32));
});

test("a new seed can stand in an address", () => {
  for (let times = 0; times < 100; times++) assert.match(newSeed(), /^[a-z0-9]{1,16}$/);
});
