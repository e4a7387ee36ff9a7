// What the tests of scripts share: cases that Python made, chance with a fixed seed, and a store without a browser.

import { readFileSync } from "node:fs";

const { GEGEVENS } = process.env;
if (!GEGEVENS) throw new Error("These tests need what Python makes: run `python -m tests.node`.");

/** What `tests/node/cases.py` made. */
export const gegevens = JSON.parse(readFileSync(GEGEVENS, "utf8"));

/** Chance that is the same in every run: `getal(n)` is 0 to n - 1, `kies(list)` one of them, `lijst(most, doe)` some. */
export function kans(zaad) {
  let stap = zaad | 0;
  const volgende = () => {
    stap = (stap + 0x6d2b79f5) | 0;
    let waarde = Math.imul(stap ^ (stap >>> 15), stap | 1);
    waarde ^= waarde + Math.imul(waarde ^ (waarde >>> 7), waarde | 61);
    return (waarde ^ (waarde >>> 14)) >>> 0;
  };
  const getal = (hoogste) => volgende() % hoogste;
  const kies = (lijst) => lijst[getal(lijst.length)];
  const lijst = (meeste, doe) => Array.from({ length: getal(meeste + 1) }, doe);
  return { getal, kies, lijst, tekst: (tekens, meeste) => lijst(meeste, () => kies(tekens)).join("") };
}

/** Anything that JSON can hold: what somebody may have put in a store or a file. */
export function wat(toeval, namen, diep = 0) {
  const { getal, kies, lijst, tekst } = toeval;
  const soort = getal(diep > 2 ? 5 : 7);
  if (soort === 0) return null;
  if (soort === 1) return kies([true, false]);
  if (soort === 2) return getal(19) - 9;
  if (soort === 3) return tekst(LASTIG, 30);
  if (soort === 4) return kies(namen);
  if (soort === 5) return lijst(4, () => wat(toeval, namen, diep + 1));
  return object(lijst(4, () => [kies([kies(namen), tekst(LASTIG, 9)]), wat(toeval, namen, diep + 1)]));
}

/** An object of these pairs, in which `__proto__` is a name like any other, as `JSON.parse` makes it. */
export function object(paren) {
  return JSON.parse(`{${paren.map(([naam, inhoud]) => `${JSON.stringify(naam)}:${JSON.stringify(inhoud)}`).join(",")}}`);
}

/** Letters and signs that break what is not careful. */
export const LASTIG = [..."abz09.,-_%&=+<>\"'\\/#?: \n\t\0é\u202e\u2066\ufeff\ud800", "🙂", "\r\n", "__proto__"];

/** A store as a browser has it, over a Map; `mag(name)` tells whether there is room to write. */
export function opslag(held = new Map(), mag = () => true) {
  return {
    getItem: (naam) => held.get(naam) ?? null,
    setItem(naam, tekst) {
      if (!mag(naam)) throw new DOMException("", "QuotaExceededError");
      held.set(naam, String(tekst));
    },
    removeItem: (naam) => void held.delete(naam),
    key: (nummer) => [...held.keys()][nummer] ?? null,
    get length() {
      return held.size;
    },
  };
}
