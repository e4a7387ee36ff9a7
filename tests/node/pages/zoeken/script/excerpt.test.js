import assert from "node:assert/strict";
import { test } from "node:test";
import { fragment, kop, opsomming, redenen } from "#js/pages/zoeken/script/excerpt.js";

const pagina = (meer = {}) => ({ url: "x/", titel: "De school in het dorp", label: "Ezinge", samenvatting: "Over kunst.", tekst: "", namen: [], delen: "", ...meer });
const deel = (...woorden) => ({ tekst: woorden.join(" "), woorden, waarden: [] });
const heel = (stukken) => stukken.map(({ tekst }) => tekst).join("");
const raak = (stukken) => stukken.filter((stuk) => stuk.raak).map(({ tekst }) => tekst);

test("what was hit is marked without the signs around it, and no letter goes", () => {
  const gevonden = kop("De “scholen”, (school) en schoolreis", [deel("school")], pagina());
  assert.equal(heel(gevonden), "De “scholen”, (school) en schoolreis");
  assert.deepEqual(raak(gevonden), ["scholen", "school", "schoolreis"]);
  assert.deepEqual(raak(kop("Een kringgesprek", [deel("gesprek")], pagina({ delen: "gesprek" }))), ["kringgesprek"]);
  assert.deepEqual(raak(kop("Een kringgesprek", [deel("gesprek")], pagina())), []);
});

test("the summary is shown where it has the word, and else the piece of the text that has most", () => {
  const woorden = Array.from({ length: 200 }, (_, nummer) => `w${nummer}`);
  const tekst = [...woorden.slice(0, 100), "theater", ...woorden.slice(100), "theater", "en", "theater."].join(" ");
  assert.equal(heel(fragment(pagina({ tekst }), [deel("kunst")])), "Over kunst.");
  const stuk = fragment(pagina({ tekst }), [deel("theater")]);
  assert.deepEqual(raak(stuk), ["theater", "theater"]);
  assert.ok(heel(stuk).startsWith("… "));
  assert.equal(heel(fragment(pagina({ tekst }), [deel("nergens")])), "Over kunst.");
  assert.equal(heel(fragment(pagina({ tekst }), [])), "Over kunst.");
});

test("a reason is a name that has the word, or else what it stands for", () => {
  const school = pagina({ namen: ["Obs De Wende", "Museum Wierdenland"] });
  assert.deepEqual(redenen(school, [deel("museum")]).map(({ namen }) => namen), [["Museum Wierdenland"]]);
  assert.deepEqual(redenen(school, [deel("dorp")]), []);
  assert.deepEqual(redenen(school, [deel("tekenles")], () => ["Beeldend"]).map(({ waarden }) => waarden), [["Beeldend"]]);
  assert.deepEqual(redenen(school, [deel("tekenles")]), []);
  assert.equal(opsomming(["a", "b", "c"]), "a, b en c");
});
