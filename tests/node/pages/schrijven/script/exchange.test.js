import assert from "node:assert/strict";
import { test } from "node:test";
import { unpacked } from "#js/parts/script/file.js";
import { asFile, KIND, fromFile, VERSION } from "#js/pages/schrijven/script/exchange.js";
import { chance, AWKWARD, object, what } from "../../../hulp.js";

test("drafts that were put in a file come out of it", () => {
  const loose = (title) => ({ op: "2026-01-02T10:00:00.000Z", kopie: false, velden: { title } });
  const { parsed } = unpacked(asFile({ verhaal: [{ id: "x", rev: "x.1", na: {}, ...loose("a") }], werkvorm: [loose("b")] }), KIND, VERSION);
  assert.deepEqual(fromFile(parsed), { byForm: { verhaal: [loose("a")], werkvorm: [loose("b")] }, gone: 0 });
});

test("whatever a file holds is read as drafts", () => {
  const random = chance(11);
  const { choose, list, text, number } = random;
  const names = ["title", "deel-begin", "__proto__", "constructor", "Title", ""];
  const something = () => what(random, names);
  const often = (good) => (number(4) ? good() : something());
  const fields = () => object(list(5, () => [choose(names), often(() => text(AWKWARD, 20))]));
  const concept = () => object([["formulier", choose(["verhaal", "werkvorm", "__proto__"])], ["velden", often(fields)], ["op", often(() => text(AWKWARD, 9))], ["kopie", something()], ["__proto__", { polluted: 1 }]]);
  let concepten = 0;
  for (let times = 0; times < 2000; times++) {
    const raw = choose([() => JSON.stringify({ soort: KIND, versie: 1, concepten: often(() => list(6, () => often(concept))) }), () => JSON.stringify(something()), () => text(AWKWARD, 40)])();
    const { parsed, error } = unpacked(raw, KIND, VERSION);
    if (!parsed) {
      assert.match(error, /\.$/);
      continue;
    }
    const { byForm } = fromFile(parsed);
    assert.deepEqual(Object.keys(byForm), ["verhaal", "werkvorm"]);
    assert.deepEqual(fromFile(JSON.parse(asFile(byForm))).byForm, byForm);
    assert.ok(!("vervuild" in {}));
    for (const { op, velden: kept } of [...byForm.verhaal, ...byForm.werkvorm]) {
      concepten++;
      assert.match(op, /^[+-]?\d{4,6}-\d\d-\d\dT[\d:.]+Z$/);
      assert.ok(Object.keys(kept).length > 0 && !["__proto__", "Title", ""].some((name) => Object.hasOwn(kept, name)));
      assert.ok(Object.values(kept).every((one) => typeof one !== "object" || one.every((part) => typeof part === "string")));
    }
  }
  assert.ok(concepten > 100);
});
