import assert from "node:assert/strict";
import { test } from "node:test";
import { FUNCTIES, caseOf, groups, makeProgramma, total, divide, swap } from "#js/pages/sessie/script/plan.js";
import { cases } from "../../../hulp.js";

const site = cases.plan;
const werkvormen = new Map(site.werkvormen.map((werkvorm) => [werkvorm.slug, werkvorm]));
const LIMITS = { welkom: [5, 10], verhaal: [5, 30], voorbeeld: [5, 15], pauze: [10, 15], oogst: [5, 15] };

/** The werkvorm of an item; a story may have the same slug as a werkvorm. */
const werkvormOf = ({ soort, slug }) => (soort === "werkvorm" ? werkvormen.get(slug) : undefined);

/** The rules that a programme breaks. */
function errors(items, { time, mensen, functie, online, ruimtes }) {
  const soorten = items.map(({ soort }) => soort);
  const slugs = items.filter(({ slug }) => slug).map(({ soort, slug }) => `${soort}/${slug}`);
  const pauzes = soorten.filter((soort) => soort === "pauze").length;
  const leave = soorten.indexOf("verhaal") > soorten.lastIndexOf("werkvorm");
  const lines = {
    time: total(items) === time,
    "begin and end": soorten[0] === "welkom" && soorten.at(-1) === "oogst",
    breaks: pauzes === (time >= 195 ? 2 : time >= 105 ? 1 : 0),
    "place of a break": soorten[1] !== "pauze" && soorten.at(-2) !== "pauze",
    "two breaks": !soorten.some((soort, i) => soort === "pauze" && soorten[i + 1] === "pauze"),
    empty: ["werkvorm", "verhaal", "voorbeeld"].some((soort) => soorten.includes(soort)),
    "an example about something else": items.every((item) => item.soort !== "voorbeeld" || !ruimtes.length || caseOf(item, site).ruimtes.some((slug) => ruimtes.includes(slug))),
    "no werkvorm": time < 60 || soorten.includes("werkvorm"),
    "a story first": functie !== "verdieping" || !soorten.includes("verhaal") || soorten[1] === "verhaal",
    "a werkvorm first": functie === "verdieping" || !soorten.includes("werkvorm") || soorten[1] === "werkvorm",
    "a story last": !leave || soorten.filter((soort) => soort === "werkvorm").length <= 1,
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

for (const [online, ruimtes] of [[false, []], [true, ["plek", "twijfel"]]]) {
  for (const functie of FUNCTIES) {
    test(`every time and group gets a programme for ${functie} that fits, ${online ? "online, about two ruimtes" : "in one place"}`, () => {
      let made = 0;
      for (let time = 15; time <= 240; time++) {
        for (let mensen = 2; mensen <= 60; mensen++) {
          const wish = { time, mensen, functie, ruimtes, online };
          const items = makeProgramma(wish, site);
          const broken = errors(items, wish);
          if (broken.length) assert.fail(`${broken}: ${time} minutes, ${mensen} people: ${JSON.stringify(items)}`);
          made++;
        }
      }
      assert.equal(made, 226 * 59);
    });
  }
}

const small = (slug, ruimtes) => ({ slug, titel: slug, plaats: "", ruimtes, functies: [], werkvormen: [], gesprek: ["Wat herken je?"] });
const BARE = {
  werkvormen: [[15, 20, "orientatie"], [20, 30, "verdieping"], [45, 60, "verdieping"]].map(([least, most, functie]) => ({ slug: `w${least}`, titel: "W", functie, alle: false, ruimtes: ["plek"], duur: [least, most], groep: [2, 20], materiaal: [], voorbereiding: "", online: "" })),
  verhalen: [small("een", ["kind"]), small("twee", ["kind"])],
  ruimtes: [],
};
const EXAMPLES = { ...BARE, voorbeelden: [small("kort", ["twijfel"]), small("plek", ["plek"])] };
const short = (wish, data) => makeProgramma({ mensen: 8, functie: "verdieping", ruimtes: [], online: false, ...wish }, data).map(({ soort, minutes, slug = "" }) => `${soort} ${minutes} ${slug}`.trim()).join(", ");

test("programmes that were recorded before there were examples stay as they are without them", () => {
  const recorded = [
    [15, "orientatie", "welkom 5, verhaal 5 een, oogst 5"],
    [15, "verdieping", "welkom 5, verhaal 5 een, oogst 5"],
    [15, "evaluatie", "welkom 5, verhaal 5 een, oogst 5"],
    [30, "orientatie", "welkom 5, werkvorm 18 w15, oogst 7"],
    [30, "verdieping", "welkom 5, werkvorm 20 w20, oogst 5"],
    [30, "evaluatie", "welkom 5, verhaal 15 een, oogst 10"],
    [35, "orientatie", "welkom 5, werkvorm 15 w15, verhaal 10 een, oogst 5"],
    [35, "verdieping", "welkom 5, werkvorm 25 w20, oogst 5"],
    [35, "evaluatie", "welkom 10, verhaal 15 een, oogst 10"],
    [60, "orientatie", "welkom 10, werkvorm 20 w15, verhaal 15 een, oogst 15"],
    [60, "verdieping", "welkom 10, verhaal 15 een, werkvorm 25 w20, oogst 10"],
    [60, "evaluatie", "welkom 10, werkvorm 20 w15, verhaal 15 een, oogst 15"],
    [120, "orientatie", "welkom 10, werkvorm 20 w15, verhaal 15 een, pauze 15, verhaal 15 twee, werkvorm 30 w20, oogst 15"],
    [120, "verdieping", "welkom 7, verhaal 15 een, werkvorm 25 w20, pauze 10, werkvorm 53 w45, oogst 10"],
    [120, "evaluatie", "welkom 10, werkvorm 20 w15, verhaal 15 een, pauze 15, verhaal 15 twee, werkvorm 30 w20, oogst 15"],
    [240, "orientatie", "welkom 5, eigen 230, oogst 5"],
    [240, "verdieping", "welkom 5, eigen 230, oogst 5"],
    [240, "evaluatie", "welkom 5, eigen 230, oogst 5"],
  ];
  for (const [time, functie, programma] of recorded) assert.equal(short({ time, functie }, { ...BARE, voorbeelden: [] }), programma);
});

test("an example takes the place of what there is no time for, and of a story about something else", () => {
  assert.equal(short({ time: 15 }, EXAMPLES), "welkom 5, voorbeeld 5 kort, oogst 5");
  // A werkvorm never has to hurry for one: it keeps at least the middle of its time.
  for (const time of [30, 35]) assert.equal(short({ time }, EXAMPLES), short({ time }, { ...BARE, voorbeelden: [] }));
  assert.match(short({ time: 30, functie: "evaluatie" }, EXAMPLES), /^welkom 5, verhaal 15 een/);
  const asked = { time: 60, ruimtes: ["twijfel"] };
  assert.match(short(asked, { ...BARE, voorbeelden: [] }), /verhaal 15 een/);
  assert.match(short(asked, EXAMPLES), /voorbeeld \d+ kort/);
  assert.equal(short({ time: 60, ruimtes: ["kind"] }, EXAMPLES), short({ time: 60, ruimtes: ["kind"] }, { ...BARE, voorbeelden: [] }));
  assert.match(short({ time: 60 }, { ...EXAMPLES, verhalen: [] }), /voorbeeld \d+ kort, werkvorm/);
  assert.equal(short({ time: 15, ruimtes: ["kind"] }, EXAMPLES), "welkom 5, verhaal 5 een, oogst 5");
});

test("an example that is chosen stands in the programme, and is changed for another", () => {
  const items = makeProgramma({ time: 60, mensen: 8, functie: "verdieping", ruimtes: [], online: false, voorbeelden: ["plek"], verhalen: ["een"] }, EXAMPLES);
  assert.deepEqual(items.filter(({ slug }) => ["een", "plek"].includes(slug)).map(({ soort }) => soort), ["verhaal", "voorbeeld"]);
  const place = items.findIndex(({ soort }) => soort === "voorbeeld");
  assert.equal(swap(items, place, { time: 60, mensen: 8, functie: "verdieping", ruimtes: [], online: false }, EXAMPLES).slug, "kort");
});

test("a site without stories or werkvormen still gets a programme", () => {
  const wish = { time: 120, mensen: 12, functie: "evaluatie", ruimtes: [], online: false };
  for (const bare of [{ ...site, verhalen: [] }, { ...site, werkvormen: [] }, { ...site, verhalen: [], werkvormen: [] }]) {
    assert.equal(total(makeProgramma(wish, bare)), 120);
  }
});

test("what is chosen already stands in it, also where the time is too short", () => {
  const verhalen = site.verhalen.slice(0, 3).map(({ slug }) => slug);
  const chosen = site.werkvormen.slice(0, 2).map(({ slug }) => slug);
  for (const time of [15, 60, 240]) {
    for (const functie of FUNCTIES) {
      const slugs = makeProgramma({ time, mensen: 12, functie, ruimtes: [], online: false, verhalen, werkvormen: chosen }, site).map(({ slug }) => slug);
      assert.deepEqual([...verhalen, ...chosen].filter((slug) => !slugs.includes(slug)), []);
    }
  }
});

test("the same wishes give the same programme, and nothing that was given is changed", () => {
  const wish = Object.freeze({ time: 150, mensen: 14, functie: "verdieping", ruimtes: Object.freeze(["kind"]), online: false });
  const before = JSON.stringify(site);
  const one = makeProgramma(wish, site);
  assert.deepEqual(makeProgramma(wish, site), one);
  assert.equal(JSON.stringify(site), before);
});

test("an item is changed for each other one in turn, and comes back", () => {
  const wish = { time: 120, mensen: 12, functie: "verdieping", ruimtes: [], online: false };
  let items = makeProgramma(wish, site);
  const place = items.findIndex(({ soort }) => soort === "verhaal");
  const first = items[place].slug;
  const seen = new Set();
  for (let times = 0; times <= site.verhalen.length && !seen.has(items[place].slug); times++) {
    seen.add(items[place].slug);
    items = items.with(place, swap(items, place, wish, site));
  }
  assert.equal(items[place].slug, first);
  assert.ok(seen.size > 3);
  assert.equal(swap([{ soort: "verhaal", slug: "enig", minutes: 10 }], 0, wish, { ...site, verhalen: [{ slug: "enig", ruimtes: [] }] }), undefined);
});

test("time is spread again over the items as they stand", () => {
  const items = [{ soort: "welkom", minutes: 1 }, { soort: "eigen", text: "Thee", minutes: 20 }, { soort: "oogst", minutes: 1 }];
  assert.deepEqual(divide(items, 45, site).map(({ minutes }) => minutes), [10, 20, 15]);
  assert.deepEqual(divide(items, 10, site).map(({ minutes }) => minutes), [5, 20, 5]);
});
