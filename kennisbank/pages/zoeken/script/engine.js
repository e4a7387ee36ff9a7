// Searches: reads a text, finds what has each of the things that it means, and ranks it; and the choices, all at once.

import { asTyped } from "./excerpt.js";
import { Forms } from "./forms.js";
import { beginnings, cuts, nearest } from "./mend.js";
import { NAMES, Postings, TITLE, WHOLE } from "./postings.js";
import { Meaning } from "./query.js";
import { ranked, rarity, strength, varied } from "./rank.js";
import { Choices } from "./selection.js";
import { PER_TIME, isEmpty } from "./state.js";
import { words } from "./words.js";

/** @typedef {import("./state.js").SearchState} SearchState */
/** @typedef {import("./query.js").Part} Part */
/** @typedef {import("./rank.js").Ranked} Ranked */
/** @typedef {import("./rank.js").Strengths} Strengths */
/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {import("../../../outputs/scripts.d.ts").Register} Register */
/** @typedef {import("../../../outputs/scripts.d.ts").Woordenboek} Book */
/** @typedef {Pick<SearchState, "text" | "choices" | "order"> & { typing?: boolean }} Query */
/**
 * What was found of one thing: how much each page has of it (`hits`), the pages that only come near (`near`), and those
 * that are called so (`named`). `own` says that a page has the word itself. `text` is what was typed, `words` are all that were looked for, in all their forms, and
 * `groups` those of several words.
 * @typedef {{ part: Part, hits: Strengths, named: Set<number>, near: Strengths, own: boolean, text: string, words: Set<string>, groups: string[] }} Thing
 */
/**
 * `verhalen` are the stories that answer, in order; `near` those that come near; `others` the other pages that answer.
 * `questions` are by story the questions that it answers.
 * `above` of them answer better than any story. `things` are what was looked for, `mended` pairs of what was typed and what
 * was searched, and `unknown` the words that no page has.
 * @typedef {{ verhalen: Ranked[], near: Ranked[], others: Ranked[], above: number, questions: Map<number, number[]>, things: Thing[], without: Part[], kind: string, mended: [string, string][], counts: Record<string, Record<string, number>> }} Found
 */
/** @typedef {{ facet?: string, text?: string, alone?: string, state: SearchState }} Attempt */

export const STORY = "verhaal";
// How sure it is that a page is meant which has a word in another way than as it was typed.
const FORM = 0.97;
const EQUAL = 0.85;
const VALUE = 0.55;
const COMPLETED = 0.6;
const CUT = 0.55;
const ANSWER = 0.5;
const FIRST = 3;
const SUPPORT = 0.3;
const ASKED = 0.6; // the share of what was meant that a question is called by which is asked
const PIECE = 4; // letters of a part of a compound that nobody made before
const COMPLETIONS = 12;
const SHORTEST_COMPLETED = 3;
const BETTER = 1.25; // how much better another page answers that stands above the stories
const GOOD = 0.5;
const ABOVE = 2;
export const OTHERS = 8;
export const NEAR = 3;

/**
 * Make the engine of the site at `root` (an address that ends with `/`), where stories have values of `facets`.
 * Rejects where something cannot be fetched.
 * @param {string} root
 * @param {string[]} facets
 * @param {(address: string) => Promise<unknown>} [get] fetches a file of the site
 */
export async function makeSearcher(root, facets, get = fetched) {
  const register = /** @type {Register} */ (await get(`${root}zoeken/index.json`));
  return new Searcher(`${root}zoeken/${register.map}/`, register, facets, get);
}

/** @param {string} address */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

class Searcher {
  /**
   * @param {string} folder
   * @param {Register} register
   * @param {string[]} facets
   * @param {(address: string) => Promise<unknown>} get
   */
  constructor(folder, register, facets, get) {
    this.folder = folder;
    this.facets = facets;
    this.get = get;
    /** @type {Map<string, Promise<unknown>>} */
    this.saved = new Map();
    this.choices = new Choices((name) => this.#table(`keuzes/${name}`));
    this.postings = new Postings(register.blokken, (number) => this.#table(`blok/${number}`));
    /** @type {{ kind: string, from: number, to: number }[]} */
    this.kinds = [];
    for (const [kind, number] of register.soorten) {
      const from = this.kinds.at(-1)?.to ?? 0;
      this.kinds.push({ kind, from, to: from + number });
    }
    this.questions = register.vragen;
    this.stories = this.kinds.find(({ kind }) => kind === STORY)?.to ?? 0;
    /** @type {Meaning | undefined} */
    this.read = undefined;
    this.size = this.kinds.at(-1)?.to ?? 0;
  }

  /** @param {number} page */
  kind(page) {
    return this.kinds.find(({ to }) => page < to)?.kind ?? "";
  }

  /**
   * Fetch a table, once: again only after that failed.
   * @template T what Python wrote there
   * @param {string} name
   * @returns {Promise<T>}
   */
  #table(name) {
    if (!this.saved.has(name)) {
      const promised = this.get(`${this.folder}${name}.json`);
      promised.catch(() => this.saved.delete(name));
      this.saved.set(name, promised);
    }
    return /** @type {Promise<T>} */ (this.saved.get(name));
  }

  /**
   * The text of a page.
   * @param {number} page
   * @returns {Promise<Vondst>}
   */
  data(page) {
    return this.#table(`teksten/${page}`);
  }

  /** What words mean, and their forms; fetched when there is a text to search. */
  async meaning() {
    const book = /** @type {Book} */ (await this.#table("woordenboek"));
    this.read ??= new Meaning(book, new Forms(book.vormen));
    return this.read;
  }

  /**
   * Search. Without a text every story is found; with one, the stories that answer, in order.
   * @param {Query} state
   * @returns {Promise<Found>}
   */
  async search(state) {
    const text = await this.#text(state.text, state.typing ?? false);
    await this.choices.loadSets(Object.keys(state.choices));
    const { left, counts } = this.choices.choose(text.verhalen.map(({ page }) => page), state.choices);
    const kept = new Set(left);
    const verhalen = text.verhalen.filter(({ page }) => kept.has(page));
    if (state.order || !text.things.length) verhalen.sort((a, b) => a.page - b.page);
    if (state.order === "oud") verhalen.reverse();
    const chosen = (/** @type {Ranked} */ { page }) => this.#chosen(page, state.choices);
    const beside = text.things.length || !Object.keys(state.choices).length ? text.others : this.#examples();
    const others = varied(beside.filter(chosen), (page) => this.kind(page), OTHERS);
    const best = verhalen[0]?.score ?? 0;
    const above = others.slice(0, ABOVE).filter(({ score }) => score >= GOOD && score > BETTER * best).length;
    return { ...text, verhalen, near: text.near.filter(chosen), others, above: state.order ? 0 : above, counts };
  }

  /**
   * Whether a page has what is chosen; one of a kind that has no choices is left in.
   * @param {number} page
   * @param {Readonly<Record<string, readonly string[]>>} choices
   */
  #chosen(page, choices) {
    const { kind = "", from = 0 } = this.kinds.find(({ to }) => page < to) ?? {};
    return Object.entries(choices).every(([name, values]) => this.choices.fits(kind, page - from, name, values));
  }

  /** The short examples: what stands beside the stories where no word is searched. */
  #examples() {
    const { from = 0, to = 0 } = this.kinds.find(({ kind }) => kind === "voorbeeld") ?? {};
    return Array.from({ length: to - from }, (_, index) => ({ page: from + index, score: 0, has: [] }));
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
      const { [name]: _, ...choices } = state.choices;
      return { ...state, choices, show: PER_TIME };
    };
    /** @type {Attempt[]} */
    const fewer = facets.map((facet) => ({ facet, state: withoutFacet(facet) }));
    /** @type {Attempt[]} */
    const farFewer = [{ alone: "tekst", state: { ...state, choices: {} } }, { alone: "keuzes", state: { ...state, text: "" } }];
    for (const possible of [fewer, facets.length && found.things.length ? farFewer : []]) {
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
   * @param {string} text
   * @param {boolean} typing
   * @returns {Promise<Omit<Found, "counts" | "above">>}
   */
  async #text(text, typing) {
    const all = Array.from({ length: this.stories }, (_, page) => ({ page, score: 0, has: [] }));
    if (!words(text).length) return { verhalen: all, near: [], others: [], questions: new Map(), things: [], without: [], kind: "", mended: [] };
    const meaning = await this.meaning();
    const first = await this.#things(text, meaning, typing && /[\p{L}\p{N}]$/u.test(text));
    /** @type {[string, string][]} */
    const mended = [];
    for (const { found, part } of first.things) {
      const other = found ? undefined : await this.#mend(part.text, meaning);
      if (other) mended.push([part.text, other]);
    }
    // A mended word can belong to the words beside it: so the text is read again.
    const { things, without, kind, whole } = mended.length ? await this.#things(replaced(text, mended), meaning, false) : first;
    const gone = new Set();
    // What must not be there is meant as it was typed: other words for it would take away too much.
    for (const { hits } of await Promise.all(without.map((part) => this.#thing({ ...part, equals: [] }, meaning, false)))) {
      for (const page of hits.keys()) gone.add(page);
    }
    const left = (/** @type {number} */ page) => !gone.has(page);
    const telling = things.map(({ part }) => meaning.telling(part));
    const bonus = await this.#whole(whole);
    const questions = this.#answered(things, telling, await this.#whole(whole.filter((said) => said.includes(" "))));
    const full = things.map(({ hits }) => hits);
    const asked = (/** @type {number} */ page) => !kind || kind === this.kind(page);
    const stories = things.length
      ? ranked(full, { inside: (page) => page < this.stories && left(page), size: this.stories, strict: true, telling })
      : { hits: all.filter(({ page }) => left(page)), near: [] };
    const others = ranked(full, { inside: (page) => page >= this.stories && left(page) && asked(page), size: this.size - this.stories, strict: false, telling, bonus });
    const verhalen = !kind || kind === STORY ? stories.hits : [];
    this.#support(others.hits, verhalen);
    const beside = kind && kind !== STORY ? [...stories.hits, ...stories.near] : stories.near;
    return { verhalen, near: verhalen.length ? [] : this.#near(things, beside, left, telling).slice(0, NEAR), others: others.hits, questions, things, without, kind, mended };
  }

  /**
   * Read a text, and find each thing that it means.
   * @param {string} text
   * @param {Meaning} meaning
   * @param {boolean} half whether the last word is still being typed
   */
  async #things(text, meaning, half) {
    const { parts, ...query } = meaning.read(text);
    const things = await Promise.all(parts.map((part, index) => this.#thing(part, meaning, half && index === parts.length - 1)));
    return { ...query, things: things.map((thing) => ({ ...thing, text: asTyped(thing.part.text, text), found: thing.hits.size + thing.near.size + thing.part.values.length + thing.part.under.length > 0 })) };
  }

  /**
   * The stories that come near: those that have a part of what was meant, and those of a broader or a close value.
   * @param {readonly Thing[]} things
   * @param {readonly Ranked[]} beside
   * @param {(page: number) => boolean} left
   * @param {readonly number[]} telling
   */
  #near(things, beside, left, telling) {
    const close = ranked(things.map(({ hits, near }) => new Map([...near, ...hits])), { inside: (page) => page < this.stories && left(page), size: this.stories, strict: false, telling });
    const known = new Map(beside.map((row) => [row.page, row]));
    return [...close.hits, ...close.near].map((row) => ({ ...row, has: known.get(row.page)?.has ?? [] }));
  }

  /**
   * The questions that are what was asked: called so as a whole, of more than a word, or by most of it. The stories that one names have
   * what it has: they are its answer. Gives by story the questions.
   * @param {readonly Thing[]} things
   * @param {readonly number[]} telling
   * @param {Strengths} whole
   */
  #answered(things, telling, whole) {
    const weights = things.map(({ named }, index) => telling[index] * rarity(this.size - this.stories, Math.max(named.size, 1)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    /** @type {Map<number, number[]>} */
    const found = new Map();
    for (const [page, stories] of this.questions) {
      const has = things.flatMap(({ named }, index) => (named.has(page) ? [index] : []));
      const weight = has.reduce((sum, index) => sum + weights[index], 0);
      if (!whole.has(page) && (has.length < 2 || weight < ASKED * total)) continue;
      const had = whole.has(page) ? things.map((_, index) => index) : has;
      stories.forEach((story, place) => {
        for (const index of had) better(things[index].hits, story, ANSWER / (1 + place / 10));
        found.set(story, [...(found.get(story) ?? []), page]);
      });
    }
    return found;
  }

  /**
   * A question that names the stories which answer best is worth more. Changes the scores, and the order.
   * @param {Ranked[]} others
   * @param {readonly Ranked[]} verhalen
   */
  #support(others, verhalen) {
    const best = verhalen.slice(0, FIRST).map(({ page }) => page);
    const named = new Map(this.questions.map(([page, stories]) => [page, best.filter((story) => stories.includes(story)).length]));
    for (const row of others) row.score += (SUPPORT * (named.get(row.page) ?? 0)) / FIRST;
    others.sort((a, b) => b.score - a.score || a.page - b.page);
  }

  /**
   * The pages that are called what was typed, as a whole.
   * @param {readonly string[]} texts
   * @returns {Promise<Strengths>}
   */
  async #whole(texts) {
    const found = new Map();
    for (const posting of await Promise.all(texts.map((text) => this.postings.of(text)))) {
      for (const [page, where] of posting) if (where & WHOLE) found.set(page, 1);
    }
    return found;
  }

  /**
   * Find one thing.
   * @param {Part} part
   * @param {Meaning} meaning
   * @param {boolean} half whether it is still being typed
   * @returns {Promise<Thing>}
   */
  async #thing(part, meaning, half) {
    const { book } = meaning;
    /** @type {Set<string>} */
    const sought = new Set();
    const { found: hits, named } = await this.#any([[[part.text], 1]], meaning, sought);
    const own = hits.size > 0;
    const equal = await this.#any([[part.equals, EQUAL]], meaning, sought);
    for (const [page, much] of equal.found) better(hits, page, much);
    for (const page of equal.named) named.add(page);
    for (const value of part.values) {
      const { facet, slug } = book.waarden[value];
      // The words for a value that pages are called by say no more than that they have it.
      for (const page of (await this.postings.of(`=${facet}/${slug}`)).keys()) better(hits, page, VALUE);
    }
    const { found: near } = await this.#any([[part.broader, 1]], meaning, sought);
    const close = part.values.filter((value) => !book.waarden[value].verhalen).flatMap((value) => book.waarden[value].dichtbij);
    for (const value of [...part.under, ...close]) {
      const { facet, slug } = book.waarden[value];
      for (const page of (await this.postings.of(`=${facet}/${slug}`)).keys()) better(near, page, VALUE);
    }
    const missing = !hits.size && !part.text.includes(" ");
    if (missing) {
      for (const [page, much] of await this.#apart(part.text, meaning, sought)) better(hits, page, much);
    }
    if ((half || (missing && !hits.size && !near.size && !part.values.length)) && part.text.length >= SHORTEST_COMPLETED && (half || !(await this.#dutch(part.text)))) {
      const completed = await this.postings.beginning(part.text, COMPLETIONS);
      const single = completed.filter((word) => !word.includes(" ") && word !== part.text);
      for (const [page, much] of (await this.#any([[single, COMPLETED]], meaning, sought, true)).found) better(hits, page, much);
    }
    return { part, hits, named, near, own, text: part.text, words: sought, groups: [part.text, ...part.equals].filter((word) => word.includes(" ")) };
  }

  /**
   * The pages that have one of some words, or a form of one.
   * @param {readonly [readonly string[], number][]} groups words, and how much a page has of the thing that has one
   * @param {Meaning} meaning
   * @param {Set<string>} sought gets every word that is looked for
   * @param {boolean} exact
   * @returns {Promise<{ found: Strengths, named: Set<number> }>} `named` are the pages that are called by one
   */
  async #any(groups, { forms }, sought, exact = false) {
    const found = new Map();
    const named = new Set();
    const looked = groups.flatMap(([list, sure]) => list.flatMap((word) => [
      { word, sure },
      ...(exact || word.includes(" ") ? [] : [...forms.of(word)].map((form) => ({ word: form, sure: sure * FORM }))),
    ]));
    await Promise.all(looked.map(async ({ word, sure }) => {
      if (!word.includes(" ")) sought.add(word);
      for (const [page, where] of await this.postings.of(word)) {
        better(found, page, sure * strength(where));
        if (where & (TITLE | NAMES)) named.add(page);
      }
    }));
    return { found, named };
  }

  /**
   * The pages that have both words of a compound that no page has.
   * @param {string} word
   * @param {Meaning} meaning
   * @param {Set<string>} sought
   * @returns {Promise<Strengths>}
   */
  async #apart(word, meaning, sought) {
    for (const [before, behind] of cuts(word)) {
      if (meaning.small.has(behind)) continue;
      for (const first of before) {
        if (meaning.small.has(first) || !(await this.postings.of(first)).size) continue;
        /** @type {Set<string>} */
        const found = new Set();
        const [ones, others] = await Promise.all([first, behind].map(async (part) => {
          const { text, equals } = meaning.part(part);
          return (await this.#any([[[text], 1], [equals, EQUAL]], meaning, found)).found;
        }));
        const both = [...ones].filter(([page]) => others.has(page));
        if (!both.length) continue;
        for (const one of found) sought.add(one);
        return new Map(both.map(([page, much]) => [page, CUT * Math.min(much, /** @type {number} */ (others.get(page)))]));
      }
    }
    return new Map();
  }

  /**
   * Whether Dutch has a word: then it is no typing error.
   * @param {string} word
   */
  async #dutch(word) {
    const key = word.slice(0, 1);
    const { nederlands } = (await this.meaning()).book;
    return nederlands.includes(key) && /** @type {string[]} */ (await this.#table(`nederlands/${key}`)).includes(word);
  }

  /**
   * Whether a word is made of two that Dutch has, be it that nobody made it before: "leerlingenraad".
   * @param {string} word
   */
  async #made(word) {
    for (const [before, behind] of cuts(word)) {
      if (behind.length < PIECE || Math.max(...before.map(({ length }) => length)) < PIECE) continue;
      for (const first of before) if (first.length >= PIECE && (await this.#dutch(first)) && (await this.#dutch(behind))) return true;
    }
    return false;
  }

  /**
   * The text to search for in place of a word that no page has, or undefined when it is no typing error or past mending.
   * @param {string} word
   * @param {Meaning} meaning
   */
  async #mend(word, { book }) {
    if (word.includes(" ")) return undefined;
    if (Object.hasOwn(book.fouten, word)) return book.fouten[word];
    if (await this.#dutch(word)) return undefined;
    const lists = await this.#spelled(beginnings(word));
    const one = nearest(word, lists, 1);
    if (one || (await this.#made(word))) return one;
    const two = nearest(word, lists);
    if (two) return two;
    const known = new Set(lists);
    for (const [before, behind] of cuts(word).reverse()) {
      for (const first of before) {
        if (!known.has(first)) continue;
        const other = Object.hasOwn(book.fouten, behind) ? book.fouten[behind] : behind.length > 4 ? nearest(behind, await this.#spelled(beginnings(behind))) : undefined;
        if (other) return known.has(word.slice(0, -behind.length) + other) ? word.slice(0, -behind.length) + other : `${first} ${other}`;
      }
    }
    return undefined;
  }

  /**
   * Words that a typing error is mended to: those that begin so, and then the most telling of all.
   * @param {readonly string[]} letters
   */
  async #spelled(letters) {
    const { letters: there } = (await this.meaning()).book;
    const names = ["alle", ...letters.filter((letter) => there.includes(letter))];
    return (await Promise.all(names.map((name) => /** @type {Promise<string[]>} */ (this.#table(`woorden/${name}`))))).flat();
  }
}

/**
 * A text in which words are others.
 * @param {string} text
 * @param {readonly [string, string][]} pairs
 */
function replaced(text, pairs) {
  const others = new Map(pairs);
  return words(text).map((word) => others.get(word) ?? word).join(" ");
}

/**
 * @param {Strengths} map
 * @param {number} page
 * @param {number} much
 */
function better(map, page, much) {
  if ((map.get(page) ?? 0) < much) map.set(page, much);
}
