import assert from "node:assert/strict";
import { test } from "node:test";
import { makeProgramma } from "#js/pages/sessie/script/plan.js";
import { addressOf, duur, layOut, heading, markdown, subtitle, lines, times } from "#js/pages/sessie/script/output.js";
import { cases } from "../../../hulp.js";

const site = cases.plan;
const wish = { time: 120, mensen: 12, functie: "verdieping", ruimtes: [], online: false, begin: "13:30", date: "2026-11-24" };
const items = makeProgramma(wish, site);

test("items follow each other by the clock, also past midnight", () => {
  const three = [{ minutes: 10 }, { minutes: 15 }, { minutes: 5 }];
  assert.deepEqual(times(three, "13:30"), ["13:30–13:40", "13:40–13:55", "13:55–14:00"]);
  assert.deepEqual(times(three, "23:50"), ["23:50–00:00", "00:00–00:15", "00:15–00:20"]);
  assert.deepEqual(times(three, ""), ["", "", ""]);
});

test("a programme has a title, and below it what was asked for", () => {
  assert.equal(heading(wish), "Programma voor verdieping");
  assert.equal(subtitle(wish, 120), "dinsdag 24 november 2026, 120 minuten, 12 mensen");
  assert.equal(subtitle({ ...wish, date: "", online: true }, 60), "60 minuten, 12 mensen, online");
  assert.deepEqual([1, 2].map(duur), ["1 minuut", "2 minuten"]);
});

test("in Markdown every item is a line of a list, and no text is taken for marks", () => {
  const own = [...items, { soort: "eigen", text: "*Thee* [en](x) #1 <b>", minutes: 5 }];
  const text = markdown(own, wish, site, { root: "https://ruimte.example/", address: "https://ruimte.example/sessie/?v=1", minutes: 125 });
  assert.equal(text.match(/^\d+\. /gm).length, own.length);
  assert.ok(text.includes("\\*Thee\\* \\[en\\]\\(x\\) \\#1 \\<b\\>"));
  assert.ok(text.endsWith("\n<https://ruimte.example/sessie/?v=1>\n"));
  for (const item of items.filter(({ slug }) => slug)) assert.ok(text.includes(`](${addressOf(item, "https://ruimte.example/")})`));
});

test("an appointment has a line for each item, and what to lay ready is named once", () => {
  assert.equal(lines(items, wish, site).split("\n").length, items.length);
  assert.ok(lines(items, wish, site).startsWith("13:30–13:40 Welkom"));
  const { materiaal, beforehand } = layOut(site.werkvormen.map(({ slug }) => ({ soort: "werkvorm", slug, minutes: 30 })), site);
  assert.equal(new Set(materiaal).size, materiaal.length);
  assert.equal(beforehand.length, site.werkvormen.filter(({ voorbereiding }) => voorbereiding).length);
});
