import assert from "node:assert/strict";
import { test } from "node:test";
import * as m from "#js/pages/kaarten/script/state.js";
import { gegevens, kans, LASTIG } from "../../../hulp.js";

const { kaarten, ruimtes } = gegevens;
const functies = ["orientatie", "verdieping", "evaluatie"];
const spel = { functies, kaarten: new Map(ruimtes.map((slug) => [slug, new Map(functies.map((functie) => [functie, 3]))])) };

test("cards are drawn one after the other as they always were, and each once", () => {
  for (const { zaad, functie, kaart } of kaarten.trekkingen) {
    let { stand } = m.uitAdres(`?v=1&functie=${functie}&zaad=${zaad}&kaart=`, spel);
    assert.equal(stand.tafel.length, 0);
    for (let aantal = 1; aantal <= ruimtes.length; aantal++) {
      stand = m.trek(stand, spel);
      assert.equal(new Set(stand.tafel.map(({ slug }) => slug)).size, aantal);
    }
    assert.equal([...stand.tafel].reverse().map(({ slug, vraag }) => `${slug}.${vraag}`).join(","), kaart);
    assert.deepEqual(m.stapel(stand, spel), []);
    const opnieuw = m.trek(stand, spel, "nieuw");
    assert.equal(opnieuw.zaad, "nieuw");
    assert.equal(opnieuw.tafel.length, 1);
  }
});

test("links that were given out lay the same cards on the table", () => {
  for (const { adres, tafel, apart = [], eigen = "" } of kaarten.adressen) {
    const { stand, meldingen } = m.uitAdres(adres, spel);
    assert.deepEqual(stand.tafel.map(({ slug }) => slug), Object.keys(tafel), adres);
    assert.deepEqual(stand.tafel.filter(({ dicht }) => dicht).map(({ slug }) => slug), Object.keys(tafel).filter((slug) => !tafel[slug]));
    assert.deepEqual(stand.apart.map(({ slug }) => slug), apart);
    assert.equal(stand.eigen, eigen);
    assert.deepEqual(meldingen, []);
  }
});

const VREEMD = [
  ["?v=2&kaart=plek.1", 9, /een andere versie/],
  ["?kaart=plek.1,nergens.1,__proto__.1,constructor", 1, /weggelaten/],
  ["?kaart=plek.1,plek.2&apart=plek.3", 1, /staat er dubbel in/],
  ["?kaart=nergens", 9, /weggelaten/],
  ["?kaart=plek.99", 1, /Een vraag uit de link/],
  ["?kaart=plek&kaart=kind", 1, /Alleen het eerste telt/],
  ["?functie=__proto__&kaart=plek.1", 1, /De functie uit de link/],
  ["?zaad=%3Cscript%3E&kaart=plek.1", 1, /niet gelezen/],
  ["?kaart=plek.1,kind.2&dicht=twijfel", 2, /weggelaten/],
  ["?kaart=%E0%A4%A,plek.1%00", 9, /weggelaten/],
  [`?kaart=lege-ruimte.1&eigen=${"a".repeat(201)}`, 1, /ingekort/],
  [`?kaart=plek.1&eigen=${"a".repeat(9000)}`, 9, /te lang/],
  ["?kaart=lege-ruimte.1&eigen=%3Cimg%20src=x%3E", 1, /^$/],
];

test("an address from anybody is read as far as it goes, and what is not is said", () => {
  for (const [adres, aantal, melding] of VREEMD) {
    const { stand, meldingen } = m.uitAdres(adres, spel);
    assert.equal(stand.tafel.length, aantal, adres);
    assert.match(meldingen.join(" "), melding, adres);
  }
});

test("every address gives a table, and the address of that table the same one", () => {
  const toeval = kans(1);
  const { kies, lijst, tekst, getal } = toeval;
  const slug = () => kies([...ruimtes, "__proto__", "constructor", "toString", "", "nergens"]);
  const deel = () => (getal(3) ? slug() + kies(["", ".1", ".3", ".4", ".-1", ".1e1"]) : tekst(LASTIG, 40));
  const waarde = () => kies([lijst(12, deel).join(","), kies(["1", "2", "verdieping", "evaluatie", "abc123"]), tekst(LASTIG, 40)]);
  for (let keer = 0; keer < 3000; keer++) {
    const paren = lijst(9, () => [kies(["v", "functie", "zaad", "kaart", "dicht", "apart", "eigen", "__proto__"]), waarde().toWellFormed()]);
    const adres = `?${paren.map(([naam, wat]) => `${naam}=${getal(2) ? encodeURIComponent(wat) : wat}`).join("&")}`;
    const { stand, meldingen } = m.uitAdres(adres, spel);
    const alle = [...stand.tafel, ...stand.apart];
    assert.equal(new Set(alle.map((kaart) => kaart.slug)).size, alle.length, adres);
    assert.ok(alle.every((kaart) => ruimtes.includes(kaart.slug) && kaart.vraag >= 1 && kaart.vraag <= 3), adres);
    assert.ok(functies.includes(stand.functie), adres);
    assert.ok([...stand.eigen].length <= 200 && !/[\0\u202e]/.test(stand.eigen), adres);
    assert.ok(meldingen.every((zin) => typeof zin === "string" && zin), adres);
    const nu = m.naarAdres(stand, spel);
    assert.equal(m.naarAdres(m.uitAdres(nu, spel).stand, spel), nu, adres);
  }
});

test("what a group does changes what it says and nothing else", () => {
  const { stand } = m.uitAdres("?kaart=plek.1,kind.3&eigen=durven", spel);
  assert.equal(m.andereVraag(stand, "kind", spel).tafel[1].vraag, 1);
  assert.equal(m.andereVraag(stand, "plek", spel).tafel[0].vraag, 2);
  assert.equal(m.draai(stand, "plek").tafel[0].dicht, true);
  const apart = m.legApart(m.draai(stand, "plek"), "plek");
  assert.deepEqual(apart.apart, [{ slug: "plek", vraag: 1, dicht: false }]);
  assert.deepEqual(m.legTerug(apart, "plek").tafel.map(({ slug }) => slug), ["plek", "kind"]);
  assert.equal(m.metFunctie(stand, "evaluatie", spel).functie, "evaluatie");
  assert.equal(m.alleOpen(stand, spel).tafel.length, ruimtes.length);
  assert.equal(m.alleOpen(stand, spel).eigen, "durven");
  const dicht = m.alleDicht(stand, spel, "k3x9qa");
  assert.ok(dicht.tafel.length === ruimtes.length && dicht.tafel.every((kaart) => kaart.dicht));
  assert.deepEqual(stand.tafel.map(({ vraag, dicht: om }) => [vraag, om]), [[1, false], [3, false]]);
});
