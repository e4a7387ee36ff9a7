import assert from "node:assert/strict";
import { test } from "node:test";
import { uitpakken } from "#js/parts/script/file.js";
import { alsBestand, SOORT, uitBestand, VERSIE } from "#js/pages/schrijven/script/exchange.js";
import { kans, LASTIG, object, wat } from "../../../hulp.js";

test("drafts that were put in a file come out of it", () => {
  const los = (title) => ({ op: "2026-01-02T10:00:00.000Z", kopie: false, velden: { title } });
  const { gelezen } = uitpakken(alsBestand({ verhaal: [{ id: "x", rev: "x.1", na: {}, ...los("a") }], werkvorm: [los("b")] }), SOORT, VERSIE);
  assert.deepEqual(uitBestand(gelezen), { perFormulier: { verhaal: [los("a")], werkvorm: [los("b")] }, weg: 0 });
});

test("whatever a file holds is read as drafts", () => {
  const toeval = kans(11);
  const { kies, lijst, tekst, getal } = toeval;
  const namen = ["title", "deel-begin", "__proto__", "constructor", "Title", ""];
  const iets = () => wat(toeval, namen);
  const vaak = (goed) => (getal(4) ? goed() : iets());
  const velden = () => object(lijst(5, () => [kies(namen), vaak(() => tekst(LASTIG, 20))]));
  const concept = () => object([["formulier", kies(["verhaal", "werkvorm", "__proto__"])], ["velden", vaak(velden)], ["op", vaak(() => tekst(LASTIG, 9))], ["kopie", iets()], ["__proto__", { vervuild: 1 }]]);
  let concepten = 0;
  for (let keer = 0; keer < 2000; keer++) {
    const raw = kies([() => JSON.stringify({ soort: SOORT, versie: 1, concepten: vaak(() => lijst(6, () => vaak(concept))) }), () => JSON.stringify(iets()), () => tekst(LASTIG, 40)])();
    const { gelezen, fout } = uitpakken(raw, SOORT, VERSIE);
    if (!gelezen) {
      assert.match(fout, /\.$/);
      continue;
    }
    const { perFormulier } = uitBestand(gelezen);
    assert.deepEqual(Object.keys(perFormulier), ["verhaal", "werkvorm"]);
    assert.deepEqual(uitBestand(JSON.parse(alsBestand(perFormulier))).perFormulier, perFormulier);
    assert.ok(!("vervuild" in {}));
    for (const { op, velden: gehouden } of [...perFormulier.verhaal, ...perFormulier.werkvorm]) {
      concepten++;
      assert.match(op, /^[+-]?\d{4,6}-\d\d-\d\dT[\d:.]+Z$/);
      assert.ok(Object.keys(gehouden).length > 0 && !["__proto__", "Title", ""].some((naam) => Object.hasOwn(gehouden, naam)));
      assert.ok(Object.values(gehouden).every((een) => typeof een !== "object" || een.every((deel) => typeof deel === "string")));
    }
  }
  assert.ok(concepten > 100);
});
