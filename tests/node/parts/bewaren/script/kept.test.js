import assert from "node:assert/strict";
import { test } from "node:test";
import { kans, LASTIG, object, opslag, wat } from "../../../hulp.js";

const held = new Map();
globalThis.localStorage = opslag(held);
const { APART, gekeurd, lees, MEEST, waarom, wijzig } = await import("#js/parts/bewaren/script/kept.js");

const NAAM = "ruimte-selectie";
const NAMEN = ["trots-in-meppel", "a", "__proto__", "constructor", "A b", "<b>", "a".repeat(300), "../over", "é", ""];

/** Hold a selection to what the site keeps of one. */
export function deugt({ naam, items, ...rest }) {
  assert.deepEqual(rest, {});
  assert.ok(naam.length <= MEEST.naam && items.length <= MEEST.items);
  assert.equal(new Set(items.map(({ soort, slug }) => `${soort}/${slug}`)).size, items.length);
  for (const { soort, slug, titel, notitie, ook, ...meer } of items) {
    assert.deepEqual(meer, {});
    assert.ok(["verhaal", "werkvorm"].includes(soort) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= MEEST.slug);
    assert.ok(titel.length <= MEEST.titel && notitie.length <= MEEST.notitie);
    assert.ok(ook === undefined || (ook.length >= 1 && ook.length <= MEEST.ook && ook.every((een) => een && een.length <= MEEST.notitie)));
    assert.ok(![titel, notitie].some((tekst) => /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(tekst)));
  }
}

test("whatever is stored is read as a selection, and kept as it was read", () => {
  const toeval = kans(4);
  const { kies, lijst, tekst, getal } = toeval;
  const iets = () => wat(toeval, NAMEN);
  const vaak = (goed) => (getal(4) ? goed() : iets());
  const item = () => object([
    ["soort", vaak(() => kies(["verhaal", "werkvorm"]))], ["slug", vaak(() => kies(NAMEN))],
    ...(getal(2) ? [["titel", vaak(() => tekst(LASTIG, 300))]] : []), ...(getal(2) ? [["notitie", vaak(() => tekst(LASTIG, 900))]] : []),
    ...(getal(3) ? [] : [["ook", vaak(() => lijst(25, () => vaak(() => tekst(LASTIG, 600))))]]), ...(getal(5) ? [] : [["__proto__", iets()]]),
  ]);
  const selectie = () => object([["versie", vaak(() => 1)], ["items", vaak(() => lijst(8, () => vaak(item)))], ["naam", vaak(() => tekst(LASTIG, 200))], ["__proto__", { vervuild: 1 }]]);
  for (let keer = 0; keer < 2000; keer++) {
    held.clear();
    held.set(NAAM, kies([() => JSON.stringify(selectie()), () => JSON.stringify(iets()), () => tekst(LASTIG, 60), () => "[".repeat(5000)])());
    const gelezen = lees();
    deugt(gelezen);
    assert.equal(wijzig(() => {}), "");
    assert.deepEqual(lees(), gelezen);
    assert.ok(!("vervuild" in {}));
  }
});

test("what is not ours, or of a later version, is laid aside and not lost", () => {
  held.clear();
  held.set(NAAM, '{"versie":2,"alles":"anders"}');
  wijzig((staat) => staat.items.push({ soort: "verhaal", slug: "a", titel: "A", notitie: "" }));
  assert.equal(held.get(APART), '{"versie":2,"alles":"anders"}');
  assert.deepEqual(lees().items.map(({ slug }) => slug), ["a"]);
});

test("why something could not be kept is known", () => {
  assert.equal(waarom(new DOMException("", "QuotaExceededError")), "vol");
  assert.equal(waarom({ name: "NS_ERROR_DOM_QUOTA_REACHED" }), "vol");
  assert.equal(waarom(new DOMException("", "SecurityError")), "dicht");
  assert.deepEqual(gekeurd(null), { naam: "", items: [] });
});
