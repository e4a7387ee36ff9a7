import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf, when } from "#js/pages/schrijven/script/draftlist.js";
import { addressFor, lengthOf, taken } from "#js/pages/schrijven/script/propose.js";

test("the file goes along in the address of the forge, and comes out of it as it was", () => {
  const content = '---\ntitle: "Één & {naam} + 100%?"\n---\n\nTekst.\n';
  const address = new URL(addressFor("https://forge.example/new/main/stories?filename={naam}&value={inhoud}", "een-naam.md", content));
  assert.deepEqual(Object.fromEntries(address.searchParams), { filename: "een-naam.md", value: content });
  assert.equal(addressFor("https://forge.example/new?filename={naam}&value={inhoud}", "a b.md", ""), "https://forge.example/new?filename=a+b.md");
});

const SPOT = {
  nieuw: "https://github.com/team/kennis/new/main?filename=stories/{naam}&value={inhoud}",
  omweg: "https://github.com/login?return_to=",
  langste: "7500",
};
const SENTENCE = "Op donderdag gingen de kinderen van groep zes met hun juf naar het museum, en ze namen oude foto's mee. ";

test("an address is as long as the one to log in, which has it encoded once more", () => {
  const address = addressFor(SPOT.nieuw, "een-naam.md", `---\ntitle: "Één & twee"\n---\n\n${SENTENCE}`);
  const login = new URL("https://github.com/login");
  login.searchParams.set("return_to", address);
  assert.equal(lengthOf(address, SPOT.omweg), `${SPOT.omweg}${encodeURIComponent(address)}`.length);
  assert.equal(new URL(`${SPOT.omweg}${encodeURIComponent(address)}`).searchParams.get("return_to"), address);
  assert.ok(lengthOf(address, SPOT.omweg) > address.length * 1.2);
});

test("a story of six hundred words goes along whole, also for who must log in", () => {
  const { address, whole } = taken(SPOT, "een.md", [SENTENCE.repeat(30), "kort"]);
  assert.ok(whole);
  assert.equal(new URL(address).searchParams.get("value"), SENTENCE.repeat(30));
});

test("of one of a thousand words the begin goes along, and all of it for who is logged in where that fits", () => {
  const text = SENTENCE.repeat(56);
  assert.ok(text.split(" ").length >= 1000);
  const { address, whole, direct } = taken(SPOT, "een.md", [text, "INVULLEN: plak hier"]);
  assert.ok(!whole);
  assert.equal(new URL(address).searchParams.get("value"), "INVULLEN: plak hier");
  assert.ok(lengthOf(address, SPOT.omweg) <= 7500);
  assert.equal(new URL(direct).searchParams.get("value"), text);
  assert.equal(taken(SPOT, "een.md", [SENTENCE.repeat(100), "kort"]).direct, "");
});

test("when the begin is too long as well, the name of the file goes along", () => {
  const { address, whole } = taken(SPOT, "een.md", [SENTENCE.repeat(100), SENTENCE.repeat(90)]);
  assert.ok(!whole);
  assert.deepEqual(Object.fromEntries(new URL(address).searchParams), { filename: "stories/een.md" });
});

test("a draft is called by its title, with when it was changed", () => {
  assert.equal(nameOf({ velden: { title: " Een\n titel " }, kopie: true }), "Een titel (kopie)");
  assert.equal(nameOf({ velden: { title: ["x"] }, kopie: false }), "Zonder titel");
  const now = new Date(2026, 4, 4);
  assert.equal(when(new Date(2026, 4, 3, 14, 5).toISOString(), now), "op 3 mei om 14:05");
  assert.equal(when(new Date(2025, 4, 3, 14, 5).toISOString(), now), "op 3 mei 2025 om 14:05");
  assert.equal(when("", now), "eerder");
});
