import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, quoted, folded, length, makeText } from "#js/pages/schrijven/script/text.js";
import { cases, chance, AWKWARD } from "../../../hulp.js";

const { patronen: { verboden } } = cases.formulieren.verhaal;
const { paragraphs, line, lines, clean } = makeText(verboden, cases.formulieren.verhaal);

test("what was pasted is cleaned of what nobody sees", () => {
  assert.equal(clean("a\r\nb\rc\u2028d"), "a\nb\nc\nd");
  assert.equal(clean("één\u00a0twee\u202fdrie\u00ad\u200b\ufeff"), "één twee drie");
  assert.equal(clean("👩\u200d🎨 a\u200db \ud800"), "👩\u200d🎨 ab ");
  assert.equal(clean("e\u0301"), "é");
  assert.equal(line("  a \n\t b "), "a b");
  assert.deepEqual(lines(" a\n\n b \r\n"), ["a", "b"]);
});

test("the form writes what the check reads", () => {
  assert.ok(cases.gezuiverd.length > 15);
  for (const [typed, read] of cases.gezuiverd) assert.equal(paragraphs(typed), read, JSON.stringify(typed));
});

test("lines as people type them are paragraphs, and lists are lists", () => {
  for (const [typed, out] of [
    ["een\ntwee", "een\n\ntwee"], ["tekst\n- a\n- b\nverder", "tekst\n\n- a\n- b\n\nverder"], ["•\ta\n•\tb", "- a\n- b"],
    ["# Titel\n#woord", "## Titel\n\n\\#woord"], ["Titel\n===\ntekst", "## Titel\n\ntekst"], ["```\na\nb\n```", "```\na\nb\n```"],
    ["a\n\n\n\nb\n", "a\n\nb"], ["| a | b |\n| c | d |", "| a | b |\n| c | d |"],
  ]) assert.equal(paragraphs(typed), out, typed);
});

test("what was cleaned stays as it is, whatever it was", () => {
  const { text, choose, list } = chance(12);
  const ban = new RegExp(verboden.bron, verboden.vlaggen);
  for (let times = 0; times < 2000; times++) {
    const typed = choose([text(AWKWARD, 60), list(12, () => choose(["- ", "* ", "# ", "## ", "===", "---", "```", "\t", "1. ", "> ", "| ", "woord", "\n", "\n\n", " ", "•"])).join("")]);
    const one = clean(typed);
    assert.equal(clean(one), one);
    assert.ok(!ban.test(one) && !/\r/.test(one), JSON.stringify(typed));
    assert.equal(line(line(typed)), line(typed));
    assert.ok(!paragraphs(typed).includes("\n\n\n"), JSON.stringify(typed));
  }
});

test("an address is proposed as the check makes it", () => {
  for (const [title, address] of cases.adressen) assert.equal(addressOf(title, cases.formulieren.verhaal.naamloos), address, title);
});

test("words are compared and quoted, and characters are counted as the check does", () => {
  assert.equal(folded("  Noord_Drenthe -x "), "noord drenthe x");
  assert.equal(quoted("abc", 2), "“ab…”");
  assert.equal(quoted("🙂🙂", 2), "“🙂🙂”");
  assert.equal(length("a🙂"), 2);
});
