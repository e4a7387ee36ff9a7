import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST_STEPS, Past } from "#js/pages/sessie/script/history.js";
import { chance } from "../../../hulp.js";

test("what was done is undone, the last thing first, and done again", () => {
  const past = new Past();
  past.record("a", "naar b");
  past.record("b", "naar c");
  assert.equal(past.last.label, "naar c");
  assert.deepEqual([past.undo("c").state, past.undo("b").state, past.undo("a")], ["b", "a", undefined]);
  assert.equal(past.next.label, "naar b");
  assert.deepEqual([past.redo("a").state, past.redo("b").state, past.redo("c")], ["b", "c", undefined]);
  assert.equal(past.last.label, "naar c");
});

test("whoever does something else after undoing, cannot do again what was undone", () => {
  const past = new Past();
  past.record("a", "naar b");
  past.undo("b");
  past.record("a", "naar c");
  assert.deepEqual([past.next, past.last.label], [undefined, "naar c"]);
});

test("letters of one word are one step, until somebody leaves the field", () => {
  const past = new Past();
  past.record("", "naam", { key: "naam" });
  past.record("J", "naam", { key: "naam" });
  past.seal();
  past.record("Jo", "naam", { key: "naam" });
  past.record("Jos", "naam", { key: "plaats" });
  assert.deepEqual([past.undo("Jos, hier").state, past.undo("Jos").state, past.undo("Jo").state], ["Jos", "Jo", ""]);
  assert.equal(past.last, undefined);
});

test("a place in the past is found back and ahead, with the steps to it", () => {
  const past = new Past();
  for (const [before, label] of [["a", "b"], ["b", "c"], ["c", "d"]]) past.record(before, label);
  const back = past.travel("d", (state) => state === "b");
  assert.deepEqual([back.state, back.undone, back.steps.map(({ label }) => label)], ["b", true, ["d", "c"]]);
  const ahead = past.travel("b", (state) => state === "d");
  assert.deepEqual([ahead.state, ahead.undone, ahead.steps.map(({ label }) => label)], ["d", false, ["c", "d"]]);
  assert.equal(past.travel("d", (state) => state === "z"), undefined);
  assert.equal(past.last.label, "d");
});

test("whatever is done, undone and done again in whatever order: the states are those of a list with a place in it", () => {
  const { number, choose } = chance(5);
  for (let times = 0; times < 200; times += 1) {
    const past = new Past();
    let list = [0];
    let place = 0;
    for (let step = 1; step < 150; step += 1) {
      const act = choose(["do", "do", "undo", "redo", "travel"]);
      if (act === "do") {
        past.record(list[place], `${step}`);
        list = [...list.slice(0, place + 1), step].slice(-MOST_STEPS - 1);
        place = list.length - 1;
      } else if (act === "travel") {
        const aim = number(list.length);
        const found = past.travel(list[place], (state) => state === list[aim]);
        assert.equal(found?.state, aim === place ? undefined : list[aim]);
        place = aim;
      } else {
        const next = place + (act === "undo" ? -1 : 1);
        assert.equal(past[act](list[place])?.state, list[next]);
        if (next in list) place = next;
      }
    }
  }
});
