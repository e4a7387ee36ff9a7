// A programme that fits the time to the minute. Pure: the same wishes and the same site always give the same programme.
//
// The rules of a good programme
// - It begins with a welcome (5-10 minutes) and ends with a harvest (5-15).
// - From 105 minutes on there is a break (10-15), from 195 on there are two; never directly after the welcome, nor
//   directly before the harvest, and rather not between a story and the werkvorm that digs into it.
// - The function decides the order. Verdieping: a story, then the werkvorm that digs into it. Oriëntatie: first a
//   werkvorm to meet each other. Evaluatie: first a werkvorm to look back on what is one's own. After that first
//   werkvorm, stories again come before the werkvorm that follows them.
// - A werkvorm gets at least its minimum and at most its maximum, a story 5 to 30 minutes.
// - A praktijkvoorbeeld (5-15 minutes, to read together and talk about) takes the place of a story that is about none of
//   the wanted ruimtes, of one that is not there, and of one in a meet-up too short to read it. Where a werkvorm would
//   stand alone, an example that suits it comes with it, unless people look back on what is their own. With wanted
//   ruimtes, it is always about one of those; and it changes nothing in the werkvormen.
// - A group that is too large for a werkvorm is split in equal groups; one that is too small gets another werkvorm.
// - As much as has room to breathe (`roomy`), at most three werkvormen and three stories; where that is nothing, what
//   just fits; where no werkvorm of the function fits, a story and a conversation, and then one of another function.
// - What is left of the time is spread by `EXTENSION`, in steps of five minutes.
//
// An item is { soort, minuten } with, for a werkvorm, a story or an example, a `slug`, and for an own item a `text`.

/** @typedef {import("../../../outputs/scripts.d.ts").PlanGegevens} PlanGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanVerhaal} PlanVerhaal */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanVoorbeeld} PlanVoorbeeld */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanWerkvorm} PlanWerkvorm */
/** @typedef {"orientatie" | "verdieping" | "evaluatie"} Functie */
/** @typedef {"welkom" | "oogst" | "pauze" | "verhaal" | "werkvorm" | "voorbeeld" | "eigen"} ItemKind */
/** @typedef {readonly [number, number]} Span the least and the most */
/** @typedef {{ soort: ItemKind, minutes: number, slug?: string, text?: string, index?: number }} Item `index` is that of its row on the page */
/** @typedef {Omit<Item, "minutes"> & { minutes?: number }} Block an item that has no minutes yet */
/** @typedef {Pick<PlanVerhaal, "slug" | "titel" | "plaats" | "ruimtes"> & Partial<PlanVerhaal>} Verhaal one of the page, or one that was fetched */
/** @typedef {Pick<PlanVoorbeeld, "slug" | "titel" | "ruimtes" | "gesprek"> & Partial<PlanVoorbeeld>} Voorbeeld one of the page, or one that was fetched */
/** @typedef {Omit<PlanGegevens, "verhalen" | "voorbeelden"> & { readonly verhalen: readonly Verhaal[], readonly voorbeelden: readonly Voorbeeld[] }} Data */
/** @typedef {{ time: number, mensen: number, functie: Functie, ruimtes: readonly string[], online: boolean }} PlanWens */
/** @typedef {PlanWens & { begin: string, date: string }} Wish */
/** @typedef {{ roomy?: boolean, each?: boolean, brief?: boolean }} How */
/** @typedef {{ werkvormen: readonly PlanWerkvorm[], cases: readonly Block[] }} Fixed `cases` are stories and examples */
/** @typedef {{ cases: readonly Block[], voorbeelden: readonly Block[], werkvormen: (functie: Functie | null, about: Block | undefined) => PlanWerkvorm[] }} Choices */

/** @type {Span} */
export const TIME = [15, 240];
/** @type {Span} */
export const MENSEN = [2, 60];
/** @type {readonly Functie[]} */
export const FUNCTIES = ["orientatie", "verdieping", "evaluatie"];
/**
 * Minutes that a host may give to an item; those of a werkvorm are its own.
 * @type {Readonly<Record<Exclude<ItemKind, "werkvorm">, Span> & { werkvorm?: undefined }>}
 */
export const LIMITS = { welkom: [5, 30], oogst: [5, 30], pauze: [5, 30], verhaal: [5, 30], voorbeeld: [5, 15], eigen: [1, 120] };

/**
 * Minutes that the planner gives.
 * @type {Readonly<Record<Exclude<ItemKind, "werkvorm" | "eigen">, Span> & { werkvorm?: undefined, own?: undefined }>}
 */
const PLANNED = { welkom: [5, 10], oogst: [5, 15], pauze: [10, 15], verhaal: [5, 30], voorbeeld: [5, 15] };
const BREAKS_FROM = [105, 195];
/** From so many minutes on there are ten for a story; in less, nobody can read one and talk about it. */
const STORY_FROM = 20;
const MOST = 3;
/**
 * Who gets the minutes that are left, and up to what: each in turn five minutes, before the next line has a turn.
 * @type {readonly (readonly [ItemKind, number | "midden" | "hoogst"])[]}
 */
const EXTENSION = [
  ["verhaal", 10], ["werkvorm", "midden"], ["voorbeeld", 10], ["verhaal", 15], ["oogst", 10], ["welkom", 10],
  ["werkvorm", "hoogst"], ["voorbeeld", 15], ["pauze", 15], ["oogst", 15], ["verhaal", 30],
];
/**
 * The function of the first werkvorm and of those after it.
 * @type {Record<Functie, readonly [Functie, Functie]>}
 */
const PURPOSE = {
  orientatie: ["orientatie", "verdieping"],
  verdieping: ["verdieping", "verdieping"],
  evaluatie: ["evaluatie", "evaluatie"],
};
const TALK = "Gesprek: wat houdt ons nu bezig?";

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
/** @param {Span} span */
const middle = ([lowest, highest]) => Math.round((lowest + highest) / 2);

/**
 * In how many groups these people do a werkvorm for `groep` ([fewest, most]); 0 where it does not suit them.
 * @param {number} mensen
 * @param {Span} groep
 */
export function groups(mensen, [least, most]) {
  const count = Math.ceil(mensen / most);
  return Math.floor(mensen / count) >= least ? count : 0;
}

/**
 * The fewest and most minutes of an item.
 * @param {Block} item
 * @param {Data} data
 * @returns {Span}
 */
export function limits(item, data) {
  return werkvormOf(item, data)?.duur ?? LIMITS[item.soort] ?? LIMITS.verhaal;
}

/**
 * @param {Block} item
 * @param {Data} data
 */
export function werkvormOf(item, data) {
  return item.soort === "werkvorm" ? data.werkvormen.find(({ slug }) => slug === item.slug) : undefined;
}

/**
 * @param {Block} item
 * @param {Data} data
 */
export function verhaalOf(item, data) {
  return item.soort === "verhaal" ? data.verhalen.find(({ slug }) => slug === item.slug) : undefined;
}

/**
 * @param {Block} item
 * @param {Data} data
 */
export function voorbeeldOf(item, data) {
  return item.soort === "voorbeeld" ? data.voorbeelden.find(({ slug }) => slug === item.slug) : undefined;
}

/**
 * What people read and talk about: the story or the example of an item.
 * @param {Block} item
 * @param {Data} data
 * @returns {Verhaal | Voorbeeld | undefined}
 */
export function caseOf(item, data) {
  return verhaalOf(item, data) ?? voorbeeldOf(item, data);
}

/** @param {readonly Item[]} items */
export function total(items) {
  return sum(items.map(({ minutes }) => minutes));
}

/**
 * Make a programme. `wish` is { tijd, mensen, functie, ruimtes, online } and, where they are chosen already, the slugs
 * in `verhalen`, `werkvormen` and `voorbeelden`; `data` has those of the site to choose from. Only what is chosen
 * already can make a programme longer than its time.
 * @param {PlanWens & { verhalen?: readonly string[], werkvormen?: readonly string[], voorbeelden?: readonly string[] }} wish
 * @param {Data} data
 * @returns {Item[]}
 */
export function makeProgramma(wish, data) {
  const fixed = {
    /** @param {Functie | null} what */
    werkvormen: (wish.werkvormen ?? []).map((slug) => werkvormOf({ soort: "werkvorm", slug }, data)).filter((werkvorm) => werkvorm !== undefined),
    cases: [...blocks("verhaal", wish.verhalen), ...blocks("voorbeeld", wish.voorbeelden)],
  };
  const pick = choices(wish, data, fixed.cases);
  const everything = forms(fixed.werkvormen.length, fixed.cases.length);
  const both = everything.filter(([w, v]) => w && v);
  const tight = [...both].reverse();
  const withoutVerhaal = everything.filter(([, v]) => !v).reverse();
  /** @type {[[number, number][], How][]} */
  const attempts = [
    [both, { roomy: true }],
    [tight, {}],
    [withoutVerhaal, {}],
    [wish.time < STORY_FROM ? [[0, 1]] : [], { brief: true }],
    [[[0, 1]], {}],
    [both, { roomy: true, each: true }],
    [tight, { each: true }],
    [withoutVerhaal, { each: true }],
    [[[0, 2], [0, 3]], {}],
  ];
  for (const [list, how] of attempts) {
    for (const [w, v] of list) {
      if (w < fixed.werkvormen.length || v < fixed.cases.length) continue;
      const row = fill(w, v, wish, pick, fixed, how);
      if (row && fits(framed(row, wish.time), wish.time, data)) return rond(withVoorbeelden(row, wish, pick, fixed, data), wish.time, data);
    }
  }
  if (fixed.werkvormen.length || fixed.cases.length) {
    return rond(rank(wish.functie, fixed.werkvormen.map(asItem), fixed.cases), wish.time, data);
  }
  const left = wish.time - sum([PLANNED.welkom[0], PLANNED.oogst[0]]);
  return rond([{ soort: "eigen", text: TALK, minutes: left }], 0, data);
}

/**
 * Numbers of werkvormen and stories to try, those with most first.
 * @param {number} leastWerkvormen
 * @param {number} leastVerhalen
 * @returns {[number, number][]}
 */
function forms(leastWerkvormen, leastVerhalen) {
  /** @type {[number, number][]} */
  const found = [];
  for (let w = leastWerkvormen; w <= Math.max(MOST, leastWerkvormen); w += 1) {
    for (let v = leastVerhalen; v <= Math.max(Math.min(w, MOST), leastVerhalen); v += 1) if (w + v) found.push([w, v]);
  }
  return found.sort((a, b) => b[0] + b[1] - a[0] - a[1] || b[0] - a[0]);
}

/**
 * @param {PlanWerkvorm} planWerkvorm
 * @returns {Block}
 */
const asItem = ({ slug }) => ({ soort: "werkvorm", slug });

/**
 * @param {"verhaal" | "voorbeeld"} soort
 * @param {readonly string[]} slugs
 * @returns {Block[]}
 */
const blocks = (soort, slugs = []) => slugs.map((slug) => ({ soort, slug }));

/** @param {number} time */
function pauzes(time) {
  return BREAKS_FROM.filter((from) => time >= from).length;
}

/**
 * What is on the site, in the order in which it suits: sorted once for all that is tried.
 * @param {PlanWens} wish
 * @param {Data} data
 * @param {readonly Block[]} fixed
 * @returns {Choices}
 */
function choices(wish, data, fixed) {
  /** @param {ItemKind} soort */
  const gone = (soort) => fixed.filter((block) => block.soort === soort).map(({ slug }) => slug);
  const verhalen = rankVerhalen(wish, data, gone("verhaal"));
  const voorbeelden = blocks("voorbeeld", slugs(rankVoorbeelden(wish, data, gone("voorbeeld")).filter((voorbeeld) => isAbout(voorbeeld, wish))));
  /** @type {Map<string, PlanWerkvorm[]>} */
  const saved = new Map();
  return {
    cases: [...blocks("verhaal", slugs(verhalen)), ...voorbeelden],
    voorbeelden,
    /**
     * @param {Functie | null} functie
     * @param {Block | undefined} about
     */
    werkvormen(functie, about) {
      const name = `${functie} ${about?.soort} ${about?.slug}`;
      if (!saved.has(name)) saved.set(name, rankWerkvormen(wish, data, { functie, about: about && caseOf(about, data) }));
      return /** @type {PlanWerkvorm[]} */ (saved.get(name));
    },
  };
}

/** @param {readonly { slug: string }[]} texts */
const slugs = (texts) => texts.map(({ slug }) => slug);

/**
 * Whether a text is about one of the wanted ruimtes; anything is, where none is asked for.
 * @param {{ ruimtes: readonly string[] }} text
 * @param {PlanWens} wish
 */
const isAbout = ({ ruimtes }, wish) => !wish.ruimtes.length || ruimtes.some((slug) => wish.ruimtes.includes(slug));

/**
 * Choose what fills `w` places for a werkvorm and `v` for a story or an example; undefined where something does not fit.
 * @param {number} w
 * @param {number} v
 * @param {PlanWens} wish
 * @param {Choices} pick
 * @param {Fixed} fixed
 * @param {How} how
 * @returns {Block[] | undefined}
 */
function fill(w, v, wish, pick, fixed, { roomy, each, brief }) {
  if (w + v <= pauzes(wish.time)) return undefined;
  const cases = [...fixed.cases, ...(brief ? pick.voorbeelden : pick.cases)].slice(0, v);
  if (cases.length < v) return undefined;
  const forVerhaal = roomy ? 15 : v > 1 || w ? 10 : 5;
  const forVoorbeeld = roomy ? 10 : 5;
  const welkom = roomy && wish.time >= 60 ? 10 : 5;
  const left = wish.time - welkom - (roomy ? 10 : 5) - 10 * pauzes(wish.time) - sum(cases.map(({ soort }) => (soort === "verhaal" ? forVerhaal : forVoorbeeld)));
  /** @param {PlanWerkvorm} werkvorm */
  const needed = ({ duur }) => (roomy ? middle(duur) : duur[0]);
  const chosen = [...fixed.werkvormen];
  let rest = left - sum(chosen.map(needed));
  while (chosen.length < w) {
    const part = rest / (w - chosen.length);
    const functie = PURPOSE[wish.functie][chosen.length ? 1 : 0];
    const about = cases[Math.min(chosen.length, cases.length - 1)];
    const choice = pick
      .werkvormen(each ? null : functie, about)
      .find((werkvorm) => needed(werkvorm) <= part && !chosen.includes(werkvorm));
    if (!choice) return undefined;
    chosen.push(choice);
    rest -= needed(choice);
  }
  if (rest < 0) return undefined;
  return rank(wish.functie, chosen.map(asItem), cases);
}

/**
 * The same with examples, where those suit better and fit.
 * @param {readonly Block[]} row
 * @param {PlanWens} wish
 * @param {Choices} pick
 * @param {Fixed} fixed
 * @param {Data} data
 * @returns {readonly Block[]}
 */
function withVoorbeelden(row, wish, pick, fixed, data) {
  if (row.every(({ soort }) => soort === "werkvorm")) return wish.functie === "evaluatie" ? row : withCase(row, wish, pick, data);
  let now = row;
  for (const [place, block] of row.entries()) {
    const verhaal = verhaalOf(block, data);
    const other = pick.voorbeelden.find((one) => !now.includes(one));
    if (!verhaal || !other || isAbout(verhaal, wish) || fixed.cases.includes(block)) continue;
    const changed = now.with(place, other);
    if (fits(framed(changed, wish.time), wish.time, data)) now = changed;
  }
  return now;
}

/**
 * Werkvormen with an example that fits: it names one of them or has a ruimte of one, or is about what was asked for.
 * @param {readonly Block[]} row
 * @param {PlanWens} wish
 * @param {Choices} pick
 * @param {Data} data
 */
function withCase(row, wish, pick, data) {
  const werkvormen = row.map((block) => werkvormOf(block, data)).filter((werkvorm) => werkvorm !== undefined);
  /** @param {Block} block */
  const named = (block) => werkvormen.some(({ slug }) => voorbeeldOf(block, data)?.werkvormen?.includes(slug));
  /** @param {Block} block */
  const near = (block) => werkvormen.some(({ alle, ruimtes }) => !alle && ruimtes.some((slug) => voorbeeldOf(block, data)?.ruimtes.includes(slug)));
  const { voorbeelden } = pick;
  const best = voorbeelden.find(named) ?? voorbeelden.find(near) ?? (wish.ruimtes.length ? voorbeelden[0] : undefined);
  const fuller = best && rank(wish.functie, row, [best]);
  if (!fuller || !fits(framed(fuller, wish.time), wish.time, data)) return row;
  // A werkvorm that has to hurry is worse than one without an example: each keeps at least the middle of its time.
  const [middle, others] = [fuller.filter(({ soort }) => soort === "werkvorm"), framed(fuller, wish.time).filter(({ soort }) => soort !== "werkvorm")];
  const needed = sum(middle.map((block) => sum(planned(block, data)) / 2)) + sum(others.map((block) => planned(block, data)[0]));
  return needed <= wish.time ? fuller : row;
}

/**
 * Put werkvormen, and stories and examples, in the order of a function.
 * @param {Functie} functie
 * @param {readonly Block[]} werkvormen
 * @param {readonly Block[]} cases
 * @returns {Block[]}
 */
function rank(functie, werkvormen, cases) {
  const row = functie === "verdieping" ? [] : werkvormen.slice(0, 1);
  const later = werkvormen.slice(row.length);
  const first = Math.max(later.length ? cases.length - later.length : cases.length, 0);
  row.push(...cases.slice(0, first));
  for (const [index, werkvorm] of later.entries()) row.push(...cases.slice(first + index, first + index + 1), werkvorm);
  return row;
}

/**
 * Blocks with what belongs around them, the breaks at the end.
 * @param {readonly Block[]} blocks
 * @param {number} time
 * @returns {Block[]}
 */
function framed(blocks, time) {
  /** @type {Block[]} */
  const rest = Array.from({ length: Math.min(pauzes(time), Math.max(blocks.length - 1, 0)) }, () => ({ soort: "pauze" }));
  return [{ soort: "welkom" }, ...blocks, { soort: "oogst" }, ...rest];
}

/**
 * @param {Block} item
 * @param {Data} data
 * @returns {Span}
 */
function planned(item, data) {
  return item.soort === "eigen" ? [/** @type {number} */ (item.minutes), /** @type {number} */ (item.minutes)] : (PLANNED[item.soort] ?? limits(item, data));
}

/**
 * @param {readonly Block[]} items
 * @param {number} time
 * @param {Data} data
 */
function fits(items, time, data) {
  const ruimte = items.map((item) => planned(item, data));
  return sum(ruimte.map(([lowest]) => lowest)) <= time && time <= sum(ruimte.map(([, highest]) => highest));
}

/**
 * Give the items the minutes of a programme of `time`: each its least, and the rest by `EXTENSION`. Where even that
 * is too much, the programme is longer than its time; where all have their most, it is shorter.
 * @param {readonly Block[]} items
 * @param {number} time
 * @param {Data} data
 * @returns {Item[]}
 */
export function divide(items, time, data) {
  const limit = items.map((item) => planned(item, data));
  const minutes = limit.map(([lowest]) => lowest);
  let left = time - sum(minutes);
  for (const [soort, target] of EXTENSION) {
    const to = limit.map(([, highest], i) => (target === "midden" ? middle(limit[i]) : target === "hoogst" ? highest : Math.min(target, highest)));
    const who = items.map((_, i) => i).filter((i) => items[i].soort === soort);
    while (left > 0 && who.some((i) => minutes[i] < to[i])) {
      for (const i of who) {
        const added = Math.max(Math.min(5, to[i] - minutes[i], left), 0);
        minutes[i] += added;
        left -= added;
      }
    }
  }
  return items.map((item, i) => ({ ...item, minutes: minutes[i] }));
}

/**
 * A whole programme of blocks: with their minutes, and the breaks in their places.
 * @param {readonly Block[]} blocks
 * @param {number} time
 * @param {Data} data
 */
function rond(blocks, time, data) {
  const everything = divide(framed(blocks, time), time, data);
  const harvest = everything.findIndex(({ soort }) => soort === "oogst");
  const rest = everything.slice(harvest + 1);
  const row = everything.slice(0, harvest + 1);
  const duur = total(row);
  for (const [index, pauze] of rest.entries()) row.splice(spot(row, (duur * (index + 1)) / (rest.length + 1)), 0, pauze);
  return row;
}

/**
 * The best place for a break: as near as possible to a moment, in minutes of what is no break.
 * @param {Item[]} row
 * @param {number} moment
 */
function spot(row, moment) {
  let best = { distance: Infinity, place: row.length - 1 };
  let elapsed = row[0].minutes;
  for (let i = 1; i < row.length - 1; i += 1) {
    const { soort } = row[i];
    const beside = i === 1 || soort === "pauze" || row[i - 1].soort === "pauze";
    const together = ["verhaal", "voorbeeld"].includes(row[i - 1].soort) && soort === "werkvorm" ? 15 : 0;
    const distance = Math.abs(elapsed - moment) + together;
    if (!beside && distance < best.distance) best = { distance, place: i };
    if (soort !== "pauze") elapsed += row[i].minutes;
  }
  return best.place;
}

/**
 * The werkvormen that suit a group, best first; ties as on the site. `functie` null takes those of every function, the
 * own first. Online, a werkvorm counts only if its page says how it goes online.
 * @param {PlanWens} wish
 * @param {Data} data
 * @param {{ functie: Functie | null, about?: Verhaal | Voorbeeld, gone?: readonly (string | undefined)[] }} how
 */
export function rankWerkvormen(wish, data, { functie, about, gone = [] }) {
  const own = functie ?? PURPOSE[wish.functie][0];
  /** @param {PlanWerkvorm} werkvorm */
  const points = (werkvorm) => {
    const hits = werkvorm.alle ? 0 : werkvorm.ruimtes.filter((slug) => wish.ruimtes.includes(slug)).length;
    const ofCase = about && !werkvorm.alle ? werkvorm.ruimtes.filter((slug) => about.ruimtes.includes(slug)).length : 0;
    const inParts = groups(wish.mensen, werkvorm.groep);
    return (
      (werkvorm.functie === own ? 100 : 0) +
      (hits ? 5 + Math.min(hits, 3) : wish.ruimtes.length && werkvorm.alle ? 3 : 0) +
      (inParts === 1 ? 4 : -inParts) +
      (about?.werkvormen?.includes(werkvorm.slug) ? 3 : 0) +
      (wish.ruimtes.length ? 0 : Math.min(ofCase, 2))
    );
  };
  return data.werkvormen
    .filter((w) => !gone.includes(w.slug) && (!functie || w.functie === functie) && (!wish.online || w.online) && groups(wish.mensen, w.groep))
    .map((werkvorm, index) => ({ werkvorm, index, points: points(werkvorm) }))
    .sort((a, b) => b.points - a.points || a.index - b.index)
    .map(({ werkvorm }) => werkvorm);
}

/**
 * The stories to choose from, best first: those about the wanted ruimtes, those for the function, the newest.
 * @param {PlanWens} wish
 * @param {Data} data
 * @param {readonly (string | undefined)[]} gone
 */
export function rankVerhalen(wish, data, gone = []) {
  return rankCases(data.verhalen, wish, gone);
}

/**
 * The examples to choose from, in that same order.
 * @param {PlanWens} wish
 * @param {Data} data
 * @param {readonly (string | undefined)[]} gone
 */
export function rankVoorbeelden(wish, data, gone = []) {
  return rankCases(data.voorbeelden, wish, gone);
}

/**
 * @template {{ slug: string, ruimtes: readonly string[], functies?: readonly string[] }} T
 * @param {readonly T[]} texts
 * @param {PlanWens} wish
 * @param {readonly (string | undefined)[]} gone
 */
function rankCases(texts, wish, gone) {
  /** @param {T} text */
  const points = ({ ruimtes, functies = [] }) =>
    3 * ruimtes.filter((slug) => wish.ruimtes.includes(slug)).length + (functies.includes(wish.functie) ? 1 : 0);
  return texts
    .filter(({ slug }) => !gone.includes(slug))
    .map((text, index) => ({ text, index, points: points(text) }))
    .sort((a, b) => b.points - a.points || a.index - b.index)
    .map(({ text }) => text);
}

/**
 * The item that comes in the place of item `place`: the next best, and after the last the best again. Those that can
 * last as long as there is room for come before the others. Undefined where there is no other.
 * @param {readonly Item[]} items
 * @param {number} place
 * @param {PlanWens} wish
 * @param {Data} data
 * @returns {Item | undefined}
 */
export function swap(items, place, wish, data) {
  const item = items[place];
  const gone = items.filter((other, i) => i !== place && other.slug && other.soort === item.soort).map(({ slug }) => slug);
  if (item.soort === "verhaal" || item.soort === "voorbeeld") {
    /** @type {readonly { slug: string }[]} */
    const row = item.soort === "verhaal" ? rankVerhalen(wish, data, gone) : rankVoorbeelden(wish, data, gone);
    const next = na(row, item.slug);
    return next && { ...item, slug: next.slug };
  }
  const now = werkvormOf(item, data);
  if (!now) return undefined;
  const ruimte = Math.max(item.minutes, wish.time - total(items) + item.minutes);
  const row = rankWerkvormen(wish, data, { functie: /** @type {Functie} */ (now.functie), gone });
  const fitting = row.filter(({ duur, slug }) => duur[0] <= ruimte || slug === now.slug);
  const next = na(fitting, now.slug) ?? na(row, now.slug) ?? na(rankWerkvormen(wish, data, { functie: null, gone }), now.slug);
  return next && { ...item, slug: next.slug, minutes: Math.min(Math.max(item.minutes, next.duur[0]), next.duur[1]) };
}

/**
 * @template {{ slug: string }} V
 * @param {readonly V[]} row
 * @param {string | undefined} slug
 */
function na(row, slug) {
  const next = row[(row.findIndex((one) => one.slug === slug) + 1) % row.length];
  return next?.slug === slug ? undefined : next;
}
