import assert from "node:assert/strict";
import { test } from "node:test";
import { Forms } from "#js/pages/zoeken/script/forms.js";
import { MOST, half, suggestions } from "#js/pages/zoeken/script/suggestions.js";
import { chance, AWKWARD } from "../../../hulp.js";

const forms = new Forms();
const WAARDEN = [
  { facet: "discipline", slug: "dans", label: "Dans", verhalen: 3, dichtbij: [] },
  { facet: "discipline", slug: "beeldend", label: "Beeldend", verhalen: 5, dichtbij: [] },
  { facet: "schooltype", slug: "so", label: "Speciaal onderwijs", verhalen: 2, dichtbij: [] },
  { facet: "ruimte", slug: "kunsten", label: "De kunsten", verhalen: 4, dichtbij: [] },
  { facet: "partnertype", slug: "orkest", label: "Orkest", verhalen: 0, dichtbij: [] },
];
const TITELS = {
  titels: {
    vraag: [["vragen/begin/", "Hoe begin je als je nog niets weet?"]],
    werkvorm: [["werkvormen/wandel/", "De wandeling"], ["werkvormen/dansen/", "Dansen zonder muziek"]],
    ruimte: [["ruimtes/kunsten/", "De kunsten"]],
    begrip: [["begrippen/#wierde", "Wierde"]],
    verhaal: [["verhalen/a/", "Een dansje op de dijk"]],
  },
  geschreven: { poezieles: "poëzieles" },
};
const source = (counted = [], more = {}) => ({
  counted,
  formsOf: (word) => forms.of(word),
  telling: (word) => (word === "daarna" ? 0.2 : 1),
  small: new Set(["op", "de", "hoe", "je", "in", "een", "met"]),
  book: { waarden: WAARDEN, woorden: { dans: [0], tekenles: [1], tekenlessen: [1], so: [2], beeldend: [1], orkest: [4] } },
  titles: TITELS,
  title: (facet) => ({ discipline: "Discipline", schooltype: "Schooltype", ruimte: "Ruimte" })[facet] ?? "",
  knows: () => true,
  ...more,
});
const shown = (text, ...rest) => Object.fromEntries(suggestions(text, source(...rest)).map(({ name, options }) => [name, options.map((option) => option.name)]));

test("the last word is still being typed until something stands behind it", () => {
  assert.deepEqual(["poëz", "tekenles op S", "museum ", "", "wat?", "\u00e9"].map(half), ["poez", "s", "", "", "", "e"]);
});

test("a half word is completed to what most pages have, once for all its forms, as it is written", () => {
  const counted = [["poet", 1], ["poezie", 9], ["poezieles", 4], ["poezielessen", 6], ["poezen", 2]];
  assert.deepEqual(shown("poe", counted), { Woorden: ["poezie", "poezielessen", "poezen"] });
  assert.deepEqual(shown("poe", [["poezieles", 4]]).Woorden, ["poëzieles"]);
  assert.deepEqual(shown("Les in poe", [["poezieles", 4]]).Woorden, ["Les in poëzieles"]);
  assert.deepEqual(shown("daa", [["daarna", 40]]), {}, "what says little is not suggested");
  assert.deepEqual(shown("les met", [["methode", 40]]), {}, "after other words a small word is whole");
});

test("a value is suggested by its label or another word for it, and takes the place of those letters", () => {
  const [{ options }] = suggestions("tekenles", source());
  assert.deepEqual(options, [{ name: "Beeldend", extra: "Discipline: tekenles", text: "", value: { facet: "discipline", slug: "beeldend" } }]);
  assert.deepEqual(suggestions("kunst op so", source())[0].options, [{ name: "Speciaal onderwijs", extra: "Schooltype: so", text: "kunst op", value: { facet: "schooltype", slug: "so" } }]);
  assert.deepEqual(shown("kun").Kenmerken, ["De kunsten"], "without its article, and its page is not suggested beside it");
  assert.equal(shown("kun")["Pagina’s"], undefined);
  assert.deepEqual(shown("orkest"), {}, "no story has it");
  assert.deepEqual(shown("dans", [], { knows: (_, slug) => slug !== "dans" }).Kenmerken, undefined);
});

test("a title is suggested that begins so, or has all words that say something", () => {
  assert.deepEqual(shown("hoe be"), { Vragen: ["Hoe begin je als je nog niets weet?"] });
  assert.deepEqual(shown("wandel"), { Werkvormen: ["De wandeling"] });
  assert.deepEqual(shown("muziek dans").Werkvormen, ["Dansen zonder muziek"]);
  assert.deepEqual(shown("wierde "), { "Pagina’s": ["Wierde"] });
  assert.equal(suggestions("wandel", source())[0].options[0].url, "werkvormen/wandel/");
});

test("six at most, and of each group its best before another has more", () => {
  const counted = [["dansers", 9], ["dansvloer", 8], ["dansplein", 7], ["dansfeest", 6]];
  const groups = suggestions("dans", source(counted));
  assert.deepEqual(groups.map(({ name, options }) => [name, options.length]), [["Woorden", 3], ["Kenmerken", 1], ["Werkvormen", 1], ["Verhalen en voorbeelden", 1]]);
});

test("whatever is typed, what is suggested is something to do", () => {
  const { choose, list, text } = chance(3);
  const alphabet = ["dans", "kunst", "hoe", "op", "so", " ", ...AWKWARD];
  for (let times = 0; times < 2000; times++) {
    const typed = text(alphabet, 6);
    const groups = suggestions(typed, source(list(5, () => [choose(["dansers", "__proto__", "so", "poezieles"]), choose([0, 1, 50])])));
    const all = groups.flatMap(({ options }) => options);
    assert.ok(all.length <= MOST && groups.every(({ name, options }) => name && options.length), typed);
    assert.ok(all.every(({ name, text: left, url, value }) => name && (url !== undefined || left !== undefined || value)), typed);
  }
});
