// What lies on the table, and the address that says the same.
//
//   ?v=1&functie=verdieping&zaad=k3x9qa&kaart=plek.2,kind.1&dicht=kind&apart=twijfel.1&eigen=durven
//
// `kaart` names each card on the table, the last drawn first, with the number of its question; `dicht` which of them lie
// face down; `apart` what was put aside; `own` the group's words on the empty card. The rest is the pile, and `seed`
// says which card comes off it next. `toon=namen` shows of each card its name only; what its question is then, stays, for
// who asks for the questions later. So an address shows what it names and nothing is drawn again: questions may be added
// (as the last of their list) and ways of shuffling may change, and old links stay what they were. No `kaart`: all nine.
//
// `game` is what there is: { functies: [slug], kaarten: Map of slug to Map of function to a number of questions }.

import { pick, readQuery, slugs } from "../../../parts/script/address.js";
import { newSeed, shuffle, questionFor } from "./shuffle.js";

/** @typedef {{ slug: string, vraag: number, dicht: boolean }} Kaart */
/** @typedef {{ functie: string, names: boolean, seed: string, table: Kaart[], apart: Kaart[], own: string }} State */
/** @typedef {{ functies: readonly string[], kaarten: ReadonlyMap<string, ReadonlyMap<string, number>> }} Game */

export const VERSION = "1";
export const LONGEST_OWN = 200;

const KAART = /^([a-z]+(?:-[a-z]+)*)(?:\.(\d{1,3}))?$/;
const SEED = /^[a-z0-9]{1,16}$/;
const ONLY_NAMES = "namen";
const NAMES = ["v", "functie", "toon", "zaad", "kaart", "dicht", "apart", "eigen"];

/**
 * All nine on the table, as the page begins.
 * @param {Game} game
 * @param {string} [functie]
 * @returns {State}
 */
export function initial(game, functie = game.functies[0]) {
  const table = [...game.kaarten.keys()].map((slug) => ({ slug, vraag: 1, dicht: false }));
  return { functie, names: false, seed: "", table, apart: [], own: "" };
}

// Controls and what turns the direction of a text; not the joiner that makes one picture of two.
const INVISIBLE = /(?:(?!\u200d)[\p{C}\p{Zl}\p{Zp}\s])+/gu;

/**
 * The words of a group as they stand on a card: without what cannot be seen, and not too long.
 * @param {string} text
 */
export function clean(text) {
  return [...text.replace(INVISIBLE, " ").trim()].slice(0, LONGEST_OWN).join("").trim();
}

/**
 * Read a query such as `location.search`; what it names that is not here is left out and said. Throws nothing.
 * @param {string} search
 * @param {Game} game
 * @returns {{ state: State, messages: string[] }}
 */
export function fromAddress(search, game) {
  const { params, messages } = readQuery(search);
  const state = initial(game);
  if ((params.get("v") ?? VERSION) !== VERSION) {
    return { state, messages: ["Deze link hoort bij een andere versie van de kaarten. Je ziet alle kaarten."] };
  }
  /** @param {string} sentence */
  const say = (sentence) => messages.includes(sentence) || messages.push(sentence);
  if (NAMES.some((name) => params.getAll(name).length > 1)) say("Een deel van de link staat er dubbel in. Alleen het eerste telt.");
  state.functie = pick(params, "functie", game.functies, state.functie);
  if (params.has("functie") && params.get("functie") !== state.functie) say("De functie uit de link bestaat niet.");
  const shown = params.get("toon");
  state.names = shown === ONLY_NAMES;
  if (shown && !state.names) say("Een deel van de link is niet gelezen.");
  const seed = params.get("zaad") ?? "";
  if (SEED.test(seed)) state.seed = seed;
  else if (seed) say("Een deel van de link is niet gelezen.");
  /** @type {Set<string>} */
  const seen = new Set();
  const apart = params.has("apart");
  if (params.has("kaart") || apart) {
    const table = kaarten(params.get("kaart"), state.functie, game, seen, say);
    state.apart = kaarten(params.get("apart"), state.functie, game, seen, say);
    if (seen.size || !params.get("kaart")) state.table = table;
  }
  const dicht = slugs(params, "dicht", state.table.length, (slug) => state.table.some((kaart) => kaart.slug === slug));
  if (dicht.gone) say(UNKNOWN);
  for (const kaart of state.table) kaart.dicht = dicht.parsed.includes(kaart.slug);
  const own = params.get("eigen") ?? "";
  state.own = clean(own);
  if ([...own].length > LONGEST_OWN) say(`De eigen woorden zijn ingekort tot ${LONGEST_OWN} tekens.`);
  return { state, messages };
}

const UNKNOWN = "Een kaart uit de link is er niet, of staat er dubbel in. Die is weggelaten.";

/**
 * @param {string | null} text
 * @param {string} functie
 * @param {Game} game
 * @param {Set<string>} seen
 * @param {(sentence: string) => void} say
 */
function kaarten(text, functie, game, seen, say) {
  /** @type {Kaart[]} */
  const parsed = [];
  for (const part of (text ?? "").split(",").filter(Boolean)) {
    const [, slug, index] = KAART.exec(part) ?? [];
    if (!game.kaarten.has(slug) || seen.has(slug)) {
      say(UNKNOWN);
      continue;
    }
    seen.add(slug);
    const vraag = Number(index ?? 1);
    const exists = vraag >= 1 && vraag <= questionCount(game, slug, functie);
    if (!exists) say("Een vraag uit de link is er niet. Je ziet de eerste vraag van die kaart.");
    parsed.push({ slug, vraag: exists ? vraag : 1, dicht: false });
  }
  return parsed;
}

/**
 * The query that means this, or nothing where it is how the page begins. The same table gives the same query.
 * @param {State} state
 * @param {Game} game
 */
export function toAddress(state, game) {
  const whole = isWhole(state, game);
  /** @param {Kaart} kaart */
  const name = ({ slug, vraag }) => `${slug}.${vraag}`;
  const dicht = state.table.filter((kaart) => kaart.dicht).map((kaart) => kaart.slug);
  const parts = [
    state.names && `toon=${ONLY_NAMES}`,
    state.seed && `zaad=${state.seed}`,
    !whole && `kaart=${state.table.map(name).join(",")}`,
    dicht.length && `dicht=${dicht.join(",")}`,
    state.apart.length && `apart=${state.apart.map(name).join(",")}`,
    state.own && `eigen=${encodeURIComponent(state.own)}`,
  ].filter(Boolean);
  if (!parts.length && state.functie === game.functies[0]) return "";
  return `?${[`v=${VERSION}`, `functie=${state.functie}`, ...parts].join("&")}`;
}

/**
 * @param {State} state
 * @param {Game} game
 */
function isWhole(state, game) {
  const fixed = [...game.kaarten.keys()];
  return state.table.length === fixed.length && state.table.every(({ slug, vraag }, place) => slug === fixed[place] && vraag === 1);
}

/**
 * @param {Game} game
 * @param {string} slug
 * @param {string} functie
 */
export function questionCount(game, slug, functie) {
  return game.kaarten.get(slug)?.get(functie) ?? 0;
}

/**
 * The cards that lie neither on the table nor aside.
 * @param {State} state
 * @param {Game} game
 */
export function pile(state, game) {
  const gone = new Set([...state.table, ...state.apart].map((kaart) => kaart.slug));
  return [...game.kaarten.keys()].filter((slug) => !gone.has(slug));
}

/**
 * One card more on the table, in front; when the pile is empty all cards are taken up and shuffled first.
 * @param {State} state
 * @param {Game} game
 * @param {string} [seed]
 * @returns {State}
 */
export function draw(state, game, seed = newSeed()) {
  const left = pile(state, game);
  const from = left.length ? { ...state, seed: state.seed || seed } : again(state, seed);
  const dicht = new Set(pile(from, game));
  const slug = /** @type {string} */ (shuffle(game.kaarten.keys(), from.seed).find((name) => dicht.has(name)));
  return { ...from, table: [drawn(slug, from, game), ...from.table] };
}

/**
 * All cards on the pile, in another order.
 * @param {State} state
 * @param {string} [seed]
 * @returns {State}
 */
export function again(state, seed = newSeed()) {
  return { ...state, seed, table: [], apart: [] };
}

/**
 * @param {State} state
 * @param {Game} game
 * @returns {State}
 */
export function allFaceUp(state, game) {
  return { ...initial(game, state.functie), names: state.names, own: state.own };
}

/**
 * All nine face down, in an order that nobody knows.
 * @param {State} state
 * @param {Game} game
 * @param {string} [seed]
 * @returns {State}
 */
export function allFaceDown(state, game, seed = newSeed()) {
  const from = again(state, seed);
  const table = shuffle(game.kaarten.keys(), seed).map((slug) => ({ ...drawn(slug, from, game), dicht: true }));
  return { ...from, table };
}

/**
 * @param {string} slug
 * @param {Pick<State, "seed" | "functie">} state
 * @param {Game} game
 * @returns {Kaart}
 */
function drawn(slug, { seed, functie }, game) {
  return { slug, vraag: questionFor(seed, functie, slug, questionCount(game, slug, functie)), dicht: false };
}

/**
 * @param {State} state
 * @param {string} slug
 * @returns {State}
 */
export function turn(state, slug) {
  return withKaart(state, slug, (kaart) => ({ ...kaart, dicht: !kaart.dicht }));
}

/**
 * @param {State} state
 * @param {string} slug
 * @param {Game} game
 * @returns {State}
 */
export function otherQuestion(state, slug, game) {
  return withKaart(state, slug, (kaart) => ({ ...kaart, vraag: (kaart.vraag % questionCount(game, slug, state.functie)) + 1 }));
}

/**
 * @param {State} state
 * @param {string} slug
 * @param {(kaart: Kaart) => Kaart} changed
 * @returns {State}
 */
function withKaart(state, slug, changed) {
  return { ...state, table: state.table.map((kaart) => (kaart.slug === slug ? changed(kaart) : kaart)) };
}

/**
 * @param {State} state
 * @param {string} slug
 * @returns {State}
 */
export function layAside(state, slug) {
  const [kaart] = state.table.filter((other) => other.slug === slug);
  return { ...state, table: state.table.filter((other) => other !== kaart), apart: [...state.apart, { ...kaart, dicht: false }] };
}

/**
 * @param {State} state
 * @param {string} slug
 * @returns {State}
 */
export function layBack(state, slug) {
  const [kaart] = state.apart.filter((other) => other.slug === slug);
  return { ...state, apart: state.apart.filter((other) => other !== kaart), table: [kaart, ...state.table] };
}

/**
 * The same cards with nothing but their names.
 * @param {State} state
 * @returns {State}
 */
export function withNames(state) {
  return { ...state, names: true };
}

/**
 * The same cards with the questions of a function.
 * @param {State} state
 * @param {string} functie
 * @param {Game} game
 * @returns {State}
 */
export function withFunctie(state, functie, game) {
  /** @param {Kaart} kaart */
  const fits = (kaart) => ({ ...kaart, vraag: kaart.vraag > questionCount(game, kaart.slug, functie) ? 1 : kaart.vraag });
  return { ...state, functie, names: false, table: state.table.map(fits), apart: state.apart.map(fits) };
}
