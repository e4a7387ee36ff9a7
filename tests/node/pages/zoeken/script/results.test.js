import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Forms } from "#js/pages/zoeken/script/forms.js";
import { cuts } from "#js/pages/zoeken/script/mend.js";
import { Meaning } from "#js/pages/zoeken/script/query.js";
import { elsewhere, sentences, verhaal } from "#js/pages/zoeken/script/results.js";
import { words } from "#js/pages/zoeken/script/words.js";
import { cases, dictionary, paper, searcher } from "../../../hulp.js";

const engine = await searcher();
const meaning = new Meaning(dictionary, new Forms(dictionary.vormen));
const { page: browser, made } = paper();
const STORY = ["titel", "plaats", "samenvatting", "reden"];
const OTHER = ["titel", "label", "tekst", "reden"];
const earlier = Object.fromEntries(Object.keys(browser).map((name) => [name, globalThis[name]]));
before(() => Object.assign(globalThis, browser));
after(() => Object.assign(globalThis, earlier));

/** Every word and group of words that the lists of this site know, and what is searched by many. */
const LISTED = [...new Set([
  ...cases.waarden.flatMap(({ namen, eronder }) => [...namen, ...eronder]), ...cases.begrippen.flat(), ...dictionary.gelijk.flat(),
  ...Object.keys(dictionary.ruimer), ...Object.values(dictionary.ruimer).flat(), ...Object.values(dictionary.soorten).flat(),
  ...Object.keys(dictionary.vormen), ...Object.keys(dictionary.fouten),
])];
const JUDGED = Object.values(cases.oordelen).flat().map(({ vraag }) => vraag);
const label = (facet, slug) => dictionary.waarden.find((value) => value.facet === facet && value.slug === slug)?.label ?? "";

/** What a page is to a brute search: its texts, each as its words with a space around them. */
const texts = cases.bladzijden.map(({ title, kind, label: place, summary, text, names, hidden }) => [title, kind === "verhaal" ? place : "", summary, text, ...names, ...hidden].map((one) => ` ${words(one).join(" ")} `));
const own = texts.map((all) => new Set(all.join(" ").split(" ")));
const stands = (page, group) => texts[page].some((text) => text.includes(` ${group} `));
const hasValue = (page, number) => cases.bladzijden[page].names.length > 0 && (cases.bladzijden[page].values[dictionary.waarden[number].facet] ?? []).includes(dictionary.waarden[number].slug);

/** A word and its other forms. */
const shapes = (word) => [word, ...(word.includes(" ") ? [] : meaning.forms.of(word))];

/** Whether a page has a thing: a word of it, alone or in a compound, a group of words, or a value; not a broader word. */
function real(page, { part, words: sought, groups }, delen) {
  const broader = new Set(part.broader.flatMap(shapes));
  const same = new Set([part.text, ...part.equals].flatMap(shapes));
  const meant = [...sought].filter((word) => same.has(word) || !broader.has(word));
  return meant.some((word) => own[page].has(word) || (delen.includes(word) && own[page].values().some((other) => inside(other, meant))))
    || groups.some((group) => stands(page, group)) || part.values.some((value) => hasValue(page, value));
}

/** What can stand before a verb: "nabespreken". */
const BEFORE = new Set("aan af bij door in mee na om op over tegen toe uit voor".split(" "));
const singles = new Map();
/** A word with every double vowel as a single one. */
const single = (word) => singles.get(word) ?? singles.set(word, word.replace(/([aeou])\1/g, "$1")).get(word);
/** Whether a word is a compound with one of these words in it: what is left before and behind is no ending. */
const inside = (word, sought) => sought.some((other) => {
  const [one, whole] = [single(other), single(word)]; // "taal" is in "tweetalig"
  if (!whole.includes(one)) return false;
  const [before, ...rest] = whole.split(one);
  const ends = [before, rest.join(one)];
  return one.length > 1 && rest.length > 0 && whole !== one && ends.every((end) => !end || end.length > 2 || (end === before && BEFORE.has(end)));
});

/** The words that a thing may be searched by: itself, its equals, their forms, and where no page has it what it begins or is made of. */
function allowed(part) {
  const pieces = cuts(part.text).flatMap(([before, behind]) => [...before, behind]).flatMap((piece) => [piece, ...meaning.part(piece).equals]);
  return new Set([part.text, ...part.equals, ...part.broader, ...pieces].flatMap(shapes));
}

/** What is wrong with the sentences below a hit: each is taken apart and held against the page. */
function untrue(sentence, { page, has, things, questions, near, delen }) {
  const entry = cases.bladzijden[page];
  const wrong = [];
  let left = sentence;
  const take = (pattern, judge) => {
    left = left.replace(pattern, (all, ...groups) => {
      if (!judge(...groups)) wrong.push(`untrue: ${all}`);
      return "";
    });
  };
  const asked = [...new Set(questions.get(page) ?? [])];
  const answers = asked.map((one) => cases.bladzijden[one].title);
  const split = (said, known) => known.reduce((rest, name) => rest.replace(name, ""), said).replace(/[, ]|en/g, "");
  // What holds signs of a sentence itself is taken first.
  if (answers.length) take(`Antwoord op: ${answers.join(" ")}`, () => asked.every((one) => cases.bladzijden[one].stories.includes(page)));
  take(/Past op (\d+) van (\d+): (.+?), niet (.+?)\.(?= |$)/, (had, all, there, gone) => {
    const names = (which) => things.filter((_, index) => has.includes(index) === which).map(({ text }) => text);
    return Number(had) === has.length && Number(all) === things.length && had !== all && had !== "0" && split(there, names(true)) === "" && split(gone, names(false)) === "";
  });
  take(/Bij “([^”]+)” hoort: (.+?)\.(?= |$)/g, (text, said) => {
    const thing = things.find((one, index) => one.text === text && has.includes(index));
    const labels = (thing?.part.values ?? []).filter((value) => hasValue(page, value)).map((value) => dictionary.waarden[value].label);
    return labels.length > 0 && split(said, labels.toSorted((a, b) => b.length - a.length)) === "";
  });
  take(/Niet over (.+?), wel over (.+?)\.(?= |$)/g, (text, said) => {
    const thing = things.find((one, index) => one.text === text && !has.includes(index));
    const beside = (thing?.part.under ?? []).concat((thing?.part.values ?? []).flatMap((value) => (dictionary.waarden[value].verhalen ? [] : dictionary.waarden[value].dichtbij)));
    const labels = beside.filter((value) => hasValue(page, value)).map((value) => dictionary.waarden[value].label);
    const wider = (thing?.part.broader ?? []).flatMap(shapes).filter((word) => stands(page, word));
    return near && labels.length + wider.length > 0 && split(said, [...new Set([...labels, ...wider])].toSorted((a, b) => b.length - a.length)) === "";
  });
  take(/Komt in de buurt van (.+?)\.(?= |$)/g, (text) => {
    const thing = things.find((one, index) => one.text === text && !has.includes(index));
    const hidden = ` ${words(entry.hidden.join(" · ")).join(" ")} `;
    return near && (thing?.part.broader ?? []).flatMap(shapes).some((word) => delen.includes(word) || hidden.includes(` ${word} `) || hidden.split(" ").some((other) => inside(other, [word])));
  });
  // What only the words say that its writer gave and nobody sees.
  take(/Gaat over ((?:“[^”]+”(?:, | en )?)+), in andere woorden\.(?= |$)/, (said) => [...said.matchAll(/“([^”]+)”/g)].every(([, text]) => {
    const thing = things.find((one, index) => one.text === text && has.includes(index));
    const hidden = entry.hidden.map((one) => ` ${words(one).join(" ")} `);
    const alone = new Set(hidden.join(" ").split(" "));
    return thing && ([...thing.words].some((word) => delen.includes(word)) || [...thing.words].some((word) => alone.has(word) || [...alone].some((other) => inside(other, [word]))) || thing.groups.some((group) => hidden.some((one) => one.includes(` ${group} `))));
  }));
  const intros = { verhaal: "Bij dit verhaal staat", voorbeeld: "Bij dit voorbeeld staat" };
  take(/^(Bij dit (?:verhaal|voorbeeld) staat|Ook wel): (.+)\.(?= |$)/, (intro, said) => {
    const known = entry.names.filter((name) => said.includes(name)).toSorted((a, b) => b.length - a.length);
    return intro === (intros[entry.kind] ?? "Ook wel") && known.length > 0 && split(said, known) === "";
  });
  if (left.trim()) wrong.push(`no sentence: ${left}`);
  if (/“”|: \.|: $|undefined|NaN|\[object/.test(sentence)) wrong.push(`empty: ${sentence}`);
  return wrong;
}

/** All that is wrong with what is found for a text. */
async function faults(text) {
  const found = await engine.search({ text, choices: {}, order: "" });
  const wrong = [];
  const parts = found.things.map(({ part }) => part);
  for (const { part, words: sought, text: typed } of found.things) {
    const good = allowed(part);
    for (const word of sought) if (!good.has(word) && !(word.startsWith(part.text) && !found.things.some(({ own: itself, part: other }) => itself && other === part))) wrong.push(`searched for ${word}`);
    if (!typed.trim()) wrong.push("a thing without a name");
  }
  const rows = [...found.verhalen.map((row) => ({ row })), ...found.near.map((row) => ({ row, near: true })), ...found.others.map((row) => ({ row }))];
  for (const { row: { page, has }, near = false } of rows) {
    const data = await engine.data(page);
    const entry = cases.bladzijden[page];
    const story = entry.kind === "verhaal";
    const match = { things: found.things, parts, has, questions: (found.questions.get(page) ?? []).map((one) => cases.bladzijden[one].title), book: dictionary };
    const values = (facet) => entry.values[facet] ?? [];
    const { filled, link } = made(story ? STORY : OTHER, (template) => (story
      ? verhaal(template, data, match, { near, values, label, glyph: () => ({}) })
      : elsewhere(template, data, entry.kind, match)));
    const say = (what) => wrong.push(`${data.url}: ${what}`);
    if (link.dataset[near ? "nabij" : "vondst"] !== entry.kind) say("is not what it is called");
    found.things.forEach((thing, index) => {
      const there = real(page, thing, data.delen);
      const answer = (found.questions.get(page) ?? []).some((one) => real(one, thing, []) || words(cases.bladzijden[one].title).join(" ") === words(text).join(" "));
      if (has.includes(index) && !there && !answer) say(`has no ${thing.text}`);
      // A word that was cut in two is there where both are.
      const whole = new Set([thing.part.text, ...thing.part.equals].flatMap(shapes));
      if (!has.includes(index) && real(page, { ...thing, words: [...thing.words].filter((word) => whole.has(word)) }, data.delen)) say(`has ${thing.text}`);
    });
    const reden = filled.reden.join("");
    if (!near || reden) for (const fault of untrue(reden, { page, has, things: found.things, questions: found.questions, near, delen: data.delen })) say(fault);
    const marks = Object.values(filled).flat().flatMap((piece) => piece.mark ?? []);
    for (const mark of marks) {
      const good = words(mark).some((word) => found.things.some(({ words: sought, groups }) => sought.has(word) || groups.some((group) => group.split(" ").includes(word)) || inside(word, [...sought])));
      if (!good) say(`mark: ${mark}`);
    }
    if (!marks.length && !reden) say("no reason");
  }
  return wrong;
}

/** The faults of many texts, at most some of each kind. */
async function all(list) {
  const wrong = [];
  for (const text of list) for (const fault of await faults(text)) wrong.push(`“${text}”: ${fault}`);
  return wrong;
}

test("every word of the lists finds only what has it, and says so", async () => {
  assert.ok(LISTED.length > 1000);
  const wrong = await all(LISTED);
  assert.equal(wrong.length, 0, `${wrong.length}\n${wrong.slice(0, 40).join("\n")}`);
});

test("of a search of several words it is true what is said to be there and not", async () => {
  const wrong = await all(JUDGED);
  assert.equal(wrong.length, 0, `${wrong.length}\n${wrong.slice(0, 40).join("\n")}`);
});

test("names are said once, then what a word stands for, then the questions", () => {
  const thing = (text) => ({ text, words: new Set([text]), groups: [] });
  const reason = (text, more) => ({ thing: thing(text), names: [], values: [], questions: [], ...more });
  assert.deepEqual(sentences([], "Ook wel"), []);
  assert.deepEqual(
    sentences([reason("a", { names: ["X", "Y"] }), reason("b", { names: ["Y"] }), reason("c", { values: ["V", "W"] }), reason("d", { questions: ["Wie?"] }), reason("e", { questions: ["Wie?", "Wat?"] }), reason("f")], "Ook wel"),
    ["Ook wel: X en Y.", "Bij “c” hoort: V en W.", "Antwoord op: Wie? Wat?", "Gaat over “f”, in andere woorden."],
  );
});
