import assert from "node:assert/strict";
import { test } from "node:test";
import { lijsten, naarAdres, past, uitAdres } from "#js/pages/selectie/script/address.js";
import { kans, LASTIG } from "../../../hulp.js";

const SLUG = "trots-in-meppel";
const NAMEN = [SLUG, "a", "__proto__", "constructor", "A b", "<b>", "a".repeat(300), "../over", "é", ""];
const VREEMD = [
  "?s=%", "?v=1&s=%ff%fe", `?v=1&s=${"a,".repeat(50_000)}`, `?v=1&s=${SLUG}&ns=${SLUG}:%ED%A0%80`, `?v=1&t=${"🎨".repeat(99)}`,
];

test("a selection in an address is read, with its notes where they were given along", () => {
  const items = [
    { soort: "verhaal", slug: "een", titel: "", notitie: "met: een & ander" },
    { soort: "werkvorm", slug: "twee", titel: "", notitie: "" },
  ];
  assert.deepEqual(uitAdres(naarAdres({ naam: "Studie dag", items }, true)), { gedeeld: { naam: "Studie dag", items }, meldingen: [] });
  const zonder = naarAdres({ naam: "", items });
  assert.equal(zonder, "?v=1&s=een&w=twee");
  assert.equal(uitAdres(zonder).gedeeld.items[0].notitie, "");
  assert.equal(lijsten(items.slice(1)), "&w=twee");
  assert.deepEqual([past(zonder), past("x".repeat(9000))], [true, false]);
});

test("names of before are those of today, in a note too", () => {
  const { gedeeld } = uitAdres("?v=1&s=oud&ns=oud:oud", { verhaal: { oud: "nieuw" } });
  assert.deepEqual(gedeeld.items, [{ soort: "verhaal", slug: "nieuw", titel: "", notitie: "oud" }]);
});

test("what is of another version, or cannot be read, is said", () => {
  assert.deepEqual(uitAdres("?v=1"), { gedeeld: null, meldingen: [] });
  assert.match(uitAdres("?v=2&s=a").meldingen[0], /een andere versie/);
  assert.match(uitAdres("?v=1&s=a,<b>").meldingen[0], /^Eén deel/);
  assert.match(uitAdres("?v=1&s=a,<b>,é").meldingen[0], /^2 delen/);
});

test("whatever stands in an address is read as a selection, and its address as the same", () => {
  const toeval = kans(6);
  const { kies, lijst, tekst } = toeval;
  const deel = () => kies([kies(NAMEN), tekst(LASTIG, 40).replaceAll("&", "")]);
  const willekeurig = () => {
    const paren = lijst(6, () => `${kies(["v", "s", "w", "t", "ns", "nw", "__proto__", "x"])}=${lijst(5, deel).join(",")}`);
    return kies([`?v=1&${paren.join("&")}`, `?v=2&${paren.join("&")}`, `?${tekst(LASTIG, 80)}`]).toWellFormed();
  };
  for (const zoek of [...VREEMD, ...Array.from({ length: 3000 }, willekeurig)]) {
    const { gedeeld, meldingen } = uitAdres(zoek);
    assert.ok(meldingen.every((zin) => zin.endsWith(".")), zoek);
    assert.ok(!("vervuild" in {}));
    if (!gedeeld) continue;
    assert.ok(gedeeld.items.length > 0 && zoek.length <= 8000, zoek);
    assert.ok(gedeeld.naam.length <= 120);
    assert.ok(gedeeld.items.every(({ slug }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 200));
    const adres = naarAdres(gedeeld, true);
    if (past(adres)) assert.deepEqual(uitAdres(adres).gedeeld, gedeeld, zoek);
  }
});
