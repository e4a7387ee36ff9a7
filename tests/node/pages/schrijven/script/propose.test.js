import assert from "node:assert/strict";
import { test } from "node:test";
import { naamVan, wanneer } from "#js/pages/schrijven/script/draftlist.js";
import { adresVoor } from "#js/pages/schrijven/script/propose.js";

test("the file goes along in the address of the forge, and comes out of it as it was", () => {
  const inhoud = '---\ntitle: "Één & {naam} + 100%?"\n---\n\nTekst.\n';
  const adres = new URL(adresVoor("https://forge.example/new/main/stories?filename={naam}&value={inhoud}", "een-naam.md", inhoud));
  assert.deepEqual(Object.fromEntries(adres.searchParams), { filename: "een-naam.md", value: inhoud });
  assert.equal(adresVoor("https://forge.example/new?filename={naam}&value={inhoud}", "a b.md", ""), "https://forge.example/new?filename=a+b.md");
});

test("a draft is called by its title, with when it was changed", () => {
  assert.equal(naamVan({ velden: { title: " Een\n titel " }, kopie: true }), "Een titel (kopie)");
  assert.equal(naamVan({ velden: { title: ["x"] }, kopie: false }), "Zonder titel");
  const nu = new Date(2026, 4, 4);
  assert.equal(wanneer(new Date(2026, 4, 3, 14, 5).toISOString(), nu), "op 3 mei om 14:05");
  assert.equal(wanneer(new Date(2025, 4, 3, 14, 5).toISOString(), nu), "op 3 mei 2025 om 14:05");
  assert.equal(wanneer("", nu), "eerder");
});
