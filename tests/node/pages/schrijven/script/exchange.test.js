import assert from "node:assert/strict";
import { test } from "node:test";
import { unpacked } from "#js/parts/script/file.js";
import { asFile, KIND, fromFile, VERSION } from "#js/pages/schrijven/script/exchange.js";
import { chance, AWKWARD, cases, object, what } from "../../../hulp.js";

const FORMS = cases.formulieren.verhaal.formulieren.map(([name]) => name);
const loose = (title) => ({ op: "2026-01-02T10:00:00.000Z", kopie: false, velden: { title } });
const read = (text, forms) => fromFile(unpacked(text, KIND, VERSION).parsed, forms);

test("drafts that were put in a file come out of it", () => {
  assert.ok(FORMS.length > 2);
  const byForm = Object.fromEntries(FORMS.map((form) => [form, [loose(`een ${form}`)]]));
  const named = { ...byForm, verhaal: [{ id: "x", rev: "x.1", na: {}, ...byForm.verhaal[0] }] };
  assert.deepEqual(read(asFile(named), FORMS), { byForm, gone: 0, strange: 0 });
});

test("a file of before, when there were two forms, is read", () => {
  const concepten = [{ formulier: "verhaal", op: "2026-01-02T10:00:00.000Z", kopie: true, velden: { title: "a" } }, { formulier: "werkvorm", velden: { title: "" } }];
  const { byForm } = read(JSON.stringify({ soort: KIND, versie: 1, gemaakt: "2026-01-02T10:00:00.000Z", concepten }), ["verhaal", "werkvorm", "gedicht"]);
  assert.deepEqual(byForm.verhaal, [{ ...loose("a"), kopie: true }]);
  assert.deepEqual([byForm.werkvorm.length, byForm.gedicht], [1, []]);
});

test("a draft of a form that the page does not know is not read, and counted apart", () => {
  const text = asFile({ verhaal: [loose("a")], gedicht: [loose("b"), loose("c")], constructor: [loose("d")] });
  assert.deepEqual(read(text, ["verhaal"]), { byForm: { verhaal: [loose("a")] }, gone: 0, strange: 3 });
  assert.deepEqual(read(text, ["gedicht", "verhaal"]).byForm.gedicht, [loose("b"), loose("c")]);
});

test("whatever a file holds is read as drafts", () => {
  const random = chance(11);
  const { choose, list, text, number } = random;
  const names = ["title", "deel-begin", "__proto__", "constructor", "Title", ""];
  const something = () => what(random, names);
  const often = (good) => (number(4) ? good() : something());
  const fields = () => object(list(5, () => [choose(names), often(() => text(AWKWARD, 20))]));
  const concept = () => object([["formulier", choose([...FORMS, "__proto__"])], ["velden", often(fields)], ["op", often(() => text(AWKWARD, 9))], ["kopie", something()], ["__proto__", { polluted: 1 }]]);
  let concepten = 0;
  for (let times = 0; times < 2000; times++) {
    const raw = choose([() => JSON.stringify({ soort: KIND, versie: 1, concepten: often(() => list(6, () => often(concept))) }), () => JSON.stringify(something()), () => text(AWKWARD, 40)])();
    const { parsed, error } = unpacked(raw, KIND, VERSION);
    if (!parsed) {
      assert.match(error, /\.$/);
      continue;
    }
    const { byForm } = fromFile(parsed, FORMS);
    assert.deepEqual(Object.keys(byForm), FORMS);
    assert.deepEqual(fromFile(JSON.parse(asFile(byForm)), FORMS).byForm, byForm);
    assert.ok(!("vervuild" in {}));
    for (const { op, velden: kept } of Object.values(byForm).flat()) {
      concepten++;
      assert.match(op, /^[+-]?\d{4,6}-\d\d-\d\dT[\d:.]+Z$/);
      assert.ok(Object.keys(kept).length > 0 && !["__proto__", "Title", ""].some((name) => Object.hasOwn(kept, name)));
      assert.ok(Object.values(kept).every((one) => typeof one !== "object" || one.every((part) => typeof part === "string")));
    }
  }
  assert.ok(concepten > 100);
});
