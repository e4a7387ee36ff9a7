import assert from "node:assert/strict";
import { test } from "node:test";
import { kast } from "#js/parts/script/store.js";
import { opslag } from "../../hulp.js";

const weigert = (naam) => () => {
  throw new DOMException("", naam);
};

test("a store that works does what is asked of it", () => {
  const eigen = kast(() => held);
  const held = opslag();
  assert.equal(eigen.lees("a"), null);
  assert.equal(eigen.schrijf("a-1", "x"), "");
  assert.equal(eigen.schrijf("b-1", "y"), "");
  assert.deepEqual(eigen.namen("a-"), ["a-1"]);
  assert.equal(eigen.lees("a-1"), "x");
  assert.equal(eigen.weg("a-1"), "");
  assert.deepEqual(eigen.namen(""), ["b-1"]);
  assert.equal(eigen.open(), true);
});

test("a store that refuses never throws, and says why", () => {
  for (const geef of [weigert("SecurityError"), () => null, () => undefined]) {
    const dicht = kast(geef);
    assert.deepEqual([dicht.lees("a"), dicht.schrijf("a", "x"), dicht.weg("a"), dicht.namen("a"), dicht.open()], [null, "dicht", "dicht", [], false]);
  }
  const vol = kast(() => opslag(new Map(), () => false));
  assert.deepEqual([vol.schrijf("a", "x"), vol.open()], ["vol", true]);
});

test("a name that goes while they are listed is passed over", () => {
  assert.deepEqual(kast(() => ({ ...opslag(), length: 3, key: (nummer) => ["a", null, "ab"][nummer] })).namen("a"), ["a", "ab"]);
});
