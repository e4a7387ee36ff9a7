import assert from "node:assert/strict";
import { test } from "node:test";
import { grow, reader } from "#js/pages/schrijven/script/commonmark.js";
import { cases } from "../../../hulp.js";

const read = await reader();

/** An element as Python says it: pieces of text that follow each other are one. */
function plain({ tag, kenmerken, kinderen }) {
  const inside = [];
  for (const child of kinderen.filter((one) => one !== "")) {
    if (typeof child === "string" && typeof inside.at(-1) === "string") inside[inside.length - 1] += child;
    else inside.push(typeof child === "string" ? child : plain(child));
  }
  return [tag, kenmerken, ...inside];
}

test("a text is read as the site reads it", () => {
  assert.ok(cases.gelezen.length > 1500);
  for (const [text, [, , ...shown]] of cases.gelezen) {
    const [, , ...found] = plain(grow(read(text)));
    assert.deepEqual(found, shown, text);
  }
});

test("the reader is fetched once", () => {
  assert.equal(reader(), reader());
});
