import assert from "node:assert/strict";
import { test } from "node:test";
import { inGroups, parts, scaled, spoken, spread } from "#js/pages/nu/script/steps.js";
import { digits, ending, until } from "#js/pages/nu/script/words.js";
import { groups } from "#js/pages/sessie/script/plan.js";
import { cases, chance } from "../../../hulp.js";

const site = cases.plan;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const wish = { time: 60, mensen: 13, functie: "verdieping", ruimtes: [], online: false, begin: "", date: "", vraag: "" };
const nothing = { verloop: new Map(), gesprek: new Map(), samenvatting: () => "" };

test("minutes by weight are whole, together what they must be, and for each at least one", () => {
  const random = chance(3);
  for (let round = 0; round < 2000; round++) {
    const weights = Array.from({ length: 1 + random.number(8) }, () => random.number(40));
    const total = random.number(120);
    const minutes = scaled(weights, total);
    assert.equal(sum(minutes), sum(weights) ? total : 0);
    const some = weights.filter(Boolean).length;
    for (const [i, time] of minutes.entries()) {
      assert.ok(Number.isInteger(time) && time >= 0);
      if (!weights[i]) assert.equal(time, 0);
      else if (total >= some) assert.ok(time >= 1);
    }
  }
});

test("steps take their whole route, their short one, or something in between", () => {
  const steps = [{ minuten: 10, kort: 8 }, { minuten: 20, kort: 12 }, { minuten: 6, kort: 0 }, { minuten: 4, kort: 4 }];
  assert.deepEqual(spread(steps, 40), [10, 20, 6, 4]);
  assert.deepEqual(spread(steps, 24), [8, 12, 0, 4]);
  assert.deepEqual(spread(steps, 30), [8, 12, 6, 4]);
  assert.deepEqual(spread(steps, 29), [9, 16, 0, 4]);
  assert.equal(sum(spread(steps, 12)), 12);
  for (let minutes = 1; minutes < 90; minutes++) {
    const given = spread(steps, minutes);
    assert.equal(sum(given), minutes);
    if (minutes >= 24 && minutes <= 40) for (const [i, time] of given.entries()) assert.ok(time >= steps[i].kort && (time <= steps[i].minuten || minutes < 30));
  }
});

test("what to do is a sentence or two, and questions stand apart", () => {
  assert.deepEqual(spoken("Maak het kort."), { doe: "Maak het kort.", vragen: [], alles: "" });
  const long = "Zet in stilte een teken achter elke naam. Vraag daarna rond: waar zie je dit? Een plus: die ken ik, en een golfje: die heet bij ons anders. Een rondje: die ken ik niet. Daarna noemt ieder er een, en zo gaan jullie de hele kring langs tot iedereen is geweest.";
  const said = spoken(long);
  assert.deepEqual(said.vragen, ["Vraag daarna rond: waar zie je dit?"]);
  assert.ok(said.doe.startsWith("Zet in stilte een teken achter elke naam."));
  assert.ok(said.doe.length < 200);
  assert.equal(said.alles, long);
  assert.deepEqual(spoken(""), { doe: "", vragen: [], alles: "" });
});

test("each kind of item says what to do, whether or not its text could be fetched", () => {
  const [werkvorm] = site.werkvormen.filter(({ moment }) => moment === "verdiepen");
  const data = { ...site, verhalen: [{ slug: "x", titel: "Een verhaal", plaats: "", ruimtes: ["plek"] }], voorbeelden: [] };
  const items = [
    { soort: "welkom", minutes: 10 }, { soort: "verhaal", minutes: 20, slug: "x", note: "Eerst uitdelen" }, { soort: "werkvorm", minutes: 30, slug: werkvorm.slug },
    { soort: "pauze", minutes: 10 }, { soort: "eigen", minutes: 5, text: "Koffie" }, { soort: "oogst", minutes: 10 },
  ];
  const found = parts(items, { ...wish, vraag: "Hoe nu verder?" }, data, { ...nothing, samenvatting: ({ slug }) => (slug === "x" ? "Waar het over gaat." : "") }, "https://ruimte.example/");
  assert.deepEqual(found.map(({ stappen }) => stappen.map(({ naam }) => naam)), [["Welkom"], ["Lees het verhaal", "Praat erover"], [werkvorm.titel], ["Pauze"], ["Koffie"], ["Oogst"]]);
  assert.deepEqual(found[0].stappen[0].vragen, ["Hoe nu verder?"]);
  assert.equal(found[1].stappen[0].doe, "Waar het over gaat.");
  assert.deepEqual(found[1].stappen[1].vragen, [site.ruimtes.find(({ slug }) => slug === "plek").vragen.verdieping[0]]);
  assert.equal(found[1].notitie, "Eerst uitdelen");
  assert.equal(found[1].adres, "https://ruimte.example/verhalen/x/");
  assert.equal(found[2].stappen[0].doe, werkvorm.doet);
  const own = parts([items[1]], wish, data, { ...nothing, gesprek: new Map([["verhaal/x", ["Een?", "Twee?", "Drie?", "Vier?"]]]) }, "");
  assert.deepEqual(own[0].stappen[1].vragen, ["Een?", "Twee?", "Drie?"]);
  const steps = [{ naam: "Doe", minuten: 20, kort: 10, tussendoor: false, tekst: "Doe het." }, { naam: "Thuis", minuten: 0, kort: 0, tussendoor: true, tekst: "Thuis." }];
  assert.deepEqual(parts([items[2]], wish, data, { ...nothing, verloop: new Map([[werkvorm.slug, steps]]) }, "")[0].stappen.map(({ naam }) => naam), ["Doe"]);
});

test("groups are as many as the planner makes, and hold everybody", () => {
  for (const { slug, groep } of site.werkvormen) {
    for (let mensen = 2; mensen <= 60; mensen++) {
      const text = inGroups({ soort: "werkvorm", slug, minutes: 30 }, { ...wish, mensen }, site);
      const count = groups(mensen, groep);
      if (count < 2) assert.equal(text, "");
      else assert.match(text, new RegExp(`^${count} groepen van ${Math.floor(mensen / count)}${mensen % count ? ` of ${Math.floor(mensen / count) + 1}` : ""}$`));
    }
  }
});

test("times are said in words that a room can read", () => {
  assert.deepEqual([0, 999, 1000, 61_000, 4_500_000, -1, -59_999, -60_000].map(digits), ["0:00", "0:01", "0:01", "1:01", "75:00", "+0:00", "+0:59", "+1:00"]);
  assert.deepEqual([1, 60_000, 720_000, 7_500_000, 7_200_000, 90_000_000, 260_000_000].map(until), ["1 minuut", "1 minuut", "12 minuten", "2 uur en 5 minuten", "2 uur", "1 dag", "3 dagen"]);
  const end = new Date(2026, 10, 24, 15, 37).getTime();
  assert.equal(ending(end, 7 * 60_000), "Eindigt om 15:37 (7 minuten later dan gepland)");
  assert.equal(ending(end, -60_000), "Eindigt om 15:37 (1 minuut eerder dan gepland)");
  assert.equal(ending(end, 20_000), "Eindigt om 15:37");
});
