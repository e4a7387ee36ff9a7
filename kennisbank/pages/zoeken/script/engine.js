// Searches: finds what has each of the things that a text means, ranks it, and keeps what has the choices.

import { asTyped } from "./excerpt.js";
import { Lookup } from "./lookup.js";
import { TITLE } from "./postings.js";
import { better, ranked, rarity, varied } from "./rank.js";
import { Choices } from "./selection.js";
import { PER_TIME, isEmpty } from "./state.js";
import { words } from "./words.js";

/** @typedef {import("./state.js").SearchState} SearchState */
/** @typedef {import("./query.js").Part} Part */
/** @typedef {import("./rank.js").Ranked} Ranked */
/** @typedef {import("./rank.js").Strengths} Strengths */
/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {import("../../../outputs/scripts.d.ts").Register} Register */
/** @typedef {import("../../../outputs/scripts.d.ts").Titels} Titles */
/** @typedef {Pick<SearchState, "text" | "choices" | "order"> & { show?: number, typing?: boolean }} Query */
/** @typedef {import("./lookup.js").Thing} Thing */
/**
 * `verhalen` are the stories that answer, in order; `near` those that come near; `others` the other pages that answer.
 * `pages` is how many of those there are in all;
 * `above` of these answer better than any story, and `questions` are by story the questions that it answers. `things` are
 * what was looked for, `without` what must not be there, `kind` the kind of page that was asked for, and `mended` pairs of
 * what was typed and what was searched.
 * @typedef {{ verhalen: Ranked[], near: Ranked[], others: Ranked[], pages: number, above: number, questions: Map<number, number[]>, things: Thing[], without: Part[], kind: string, mended: [string, string][], counts: Record<string, Record<string, number>> }} Found
 */
/** @typedef {{ facet?: string, alone?: string, state: SearchState }} Attempt */

export const STORY = "verhaal";
const ANSWER = 0.5; // how much the first story of a question that is asked has of it
const FIRST = 3; // stories that speak for a question which names them,
const SUPPORT = 0.3; // and what all of these are worth to it
const ASKED = 0.6; // the share of what was meant that a question is called by which is asked
const BETTER = 1.25; // how much better another page answers that stands above the stories
const GOOD = 0.5; // and how well at least
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

/**
 * Fetch a file, or take what a page asked for before its script was there (`early.js`): once, for it may have failed.
 * @param {string} address
 * @returns {Promise<unknown>}
 */
async function fetched(address) {
  /** @type {Map<string, Promise<unknown>> | undefined} */
  const early = Reflect.get(globalThis, "rbVroeg");
  const there = early?.get(address);
  early?.delete(address);
  if (there) return there;
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
    this.lookup = new Lookup(register.blokken, (name) => this.#table(name));
    /** @type {{ kind: string, from: number, to: number }[]} */
    this.kinds = [];
    for (const [kind, number] of register.soorten) {
      const from = this.kinds.at(-1)?.to ?? 0;
      this.kinds.push({ kind, from, to: from + number });
    }
    this.questions = register.vragen;
    this.stories = this.kinds.find(({ kind }) => kind === STORY)?.to ?? 0;
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

  /**
   * The values that a page has of a facet that is loaded.
   * @param {number} page
   * @param {string} facet
   */
  values(page, facet) {
    const { kind = "", from = 0 } = this.kinds.find(({ to }) => page < to) ?? {};
    return this.choices.values(kind, page - from, facet);
  }

  /**
   * The titles that are suggested while somebody types; fetched when that begins.
   * @returns {Promise<Titles>}
   */
  titles() {
    return this.#table("titels");
  }

  /** What words mean, and their forms; fetched when there is a text to search. */
  meaning() {
    return this.lookup.meaning();
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
    const fitting = beside.filter(chosen);
    // Without a story the others are the answer: as many of them are shown as there would be stories.
    const others = varied(fitting, (page) => this.kind(page), verhalen.length ? OTHERS : Math.max(OTHERS, state.show ?? OTHERS));
    const best = verhalen[0]?.score ?? 0;
    const above = others.slice(0, ABOVE).filter(({ score }) => score >= GOOD && score > BETTER * best).length;
    return { ...text, verhalen, near: text.near.filter(chosen), others, pages: fitting.length, above: state.order ? 0 : above, counts };
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
   * What would be found with less: searches that leave out one facet or, where none of those finds anything, all of them
   * or the text. Those that find most come first.
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
   * @returns {Promise<Omit<Found, "counts" | "above" | "pages">>}
   */
  async #text(text, typing) {
    const all = Array.from({ length: this.stories }, (_, page) => ({ page, score: 0, has: [] }));
    if (!words(text).length) return { verhalen: all, near: [], others: [], questions: new Map(), things: [], without: [], kind: "", mended: [] };
    const meaning = await this.meaning();
    const first = await this.#things(text, meaning, typing && /[\p{L}\p{N}]$/u.test(text));
    /** @type {[string, string][]} */
    const mended = [];
    for (const { found, part } of first.things) {
      const other = found ? undefined : await this.lookup.mend(part.text, meaning);
      if (other) mended.push([part.text, other]);
    }
    // A mended word can belong to the words beside it: so the text is read again.
    const { things, without, whole, ...query } = mended.length ? await this.#things(replaced(text, mended), meaning, false, text) : first;
    const called = await this.lookup.whole(whole.filter((said) => said.includes(" ")));
    // Who types the title of a page asks for that page, whatever kind of page its words name.
    const kind = (await this.lookup.whole(whole.slice(0, 1), TITLE)).size ? "" : query.kind;
    const gone = new Set();
    // What must not be there is meant as it was typed: other words for it would take away too much.
    for (const { hits } of await Promise.all(without.map((part) => this.lookup.thing({ ...part, equals: [] }, meaning, false)))) {
      for (const page of hits.keys()) gone.add(page);
    }
    const left = (/** @type {number} */ page) => !gone.has(page);
    const telling = things.map(({ part }) => meaning.telling(part));
    const bonus = await this.lookup.whole(whole);
    const questions = this.#answered(things, telling, called);
    const full = things.map(({ hits }) => hits);
    const stories = things.length
      ? ranked(full, { inside: (page) => page < this.stories && left(page), size: this.stories, strict: true, telling })
      : { hits: all.filter(({ page }) => left(page)), near: [] };
    /** @param {string} only the kind of pages that is asked for, if any */
    const beyond = (only) => ranked(full, { inside: (page) => page >= this.stories && left(page) && (!only || only === this.kind(page)), size: this.size - this.stories, strict: false, telling, bonus });
    const ofKind = beyond(kind === STORY ? "" : kind);
    // Where no page of the kind that was asked for answers, all others do.
    const wanted = ofKind.hits.length || kind === STORY ? kind : "";
    const others = wanted === kind ? ofKind : beyond("");
    const verhalen = !wanted || wanted === STORY ? stories.hits : [];
    this.#support(others.hits, verhalen);
    const beside = wanted && wanted !== STORY ? [...stories.hits, ...stories.near] : stories.near;
    return { verhalen, near: verhalen.length ? [] : this.#near(things, beside, left, telling).slice(0, NEAR), others: others.hits, questions, things, without, kind: wanted, mended };
  }

  /**
   * Read a text, and find each thing that it means.
   * @param {string} text
   * @param {import("./query.js").Meaning} meaning
   * @param {boolean} half whether the last word is still being typed
   * @param {string} typed what was typed, before it was mended
   */
  async #things(text, meaning, half, typed = text) {
    const { parts, ...query } = meaning.read(text);
    for (const said of query.whole) this.lookup.postings.ask(said);
    const things = await Promise.all(parts.map((part, index) => this.lookup.thing(part, meaning, half && index === parts.length - 1)));
    return { ...query, things: things.map((thing) => ({ ...thing, text: asTyped(thing.part.text, typed), found: thing.hits.size + thing.near.size + thing.part.values.length + thing.part.under.length > 0 })) };
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
   * The questions that are what was asked: called so as a whole, of more than a word, or by most of it. The stories that one
   * names have what it has: they are its answer. Gives by story the questions.
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
