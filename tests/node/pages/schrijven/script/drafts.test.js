import assert from "node:assert/strict";
import { test } from "node:test";
import { store } from "#js/parts/script/store.js";
import { Concepten, formsIn, validated, moment, descends, randomName, words, sameText } from "#js/pages/schrijven/script/drafts.js";
import { Sitting } from "#js/pages/schrijven/script/sitting.js";
import { chance, AWKWARD, storage, what } from "../../../hulp.js";

const FORMERLY = JSON.stringify({ versie: 1, op: "2026-01-02T10:00:00.000Z", velden: { title: "", "deel-begin": "oud", date: "2026-01-02" } });
const BEGIN = { nothing: {}, "a draft of before": { "ruimte-schrijven-verhaal": FORMERLY } };
const STEPS = ["0", "1"].flatMap((tab) => [..."tbhwd"].map((what) => tab + what));

/**
 * Two tabs over one store, as the page uses the modules. Each step is a letter for the tab and one for what happens:
 * t type, b the moment to keep it, h hear what others did, w wipe, d leave, o open the form (with what changed last),
 * n begin a new draft, v the store is full from here on, r it has room again. It has room for `place` names at most.
 *
 * Returns the words that are lost. A word must be found again when it was kept, or when somebody left with it; unless
 * somebody wiped it where it was shown, and no other tab was open that showed it and in which it had been typed.
 */
function play(steps, begin = {}, place = Infinity) {
  const hero = new Map(Object.entries(begin));
  let full = false;
  let left = place;
  let word = 0;
  let time = 0;
  const saved = storage(hero, (name) => !full && (hero.has(name) || hero.size < left));
  const must = new Set();
  const concepten = new Concepten("verhaal", store(() => saved));
  const state = () => concepten.list().flatMap((one) => (one.velden["deel-begin"] ?? "").split(" "));
  for (const old of state()) if (old) must.add(old);

  class Tab {
    constructor() {
      this.open();
    }

    open() {
      this.hand = new Sitting(concepten, { now: () => new Date(1e12 + ++time) });
      this.words = "";
      this.own = new Set();
      this.gone = false;
      concepten.takeOver();
      const [last] = concepten.list();
      if (last) this.words = this.hand.open(last.id).velden["deel-begin"] ?? "";
    }

    typed() {
      return this.words.split(" ").filter((one) => this.own.has(one));
    }

    save(goes = false) {
      const done = this.hand.save({ title: "", "deel-begin": this.words }, !this.words);
      const failed = done === "vol" || done === "dicht";
      if (!failed) for (const one of this.typed()) must.add(one);
      if (failed && goes) {
        const now = state(); // who leaves then, was told
        for (const one of this.words.split(" ")) if (!now.includes(one)) must.delete(one);
      }
      return !failed;
    }

    step(how, other) {
      if (how === "v") full = true;
      if (how === "r") full = false;
      if (this.gone) {
        if (how === "o") this.open();
        return;
      }
      if (how === "t") {
        this.words = `${this.words} w${++word}`.trim();
        this.own.add(`w${word}`);
        this.hand.type();
      }
      if (how === "b") this.save();
      if (how === "d") {
        this.save(true);
        this.gone = true;
      }
      if (how === "n" && this.save()) {
        this.hand.initial();
        this.words = "";
      }
      if (how === "h") {
        const seen = this.hand.look();
        if (seen === "nieuwer") this.words = this.hand.velden["deel-begin"];
        if (seen === "leeg") this.words = "";
      }
      if (how === "w") {
        const safe = other.gone ? [] : other.typed();
        for (const one of this.words.split(" ")) if (!safe.includes(one)) must.delete(one);
        this.hand.wipe();
        this.words = "";
      }
    }
  }

  const tabs = [new Tab(), new Tab()];
  for (const step of steps) tabs[Number(step[0])].step(step[1], tabs[1 - Number(step[0])]);
  full = false;
  left = Infinity;
  for (const tab of tabs) if (!tab.gone) tab.save(true);
  const now = state();
  return [...must].filter((one) => !now.includes(one));
}

for (const [name, begin] of Object.entries(BEGIN)) {
  test(`no word is lost in any order of two tabs, beginning with ${name}`, () => {
    let played = 0;
    for (const one of STEPS) for (const two of STEPS) for (const three of STEPS) for (const four of STEPS) {
      const steps = ["0t", one, two, three, four];
      const lost = play(steps, begin);
      if (lost.length) assert.fail(`${steps.join(" ")}: ${lost}`);
      played++;
    }
    assert.equal(played, STEPS.length ** 4);
  });
}

test("no word is lost in a long story of two tabs", () => {
  const { choose } = chance(7);
  const choices = [...STEPS, "0t", "1t", "0o", "1o", "0n", "1n", "0v", "0r"];
  for (let long = 5; long < 30; long++) for (let times = 0; times < 400; times++) {
    const steps = Array.from({ length: long }, () => choose(choices));
    assert.deepEqual(play(steps), [], steps.join(" "));
  }
});

for (const place of [1, 2, 3, 4]) {
  test(`no word is lost where there is room for ${place}`, () => {
    const { choose } = chance(place);
    const choices = [...STEPS, "0t", "1t", "0o", "1o", "0n", "1n"];
    for (let long = 5; long < 30; long++) for (let times = 0; times < 200; times++) {
      const steps = Array.from({ length: long }, () => choose(choices));
      assert.deepEqual(play(steps, {}, place), [], steps.join(" "));
    }
  });
}

for (const turns of [2, 45]) {
  test(`whatever a draft came from goes with it or after an hour: ${turns} turns`, () => {
    const hero = new Map();
    const concepten = new Concepten("verhaal", store(() => storage(hero)));
    const tabs = [new Sitting(concepten), new Sitting(concepten)];
    const op = new Date().toISOString();
    concepten.write({ id: "ander", rev: "ander.1", na: {}, op, kopie: false, velden: { title: "ander" } });
    for (let turn = 0; turn < turns; turn++) {
      const tab = tabs[turn % 2];
      if (turn === 1) tab.open(tabs[0].id);
      tab.look();
      tab.type();
      tab.save({ title: `beurt ${turn}` });
    }
    const titles = () => concepten.list().map((one) => one.velden.title).sort();
    const expected = ["ander", `beurt ${turns - 1}`];
    assert.deepEqual([titles(), hero.size], [expected, turns + 1]);
    const before = new Map(hero);
    concepten.tidy(new Date(Date.now() + 61 * 60 * 1000));
    assert.deepEqual([titles(), hero.size], [expected, 2]);
    hero.clear();
    for (const [name, raw] of before) hero.set(name, raw);
    assert.equal(tabs[(turns - 1) % 2].wipe(), true);
    assert.deepEqual([...hero.keys()], ["ruimte-concept-verhaal-ander"]);
  });
}

test("two tabs that write at the same moment both keep their text", () => {
  const hero = new Map();
  let seen = hero;
  const own = (give) => new Concepten("verhaal", store(() => storage(give())));
  const concepten = own(() => hero);
  const one = new Sitting(own(() => hero));
  const two = new Sitting(own(() => seen));
  one.type();
  one.save({ title: "samen" });
  two.open(one.id);
  const before = new Map(hero);
  one.type();
  one.save({ title: "samen een" });
  seen = new Map(before);
  two.type();
  two.save({ title: "samen twee" });
  // What either wrote or took away reaches the store in any order.
  for (const [name, raw] of seen) if (raw !== before.get(name)) hero.set(name, raw);
  seen = hero;
  assert.deepEqual(concepten.list().map(({ velden }) => velden.title).sort(), ["samen een", "samen twee"]);
  assert.deepEqual([one.look(), two.look()], ["niets", "niets"]);
});

test("whatever stands under the name of a draft is a draft or nothing", () => {
  const random = chance(10);
  const { choose, text } = random;
  const names = ["versie", "velden", "rev", "na", "op", "kopie", "title", "__proto__", "constructor", "x.1"];
  for (let times = 0; times < 1000; times++) {
    const something = what(random, names);
    const raw = choose([() => JSON.stringify(something), () => JSON.stringify({ ...something, versie: 2, velden: what(random, names), na: what(random, names), rev: what(random, names), op: what(random, names) }), () => text(AWKWARD, 60)])();
    const concepten = new Concepten("verhaal", store(() => storage(new Map([["ruimte-concept-verhaal-x", raw], ["ruimte-schrijven-verhaal", raw]]))));
    for (const { id, rev, na, op, velden } of concepten.list()) {
      assert.match(rev, /^[a-z0-9]{1,20}\.\d{1,9}$/);
      assert.ok(rev.startsWith(`${id}.`) && Object.values(na).every(Number.isInteger) && moment(op) === op);
      assert.deepEqual(validated(velden), velden);
      assert.ok(!Object.hasOwn(velden, "__proto__"));
    }
  }
});

test("what two drafts say is compared whatever is empty and in whatever order", () => {
  assert.ok(sameText({ title: "a", concept: false, ruimtes: [] }, { "deel-begin": "", title: "a" }));
  assert.ok(!sameText({ title: "a" }, { title: "a", concept: true }));
  assert.equal(words({ title: "Een titel", "deel-begin": "en  nog\ntwee", plaats: "telt niet", samenvatting: "" }), 5);
  assert.ok(descends({ rev: "b.1", na: { a: 3 } }, "a.3") && !descends({ rev: "b.1", na: { a: 3 } }, "a.4"));
  assert.match(randomName(), /^[0-9a-v]{10}$/);
  assert.deepEqual([moment("2026-01-02"), moment("niets"), moment(5), moment(undefined)], ["2026-01-02T00:00:00.000Z", "", "", ""]);
});

test("drafts from elsewhere come under new names, and not twice", () => {
  const hero = new Map();
  const concepten = new Concepten("werkvorm", store(() => storage(hero, () => hero.size < 2)));
  const loose = (title) => ({ op: "2026-01-02T10:00:00.000Z", kopie: false, velden: { title } });
  assert.deepEqual(concepten.addTo([loose("a"), loose("b"), loose("a"), loose("c"), loose("d")]), { added: 2, alreadyThere: 1, tooMany: 2, error: "vol" });
  assert.deepEqual(concepten.list().map(({ velden }) => velden.title).sort(), ["a", "b"]);
});

test("where there is no room, what is passed over makes it, but never of a form that the page does not know", () => {
  const hero = new Map();
  let room = Infinity;
  const own = store(() => storage(hero, (name) => hero.has(name) || hero.size < room));
  const forms = ["verhaal", "gedicht"];
  const pass = (form) => { // a draft, and one that came of it: the first is passed over
    const concepten = new Concepten(form, own);
    const op = "2026-01-02T10:00:00.000Z";
    concepten.write({ id: "oud", rev: "oud.1", na: {}, op, kopie: false, velden: { title: "oud" } });
    concepten.write({ id: "nieuw", rev: "nieuw.1", na: { oud: 1 }, op, kopie: false, velden: { title: "nieuw" } });
  };
  for (const form of ["gedicht", "lied"]) pass(form);
  hero.set("ruimte-concept-lied-raar", "niet te lezen");
  assert.deepEqual(formsIn(own), ["gedicht", "lied"]);
  room = hero.size;
  const concepten = new Concepten("verhaal", own, forms);
  const write = (id) => concepten.write({ id, rev: `${id}.1`, na: {}, op: "", kopie: false, velden: { title: id } });
  assert.equal(write("a"), "");
  assert.equal(write("b"), "vol");
  assert.deepEqual([...hero.keys()].sort(), ["ruimte-concept-gedicht-nieuw", "ruimte-concept-lied-nieuw", "ruimte-concept-lied-oud", "ruimte-concept-lied-raar", "ruimte-concept-verhaal-a"]);
  concepten.tidy(new Date("2030-01-01"));
  concepten.takeOver();
  assert.deepEqual(formsIn(own), ["gedicht", "lied", "verhaal"]);
});
