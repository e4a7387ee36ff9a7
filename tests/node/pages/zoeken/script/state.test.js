import assert from "node:assert/strict";
import { test } from "node:test";
import { gewisseld, isLeeg, leeg, naarAdres, PER_KEER, uitAdres } from "#js/pages/zoeken/script/state.js";
import { kans, LASTIG } from "../../../hulp.js";

const FACETTEN = { ruimte: ["kind", "plek"], schooltype: ["po", "vo"] };
const bekend = (naam, waarde) => Object.hasOwn(FACETTEN, naam) && FACETTEN[naam].includes(waarde);

test("a search in an address is read, and the same search has the same address", () => {
  const staat = uitAdres("?q= museum &ruimte=plek&ruimte=kind&ruimte=kind&ruimte=nergens&schooltype=po&volgorde=oud&toon=30&x=1", bekend);
  assert.deepEqual(staat, { tekst: " museum ", keuzes: { ruimte: ["plek", "kind"], schooltype: ["po"] }, volgorde: "oud", toon: 30 });
  assert.equal(naarAdres(staat), "q=museum&ruimte=kind&ruimte=plek&schooltype=po&volgorde=oud&toon=30");
});

test("whatever stands in an address is a search, and its address the same one", () => {
  const { kies, lijst, tekst } = kans(9);
  for (let keer = 0; keer < 2000; keer++) {
    const paren = lijst(8, () => [kies(["q", "ruimte", "schooltype", "volgorde", "toon", "__proto__", "constructor"]), kies(["kind", "plek", "po", "oud", "nieuw", "20", "1e9", "-1", "NaN", tekst(LASTIG, 300)])]);
    const zoek = `?${paren.map(([naam, wat]) => `${naam}=${encodeURIComponent(wat.toWellFormed())}`).join("&")}`;
    const staat = uitAdres(zoek, bekend);
    assert.ok(staat.tekst.length <= 200 && ["", "nieuw", "oud"].includes(staat.volgorde) && staat.toon >= PER_KEER && staat.toon <= 1000, zoek);
    assert.ok(Object.entries(staat.keuzes).every(([naam, waarden]) => waarden.every((waarde) => bekend(naam, waarde))), zoek);
    assert.equal(naarAdres(uitAdres(`?${naarAdres(staat)}`, bekend)), naarAdres(staat), zoek);
  }
});

test("a value is switched on and off, and the search it was stays as it is", () => {
  const begin = Object.freeze({ ...leeg(), toon: 40 });
  const met = gewisseld(begin, "ruimte", "kind");
  assert.deepEqual([met.keuzes, met.toon, begin.keuzes], [{ ruimte: ["kind"] }, PER_KEER, {}]);
  assert.deepEqual(gewisseld(met, "ruimte", "kind").keuzes, {});
  assert.deepEqual([isLeeg(begin), isLeeg(met), isLeeg({ ...begin, tekst: " x" })], [true, false, false]);
});
