import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped } from "#js/pages/offline/script/grouped.js";

const root = "https://owner.test/repo/";
const one = (path, titel, more = {}) => ({ adres: root + path, titel, klaar: false, ...more });

test("programmes come first, then what was set ready, then the rest by kind and title", () => {
  const kept = [one("", "Ruimte"), one("verhalen/z/", "Zee"), one("verhalen/e/", "Één"), one("werkvormen/w/", "W", { klaar: true }), one("sessie/?v=1", "P", { klaar: true, programma: true })];
  const groups = grouped(kept, root);
  assert.deepEqual(groups.map(({ kop }) => kop), ["Programma's die klaarstaan", "Klaargezet bij een programma", "Verhalen", "Andere pagina's"]);
  assert.deepEqual(groups[2].bladen.map(({ titel }) => titel), ["Één", "Zee"]);
});

test("without anything there is no group", () => {
  assert.deepEqual(grouped([], root), []);
});
