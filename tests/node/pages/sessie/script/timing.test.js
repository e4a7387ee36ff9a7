import assert from "node:assert/strict";
import { test } from "node:test";
import { fit, shorter } from "#js/pages/sessie/script/timing.js";
import { cases } from "../../../hulp.js";

const step = (minuten, kort = minuten) => ({ naam: "Stap", minuten, kort, tussendoor: false, tekst: "" });
const between = { ...step(0), tussendoor: true };
const times = (steps, minutes) => fit(steps, minutes).stappen.map(({ tijd }) => tijd);
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

test("with time for all of it each step has its own minutes, and what is left over goes to the longest", () => {
  assert.deepEqual(times([step(5), step(20), step(5)], 30), [5, 20, 5]);
  assert.deepEqual(times([step(5), step(20), step(5)], 35), [5, 25, 5]);
  assert.equal(fit([step(5), step(20)], 25).route, "heel");
});

test("with less it is the short route, and every step between its short and its whole time", () => {
  const stellingen = [step(3), step(2), step(24, 18), step(10, 7), step(6, 0)];
  assert.deepEqual(times(stellingen, 30), [3, 2, 18, 7, 0]);
  assert.deepEqual(times(stellingen, 35), [3, 2, 21, 9, 0]);
  assert.deepEqual(times(stellingen, 36), [3, 2, 18, 7, 6]);
  assert.equal(fit(stellingen, 35).route, "kort");
});

test("with less than that every step gives in, and it is said", () => {
  assert.deepEqual(times([step(4), step(8), step(6, 0)], 6), [2, 4, 0]);
  assert.equal(fit([step(4), step(8)], 6).route, "krap");
});

test("what lies between two meetings takes no time, and what has no times has no route", () => {
  assert.deepEqual(times([step(10), between, step(20)], 30), [10, 0, 20]);
  assert.deepEqual(fit([], 30), { stappen: [], route: "heel" });
});

test("what can still be left out is said, and nothing that is done already", () => {
  const steps = [step(5), step(12, 1), step(6, 0), step(9, 7)];
  assert.equal(shorter(fit(steps, 32).stappen), "Sla stap 3 over; doe stap 2 in 1 minuut; doe stap 4 in 7 minuten.");
  assert.equal(shorter(fit(steps, 13).stappen), "");
});

test("the minutes of every werkvorm are those of the programme, whatever it gives", () => {
  assert.ok(cases.verloop.length);
  for (const { verloop, duur: [least, most] } of cases.verloop) {
    const [short, whole] = [sum(verloop.map(({ kort }) => kort)), sum(verloop.map(({ minuten }) => minuten))];
    for (let minutes = Math.min(least, short, 5); minutes <= Math.max(most, whole) + 15; minutes++) {
      const { stappen, route } = fit(verloop, minutes);
      if (route === "krap" && minutes < verloop.filter(({ kort }) => kort).length) continue; // not a minute for each
      assert.equal(sum(stappen.map(({ tijd }) => tijd)), minutes);
      if (route === "kort" && minutes < whole) {
        for (const { tijd, kort } of stappen) assert.ok(tijd >= kort);
      }
      if (route !== "krap") assert.ok(stappen.every(({ tussendoor, tijd, kort }) => tussendoor ? tijd === 0 : tijd >= kort));
    }
  }
});
