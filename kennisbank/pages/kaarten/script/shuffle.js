// Chance that can be repeated: the same seed gives the same order of cards in every browser and every release.
//
// A seed is a short text of small letters and digits. Its 32-bit FNV-1a hash starts mulberry32, and that shuffles with
// Fisher-Yates, from the last place to the first. Only 32-bit integers: nothing is rounded, so nothing can differ.
// tests/node holds it to the same steps in Python, and to orders that were recorded.

/**
 * The FNV-1a hash of a text of ASCII, from 0 to 2^32 - 1.
 * @param {string} tekst
 */
export function hash(tekst) {
  let waarde = 0x811c9dc5;
  for (let plaats = 0; plaats < tekst.length; plaats += 1) {
    waarde = Math.imul(waarde ^ (tekst.charCodeAt(plaats) & 0xff), 0x01000193);
  }
  return waarde >>> 0;
}

/**
 * A function that gives the next number of mulberry32 each time, from 0 to 2^32 - 1.
 * @param {number} begin
 */
export function reeks(begin) {
  let stap = begin | 0;
  return () => {
    stap = (stap + 0x6d2b79f5) | 0;
    let waarde = Math.imul(stap ^ (stap >>> 15), stap | 1);
    waarde ^= waarde + Math.imul(waarde ^ (waarde >>> 7), waarde | 61);
    return (waarde ^ (waarde >>> 14)) >>> 0;
  };
}

/**
 * The same names in the order of a seed, whatever order they come in.
 * @param {Iterable<string>} namen
 * @param {string} zaad
 */
export function schud(namen, zaad) {
  const volgende = reeks(hash(zaad));
  const kaarten = [...namen].sort();
  for (let laatste = kaarten.length - 1; laatste > 0; laatste -= 1) {
    const ander = volgende() % (laatste + 1);
    [kaarten[laatste], kaarten[ander]] = [kaarten[ander], kaarten[laatste]];
  }
  return kaarten;
}

/**
 * The number, from 1, of the question that a card shows when it is drawn.
 * @param {string} zaad
 * @param {string} functie
 * @param {string} slug
 * @param {number} aantal
 */
export function vraagBij(zaad, functie, slug, aantal) {
  return 1 + (reeks(hash(`${zaad}.${functie}.${slug}`))() % aantal);
}

/** A seed that nobody chose. */
export function nieuwZaad() {
  const [getal] = crypto.getRandomValues(new Uint32Array(1));
  return getal.toString(36);
}
