import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST } from "#js/parts/bewaren/script/kept.js";
import { choose, leave, layBeside, SENTENCES, setNotitie } from "#js/pages/selectie/script/note.js";

const item = (notitie, more = {}) => ({ soort: "verhaal", slug: "a", titel: "A", notitie, ...more });
const state = (...items) => ({ naam: "", items });

test("a note takes the place of what stood there when somebody began to type", () => {
  const now = state(item("eerst"));
  assert.equal(setNotitie(now, item("eerst"), "later", "eerst"), "gezet");
  assert.deepEqual(now.items, [item("later")]);
});

test("what another tab wrote in the meantime is laid beside it", () => {
  const now = state(item("van elders"));
  assert.equal(setNotitie(now, item("eerst"), "van hier", "eerst"), "beide");
  assert.deepEqual(now.items, [item("van hier", { ook: ["van elders"] })]);
  const same = state(item("van hier"));
  assert.equal(setNotitie(same, item("eerst"), "van hier", "eerst"), "gezet");
});

test("a note with what was taken out brings it back, an empty one does not", () => {
  const empty = state();
  assert.equal(setNotitie(empty, item("x"), "  ", "x"), "gezet");
  assert.deepEqual(empty.items, []);
  assert.equal(setNotitie(empty, item("x"), "hier", "x"), "terug");
  assert.deepEqual(empty.items, [item("hier")]);
});

test("where there is no place nothing is changed", () => {
  const full = state(...Array.from({ length: MOST.items }, (_, index) => ({ ...item(""), slug: `s${index}` })));
  assert.equal(setNotitie(full, item("x"), "hier", "x"), "vol");
  const many = state(item("van elders", { ook: Array.from({ length: MOST.ook }, (_, index) => String(index)) }));
  const before = structuredClone(many);
  assert.equal(setNotitie(many, item("eerst"), "van hier", "eerst"), "vol");
  assert.deepEqual(many, before);
  assert.ok(Object.keys(SENTENCES).every((how) => how === "gezet" || SENTENCES[how].endsWith(".")));
});

test("of two versions one can be taken and one can be left", () => {
  const self = item("een", { ook: ["twee", "drie"] });
  choose(self, "twee");
  assert.deepEqual([self.notitie, self.ook], ["twee", ["drie", "een"]]);
  leave(self, "drie");
  assert.deepEqual(self.ook, ["een"]);
  assert.equal(layBeside(self, "een"), true);
  assert.deepEqual(self.ook, ["een"]);
});
