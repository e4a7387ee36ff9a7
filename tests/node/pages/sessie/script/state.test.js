import assert from "node:assert/strict";
import { test } from "node:test";
import { lees, netteTekst, schrijf, teLang, weggelaten } from "#js/pages/sessie/script/state.js";
import { gegevens, kans, LASTIG } from "../../../hulp.js";

const site = gegevens.plan;
const [eerste, tweede] = site.werkvormen.map(({ slug }) => slug);

test("a programme in an address is read, and written as it was", () => {
  const adres = `?v=1&t=120&n=12&f=verdieping&r=plek&o=1&b=13:30&d=2026-11-24&p=i10,c15.een-verhaal,w45.${eerste},p10,e5.Koffie~k%20thee%20%26%20~~koek,o5`;
  const { wens, items, meldingen } = lees(adres, site);
  assert.deepEqual(wens, { tijd: 120, mensen: 12, functie: "verdieping", ruimtes: ["plek"], online: true, begin: "13:30", datum: "2026-11-24" });
  assert.deepEqual(items[4], { soort: "eigen", minuten: 5, tekst: "Koffie, thee & ~koek" });
  assert.deepEqual(items.map(({ minuten }) => minuten), [10, 15, 45, 10, 5, 5]);
  assert.deepEqual(meldingen, []);
  assert.equal(schrijf(wens, items), adres);
});

test("chosen stories and werkvormen begin a programme", () => {
  assert.deepEqual(lees(`?v=1&s=een,twee,een&w=${tweede},is-er-niet`, site).start, { verhalen: ["een", "twee"], werkvormen: [tweede], tijd: false });
  assert.equal(lees("?v=1&s=__", site).start, null);
});

const VREEMD = [
  ["?v=2&t=60", /niet van deze versie/],
  ["?v=1&t=60&t=90", /twee keer/],
  ["?v=1&t=999", /De tijd in het adres klopt niet. Er staat nu 120 minuten/],
  ["?v=1&n=1", /Het aantal mensen/],
  ["?v=1&f=__proto__", /De functie in het adres bestaat niet/],
  ["?v=1&r=plek,nergens", /Een ruimte in het adres bestaat niet/],
  ["?v=1&b=25:00", /De begintijd/],
  ["?v=1&d=2026-02-30", /De datum/],
  ["?v=1&p=i10,x5,w30.is-er-niet", /2 onderdelen/],
  ["?v=1&p=i10,w45.is-er-niet,w45.__proto__,x9,o10", /^3 onderdelen/],
  [`?v=1&p=i10,w45.${eerste},w30.${eerste}`, /^Een onderdeel in het adres is er niet/],
  ["?v=1&p=e5.%E0%A4%A,o5", /^$/],
  [`?v=1&p=${"a".repeat(9000)}`, /te lang/],
];

test("what cannot be read is left out and said", () => {
  for (const [adres, melding] of VREEMD) assert.match(lees(adres, site).meldingen.join(" "), melding, adres);
  assert.match(weggelaten(1), /^Een onderdeel/);
});

test("whatever stands in an address gives a programme, and its own address the same one", () => {
  const toeval = kans(2);
  const { kies, lijst, tekst, getal } = toeval;
  const item = () => `${kies([..."icwpeox"])}${kies(["", "0", "5", "45", "240", "241", "999", "1e1"])}${kies(["", ".", `.${eerste}`, ".een-verhaal", `.${tekst(LASTIG, 20)}`])}`;
  for (let keer = 0; keer < 3000; keer++) {
    const paren = [["v", kies(["1", "1", "1", "2"])], ...lijst(8, () => [kies([..."tnfrobdpsw", "__proto__"]), kies([lijst(25, item).join(","), kies(["60", "15", "plek,kind", "evaluatie", "13:30", "2026-11-24", "1"]), tekst(LASTIG, 40)])])];
    const adres = `?${paren.map(([naam, wat]) => `${naam}=${getal(2) ? encodeURIComponent(wat.toWellFormed()) : wat}`).join("&")}`;
    const een = lees(adres, site);
    assert.ok(een.wens.tijd >= 15 && een.wens.tijd <= 240 && een.wens.mensen >= 2 && een.wens.mensen <= 60, adres);
    assert.ok(["orientatie", "verdieping", "evaluatie"].includes(een.wens.functie), adres);
    assert.ok(een.items === null || (een.items.length >= 1 && een.items.length <= 20), adres);
    for (const { minuten, tekst: eigen = "" } of een.items ?? []) {
      assert.ok(minuten >= 1 && minuten <= 240, adres);
      assert.ok([...eigen].length <= 80 && eigen === netteTekst(eigen), adres);
    }
    const weer = lees(schrijf(een.wens, een.items), site);
    assert.deepEqual([weer.wens, weer.items, weer.meldingen], [een.wens, een.items, []], adres);
  }
});

test("a programme that is too long for an address is known", () => {
  const { wens } = lees("", site);
  const items = Array.from({ length: 20 }, () => ({ soort: "eigen", minuten: 5, tekst: "漢".repeat(80) }));
  assert.equal(teLang(wens, items), true);
  assert.equal(teLang(wens, items.slice(0, 1)), false);
});
