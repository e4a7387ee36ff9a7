import assert from "node:assert/strict";
import { test } from "node:test";
import { asTyped, enumeration, fragment, heading, reasons } from "#js/pages/zoeken/script/excerpt.js";
import { words } from "#js/pages/zoeken/script/words.js";

const page = (more = {}) => ({ url: "x/", titel: "De school in het dorp", label: "Ezinge", samenvatting: "Over kunst.", tekst: "", namen: [], delen: [], speelde: "", ...more });
/** What was looked for: each a word, or a group of words. */
const part = (...sought) => ({ text: sought[0], words: new Set(sought.filter((word) => !word.includes(" "))), groups: sought.filter((word) => word.includes(" ")) });
const whole = (pieces) => pieces.map(({ text }) => text).join("");
const hit = (pieces) => pieces.filter((piece) => piece.hit).map(({ text }) => text);

test("what was hit is marked without the signs around it, and no letter goes", () => {
  const found = heading("De “scholen”, (school) en schoolreis", [part("school", "scholen")], page());
  assert.equal(whole(found), "De “scholen”, (school) en schoolreis");
  assert.deepEqual(hit(found), ["scholen", "school"]);
});

test("a part of a compound is marked where the index knows it as one", () => {
  assert.deepEqual(hit(heading("Een kringgesprek", [part("gesprek")], page({ delen: ["gesprek", "kring"] }))), ["kringgesprek"]);
  assert.deepEqual(hit(heading("Een kringgesprek", [part("gesprek")], page())), []);
});

test("a group of words is marked only where it stands as a group", () => {
  const group = [part("speciaal onderwijs")];
  const shown = page({ tekst: "Een school voor speciaal onderwijs" });
  assert.deepEqual(hit(fragment(shown, group)), ["speciaal", "onderwijs"]);
  assert.deepEqual(hit(heading("Speciaal voor het onderwijs", group, page())), []);
});

test("the summary is shown where it has the word, and else the piece of the text that has most", () => {
  const filler = Array.from({ length: 200 }, (_, index) => `w${index}`);
  const text = [...filler.slice(0, 100), "theater", ...filler.slice(100), "theater", "en", "theater."].join(" ");
  assert.equal(whole(fragment(page({ tekst: text }), [part("kunst")])), "Over kunst.");
  const piece = fragment(page({ tekst: text }), [part("theater")]);
  assert.deepEqual(hit(piece), ["theater", "theater"]);
  assert.ok(whole(piece).startsWith("… "));
  assert.equal(whole(fragment(page({ tekst: text }), [part("nergens")])), "Over kunst.");
  assert.equal(whole(fragment(page({ tekst: text }), [])), "Over kunst.");
});

test("a piece begins with a sentence where one is near", () => {
  const text = `${Array.from({ length: 60 }, (_, index) => `w${index}`).join(" ")}. Toen kwam het theater erbij.`;
  assert.ok(whole(fragment(page({ tekst: text }), [part("theater")])).startsWith("… Toen kwam het theater"));
});

test("a reason is a name that has the word, or else what it stands for, or else a question", () => {
  const school = page({ namen: ["Obs De Wende", "Museum Wierdenland"] });
  const only = (found) => found.map(({ names, values, questions }) => [names, values, questions]);
  assert.deepEqual(only(reasons(school, [part("museum")], () => ["Museum"], ["Wie?"])), [[["Museum Wierdenland"], [], []]]);
  assert.deepEqual(reasons(school, [part("dorp")], () => ["Dorp"], ["Wie?"]), [], "what is seen needs no reason");
  assert.deepEqual(only(reasons(school, [part("tekenles")], () => ["Beeldend"], ["Wie?"])), [[[], ["Beeldend"], []]]);
  assert.deepEqual(only(reasons(school, [part("tekenles")], () => [], ["Wie?"])), [[[], [], ["Wie?"]]]);
  assert.deepEqual(only(reasons(school, [part("tekenles")])), [[[], [], []]], "words that nobody sees");
  assert.deepEqual(reasons(school, []), []);
});

test("names are told as in a sentence", () => {
  assert.deepEqual([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(enumeration), ["", "a", "a en b", "a, b en c"]);
});

test("what was typed is said as it was typed, with its accents, capitals and signs", () => {
  for (const [text, typed, said] of [
    ["poezie", "Poëzie op school", "Poëzie"], ["so", "zo so VSO", "so"], ["vso", "zo so VSO", "VSO"], ["speciaal onderwijs", "in het Speciaal Onderwijs!", "Speciaal Onderwijs"],
    ["cafe", "in een café", "café"], ["dorp", "stad", "dorp"], ["kant en klaar", "een Kant-en-klaar pakket", "Kant-en-klaar"], ["een", "steen Eén", "Eén"],
    ["so", "also so", "so"], ["speciale school", "een speciale klas, speciale school", "speciale school"],
  ]) {
    assert.equal(asTyped(text, typed), said, typed);
    assert.equal(words(asTyped(text, typed)).join(" "), text);
  }
});
