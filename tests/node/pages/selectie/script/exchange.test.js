import assert from "node:assert/strict";
import { test } from "node:test";
import { uitpakken } from "#js/parts/script/file.js";
import { MEEST } from "#js/parts/bewaren/script/kept.js";
import { alsBestand, SOORT, VERSIE, verslag, voegToe } from "#js/pages/selectie/script/exchange.js";

const item = (slug, notitie = "") => ({ soort: "verhaal", slug, titel: slug, notitie });

test("a selection that comes in a file is added, and nothing is written over", () => {
  const thuis = { naam: "Studiemiddag", items: [item("a", "van thuis"), item("b", "alleen thuis"), item("c")] };
  const { gelezen } = uitpakken(alsBestand(thuis), SOORT, VERSIE);
  const hier = { naam: "", items: [item("a", "van school"), item("b")] };
  assert.deepEqual(voegToe(hier, gelezen), { erbij: 1, hadJeAl: 2, notities: 1, pastNiet: 0, weg: 0 });
  assert.deepEqual(hier.items, [{ ...item("a", "van school"), ook: ["van thuis"] }, item("b", "alleen thuis"), item("c")]);
  assert.equal(hier.naam, "Studiemiddag");
});

test("what does not fit or cannot be read is counted and said", () => {
  const hier = { naam: "", items: Array.from({ length: MEEST.items - 1 }, (_, nummer) => item(`s${nummer}`)) };
  const telling = voegToe(hier, { items: [item("x"), item("y"), 1, { soort: "verhaal", slug: "../z" }] });
  assert.deepEqual(telling, { erbij: 1, hadJeAl: 0, notities: 0, pastNiet: 1, weg: 2 });
  assert.equal(verslag(telling), "1 erbij in je selectie. 1 pasten er niet bij: er passen 100 in. 2 waren niet te lezen.");
  assert.equal(verslag(voegToe(hier, {})), "Niets erbij in je selectie.");
});
