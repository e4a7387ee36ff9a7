import assert from "node:assert/strict";
import { test } from "node:test";
import { maak } from "#js/pages/sessie/script/plan.js";
import { adresVan, duur, klaarleggen, kop, markdown, ondertitel, regels, tijden } from "#js/pages/sessie/script/output.js";
import { gegevens } from "../../../hulp.js";

const site = gegevens.plan;
const wens = { tijd: 120, mensen: 12, functie: "verdieping", ruimtes: [], online: false, begin: "13:30", datum: "2026-11-24" };
const items = maak(wens, site);

test("items follow each other by the clock, also past midnight", () => {
  const drie = [{ minuten: 10 }, { minuten: 15 }, { minuten: 5 }];
  assert.deepEqual(tijden(drie, "13:30"), ["13:30–13:40", "13:40–13:55", "13:55–14:00"]);
  assert.deepEqual(tijden(drie, "23:50"), ["23:50–00:00", "00:00–00:15", "00:15–00:20"]);
  assert.deepEqual(tijden(drie, ""), ["", "", ""]);
});

test("a programme has a title, and below it what was asked for", () => {
  assert.equal(kop(wens), "Programma voor verdieping");
  assert.equal(ondertitel(wens, 120), "dinsdag 24 november 2026, 120 minuten, 12 mensen");
  assert.equal(ondertitel({ ...wens, datum: "", online: true }, 60), "60 minuten, 12 mensen, online");
  assert.deepEqual([1, 2].map(duur), ["1 minuut", "2 minuten"]);
});

test("in Markdown every item is a line of a list, and no text is taken for marks", () => {
  const eigen = [...items, { soort: "eigen", tekst: "*Thee* [en](x) #1 <b>", minuten: 5 }];
  const tekst = markdown(eigen, wens, site, { wortel: "https://ruimte.example/", adres: "https://ruimte.example/sessie/?v=1", minuten: 125 });
  assert.equal(tekst.match(/^\d+\. /gm).length, eigen.length);
  assert.ok(tekst.includes("\\*Thee\\* \\[en\\]\\(x\\) \\#1 \\<b\\>"));
  assert.ok(tekst.endsWith("\n<https://ruimte.example/sessie/?v=1>\n"));
  for (const item of items.filter(({ slug }) => slug)) assert.ok(tekst.includes(`](${adresVan(item, "https://ruimte.example/")})`));
});

test("an appointment has a line for each item, and what to lay ready is named once", () => {
  assert.equal(regels(items, wens, site).split("\n").length, items.length);
  assert.ok(regels(items, wens, site).startsWith("13:30–13:40 Welkom (10 minuten)"));
  const { materiaal, vooraf } = klaarleggen(site.werkvormen.map(({ slug }) => ({ soort: "werkvorm", slug, minuten: 30 })), site);
  assert.equal(new Set(materiaal).size, materiaal.length);
  assert.equal(vooraf.length, site.werkvormen.filter(({ voorbereiding }) => voorbereiding).length);
});
