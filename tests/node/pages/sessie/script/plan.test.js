import assert from "node:assert/strict";
import { test } from "node:test";
import { STORY_FROM } from "#js/pages/sessie/script/arcs.js";
import { FUNCTIES, alternatives, asks, caseOf, divide, groups, makeProgramma, propose, proposeWhole, total } from "#js/pages/sessie/script/plan.js";
import { cases } from "../../../hulp.js";

const site = cases.plan;
const werkvormen = new Map(site.werkvormen.map((werkvorm) => [werkvorm.slug, werkvorm]));
const LIMITS = { welkom: [5, 15], verhaal: [5, 30], voorbeeld: [5, 15], pauze: [10, 15], oogst: [5, 24] };

/** The werkvorm of an item; a story may have the same slug as a werkvorm. */
const werkvormOf = ({ soort, slug }) => (soort === "werkvorm" ? werkvormen.get(slug) : undefined);

/** The rules that a programme breaks, whatever its minutes and its group are. */
function errors(items, { time, mensen, functie, online, ruimtes }) {
  const soorten = items.map(({ soort }) => soort);
  const slugs = items.filter(({ slug }) => slug).map(({ soort, slug }) => `${soort}/${slug}`);
  const isCase = (soort) => soort === "verhaal" || soort === "voorbeeld";
  const lines = {
    time: total(items) === time,
    "begin and end": soorten[0] === "welkom" && soorten.at(-1) === "oogst",
    "in fives, but for the harvest": items.every(({ soort, minutes }) => minutes % 5 === (soort === "oogst" ? time % 5 : 0)),
    "place of a break": soorten[1] !== "pauze" && soorten.at(-2) !== "pauze",
    "two breaks": !soorten.some((soort, i) => soort === "pauze" && soorten[i + 1] === "pauze"),
    empty: ["werkvorm", "verhaal", "voorbeeld"].some((soort) => soorten.includes(soort)),
    "an example about something else": items.every((item) => item.soort !== "voorbeeld" || !ruimtes.length || caseOf(item, site).ruimtes.some((slug) => ruimtes.includes(slug))),
    "no werkvorm": time < STORY_FROM || soorten.includes("werkvorm"),
    "a story last": time < STORY_FROM || !isCase(soorten.filter((soort) => soort !== "pauze").at(-2)),
    "an orientation without the ruimtes": functie !== "orientatie" || time < 35 || mensen < 4 || items.some((item) => werkvormOf(item)?.functie === "orientatie" && werkvormOf(item).alle),
    twice: new Set(slugs).size === slugs.length,
    minutes: items.every((item) => {
      const [least, most] = werkvormOf(item)?.duur ?? LIMITS[item.soort];
      return item.minutes >= least && item.minutes <= most;
    }),
    group: items.every((item) => !werkvormOf(item) || groups(mensen, werkvormOf(item).groep) > 0),
    online: !online || items.every((item) => !werkvormOf(item) || werkvormOf(item).online),
  };
  return Object.keys(lines).filter((name) => !lines[name]);
}

/** Every size of group around where an arc or a number of groups changes. */
const SIZES = [2, 3, 4, 5, 7, 8, 9, 12, 13, 18, 21, 30, 31, 40, 41, 55, 60];

/** A time in fives is tried with every size; one in between differs in its harvest only: with three sizes, in turn. */
const sizes = (time) => (time % 5 ? SIZES.filter((_, index) => index % 6 === time % 6) : SIZES);

for (const [online, ruimtes] of [[false, []], [true, ["plek", "twijfel"]]]) {
  for (const functie of FUNCTIES) {
    test(`every time and group gets a programme for ${functie} that fits, ${online ? "online, about two ruimtes" : "in one place"}`, () => {
      const tried = new Set();
      for (let time = 15; time <= 240; time++) {
        for (const mensen of sizes(time)) {
          const wish = { time, mensen, functie, ruimtes, online };
          const items = makeProgramma(wish, site);
          const broken = errors(items, wish);
          if (broken.length) assert.fail(`${broken}: ${time} minutes, ${mensen} people: ${JSON.stringify(items)}`);
          tried.add(`${time % 5}/${mensen}`);
        }
      }
      assert.equal(tried.size, 5 * SIZES.length);
    });
  }
}

const small = (slug, ruimtes) => ({ slug, titel: slug, plaats: "", ruimtes, functies: [], werkvormen: [], gesprek: ["Wat herken je?"] });
const BARE = {
  werkvormen: [[15, 20, "orientatie", "vraag"], [20, 30, "verdieping", "verdiepen"], [45, 60, "verdieping", "verdiepen"]].map(([least, most, functie, moment]) => ({ slug: `w${least}`, titel: "W", functie, moment, alle: false, ruimtes: ["plek"], duur: [least, most], groep: [2, 20], materiaal: [], voorbereiding: "", online: "", vorm: "", doet: "", hoogstens: 0, vooraf: false, kinderen: false, delen: 1 })),
  verhalen: [small("een", ["plek"]), small("twee", ["plek"])],
  voorbeelden: [],
  ruimtes: [],
};
const EXAMPLES = { ...BARE, voorbeelden: [small("kort", ["twijfel", "plek"]), small("plek", ["plek"])] };
const short = (wish, data) => makeProgramma({ mensen: 8, functie: "verdieping", ruimtes: [], online: false, ...wish }, data).map(({ soort, minutes, slug = "" }) => `${soort} ${minutes} ${slug}`.trim()).join(", ");

test("with few werkvormen a programme is as long and as deep as they allow", () => {
  const without = { ...BARE, verhalen: [] };
  assert.equal(short({ time: 30 }, without), "welkom 5, werkvorm 20 w20, oogst 5");
  assert.equal(short({ time: 70 }, without), "welkom 10, werkvorm 50 w45, oogst 10");
  assert.match(short({ time: 45 }, BARE), /^welkom 5, verhaal 15 (een|twee), werkvorm 20 w20, oogst 5$/);
  assert.match(short({ time: 120 }, BARE), /werkvorm \d+ w15.*verhaal \d+ (een|twee), werkvorm \d+ w/);
  assert.equal(short({ time: 240 }, { ...without, werkvormen: [] }), "welkom 10, eigen 220, oogst 10");
});

test("an example takes the place of what there is no time for, and of a story about something else", () => {
  assert.match(short({ time: 15 }, EXAMPLES), /^welkom 5, voorbeeld 5 (kort|plek), oogst 5$/);
  assert.match(short({ time: 60, ruimtes: ["twijfel"] }, BARE), /verhaal \d+ (een|twee), werkvorm/);
  assert.match(short({ time: 60, ruimtes: ["twijfel"] }, EXAMPLES), /voorbeeld \d+ kort, werkvorm/);
  assert.match(short({ time: 60 }, { ...EXAMPLES, verhalen: [] }), /voorbeeld \d+ (kort|plek), werkvorm/);
});

test("stories that suit the own question come first", () => {
  for (const slug of ["een", "twee"]) assert.match(short({ time: 60, voorkeur: [slug] }, BARE), new RegExp(`verhaal \\d+ ${slug}`));
});

test("an example that is chosen stands in the programme, and others are offered for it", () => {
  const wish = { time: 150, mensen: 8, functie: "verdieping", ruimtes: [], online: false, voorbeelden: ["plek"], verhalen: ["een"] };
  const items = makeProgramma(wish, EXAMPLES);
  assert.deepEqual(items.filter(({ slug }) => ["een", "plek"].includes(slug)).map(({ soort }) => soort), ["verhaal", "voorbeeld"]);
  const place = items.findIndex(({ soort }) => soort === "voorbeeld");
  assert.deepEqual(alternatives(items, place, wish, EXAMPLES).map(({ slug }) => slug), ["kort"]);
});

test("a site without stories or werkvormen still gets a programme", () => {
  const wish = { time: 120, mensen: 12, functie: "evaluatie", ruimtes: [], online: false };
  for (const bare of [{ ...site, verhalen: [] }, { ...site, werkvormen: [] }, { ...site, verhalen: [], werkvormen: [] }]) {
    assert.equal(total(makeProgramma(wish, bare)), 120);
  }
});

test("what is chosen already stands in it, or is kept for a second meeting", () => {
  const verhalen = site.verhalen.slice(0, 3).map(({ slug }) => slug);
  const chosen = site.werkvormen.slice(0, 2).map(({ slug }) => slug);
  for (const time of [15, 60, 120, 240]) {
    for (const functie of FUNCTIES) {
      const { items, rest } = propose({ time, mensen: 12, functie, ruimtes: [], online: false, verhalen, werkvormen: chosen }, site);
      const slugs = [...items, ...rest].map(({ slug }) => slug);
      assert.deepEqual([...verhalen, ...chosen].filter((slug) => !slugs.includes(slug)), []);
      assert.ok(rest.every(({ slug }) => !items.some((item) => item.slug === slug)));
      assert.ok(total(items) === time || items.filter(({ slug }) => [...verhalen, ...chosen].includes(slug)).length === 1, `${functie} ${time}`);
    }
  }
});

test("a bundel makes a programme of its own question: in order, with time for all that is in it", () => {
  assert.ok(cases.bundels.length >= 8);
  for (const { titel, functie, verhalen, werkvormen: named } of cases.bundels) {
    const wish = { time: 120, mensen: 12, functie, ruimtes: [], online: false, verhalen, werkvormen: named, vraag: titel };
    const { time, items, rest } = proposeWhole(wish, site);
    const row = items.filter(({ soort }) => soort !== "pauze");
    assert.equal(total(items), time, titel);
    assert.ok(time <= 180, titel);
    assert.deepEqual(errors(items, { ...wish, time }), [], titel);
    assert.ok(row.every((item, i) => item.soort !== "verhaal" || (item.minutes >= 20 && werkvormOf(row[i + 1]))), titel);
    assert.ok(items.some(({ slug }) => verhalen.includes(slug)), titel);
    assert.ok(items.every((item) => !werkvormOf(item) || !asks(werkvormOf(item), wish)), titel);
    assert.deepEqual([...verhalen, ...named].filter((slug) => ![...items, ...rest].some((one) => one.slug === slug)), [], titel);
  }
});

test("what asks for children, lead time or a second meeting comes when that can be", () => {
  const wish = { mensen: 8, functie: "verdieping", ruimtes: [], online: false };
  const all = (extra) => new Set(Array.from({ length: 200 }, (_, i) => makeProgramma({ ...wish, extra, time: 60 + 5 * (i % 37), mensen: 6 + (i % 5) }, site)).flat().map(({ slug }) => slug));
  assert.ok(!all([]).has("dilemma-uit-de-les"));
  assert.ok(all(["vooraf"]).has("dilemma-uit-de-les"));
  assert.ok(!all(["vooraf"]).has("kinderdialoog"));
});

test("the same wishes give the same programme, and nothing that was given is changed", () => {
  const wish = Object.freeze({ time: 150, mensen: 14, functie: "verdieping", ruimtes: Object.freeze(["kind"]), online: false });
  const before = JSON.stringify(site);
  const one = makeProgramma(wish, site);
  assert.deepEqual(makeProgramma(wish, site), one);
  assert.equal(JSON.stringify(site), before);
});

test("for an item three others are offered, each with what one does in it", () => {
  const wish = { time: 120, mensen: 12, functie: "verdieping", ruimtes: [], online: false };
  const items = makeProgramma(wish, site);
  for (const [place, item] of items.entries()) {
    const others = alternatives(items, place, wish, site);
    if (!["werkvorm", "verhaal", "voorbeeld"].includes(item.soort)) assert.deepEqual(others, []);
    else assert.equal(new Set(others.map(({ slug }) => slug).filter((slug) => !items.some((one) => one.slug === slug))).size, 3);
    for (const other of others.filter(werkvormOf)) {
      const { doet, duur } = werkvormOf(other);
      assert.ok(doet.length > 20);
      assert.ok(other.minutes >= duur[0] && other.minutes <= duur[1]);
    }
  }
  assert.deepEqual(alternatives([{ soort: "verhaal", slug: "enig", minutes: 10 }], 0, wish, { ...site, verhalen: [small("enig", [])] }), []);
});

test("time is spread again over the items as they stand", () => {
  const items = [{ soort: "welkom", minutes: 1 }, { soort: "eigen", text: "Thee", minutes: 20 }, { soort: "oogst", minutes: 1 }];
  assert.deepEqual(divide(items, 45, site).map(({ minutes }) => minutes), [10, 20, 15]);
  assert.deepEqual(divide(items, 10, site).map(({ minutes }) => minutes), [5, 20, 5]);
});
