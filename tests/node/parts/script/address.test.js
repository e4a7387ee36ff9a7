import assert from "node:assert/strict";
import { test } from "node:test";
import { actueel, getal, keus, lees, slugs } from "#js/parts/script/address.js";

const NAMEN = { ruimte: { overtuiging: "drijfveer" }, functie: { begin: "orientatie" }, regio: { kop: "noord-drenthe" } };
const KAARTEN = { kaart: "ruimte", apart: "ruimte", dicht: "ruimte", functie: "functie" };
const PROGRAMMA = { f: "functie", r: "ruimte", s: "verhaal", p: { c: "verhaal", w: "werkvorm" } };
const SELECTIE = { s: "verhaal", ns: "verhaal" };

/** A query, what its slugs name, what changed, and what it is today. */
const GEVALLEN = [
  ["?v=1&functie=begin&kaart=overtuiging.2,kind.1&dicht=kind", KAARTEN, NAMEN, "?v=1&functie=orientatie&kaart=drijfveer.2,kind.1&dicht=kind"],
  ["?regio=kop&regio=drenthe&q=kop", { regio: "regio" }, NAMEN, "?regio=noord-drenthe&regio=drenthe&q=kop"],
  ["?p=w45.overtuiging,e5.overtuiging,c10.oud", PROGRAMMA, { verhaal: { oud: "nieuw" } }, "?p=w45.overtuiging,e5.overtuiging,c10.nieuw"],
  ["?s=oud&ns=oud:bij oud hoort dit: oud", SELECTIE, { verhaal: { oud: "nieuw" } }, "?s=nieuw&ns=nieuw:bij+oud+hoort+dit:+oud"],
  ["?eigen=overtuiging", KAARTEN, NAMEN, "?eigen=overtuiging"],
  ["?kaart=constructor.1,__proto__", KAARTEN, NAMEN, "?kaart=constructor.1,__proto__"],
  ["?kaart=overtuiging", KAARTEN, {}, "?kaart=overtuiging"],
  ["?__proto__=overtuiging", KAARTEN, NAMEN, "?__proto__=overtuiging"],
  [`?kaart=overtuiging&x=${"y".repeat(9000)}`, KAARTEN, NAMEN, `?kaart=overtuiging&x=${"y".repeat(9000)}`],
];

test("every kind of name that changed becomes that of today, and what is none stays to the letter", () => {
  for (const [zoek, soorten, namen, nu] of GEVALLEN) assert.equal(decodeURIComponent(actueel(zoek, soorten, namen)), nu);
});

test("a query that is too long is not read, and that is said", () => {
  assert.deepEqual(lees("?a=1").meldingen, []);
  const { params, meldingen } = lees(`?a=${"1".repeat(8000)}`);
  assert.deepEqual([...params], []);
  assert.match(meldingen[0], /te lang/);
});

test("a number, a choice and slugs are taken where they can be, and else what is usual", () => {
  const van = (zoek) => new URLSearchParams(zoek);
  const getallen = { "n=5": 5, "n=0": 7, "n=61": 7, "n=5.5": 7, "n=1e1": 7, "n=-5": 7, "n=": 7, "": 7, "n=٥": 7, "n=0000005": 7 };
  for (const [zoek, uit] of Object.entries(getallen)) assert.equal(getal(van(zoek), "n", 2, 60, 7), uit, zoek);
  for (const [zoek, uit] of Object.entries({ "k=a": "a", "k=": "b", "k=__proto__": "b", "": "b" })) assert.equal(keus(van(zoek), "k", ["a", "b"], "b"), uit);
  assert.equal(keus(van("k="), "k", ["", "x"], "x"), "");
  const kent = (slug) => slug !== "weg";
  assert.deepEqual(slugs(van("s=a,b,a,weg,A,__proto__,c-d,"), "s", 2, kent), { gelezen: ["a", "b"], weg: 4 });
  assert.deepEqual(slugs(van(""), "s", 2, kent), { gelezen: [], weg: 0 });
});
