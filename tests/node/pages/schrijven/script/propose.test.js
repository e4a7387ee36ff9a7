import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf, when } from "#js/pages/schrijven/script/draftlist.js";
import { addressFor } from "#js/pages/schrijven/script/propose.js";

test("the file goes along in the address of the forge, and comes out of it as it was", () => {
  const content = '---\ntitle: "Één & {naam} + 100%?"\n---\n\nTekst.\n';
  const address = new URL(addressFor("https://forge.example/new/main/stories?filename={naam}&value={inhoud}", "een-naam.md", content));
  assert.deepEqual(Object.fromEntries(address.searchParams), { filename: "een-naam.md", value: content });
  assert.equal(addressFor("https://forge.example/new?filename={naam}&value={inhoud}", "a b.md", ""), "https://forge.example/new?filename=a+b.md");
});

test("a draft is called by its title, with when it was changed", () => {
  assert.equal(nameOf({ velden: { title: " Een\n titel " }, kopie: true }), "Een titel (kopie)");
  assert.equal(nameOf({ velden: { title: ["x"] }, kopie: false }), "Zonder titel");
  const now = new Date(2026, 4, 4);
  assert.equal(when(new Date(2026, 4, 3, 14, 5).toISOString(), now), "op 3 mei om 14:05");
  assert.equal(when(new Date(2025, 4, 3, 14, 5).toISOString(), now), "op 3 mei 2025 om 14:05");
  assert.equal(when("", now), "eerder");
});
