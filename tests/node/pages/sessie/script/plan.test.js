import assert from "node:assert/strict";
import { test } from "node:test";
import { FUNCTIES, groepen, maak, totaal, verdeel, wissel } from "#js/pages/sessie/script/plan.js";
import { gegevens } from "../../../hulp.js";

const site = gegevens.plan;
const werkvormen = new Map(site.werkvormen.map((werkvorm) => [werkvorm.slug, werkvorm]));
const GRENZEN = { welkom: [5, 10], verhaal: [5, 30], pauze: [10, 15], oogst: [5, 15] };

/** The werkvorm of an item; a story may have the same slug as a werkvorm. */
const werkvormVan = ({ soort, slug }) => (soort === "werkvorm" ? werkvormen.get(slug) : undefined);

/** The rules that a programme breaks. */
function fouten(items, { tijd, mensen, functie, online }) {
  const soorten = items.map(({ soort }) => soort);
  const slugs = items.filter(({ slug }) => slug).map(({ soort, slug }) => `${soort}/${slug}`);
  const pauzes = soorten.filter((soort) => soort === "pauze").length;
  const laat = soorten.indexOf("verhaal") > soorten.lastIndexOf("werkvorm");
  const regels = {
    time: totaal(items) === tijd,
    "begin and end": soorten[0] === "welkom" && soorten.at(-1) === "oogst",
    breaks: pauzes === (tijd >= 195 ? 2 : tijd >= 105 ? 1 : 0),
    "place of a break": soorten[1] !== "pauze" && soorten.at(-2) !== "pauze",
    "two breaks": !soorten.some((soort, i) => soort === "pauze" && soorten[i + 1] === "pauze"),
    empty: soorten.includes("werkvorm") || soorten.includes("verhaal"),
    "no werkvorm": tijd < 60 || soorten.includes("werkvorm"),
    "a story first": functie !== "verdieping" || !soorten.includes("verhaal") || soorten[1] === "verhaal",
    "a werkvorm first": functie === "verdieping" || !soorten.includes("werkvorm") || soorten[1] === "werkvorm",
    "a story last": !laat || soorten.filter((soort) => soort === "werkvorm").length <= 1,
    twice: new Set(slugs).size === slugs.length,
    minutes: items.every((item) => {
      const [minste, meeste] = werkvormVan(item)?.duur ?? GRENZEN[item.soort];
      return item.minuten >= minste && item.minuten <= meeste;
    }),
    group: items.every((item) => !werkvormVan(item) || groepen(mensen, werkvormVan(item).groep) > 0),
    online: !online || items.every((item) => !werkvormVan(item) || werkvormVan(item).online),
  };
  return Object.keys(regels).filter((naam) => !regels[naam]);
}

for (const [online, ruimtes] of [[false, []], [true, ["plek", "twijfel"]]]) {
  for (const functie of FUNCTIES) {
    test(`every time and group gets a programme for ${functie} that fits, ${online ? "online, about two ruimtes" : "in one place"}`, () => {
      let gemaakt = 0;
      for (let tijd = 15; tijd <= 240; tijd++) {
        for (let mensen = 2; mensen <= 60; mensen++) {
          const wens = { tijd, mensen, functie, ruimtes, online };
          const items = maak(wens, site);
          const gebroken = fouten(items, wens);
          if (gebroken.length) assert.fail(`${gebroken}: ${tijd} minutes, ${mensen} people: ${JSON.stringify(items)}`);
          gemaakt++;
        }
      }
      assert.equal(gemaakt, 226 * 59);
    });
  }
}

test("a site without stories or werkvormen still gets a programme", () => {
  const wens = { tijd: 120, mensen: 12, functie: "evaluatie", ruimtes: [], online: false };
  for (const kaal of [{ ...site, verhalen: [] }, { ...site, werkvormen: [] }, { ...site, verhalen: [], werkvormen: [] }]) {
    assert.equal(totaal(maak(wens, kaal)), 120);
  }
});

test("what is chosen already stands in it, also where the time is too short", () => {
  const verhalen = site.verhalen.slice(0, 3).map(({ slug }) => slug);
  const gekozen = site.werkvormen.slice(0, 2).map(({ slug }) => slug);
  for (const tijd of [15, 60, 240]) {
    for (const functie of FUNCTIES) {
      const slugs = maak({ tijd, mensen: 12, functie, ruimtes: [], online: false, verhalen, werkvormen: gekozen }, site).map(({ slug }) => slug);
      assert.deepEqual([...verhalen, ...gekozen].filter((slug) => !slugs.includes(slug)), []);
    }
  }
});

test("the same wishes give the same programme, and nothing that was given is changed", () => {
  const wens = Object.freeze({ tijd: 150, mensen: 14, functie: "verdieping", ruimtes: Object.freeze(["kind"]), online: false });
  const voor = JSON.stringify(site);
  const een = maak(wens, site);
  assert.deepEqual(maak(wens, site), een);
  assert.equal(JSON.stringify(site), voor);
});

test("an item is changed for each other one in turn, and comes back", () => {
  const wens = { tijd: 120, mensen: 12, functie: "verdieping", ruimtes: [], online: false };
  let items = maak(wens, site);
  const plaats = items.findIndex(({ soort }) => soort === "verhaal");
  const eerst = items[plaats].slug;
  const gezien = new Set();
  for (let keer = 0; keer <= site.verhalen.length && !gezien.has(items[plaats].slug); keer++) {
    gezien.add(items[plaats].slug);
    items = items.with(plaats, wissel(items, plaats, wens, site));
  }
  assert.equal(items[plaats].slug, eerst);
  assert.ok(gezien.size > 3);
  assert.equal(wissel([{ soort: "verhaal", slug: "enig", minuten: 10 }], 0, wens, { ...site, verhalen: [{ slug: "enig", ruimtes: [] }] }), undefined);
});

test("time is spread again over the items as they stand", () => {
  const items = [{ soort: "welkom", minuten: 1 }, { soort: "eigen", tekst: "Thee", minuten: 20 }, { soort: "oogst", minuten: 1 }];
  assert.deepEqual(verdeel(items, 45, site).map(({ minuten }) => minuten), [10, 20, 15]);
  assert.deepEqual(verdeel(items, 10, site).map(({ minuten }) => minuten), [5, 20, 5]);
});
