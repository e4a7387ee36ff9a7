import assert from "node:assert/strict";
import { test } from "node:test";
import { OTHERS } from "#js/pages/zoeken/script/engine.js";
import { words } from "#js/pages/zoeken/script/words.js";
import { FLOORS } from "../../../../oordelen/floors.js";
import { judged, said } from "../../../../oordelen/judging.js";
import { AWKWARD, cases, chance, dictionary, fetched, searcher } from "../../../hulp.js";

const engine = await searcher();
const plain = (text, choices = {}, order = "") => engine.search({ text, choices, order });
const pages = (rows) => rows.map(({ page }) => page);
const stories = cases.bladzijden.flatMap(({ kind }, page) => (kind === "verhaal" ? [page] : []));
/** The words of a page, each once. */
const wordsOf = ({ title, kind, label, summary, text, names, hidden }) => new Set(words([title, kind === "verhaal" ? label : "", summary, text, ...names, ...hidden].join(" · ")));
const having = cases.bladzijden.map(wordsOf);

test("a file of the finder is fetched when it is needed, and once", async () => {
  const asked = [];
  const own = await searcher((address) => {
    asked.push(address.split("/zoeken/")[1].replace(/^[^/]+\//, ""));
    return fetched(address);
  });
  await own.search({ text: "", choices: {}, order: "" });
  assert.deepEqual(asked, ["index.json"], "to list the stories no word is looked up");
  await own.search({ text: "", choices: { schooltype: ["po"] }, order: "" });
  assert.deepEqual(asked, ["index.json", "keuzes/schooltype.json"]);
  for (const text of ["museum", "museum", "musea in ezinge", "musuem"]) await own.search({ text, choices: {}, order: "" });
  assert.equal(new Set(asked).size, asked.length, String(asked));
  assert.ok(asked.length < 40, String(asked));
});

test("what could not be fetched is fetched again", async () => {
  let broken = true;
  const own = await searcher(async (address) => {
    if (broken && address.includes("/blok/")) throw new Error("no network");
    return fetched(address);
  });
  await assert.rejects(own.search({ text: "museum", choices: {}, order: "" }));
  broken = false;
  assert.deepEqual(pages((await own.search({ text: "museum", choices: {}, order: "" })).verhalen), pages((await plain("museum")).verhalen));
});

test("every page has its number, its kind and its text", async () => {
  assert.equal(engine.size, cases.bladzijden.length);
  assert.equal(engine.stories, stories.length);
  for (const [page, { kind, address, title }] of cases.bladzijden.entries()) {
    const { url, titel } = await engine.data(page);
    assert.deepEqual([engine.kind(page), url, titel], [kind, address, title]);
  }
});

test("every word of a story finds each story that has it", async () => {
  const small = new Set([...dictionary.klein, "zonder"]);
  const lost = [];
  for (const word of new Set(stories.flatMap((page) => [...having[page]]))) {
    if (small.has(word) || Object.values(dictionary.soorten).flat().includes(word) || (word.length < 2 && !/\d/.test(word))) continue;
    const { verhalen } = await plain(word);
    for (const page of stories) if (having[page].has(word) && !pages(verhalen).includes(page)) lost.push(`${word}: ${cases.bladzijden[page].address}`);
  }
  assert.deepEqual(lost, []);
});

test("who types what another page is called gets that page", async () => {
  const lost = [];
  for (const [page, { title, kind }] of cases.bladzijden.entries()) {
    if (kind === "verhaal") continue;
    const found = await plain(title);
    if (!pages(found.others).includes(page) && cases.bladzijden.filter((other) => words(other.title).join(" ") === words(title).join(" ")).length === 1) lost.push(title);
  }
  assert.deepEqual(lost, []);
});

test("who types the title of a story gets that story first", async () => {
  // Another story may have the same title: then one of them is the first.
  for (const page of stories) {
    const { title } = cases.bladzijden[page];
    const found = pages((await plain(title)).verhalen);
    assert.equal(cases.bladzijden[found[0]]?.title, title);
    assert.ok(found.slice(0, stories.filter((other) => cases.bladzijden[other].title === title).length).includes(page), title);
  }
});

test("who asks a question gets its page, and the stories that it names", async () => {
  for (const [page, { kind, title, stories: named }] of cases.bladzijden.entries()) {
    if (kind !== "vraag") continue;
    const { verhalen, others, questions } = await plain(title);
    assert.ok(pages(others).includes(page), title);
    for (const story of named) {
      assert.ok(questions.get(story)?.includes(page), title);
      assert.ok(pages(verhalen).includes(story), title);
    }
  }
});

test("a typing error is mended, and it is said what was searched", async () => {
  for (const [typed, meant] of [
    ["kultuur", "cultuur"], ["vitrienekast", "vitrinekast"], ["cultuurcoots", "cultuurcoach"], ["ijsbreeker", "ijsbreker"], ["musuem", "museum"],
    ["tekneles", "tekenles"], ["kloooster", "klooster"], ["kringesprek", "kringgesprek"], ["zuiek", "muziek"], ["muzik", "muziek"],
  ]) {
    const { mended, verhalen, others } = await plain(typed);
    assert.deepEqual(mended, [[typed, meant]]);
    const right = await plain(meant);
    assert.deepEqual(pages(verhalen), pages(right.verhalen), typed);
    assert.ok(pages(others).some((page) => pages(right.others).includes(page)), typed);
  }
  assert.deepEqual((await plain("Poëzie musuem")).things.map(({ text }) => text), ["Poëzie", "museum"]);
  const { mended, things } = await plain("Musuem in Ezinge");
  assert.deepEqual([mended, things.map(({ part }) => part.text)], [[["musuem", "museum"]], ["museum", "ezinge"]]);
});

test("no word of a page, and no Dutch word, is a typing error", async () => {
  const random = chance(18);
  const every = [...new Set(having.flatMap((set) => [...set]))].filter((word) => word.length > 3);
  for (let times = 0; times < 400; times++) assert.deepEqual((await plain(random.choose(every))).mended, []);
  for (const word of ["herfst", "autisme", "kerst", "carnaval", "gymnasium", "rap", "winter"]) assert.deepEqual((await plain(word)).mended, [], word);
});

test("a word that nothing resembles finds nothing", async () => {
  for (const text of ["xylofoonbouwer", "constructor", "__proto__", "toString", "qqqq"]) {
    const { verhalen, near, others } = await plain(text);
    assert.deepEqual([verhalen, near, others], [[], [], []], text);
  }
});

test("a text without a word is no search", async () => {
  for (const text of ["", "  ", "!!!", "🎨", "<>"]) assert.deepEqual(pages((await plain(text)).verhalen), stories, text);
});

test("what must not be there is not there", async () => {
  for (const [text, gone] of [["museum zonder kerk", "kerk"], ["zonder museum", "museum"], ["school zonder theater", "theater"]]) {
    const { verhalen, near, others, without } = await plain(text);
    assert.deepEqual(without.map((part) => part.text), [gone]);
    for (const page of pages([...verhalen, ...near, ...others])) assert.ok(!having[page].has(gone), `${text}: ${cases.bladzijden[page].address}`);
  }
  assert.ok((await plain("zonder museum")).verhalen.length > 0);
});

test("who asks for a kind of page gets no other", async () => {
  const { verhalen, others, kind } = await plain("werkvormen over de plek");
  assert.equal(kind, "werkvorm");
  assert.deepEqual([verhalen, [...new Set(pages(others).map((page) => engine.kind(page)))]], [[], ["werkvorm"]]);
  const asked = await plain("verhalen over een museum");
  assert.deepEqual(pages(asked.verhalen), pages((await plain("een museum")).verhalen));
});

test("while a word is being typed, what begins so is found, and nothing is mended", async () => {
  const typed = (text) => engine.search({ text, choices: {}, order: "", typing: true });
  for (const [text, word] of [["muse", "museum"], ["vitrin", "vitrinekastjes"], ["kloo", "klooster"]]) {
    const { verhalen, mended } = await typed(text);
    for (const page of stories) if (having[page].has(word)) assert.ok(pages(verhalen).includes(page), text);
    assert.deepEqual(mended, []);
  }
});

test("the order is that of the choice", async () => {
  const best = pages((await plain("museum")).verhalen);
  assert.deepEqual(pages((await plain("museum", {}, "nieuw")).verhalen), best.toSorted((a, b) => a - b));
  assert.deepEqual(pages((await plain("museum", {}, "oud")).verhalen), best.toSorted((a, b) => b - a));
  assert.equal((await plain("museum", {}, "oud")).above, 0);
});

test("with choices those of the stories are left that have them, the others too, and every number is right", async () => {
  const random = chance(19);
  const has = (page, choices) => Object.entries(choices).every(([name, values]) => values.some((value) => (cases.bladzijden[page].values[name] ?? []).includes(value)));
  for (let times = 0; times < 150; times++) {
    const text = random.choose(["", "museum", "school", "kunst", "tekenles", "kinderen uit het dorp", "zonder museum"]);
    const choices = Object.fromEntries(random.list(3, () => {
      const { facet, slug } = random.choose(cases.waarden);
      return [facet, [slug, ...random.list(2, () => random.choose(cases.waarden.filter((other) => other.facet === facet)).slug)]];
    }));
    const known = Object.fromEntries(Object.entries(choices).filter(([name]) => dictionary.waarden.some(({ facet, verhalen }) => facet === name && verhalen)));
    const [free, found] = [await plain(text), await plain(text, known)];
    assert.deepEqual(pages(found.verhalen), pages(free.verhalen).filter((page) => has(page, known)), JSON.stringify([text, known]));
    assert.deepEqual(pages(found.near), pages(free.near).filter((page) => has(page, known)));
    for (const page of pages(found.others)) assert.ok(!["voorbeeld", "werkvorm"].includes(engine.kind(page)) || has(page, known), JSON.stringify([text, known, page]));
    assert.ok(found.others.length <= OTHERS && new Set(pages(found.others)).size === found.others.length);
    for (const name of Object.keys(known)) {
      const { [name]: _, ...rest } = known;
      const beside = pages(free.verhalen).filter((page) => has(page, rest));
      for (const [value, number] of Object.entries(found.counts[name])) {
        assert.equal(number, beside.filter((page) => has(page, { [name]: [value] })).length, JSON.stringify([text, known, name, value]));
      }
    }
  }
});

test("where nothing is found, what is offered gives as many stories as it says", async () => {
  let offered = 0;
  for (const [text, choices] of [
    ["", { schooltype: ["po"], regio: ["oost-groningen"] }], ["museum", { schooltype: ["isk"] }], ["ezinge", { regio: ["drenthe"] }], ["xyzzy", { schooltype: ["po"] }], ["xyzzy", {}],
  ]) {
    const state = { text, choices, order: "", show: 10 };
    const found = await engine.search(state);
    assert.equal(found.verhalen.length, 0, text);
    const counts = [];
    for (const option of await engine.broader(state, found)) {
      assert.equal((await engine.search(option.state)).verhalen.length, option.count);
      assert.ok(option.count > 0 && (option.facet || option.alone));
      counts.push(option.count);
    }
    assert.deepEqual(counts, counts.toSorted((a, b) => b - a));
    offered += counts.length;
  }
  assert.ok(offered > 3);
});

test("whatever is typed, the answer holds together", async () => {
  const random = chance(20);
  const every = [...new Set(having.flatMap((set) => [...set]))];
  for (let times = 0; times < 200; times++) {
    const text = random.list(6, () => random.choose([random.choose(every), random.choose(every).slice(1), random.text(AWKWARD, 8), "zonder", "werkvorm", "de", "__proto__"])).join(" ");
    const found = await engine.search({ text: text.toWellFormed().slice(0, 200), choices: {}, order: "", typing: times % 3 === 0 });
    const { verhalen, near, others, above, things } = found;
    assert.ok(pages([...verhalen, ...near]).every((page) => page < stories.length) && pages(others).every((page) => page >= stories.length), text);
    for (const rows of [verhalen, near, others]) assert.equal(new Set(pages(rows)).size, rows.length, text);
    assert.ok(!verhalen.length || !near.length, text);
    assert.ok(above >= 0 && above <= others.length, text);
    for (const { has, score } of [...verhalen, ...near, ...others]) assert.ok(Number.isFinite(score) && has.every((index) => things[index]), text);
  }
});

test("no other word answers for a story", async () => {
  // Every story has "dan", and the address of every story has "verhalen": that is no reason to find it.
  const is = async (text, ...sought) => {
    const found = pages((await plain(text)).verhalen);
    const { things } = await plain(text);
    const values = things.flatMap(({ part }) => part.values.map((value) => dictionary.waarden[value]));
    for (const page of found) {
      const own = [...having[page]].some((word) => things.some((thing) => thing.words.has(word)) || sought.some((one) => word.includes(one)));
      assert.ok(own || values.some(({ facet, slug }) => (cases.bladzijden[page].values[facet] ?? []).includes(slug)), `${text}: ${cases.bladzijden[page].address}`);
    }
  };
  await is("dans", "dans", "gedans");
  await is("plaats", "plaats");
  await is("verhalen", "verhaal", "verhalen");
});

for (const [name, searches] of Object.entries(cases.oordelen)) {
  test(`of the judged searches (${name}) no more is lost than may be`, async () => {
    const scores = await judged(searches, engine);
    console.log(`${name}: ${said(scores)}`);
    for (const [score, floor] of Object.entries(FLOORS[name])) assert.ok(scores[score] >= floor, `${name}: ${score} is ${scores[score]}, and must be ${floor}: see make oordelen`);
  });
}

test("a judged search names stories and pages that are there, and stands in its file once", () => {
  const slugs = new Set(stories.map((page) => cases.bladzijden[page].address.split("/")[1]));
  assert.deepEqual(Object.keys(cases.oordelen).toSorted(), Object.keys(FLOORS).toSorted());
  for (const searches of Object.values(cases.oordelen)) {
    const asked = searches.map(({ vraag }) => vraag);
    assert.equal(new Set(asked).size, asked.length);
    for (const { vraag, verhalen, elders, ...rest } of searches) {
      assert.deepEqual(rest, {}, vraag);
      assert.ok(verhalen.every((slug) => slugs.has(slug)), vraag);
      assert.ok(!elders || cases.bladzijden.some(({ kind, address }) => kind !== "verhaal" && `/${address}`.includes(elders)), `${vraag}: ${elders}`);
    }
  }
});
