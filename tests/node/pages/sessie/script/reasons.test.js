import assert from "node:assert/strict";
import { test } from "node:test";
import { naam, opsomming, reden, vragen } from "#js/pages/sessie/script/reasons.js";
import { gegevens as alles } from "../../../hulp.js";

// What shows that a sentence was put together of what was not there.
const KAPOT = /undefined|null|NaN|\[object|\s\s|\s[.,;]|\.\.|^\s|\s$| raakt \.| en \.|\(\)/;
const werkvorm = (slug, groep, duur, ruimtes, functie = "verdieping") => ({ slug, groep, duur, ruimtes, functie, alle: false });
const gegevens = {
  ruimtes: [{ slug: "kind", naam: "het kind", vragen: { orientatie: ["Wie?", "Wat?"] } }, { slug: "plek", naam: "de plek", vragen: {} }],
  werkvormen: [werkvorm("vast", [4, 4], [30, 30], ["kind"]), werkvorm("ruim", [2, 8], [20, 40], ["kind", "plek"])],
  verhalen: [{ slug: "kaal", ruimtes: [] }, { slug: "vol", ruimtes: ["kind", "plek"], plaats: "Ezinge", titel: "Vol" }],
};
const SOORTEN = [["welkom"], ["verhaal", "kaal"], ["verhaal", "vol"], ["verhaal", "weg"], ["werkvorm", "vast"], ["werkvorm", "ruim"], ["pauze"], ["eigen"], ["pauze"], ["oogst"]];

test("the reasons of a programme are whole, whatever is in it", () => {
  const gezegd = new Set();
  for (const mensen of [2, 3, 5, 7, 60]) {
    for (const ruimtes of [[], ["plek"], ["kind", "plek"]]) {
      for (const online of [false, true]) {
        for (const minuten of [1, 30]) {
          const wens = { mensen, ruimtes, functie: "orientatie", online };
          const items = SOORTEN.map(([soort, slug]) => ({ soort, slug, minuten }));
          for (const plaats of items.keys()) gezegd.add(reden(items, plaats, wens, gegevens));
          gezegd.add(reden([{ soort: "eigen", minuten: 1 }, { soort: "pauze" }], 1, wens, gegevens));
        }
      }
    }
  }
  assert.ok(gezegd.size > 20);
  assert.deepEqual([...gezegd].filter((zin) => !zin || KAPOT.test(zin)), []);
  assert.deepEqual([...gezegd].filter((zin) => /\b(\d+) tot \1\b/.test(zin)), []); // one number is no range
  assert.ok(gezegd.has("Om op adem te komen, na 1 minuut."));
});

test("an item is called by its title, its text or its sort", () => {
  assert.equal(naam({ soort: "verhaal", slug: "vol", minuten: 5 }, gegevens), "Vol");
  assert.equal(naam({ soort: "eigen", tekst: "Thee", minuten: 5 }, gegevens), "Thee");
  assert.equal(naam({ soort: "oogst", minuten: 5 }, gegevens), "Oogst");
  assert.deepEqual([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(opsomming), ["", "a", "a en b", "a, b en c"]);
});

test("questions are of the ruimtes that were asked for, or else of what is in the programme", () => {
  const wens = { functie: "orientatie", ruimtes: [], mensen: 4, online: false };
  assert.deepEqual(vragen([{ soort: "verhaal", slug: "vol", minuten: 5 }], wens, gegevens), [{ ruimte: "het kind", vraag: "Wie?" }]);
  assert.deepEqual(vragen([], wens, gegevens), []);
  const gevonden = vragen([], { ...wens, functie: "verdieping", ruimtes: alles.ruimtes }, alles.plan);
  assert.equal(gevonden.length, 3);
  assert.ok(gevonden.every(({ vraag }) => vraag.endsWith("?")));
});
