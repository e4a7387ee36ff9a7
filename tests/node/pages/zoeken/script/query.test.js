import assert from "node:assert/strict";
import { test } from "node:test";
import { Forms } from "#js/pages/zoeken/script/forms.js";
import { Meaning } from "#js/pages/zoeken/script/query.js";
import { words } from "#js/pages/zoeken/script/words.js";
import { cases, chance, dictionary } from "../../../hulp.js";

const BOOK = {
  waarden: [
    { facet: "schooltype", slug: "so", label: "Speciaal onderwijs", verhalen: 2, dichtbij: [] },
    { facet: "schooltype", slug: "vo", label: "Voortgezet onderwijs", verhalen: 1, dichtbij: [] },
    { facet: "discipline", slug: "beeldend", label: "Beeldend", verhalen: 3, dichtbij: [] },
  ],
  woorden: { "speciaal onderwijs": [0], so: [0], "middelbare school": [1], tekenles: [2], beeldend: [2] },
  eronder: { gymnasium: [1], beeldend: [2] },
  gelijk: [["leraar", "docent", "meester"], ["museum", "beeldend museum"], ["tekenen", "tekenles"]],
  ruimer: { harp: ["muziek"] },
  vormen: { museum: ["musea"] },
  klein: ["de", "het", "een", "in", "voor", "met", "hoe", "maak", "je"],
  soorten: { werkvorm: ["werkvorm", "werkvormen"], verhaal: ["verhaal", "verhalen"] },
  fouten: {}, letters: "", nederlands: "", gewoon: "de het een school",
};
const made = (book = {}) => new Meaning({ ...BOOK, ...book }, new Forms({ ...BOOK.vormen, ...book.vormen }));
const meaning = made();
const own = new Meaning(dictionary, new Forms(dictionary.vormen));
const texts = (query) => query.parts.map(({ text }) => text);

test("words that mean something together are one thing", () => {
  assert.deepEqual(texts(meaning.read("tekenles in het speciaal onderwijs")), ["tekenles", "speciaal onderwijs"]);
  assert.deepEqual(texts(meaning.read("speciaal, onderwijs")), ["speciaal onderwijs"]);
  assert.deepEqual(texts(meaning.read("onderwijs speciaal")), ["onderwijs", "speciaal"]);
});

test("words that say nothing are left out, unless there are no others", () => {
  assert.deepEqual(texts(meaning.read("hoe maak je een theater")), ["theater"]);
  assert.deepEqual(texts(meaning.read("de")), ["de"]);
  assert.deepEqual(texts(meaning.read("een a 3")), ["3"]);
  assert.deepEqual(texts(meaning.read("")), []);
  assert.deepEqual(texts(meaning.read("museum museum")), ["museum"]);
});

test("a name that every object has is a word like any other", () => {
  for (const word of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
    const { parts, kind } = meaning.read(word);
    assert.equal(kind, "");
    assert.deepEqual(parts.flatMap(({ equals, values, under, broader }) => [...equals, ...values, ...under, ...broader]), [], word);
  }
});

test("what stands behind “zonder” must not be there", () => {
  const { parts, without } = meaning.read("school zonder museum");
  assert.deepEqual([parts.map(({ text }) => text), without.map(({ text }) => text)], [["school"], ["museum"]]);
  assert.deepEqual(meaning.read("zonder het speciaal onderwijs").without.map(({ text }) => text), ["speciaal onderwijs"]);
  assert.deepEqual(texts(meaning.read("zonder het speciaal onderwijs")), []);
  assert.deepEqual(texts(meaning.read("zonder")), ["zonder"]);
  assert.deepEqual(meaning.read("zonder museum school").without.map(({ text }) => text), ["museum"]);
  assert.deepEqual(texts(meaning.read("school zonder museum les")), ["school", "les"]);
});

test("a word for a kind of page asks for it, unless nothing else was typed", () => {
  const { parts, kind } = meaning.read("werkvormen over een museum");
  assert.deepEqual([parts.map(({ text }) => text), kind], [["over", "museum"], "werkvorm"]);
  assert.deepEqual([texts(meaning.read("werkvorm")), meaning.read("werkvorm").kind], [["werkvorm"], ""]);
  assert.deepEqual([texts(meaning.read("de verhalen")), meaning.read("de verhalen").kind], [["verhalen"], ""]);
});

test("a word has its equals, its values, what is broader, and so has another form of it", () => {
  assert.deepEqual(meaning.part("leraar").equals.toSorted(), ["docent", "meester"]);
  assert.deepEqual(meaning.part("leraren").equals.toSorted(), ["docent", "leraar", "meester"]);
  assert.deepEqual(meaning.part("musea").equals.toSorted(), ["beeldend museum", "museum"]);
  assert.deepEqual(meaning.part("tekenlessen").values, [2]);
  assert.deepEqual(meaning.part("gymnasium"), { text: "gymnasium", equals: [], values: [], under: [1], broader: [] });
  assert.deepEqual(meaning.part("harpen").broader, ["muziek"]);
  assert.deepEqual(meaning.part("muziekzaal"), { text: "muziekzaal", equals: [], values: [], under: [], broader: [] });
});

test("what is the same as the name of a value means that value too", () => {
  assert.deepEqual(meaning.part("tekenen").values, [2]);
  assert.deepEqual(made({ gelijk: [["so", "tekenles"]] }).part("so").values, [0], "what has a value itself keeps to it");
});

test("a value that a word means is no broader one", () => {
  assert.deepEqual([meaning.part("beeldend").values, meaning.part("beeldend").under], [[2], []]);
});

test("a page may be called what was typed, with its small words or without", () => {
  assert.deepEqual(meaning.read("het museum in de school").whole, ["het museum in de school", "museum school"]);
  assert.deepEqual(meaning.read("museum").whole, ["museum"]);
});

test("a common word says less than a rare one, and what the lists know is meant", () => {
  const tell = (text) => meaning.telling(meaning.part(text));
  assert.ok(tell("de") < tell("school") && tell("school") < tell("wierde"));
  assert.deepEqual([tell("tekenles"), tell("gymnasium"), tell("wierde")], [1, 1, 1]);
  for (const { text } of own.read(cases.bladzijden[0].text).parts) assert.ok(own.telling(own.part(text)) >= 0 && own.telling(own.part(text)) <= 1, text);
});

test("every word of every list of this site is one thing, and means what the list says", () => {
  const number = (facet, slug) => dictionary.waarden.findIndex((value) => value.facet === facet && value.slug === slug);
  const lost = [];
  for (const { facet, slug, namen, eronder } of cases.waarden) {
    const value = number(facet, slug);
    for (const name of namen.map((one) => words(one).join(" "))) if (!own.part(name).values.includes(value)) lost.push(`${name}: ${facet}/${slug}`);
    for (const name of eronder.map((one) => words(one).join(" "))) {
      const { values, under } = own.part(name);
      if (values.includes(value) || !under.includes(value)) lost.push(`${name}: under ${facet}/${slug}`);
    }
  }
  assert.deepEqual(lost, []);
});

test("whatever is typed, every word of it is wanted, unwanted, of a kind or small", () => {
  const random = chance(11);
  const pieces = ["zonder", ...Object.keys(dictionary.woorden), ...dictionary.klein, ...Object.values(dictionary.soorten).flat(), "xyz", "__proto__", "12", "½", "?", ","];
  for (let times = 0; times < 1000; times++) {
    const text = random.list(7, () => random.choose(pieces)).join(" ");
    const { parts, without, kind } = own.read(text);
    assert.equal(new Set(parts.map((part) => part.text)).size, parts.length, text);
    assert.ok(kind === "" || Object.hasOwn(dictionary.soorten, kind), text);
    for (const part of [...parts, ...without]) {
      assert.ok(part.text && !part.equals.includes(part.text), text);
      for (const value of [...part.values, ...part.under]) assert.ok(dictionary.waarden[value], text);
    }
  }
});
