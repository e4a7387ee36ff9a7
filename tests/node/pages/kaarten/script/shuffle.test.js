import assert from "node:assert/strict";
import { test } from "node:test";
import { hash, nieuwZaad, reeks, schud, vraagBij } from "#js/pages/kaarten/script/shuffle.js";
import { gegevens } from "../../../hulp.js";

const { kaarten, ruimtes, geschud } = gegevens;

test("a seed gives the order and the questions that it always gave", () => {
  for (const { zaad, functie, kaart } of kaarten.trekkingen) {
    const gegeven = schud(ruimtes, String(zaad)).map((slug) => `${slug}.${vraagBij(String(zaad), functie, slug, 3)}`);
    assert.equal(gegeven.join(","), kaart);
  }
});

test("other steps in another language give the same", () => {
  assert.ok(geschud.length >= 200);
  for (const { zaad, functie, kaart } of geschud) {
    const gegeven = schud([...ruimtes].reverse(), zaad).map((slug) => `${slug}.${vraagBij(zaad, functie, slug, 3)}`);
    assert.deepEqual(gegeven, kaart);
  }
});

test("the numbers are those of FNV-1a and mulberry32", () => {
  assert.equal(hash(""), 0x811c9dc5);
  assert.equal(hash("a"), 0xe40c292c);
  assert.equal(hash("foobar"), 0xbf9cf968);
  const volgende = reeks(0);
  assert.ok(Array.from({ length: 1000 }, volgende).every((getal) => Number.isInteger(getal) && getal >= 0 && getal < 2 ** 32));
});

test("a new seed can stand in an address", () => {
  for (let keer = 0; keer < 100; keer++) assert.match(nieuwZaad(), /^[a-z0-9]{1,16}$/);
});
