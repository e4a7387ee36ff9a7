import assert from "node:assert/strict";
import { test } from "node:test";
import { store } from "#js/parts/script/store.js";
import { storage } from "../../hulp.js";

const refuses = (name) => () => {
  throw new DOMException("", name);
};

test("a store that works does what is asked of it", () => {
  const own = store(() => hero);
  const hero = storage();
  assert.equal(own.read("a"), null);
  assert.equal(own.write("a-1", "x"), "");
  assert.equal(own.write("b-1", "y"), "");
  assert.deepEqual(own.names("a-"), ["a-1"]);
  assert.equal(own.read("a-1"), "x");
  assert.equal(own.gone("a-1"), "");
  assert.deepEqual(own.names(""), ["b-1"]);
  assert.equal(own.open(), true);
});

test("a store that refuses never throws, and says why", () => {
  for (const give of [refuses("SecurityError"), () => null, () => undefined]) {
    const dicht = store(give);
    assert.deepEqual([dicht.read("a"), dicht.write("a", "x"), dicht.gone("a"), dicht.names("a"), dicht.open()], [null, "dicht", "dicht", [], false]);
  }
  const full = store(() => storage(new Map(), () => false));
  assert.deepEqual([full.write("a", "x"), full.open()], ["vol", true]);
});

test("a name that goes while they are listed is passed over", () => {
  assert.deepEqual(store(() => ({ ...storage(), length: 3, key: (index) => ["a", null, "ab"][index] })).names("a"), ["a", "ab"]);
});
