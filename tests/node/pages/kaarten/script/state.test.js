import assert from "node:assert/strict";
import { test } from "node:test";
import * as m from "#js/pages/kaarten/script/state.js";
import { cases, chance, AWKWARD } from "../../../hulp.js";

const { kaarten, ruimtes } = cases;
const functies = ["orientatie", "verdieping", "evaluatie"];
const game = { functies, kaarten: new Map(ruimtes.map((slug) => [slug, new Map(functies.map((functie) => [functie, 3]))])) };

test("cards are drawn one after the other as they always were, and each once", () => {
  for (const { zaad, functie, kaart } of kaarten.trekkingen) {
    let { state } = m.fromAddress(`?v=1&functie=${functie}&zaad=${zaad}&kaart=`, game);
    assert.equal(state.table.length, 0);
    for (let count = 1; count <= ruimtes.length; count++) {
      state = m.draw(state, game);
      assert.equal(new Set(state.table.map(({ slug }) => slug)).size, count);
    }
    assert.equal([...state.table].reverse().map(({ slug, vraag }) => `${slug}.${vraag}`).join(","), kaart);
    assert.deepEqual(m.pile(state, game), []);
    const again = m.draw(state, game, "nieuw");
    assert.equal(again.seed, "nieuw");
    assert.equal(again.table.length, 1);
  }
});

test("links that were given out lay the same cards on the table", () => {
  for (const { adres, tafel, apart = [], eigen = "" } of kaarten.adressen) {
    const { state, messages } = m.fromAddress(adres, game);
    assert.deepEqual(state.table.map(({ slug }) => slug), Object.keys(tafel), adres);
    assert.deepEqual(state.table.filter(({ dicht }) => dicht).map(({ slug }) => slug), Object.keys(tafel).filter((slug) => !tafel[slug]));
    assert.deepEqual(state.apart.map(({ slug }) => slug), apart);
    assert.equal(state.own, eigen);
    assert.deepEqual(messages, []);
  }
});

test("links to the bare names lay the same cards on the table, and keep the questions for later", () => {
  assert.ok(kaarten.namen.length > 1);
  for (const { adres, tafel, dicht = [], eigen = "" } of kaarten.namen) {
    const { state, messages } = m.fromAddress(adres, game);
    assert.equal(state.names, true, adres);
    assert.deepEqual(state.table.map(({ slug }) => slug), tafel);
    assert.deepEqual(state.table.filter((kaart) => kaart.dicht).map(({ slug }) => slug), dicht);
    assert.equal(state.own, eigen);
    assert.deepEqual(messages, []);
    assert.equal(m.toAddress(state, game), adres);
    for (const changed of [m.draw(state, game, "k3x9qa"), m.allFaceUp(state, game), m.allFaceDown(state, game, "k3x9qa"), m.again(state)]) assert.equal(changed.names, true);
    const asked = m.withFunctie(state, state.functie, game);
    assert.deepEqual(asked, { ...state, names: false });
    assert.deepEqual(m.withNames(asked), state);
  }
});

const ODD = [
  ["?v=2&kaart=plek.1", 9, /een andere versie/],
  ["?toon=alles&kaart=plek.1", 1, /niet gelezen/],
  ["?toon=namen&toon=namen&kaart=plek.1", 1, /Alleen het eerste telt/],
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
  for (const [address, count, message] of ODD) {
    const { state, messages } = m.fromAddress(address, game);
    assert.equal(state.table.length, count, address);
    assert.match(messages.join(" "), message, address);
  }
});

test("every address gives a table, and the address of that table the same one", () => {
  const random = chance(1);
  const { choose, list, text, number } = random;
  const slug = () => choose([...ruimtes, "__proto__", "constructor", "toString", "", "nergens"]);
  const part = () => (number(3) ? slug() + choose(["", ".1", ".3", ".4", ".-1", ".1e1"]) : text(AWKWARD, 40));
  const value = () => choose([list(12, part).join(","), choose(["1", "2", "verdieping", "evaluatie", "abc123", "namen"]), text(AWKWARD, 40)]);
  for (let times = 0; times < 3000; times++) {
    const pairs = list(9, () => [choose(["v", "functie", "zaad", "kaart", "dicht", "apart", "eigen", "toon", "__proto__"]), value().toWellFormed()]);
    const address = `?${pairs.map(([name, what]) => `${name}=${number(2) ? encodeURIComponent(what) : what}`).join("&")}`;
    const { state, messages } = m.fromAddress(address, game);
    const all = [...state.table, ...state.apart];
    assert.equal(new Set(all.map((kaart) => kaart.slug)).size, all.length, address);
    assert.ok(all.every((kaart) => ruimtes.includes(kaart.slug) && kaart.vraag >= 1 && kaart.vraag <= 3), address);
    assert.ok(functies.includes(state.functie), address);
    assert.ok([...state.own].length <= 200 && !/[\0\u202e]/.test(state.own), address);
    assert.ok(messages.every((sentence) => typeof sentence === "string" && sentence), address);
    const now = m.toAddress(state, game);
    assert.equal(m.toAddress(m.fromAddress(now, game).state, game), now, address);
  }
});

test("what a group does changes what it says and nothing else", () => {
  const { state } = m.fromAddress("?kaart=plek.1,kind.3&eigen=durven", game);
  assert.equal(m.otherQuestion(state, "kind", game).table[1].vraag, 1);
  assert.equal(m.otherQuestion(state, "plek", game).table[0].vraag, 2);
  assert.equal(m.turn(state, "plek").table[0].dicht, true);
  const apart = m.layAside(m.turn(state, "plek"), "plek");
  assert.deepEqual(apart.apart, [{ slug: "plek", vraag: 1, dicht: false }]);
  assert.deepEqual(m.layBack(apart, "plek").table.map(({ slug }) => slug), ["plek", "kind"]);
  assert.equal(m.withFunctie(state, "evaluatie", game).functie, "evaluatie");
  assert.equal(m.allFaceUp(state, game).table.length, ruimtes.length);
  assert.equal(m.allFaceUp(state, game).own, "durven");
  const dicht = m.allFaceDown(state, game, "k3x9qa");
  assert.ok(dicht.table.length === ruimtes.length && dicht.table.every((kaart) => kaart.dicht));
  assert.deepEqual(state.table.map(({ vraag, dicht: around }) => [vraag, around]), [[1, false], [3, false]]);
});
