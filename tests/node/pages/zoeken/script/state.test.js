import assert from "node:assert/strict";
import { test } from "node:test";
import { swapped, isEmpty, empty, toAddress, PER_TIME, fromAddress } from "#js/pages/zoeken/script/state.js";
import { chance, AWKWARD } from "../../../hulp.js";

const FACETS = { ruimte: ["kind", "plek"], schooltype: ["po", "vo"] };
const known = (name, value) => Object.hasOwn(FACETS, name) && FACETS[name].includes(value);

test("a search in an address is read, and the same search has the same address", () => {
  const state = fromAddress("?q= museum &ruimte=plek&ruimte=kind&ruimte=kind&ruimte=nergens&schooltype=po&volgorde=oud&toon=30&x=1", known);
  assert.deepEqual(state, { text: " museum ", choices: { ruimte: ["plek", "kind"], schooltype: ["po"] }, order: "oud", show: 30 });
  assert.equal(toAddress(state), "q=museum&ruimte=kind&ruimte=plek&schooltype=po&volgorde=oud&toon=30");
});

test("whatever stands in an address is a search, and its address the same one", () => {
  const { choose, list, text } = chance(9);
  for (let times = 0; times < 2000; times++) {
    const pairs = list(8, () => [choose(["q", "ruimte", "schooltype", "volgorde", "toon", "__proto__", "constructor"]), choose(["kind", "plek", "po", "oud", "nieuw", "20", "1e9", "-1", "NaN", text(AWKWARD, 300)])]);
    const search = `?${pairs.map(([name, what]) => `${name}=${encodeURIComponent(what.toWellFormed())}`).join("&")}`;
    const state = fromAddress(search, known);
    assert.ok(state.text.length <= 200 && ["", "nieuw", "oud"].includes(state.order) && state.show >= PER_TIME && state.show <= 1000, search);
    assert.ok(Object.entries(state.choices).every(([name, values]) => values.every((value) => known(name, value))), search);
    assert.equal(toAddress(fromAddress(`?${toAddress(state)}`, known)), toAddress(state), search);
  }
});

test("a value is switched on and off, and the search it was stays as it is", () => {
  const begin = Object.freeze({ ...empty(), show: 40 });
  const having = swapped(begin, "ruimte", "kind");
  assert.deepEqual([having.choices, having.show, begin.choices], [{ ruimte: ["kind"] }, PER_TIME, {}]);
  assert.deepEqual(swapped(having, "ruimte", "kind").choices, {});
  assert.deepEqual([isEmpty(begin), isEmpty(having), isEmpty({ ...begin, text: " x" })], [true, false, false]);
});
