import assert from "node:assert/strict";
import { test } from "node:test";
import { Controle } from "#js/pages/schrijven/script/check.js";
import { Opmaak } from "#js/pages/schrijven/script/markup.js";
import { gegevens } from "../../../hulp.js";

const [verhaal, werkvorm] = ["verhaal", "werkvorm"].map((naam) => {
  const gegeven = gegevens.formulieren[naam];
  return { ...gegeven, velden: Object.fromEntries(gegeven.velden), delen: Object.fromEntries(gegeven.delen) };
});
const opmaak = new Opmaak(verhaal, () => ({ "trots-in-meppel": "Trots in Meppel" }));
const controle = new Controle(verhaal, opmaak, "2026-05-31");

test("a field says what is wrong with it in Dutch", () => {
  for (const [naam, waarden, fout] of [
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
  ]) assert.equal(controle.fout(naam, waarden), fout, naam);
  assert.equal(controle.fout("datum", { datum: "" }, true), "Deze datum bestaat niet. Kies een dag op de kalender.");
});

test("a number lies between the limits of its field", () => {
  const van = new Controle(werkvorm, new Opmaak(werkvorm, () => null), "2026-05-31");
  const { minimum, maximum } = werkvorm.velden.duur;
  for (const [duur, fout] of [
    ["30", ""], ["30-45", ""], ["45-30", "Schrijf eerst het laagste getal."], ["lang", "Schrijf een getal (30) of twee getallen met een streepje ertussen (30-45)."],
    [`${minimum}-${maximum + 1}`, `Het kan tussen ${minimum} en ${maximum} zijn.`],
  ]) assert.equal(van.fout("duur", { duur }), fout, duur);
});

test("an address is judged as the check does", () => {
  const bezet = { "trots-in-meppel": "Trots in Meppel", vroeger: "" };
  for (const [adres, fout] of [
    ["", /Vul een adres in/], ["index", /heeft de site zelf nodig/], ["pagina-2", /heeft de site zelf nodig/], ["Met Hoofdletter", /alleen kleine letters/],
    ["trots-in-meppel", /is van “Trots in Meppel”.*trots-in-meppel-2/], ["vroeger", /al gebruikt/], ["een-nieuw-verhaal", /^$/], ["constructor", /^$/],
  ]) assert.match(controle.adres(adres, bezet), fout, adres);
});

test("a text has no code, no link that leads nowhere and nothing personal", () => {
  for (const [tekst, fout] of [
    ["Een **gewone** tekst met [een link](https://x.nl) en 3 < 4.", /^$/], ["<b>vet</b>", /code \(HTML\)/], ["![x](y.png)", /afbeelding/],
    ["[x](javascript:alert(1))", /mag niet beginnen met/], ["[x](//evil.nl)", /begint met \/\//], ["[x](#hier)", /plek in de tekst/],
    ["[x](../stories/trots-in-meppel.md)", /^$/], ["[x](../stories/is-er-niet.md)", /leidt nergens heen/], ["tekst {: onclick=x }", /voegt code toe/],
    ["Bel 06-12345678 maar", /telefoonnummer/], ["Mail naar a.b@school.nl.", /e-mailadres/], ["Nummer 111222333 hoort hier niet", /burgerservicenummer/],
    ["Zie https://x.nl/06-12345678", /^$/],
  ]) assert.match(controle.deel(tekst), fout, tekst);
  assert.equal(controle.deel(""), "");
});
