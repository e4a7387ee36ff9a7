import assert from "node:assert/strict";
import { test } from "node:test";
import { kast } from "#js/parts/script/store.js";
import { Concepten, gekeurd, moment, stamtAf, willekeurig, woorden, zelfdeTekst } from "#js/pages/schrijven/script/drafts.js";
import { Zitting } from "#js/pages/schrijven/script/sitting.js";
import { kans, LASTIG, opslag, wat } from "../../../hulp.js";

const VOORHEEN = JSON.stringify({ versie: 1, op: "2026-01-02T10:00:00.000Z", velden: { title: "", "deel-begin": "oud", datum: "2026-01-02" } });
const BEGIN = { niets: {}, "a draft of before": { "ruimte-schrijven-verhaal": VOORHEEN } };
const STAPPEN = ["0", "1"].flatMap((tab) => [..."tbhwd"].map((wat) => tab + wat));

/**
 * Two tabs over one store, as the page uses the modules. Each step is a letter for the tab and one for what happens:
 * t type, b the moment to keep it, h hear what others did, w wipe, d leave, o open the form (with what changed last),
 * n begin a new draft, v the store is full from here on, r it has room again. It has room for `plaats` names at most.
 *
 * Returns the words that are lost. A word must be found again when it was kept, or when somebody left with it; unless
 * somebody wiped it where it was shown, and no other tab was open that showed it and in which it had been typed.
 */
function speel(stappen, begin = {}, plaats = Infinity) {
  const held = new Map(Object.entries(begin));
  let vol = false;
  let over = plaats;
  let woord = 0;
  let tijd = 0;
  const bewaard = opslag(held, (naam) => !vol && (held.has(naam) || held.size < over));
  const moet = new Set();
  const concepten = new Concepten("verhaal", kast(() => bewaard));
  const staat = () => concepten.lijst().flatMap((een) => (een.velden["deel-begin"] ?? "").split(" "));
  for (const oud of staat()) if (oud) moet.add(oud);

  class Tab {
    constructor() {
      this.open();
    }

    open() {
      this.hand = new Zitting(concepten, { nu: () => new Date(1e12 + ++tijd) });
      this.woorden = "";
      this.eigen = new Set();
      this.weg = false;
      concepten.neemOver();
      const [laatste] = concepten.lijst();
      if (laatste) this.woorden = this.hand.open(laatste.id).velden["deel-begin"] ?? "";
    }

    getypt() {
      return this.woorden.split(" ").filter((een) => this.eigen.has(een));
    }

    bewaar(gaat = false) {
      const gedaan = this.hand.bewaar({ title: "", "deel-begin": this.woorden }, !this.woorden);
      const mislukt = gedaan === "vol" || gedaan === "dicht";
      if (!mislukt) for (const een of this.getypt()) moet.add(een);
      if (mislukt && gaat) {
        const nu = staat(); // who leaves then, was told
        for (const een of this.woorden.split(" ")) if (!nu.includes(een)) moet.delete(een);
      }
      return !mislukt;
    }

    stap(hoe, ander) {
      if (hoe === "v") vol = true;
      if (hoe === "r") vol = false;
      if (this.weg) {
        if (hoe === "o") this.open();
        return;
      }
      if (hoe === "t") {
        this.woorden = `${this.woorden} w${++woord}`.trim();
        this.eigen.add(`w${woord}`);
        this.hand.typ();
      }
      if (hoe === "b") this.bewaar();
      if (hoe === "d") {
        this.bewaar(true);
        this.weg = true;
      }
      if (hoe === "n" && this.bewaar()) {
        this.hand.begin();
        this.woorden = "";
      }
      if (hoe === "h") {
        const gezien = this.hand.kijk();
        if (gezien === "nieuwer") this.woorden = this.hand.velden["deel-begin"];
        if (gezien === "leeg") this.woorden = "";
      }
      if (hoe === "w") {
        const veilig = ander.weg ? [] : ander.getypt();
        for (const een of this.woorden.split(" ")) if (!veilig.includes(een)) moet.delete(een);
        this.hand.wis();
        this.woorden = "";
      }
    }
  }

  const tabs = [new Tab(), new Tab()];
  for (const stap of stappen) tabs[Number(stap[0])].stap(stap[1], tabs[1 - Number(stap[0])]);
  vol = false;
  over = Infinity;
  for (const tab of tabs) if (!tab.weg) tab.bewaar(true);
  const nu = staat();
  return [...moet].filter((een) => !nu.includes(een));
}

for (const [naam, begin] of Object.entries(BEGIN)) {
  test(`no word is lost in any order of two tabs, beginning with ${naam}`, () => {
    let gespeeld = 0;
    for (const een of STAPPEN) for (const twee of STAPPEN) for (const drie of STAPPEN) for (const vier of STAPPEN) {
      const stappen = ["0t", een, twee, drie, vier];
      const verloren = speel(stappen, begin);
      if (verloren.length) assert.fail(`${stappen.join(" ")}: ${verloren}`);
      gespeeld++;
    }
    assert.equal(gespeeld, STAPPEN.length ** 4);
  });
}

test("no word is lost in a long story of two tabs", () => {
  const { kies } = kans(7);
  const keuzes = [...STAPPEN, "0t", "1t", "0o", "1o", "0n", "1n", "0v", "0r"];
  for (let lang = 5; lang < 30; lang++) for (let keer = 0; keer < 400; keer++) {
    const stappen = Array.from({ length: lang }, () => kies(keuzes));
    assert.deepEqual(speel(stappen), [], stappen.join(" "));
  }
});

for (const plaats of [1, 2, 3, 4]) {
  test(`no word is lost where there is room for ${plaats}`, () => {
    const { kies } = kans(plaats);
    const keuzes = [...STAPPEN, "0t", "1t", "0o", "1o", "0n", "1n"];
    for (let lang = 5; lang < 30; lang++) for (let keer = 0; keer < 200; keer++) {
      const stappen = Array.from({ length: lang }, () => kies(keuzes));
      assert.deepEqual(speel(stappen, {}, plaats), [], stappen.join(" "));
    }
  });
}

for (const beurten of [2, 45]) {
  test(`whatever a draft came from goes with it or after an hour: ${beurten} turns`, () => {
    const held = new Map();
    const concepten = new Concepten("verhaal", kast(() => opslag(held)));
    const tabs = [new Zitting(concepten), new Zitting(concepten)];
    const op = new Date().toISOString();
    concepten.schrijf({ id: "ander", rev: "ander.1", na: {}, op, kopie: false, velden: { title: "ander" } });
    for (let beurt = 0; beurt < beurten; beurt++) {
      const tab = tabs[beurt % 2];
      if (beurt === 1) tab.open(tabs[0].id);
      tab.kijk();
      tab.typ();
      tab.bewaar({ title: `beurt ${beurt}` });
    }
    const titels = () => concepten.lijst().map((een) => een.velden.title).sort();
    const verwacht = ["ander", `beurt ${beurten - 1}`];
    assert.deepEqual([titels(), held.size], [verwacht, beurten + 1]);
    const voor = new Map(held);
    concepten.ruimOp(new Date(Date.now() + 61 * 60 * 1000));
    assert.deepEqual([titels(), held.size], [verwacht, 2]);
    held.clear();
    for (const [naam, raw] of voor) held.set(naam, raw);
    assert.equal(tabs[(beurten - 1) % 2].wis(), true);
    assert.deepEqual([...held.keys()], ["ruimte-concept-verhaal-ander"]);
  });
}

test("two tabs that write at the same moment both keep their text", () => {
  const held = new Map();
  let gezien = held;
  const eigen = (geef) => new Concepten("verhaal", kast(() => opslag(geef())));
  const concepten = eigen(() => held);
  const een = new Zitting(eigen(() => held));
  const twee = new Zitting(eigen(() => gezien));
  een.typ();
  een.bewaar({ title: "samen" });
  twee.open(een.id);
  const voor = new Map(held);
  een.typ();
  een.bewaar({ title: "samen een" });
  gezien = new Map(voor);
  twee.typ();
  twee.bewaar({ title: "samen twee" });
  // What either wrote or took away reaches the store in any order.
  for (const [naam, raw] of gezien) if (raw !== voor.get(naam)) held.set(naam, raw);
  gezien = held;
  assert.deepEqual(concepten.lijst().map(({ velden }) => velden.title).sort(), ["samen een", "samen twee"]);
  assert.deepEqual([een.kijk(), twee.kijk()], ["niets", "niets"]);
});

test("whatever stands under the name of a draft is a draft or nothing", () => {
  const toeval = kans(10);
  const { kies, tekst } = toeval;
  const namen = ["versie", "velden", "rev", "na", "op", "kopie", "title", "__proto__", "constructor", "x.1"];
  for (let keer = 0; keer < 1000; keer++) {
    const iets = wat(toeval, namen);
    const raw = kies([() => JSON.stringify(iets), () => JSON.stringify({ ...iets, versie: 2, velden: wat(toeval, namen), na: wat(toeval, namen), rev: wat(toeval, namen), op: wat(toeval, namen) }), () => tekst(LASTIG, 60)])();
    const concepten = new Concepten("verhaal", kast(() => opslag(new Map([["ruimte-concept-verhaal-x", raw], ["ruimte-schrijven-verhaal", raw]]))));
    for (const { id, rev, na, op, velden } of concepten.lijst()) {
      assert.match(rev, /^[a-z0-9]{1,20}\.\d{1,9}$/);
      assert.ok(rev.startsWith(`${id}.`) && Object.values(na).every(Number.isInteger) && moment(op) === op);
      assert.deepEqual(gekeurd(velden), velden);
      assert.ok(!Object.hasOwn(velden, "__proto__"));
    }
  }
});

test("what two drafts say is compared whatever is empty and in whatever order", () => {
  assert.ok(zelfdeTekst({ title: "a", concept: false, ruimtes: [] }, { "deel-begin": "", title: "a" }));
  assert.ok(!zelfdeTekst({ title: "a" }, { title: "a", concept: true }));
  assert.equal(woorden({ title: "Een titel", "deel-begin": "en  nog\ntwee", plaats: "telt niet", samenvatting: "" }), 5);
  assert.ok(stamtAf({ rev: "b.1", na: { a: 3 } }, "a.3") && !stamtAf({ rev: "b.1", na: { a: 3 } }, "a.4"));
  assert.match(willekeurig(), /^[0-9a-v]{10}$/);
  assert.deepEqual([moment("2026-01-02"), moment("niets"), moment(5), moment(undefined)], ["2026-01-02T00:00:00.000Z", "", "", ""]);
});

test("drafts from elsewhere come under new names, and not twice", () => {
  const held = new Map();
  const concepten = new Concepten("werkvorm", kast(() => opslag(held, () => held.size < 2)));
  const los = (title) => ({ op: "2026-01-02T10:00:00.000Z", kopie: false, velden: { title } });
  assert.deepEqual(concepten.voegToe([los("a"), los("b"), los("a"), los("c"), los("d")]), { erbij: 2, hadJeAl: 1, pastNiet: 2, fout: "vol" });
  assert.deepEqual(concepten.lijst().map(({ velden }) => velden.title).sort(), ["a", "b"]);
});
