// What the tests of scripts share: cases that Python made, chance with a fixed seed, and a store without a browser.

import { readFileSync } from "node:fs";
import { makeSearcher } from "#js/pages/zoeken/script/engine.js";

const { GEGEVENS, VINDER } = process.env;
if (!GEGEVENS || !VINDER) throw new Error("These tests need what Python makes: run `python -m tests.node`.");

/** What `tests/node/cases.py` made. */
export const cases = JSON.parse(readFileSync(GEGEVENS, "utf8"));

/** A file of the finder of this site, as the engine asks for it. */
export const fetched = async (address) => JSON.parse(readFileSync(address, "utf8"));

const { map } = await fetched(`${VINDER}zoeken/index.json`);

/** What words mean on this site. */
export const dictionary = await fetched(`${VINDER}zoeken/${map}/woordenboek.json`);

/** The engine over the index of this site; `get` fetches a file. */
export const searcher = (get = fetched) => makeSearcher(VINDER, [...new Set(cases.waarden.map(({ facet }) => facet))], get);

/** Chance that is the same in every run: `number(n)` is 0 to n - 1, `choose(list)` one of them, `list(most, act)` some. */
export function chance(seed) {
  let step = seed | 0;
  const next = () => {
    step = (step + 0x6d2b79f5) | 0;
    let value = Math.imul(step ^ (step >>> 15), step | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return (value ^ (value >>> 14)) >>> 0;
  };
  const number = (highest) => next() % highest;
  const choose = (list) => list[number(list.length)];
  const list = (most, act) => Array.from({ length: number(most + 1) }, act);
  return { number, choose, list, text: (characters, most) => list(most, () => choose(characters)).join("") };
}

/** Anything that JSON can hold: what somebody may have put in a store or a file. */
export function what(random, names, deep = 0) {
  const { number, choose, list, text } = random;
  const soort = number(deep > 2 ? 5 : 7);
  if (soort === 0) return null;
  if (soort === 1) return choose([true, false]);
  if (soort === 2) return number(19) - 9;
  if (soort === 3) return text(AWKWARD, 30);
  if (soort === 4) return choose(names);
  if (soort === 5) return list(4, () => what(random, names, deep + 1));
  return object(list(4, () => [choose([choose(names), text(AWKWARD, 9)]), what(random, names, deep + 1)]));
}

/** An object of these pairs, in which `__proto__` is a name like any other, as `JSON.parse` makes it. */
export function object(pairs) {
  return JSON.parse(`{${pairs.map(([name, content]) => `${JSON.stringify(name)}:${JSON.stringify(content)}`).join(",")}}`);
}

/** Letters and signs that break what is not careful. */
export const AWKWARD = [..."abz09.,-_%&=+<>\"'\\/#?: \n\t\0é\u202e\u2066\ufeff\ud800", "🙂", "\r\n", "__proto__"];

/** A store as a browser has it, over a Map; `may(name)` tells whether there is room to write. */
export function storage(hero = new Map(), may = () => true) {
  return {
    getItem: (name) => hero.get(name) ?? null,
    setItem(name, text) {
      if (!may(name)) throw new DOMException("", "QuotaExceededError");
      hero.set(name, String(text));
    },
    removeItem: (name) => void hero.delete(name),
    key: (index) => [...hero.keys()][index] ?? null,
    get length() {
      return hero.size;
    },
  };
}

/**
 * Templates without a browser, for what a script fills in (`fill`): `made(slots, act)` calls `act` with a template that has
 * these slots, and gives by slot what was put there: pieces, of which those that are marked are `{ mark }`; an empty text where
 * the element went.
 */
export function paper() {
  class Node {}
  class Element extends Node {}
  class Attr extends Node {}
  class Text extends Node {}
  class Fragment extends Node {
    pieces = [];
    append(...pieces) {
      this.pieces.push(...pieces.map((piece) => piece.textContent === undefined ? piece : { mark: piece.textContent }));
    }
  }
  const page = {
    Node, Element, Attr, Text,
    NodeFilter: { SHOW_ELEMENT: 1, SHOW_TEXT: 4 },
    document: {
      createDocumentFragment: () => new Fragment(),
      createElement: () => ({ textContent: "" }),
      createTreeWalker: (part) => ({ currentNode: part, rest: [...part.texts], nextNode() { return this.rest.shift() ?? null; } }),
    },
  };
  function made(slots, act) {
    const filled = {};
    const texts = slots.map((slot) => Object.assign(new Text(), {
      data: `{${slot}}`,
      nodeValue: `{${slot}}`,
      parentElement: { childNodes: [1], remove: () => (filled[slot] = []) },
      replaceWith: (...pieces) => (filled[slot] = pieces.flatMap((piece) => piece instanceof Fragment ? piece.pieces : piece).filter((piece) => piece !== "")),
    }));
    const link = { dataset: {} };
    const copy = Object.assign(new Fragment(), { texts, contains: () => true, querySelectorAll: () => [], firstElementChild: { querySelector: () => link } });
    act({ id: "sjabloon", content: { cloneNode: () => copy } });
    return { filled, link };
  }
  return { page, made };
}
