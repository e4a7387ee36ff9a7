import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { NAMES, OFTEN, PART, Postings, SUMMARY, TEXT, TITLE, TWICE, WHOLE } from "#js/pages/zoeken/script/postings.js";
import { chance } from "../../../hulp.js";

/** An index of some words in blocks of `size`, as Python writes it: pairs of where, and steps from page to page. */
function index(table, size, asked = []) {
  const all = Object.keys(table).toSorted((a, b) => (a < b ? -1 : 1));
  const blocks = [];
  for (let start = 0; start < all.length; start += size) blocks.push(all.slice(start, start + size));
  const fetchBlock = async (number) => {
    asked.push(number);
    return JSON.parse(`{${blocks[number].map((word) => `${JSON.stringify(word)}:${JSON.stringify(table[word])}`).join(",")}}`);
  };
  return new Postings(blocks.map(([first]) => first), fetchBlock);
}

test("the places of a word are those of Python", () => {
  const source = readFileSync(new URL("../../../../../kennisbank/finding/inverted.py", import.meta.url), "utf8");
  const names = source.match(/^([A-Z, ]+) = \(1 << bit/m)[1].split(", ");
  const values = { TITLE, NAMES, SUMMARY, TEXT, TWICE, OFTEN, PART, WHOLE };
  assert.deepEqual(names.map((name) => values[name]), names.map((_, bit) => 1 << bit));
  assert.equal(names.length, Object.keys(values).length);
});

test("a word has the pages that its block says, step by step", async () => {
  const postings = index({ a: [1, [0, 3, 2], 8, [4]], b: [9, [7]] }, 1);
  assert.deepEqual([...(await postings.of("a"))], [[0, 1], [3, 1], [5, 1], [4, 8]]);
  assert.deepEqual([...(await postings.of("b"))], [[7, 9]]);
  for (const other of ["", "aa", "c", "A", "constructor", "__proto__"]) assert.equal((await postings.of(other)).size, 0, other);
  assert.equal((await new Postings([], async () => assert.fail()).of("a")).size, 0);
});

test("a name that every object has is found where it is a word", async () => {
  const postings = index({ constructor: [1, [2]], ["__proto__"]: [8, [1]] }, 1);
  assert.deepEqual([...(await postings.of("constructor"))], [[2, 1]]);
});

test("of any index every word is found, in one block, and no other word is", async () => {
  const random = chance(12);
  for (let times = 0; times < 200; times++) {
    const table = Object.fromEntries(Array.from({ length: 1 + random.number(40) }, () => [`${random.choose(["", "=", "a ", "b"])}${random.text([..."abcxyz"], 5)}w`, [1 + random.number(255), [random.number(9), 1 + random.number(5)]]]));
    const asked = [];
    const postings = index(table, 1 + random.number(5), asked);
    for (const word of [...Object.keys(table), ...Object.keys(table).map((one) => `${one}x`), "", "zzz"]) {
      asked.length = 0;
      const found = await postings.of(word);
      assert.ok(asked.length === 1, "one block is fetched");
      const [where, [first, step] = []] = table[word] ?? [];
      assert.deepEqual([...found], where ? [[first, where], [first + step, where]] : [], word);
    }
  }
});

test("words with a beginning are found over the borders of blocks, the first of them in order", async () => {
  const random = chance(13);
  for (let times = 0; times < 200; times++) {
    const table = Object.fromEntries(Array.from({ length: 1 + random.number(40) }, () => [`${random.text([..."abc"], 5)}${random.choose(["", "1", "12", "2018"])}` || "a", [1, [0]]]));
    const postings = index(table, 1 + random.number(5));
    for (const letters of ["a", "b", "ab", "abc", "c", "cc", "zz", "1", "20"]) {
      for (const most of [1, 3, 100]) {
        const expected = Object.keys(table).toSorted((a, b) => (a < b ? -1 : 1)).filter((word) => word.startsWith(letters)).slice(0, most);
        assert.deepEqual(await postings.beginning(letters, most), expected, `${letters} of ${Object.keys(table)}`);
      }
    }
  }
});

test("no block is fetched that cannot hold a word with the beginning", async () => {
  const asked = [];
  const postings = index({ aa: [1, [0]], ab: [1, [0]], ba: [1, [0]], bb: [1, [0]], ca: [1, [0]] }, 1, asked);
  assert.deepEqual(await postings.beginning("b", 9), ["ba", "bb"]);
  assert.ok(asked.every((number) => number >= 1 && number <= 3), String(asked));
});
