import assert from "node:assert/strict";
import { test } from "node:test";
import { adresVan, geciteerd, gevouwen, lengte, maakTekst } from "#js/pages/schrijven/script/text.js";
import { gegevens, kans, LASTIG } from "../../../hulp.js";

const { verboden } = gegevens.formulieren.verhaal.patronen;
const { alineas, regel, regels, schoon } = maakTekst(verboden);

test("what was pasted is cleaned of what nobody sees", () => {
  assert.equal(schoon("a\r\nb\rc\u2028d"), "a\nb\nc\nd");
  assert.equal(schoon("één\u00a0twee\u202fdrie\u00ad\u200b\ufeff"), "één twee drie");
  assert.equal(schoon("👩\u200d🎨 a\u200db \ud800"), "👩\u200d🎨 ab ");
  assert.equal(schoon("e\u0301"), "é");
  assert.equal(regel("  a \n\t b "), "a b");
  assert.deepEqual(regels(" a\n\n b \r\n"), ["a", "b"]);
});

test("lines as people type them are paragraphs, and lists are lists", () => {
  for (const [getypt, uit] of [
    ["een\ntwee", "een\n\ntwee"], ["tekst\n- a\n- b\nverder", "tekst\n\n- a\n- b\n\nverder"], ["•\ta\n•\tb", "- a\n- b"],
    ["# Titel\n#woord", "## Titel\n\n\\#woord"], ["Titel\n===\ntekst", "## Titel\n\ntekst"], ["```\na\nb\n```", "```\na\nb\n```"],
    ["a\n\n\n\nb\n", "a\n\nb"], ["| a | b |\n| c | d |", "| a | b |\n| c | d |"],
  ]) assert.equal(alineas(getypt), uit, getypt);
});

test("what was cleaned stays as it is, whatever it was", () => {
  const { tekst, kies, lijst } = kans(12);
  const verbod = new RegExp(verboden.bron, verboden.vlaggen);
  for (let keer = 0; keer < 2000; keer++) {
    const getypt = kies([tekst(LASTIG, 60), lijst(12, () => kies(["- ", "* ", "# ", "## ", "===", "---", "```", "\t", "1. ", "> ", "| ", "woord", "\n", "\n\n", " ", "•"])).join("")]);
    const een = schoon(getypt);
    assert.equal(schoon(een), een);
    assert.ok(!verbod.test(een) && !/\r/.test(een), JSON.stringify(getypt));
    assert.equal(regel(regel(getypt)), regel(getypt));
    assert.ok(!alineas(getypt).includes("\n\n\n"), JSON.stringify(getypt));
  }
});

test("an address is proposed as the check makes it", () => {
  for (const [titel, adres] of gegevens.adressen) assert.equal(adresVan(titel, gegevens.formulieren.verhaal.naamloos), adres, titel);
});

test("words are compared and quoted, and characters are counted as the check does", () => {
  assert.equal(gevouwen("  Noord_Drenthe -x "), "noord drenthe x");
  assert.equal(geciteerd("abc", 2), "“ab…”");
  assert.equal(geciteerd("🙂🙂", 2), "“🙂🙂”");
  assert.equal(lengte("a🙂"), 2);
});
