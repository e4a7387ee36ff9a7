import assert from "node:assert/strict";
import { test } from "node:test";
import { chance, AWKWARD, object, storage, what } from "../../../hulp.js";

const hero = new Map();
globalThis.localStorage = storage(hero);
const { APART, validated, read, MOST, reasonOf, change } = await import("#js/parts/bewaren/script/kept.js");

const NAME = "ruimte-selectie";
const NAMES = ["trots-in-meppel", "a", "__proto__", "constructor", "A b", "<b>", "a".repeat(300), "../over", "é", ""];

/** Hold a selection to what the site keeps of one. */
export function isSound({ naam, items, ...rest }) {
  assert.deepEqual(rest, {});
  assert.ok(naam.length <= MOST.naam && items.length <= MOST.items);
  assert.equal(new Set(items.map(({ soort, slug }) => `${soort}/${slug}`)).size, items.length);
  for (const { soort, slug, titel, notitie, ook, ...meer } of items) {
    assert.deepEqual(meer, {});
    assert.ok(["verhaal", "werkvorm", "voorbeeld"].includes(soort) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= MOST.slug);
    assert.ok(titel.length <= MOST.titel && notitie.length <= MOST.notitie);
    assert.ok(ook === undefined || (ook.length >= 1 && ook.length <= MOST.ook && ook.every((one) => one && one.length <= MOST.notitie)));
    assert.ok(![titel, notitie].some((text) => /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text)));
  }
}

test("whatever is stored is read as a selection, and kept as it was read", () => {
  const random = chance(4);
  const { choose, list, text, number } = random;
  const something = () => what(random, NAMES);
  const often = (good) => (number(4) ? good() : something());
  const item = () => object([
    ["soort", often(() => choose(["verhaal", "werkvorm", "voorbeeld"]))], ["slug", often(() => choose(NAMES))],
    ...(number(2) ? [["titel", often(() => text(AWKWARD, 300))]] : []), ...(number(2) ? [["notitie", often(() => text(AWKWARD, 900))]] : []),
    ...(number(3) ? [] : [["ook", often(() => list(25, () => often(() => text(AWKWARD, 600))))]]), ...(number(5) ? [] : [["__proto__", something()]]),
  ]);
  const selectie = () => object([["versie", often(() => 1)], ["items", often(() => list(8, () => often(item)))], ["naam", often(() => text(AWKWARD, 200))], ["__proto__", { polluted: 1 }]]);
  for (let times = 0; times < 2000; times++) {
    hero.clear();
    hero.set(NAME, choose([() => JSON.stringify(selectie()), () => JSON.stringify(something()), () => text(AWKWARD, 60), () => "[".repeat(5000)])());
    const parsed = read();
    isSound(parsed);
    assert.equal(change(() => {}), "");
    assert.deepEqual(read(), parsed);
    assert.ok(!("vervuild" in {}));
  }
});

test("what is not ours, or of a later version, is laid aside and not lost", () => {
  hero.clear();
  hero.set(NAME, '{"versie":2,"alles":"anders"}');
  change((state) => state.items.push({ soort: "verhaal", slug: "a", titel: "A", notitie: "" }));
  assert.equal(hero.get(APART), '{"versie":2,"alles":"anders"}');
  assert.deepEqual(read().items.map(({ slug }) => slug), ["a"]);
});

test("an example outlives a page of before, which writes what it knows", () => {
  hero.clear();
  const [verhaal, voorbeeld] = ["verhaal", "voorbeeld"].map((soort) => ({ soort, slug: "a", titel: "A", notitie: soort }));
  change((state) => state.items.push(voorbeeld, verhaal));
  assert.deepEqual(read().items, [verhaal, voorbeeld]);
  const before = JSON.parse(hero.get(NAME));
  assert.deepEqual(before.items, [verhaal]);
  const other = { ...verhaal, slug: "b" };
  hero.set(NAME, JSON.stringify({ ...before, items: [...before.items, other].filter(({ soort }) => soort !== "voorbeeld") }));
  assert.deepEqual(read().items, [verhaal, other, voorbeeld]);
  change((state) => (state.items = []));
  assert.deepEqual([...hero.keys()], [NAME]);
});

test("when there is no room, nothing of a change is kept", () => {
  hero.clear();
  const item = (soort, slug) => ({ soort, slug, titel: "", notitie: "" });
  change((state) => state.items.push(item("verhaal", "a"), item("voorbeeld", "b")));
  const kept = [...hero];
  const { setItem } = localStorage;
  localStorage.setItem = (name, value) => {
    if (name === NAME) throw new DOMException("", "QuotaExceededError");
    setItem.call(localStorage, name, value);
  };
  assert.equal(change((state) => state.items.push(item("voorbeeld", "c"))), "vol");
  localStorage.setItem = setItem;
  assert.deepEqual([...hero].sort(), kept.sort());
});

test("why something could not be kept is known", () => {
  assert.equal(reasonOf(new DOMException("", "QuotaExceededError")), "vol");
  assert.equal(reasonOf({ name: "NS_ERROR_DOM_QUOTA_REACHED" }), "vol");
  assert.equal(reasonOf(new DOMException("", "SecurityError")), "dicht");
  assert.deepEqual(validated(null), { naam: "", items: [] });
});
