import assert from "node:assert/strict";
import { test } from "node:test";
import { ALONG, needs } from "#js/parts/offline/script/needs.js";

const root = "https://owner.test/repo/";

test("of each text a programme needs the page and its data, once", () => {
  const links = ["verhalen/a-b/", "werkvormen/c/", "voorbeelden/d/", "verhalen/a-b/"].map((path) => root + path);
  const { adressen } = needs(links, root);
  for (const path of ["verhalen/a-b/", "werkvormen/c/", "voorbeelden/d/"]) {
    assert.equal(adressen.filter((url) => url === root + path).length, 1);
    assert.ok(adressen.includes(`${root}${path}gegevens.json`));
  }
});

test("a programme without texts needs the planner, the hand-outs and the cards", () => {
  assert.deepEqual(needs([], root).adressen, ["sessie/", "uitdelen/", "ruimte/kaarten/"].map((path) => root + path));
});

test("what leads elsewhere is not needed", () => {
  const links = [`${root}verhalen/`, `${root}zoeken/`, "https://elders.test/verhalen/a/", `${root}verhalen/a/b/`, `${root}verhalen/../x/`];
  assert.deepEqual(needs(links, root), needs([], root));
});

test("pages that go along are kept, whether the site must have them or may", () => {
  const { adressen, ook } = needs([], root);
  assert.deepEqual([...adressen, ...ook].sort(), ALONG.map((page) => root + page).sort());
});
