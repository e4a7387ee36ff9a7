import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { read, siteAddress } from "#js/pages/schrijven/script/clipboard.js";
import { compose } from "#js/pages/schrijven/script/compose.js";
import { told } from "#js/pages/schrijven/script/leftout.js";
import { makeText } from "#js/pages/schrijven/script/text.js";
import { cases, chance } from "../../../hulp.js";
import { grown, h } from "./boom.js";

const { patronen, persoonlijk } = cases.formulieren.verhaal;
const { paragraphs } = makeText(patronen.verboden, cases.formulieren.verhaal);
const rules = { email: new RegExp(patronen.email.bron, `${patronen.email.vlaggen}g`), persoonlijk };

/** What is made of these elements, and what is said of it. */
function pasted(...elements) {
  const { blokken, noten, over } = read(grown(h("html", {}, h("body", {}, ...elements))));
  const made = compose(blokken, noten);
  return { text: [made.tekst, made.noten].filter(Boolean).join("\n\n"), said: told({ ...over, noten: made.zonder }, made, rules), over };
}
const p = (...inside) => h("p", {}, ...inside);
const li = (...inside) => h("li", {}, ...inside);
/** An item as Word writes it; without a sign, the style sheet says what it is. */
const word = (list, text, sign = "") => h("p", { class: "MsoListParagraph", style: `text-indent:-18.0pt;mso-list:${list}` },
  ...(sign ? [h("span", { style: "mso-list:Ignore" }, `${sign}\u00a0\u00a0 `)] : []), text);

test("a plain sentence stays as it is", () => {
  for (const sentence of [
    "Groep 7/8 – 3 * 4 = 12, en dat klopt!", "Het kost € 12,50 (of 10%).", "'t Dorp & de school: een_lang_woord.", "Mail? Nee; bel #1 [sic].", "1 + 1 = 2",
    "3 < 4 en 5 > 4", "Kijk op https://voorbeeld.nl/een_twee_drie?a=b&c=d*e*f.", "A*", "“Kunst” is ‘van ons’…", "2019 was een mooi jaar.", "C:\\map", "~ 30 kinderen", "Wat? !",
  ]) {
    const { text, said } = pasted(p(sentence));
    assert.equal(text, sentence);
    assert.deepEqual(said, []);
  }
});

test("what would be read as a mark is written so that it is not", () => {
  for (const [sentence, out] of [
    ["5*3*2", "5\\*3\\*2"], ["# geen kop", "\\# geen kop"], ["1. geen lijst", "1\\. geen lijst"], ["- los", "\\- los"], ["<b>", "&lt;b>"], ["&amp;", "\\&amp;"], ["[x](y)", "\\[x\\](y)"],
    ["[^1]", "\\[^1\\]"], ["> nee", "\\> nee"], ["---", "\\---"], ["`a` b", "\\`a\\` b"], ["~~a~~", "\\~\\~a\\~\\~"], ["[x]: y", "\\[x\\]: y"], ["_a_", "\\_a\\_"],
  ]) assert.equal(pasted(p(sentence)).text, out);
});

test("emphasis stands around words, whatever the program put around it", () => {
  for (const [inside, out] of [
    [["een", h("b", {}, " vet "), "woord"], "een **vet** woord"], [[h("b", {}, "a"), h("b", {}, "b")], "**ab**"], [[h("b", {}, "Titel:"), "tekst"], "**Titel**:tekst"],
    [[h("span", { style: "font-weight:700" }, "a"), h("span", { style: "font-style:italic" }, " b")], "**a** *b*"], [[h("b", { style: "font-weight:normal" }, "niet")], "niet"],
    [[h("b", {}, "a ", h("i", {}, "b"))], "**a *b***"], [[h("b", {}, " ")], ""], [[h("b", {}, "!")], "!"], [["m", h("sup", {}, "2")], "m²"], [["1", h("sup", {}, "e")], "1e"],
    [[h("a", { href: "https://x.nl/a b_(c)" }, h("b", {}, "x [y]"))], "[**x \\[y\\]**](https://x.nl/a%20b_%28c%29)"], [[h("a", { href: "https://www.x.nl/" }, "www.x.nl")], "<https://www.x.nl/>"],
    [["regel", h("br"), "twee"], "regel\\\ntwee"], [["een", h("br"), h("br"), "twee"], "een\n\ntwee"], [["Kijk!", h("a", { href: "https://x.nl" }, "hier")], "Kijk\\![hier](https://x.nl/)"],
  ]) assert.equal(pasted(p(...inside)).text, out);
});

test("headings begin at the second level and leave none out", () => {
  assert.equal(pasted(h("h1", {}, "a"), h("h3", {}, "b"), h("h1", {}, h("b", {}, "c"))).text, "## a\n\n### b\n\n## c");
  assert.equal(pasted(h("h4", {}, "a")).text, "## a");
  assert.equal(pasted(h("p", { role: "heading", "aria-level": "2" }, "a")).text, "## a");
  assert.equal(pasted(h("ul", {}, li(h("h2", {}, "a"), p("b")))).text, "- **a**\n\n  b");
  assert.equal(pasted(h("h2", {}, "a"), h("h2", {}, " ")).text, "## a");
});

test("lists of Word, of the web and those that were typed by hand", () => {
  assert.equal(pasted(word("l0 level1 lfo1", "a", "3."), word("l0 level1 lfo1", "b", "4."), word("l0 level2 lfo1", "c", "a)")).text, "3. a\n4. b\n   1. c");
  assert.equal(pasted(word("l0 level2 lfo1", "a", "o"), word("l0 level2 lfo1", "b", "o"), word("l0 level1 lfo1", "c", "·")).text, "- a\n- b\n- c");
  assert.equal(pasted(word("l0 level1 lfo1", "a", "1."), word("l0 level1 lfo2", "b", "1.")).text, "1. a\n\n1) b");
  assert.equal(pasted(word("l0 level1 lfo1", "a", "·"), h("p", { class: "MsoListParagraph" }, "meer")).text, "- a\n\n  meer");
  assert.equal(pasted(h("style", {}, "@list l7:level1 {mso-level-tab-stop:none;}"), word("l7 level1 lfo1", "a")).text, "1. a");
  const online = (level, text) => h("div", { class: "ListContainerWrapper" }, h("ul", {}, h("li", { "data-aria-level": level }, p(text))));
  assert.equal(pasted(online("1", "a"), online("2", "b"), online("1", "c")).text, "- a\n  - b\n- c");
  assert.equal(pasted(h("ul", {}, li("a"), h("ul", {}, li("b"))), h("ul", {}, li("c"))).text, "- a\n  - b\n- c");
  assert.equal(pasted(h("ol", { start: "9" }, li("a"), li("b"))).text, "9. a\n10. b");
  assert.equal(pasted(p("• a"), p("• b")).text, "- a\n- b");
  assert.equal(pasted(p("- a"), p("- ", h("b", {}, "b"))).text, "- a\n- **b**");
  assert.equal(pasted(p("1. a"), p("2. b"), p("c")).text, "1. a\n2. b\n\nc");
});

test("nothing lies deeper than a phone can show", () => {
  const deep = (depth) => h("ul", {}, li(`${depth}`, ...(depth < 12 ? [deep(depth + 1)] : [])));
  const { text } = pasted(deep(1));
  assert.equal(Math.max(...text.split("\n").map((line) => line.search(/\S/))), 10);
  for (let depth = 1; depth <= 12; depth++) assert.match(text, new RegExp(`- ${depth}$`, "m"));
});

test("a table says in each row what goes for it, and a box is no table", () => {
  const row = (...cells) => h("tr", {}, ...cells);
  const td = (...inside) => h("td", {}, ...inside);
  const { text } = pasted(h("table", {}, h("tbody", {}, row(td("A|B"), td(p("een."), p("twee"))), row(h("td", { rowspan: "9" }, "x"), td(h("ul", {}, li("a"), li("b")))), row(td("y", h("br"), "z")))));
  assert.equal(text, "| A\\|B | een. twee |\n| --- | --- |\n| x | a; b |\n| x | y; z |");
  assert.equal(pasted(h("table", {}, row(td(p("een"), p("twee"))))).text, "een\n\ntwee");
  assert.equal(pasted(h("table", {}, row(td("een"), td("twee")))).text, "een\n\ntwee");
  assert.equal(pasted(h("table", {}, row(td("a"), td("")), row(td("b"), td("")))).text, "a\n\nb");
});

test("a note keeps its text, gets a name that is free, and goes when it has none", () => {
  const note = (n) => h("a", { href: `#_ftn${n}`, name: `_ftnref${n}` }, `[${n}]`);
  const below = (n, text) => h("div", { id: `ftn${n}` }, p(h("a", { href: `file:///C:/x.htm#_ftnref${n}` }, `[${n}]`), ` ${text}`));
  assert.equal(pasted(p("a", note(4)), p("b", note(2)), below(2, "twee"), below(4, "vier")).text, "a[^1]\n\nb[^2]\n\n[^1]: vier\n\n[^2]: twee");
  const { text, said } = pasted(p("a", note(1), " b"));
  assert.equal(text, "a b");
  assert.match(said[0], /^Van een noot kwam de tekst niet mee/);
  const { blokken, noten } = read(grown(h("body", {}, p("a", note(1)), below(1, "een"))));
  assert.equal(compose(blokken, noten, new Set(["1"])).noten, "[^2]: een");
  assert.equal(pasted(p("a", note(1), "(b)"), below(1, "een")).text, "a[^1]\\(b)\n\n[^1]: een");
});

test("a link goes to a site, and nowhere else", () => {
  assert.equal(siteAddress("https://www.google.com/url?q=https://voorbeeld.nl/a%3Fb%3D1&sa=D"), "https://voorbeeld.nl/a?b=1");
  assert.equal(siteAddress("https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fvoorbeeld.nl%2F&data=x"), "https://voorbeeld.nl/");
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "file:///C:/x", "http://school", "https://a@b.nl", "x.nl", "", "https://www.google.com/url?q=javascript:x".replace("https", "ftp")]) assert.equal(siteAddress(bad), "");
  assert.equal(siteAddress("https://x.nl/?a=1&copy;=(2)"), "https://x.nl/?a=1%26copy;=%282%29");
  const { text, said } = pasted(p(h("a", { href: "javascript:alert(1)" }, "a"), " ", h("a", { href: "file:///C:/b.docx" }, "b"), " ", h("a", { href: "mailto:jan@voorbeeld.nl?subject=x" }, "Jan"), " piet@voorbeeld.nl"));
  assert.equal(text, "a b Jan piet@voorbeeld.nl");
  assert.deepEqual(said.slice(0, 3), [
    "Een link ging niet naar een site. Alleen de woorden staan er.", "Er staat een e-mailadres in: piet@voorbeeld.nl. Haal het weg: op de site staan geen gegevens van personen.",
    "Een link naar een e-mailadres (jan@voorbeeld.nl) kwam niet mee. Alleen de woorden staan er.",
  ]);
});

test("who pastes reads what did not come along, and how to undo it", () => {
  const { text, said } = pasted(
    p("a", h("img", { src: "x.png" }), h("ins", { datetime: "2026" }, "b"), h("del", { datetime: "2026" }, "c"), h("span", { class: "MsoCommentReference" }, h("a", { href: "#_msocom_1" }, "[V1]"))),
    h("div", { style: "mso-element:comment-list" }, p("een opmerking")), h("h2", {}, "kop"),
  );
  assert.equal(text, "ab\n\n## kop");
  assert.equal(said.length, 5);
  for (const [index, part] of [/tussenkop/, /^Een afbeelding kwam niet mee/, /wijzigingen/, /^Een opmerking in de kantlijn/, /Ctrl\+Z/].entries()) assert.match(said[index], part);
  assert.equal(pasted(p(h("del", {}, "weg"))).text, "~~weg~~"); // of a page, where no program keeps track of changes
});

test("what is hidden, drawn or run is not there", () => {
  const { text, over } = pasted(
    h("script", {}, "alert(1)"), h("style", {}, "p{}"), p(h("img", { src: "x", onerror: "alert(1)" }), h("span", { style: "display: none" }, "weg"), h("o:p", {}, "er"), h("svg", {}, h("text", {}, "x")), h("iframe", {}, "y")),
    h("xml", {}, "z"), h("v:shape", {}, "q"), h("img", { width: "1", height: "1", src: "https://meet.nl" }), h("st1:city", {}, "Ezinge"), h("img", { alt: "🎨" }),
  );
  assert.equal(text, "er\n\nEzinge🎨");
  assert.equal(over.afbeeldingen, 1);
});

test("the form leaves what was pasted as it is", () => {
  const folder = new URL("../../../../pages/geplakt/", import.meta.url);
  const example = readFileSync(new URL("geplakt.md", folder), "utf8").trimEnd();
  assert.equal(paragraphs(example), example);
  assert.ok(readdirSync(folder).length > 4);
  const { choose, list, number } = chance(5);
  const words = () => list(4, () => choose(["een", "- twee", "# drie", "1. vier", "> vijf", "a|b", "zes\\", "===", h("b", {}, "vet"), h("br"), " "]));
  const some = (deep = 0) => list(4, () => {
    const kind = number(deep > 2 ? 2 : 6);
    if (kind < 2) return p(...words());
    if (kind === 2) return h(choose(["ul", "ol"]), {}, ...list(4, () => li(...words(), ...some(deep + 1))));
    if (kind === 3) return h("blockquote", {}, ...some(deep + 1));
    if (kind === 4) return h("table", {}, ...list(3, () => h("tr", {}, ...list(3, () => h("td", {}, ...words())))));
    return h("h2", {}, ...words());
  });
  for (let times = 0; times < 500; times++) {
    const { text } = pasted(...some());
    assert.equal(paragraphs(text), text);
  }
});

test("hostile HTML is answered at once", () => {
  let deep = h("b", {}, "diep");
  for (let times = 0; times < 3000; times++) deep = h("div", {}, deep);
  const wide = h("table", {}, ...Array.from({ length: 20_000 }, (_, row) => h("tr", {}, ...Array.from({ length: 5 }, (_, cell) => h("td", { colspan: "9999", rowspan: "9999" }, `${row} ${cell}`)))));
  const many = h("p", {}, ...Array.from({ length: 100_000 }, (_, index) => h(index % 2 ? "b" : "i", {}, "*_`[a")));
  const lists = Array.from({ length: 50_000 }, (_, index) => word(`l0 level${1 + (index % 9)} lfo1`, "*".repeat(5), "1."));
  const notes = Array.from({ length: 5000 }, (_, index) => p(h("a", { href: `#_ftn${index}` }, "x"), h("a", { href: `#_ftnref${index}` }, "y")));
  for (const made of [[deep], [wide], [many], lists, notes, [p("[".repeat(100_000))], [p("* ".repeat(100_000))], [h("p", { style: "mso-list:".repeat(100_000) }, "a")]]) {
    const start = performance.now();
    pasted(...made);
    assert.ok(performance.now() - start < 20000, `${made[0].naam} ${performance.now() - start}`);
  }
});
