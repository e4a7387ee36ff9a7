import assert from "node:assert/strict";
import { test } from "node:test";
import { forms } from "#js/pages/zoeken/script/forms.js";
import { formOf } from "#js/pages/zoeken/script/words.js";
import { chance } from "../../../hulp.js";

const FORMS = {
  school: "scholen", scholen: "school", verhaal: "verhalen", verhalen: "verhaal", huis: "huizen", brieven: "brief", lessen: "les",
  gesprekken: "gesprek", groot: "grote", kastjes: "kast", kunstenaars: "kunstenaar", musea: "museum", kinderen: "kind",
  verhaaltje: "verhaal", filmpje: "film",
};
const OTHER = {
  dans: "dan", kans: "kan", plaats: "plaat", mens: "men", reeks: "reek", gids: "gid", haren: "haar", roden: "rood", lef: "leven",
  les: "lezen", langs: "lang", start: "star", plant: "plan", koers: "koer", aarde: "aard", gewonnen: "gewone", wennen: "wens",
};

test("other forms of a word are known", () => {
  for (const [sought, word] of Object.entries(FORMS)) assert.ok(formOf(word, sought), `${sought}: ${word}`);
});

test("other words are no form of it", () => {
  for (const [sought, word] of Object.entries(OTHER)) assert.ok(!formOf(word, sought), `${sought}: ${word}`);
});

test("a form is a word and never begins with the word itself", () => {
  const { text } = chance(7);
  for (let times = 0; times < 3000; times++) {
    const word = text([..."aeioubdfgklmnprstvz"], 12);
    for (const shape of forms(word)) assert.ok(/^[a-z]+$/.test(shape) && !shape.startsWith(word) && !shape.includes("undefined"), `${word}: ${shape}`);
  }
});
