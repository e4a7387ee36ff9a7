import assert from "node:assert/strict";
import { test } from "node:test";
import { Keuzes } from "#js/pages/zoeken/script/selection.js";
import { kans } from "../../../hulp.js";

/** A site of some stories with values of two facets, and the tables that Python would make of it. */
function site(toeval) {
  const { lijst, kies } = toeval;
  const verhalen = Array.from({ length: 30 }, () => ({ kleur: [...new Set(lijst(3, () => kies(["rood", "blauw", "groen"])))], maat: [...new Set(lijst(2, () => kies(["klein", "groot"])))] }));
  const tabel = (naam) => {
    const sets = [...new Set(verhalen.map((verhaal) => JSON.stringify(verhaal[naam])))].map((een) => JSON.parse(een));
    return { sets, verhalen: verhalen.map((verhaal) => sets.findIndex((set) => JSON.stringify(set) === JSON.stringify(verhaal[naam]))) };
  };
  return { verhalen, keuzes: new Keuzes(async (naam) => tabel(naam)) };
}

test("stories have a chosen value of every facet, and a number is what a click would give", async () => {
  const toeval = kans(8);
  for (let keer = 0; keer < 100; keer++) {
    const { verhalen, keuzes } = site(toeval);
    await keuzes.laad(["kleur", "maat"]);
    const gekozen = { kleur: ["rood"], maat: ["klein", "groot"].slice(0, 1 + (keer % 2)) };
    const past = (verhaal, zonder) => Object.entries(gekozen).every(([naam, waarden]) => naam === zonder || waarden.some((waarde) => verhaal[naam].includes(waarde)));
    const alle = verhalen.map((_, nummer) => nummer);
    const { over, aantallen } = keuzes.kies(alle, gekozen);
    assert.deepEqual(over, alle.filter((nummer) => past(verhalen[nummer], "")));
    for (const waarde of ["rood", "blauw", "groen"]) {
      assert.equal(aantallen.kleur[waarde] ?? 0, verhalen.filter((verhaal) => past(verhaal, "kleur") && verhaal.kleur.includes(waarde)).length);
    }
    assert.deepEqual(keuzes.met("kleur", "blauw"), alle.filter((nummer) => verhalen[nummer].kleur.includes("blauw")));
  }
});

test("a table is fetched when it is first asked for, and once", async () => {
  const gevraagd = [];
  const keuzes = new Keuzes(async (naam) => {
    gevraagd.push(naam);
    return { sets: [[]], verhalen: [0] };
  });
  assert.deepEqual(keuzes.met("kleur", "rood"), []);
  await keuzes.laad(["kleur", "maat"]);
  await keuzes.laad(["maat"]);
  assert.deepEqual(gevraagd, ["kleur", "maat"]);
});
