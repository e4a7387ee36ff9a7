import assert from "node:assert/strict";
import { test } from "node:test";
import { reader } from "#js/pages/schrijven/script/commonmark.js";
import { Judge } from "#js/pages/schrijven/script/judge.js";
import { cases } from "../../../hulp.js";

const read = await reader();
const judge = new Judge(cases.formulieren.verhaal);
/** A message without its quotes: those of the check can stand in any terminal. */
const bare = (text) => text.replace(/[“”"]/g, "");

test("the form judges a text as the check does", () => {
  const codes = new Set();
  for (const [text, expected] of cases.beoordeeld) {
    const found = judge.found(text, read).map(({ code, regel, bericht }) => [code, regel, bare(bericht)]);
    assert.deepEqual(found, expected.map(([code, line, message]) => [code, line, bare(message)]), text);
    for (const [code] of expected) codes.add(code);
  }
  assert.deepEqual([...Object.keys(judge.herstel)].filter((code) => !codes.has(code) && !["tekst-inspringen", "citaat-tekst"].includes(code)), []);
});

test("what is wrong is said with its cure, and of a note by the whole text", () => {
  judge.read = read;
  assert.equal(judge.error("Kijk op www.museum.nl.", ""), "Het adres “www.museum.nl” begint niet met https://. Zet https:// voor het adres.");
  assert.equal(judge.error("Een[^1] woord.", "Een[^1] woord.\n\n[^1]: noot"), "");
  assert.match(judge.error("Een[^1] woord.", "Een[^1] woord."), /^Bij “\[\^1\]” staat nergens een noot\. /);
  assert.equal(judge.error("Iets anders.", "Een[^1] woord.\n\nIets anders."), "");
  assert.equal(judge.error(`https://x.nl/${"*".repeat(5000)}x`, ""), ""); // too slow to read here: the check tells
});
