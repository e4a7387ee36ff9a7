import assert from "node:assert/strict";
import { test } from "node:test";
import { name, enumeration, reason, vragen } from "#js/pages/sessie/script/reasons.js";
import { cases as everything } from "../../../hulp.js";

// What shows that a sentence was put together of what was not there.
const BROKEN = /undefined|null|NaN|\[object|\s\s|\s[.,;]|\.\.|^\s|\s$| raakt \.| en \.|\(\)/;
const werkvorm = (slug, groep, duur, ruimtes, functie = "verdieping") => ({ slug, groep, duur, ruimtes, functie, alle: false, moment: "verdiepen", doet: "", vorm: "", delen: 1 });
const data = {
  ruimtes: [{ slug: "kind", naam: "het kind", vragen: { orientatie: ["Wie?", "Wat?"] } }, { slug: "plek", naam: "de plek", vragen: {} }],
  werkvormen: [werkvorm("vast", [4, 4], [30, 30], ["kind"]), werkvorm("ruim", [2, 8], [20, 40], ["kind", "plek"])],
  voorbeelden: [{ slug: "kaal", titel: "Kaal", ruimtes: [], gesprek: [] }, { slug: "vol", titel: "Kort", ruimtes: ["kind"], gesprek: ["Wat herken je?", "Wat niet?"] }],
  verhalen: [{ slug: "kaal", ruimtes: [] }, { slug: "vol", ruimtes: ["kind", "plek"], plaats: "Ezinge", titel: "Vol" }],
};
const KINDS = [["welkom"], ["verhaal", "kaal"], ["verhaal", "vol"], ["verhaal", "weg"], ["voorbeeld", "kaal"], ["voorbeeld", "weg"], ["voorbeeld", "vol"], ["werkvorm", "vast"], ["werkvorm", "ruim"], ["pauze"], ["eigen"], ["pauze"], ["oogst"]];

test("the reasons of a programme are whole, whatever is in it", () => {
  const said = new Set();
  for (const mensen of [2, 3, 5, 7, 60]) {
    for (const ruimtes of [[], ["plek"], ["kind", "plek"]]) {
      for (const online of [false, true]) {
        for (const minutes of [1, 30]) {
          const wish = { mensen, ruimtes, functie: "orientatie", online };
          const items = KINDS.map(([soort, slug]) => ({ soort, slug, minutes }));
          for (const place of items.keys()) said.add(reason(items, place, wish, data));
          said.add(reason([{ soort: "eigen", minutes: 1 }, { soort: "pauze" }], 1, wish, data));
        }
      }
    }
  }
  assert.ok(said.size > 20);
  assert.deepEqual([...said].filter((sentence) => !sentence || BROKEN.test(sentence)), []);
  assert.deepEqual([...said].filter((sentence) => /\b(\d+) tot \1\b/.test(sentence)), []); // one number is no range
  assert.ok(said.has("Om op adem te komen, na 1 minuut."));
});

test("an item is called by its title, its text or its sort", () => {
  assert.equal(name({ soort: "verhaal", slug: "vol", minutes: 5 }, data), "Vol");
  assert.equal(name({ soort: "eigen", text: "Thee", minutes: 5 }, data), "Thee");
  assert.equal(name({ soort: "oogst", minutes: 5 }, data), "Oogst");
  assert.deepEqual([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(enumeration), ["", "a", "a en b", "a, b en c"]);
});

test("an example is there with what it is about and with its question", () => {
  const wish = { functie: "orientatie", ruimtes: [], mensen: 4, online: false };
  assert.equal(reason([{ soort: "voorbeeld", slug: "vol", minutes: 5 }], 0, wish, data), "Een praktijkvoorbeeld dat het kind raakt. Lees het samen. Bespreek: Wat herken je?");
  assert.equal(reason([{ soort: "voorbeeld", slug: "kaal", minutes: 5 }], 0, wish, data), "Een praktijkvoorbeeld. Lees het samen.");
  assert.equal(name({ soort: "voorbeeld", slug: "vol", minutes: 5 }, data), "Kort");
  assert.equal(name({ soort: "voorbeeld", slug: "weg", minutes: 5 }, data), "Praktijkvoorbeeld");
});

test("questions are of the ruimtes that were asked for, or else of what is in the programme", () => {
  const wish = { functie: "orientatie", ruimtes: [], mensen: 4, online: false };
  assert.deepEqual(vragen([{ soort: "verhaal", slug: "vol", minutes: 5 }], wish, data), [{ ruimte: "het kind", vraag: "Wie?" }]);
  assert.deepEqual(vragen([], wish, data), []);
  const found = vragen([], { ...wish, functie: "verdieping", ruimtes: everything.ruimtes }, everything.plan);
  assert.equal(found.length, 3);
  assert.ok(found.every(({ vraag }) => vraag.endsWith("?")));
});

test("a welcome says the own question, and how it goes", () => {
  const wish = { functie: "orientatie", ruimtes: [], mensen: 4, online: false, vraag: "Wie doet er mee" };
  const own = { ...data, werkvormen: [{ ...data.werkvormen[0], titel: "Inchecken", doet: "Ieder zegt één ding." }] };
  const item = { soort: "welkom", slug: "vast", minutes: 5 };
  assert.equal(reason([item], 0, wish, own), "Om binnen te komen en te horen wat jullie gaan doen. Begin met jullie vraag: Wie doet er mee. Ieder zegt één ding.");
  assert.equal(name(item, own), "Welkom: inchecken");
  assert.equal(name({ soort: "oogst", minutes: 5 }, own), "Oogst");
});
