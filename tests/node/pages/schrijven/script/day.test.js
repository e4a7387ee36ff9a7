import assert from "node:assert/strict";
import { test } from "node:test";
import { today } from "#js/pages/schrijven/script/day.js";

// The same moments as in tests/reading/test_day.py.
for (const [now, day] of [
  ["2026-01-15T22:59:59Z", "2026-01-15"], // winter: an hour ahead of UTC
  ["2026-01-15T23:00:00Z", "2026-01-16"],
  ["2026-07-01T21:59:59Z", "2026-07-01"], // summer: two hours
  ["2026-07-01T22:00:00Z", "2026-07-02"],
  ["2026-03-28T23:30:00Z", "2026-03-29"], // the night in which summer begins
  ["2026-03-29T22:00:00Z", "2026-03-30"],
  ["2026-10-24T22:30:00Z", "2026-10-25"], // the night in which it ends
  ["2026-10-25T22:30:00Z", "2026-10-25"],
  ["2026-12-31T23:00:00Z", "2027-01-01"],
]) {
  test(`at ${now} it is ${day} in the Netherlands`, () => assert.equal(today(new Date(now)), day));
}
