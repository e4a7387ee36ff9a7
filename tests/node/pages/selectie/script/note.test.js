import assert from "node:assert/strict";
import { test } from "node:test";
import { MEEST } from "#js/parts/bewaren/script/kept.js";
import { kies, laat, legErnaast, ZINNEN, zetNotitie } from "#js/pages/selectie/script/note.js";

const item = (notitie, meer = {}) => ({ soort: "verhaal", slug: "a", titel: "A", notitie, ...meer });
const staat = (...items) => ({ naam: "", items });

test("a note takes the place of what stood there when somebody began to type", () => {
  const nu = staat(item("eerst"));
  assert.equal(zetNotitie(nu, item("eerst"), "later", "eerst"), "gezet");
  assert.deepEqual(nu.items, [item("later")]);
});

test("what another tab wrote in the meantime is laid beside it", () => {
  const nu = staat(item("van elders"));
  assert.equal(zetNotitie(nu, item("eerst"), "van hier", "eerst"), "beide");
  assert.deepEqual(nu.items, [item("van hier", { ook: ["van elders"] })]);
  const zelfde = staat(item("van hier"));
  assert.equal(zetNotitie(zelfde, item("eerst"), "van hier", "eerst"), "gezet");
});

test("a note with what was taken out brings it back, an empty one does not", () => {
  const leeg = staat();
  assert.equal(zetNotitie(leeg, item("x"), "  ", "x"), "gezet");
  assert.deepEqual(leeg.items, []);
  assert.equal(zetNotitie(leeg, item("x"), "hier", "x"), "terug");
  assert.deepEqual(leeg.items, [item("hier")]);
});

test("where there is no place nothing is changed", () => {
  const vol = staat(...Array.from({ length: MEEST.items }, (_, nummer) => ({ ...item(""), slug: `s${nummer}` })));
  assert.equal(zetNotitie(vol, item("x"), "hier", "x"), "vol");
  const veel = staat(item("van elders", { ook: Array.from({ length: MEEST.ook }, (_, nummer) => String(nummer)) }));
  const voor = structuredClone(veel);
  assert.equal(zetNotitie(veel, item("eerst"), "van hier", "eerst"), "vol");
  assert.deepEqual(veel, voor);
  assert.ok(Object.keys(ZINNEN).every((hoe) => hoe === "gezet" || ZINNEN[hoe].endsWith(".")));
});

test("of two versions one can be taken and one can be left", () => {
  const zelf = item("een", { ook: ["twee", "drie"] });
  kies(zelf, "twee");
  assert.deepEqual([zelf.notitie, zelf.ook], ["twee", ["drie", "een"]]);
  laat(zelf, "drie");
  assert.deepEqual(zelf.ook, ["een"]);
  assert.equal(legErnaast(zelf, "een"), true);
  assert.deepEqual(zelf.ook, ["een"]);
});
