// Searches: text by Pagefind, choices by our own table, and both at once.

import { forms } from "./forms.js";
import { Choices } from "./selection.js";
import { PER_TIME, isEmpty } from "./state.js";
import { parts, nearest, split, words } from "./words.js";

/** @typedef {import("./state.js").SearchState} SearchState */
/** @typedef {import("./words.js").Part} Part */
/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {import("../../../outputs/scripts.d.ts").Synoniemen} Synonyms */
/** @typedef {Pick<SearchState, "text" | "choices" | "order">} Query */
/** @typedef {{ verhalen: number[], elsewhere: string[], parts: Part[], mended: [string, string][] }} Parsed */
/** @typedef {Parsed & { counts: Record<string, Record<string, number>> }} Found */
/** @typedef {{ facet?: string, text?: string, alone?: string, state: SearchState }} Attempt */
/** @typedef {{ id: string, score: number }} SearchHit what Pagefind says of a page */
/** @typedef {{ options: (how: object) => Promise<void>, init: () => Promise<void>, search: (text: string) => Promise<{ results: SearchHit[] }> }} Pagefind */
/** @typedef {{ piece: Part, verhalen: Map<number, number>, elsewhere: Map<string, number> }} Hit */

const WEIGHTS = { title: 6, label: 4 };
// What a value weighs beside a text: less than a title, about as much as a word of the text.
const VALUE_WEIGHT = 1;
export const ELSEWHERE = 5;

/**
 * Make the engine of the site at `root` (an address that ends with `/`), where stories have values of `facets`.
 * Rejects where something cannot be fetched. Pagefind itself is fetched when there is a text to search.
 * @param {string} root
 * @param {string[]} facets
 */
export async function makeSearcher(root, facets) {
  const searcher = new Searcher(root, facets);
  searcher.names = await searcher.fetchText("zoeken/verhalen.json");
  searcher.index = new Map(searcher.names.map((name, index) => [name, index]));
  return searcher;
}

class Searcher {
  /**
   * @param {string} root
   * @param {string[]} facets
   */
  constructor(root, facets) {
    this.root = root;
    this.facets = facets;
    /** @type {Map<string, Promise<unknown>>} */
    this.saved = new Map();
    /** @type {string[]} */
    this.names = []; // in the index, of the stories by number
    /** @type {Map<string, number>} */
    this.index = new Map();
    this.choices = new Choices((name) => this.fetchText(`zoeken/keuzes/${name}.json`));
  }

  /** Fetch Pagefind, once. */
  pagefind() {
    return this.#once("pagefind", async () => {
      /** @type {Pagefind} */
      const pagefind = await import(`${this.root}pagefind/pagefind.js`);
      await pagefind.options({ basePath: `${this.root}pagefind/`, noWorker: true, ranking: { metaWeights: WEIGHTS } });
      await pagefind.init();
      return pagefind;
    });
  }

  /**
   * Fetch a table of the site, once.
   * @template T what Python wrote there
   * @param {string} address
   * @returns {Promise<T>}
   */
  fetchText(address) {
    return this.#once(address, async () => {
      const answer = await fetch(this.root + address);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    });
  }

  /**
   * Fetch the text of a page by its name in the index, once. A story may be given by its number.
   * @param {number | string} who
   * @returns {Promise<Vondst>}
   */
  data(who) {
    return this.fetchText(`zoeken/teksten/${this.names[/** @type {number} */ (who)] ?? who}.json`);
  }

  /**
   * What `make` promises under a name: made once, and again only after it failed.
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} make
   * @returns {Promise<T>}
   */
  #once(name, make) {
    if (!this.saved.has(name)) {
      const promised = make();
      promised.catch(() => this.saved.delete(name));
      this.saved.set(name, promised);
    }
    return /** @type {Promise<T>} */ (this.saved.get(name));
  }

  /** @returns {Promise<Synonyms>} */
  #synonyms() {
    return this.fetchText("zoeken/synoniemen.json");
  }

  /**
   * Words of the stories that start with a letter.
   * @param {string} letter
   * @returns {Promise<readonly string[]>}
   */
  async list(letter) {
    const { letters } = await this.#synonyms();
    return letters.includes(letter) ? this.fetchText(`zoeken/woorden/${letter}.json`) : [];
  }

  /**
   * Search. Gives the stories in order (`verhalen`: their numbers), the numbers by facet (`counts`), other pages
   * (`elsewhere`: their names in the index), and how the text was read: `parts`, and `mended` (pairs of what was typed
   * and what was searched).
   * @param {Query} state
   * @returns {Promise<Found>}
   */
  async search(state) {
    const text = await this.#text(state.text);
    await this.choices.loadSets(Object.keys(state.choices));
    const { left, counts } = this.choices.choose(text.verhalen, state.choices);
    if (state.order || !text.parts.length) left.sort((a, b) => a - b);
    if (state.order === "oud") left.reverse();
    return { ...text, verhalen: left, counts };
  }

  /**
   * What would be found with less: searches that leave out one thing (a facet, or a part of the text) or, where none of
   * those finds anything, all of the one or the other. Those that find most come first.
   * @param {SearchState} state
   * @param {Found} found
   * @returns {Promise<(Attempt & { count: number })[]>}
   */
  async broader(state, found) {
    const facets = Object.keys(state.choices);
    /** @param {string} name */
    const withoutFacet = (name) => {
      const { [name]: _, ...keuzes } = state.choices;
      return { ...state, keuzes, show: PER_TIME };
    };
    /** @param {number} index */
    const withoutPart = (index) => {
      const left = found.parts.filter((_, other) => other !== index);
      return { ...state, text: left.map((part) => part.text).join(" "), show: PER_TIME };
    };
    /** @type {Attempt[]} */
    const fewer = [
      ...facets.map((facet) => ({ facet, state: withoutFacet(facet) })),
      ...found.parts.map((part, index) => ({ text: part.text, state: withoutPart(index) })),
    ];
    /** @type {Attempt[]} */
    const farFewer = [{ alone: "tekst", state: { ...state, choices: {} } }, { alone: "keuzes", state: { ...state, text: "" } }];
    for (const possible of [fewer, facets.length && found.parts.length ? farFewer : []]) {
      /** @type {(Attempt & { count: number })[]} */
      const counted = [];
      for (const attempt of possible) {
        if (!isEmpty(attempt.state)) counted.push({ ...attempt, count: (await this.search(attempt.state)).verhalen.length });
      }
      const hit = counted.filter((attempt) => attempt.count > 0).sort((a, b) => b.count - a.count);
      if (hit.length) return hit.slice(0, 3);
    }
    return [];
  }

  /**
   * Read a text and find the stories, and other pages, that have all its parts.
   * @param {string} text
   * @returns {Promise<Parsed>}
   */
  async #text(text) {
    if (!words(text).length) {
      return { verhalen: this.names.map((_, index) => index), elsewhere: [], parts: [], mended: [] };
    }
    const synonyms = await this.#synonyms();
    const pieces = parts(text, synonyms);
    let found = await Promise.all(pieces.map((piece) => this.#part(piece)));
    const elsewhere = ranked(found.map(({ elsewhere: from }) => from));
    /** @type {[string, string][]} */
    const mended = [];
    // What is on another page is no typing error.
    if (!elsewhere.length && found.some(({ verhalen }) => !verhalen.size)) {
      /** @type {Part[]} */
      const changed = [];
      for (const { piece, verhalen } of found) {
        const other = verhalen.size ? undefined : await this.#mend(piece, synonyms);
        if (other) mended.push([piece.text, other]);
        changed.push(...(other ? parts(other, synonyms) : [piece]));
      }
      if (mended.length) found = await Promise.all(changed.map((piece) => this.#part(piece)));
    }
    return {
      verhalen: ranked(found.map(({ verhalen }) => verhalen)),
      elsewhere: elsewhere.slice(0, ELSEWHERE),
      parts: found.map(({ piece }) => piece),
      mended,
    };
  }

  /**
   * Find one part: stories (number to weight) that have each of its words in their text or a value that it stands for,
   * and other pages (name to weight).
   * @param {Part} piece
   * @returns {Promise<Hit>}
   */
  async #part(piece) {
    const found = summed(await Promise.all(piece.words.map((word) => this.#word(word))));
    const verhalen = new Map();
    const elsewhere = new Map();
    for (const [id, weight] of found) {
      if (this.index.has(id)) verhalen.set(/** @type {number} */ (this.index.get(id)), weight);
      else elsewhere.set(id, weight);
    }
    await this.choices.loadSets(piece.values.map(([facet]) => facet).filter((facet) => this.facets.includes(facet)));
    for (const [facet, value] of piece.values) {
      for (const index of this.choices.having(facet, value)) verhalen.set(index, (verhalen.get(index) ?? 0) + VALUE_WEIGHT);
    }
    return { piece, verhalen, elsewhere };
  }

  /**
   * Find a word: the pages (name to weight) with a word that begins so, or that is another form of it. The index has
   * words as they are written: it knows no other forms, and so takes no word for a form of another.
   * @param {string} word
   */
  async #word(word) {
    const pagefind = await this.pagefind();
    // Between quotation marks Pagefind looks for the word alone.
    const search = async (/** @type {string} */ text) => (await pagefind.search(text)).results;
    const [so, ...changed] = await Promise.all([search(word), ...[...forms(word)].map((shape) => search(`"${shape}"`))]);
    const found = new Map();
    for (const { id, score } of [(await this.#begins(so, word)) ? so : [], ...changed].flat()) {
      found.set(id, Math.max(found.get(id) ?? 0, score));
    }
    return found;
  }

  /**
   * Whether pages that Pagefind found really have a word that begins so. It shortens a word that it does not know until
   * it finds something: if the first page has it, all have.
   * @param {readonly SearchHit[]} treffers
   * @param {string} word
   */
  async #begins([first], word) {
    if (!first) return false;
    const { url: _, ...tekst } = await this.data(first.id);
    return words(Object.values(tekst).flat().join(" ")).some((other) => other.startsWith(word));
  }

  /**
   * The text to search for in place of a part that no story has, or undefined when it is past mending.
   * @param {Part} piece
   * @param {Synonyms} synonyms
   */
  async #mend(piece, synonyms) {
    const letter = piece.text[0];
    const synonym = Object.keys(synonyms.woorden).filter((word) => word[0] === letter);
    const word = nearest(piece.text, [...(await this.list(letter)), ...synonym]);
    return word ?? (await split(piece.text, (first) => this.list(first)))?.join(" ");
  }
}

/**
 * What is in all of these maps of weights, with its weights together.
 * @template K
 * @param {readonly Map<K, number>[]} maps
 * @returns {Map<K, number>}
 */
function summed([first, ...rest]) {
  const weight = new Map();
  for (const [who, value] of first) {
    if (rest.every((map) => map.has(who))) weight.set(who, rest.reduce((sum, map) => sum + /** @type {number} */ (map.get(who)), value));
  }
  return weight;
}

/**
 * What is in all of these maps of weights: most weight first.
 * @template K
 * @param {readonly Map<K, number>[]} maps
 */
function ranked(maps) {
  return [...summed(maps)].sort(([a, heavy], [b, light]) => light - heavy || (a < b ? -1 : 1)).map(([who]) => who);
}
