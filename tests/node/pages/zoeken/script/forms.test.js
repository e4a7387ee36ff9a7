import assert from "node:assert/strict";
import { test } from "node:test";
import { Forms, forms } from "#js/pages/zoeken/script/forms.js";
import { chance, dictionary } from "../../../hulp.js";

const FORMS = {
  school: "scholen", scholen: "school", verhaal: "verhalen", verhalen: "verhaal", huis: "huizen", brieven: "brief", lessen: "les",
  gesprekken: "gesprek", groot: "grote", kastjes: "kast", kunstenaars: "kunstenaar", verhaaltje: "verhaal", filmpje: "film",
  dans: "dansen", danste: "dans", gedanst: "dans", dansen: "danst", mannetje: "man", werk: "werkend", vitrine: "vitrines",
  vitrines: "vitrine", etage: "etages", methode: "methodes",
};
const IRREGULAR = { musea: "museum", museum: "musea", kinderen: "kind", kind: "kinderen" };
const OTHER = {
  dans: "dan", kans: "kan", plaats: "plaat", mens: "men", reeks: "reek", gids: "gid", haren: "haar", roden: "rood", lef: "leven",
  les: "lezen", langs: "lang", start: "star", plant: "plan", koers: "koer", aarde: "aard", gewonnen: "gewone", wennen: "wens",
  dan: "dans", kan: "kans", plaat: "plaats", thea: "theaters", school: "schoolreis", kunst: "kunstenaar",
};
const is = (of, one, other) => one === other || of(one).has(other);

test("other forms of a word are known, the one of the other", () => {
  for (const [sought, word] of Object.entries(FORMS)) assert.ok(is(forms, sought, word), `${sought}: ${word}`);
});

test("what no rule makes stands in a table, and has forms by the rules too", () => {
  const known = new Forms({ museum: ["musea"], kind: ["kinderen"], beginnen: ["begon", "begonnen"] });
  for (const [sought, word] of Object.entries(IRREGULAR)) assert.ok(known.of(sought).has(word), `${sought}: ${word}`);
  assert.ok(known.of("musea").has("museums") && known.of("begon").has("begonnen") && known.of("begonnen").has("beginnen"));
  assert.ok(!known.of("museum").has("museum"), "a word is no other form of itself");
  assert.ok(!forms("musea").has("museum"));
});

test("a word that stands with two others is a form of both", () => {
  const known = new Forms({ vallen: ["viel"], bevallen: ["viel"] });
  assert.deepEqual(["vallen", "bevallen"].filter((word) => known.of("viel").has(word)), ["vallen", "bevallen"]);
});

test("the table of this site has every form that it names", () => {
  const { vormen } = dictionary;
  const known = new Forms(vormen);
  for (const [word, others] of Object.entries(vormen)) {
    for (const one of [word, ...others]) {
      for (const other of [word, ...others]) assert.ok(is((form) => known.of(form), one, other), `${one}: ${other}`);
    }
  }
  for (const [sought, word] of Object.entries({ ...FORMS, ...IRREGULAR })) assert.ok(is((form) => known.of(form), sought, word), `${sought}: ${word}`);
});

test("other words are no form of it, with the table or without", () => {
  const known = new Forms(dictionary.vormen);
  for (const [sought, word] of Object.entries(OTHER)) {
    assert.ok(!is(forms, sought, word), `${sought}: ${word}`);
    assert.ok(!is((form) => known.of(form), sought, word), `with the table, ${sought}: ${word}`);
  }
});

test("a form is a word, and never the word itself", () => {
  const { text } = chance(7);
  for (let times = 0; times < 3000; times++) {
    const word = text([..."aeioubdfgklmnprstvz"], 12);
    for (const shape of forms(word)) assert.ok(/^[a-z]+$/.test(shape) && shape !== word && !shape.includes("undefined"), `${word}: ${shape}`);
  }
});
