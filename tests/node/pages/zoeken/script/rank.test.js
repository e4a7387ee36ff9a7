import assert from "node:assert/strict";
import { test } from "node:test";
import { NAMES, OFTEN, PART, SUMMARY, TEXT, TITLE, TWICE, WHOLE } from "#js/pages/zoeken/script/postings.js";
import { ranked, rarity, strength, varied } from "#js/pages/zoeken/script/rank.js";
import { chance } from "../../../hulp.js";

const all = { inside: () => true, size: 10, strict: true };
const of = (...pages) => new Map(pages.map((page) => [page, 0.5]));
const rank = (things, more = {}) => ranked(things, { ...all, telling: things.map(() => 1), ...more });
const pages = (rows) => rows.map(({ page }) => page);

test("a word weighs more in a title than in a text, and never more than one", () => {
  const places = [TITLE, NAMES, SUMMARY, TEXT, TEXT | TWICE, TEXT | TWICE | OFTEN];
  assert.ok(strength(TITLE) > strength(SUMMARY) && strength(SUMMARY) > strength(TEXT));
  assert.ok(strength(TEXT | TWICE | OFTEN) > strength(TEXT | TWICE) && strength(TEXT | TWICE) > strength(TEXT));
  for (const place of places) {
    assert.ok(strength(place | PART) < strength(place), "inside a compound is less");
    assert.ok(strength(place | WHOLE) > strength(place));
  }
  for (let where = 1; where < 2 * WHOLE; where++) {
    const much = strength(where);
    assert.ok(much >= 0 && much <= 1, String(where));
    for (const place of [TITLE, NAMES, SUMMARY, TEXT]) assert.ok(strength(where | place) >= much, `${where} ${place}`);
  }
});

test("the fewer pages have a thing, the rarer it is", () => {
  const values = [0, 1, 2, 5, 10].map((having) => rarity(10, having));
  assert.deepEqual(values, values.toSorted((a, b) => b - a));
  assert.equal(new Set(values).size, values.length);
  assert.ok(values.every((value) => value > 0));
});

test("a page that has more of what was meant comes first, and ties are in the order of the pages", () => {
  const { hits } = rank([of(1, 2, 3), of(2)]);
  assert.equal(hits[0].page, 2);
  assert.deepEqual(hits[0].has, [0, 1]);
  assert.deepEqual(pages(rank([of(5, 3, 4)]).hits), [3, 4, 5]);
});

test("who lacks the rarest thing is only near", () => {
  const { hits, near } = rank([of(1, 2, 3, 4, 5), of(1)]);
  assert.deepEqual([pages(hits), pages(near)], [[1], [2, 3, 4, 5]]);
});

test("of two things that no page has both of, the one that nobody has makes that nothing is found where it is strict", () => {
  const strict = rank([of(1, 2), of()]);
  assert.deepEqual([pages(strict.hits), pages(strict.near)], [[], [1, 2]]);
  const free = rank([of(1, 2), of()], { strict: false });
  assert.ok(pages(free.hits).concat(pages(free.near)).includes(1));
});

test("of three things one may be nowhere", () => {
  const { hits } = rank([of(1), of(1), of()]);
  assert.deepEqual(pages(hits), [1]);
  assert.deepEqual(hits[0].has, [0, 1]);
});

test("what says little of what is looked for does not make a hit by itself", () => {
  const { hits, near } = rank([of(1), of(2)], { telling: [1, 0.05] });
  assert.deepEqual([pages(hits), pages(near)], [[1], [2]]);
});

test("pages outside of the group count for nothing", () => {
  const { hits, near } = rank([of(1, 20, 21), of(1, 22)], { inside: (page) => page < 10 });
  assert.deepEqual([pages(hits), pages(near)], [[1], []]);
});

test("a bonus puts a page above the others, but finds none", () => {
  const { hits } = rank([of(1, 2)], { bonus: new Map([[2, 1], [3, 1]]) });
  assert.deepEqual(pages(hits), [2, 1]);
});

test("nothing that is looked for finds nothing", () => {
  assert.deepEqual(rank([]), { hits: [], near: [] });
  assert.deepEqual(rank([of()]), { hits: [], near: [] });
});

test("whatever was found, a page is a hit or near, once, with what it has, the best first", () => {
  const random = chance(14);
  for (let times = 0; times < 500; times++) {
    const things = Array.from({ length: 1 + random.number(5) }, () => new Map(random.list(8, () => [random.number(12), (1 + random.number(10)) / 10])));
    const telling = things.map(() => random.number(11) / 10);
    const { hits, near } = ranked(things, { inside: (page) => page < 9, size: 9, strict: random.choose([true, false]), telling });
    const found = [...hits, ...near];
    assert.equal(new Set(pages(found)).size, found.length);
    assert.deepEqual(new Set(pages(found)), new Set(things.flatMap((thing) => [...thing.keys()]).filter((page) => page < 9)));
    for (const { page, has, score } of found) {
      assert.deepEqual(has, things.flatMap((thing, number) => (thing.has(page) ? [number] : [])));
      assert.ok(Number.isFinite(score), `${score} of ${JSON.stringify([things.map((thing) => [...thing]), telling])}`);
    }
    for (const rows of [hits, near]) assert.ok(rows.every((row, place) => !place || rows[place - 1].score >= row.score));
  }
});

test("the first pages are of different kinds, each page once, and within a kind the best first", () => {
  const random = chance(15);
  for (let times = 0; times < 300; times++) {
    const rows = Array.from({ length: random.number(20) }, (_, page) => ({ page, score: random.number(100) / 100, has: [0] })).toSorted((a, b) => b.score - a.score);
    const kindOf = (page) => ["vraag", "waarde", "uitleg"][page % 3];
    const most = random.number(9);
    const found = varied(rows, kindOf, most);
    assert.equal(found.length, Math.min(most, rows.length));
    assert.equal(new Set(pages(found)).size, found.length);
    for (const kind of ["vraag", "waarde", "uitleg"]) {
      const own = (list) => pages(list.filter(({ page }) => kindOf(page) === kind));
      assert.deepEqual(own(found), own(rows).slice(0, own(found).length));
    }
  }
  const same = Array.from({ length: 6 }, (_, page) => ({ page, score: 1 - page / 100, has: [0] }));
  assert.deepEqual(new Set(pages(varied(same, (page) => (page < 5 ? "waarde" : "werkvorm"), 2))), new Set([0, 5]), "one of another kind comes before a second one");
});
