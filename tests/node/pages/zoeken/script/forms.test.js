import assert from "node:assert/strict";
import { test } from "node:test";
import { vormen } from "#js/pages/zoeken/script/forms.js";
import { vormVan } from "#js/pages/zoeken/script/words.js";
import { kans } from "../../../hulp.js";

const VORMEN = {
  school: "scholen", scholen: "school", verhaal: "verhalen", verhalen: "verhaal", huis: "huizen", brieven: "brief", lessen: "les",
  gesprekken: "gesprek", groot: "grote", kastjes: "kast", kunstenaars: "kunstenaar", musea: "museum", kinderen: "kind",
  verhaaltje: "verhaal", filmpje: "film",
};
const ANDERE = {
  dans: "dan", kans: "kan", plaats: "plaat", mens: "men", reeks: "reek", gids: "gid", haren: "haar", roden: "rood", lef: "leven",
  les: "lezen", langs: "lang", start: "star", plant: "plan", koers: "koer", aarde: "aard", gewonnen: "gewone", wennen: "wens",
};

test("other forms of a word are known", () => {
  for (const [gezocht, woord] of Object.entries(VORMEN)) assert.ok(vormVan(woord, gezocht), `${gezocht}: ${woord}`);
});

test("other words are no form of it", () => {
  for (const [gezocht, woord] of Object.entries(ANDERE)) assert.ok(!vormVan(woord, gezocht), `${gezocht}: ${woord}`);
});

test("a form is a word and never begins with the word itself", () => {
  const { tekst } = kans(7);
  for (let keer = 0; keer < 3000; keer++) {
    const woord = tekst([..."aeioubdfgklmnprstvz"], 12);
    for (const vorm of vormen(woord)) assert.ok(/^[a-z]+$/.test(vorm) && !vorm.startsWith(woord) && !vorm.includes("undefined"), `${woord}: ${vorm}`);
  }
});
