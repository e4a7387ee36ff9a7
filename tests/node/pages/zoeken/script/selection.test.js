import assert from "node:assert/strict";
import { test } from "node:test";
import { Choices } from "#js/pages/zoeken/script/selection.js";
import { chance } from "../../../hulp.js";

/** A site of some stories with values of two facets, and the tables that Python would make of it. */
function site(random) {
  const { list, choose } = random;
  const verhalen = Array.from({ length: 30 }, () => ({ kleur: [...new Set(list(3, () => choose(["rood", "blauw", "groen"])))], maat: [...new Set(list(2, () => choose(["klein", "groot"])))] }));
  const table = (name) => {
    const sets = [...new Set(verhalen.map((verhaal) => JSON.stringify(verhaal[name])))].map((one) => JSON.parse(one));
    return { sets, verhalen: verhalen.map((verhaal) => sets.findIndex((set) => JSON.stringify(set) === JSON.stringify(verhaal[name]))) };
  };
  return { verhalen, choices: new Choices(async (name) => table(name)) };
}

test("stories have a chosen value of every facet, and a number is what a click would give", async () => {
  const random = chance(8);
  for (let times = 0; times < 100; times++) {
    const { verhalen, choices } = site(random);
    await choices.loadSets(["kleur", "maat"]);
    const chosen = { kleur: ["rood"], maat: ["klein", "groot"].slice(0, 1 + (times % 2)) };
    const fits = (verhaal, without) => Object.entries(chosen).every(([name, values]) => name === without || values.some((value) => verhaal[name].includes(value)));
    const all = verhalen.map((_, index) => index);
    const { left, counts } = choices.choose(all, chosen);
    assert.deepEqual(left, all.filter((index) => fits(verhalen[index], "")));
    for (const value of ["rood", "blauw", "groen"]) {
      assert.equal(counts.kleur[value] ?? 0, verhalen.filter((verhaal) => fits(verhaal, "kleur") && verhaal.kleur.includes(value)).length);
    }
    assert.deepEqual(choices.having("kleur", "blauw"), all.filter((index) => verhalen[index].kleur.includes("blauw")));
  }
});

test("a table is fetched when it is first asked for, and once", async () => {
  const asked = [];
  const choices = new Choices(async (name) => {
    asked.push(name);
    return { sets: [[]], verhalen: [0] };
  });
  assert.deepEqual(choices.having("kleur", "rood"), []);
  await choices.loadSets(["kleur", "maat"]);
  await choices.loadSets(["maat"]);
  assert.deepEqual(asked, ["kleur", "maat"]);
});
