import assert from "node:assert/strict";
import { test } from "node:test";
import { makeLoaded } from "#js/pages/sessie/script/loaded.js";

const texts = { verhaal: { oud: { slug: "een", samenvatting: "Van een verhaal." } }, voorbeeld: { een: { slug: "een", samenvatting: "Kort.", tekst: [] } } };
const sources = { verhaal: async (slug) => texts.verhaal[slug] ?? null, voorbeeld: async (slug) => texts.voorbeeld[slug] ?? null };
const base = { werkvormen: [], ruimtes: [], verhalen: [{ slug: "hier" }], voorbeelden: [{ slug: "hier" }] };

test("a story and an example with the same name are kept apart", async () => {
  const loaded = makeLoaded(sources);
  assert.equal((await loaded.fetch("verhaal", "oud")).slug, "een");
  assert.equal(await loaded.fetch("voorbeeld", "oud"), null);
  assert.deepEqual([loaded.has("verhaal", "een"), loaded.has("voorbeeld", "een")], [true, false]);
  await loaded.fetch("voorbeeld", "een");
  assert.equal(loaded.samenvatting({ soort: "verhaal", slug: "een" }), "Van een verhaal.");
  assert.equal(loaded.samenvatting({ soort: "voorbeeld", slug: "een" }), "Kort.");
  assert.equal(loaded.samenvatting({ soort: "werkvorm", slug: "een" }), "");
  assert.deepEqual(loaded.tekst({ soort: "voorbeeld", slug: "een" }), []);
  assert.equal(loaded.tekst({ soort: "verhaal", slug: "een" }), undefined);
  const known = loaded.joined(base);
  assert.deepEqual([known.verhalen, known.voorbeelden].map((list) => list.map(({ slug }) => slug)), [["hier", "een"], ["hier", "een"]]);
});

test("what could not be fetched is there with its address, and nothing of the page is there twice", () => {
  const loaded = makeLoaded(sources);
  loaded.nameOnly("voorbeeld", "weg");
  loaded.nameOnly("verhaal", "hier");
  const known = loaded.joined(base);
  assert.deepEqual(known.voorbeelden.map(({ slug }) => slug), ["hier", "weg"]);
  assert.deepEqual(known.voorbeelden[1].gesprek, []);
  assert.equal(known.verhalen.length, 1);
});
