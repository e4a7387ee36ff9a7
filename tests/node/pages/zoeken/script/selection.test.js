import assert from "node:assert/strict";
import { test } from "node:test";
import { Choices } from "#js/pages/zoeken/script/selection.js";
import { swapped } from "#js/pages/zoeken/script/state.js";
import { cases, chance } from "../../../hulp.js";

const { tabellen, verhalen } = cases.keuzes;
const FACETS = Object.keys(tabellen);
const all = verhalen.map((_, number) => number);

/** Those of some stories that have what is chosen, facet `gone` aside: each story looked at. */
const chosen = (among, choices, gone = "") =>
  among.filter((number) => Object.entries(choices).every(([name, values]) => name === gone || values.some((value) => (verhalen[number][name] ?? []).includes(value))));

test("on three hundred walks every number is what a click gives", async () => {
  const random = chance(8);
  for (let walk = 0; walk < 300; walk++) {
    const choices = new Choices(async (name) => tabellen[name]);
    const found = random.choose([all, all.filter(() => random.number(3) === 0), []]); // what a text found
    let state = { text: "", choices: {}, order: "", show: 10 };
    for (let step = 0; step < 8; step++) {
      const facet = random.choose(FACETS);
      const value = random.choose(tabellen[facet].sets.flat());
      await choices.loadSets([...Object.keys(state.choices), facet]);
      const before = choices.choose(found, state.choices);
      const first = !state.choices[facet];
      state = swapped(state, facet, value);
      const { left, counts } = choices.choose(found, state.choices);
      assert.deepEqual(left, chosen(found, state.choices));
      if (first) assert.equal(left.length, before.counts[facet][value] ?? 0, "the number beside a value is what it gives");
      for (const name of choices.facets.keys()) {
        const beside = chosen(found, state.choices, name);
        for (const other of new Set(tabellen[name].sets.flat())) {
          assert.equal(counts[name][other] ?? 0, beside.filter((number) => (verhalen[number][name] ?? []).includes(other)).length, `${name} ${other}`);
        }
      }
    }
  }
});

test("a text of another kind has what its row says, and one of a kind without choices is left in", async () => {
  const table = { sets: [[], ["rood"], ["rood", "blauw"]], verhalen: [1, 0], voorbeelden: [0, 2], werkvormen: [1] };
  const choices = new Choices(async () => table);
  assert.ok(choices.fits("verhaal", 1, "kleur", ["rood"]), "of a facet that was not fetched nothing is known");
  await choices.loadSets(["kleur"]);
  assert.deepEqual([0, 1].map((index) => choices.fits("verhaal", index, "kleur", ["rood"])), [true, false]);
  assert.deepEqual([0, 1].map((index) => choices.fits("voorbeeld", index, "kleur", ["blauw", "geel"])), [false, true]);
  assert.ok(!choices.fits("werkvorm", 0, "kleur", ["blauw"]) && choices.fits("begrip", 5, "kleur", ["blauw"]));
});

test("a table is fetched when it is first asked for, and once", async () => {
  const asked = [];
  const choices = new Choices(async (name) => {
    asked.push(name);
    return { sets: [[]], verhalen: [0] };
  });
  await choices.loadSets(["kleur", "maat"]);
  await choices.loadSets(["maat"]);
  assert.deepEqual(asked, ["kleur", "maat"]);
});
