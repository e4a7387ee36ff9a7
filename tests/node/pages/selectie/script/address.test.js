import assert from "node:assert/strict";
import { test } from "node:test";
import { lists, toAddress, fits, fromAddress } from "#js/pages/selectie/script/address.js";
import { chance, AWKWARD } from "../../../hulp.js";

const SLUG = "trots-in-meppel";
const NAMES = [SLUG, "a", "__proto__", "constructor", "A b", "<b>", "a".repeat(300), "../over", "é", ""];
const ODD = [
  "?s=%", "?v=1&s=%ff%fe", `?v=1&s=${"a,".repeat(50_000)}`, `?v=1&s=${SLUG}&ns=${SLUG}:%ED%A0%80`, `?v=1&t=${"🎨".repeat(99)}`,
];

test("a selection in an address is read, with its notes where they were given along", () => {
  const items = [
    { soort: "verhaal", slug: "een", titel: "", notitie: "met: een & ander" },
    { soort: "werkvorm", slug: "twee", titel: "", notitie: "" },
  ];
  assert.deepEqual(fromAddress(toAddress({ naam: "Studie dag", items }, true)), { shared: { naam: "Studie dag", items }, messages: [] });
  const without = toAddress({ naam: "", items });
  assert.equal(without, "?v=1&s=een&w=twee");
  assert.equal(fromAddress(without).shared.items[0].notitie, "");
  assert.equal(lists(items.slice(1)), "&w=twee");
  assert.deepEqual([fits(without), fits("x".repeat(9000))], [true, false]);
});

test("praktijkvoorbeelden have a list of their own, with the names of today", () => {
  const items = [{ soort: "voorbeeld", slug: "kort", titel: "", notitie: "Begin hiermee." }];
  assert.equal(toAddress({ naam: "", items }), "?v=1&k=kort");
  assert.deepEqual(fromAddress(toAddress({ naam: "", items }, true)).shared.items, items);
  assert.deepEqual(fromAddress("?v=1&k=oud", { praktijkvoorbeeld: { oud: "kort" } }).shared.items[0].slug, "kort");
});

test("names of before are those of today, in a note too", () => {
  const { shared } = fromAddress("?v=1&s=oud&ns=oud:oud", { verhaal: { oud: "nieuw" } });
  assert.deepEqual(shared.items, [{ soort: "verhaal", slug: "nieuw", titel: "", notitie: "oud" }]);
});

test("what is of another version, or cannot be read, is said", () => {
  assert.deepEqual(fromAddress("?v=1"), { shared: null, messages: [] });
  assert.match(fromAddress("?v=2&s=a").messages[0], /een andere versie/);
  assert.match(fromAddress("?v=1&s=a,<b>").messages[0], /^Eén deel/);
  assert.match(fromAddress("?v=1&s=a,<b>,é").messages[0], /^2 delen/);
});

test("whatever stands in an address is read as a selection, and its address as the same", () => {
  const random = chance(6);
  const { choose, list, text } = random;
  const part = () => choose([choose(NAMES), text(AWKWARD, 40).replaceAll("&", "")]);
  const randomName = () => {
    const pairs = list(6, () => `${choose(["v", "s", "w", "k", "t", "ns", "nw", "nk", "__proto__", "x"])}=${list(5, part).join(",")}`);
    return choose([`?v=1&${pairs.join("&")}`, `?v=2&${pairs.join("&")}`, `?${text(AWKWARD, 80)}`]).toWellFormed();
  };
  for (const search of [...ODD, ...Array.from({ length: 3000 }, randomName)]) {
    const { shared, messages } = fromAddress(search);
    assert.ok(messages.every((sentence) => sentence.endsWith(".")), search);
    assert.ok(!("vervuild" in {}));
    if (!shared) continue;
    assert.ok(shared.items.length > 0 && search.length <= 8000, search);
    assert.ok(shared.naam.length <= 120);
    assert.ok(shared.items.every(({ slug }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 200));
    const address = toAddress(shared, true);
    if (fits(address)) assert.deepEqual(fromAddress(address).shared, shared, search);
  }
});
