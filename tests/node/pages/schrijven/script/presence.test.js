import assert from "node:assert/strict";
import { test } from "node:test";
import { Presence } from "#js/pages/schrijven/script/presence.js";

/** Channels between tabs that hear each other at once. */
function channels() {
  const all = new Set();
  return () => {
    const channel = {
      onmessage: null,
      postMessage: (data) => {
        for (const other of all) if (other !== channel) other.onmessage?.({ data });
      },
      close: () => all.delete(channel),
    };
    all.add(channel);
    return channel;
  };
}

test("tabs hear which draft another has open, and that it went", () => {
  const fresh = channels();
  let changed = 0;
  const one = new Presence(fresh(), "een", () => changed++);
  const two = new Presence(fresh(), "twee", () => {});
  two.put("x");
  assert.ok(one.elsewhere("x") && !one.elsewhere("y") && !two.elsewhere("x"));
  one.put("x");
  assert.ok(two.elsewhere("x"));
  two.gone();
  assert.ok(!one.elsewhere("x"));
  assert.ok(changed >= 2);
});

test("a tab that crashed is not there: who does not answer is forgotten", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const fresh = channels();
  const one = new Presence(fresh(), "een", () => {});
  const piece = fresh();
  const healthy = new Presence(fresh(), "gezond", () => {});
  healthy.put("y");
  piece.postMessage({ tab: "stuk", soort: "open", id: "x" });
  piece.postMessage({ tab: 5, id: "z" });
  piece.postMessage(null);
  assert.ok(one.elsewhere("x") && one.elsewhere("y") && !one.elsewhere("z"));
  one.vraag();
  t.mock.timers.tick(1001);
  assert.ok(!one.elsewhere("x") && one.elsewhere("y"));
});

test("without a channel nothing is known of others", () => {
  const alone = new Presence(null, "een", () => {});
  alone.put("x");
  alone.vraag();
  alone.gone();
  assert.equal(alone.elsewhere("x"), false);
});
