import assert from "node:assert/strict";
import { test } from "node:test";
import { leftOver, read, cleanText, write, writeSecond, tooLong, omitted } from "#js/pages/sessie/script/state.js";
import { cases, chance, AWKWARD } from "../../../hulp.js";

const site = cases.plan;
const [first, second] = site.werkvormen.map(({ slug }) => slug);

test("a programme in an address is read, and written as it was", () => {
  const address = `?v=1&t=120&n=12&f=verdieping&r=plek&o=1&b=13:30&d=2026-11-24&p=i10,c15.een-verhaal,w45.${first},p10,e5.Koffie~k%20thee%20%26%20~~koek,o5`;
  const { wish, items, messages } = read(address, site);
  assert.deepEqual(wish, { time: 120, mensen: 12, functie: "verdieping", ruimtes: ["plek"], online: true, begin: "13:30", date: "2026-11-24", extra: [], vraag: "", naam: "", plaats: "", id: "", over: [] });
  assert.deepEqual(items[4], { soort: "eigen", minutes: 5, text: "Koffie, thee & ~koek" });
  assert.deepEqual(items.map(({ minutes }) => minutes), [10, 15, 45, 10, 5, 5]);
  assert.deepEqual(messages, []);
  assert.equal(write(wish, items), address);
});

test("a welcome and a harvest may name how they go, and one that is gone is left out", () => {
  const { wish, items, messages } = read(`?v=1&x=vooraf,niets&q=Wie%20doet%20mee%3F&p=i10.${first},i5.is-er-niet,o10.${second}`, site);
  assert.deepEqual(items, [{ soort: "welkom", minutes: 10, slug: first }, { soort: "welkom", minutes: 5 }, { soort: "oogst", minutes: 10, slug: second }]);
  assert.deepEqual([wish.extra, wish.vraag, messages], [["vooraf"], "Wie doet mee?", []]);
  assert.equal(write(wish, items), `?v=1&t=120&n=12&f=verdieping&x=vooraf&q=Wie%20doet%20mee%3F&p=i10.${first},i5,o10.${second}`);
});

test("a programme has a name, a place and notes, and a text of one's own that has the marks of one", () => {
  const address = `?v=1&t=120&n=12&f=verdieping&m=Studiemiddag%20%26%20borrel&l=Aula%2C%20begane%20grond&p=i10~nJos%20schenkt%20koffie~k%20~~12%20kopjes,w45.${first}~nstoelen%20weg,e5.een~~nacht,o10.${second}~n3%20~ 4`;
  const { wish, items, messages } = read(address, site);
  assert.deepEqual([wish.naam, wish.plaats, messages], ["Studiemiddag & borrel", "Aula, begane grond", []]);
  assert.deepEqual(items, [
    { soort: "welkom", minutes: 10, note: "Jos schenkt koffie, ~12 kopjes" },
    { soort: "werkvorm", minutes: 45, slug: first, note: "stoelen weg" },
    { soort: "eigen", minutes: 5, text: "een~nacht" },
    { soort: "oogst", minutes: 10, slug: second, note: "3 ~ 4" },
  ]);
  assert.deepEqual(read(write(wish, items), site).items, items);
  assert.equal(write(wish, items, { notes: false }), `?v=1&t=120&n=12&f=verdieping&m=Studiemiddag%20%26%20borrel&l=Aula%2C%20begane%20grond&p=i10,w45.${first},e5.een~~nacht,o10.${second}`);
  assert.equal(read("?v=1&p=i10~n", site).items[0].note, undefined);
  assert.equal([...read(`?v=1&p=i10~n${"a".repeat(300)}`, site).items[0].note].length, 200);
});

test("an address says which meet-up it is, whatever else of it changes", () => {
  const { wish, items } = read(`?v=1&u=k3x9qa7b&p=i10,o10`, site);
  assert.equal(wish.id, "k3x9qa7b");
  assert.match(write({ ...wish, naam: "Anders" }, items), /&u=k3x9qa7b&p=i10,o10$/);
  for (const odd of ["kort", "a".repeat(17), "K3X9QA7B", "k3x9-qa7b"]) assert.equal(read(`?v=1&u=${odd}&p=i10,o10`, site).wish.id, "");
});

test("what is left over stands in the address of the host, and begins a second meeting for the same people", () => {
  const address = `?v=1&t=60&n=8&f=evaluatie&o=1&m=Samen&l=Aula&b=13:30&d=2026-11-24&u=k3x9qa7b&s=een,twee&w=${second}&k=kort&p=i10,c15.drie,o10`;
  const { wish, items, start, messages } = read(address, site);
  assert.deepEqual([start, messages], [null, []]);
  assert.deepEqual(wish.over.map(({ soort, slug }) => `${soort} ${slug}`), ["verhaal een", "verhaal twee", "voorbeeld kort", `werkvorm ${second}`]);
  assert.equal(write(wish, items), address);
  assert.doesNotMatch(write(wish, items, { notes: false }), /&[swk]=/);
  assert.deepEqual(leftOver(wish.over, [...items, { soort: "verhaal", slug: "een", minutes: 15 }]).length, 3);
  assert.deepEqual(read(`?v=1&s=drie&p=c15.drie`, site).wish.over, []);
  const next = read(writeSecond(wish), site);
  assert.deepEqual(next.start, { verhalen: ["een", "twee"], werkvormen: [second], voorbeelden: ["kort"], time: true });
  assert.deepEqual(next.wish, { ...wish, date: "", id: "", over: [] });
});

test("an example stands in an address with its own letter", () => {
  const { wish, items, messages } = read("?v=1&p=i5,k10.kort,o5,k5.kort", site);
  assert.deepEqual(items[1], { soort: "voorbeeld", minutes: 10, slug: "kort" });
  assert.equal(messages.length, 1); // the same twice
  assert.ok(write(wish, items).endsWith("&p=i5,k10.kort,o5"));
});

test("chosen stories and werkvormen begin a programme", () => {
  assert.deepEqual(read(`?v=1&s=een,twee,een&w=${second},is-er-niet`, site).start, { verhalen: ["een", "twee"], werkvormen: [second], voorbeelden: [], time: false });
  assert.deepEqual(read("?v=1&t=60&k=kort", site).start, { verhalen: [], werkvormen: [], voorbeelden: ["kort"], time: true });
  assert.equal(read("?v=1&s=__", site).start, null);
});

const ODD = [
  ["?v=2&t=60", /niet van deze versie/],
  ["?v=1&t=60&t=90", /twee keer/],
  ["?v=1&t=999", /De tijd in het adres klopt niet. Er staat nu 120 minuten/],
  ["?v=1&n=1", /Het aantal mensen/],
  ["?v=1&f=__proto__", /De functie in het adres bestaat niet/],
  ["?v=1&r=plek,nergens", /Een ruimte in het adres bestaat niet/],
  ["?v=1&b=25:00", /De begintijd/],
  ["?v=1&d=2026-02-30", /De datum/],
  ["?v=1&p=i10,x5,w30.is-er-niet", /2 onderdelen/],
  ["?v=1&p=i10,w45.is-er-niet,w45.__proto__,x9,o10", /^3 onderdelen/],
  [`?v=1&p=i10,w45.${first},w30.${first}`, /^Een onderdeel in het adres is er niet/],
  ["?v=1&p=e5.%E0%A4%A,o5", /^$/],
  [`?v=1&p=${"a".repeat(9000)}`, /te lang/],
];

test("what cannot be read is left out and said", () => {
  for (const [address, message] of ODD) assert.match(read(address, site).messages.join(" "), message, address);
  assert.match(omitted(1), /^Een onderdeel/);
});

test("whatever stands in an address gives a programme, and its own address the same one", () => {
  const random = chance(2);
  const { choose, list, text, number } = random;
  const item = () => `${choose([..."icwkpeox"])}${choose(["", "0", "5", "45", "240", "241", "999", "1e1"])}${choose(["", ".", `.${first}`, ".een-verhaal", `.${text(AWKWARD, 20)}`])}${choose(["", "", "~n", `~n${text(AWKWARD, 20)}`])}`;
  for (let times = 0; times < 3000; times++) {
    const pairs = [["v", choose(["1", "1", "1", "2"])], ...list(8, () => [choose([..."tnfrobdmlupswk", "__proto__"]), choose([list(25, item).join(","), choose(["60", "15", "plek,kind", "evaluatie", "13:30", "2026-11-24", "1", "k3x9qa7b"]), text(AWKWARD, 40)])])];
    const address = `?${pairs.map(([name, what]) => `${name}=${number(2) ? encodeURIComponent(what.toWellFormed()) : what}`).join("&")}`;
    const one = read(address, site);
    assert.ok(one.wish.time >= 15 && one.wish.time <= 240 && one.wish.mensen >= 2 && one.wish.mensen <= 60, address);
    assert.ok(["orientatie", "verdieping", "evaluatie"].includes(one.wish.functie), address);
    assert.ok(one.items === null || (one.items.length >= 1 && one.items.length <= 20), address);
    for (const { minutes, text: own = "", note = "" } of one.items ?? []) {
      assert.ok(minutes >= 1 && minutes <= 240, address);
      assert.ok([...note].length <= 200 && note === cleanText(note, 200), address);
      assert.ok([...own].length <= 80 && own === cleanText(own), address);
    }
    const again = read(write(one.wish, one.items), site);
    assert.deepEqual([again.wish, again.items, again.messages], [one.wish, one.items, []], address);
  }
});

test("a programme that is too long for an address is known", () => {
  const { wish } = read("", site);
  const items = Array.from({ length: 20 }, () => ({ soort: "eigen", minutes: 5, text: "漢".repeat(80) }));
  assert.equal(tooLong(wish, items), true);
  assert.equal(tooLong(wish, items.slice(0, 1)), false);
});
