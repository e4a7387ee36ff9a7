import assert from "node:assert/strict";
import { test } from "node:test";
import { Check } from "#js/pages/schrijven/script/check.js";
import { Markup } from "#js/pages/schrijven/script/markup.js";
import { cases } from "../../../hulp.js";

const [verhaal, werkvorm, praktijkvoorbeeld] = ["verhaal", "werkvorm", "praktijkvoorbeeld"].map((name) => {
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
    ["sites", { sites: ["https://www.voorbeeld.nl/", "https://x.nl"] }, ""],
    ["sites", { sites: ["https://x.nl", "www.voorbeeld.nl"] }, "Regel 2: “www.voorbeeld.nl” begint niet met https://. Zet dat ervoor."],
    ["sites", { sites: ["http://x.nl"] }, "“http://x.nl” begint met http://. Schrijf https://, als de site zo ook werkt."],
    ["sites", { sites: ["https://x.nl https://y.nl"] }, "In “https://x.nl https://y.nl” staat een spatie. Zet elk adres op een eigen regel."],
    ["sites", { sites: ["juf@x.nl"] }, "In “juf@x.nl” staat een @. Geen mailadres of inlognaam: neem de pagina met contact."],
    ["sites", { sites: ["https://school"] }, "“https://school” is geen adres van een site. Kopieer het hele adres uit je browser."],
    ["sites", { sites: [`https://x.nl/${"a".repeat(200)}`] }, "Dit zijn 213 tekens; hooguit 200 mag. Kort het wat in."],
    ["gesprek", { gesprek: ["Wat herken je?", "Wat zou jij doen?"] }, "Dit zijn er 2; het moeten er 3 zijn."],
    ["gesprek", { gesprek: ["Een vraag?", "Twee vragen?", "Drie vragen?"] }, ""], ["gesprek", { gesprek: [] }, ""],
    ["periode", { periode: "2018-2021", speelde: "2018-2021" }, ""], ["periode", { periode: "2019", speelde: "2018 – 2021" }, ""],
    ["periode", { periode: "2017-2021", speelde: "2018-2021" }, "Deze jaren liggen niet binnen de jaren waarin het speelde, “2018-2021”. Verbeter die, of deze."],
    ["periode", { periode: "2018-2021", speelde: "2020" }, "Deze jaren liggen niet binnen de jaren waarin het speelde, “2020”. Verbeter die, of deze."],
    ["periode", { periode: "2018-2021", speelde: "vroeger" }, ""], ["speelde", { speelde: "2021-2018" }, "Schrijf eerst het begin en dan het einde."],
    ["periode", { periode: "2018-2021" }, ""], ["concept", { concept: true }, ""], ["regio", { regio: "westerkwartier", plaats: "Nergenshuizen" }, ""],
  ]) assert.equal(check.error(name, values), error, name);
  assert.equal(check.error("datum", { datum: "" }, true), "Deze datum bestaat niet. Kies een dag op de kalender.");
});

test("words that are shown large stand so in the text", () => {
  const text = "## Een begin\n\nDe icc'er zag het. 'Daar kan ik [wel](../ruimtes/kind.md) wat mee!' zei ze. Toen gingen ze **samen** op pad.";
  const not = (/** @type {string} */ words) => `“${words}” staat niet zo in de tekst. ${verhaal.herstel["citaat-tekst"]}`;
  for (const [words, error] of [
    ["", ""], ["Daar kan ik wel wat mee!", ""], ["Daar kan ik wel wat mee", ""], ["“Daar kan ik wel wat mee!”", ""], ["Toen gingen ze samen op pad.", ""], ["De icc’er zag het.", ""],
    ["Toen gingen ze op pad.", not("Toen gingen ze op pad.")], ["gingen ze samen op pad.", not("gingen ze samen op pad.")], ["Toen gingen ze samen", not("Toen gingen ze samen")], ["er zag het.", not("er zag het.")],
  ]) assert.equal(check.quoted(words, text), error, words);
});

test("a number lies between the limits of its field", () => {
  const from = new Check(werkvorm, new Markup(werkvorm, () => null), "2026-05-31");
  const { minimum, maximum } = werkvorm.velden.duur;
  for (const [duur, error] of [
    ["30", ""], ["30-45", ""], ["45-30", "Schrijf eerst het laagste getal."], ["lang", "Schrijf een getal (30) of twee getallen met een streepje ertussen (30-45)."],
    [`${minimum}-${maximum + 1}`, `Het kan tussen ${minimum} en ${maximum} zijn.`],
  ]) assert.equal(from.error("duur", { duur }), error, duur);
});

test("a circle fits the group, and a group fits its circle", () => {
  const from = new Check(werkvorm, new Markup(werkvorm, () => null), "2026-05-31");
  const [small, large] = ["Dit past niet bij de groep, “4-10”. Verbeter die, of dit.", "Zoveel mensen kunnen er niet in een kring. Neem een kleiner groepje."];
  for (const [name, values, error] of [
    ["hoogstens", { hoogstens: "8", groep: "4-10" }, ""], ["hoogstens", { hoogstens: "3", groep: "4-10" }, small], ["hoogstens", { hoogstens: "11", groep: "4-10" }, small],
    ["hoogstens", { hoogstens: "8", groep: "veel" }, ""], ["hoogstens", { hoogstens: "4-8", groep: "4-10" }, "Schrijf één getal, bijvoorbeeld 10."],
    ["vorm", { vorm: "plenair", groep: "4-10" }, ""], ["vorm", { vorm: "groepjes van 6", groep: "4-10", hoogstens: "5" }, large], ["vorm", { vorm: "tweetallen", groep: "1" }, large],
    ["vorm", { vorm: "groepjes van 6", groep: "4-10" }, ""], ["vorm", { vorm: "drietallen", groep: "4-10" }, "“drietallen” staat er niet zoals het hoort. Kijk naar het voorbeeld."],
  ]) assert.equal(from.error(name, { groep: "", hoogstens: "", vorm: "", ...values }), error, JSON.stringify(values));
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
    ["Zie https://x.nl/06-12345678", /^$/], ["Van 08.30 - 10.00 - 11.30 uur, met ISBN 0-415-20281-1.", /^$/], ["+31 6 12345678", /telefoonnummer/],
    ["Volg @kunst@sociaal.voorbeeld.nl, en geef een cijfer: 0 1 2 3 4 5 6 7 8 9", /^$/], ["projectnummer 0612345678", /^$/], ["(0591) 12 34 56", /telefoonnummer/],
  ]) assert.match(check.part(text), error, text);
  assert.equal(check.part(""), "");
});

test("consent must be given only where its kind needs it, and its mark wherever it is given", () => {
  const short = new Check(praktijkvoorbeeld, new Markup(praktijkvoorbeeld, () => null), "2026-05-31");
  assert.equal(check.error("toestemming", { toestemming: "" }), "Kies ja of nee.");
  assert.equal(short.error("toestemming", { toestemming: "" }), "");
  assert.match(short.error("toestemming_kenmerk", { toestemming: "ja", toestemming_kenmerk: "" }), /Bij ja hoort een kenmerk/);
  assert.equal(short.error("toestemming_kenmerk", { toestemming: "nee", toestemming_kenmerk: "" }), "");
});

test("words are counted as the check counts them", () => {
  assert.ok(cases.geteld.length > 300);
  for (const [text, number] of cases.geteld) assert.equal(markup.words(text), number, text);
});

test("a text that is limited says how many words it has, and how many it may have", () => {
  const short = new Check(praktijkvoorbeeld, new Markup(praktijkvoorbeeld, () => null), "2026-05-31");
  const { woorden_minste: least, woorden_meeste: most } = praktijkvoorbeeld;
  const text = (number) => Array(number).fill("woord").join(" ");
  assert.deepEqual([0, 1, least].map((number) => short.measured(text(number)).shown), [`0 woorden; ${least} tot en met ${most} mag`, `1 woord; ${least} tot en met ${most} mag`, `${least} woorden; ${least} tot en met ${most} mag`]);
  for (const [number, error] of [
    [1, `De tekst telt 1 woord; minstens ${least} zijn nodig. Vertel wat meer.`], [least - 1, `De tekst telt ${least - 1} woorden; minstens ${least} zijn nodig. Vertel wat meer.`],
    [least, ""], [most, ""], [most + 1, `De tekst telt ${most + 1} woorden; hooguit ${most} mag. Kort hem in.`],
  ]) assert.equal(short.measured(text(number)).error, error);
  assert.deepEqual(check.measured(text(1)), { shown: "", error: "" });
});
