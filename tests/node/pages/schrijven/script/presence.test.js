import assert from "node:assert/strict";
import { test } from "node:test";
import { Aanwezig } from "#js/pages/schrijven/script/presence.js";

/** Channels between tabs that hear each other at once. */
function kanalen() {
  const alle = new Set();
  return () => {
    const kanaal = {
      onmessage: null,
      postMessage: (data) => {
        for (const ander of alle) if (ander !== kanaal) ander.onmessage?.({ data });
      },
      close: () => alle.delete(kanaal),
    };
    alle.add(kanaal);
    return kanaal;
  };
}

test("tabs hear which draft another has open, and that it went", () => {
  const nieuw = kanalen();
  let veranderd = 0;
  const een = new Aanwezig(nieuw(), "een", () => veranderd++);
  const twee = new Aanwezig(nieuw(), "twee", () => {});
  twee.zet("x");
  assert.ok(een.elders("x") && !een.elders("y") && !twee.elders("x"));
  een.zet("x");
  assert.ok(twee.elders("x"));
  twee.weg();
  assert.ok(!een.elders("x"));
  assert.ok(veranderd >= 2);
});

test("a tab that crashed is not there: who does not answer is forgotten", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const nieuw = kanalen();
  const een = new Aanwezig(nieuw(), "een", () => {});
  const stuk = nieuw();
  const gezond = new Aanwezig(nieuw(), "gezond", () => {});
  gezond.zet("y");
  stuk.postMessage({ tab: "stuk", soort: "open", id: "x" });
  stuk.postMessage({ tab: 5, id: "z" });
  stuk.postMessage(null);
  assert.ok(een.elders("x") && een.elders("y") && !een.elders("z"));
  een.vraag();
  t.mock.timers.tick(1001);
  assert.ok(!een.elders("x") && een.elders("y"));
});

test("without a channel nothing is known of others", () => {
  const alleen = new Aanwezig(null, "een", () => {});
  alleen.zet("x");
  alleen.vraag();
  alleen.weg();
  assert.equal(alleen.elders("x"), false);
});
