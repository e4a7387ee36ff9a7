// The rules of a good programme, each over everything that the planner proposes for the grid of `make programmas`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { returning } from "#js/pages/sessie/script/arcs.js";
import { asks, groups, inParts, parted, processOf, propose, rankWerkvormen, total, werkvormOf, caseOf, tells } from "#js/pages/sessie/script/plan.js";
import { cases } from "../../../hulp.js";
import { grid, MENSEN, TIMES } from "../../../voorstellen.js";

const site = cases.plan;
const all = [...grid()];
const method = (item) => werkvormOf(item, site);
const isCase = ({ soort }) => soort === "verhaal" || soort === "voorbeeld";
const programme = ({ wish, items }) => `${wish.functie}, ${wish.mensen} people, ${wish.time} minutes${wish.online ? ", online" : ""}: ${items.map(({ soort, slug, minutes }) => `${soort} ${minutes} ${slug ?? ""}`).join(", ")}`;

/** Every proposal keeps a rule; where one does not, the test shows the first. */
function every(name, holds) {
  test(name, () => {
    assert.equal(all.length, 3 * MENSEN.length * TIMES.length * 2);
    assert.equal(all.filter((one) => !holds(one)).map(programme)[0], undefined);
  });
}

every("it takes exactly the time that there is", ({ wish, items }) => total(items) === wish.time);
every("minutes are in fives", ({ items }) => items.every(({ minutes }) => minutes % 5 === 0));
every("it begins with a welcome and ends with a harvest", ({ items }) => items[0].soort === "welkom" && items.at(-1).soort === "oogst");
every("there is a werkvorm in it", ({ items }) => items.some(({ soort }) => soort === "werkvorm"));
every("each werkvorm gets the time that its page says", ({ items }) => items.every((item) => item.soort !== "werkvorm" || (item.minutes >= method(item).duur[0] && item.minutes <= method(item).duur[1])));
every("nothing is in it twice", ({ items }) => new Set(items.filter(({ slug }) => slug).map(({ soort, slug }) => `${isCase({ soort }) ? soort : "werkvorm"} ${slug}`)).size === items.filter(({ slug }) => slug).length);
every("a story is never just before the harvest", ({ items }) => !tells(items.filter(({ soort }) => soort !== "pauze").at(-2), site));
every("a story gets ten minutes, and where there is an hour and more fifteen", ({ wish, items }) => items.every(({ soort, minutes }) => soort !== "verhaal" || minutes >= (wish.time < 60 ? 10 : 15)));
every("the werkvorm after a story shares a ruimte with it", ({ items }) => {
  const row = items.filter(({ soort }) => soort !== "pauze");
  return row.every((item, i) => !isCase(item) || method(row[i + 1]).ruimtes.some((slug) => caseOf(item, site).ruimtes.includes(slug)));
});
every("a story has a process that suits the group", ({ wish, items }) => !items.some(isCase) || groups(wish.mensen, processOf(wish, site).groep) > 0);
every("an orientation introduces the nine ruimtes, before any story", ({ wish, items }) => {
  const meets = items.findIndex((item) => item.soort === "werkvorm" && method(item).functie === "orientatie" && method(item).ruimtes.length === 9);
  return wish.functie !== "orientatie" || (meets > 0 && !items.slice(0, meets).some((item) => tells(item, site)));
});
every("what translates comes after every story", ({ items }) => {
  const moments = items.filter(({ soort }) => soort === "werkvorm").map((item) => method(item).moment);
  const from = items.findIndex((item) => item.soort === "werkvorm" && method(item).moment === "vertalen");
  return !moments.includes("vertalen") || !items.slice(from).some(isCase);
});
every("nobody goes on for more than ninety minutes without a break, online for more than seventy-five", ({ wish, items }) => {
  let now = 0;
  const stretches = items.map(({ soort, minutes }) => (now = soort === "pauze" ? 0 : now + minutes));
  return Math.max(...stretches) <= (wish.online ? 75 : 90);
});
every("a break is not beside another, nor directly after the welcome or before the harvest", ({ items }) => items.every(({ soort }, i) => soort !== "pauze" || (i > 1 && i < items.length - 2 && items[i - 1].soort !== "pauze")));
every("what asks for children, lead time or a second meeting is not proposed", ({ wish, items }) => items.every((item) => !method(item) || !asks(method(item), wish)));
every("every group has a host, and of those there are eight at most", ({ wish, items }) => items.every((item) => !method(item) || (groups(wish.mensen, method(item).groep) > 0 && groups(wish.mensen, method(item).groep) <= 8)));
every("more than thirty people come together again in a harvest that takes longer", ({ wish, items }) => {
  const harvest = items.at(-1);
  return wish.mensen <= 30 || (harvest.minutes >= 15 && groups(wish.mensen, method(harvest).groep) === 1 && method(harvest).hoogstens >= wish.mensen);
});
every("a group comes together again only after it was in parts, and not to end there", ({ wish, items }) => {
  const row = items.filter(({ soort }) => soort !== "pauze");
  return row.every((item, i) => method(item)?.moment !== "samen" || (parted(row[i - 1], wish, site) && !parted(item, wish, site) && row[i + 1].soort !== "oogst"));
});
every("online, and with many, a werkvorm is not done in its shortest time", ({ wish, items }) => (!wish.online && wish.mensen <= 30) || items.every((item) => item.soort !== "werkvorm" || item.minutes > method(item).duur[0]));
every("online, everything says how it goes online", ({ wish, items }) => !wish.online || items.every((item) => !method(item) || method(item).online));

test("online there are more breaks, and never fewer; and there is less in it", () => {
  const [here, online] = [all.filter(({ wish }) => !wish.online), all.filter(({ wish }) => wish.online)];
  const breaks = ({ items }) => items.filter(({ soort }) => soort === "pauze").length;
  const content = (list) => list.reduce((sum, one) => sum + one.items.length - breaks(one), 0);
  assert.equal(here.length, online.length);
  assert.deepEqual(here.filter((one, i) => breaks(one) > breaks(online[i])).map(programme), []);
  assert.ok(here.filter((one, i) => breaks(one) < breaks(online[i])).length > here.length / 2);
  assert.ok(content(online) < content(here));
});

test("more than thirty people are in parts for at most 100 minutes, but for two proposals in a hundred", () => {
  const large = all.filter(({ wish }) => wish.mensen > 30);
  const long = large.filter(({ wish, items }) => inParts(items, wish, site) > 100);
  assert.ok(long.length <= large.length / 50, long.map(programme).join("\n"));
});

test("in less than half an hour a story does not stand before the harvest either, where a werkvorm fits", () => {
  const seen = [];
  for (const functie of ["orientatie", "verdieping", "evaluatie"]) {
    for (const mensen of [4, 8, 12]) {
      for (const time of [20, 25, 29]) {
        const { items } = propose({ time, mensen, functie, online: false, ruimtes: [] }, site);
        assert.equal(total(items), time);
        assert.ok(!tells(items.at(-2), site), programme({ wish: { time, mensen, functie }, items }));
        seen.push(items[1].slug);
      }
    }
  }
  assert.ok(new Set(seen).size >= 3, seen.join());
});

test("a talk of two is for two", () => {
  const two = site.werkvormen.filter(({ groep }) => groep[1] === 2).map(({ slug }) => slug);
  const wish = { time: 90, functie: "verdieping", online: false, ruimtes: [], extra: ["vooraf"] };
  const ranked = (mensen) => rankWerkvormen({ ...wish, mensen }, site, { functie: null }).map(({ slug }) => slug);
  for (const slug of two) assert.ok(ranked(2).includes(slug) && !ranked(12).includes(slug), slug);
});

test("coming together stands anywhere in an arc but first, last, or between a story and what digs into it", () => {
  assert.deepEqual(returning(["vraag", "verhaal", "verdiepen"]).map((arc) => arc.join(" ")), ["vraag verhaal verdiepen", "vraag samen verhaal verdiepen"]);
  assert.deepEqual(returning(["terugblik", "terugblik", "vertalen"]).map((arc) => arc.join(" ")), [
    "terugblik terugblik vertalen", "terugblik samen terugblik vertalen", "terugblik terugblik samen vertalen", "terugblik samen terugblik samen vertalen",
  ]);
  assert.deepEqual(returning(["vertalen"]), [["vertalen"]]);
});

test("what is done in parts is counted until people come together, a break does not do that", () => {
  const small = site.werkvormen.find(({ groep }) => groep[1] < 20)?.slug;
  const large = site.werkvormen.find(({ groep }) => groep[1] >= 40)?.slug;
  const wish = { time: 90, mensen: 40, functie: "verdieping", ruimtes: [], online: false };
  const row = (...slugs) => slugs.map((slug) => (slug ? { soort: "werkvorm", slug, minutes: 30 } : { soort: "pauze", minutes: 10 }));
  assert.equal(inParts(row(large, small, "", small, large, small), wish, site), 60);
  assert.equal(inParts(row(large, "", large), wish, site), 0);
});

test("every werkvorm that asks for nothing special is in some proposal, and none in more than a quarter", () => {
  const times = new Map(site.werkvormen.map(({ slug }) => [slug, 0]));
  for (const { items } of all) for (const { soort, slug } of items) if (soort !== "pauze" && !isCase({ soort })) times.set(slug, times.get(slug) + 1);
  const usual = site.werkvormen.filter((werkvorm) => !asks(werkvorm, { extra: [] }));
  assert.ok(usual.length >= 25);
  assert.deepEqual(usual.map(({ slug }) => slug).filter((slug) => !times.get(slug)), []);
  const between = usual.filter(({ moment, duur }) => moment !== "slot" && !(moment === "begin" && duur[0] <= 5));
  assert.deepEqual(between.map(({ slug }) => slug).filter((slug) => times.get(slug) > all.length / 4), []);
});

test("every story of the site is in some proposal, but for one in ten of many, and none in more than a quarter", () => {
  const times = new Map(site.verhalen.map(({ slug }) => [slug, 0]));
  for (const { items } of all) for (const { soort, slug } of items) if (soort === "verhaal") times.set(slug, times.get(slug) + 1);
  assert.deepEqual([...times].filter(([, count]) => count > all.length / 4), []);
  const never = [...times].filter(([, count]) => !count);
  assert.ok(never.length <= Math.floor(times.size / 10), JSON.stringify(never));
});
