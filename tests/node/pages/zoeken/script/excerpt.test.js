import assert from "node:assert/strict";
import { test } from "node:test";
import { fragment, heading, enumeration, reasons } from "#js/pages/zoeken/script/excerpt.js";

const page = (more = {}) => ({ url: "x/", titel: "De school in het dorp", label: "Ezinge", samenvatting: "Over kunst.", tekst: "", namen: [], delen: "", ...more });
const part = (...words) => ({ text: words.join(" "), words, values: [] });
const whole = (pieces) => pieces.map(({ text }) => text).join("");
const hit = (pieces) => pieces.filter((piece) => piece.hit).map(({ text }) => text);

test("what was hit is marked without the signs around it, and no letter goes", () => {
  const found = heading("De “scholen”, (school) en schoolreis", [part("school")], page());
  assert.equal(whole(found), "De “scholen”, (school) en schoolreis");
  assert.deepEqual(hit(found), ["scholen", "school", "schoolreis"]);
  assert.deepEqual(hit(heading("Een kringgesprek", [part("gesprek")], page({ delen: "gesprek" }))), ["kringgesprek"]);
  assert.deepEqual(hit(heading("Een kringgesprek", [part("gesprek")], page())), []);
});

test("the summary is shown where it has the word, and else the piece of the text that has most", () => {
  const words = Array.from({ length: 200 }, (_, index) => `w${index}`);
  const text = [...words.slice(0, 100), "theater", ...words.slice(100), "theater", "en", "theater."].join(" ");
  assert.equal(whole(fragment(page({ tekst: text }), [part("kunst")])), "Over kunst.");
  const piece = fragment(page({ tekst: text }), [part("theater")]);
  assert.deepEqual(hit(piece), ["theater", "theater"]);
  assert.ok(whole(piece).startsWith("… "));
  assert.equal(whole(fragment(page({ tekst: text }), [part("nergens")])), "Over kunst.");
  assert.equal(whole(fragment(page({ tekst: text }), [])), "Over kunst.");
});

test("a reason is a name that has the word, or else what it stands for", () => {
  const school = page({ namen: ["Obs De Wende", "Museum Wierdenland"] });
  assert.deepEqual(reasons(school, [part("museum")]).map(({ names }) => names), [["Museum Wierdenland"]]);
  assert.deepEqual(reasons(school, [part("dorp")]), []);
  assert.deepEqual(reasons(school, [part("tekenles")], () => ["Beeldend"]).map(({ values }) => values), [["Beeldend"]]);
  assert.deepEqual(reasons(school, [part("tekenles")]), []);
  assert.equal(enumeration(["a", "b", "c"]), "a, b en c");
});
