import assert from "node:assert/strict";
import { test } from "node:test";
import { act, after, begin, begins, expected, MINUTE, places, planned, restored, scheduled, where } from "#js/pages/nu/script/clock.js";
import { makeKept } from "#js/pages/nu/script/kept.js";
import { proposal } from "#js/pages/nu/script/shorten.js";
import { parts as partsOf } from "#js/pages/nu/script/steps.js";
import { FUNCTIES, limits, makeProgramma, total } from "#js/pages/sessie/script/plan.js";
import { store } from "#js/parts/script/store.js";
import { cases, chance } from "../../../hulp.js";

const site = cases.plan;
const START = Date.UTC(2026, 10, 24, 12, 30);
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const all = (minutes) => sum(minutes.flat());

/** Steps of a werkvorm that its page could have: of its least and most minutes, the short route and the whole one. */
function course({ slug, duur: [least, most] }) {
  const count = 2 + (slug.length % 4);
  const share = (minutes, i) => Math.floor(minutes / count) + (i < minutes % count ? 1 : 0);
  return Array.from({ length: count }, (_, i) => ({ naam: `Stap ${i + 1}`, minuten: share(most, i), kort: Math.min(share(least, i), share(most, i)), tussendoor: false, tekst: "Doe dit samen. Wat zie je?" }));
}
const fetched = { verloop: new Map(site.werkvormen.map((werkvorm) => [werkvorm.slug, course(werkvorm)])), gesprek: new Map(), samenvatting: () => "" };

/** A programme of the planner, and all that a run of it needs. */
function made(wish) {
  const items = makeProgramma(wish, site);
  const parts = partsOf(items, wish, site, fetched, "https://ruimte.example/");
  return { wish, items, parts, plan: planned(parts) };
}
const wish = (time = 120, mensen = 12, functie = "verdieping") => ({ time, mensen, functie, ruimtes: [], online: false, begin: "", date: "" });
const some = (random) => made(wish(45 + random.number(196), 2 + random.number(59), random.choose(FUNCTIES)));

test("the steps of every programme take exactly its minutes", () => {
  for (const functie of FUNCTIES) {
    for (let time = 15; time <= 240; time += 5) {
      for (const mensen of [2, 9, 24, 60]) {
        const { items, plan } = made(wish(time, mensen, functie));
        assert.deepEqual(plan.map(sum), items.map(({ minutes }) => minutes));
        assert.equal(all(plan), time);
        assert.ok(plan.flat().every((minutes) => Number.isInteger(minutes) && minutes >= 0));
      }
    }
  }
});

test("who goes on when the time is up goes through all steps, and ends in time", () => {
  const { plan } = made(wish());
  let now = START;
  let run = begin(plan, now);
  const seen = [];
  while (where(run, now).phase !== "klaar") {
    seen.push(run.at);
    assert.equal(where(run, now).end, START + 120 * MINUTE);
    now += run.minutes[run.at[0]][run.at[1]] * MINUTE;
    assert.equal(where(run, now).left, 0);
    run = act(run, { wat: "verder" }, now);
  }
  assert.deepEqual(seen, places(plan));
  assert.deepEqual(where(run, now + 999), { ...where(run, now), phase: "klaar", end: START + 120 * MINUTE, late: 0 });
});

test("where people should be is where the clock is", () => {
  const { plan } = made(wish());
  assert.equal(expected(plan, -1), null);
  assert.equal(expected(plan, 120 * MINUTE), null);
  for (let elapsed = 0; elapsed < 120 * MINUTE; elapsed += MINUTE / 2) {
    const { at, since } = expected(plan, elapsed);
    const run = begin(plan, START + elapsed, { target: START + 120 * MINUTE, at: { at, since } });
    assert.equal(run.start, START);
    assert.equal(where(run, START + elapsed).late, 0);
    assert.equal(where(run, START + elapsed).end, START + 120 * MINUTE);
  }
});

const SIMPLE = ["verder", "terug", "volgende", "vorige", "pauze", "hervat", "herstel", "klaar"];
/** Anything that people can do. */
function happening(random, { plan }) {
  const what = random.number(12);
  if (what < 8) return { wat: random.choose(SIMPLE.slice(0, 7)) };
  if (what === 8) return { wat: "erbij", minuten: random.choose([1, 5]) };
  if (what === 9) return { wat: "laat", minuten: random.number(20) };
  return { wat: "naar", plek: random.choose(places(plan)) };
}

test("whatever people do, times add up and none is less than nothing", () => {
  const random = chance(7);
  for (let round = 0; round < 150; round++) {
    const programme = some(random);
    let now = START + random.number(1000);
    let run = begin(programme.plan, now);
    for (let step = 0; step < 40; step++) {
      now += random.number(20 * MINUTE);
      const before = run;
      const told = random.number(6) === 0 ? { wat: "kort", minuten: proposal(run, now, programme.items, programme.parts, programme.wish, site).minutes } : happening(random, programme);
      run = act(run, told, now);
      const { elapsed, left, end, late, at, phase } = where(run, now);
      assert.ok(elapsed >= 0 && end >= Math.min(now, run.ended ?? now), JSON.stringify(told));
      assert.equal(left + elapsed, run.minutes[at[0]][at[1]] * MINUTE);
      assert.equal(late, end - run.target);
      if (phase !== "klaar") assert.equal(end, now + Math.max(left, 0) + after(run.minutes, at) * MINUTE);
      assert.ok(run.minutes.flat().every((minutes) => Number.isInteger(minutes) && minutes >= 0));
      assert.notEqual(run.began[at[0]][at[1]], null);
      const coming = begins(run, now).slice(at[0]).filter((moment) => moment !== null);
      assert.deepEqual(coming, coming.toSorted((a, b) => a - b));
      assert.equal(run.target, before.target);
      assert.deepEqual(restored(JSON.parse(JSON.stringify(run)), programme.plan), run);
    }
  }
});

test("what is accepted ends in time when that can be, and otherwise it is said by how much not", () => {
  const random = chance(23);
  let inTime = 0;
  let tooLate = 0;
  for (let round = 0; round < 400; round++) {
    const { items, parts, plan, wish: asked } = some(random);
    let run = begin(plan, START);
    let now = START;
    for (let steps = random.number(places(plan).length - 1); steps > 0; steps--) {
      now += run.minutes[run.at[0]][run.at[1]] * MINUTE;
      run = act(run, { wat: "verder" }, now);
    }
    now += run.minutes[run.at[0]][run.at[1]] * MINUTE + random.number(30 * MINUTE);
    const { needed, short, changes, minutes } = proposal(run, now, items, parts, asked, site);
    assert.equal(needed, Math.max(0, Math.ceil(where(run, now).late / MINUTE)));
    assert.equal(sum(changes.map(({ from, to }) => from - to)), needed - short);
    const shorter = act(run, { wat: "kort", minuten: minutes }, now);
    const { late } = where(shorter, now);
    if (short) tooLate++;
    else inTime++;
    assert.equal(Math.max(0, Math.ceil(late / MINUTE)), short);
    assert.equal(all(run.minutes) - all(shorter.minutes), needed - short);
    const breaks = changes.filter(({ item }) => items[item].soort === "pauze");
    for (const [i, item] of items.entries()) {
      const [was, is] = [sum(run.minutes[i]), sum(shorter.minutes[i])];
      if (i < run.at[0] || item.soort === "eigen") assert.equal(is, was);
      if (i === run.at[0]) continue;
      if (is < was) assert.ok(is >= Math.min(was, limits(item, site)[0]), `${item.soort} of ${is} minutes`);
      // A break becomes shorter only when nothing else can: then each other item has its least.
      if (i > run.at[0] && breaks.length && !["pauze", "eigen", "oogst"].includes(item.soort)) assert.ok(is <= limits(item, site)[0]);
    }
    assert.deepEqual(act(shorter, { wat: "herstel" }, now).minutes, run.minutes);
  }
  assert.ok(inTime > 50 && tooLate > 20, `${inTime} in time, ${tooLate} not`);
});

test("the harvest keeps its least", () => {
  const { items, parts, plan, wish: asked } = made(wish(120, 40));
  const late = START + 60 * MINUTE;
  const { minutes, short } = proposal(begin(plan, START, { target: START + 120 * MINUTE }), late, items, parts, asked, site);
  assert.ok(short > 0);
  assert.equal(items.at(-1).soort, "oogst");
  assert.equal(sum(minutes.at(-1)), 15); // of more than thirty people
});

test("a pause stands still, and what began before goes on where it was", () => {
  const { plan } = made(wish());
  let run = act(begin(plan, START), { wat: "pauze" }, START + MINUTE);
  const { left, end } = where(run, START + MINUTE);
  assert.equal(where(run, START + 10 * MINUTE).left, left);
  assert.equal(where(run, START + 10 * MINUTE).end, end + 9 * MINUTE);
  run = act(run, { wat: "hervat" }, START + 10 * MINUTE);
  assert.equal(where(run, START + 10 * MINUTE).left, left);
  run = act(act(run, { wat: "pauze" }, START + 11 * MINUTE), { wat: "verder" }, START + 12 * MINUTE);
  assert.equal(where(run, START + 30 * MINUTE).elapsed, 0);
  assert.equal(where(run, START + 30 * MINUTE).phase, "pauze");
});

test("a button that was pressed by mistake is put right by the other", () => {
  const { plan } = made(wish());
  const now = START + 2 * MINUTE;
  const run = begin(plan, START);
  assert.deepEqual(where(act(act(run, { wat: "verder" }, now), { wat: "terug" }, now + 2000), now + 2000), where(run, now + 2000));
  const second = act(run, { wat: "verder" }, now);
  const slipped = act(act(second, { wat: "terug" }, now + MINUTE), { wat: "verder" }, now + MINUTE + 5000);
  assert.deepEqual(where(slipped, now + 2 * MINUTE), where(second, now + 2 * MINUTE));
  const meant = act(act(second, { wat: "terug" }, now + MINUTE), { wat: "verder" }, now + 5 * MINUTE);
  assert.equal(where(meant, now + 5 * MINUTE).elapsed, 0);
  assert.equal(act(run, { wat: "terug" }, now), run);
});

test("time that is added moves all that comes", () => {
  const { plan } = made(wish());
  const run = begin(plan, START);
  const more = act(run, { wat: "erbij", minuten: 5 }, START);
  assert.equal(where(more, START).late, 5 * MINUTE);
  assert.deepEqual(begins(more, START).slice(1), begins(run, START).slice(1).map((moment) => moment + 5 * MINUTE));
});

test("a meet-up is when its clock says, also where summer time begins or ends and around midnight", () => {
  assert.equal(process.env.TZ, "Europe/Amsterdam");
  assert.equal(scheduled({ begin: "", date: "" }, 60, START), null);
  assert.deepEqual(scheduled({ begin: "13:30", date: "2026-11-24" }, 120, 0), { start: START, end: START + 120 * MINUTE });
  // In the night of 29 March 2026 there is no 02:30: the meet-up lasts as long as it does.
  const spring = scheduled({ begin: "01:30", date: "2026-03-29" }, 120, 0);
  assert.equal(new Date(spring.end).toISOString(), "2026-03-29T02:30:00.000Z");
  const late = new Date(2026, 10, 24, 0, 10).getTime();
  assert.equal(scheduled({ begin: "23:30", date: "" }, 60, late).start, new Date(2026, 10, 23, 23, 30).getTime());
  assert.equal(scheduled({ begin: "23:30", date: "" }, 30, late).start, new Date(2026, 10, 24, 23, 30).getTime());
  assert.equal(scheduled({ begin: "00:05", date: "" }, 30, late).start, new Date(2026, 10, 24, 0, 5).getTime());
});

/** A store as a browser has it, without one. */
function memory(entries = {}) {
  const kept = new Map(Object.entries(entries));
  return { kept, store: store(() => ({ getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => void kept.set(name, text), removeItem: (name) => void kept.delete(name), key: (i) => [...kept.keys()][i], get length() { return kept.size; } })) };
}

test("a run is kept by its programme, a day long, without what is in it", () => {
  const { plan } = made(wish());
  const { kept, store: browser } = memory({ "ruimte-selectie": "x", "ruimte-nu-oud": JSON.stringify({ versie: 1, sinds: START - 25 * 60 * MINUTE, loop: {} }), "ruimte-nu-stuk": "{" });
  const one = makeKept(browser, "?v=1&p=i10,e5.Geheim", plan);
  const run = act(begin(plan, START), { wat: "verder" }, START + MINUTE);
  assert.equal(one.read(), null);
  assert.equal(one.write(run, START), "");
  assert.deepEqual(one.read(), run);
  assert.equal(makeKept(browser, "?v=1&p=i10", plan).read(), null);
  one.tidy(START);
  assert.deepEqual([...kept.keys()].toSorted(), [one.name, "ruimte-selectie"].toSorted());
  assert.doesNotMatch(kept.get(one.name), /Geheim|Stap|[a-z]+-[a-z]+/);
  one.write(null, START);
  assert.deepEqual([...kept.keys()], ["ruimte-selectie"]);
});

test("whatever stands in the store, it is a run of this programme or none", () => {
  const { plan } = made(wish());
  const good = begin(plan, START);
  assert.deepEqual(restored(good, plan), good);
  for (const broken of [null, 1, "x", [], {}, { ...good, at: [0, 99] }, { ...good, at: "00" }, { ...good, at: [1, 0] }, { ...good, minutes: good.minutes.slice(1) },
    { ...good, minutes: good.minutes.map((row) => row.map(() => -1)) }, { ...good, began: 5 }, { ...good, start: null }, { ...good, paused: "x" }, { ...good, target: Infinity }]) {
    assert.equal(restored(broken, plan), null, JSON.stringify(broken));
  }
  assert.equal(restored({ ...good, before: "x", left: "y" }, plan).before, null);
  assert.equal(total(makeProgramma(wish(), site)), all(plan));
});
