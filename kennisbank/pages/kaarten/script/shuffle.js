// Chance that can be repeated: the same seed gives the same order of cards in every browser and every release.
//
// A seed is a short text of small letters and digits. Its 32-bit FNV-1a hash starts mulberry32, and that shuffles with
// Fisher-Yates, from the last place to the first. Only 32-bit integers: nothing is rounded, so nothing can differ.
// tests/node holds it to the same steps in Python, and to orders that were recorded.

/**
 * The FNV-1a hash of a text of ASCII, from 0 to 2^32 - 1.
 * @param {string} text
 */
export function hash(text) {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    value = Math.imul(value ^ (text.charCodeAt(place) & 0xff), 0x01000193);
  }
  return value >>> 0;
}

/**
 * A function that gives the next number of mulberry32 each time, from 0 to 2^32 - 1.
 * @param {number} begin
 */
export function series(begin) {
  let step = begin | 0;
  return () => {
    step = (step + 0x6d2b79f5) | 0;
    let value = Math.imul(step ^ (step >>> 15), step | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return (value ^ (value >>> 14)) >>> 0;
  };
}

/**
 * The same names in the order of a seed, whatever order they come in.
 * @param {Iterable<string>} names
 * @param {string} seed
 */
export function shuffle(names, seed) {
  const next = series(hash(seed));
  const kaarten = [...names].sort();
  for (let last = kaarten.length - 1; last > 0; last -= 1) {
    const other = next() % (last + 1);
    [kaarten[last], kaarten[other]] = [kaarten[other], kaarten[last]];
  }
  return kaarten;
}

/**
 * The number, from 1, of the question that a card shows when it is drawn.
 * @param {string} seed
 * @param {string} functie
 * @param {string} slug
 * @param {number} count
 */
export function questionFor(seed, functie, slug, count) {
  return 1 + (series(hash(`${seed}.${functie}.${slug}`))() % count);
}

/** A seed that nobody chose. */
export function newSeed() {
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  return number.toString(36);
}
