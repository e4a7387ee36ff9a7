import assert from "node:assert/strict";
import { test } from "node:test";
import * as m from "#js/pages/werkvormen/script/wishes.js";
import { HOSTS } from "#js/pages/sessie/script/plan.js";
import { cases, chance, AWKWARD } from "../../../hulp.js";

const functies = ["orientatie", "verdieping", "evaluatie"];
const werkvormen = cases.plan.werkvormen.map(({ slug, functie, duur, groep, online, kinderen, vooraf }) => ({
  slug, functie, minuten: duur[0], groep, online: Boolean(online), kinderen, vooraf,
}));
const shown = (wishes) => werkvormen.filter((werkvorm) => m.fits(werkvorm, { ...m.NONE, ...wishes }));

test("without a wish everything fits", () => {
  assert.ok(werkvormen.length > 1);
  assert.equal(shown({}).length, werkvormen.length);
  assert.equal(m.toAddress({ ...m.NONE }), "");
  assert.deepEqual(m.wished({ ...m.NONE }), []);
});

test("a werkvorm fits the minutes in which it can be done", () => {
  for (const minuten of [5, 15, 30, 45, 90, 480]) {
    const found = shown({ minuten });
    assert.ok(found.every((werkvorm) => werkvorm.minuten <= minuten));
    assert.equal(found.length, cases.plan.werkvormen.filter(({ duur }) => duur[0] <= minuten).length);
  }
});

test("a group that is too large is split as the planner does, and one that is too small is not", () => {
  const small = { ...werkvormen[0], groep: [3, 10] };
  assert.deepEqual([2, 3, 10, 11, 20, 21, 80, 81].map((mensen) => m.inGroups(small, mensen)), [0, 1, 1, 2, 2, 3, 8, 0]);
  const narrow = { ...werkvormen[0], groep: [6, 10] };
  assert.equal(m.inGroups(narrow, 11), 0, "five and six: five is too few");
  for (const mensen of [1, 2, 7, 12, 40, 200]) {
    for (const { groep } of shown({ mensen })) {
      const parts = Math.ceil(mensen / groep[1]);
      assert.ok(parts <= HOSTS && Math.floor(mensen / parts) >= groep[0]);
    }
  }
});

test("the other wishes are those of the site", () => {
  for (const functie of functies) assert.ok(shown({ functie }).every((werkvorm) => werkvorm.functie === functie));
  assert.ok(shown({ online: true }).every(({ online }) => online));
  assert.ok(shown({ kinderen: true }).every(({ kinderen }) => kinderen));
  assert.ok(shown({ nu: true }).every(({ vooraf }) => !vooraf));
});

test("an address says the wishes, and what is no wish is said and left out", () => {
  const whole = "?minuten=30&mensen=12&functie=verdieping&online=ja&kinderen=ja&vooraf=nee";
  const { wishes, messages } = m.read(whole, functies);
  assert.deepEqual(wishes, { minuten: 30, mensen: 12, functie: "verdieping", online: true, kinderen: true, nu: true });
  assert.deepEqual(messages, []);
  assert.equal(m.toAddress(wishes), whole);
  for (const [address, message] of [
    ["?minuten=veel", /aantal minuten .* 5 tot en met 480/],
    ["?minuten=4", /aantal minuten/],
    ["?mensen=-3", /aantal mensen/],
    ["?mensen=1e2", /aantal mensen/],
    ["?functie=__proto__", /De functie uit de link bestaat niet/],
    ["?online=1", /niet gelezen/],
    ["?vooraf=ja", /niet gelezen/],
    ["?minuten=30&minuten=60", /Alleen het eerste telt/],
    [`?minuten=${"9".repeat(9000)}`, /te lang/],
    ["?minuten=", /^$/],
    ["?utm_source=nieuwsbrief", /^$/],
  ]) {
    assert.match(m.read(address, functies).messages.join(" "), message, address);
  }
});

test("whatever stands in an address gives wishes, and their own address the same ones", () => {
  const { choose, list, text, number } = chance(3);
  for (let times = 0; times < 2000; times++) {
    const pairs = list(7, () => [choose(["minuten", "mensen", "functie", "online", "kinderen", "vooraf", "__proto__"]), choose(["15", "0", "ja", "nee", "verdieping", text(AWKWARD, 9).toWellFormed()])]);
    const address = `?${pairs.map(([name, value]) => `${name}=${number(2) ? encodeURIComponent(value) : value}`).join("&")}`;
    const { wishes, messages } = m.read(address, functies);
    assert.ok(messages.every((sentence) => typeof sentence === "string" && sentence), address);
    assert.deepEqual(m.read(m.toAddress(wishes), functies), { wishes, messages: [] });
  }
});

test("where nothing fits, the wishes of which letting go helps are named, the best first", () => {
  const list = [
    { slug: "a", functie: "verdieping", minuten: 45, groep: [3, 10], online: true, kinderen: false, vooraf: false },
    { slug: "b", functie: "verdieping", minuten: 60, groep: [3, 10], online: true, kinderen: false, vooraf: false },
    { slug: "c", functie: "evaluatie", minuten: 10, groep: [3, 10], online: true, kinderen: false, vooraf: false },
  ];
  const wishes = { ...m.NONE, minuten: 15, functie: "verdieping", online: true };
  assert.equal(m.count(list, wishes), 0);
  assert.deepEqual(m.drops(list, wishes), [{ wish: "minuten", number: 2 }, { wish: "functie", number: 1 }]);
  assert.deepEqual(m.drops(list, { ...wishes, kinderen: true }), []);
  assert.deepEqual(m.without(wishes, "minuten"), { ...wishes, minuten: 0 });
});

test("what is said counts right", () => {
  assert.equal(m.tally(12, 38), "12 van de 38 werkvormen passen.");
  assert.equal(m.tally(1, 38), "1 van de 38 werkvormen past.");
  assert.equal(m.tally(38, 38), "Alle 38 werkvormen passen.");
  assert.match(m.tally(0, 38), /^Geen van de 38/);
  assert.equal(m.inWords({ ...m.NONE, minuten: 30 }, "minuten", ""), "hoogstens 30 minuten");
  assert.equal(m.inWords({ ...m.NONE, mensen: 1 }, "mensen", ""), "1 mens");
  assert.equal(m.inWords({ ...m.NONE, functie: "verdieping" }, "functie", "Verdieping"), "verdieping");
});
