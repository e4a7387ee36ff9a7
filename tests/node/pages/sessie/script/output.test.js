import assert from "node:assert/strict";
import { test } from "node:test";
import { makeProgramma } from "#js/pages/sessie/script/plan.js";
import { addressOf, duur, layOut, heading, letter, mailto, markdown, placeOf, subtitle, lines, times } from "#js/pages/sessie/script/output.js";
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

test("a meet-up that has a name and a place is called by them", () => {
  const named = { ...wish, naam: "Studiemiddag", plaats: "Aula, begane grond" };
  assert.equal(heading(named), "Studiemiddag");
  assert.equal(subtitle(named, 120), "dinsdag 24 november 2026, 120 minuten, 12 mensen, Aula, begane grond");
  assert.deepEqual([named, { ...named, online: true }, { ...wish, online: true }, wish].map(placeOf), ["Aula, begane grond", "Aula, begane grond", "Online", ""]);
});

test("a letter reads without marks and has no notes; Markdown has both", () => {
  const named = { ...wish, naam: "*Samen* kijken", plaats: "Aula", vraag: "Wie doet mee?" };
  const noted = items.map((item, i) => (i ? item : { ...item, note: "Sleutel bij *Jos*" }));
  const address = "https://ruimte.example/sessie/?v=1";
  const text = letter(noted, named, site, address);
  assert.ok(text.startsWith("*Samen* kijken\ndinsdag 24 november 2026, 120 minuten, 12 mensen, Aula\nOnze vraag: Wie doet mee?\n\n13:30–13:40 Welkom"));
  assert.ok(text.endsWith(`\n${address}\n`));
  assert.doesNotMatch(text, /Sleutel|\*\*|\\|\]\(/);
  const marked = markdown(noted, named, site, { root: "https://ruimte.example/", address, minutes: 120 });
  assert.ok(marked.startsWith("# \\*Samen\\* kijken\n\ndinsdag 24 november 2026, 120 minuten, 12 mensen, Aula\n"));
  assert.ok(marked.includes("**Notitie:** Sleutel bij \\*Jos\\*"));
});

test("an e-mail opens with the whole letter, or not at all", () => {
  const found = new URL(mailto("Café & thee", "een\ntwee: 100%?\n"));
  assert.equal(found.protocol, "mailto:");
  assert.equal(found.searchParams.get("subject"), "Café & thee");
  assert.equal(found.searchParams.get("body"), "een\r\ntwee: 100%?\r\n");
  assert.equal(mailto("", "a".repeat(1780)), "");
  assert.ok(mailto("", "a".repeat(1700)).length <= 1800);
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
