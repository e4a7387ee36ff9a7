import assert from "node:assert/strict";
import { test } from "node:test";
import { unpacked } from "#js/parts/script/file.js";
import { MOST } from "#js/parts/bewaren/script/kept.js";
import { asFile, KIND, VERSION, summary, addTo } from "#js/pages/selectie/script/exchange.js";

const item = (slug, notitie = "") => ({ soort: "verhaal", slug, titel: slug, notitie });

test("a selection that comes in a file is added, and nothing is written over", () => {
  const home = { naam: "Studiemiddag", items: [item("a", "van thuis"), item("b", "alleen thuis"), item("c")] };
  const { parsed } = unpacked(asFile(home), KIND, VERSION);
  const here = { naam: "", items: [item("a", "van school"), item("b")] };
  assert.deepEqual(addTo(here, parsed), { added: 1, alreadyThere: 2, notities: 1, tooMany: 0, gone: 0 });
  assert.deepEqual(here.items, [{ ...item("a", "van school"), ook: ["van thuis"] }, item("b", "alleen thuis"), item("c")]);
  assert.equal(here.naam, "Studiemiddag");
});

test("what does not fit or cannot be read is counted and said", () => {
  const here = { naam: "", items: Array.from({ length: MOST.items - 1 }, (_, index) => item(`s${index}`)) };
  const tally = addTo(here, { items: [item("x"), item("y"), 1, { soort: "verhaal", slug: "../z" }] });
  assert.deepEqual(tally, { added: 1, alreadyThere: 0, notities: 0, tooMany: 1, gone: 2 });
  assert.equal(summary(tally), "1 erbij in je selectie. 1 pasten er niet bij: er passen 100 in. 2 waren niet te lezen.");
  assert.equal(summary(addTo(here, {})), "Niets erbij in je selectie.");
});
