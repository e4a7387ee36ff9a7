import assert from "node:assert/strict";
import { test } from "node:test";
import { Check } from "#js/pages/schrijven/script/check.js";
import { Markup } from "#js/pages/schrijven/script/markup.js";
import { cases } from "../../../hulp.js";

const [verhaal, werkvorm] = ["verhaal", "werkvorm"].map((name) => {
  const given = cases.formulieren[name];
  return { ...given, velden: Object.fromEntries(given.velden), parts: Object.fromEntries(given.delen) };
});
const markup = new Markup(verhaal, () => ({ "trots-in-meppel": "Trots in Meppel" }));
const check = new Check(verhaal, markup, "2026-05-31");

test("a field says what is wrong with it in Dutch", () => {
  for (const [name, values, error] of [
    ["title", { title: "" }, "Vul dit nog in."],
    ["title", { title: "?!?!?!?!?!" }, "“?!?!?!?!?!” heeft geen letter of cijfer."],
    ["samenvatting", { samenvatting: "kort" }, "Dit zijn 4 tekens; minstens 40 zijn nodig."],
    ["ruimtes", { ruimtes: [] }, "Kies er minstens één."],
    ["datum", { datum: "1999-01-01" }, "Deze dag ligt voor het jaar 2000. Vul de dag in waarop dit op de site komt."],
    ["datum", { datum: "2026-06-01" }, "Deze dag is nog niet geweest. Vul vandaag in, of een eerdere dag."],
    ["periode", { periode: "2021-2018" }, "Schrijf eerst het begin en dan het einde."],
    ["periode", { periode: "vroeger" }, "Schrijf een jaar (2019) of twee jaren met een streepje ertussen (2018-2021)."],
    ["scholen", { scholen: ["Obs De Wende", "Obs De Wende"] }, "“Obs De Wende” staat er twee keer. Haal er een weg."],
    ["regio", { regio: "westerkwartier", plaats: "Emmen" }, "Emmen ligt in de regio Zuidoost-Drenthe. Kies die, of verbeter de plaats."],
    ["toestemming", { toestemming: "" }, "Kies ja of nee."],
    ["toestemming_kenmerk", { toestemming_kenmerk: "", toestemming: "ja" }, "Bij ja hoort een kenmerk: schrijf op waar de toestemming is bewaard."],
    ["periode", { periode: "2018-2021" }, ""], ["concept", { concept: true }, ""], ["regio", { regio: "westerkwartier", plaats: "Nergenshuizen" }, ""],
  ]) assert.equal(check.error(name, values), error, name);
  assert.equal(check.error("datum", { datum: "" }, true), "Deze datum bestaat niet. Kies een dag op de kalender.");
});

test("a number lies between the limits of its field", () => {
  const from = new Check(werkvorm, new Markup(werkvorm, () => null), "2026-05-31");
  const { minimum, maximum } = werkvorm.velden.duur;
  for (const [duur, error] of [
    ["30", ""], ["30-45", ""], ["45-30", "Schrijf eerst het laagste getal."], ["lang", "Schrijf een getal (30) of twee getallen met een streepje ertussen (30-45)."],
    [`${minimum}-${maximum + 1}`, `Het kan tussen ${minimum} en ${maximum} zijn.`],
  ]) assert.equal(from.error("duur", { duur }), error, duur);
});

test("an address is judged as the check does", () => {
  const taken = { "trots-in-meppel": "Trots in Meppel", vroeger: "" };
  for (const [address, error] of [
    ["", /Vul een adres in/], ["index", /heeft de site zelf nodig/], ["pagina-2", /heeft de site zelf nodig/], ["Met Hoofdletter", /alleen kleine letters/],
    ["trots-in-meppel", /is van “Trots in Meppel”.*trots-in-meppel-2/], ["vroeger", /al gebruikt/], ["een-nieuw-verhaal", /^$/], ["constructor", /^$/],
  ]) assert.match(check.address(address, taken), error, address);
});

test("a text has no code, no link that leads nowhere and nothing personal", () => {
  for (const [text, error] of [
    ["Een **gewone** tekst met [een link](https://x.nl) en 3 < 4.", /^$/], ["<b>vet</b>", /code \(HTML\)/], ["![x](y.png)", /afbeelding/],
    ["[x](javascript:alert(1))", /mag niet beginnen met/], ["[x](//evil.nl)", /begint met \/\//], ["[x](#hier)", /plek in de tekst/],
    ["[x](../stories/trots-in-meppel.md)", /^$/], ["[x](../stories/is-er-niet.md)", /leidt nergens heen/], ["tekst {: onclick=x }", /voegt code toe/],
    ["Bel 06-12345678 maar", /telefoonnummer/], ["Mail naar a.b@school.nl.", /e-mailadres/], ["Nummer 111222333 hoort hier niet", /burgerservicenummer/],
    ["Zie https://x.nl/06-12345678", /^$/],
  ]) assert.match(check.part(text), error, text);
  assert.equal(check.part(""), "");
});
