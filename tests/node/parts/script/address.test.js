import assert from "node:assert/strict";
import { test } from "node:test";
import { current, number, pick, readQuery, slugs } from "#js/parts/script/address.js";

const NAMES = { ruimte: { overtuiging: "drijfveer" }, functie: { begin: "orientatie" }, regio: { kop: "noord-drenthe" } };
const KAARTEN = { kaart: "ruimte", apart: "ruimte", dicht: "ruimte", functie: "functie" };
const PROGRAMMA = { f: "functie", r: "ruimte", s: "verhaal", p: { c: "verhaal", w: "werkvorm" } };
const SELECTIE = { s: "verhaal", ns: "verhaal" };

/** A query, what its slugs name, what changed, and what it is today. */
const CASES = [
  ["?v=1&functie=begin&kaart=overtuiging.2,kind.1&dicht=kind", KAARTEN, NAMES, "?v=1&functie=orientatie&kaart=drijfveer.2,kind.1&dicht=kind"],
  ["?regio=kop&regio=drenthe&q=kop", { regio: "regio" }, NAMES, "?regio=noord-drenthe&regio=drenthe&q=kop"],
  ["?p=w45.overtuiging,e5.overtuiging,c10.oud", PROGRAMMA, { verhaal: { oud: "nieuw" } }, "?p=w45.overtuiging,e5.overtuiging,c10.nieuw"],
  ["?p=i5.oud,c10.oud~noud is anders,o5.oud~n1~kb", { p: { c: "verhaal", i: "werkvorm", o: "werkvorm" } }, { verhaal: { oud: "nieuw" }, werkvorm: { oud: "vers" } }, "?p=i5.vers,c10.nieuw~noud+is+anders,o5.vers~n1~kb"],
  ["?s=oud&ns=oud:bij oud hoort dit: oud", SELECTIE, { verhaal: { oud: "nieuw" } }, "?s=nieuw&ns=nieuw:bij+oud+hoort+dit:+oud"],
  ["?eigen=overtuiging", KAARTEN, NAMES, "?eigen=overtuiging"],
  ["?kaart=constructor.1,__proto__", KAARTEN, NAMES, "?kaart=constructor.1,__proto__"],
  ["?kaart=overtuiging", KAARTEN, {}, "?kaart=overtuiging"],
  ["?__proto__=overtuiging", KAARTEN, NAMES, "?__proto__=overtuiging"],
  [`?kaart=overtuiging&x=${"y".repeat(9000)}`, KAARTEN, NAMES, `?kaart=overtuiging&x=${"y".repeat(9000)}`],
];

test("every kind of name that changed becomes that of today, and what is none stays to the letter", () => {
  for (const [search, soorten, names, now] of CASES) assert.equal(decodeURIComponent(current(search, soorten, names)), now);
});

test("a query that is too long is not read, and that is said", () => {
  assert.deepEqual(readQuery("?a=1").messages, []);
  const { params, messages } = readQuery(`?a=${"1".repeat(8000)}`);
  assert.deepEqual([...params], []);
  assert.match(messages[0], /te lang/);
});

test("a number, a choice and slugs are taken where they can be, and else what is usual", () => {
  const from = (search) => new URLSearchParams(search);
  const numbers = { "n=5": 5, "n=0": 7, "n=61": 7, "n=5.5": 7, "n=1e1": 7, "n=-5": 7, "n=": 7, "": 7, "n=٥": 7, "n=0000005": 7 };
  for (const [search, out] of Object.entries(numbers)) assert.equal(number(from(search), "n", 2, 60, 7), out, search);
  for (const [search, out] of Object.entries({ "k=a": "a", "k=": "b", "k=__proto__": "b", "": "b" })) assert.equal(pick(from(search), "k", ["a", "b"], "b"), out);
  assert.equal(pick(from("k="), "k", ["", "x"], "x"), "");
  const knows = (slug) => slug !== "weg";
  assert.deepEqual(slugs(from("s=a,b,a,weg,A,__proto__,c-d,"), "s", 2, knows), { parsed: ["a", "b"], gone: 4 });
  assert.deepEqual(slugs(from(""), "s", 2, knows), { parsed: [], gone: 0 });
});
