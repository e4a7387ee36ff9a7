// A programme that fits the time to the minute. Pure: the same wishes and the same site always give the same programme.
//
// The rules of a good programme
// - It follows an arc (arcs.js): welcome, own question, story, dig, translate, harvest; an orientation introduces the
//   nine ruimtes. The first arc is taken in which everything has room to breathe (`roomy`), or else just fits.
// - A story or an example is read as its own werkvorm says (`processOf`), never comes just before the harvest, and the
//   werkvorm after it shares a ruimte with it. In less than `STORY_FROM` minutes a story is all there is time for.
// - Nothing goes on for longer than 90 minutes without a break, online 75; never a break directly after the welcome nor
//   directly before the harvest, and rather not between a story and the werkvorm that digs into it.
// - Online and with more than thirty people a werkvorm is not done in its shortest time.
// - Minutes are in fives; where the time itself is not, the harvest has what is left over.
// - A group that is too large for a werkvorm is split in equal groups, each with a host (`HOSTS` at most); one that is
//   too small gets another werkvorm. The harvest brings all together again, and takes longer with more people. A large
//   group comes together before that too: it is in parts for at most 100 minutes, where there is an arc for it.
// - What asks for children, for lead time or for a second meeting is only proposed to who can have that.
// - What suits equally well takes turns, by the wishes themselves, so that no werkvorm is in most programmes.
// - What is chosen already stands in it in the order of an arc. What does not fit is left out, for a second meeting.
//
// An item is { soort, minuten } with, for a werkvorm, a story or an example, a `slug`, and for an own item a `text`. A
// welcome and a harvest may have the `slug` of the werkvorm by which they go.

import { ALONE, ARCS, BREAKS, FEW, HURRIED, maat, ORDER, PARTED, returning, roundOf, SHORTEST, STORY_FROM, STRETCH } from "./arcs.js";

/** @typedef {import("../../../outputs/scripts.d.ts").PlanGegevens} PlanGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanVerhaal} PlanVerhaal */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanVoorbeeld} PlanVoorbeeld */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanWerkvorm} PlanWerkvorm */
/** @typedef {"orientatie" | "verdieping" | "evaluatie"} Functie */
/** @typedef {"welkom" | "oogst" | "pauze" | "verhaal" | "werkvorm" | "voorbeeld" | "eigen"} ItemKind */
/** @typedef {readonly [number, number]} Span the least and the most */
/** @typedef {{ soort: ItemKind, minutes: number, slug?: string, text?: string, note?: string, index?: number }} Item `note` is what the host wrote with it, `index` that of its row on the page */
/** @typedef {Omit<Item, "minutes"> & { minutes?: number }} Block an item that has no minutes yet */
/** @typedef {Pick<PlanVerhaal, "slug" | "titel" | "plaats" | "ruimtes"> & Partial<PlanVerhaal>} Verhaal one of the page, or one that was fetched */
/** @typedef {Pick<PlanVoorbeeld, "slug" | "titel" | "ruimtes" | "gesprek"> & Partial<PlanVoorbeeld>} Voorbeeld one of the page, or one that was fetched */
/** @typedef {Omit<PlanGegevens, "verhalen" | "voorbeelden"> & { readonly verhalen: readonly Verhaal[], readonly voorbeelden: readonly Voorbeeld[] }} Data */
/**
 * `extra` is what the group can have that is not a matter of course: children, lead time, a second meeting. `voorkeur`
 * are stories, examples and werkvormen that suit the own question, the best first.
 * @typedef {{ time: number, mensen: number, functie: Functie, ruimtes: readonly string[], online: boolean, extra?: readonly Extra[], voorkeur?: readonly string[] }} PlanWens
 */
/** @typedef {{ welkom: PlanWerkvorm[], oogst: PlanWerkvorm[] }} Edges */
/** @typedef {"kinderen" | "vooraf" | "vervolg"} Extra */
/** @typedef {PlanWens & { verhalen?: readonly string[], werkvormen?: readonly string[], voorbeelden?: readonly string[] }} Ask with the slugs of what is chosen already */
/** @typedef {import("./arcs.js").Plaats} Plaats */
/** @typedef {PlanWens & { begin: string, date: string, vraag?: string, naam?: string, plaats?: string, id?: string, over?: readonly Block[] }} Wish `vraag` is the own question, `naam` that of the meet-up, `plaats` where it is, `id` which one it is, `over` what was chosen but is for a second one */
/**
 * `roomy`: with room to breathe; `turns`: what is short only in its turn; `apart`: with a break between a
 * story and the werkvorm that digs into it; `each`: of every function; `loose`: with fewer breaks; `together`: not for
 * too long in parts; `full`: with every break, also where the group comes together again.
 * @typedef {{ roomy?: boolean, turns?: boolean, apart?: boolean, each?: boolean, loose?: boolean, together?: boolean, full?: boolean }} How
 */

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

/** @type {readonly Extra[]} */
export const EXTRA = ["kinderen", "vooraf", "vervolg"];
/** A werkvorm for so many people at most is a talk: nobody leads a room full of those. */
const PAIR = 3;
/** Hosts that a meet-up has at most, one for each group. */
export const HOSTS = 8;

/**
 * Minutes that the planner gives.
 * @type {Readonly<Record<Exclude<ItemKind, "werkvorm" | "eigen">, Span> & { werkvorm?: undefined, eigen?: undefined }>}
 */
const PLANNED = { welkom: [5, 10], oogst: [5, 15], pauze: [10, 15], verhaal: [5, 30], voorbeeld: [5, 15] };
const STEP = 5;
/** Minutes within which a werkvorm is short, and people for whom it is wide, as what is for every ruimte: it fits everywhere ... */
const SHORT = 30;
const WIDE = 20;
/** ... and would be in every programme: so it comes in this part of those in which another fits too. */
const TURN = { short: 0.2, wide: 0.45 };
/** Programmes that are tried in full before the next arc is. */
const TRIES = 60;
/**
 * Who gets the minutes that are left, and up to what: each in turn five minutes, before the next line has a turn.
 * @type {readonly (readonly [ItemKind, number | "midden" | "hoogst"])[]}
 */
const EXTENSION = [
  ["verhaal", 15], ["werkvorm", "midden"], ["voorbeeld", 10], ["verhaal", 20], ["oogst", 10], ["welkom", 10],
  ["werkvorm", "hoogst"], ["voorbeeld", 15], ["oogst", "hoogst"], ["pauze", 15], ["welkom", "hoogst"], ["verhaal", 30],
];
/**
 * The function of the werkvormen that dig.
 * @type {Record<Functie, Functie>}
 */
const PURPOSE = { orientatie: "verdieping", verdieping: "verdieping", evaluatie: "evaluatie" };
const TALK = "Gesprek: wat houdt ons nu bezig?";

/** Items that may go by a werkvorm. */
const METHODS = new Set(["werkvorm", "welkom", "oogst"]);

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
/** @param {Span} span */
const middle = ([lowest, highest]) => Math.min(Math.max(Math.floor((lowest + highest) / 2 / STEP) * STEP, lowest), highest);

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
  return (item.soort === "werkvorm" ? werkvormOf(item, data)?.duur : LIMITS[item.soort]) ?? LIMITS.verhaal;
}

/**
 * @param {Block} item
 * @param {Data} data
 */
export function werkvormOf(item, data) {
  return METHODS.has(item.soort) ? data.werkvormen.find(({ slug }) => slug === item.slug) : undefined;
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
 * Make a programme. `data` has what the site can choose from. Only what is chosen already can make a programme longer
 * than its time.
 * @param {Ask} wish
 * @param {Data} data
 * @returns {Item[]}
 */
export function makeProgramma(wish, data) {
  return propose(wish, data).items;
}

/**
 * Make a programme, and say what was chosen but does not fit in it (`rest`): not at all, or not with room to breathe.
 * @param {Ask} wish
 * @param {Data} data
 * @param {{ roomy?: boolean }} [how]
 * @returns {{ items: Item[], rest: Block[] }}
 */
export function propose(wish, data, { roomy = false } = {}) {
  const known = new Set(data.werkvormen.map(({ slug }) => slug));
  let chosen = [
    ...blocks("verhaal", wish.verhalen),
    ...blocks("voorbeeld", wish.voorbeelden),
    ...blocks("werkvorm", (wish.werkvormen ?? []).filter((slug) => known.has(slug))),
  ];
  if (!chosen.length) return { items: free(wish, data), rest: [] };
  /** @type {Block[]} */
  const rest = [];
  for (;;) {
    const items = around(chosen, wish, data, roomy && chosen.length > 1);
    if (items) return { items, rest };
    // A site with little to add: then what is chosen takes less than the time that there is.
    const alone = rond(inOrder(chosen, data).filter((block) => typeof block !== "string"), wish, data).row;
    if (total(alone) < wish.time && free(wish, data).some(({ soort }) => soort === "eigen")) return { items: alone, rest };
    if (chosen.length === 1) return { items: rond(chosen, wish, data).row, rest };
    const gone = leastNeeded(chosen, wish, data);
    chosen = chosen.filter((block) => block !== gone);
    rest.unshift(gone);
  }
}

/** A programme around what is chosen is not longer than so many minutes: what remains is for a second meeting. */
const LONG = 180;

/**
 * Make a programme around what is chosen, in as many quarters of an hour as that needs. With an own question (`vraag`)
 * nobody chose each part by hand: what then asks for more than the group said that it has, is for a second meeting.
 * @param {Ask & { vraag?: string }} wish with the least time
 * @param {Data} data
 * @returns {{ time: number, items: Item[], rest: Block[] }}
 */
export function proposeWhole(wish, data) {
  const { vraag, werkvormen = [] } = wish;
  const special = data.werkvormen.filter((werkvorm) => vraag && werkvormen.includes(werkvorm.slug) && asks(werkvorm, wish)).map(({ slug }) => slug);
  const ask = { ...wish, werkvormen: werkvormen.filter((slug) => !special.includes(slug)) };
  for (let { time } = wish; ; time += 15) {
    const { items, rest } = propose({ ...ask, time }, data, { roomy: true });
    if (time + 15 > Math.max(LONG, wish.time) || (!rest.length && total(items) <= time)) return { time, items, rest: [...rest, ...blocks("werkvorm", special)] };
  }
}

/**
 * What is left out first: what asks for more than this meeting has, then the last of what there is most of.
 * @param {readonly Block[]} chosen
 * @param {PlanWens} wish
 * @param {Data} data
 * @returns {Block}
 */
function leastNeeded(chosen, wish, data) {
  const cases = chosen.filter(({ soort }) => soort !== "werkvorm");
  const werkvormen = chosen.filter(({ soort }) => soort === "werkvorm");
  const special = werkvormen.findLast((block) => asks(/** @type {PlanWerkvorm} */ (werkvormOf(block, data)), wish));
  return /** @type {Block} */ (special ?? (cases.length > werkvormen.length ? cases : werkvormen).at(-1));
}

/**
 * Whether a werkvorm asks for what this group did not say that it has.
 * @param {PlanWerkvorm} werkvorm
 * @param {PlanWens} wish
 */
export function asks(werkvorm, { extra = [] }) {
  const needed = { kinderen: werkvorm.kinderen, vooraf: werkvorm.vooraf, vervolg: werkvorm.delen > 1 };
  return EXTRA.some((one) => needed[one] && !extra.includes(one));
}

/**
 * @param {"verhaal" | "voorbeeld" | "werkvorm"} soort
 * @param {readonly string[]} slugs
 * @returns {Block[]}
 */
const blocks = (soort, slugs = []) => slugs.map((slug) => ({ soort, slug }));

/**
 * How many breaks there are. Online, coming together again is a change too: it saves one, or there would be a break on
 * both sides of it.
 * @param {PlanWens} wish
 * @param {boolean} returns whether the group comes together again in between
 */
function pauzes({ time, online }, returns) {
  const count = BREAKS[online ? "online" : "hier"].filter((from) => time >= from).length;
  return online && returns ? Math.max(count - 1, 1) : count;
}

/**
 * Whether people come together again in it, out of the groups.
 * @param {Block} block
 * @param {Data} data
 */
const isReturn = (block, data) => werkvormOf(block, data)?.moment === "samen";

/**
 * A programme of what suits best: the first arc that fits.
 * @param {PlanWens} wish
 * @param {Data} data
 */
function free(wish, data) {
  const find = finder(wish, data);
  const arcs = ARCS[wish.functie][maat(wish.mensen)];
  // In an hour there is more than one thing to do, if need be in less time.
  const more = wish.time < 60 ? arcs : arcs.filter(({ length }) => length > 1);
  if (wish.time >= STORY_FROM) {
    const whole = maat(wish.mensen) === "groot" ? more.flatMap(returning) : [];
    for (const [list, how] of /** @type {[Plaats[][], How][]} */ ([
      [whole, { roomy: true, turns: true, together: true }], [whole, { turns: true, together: true }],
      ...(wish.online ? [[whole, { turns: true, together: true, full: true }], [whole, { turns: true, apart: true, together: true, full: true }]] : []),
      [more, { roomy: true, turns: true }], [more, { turns: true }], [wish.online ? more : [], { turns: true, apart: true }], [arcs, {}], [arcs, { apart: true }], [ALONE, {}],
      [[...arcs, ...FEW, ...ALONE], { each: true }], [[...arcs, ...FEW, ...ALONE], { each: true, loose: true }],
    ])) {
      for (const arc of list) {
        const row = find(arc, how);
        if (row) return row;
      }
    }
  }
  // In less, one short werkvorm: what is read then would be followed by the harvest at once.
  for (const arc of wish.time < STORY_FROM ? SHORTEST : []) {
    const row = find(arc, { each: true, loose: true });
    if (row) return row;
  }
  // Where no werkvorm fits, people read something and talk about it, and then talk about themselves.
  for (const count of [1, 2, 3]) {
    const row = find(Array.from({ length: count }, () => /** @type {Plaats} */ ("verhaal")), { loose: true, each: true });
    if (row) return row;
  }
  return rond([{ soort: "eigen", text: TALK, minutes: wish.time - roundOf("welkom", wish)[0] - roundOf("oogst", wish)[0] }], wish, data, { bare: true }).row;
}

/**
 * A programme around what is chosen: each story before a werkvorm, all in the order of an arc, and more where there is
 * time left. Undefined where it does not fit.
 * @param {readonly Block[]} chosen
 * @param {PlanWens} wish
 * @param {Data} data
 * @param {boolean} roomy only with room to breathe
 */
function around(chosen, wish, data, roomy) {
  const find = finder(wish, data);
  const base = inOrder(chosen, data);
  /** @param {readonly (Plaats | Block)[]} row */
  const tails = (row) => [row, [...row, /** @type {Plaats} */ ("vertalen")]];
  /** @type {(readonly (Plaats | Block)[])[]} */
  const rows = [
    base, ["vraag", ...base], ["eigen", "verdiepen", ...base], ["verhaal", "verdiepen", ...base], ["vraag", "verhaal", "verdiepen", ...base],
    ["vraag", "verhaal", "verdiepen", "verhaal", "verdiepen", ...base],
  ];
  // An orientation introduces the nine ruimtes, where there is time and nothing chosen does.
  const meets = chosen.some((block) => werkvormOf(block, data)?.functie === "orientatie" && werkvormOf(block, data)?.alle);
  if (wish.functie === "orientatie" && !meets) rows.unshift(...rows.map((row) => /** @type {(Plaats | Block)[]} */ (["ruimtes", ...row])));
  const ample = [{ roomy: true, turns: true }, { roomy: true }, { roomy: true, apart: true }, { roomy: true, each: true }];
  const tight = [{}, { loose: true }, { each: true }, { each: true, loose: true }];
  for (const how of roomy ? ample : [...ample, ...tight]) {
    for (const row of rows.flatMap(tails)) {
      const found = find(row, how);
      if (found) return found;
    }
  }
  return undefined;
}

/**
 * What is chosen in the order of an arc; after a story that has no werkvorm after it, a place for one.
 * @param {readonly Block[]} chosen
 * @param {Data} data
 * @returns {(Plaats | Block)[]}
 */
function inOrder(chosen, data) {
  const cases = chosen.filter(({ soort }) => soort !== "werkvorm");
  /** @param {Block} block */
  const moment = (block) => ORDER.indexOf(werkvormOf(block, data)?.moment ?? "verdiepen");
  const werkvormen = chosen.filter(({ soort }) => soort === "werkvorm").sort((a, b) => moment(a) - moment(b));
  const story = ORDER.indexOf("verhaal");
  const before = werkvormen.filter((block) => moment(block) < story);
  let later = werkvormen.filter((block) => moment(block) >= story);
  /** @type {(Plaats | Block)[]} */
  const row = [...before];
  for (const one of cases) {
    const next = later.find((block) => share(one, block, data));
    row.push(one, next ?? "verdiepen");
    later = later.filter((block) => block !== next);
  }
  row.push(...later);
  const last = row.at(-1);
  if (typeof last === "object" && moment(last) === story) row.push("verdiepen");
  return row;
}

/**
 * Whether two items touch the same ruimte; what says nothing of ruimtes may stand beside anything.
 * @param {Block} one
 * @param {Block} other
 * @param {Data} data
 */
function share(one, other, data) {
  const [first, second] = [one, other].map((block) => (caseOf(block, data) ?? werkvormOf(block, data))?.ruimtes ?? []);
  return !first.length || !second.length || first.some((slug) => second.includes(slug));
}

/**
 * Whether people read, tell or hear a story in it.
 * @param {Block} block
 * @param {Data} data
 */
export function tells(block, data) {
  return block.soort === "verhaal" || block.soort === "voorbeeld" || (block.soort === "werkvorm" && werkvormOf(block, data)?.moment === "verhaal");
}

/**
 * Whether people do it in more than one group.
 * @param {Block} block
 * @param {PlanWens} wish
 * @param {Data} data
 */
export function parted(block, wish, data) {
  const werkvorm = isCase(block) ? processOf(wish, data) : werkvormOf(block, data);
  return werkvorm !== undefined && groups(wish.mensen, werkvorm.groep) > 1;
}

/**
 * The longest time that people are in parts, in minutes: a break does not bring them together.
 * @param {readonly Item[]} row
 * @param {PlanWens} wish
 * @param {Data} data
 */
export function inParts(row, wish, data) {
  let now = 0;
  return Math.max(...row.filter(({ soort }) => soort !== "pauze").map((item) => (now = parted(item, wish, data) ? now + item.minutes : 0)));
}

/** @param {Block} block */
const isCase = ({ soort }) => soort === "verhaal" || soort === "voorbeeld";

/**
 * The werkvorm by which people read a story: one for every ruimte, that asks for nothing special.
 * @param {PlanWens} wish
 * @param {Data} data
 */
export function processOf(wish, data) {
  return data.werkvormen.find((werkvorm) => werkvorm.moment === "verhaal" && werkvorm.alle && !asks(werkvorm, { ...wish, extra: [] }));
}

/**
 * A function that fills the places of a row, and makes a programme of it; undefined where that does not fit.
 * @param {PlanWens} wish
 * @param {Data} data
 */
function finder(wish, data) {
  const time = wish.time - (wish.time % STEP);
  /** @type {Map<string, Block[]>} */
  const saved = new Map();
  const cases = rankTexts(wish, data);
  const edges = edgesOf(wish, data);

  /**
   * @param {Plaats | Block} place
   * @param {boolean} each
   * @param {boolean} turns
   */
  function choices(place, each, turns) {
    if (typeof place !== "string") return [place];
    if (place === "verhaal") return cases;
    const name = `${place} ${each} ${turns}`;
    let found = saved.get(name);
    if (!found) {
      found = rankWerkvormen(wish, data, { functie: null })
        .filter((werkvorm) => suits(werkvorm, place, wish, each) && (!turns || place === "samen" || hasTurn(werkvorm, wish)))
        .map(({ slug }) => ({ soort: /** @type {const} */ ("werkvorm"), slug }));
      saved.set(name, found);
    }
    return found;
  }

  /**
   * @param {readonly (Plaats | Block)[]} row
   * @param {How} how
   * @returns {Item[] | undefined}
   */
  return function find(row, { roomy = false, turns = false, apart = false, each = false, loose = false, together = false, full = false }) {
    const count = pauzes(wish, !full && row.some((place) => place === "samen" || (typeof place !== "string" && isReturn(place, data))));
    if (!loose && row.length <= count) return undefined;
    const lists = row.map((place) => choices(place, each, turns).map((block) => ({ block, span: spanOf(block, wish, data, roomy) })));
    if (lists.some((list) => !list.length)) return undefined;
    const frame = framed([], edges, count).map((block) => spanOf(block, wish, data, false));
    /** What is needed and possible from place `i` on. */
    const least = [0];
    const largest = [0];
    for (const list of [...lists].reverse()) {
      least.unshift(least[0] + Math.min(...list.map(({ span }) => span[0])));
      largest.unshift(largest[0] + Math.max(...list.map(({ span }) => span[1])));
    }
    let tries = TRIES;
    const reserved = new Set(row.filter((place) => typeof place !== "string"));
    /**
     * @param {readonly Block[]} done
     * @param {number} low
     * @param {number} high
     * @returns {Item[] | undefined}
     */
    function next(done, low, high) {
      const i = done.length;
      if (i === row.length) {
        tries -= 1;
        const made = rond(done, wish, data, { edges, apart, full });
        if (together && inParts(made.row, wish, data) > PARTED) return undefined;
        return made.fits || (loose && total(made.row) === wish.time) ? made.row : undefined;
      }
      for (const { block, span } of lists[i]) {
        if (tries <= 0) return undefined;
        const before = done.at(-1);
        if (row[i] === "samen" && !(before && parted(before, wish, data))) continue;
        if (done.some((one) => one.soort === block.soort && one.slug === block.slug)) continue;
        if (typeof row[i] === "string" && [...reserved].some((one) => one.soort === block.soort && one.slug === block.slug)) continue;
        if (before && tells(before, data) && block.soort === "werkvorm" && !share(before, block, data)) continue;
        if (low + span[0] + least[i + 1] > time || high + span[1] + largest[i + 1] < time) continue;
        const found = next([...done, block], low + span[0], high + span[1]);
        if (found) return found;
      }
      return undefined;
    }
    return next([], sum(frame.map(([least]) => least)), sum(frame.map(([, most]) => most)));
  };
}

/**
 * Whether a werkvorm can stand in a place.
 * @param {PlanWerkvorm} werkvorm
 * @param {Plaats} place
 * @param {PlanWens} wish
 * @param {boolean} each
 */
function suits(werkvorm, place, wish, each) {
  const { moment, functie, alle, duur, groep } = werkvorm;
  const own = each || functie === PURPOSE[wish.functie];
  const meets = functie === "orientatie" && alle;
  const long = duur[0] > LIMITS.welkom[0];
  switch (place) {
    case "kennis":
      return moment === "begin" && long;
    case "ruimtes":
      return meets && long;
    case "vraag":
      return moment === "vraag" && (wish.functie !== "orientatie" || !meets);
    case "eigen":
      return moment === "verhaal" && own;
    case "samen":
      return moment === "samen" && groep[1] >= wish.mensen;
    case "terugblik":
      return functie === "evaluatie" && (moment === "verdiepen" || moment === "verhaal");
    case "verdiepen":
      return moment === "verdiepen" && (own || (alle && duur[1] <= SHORT));
    default:
      return moment === "vertalen" && (duur[1] <= SHORT || functie === wish.functie || own);
  }
}

/**
 * The least and the most minutes of an item that the planner gives, in fives.
 * @param {Block} item
 * @param {PlanWens | undefined} wish
 * @param {Data} data
 * @param {boolean} roomy
 * @returns {Span}
 */
function spanOf(item, wish, data, roomy) {
  const { soort, minutes = 0 } = item;
  if (soort === "eigen") return [minutes, minutes];
  const size = wish && maat(wish.mensen);
  if (soort === "welkom" || soort === "oogst") {
    const [least, most] = wish ? roundOf(soort, wish) : PLANNED[soort];
    const own = werkvormOf(item, data)?.duur;
    return own ? [Math.max(least, Math.min(own[0], most)), Math.max(Math.min(most, own[1]), least)] : [least, most];
  }
  if (soort === "pauze") return PLANNED.pauze;
  if (soort === "verhaal") return wish ? [wish.time < STORY_FROM ? 5 : wish.time < 60 ? 10 : roomy ? 20 : 15, 30] : PLANNED.verhaal;
  if (soort === "voorbeeld") return wish ? [wish.time < STORY_FROM ? 5 : 10, 15] : PLANNED.voorbeeld;
  const [lowest, highest] = limits(item, data);
  const least = Math.min(Math.ceil(lowest / STEP) * STEP, highest);
  const most = Math.max(Math.floor(highest / STEP) * STEP, least);
  const slower = wish && wish.time >= HURRIED && (wish.online || size === "groot") ? Math.min(least + STEP, most) : least;
  return [roomy ? Math.max(slower, middle([least, most])) : slower, most];
}

/**
 * The werkvormen by which a welcome and a harvest can go, best first.
 * @param {PlanWens} wish
 * @param {Data} data
 * @returns {Edges}
 */
function edgesOf(wish, data) {
  const row = rankWerkvormen(wish, data, { functie: null });
  /** @param {"welkom" | "oogst"} soort @param {string} moment */
  const edge = (soort, moment) => {
    const [least] = roundOf(soort, wish);
    const fitting = row.filter((one) => one.moment === moment && one.duur[0] <= Math.max(least, wish.time < 60 ? 5 : 10) && one.duur[1] >= least);
    // A large group comes together as a whole, not in circles that do not hear each other.
    const together = fitting.filter(({ hoogstens }) => hoogstens >= wish.mensen);
    return maat(wish.mensen) === "groot" && together.length ? together : fitting;
  };
  return { welkom: edge("welkom", "begin"), oogst: edge("oogst", "slot") };
}

/**
 * Blocks with what belongs around them, the breaks at the end.
 * @param {readonly Block[]} row
 * @param {Edges} edges
 * @param {number} count
 * @returns {Block[]}
 */
function framed(row, edges, count) {
  const taken = row.map(({ slug }) => slug);
  /** @param {"welkom" | "oogst"} soort @returns {Block} */
  const edge = (soort) => {
    const own = edges[soort].find(({ slug }) => !taken.includes(slug));
    return own ? { soort, slug: own.slug } : { soort };
  };
  /** @type {Block[]} */
  const rest = Array.from({ length: count }, () => ({ soort: "pauze" }));
  return [edge("welkom"), ...row, edge("oogst"), ...rest];
}

/**
 * The minutes of a programme of `time`: each its least, and the rest by `EXTENSION`. Where even that
 * is too much, the programme is longer than its time; where all have their most, it is shorter.
 * @param {readonly Block[]} items
 * @param {number} time
 * @param {Data} data
 * @param {PlanWens} [wish]
 * @returns {Item[]}
 */
export function divide(items, time, data, wish) {
  const limit = items.map((item) => spanOf(item, wish, data, false));
  const minutes = limit.map(([lowest]) => lowest);
  let left = time - sum(minutes);
  for (const [soort, target] of EXTENSION) {
    const to = limit.map(([, highest], i) => (target === "midden" ? middle(limit[i]) : target === "hoogst" ? highest : Math.min(target, highest)));
    const who = items.map((_, i) => i).filter((i) => items[i].soort === soort);
    while (left >= STEP && who.some((i) => minutes[i] < to[i])) {
      for (const i of who) {
        const added = left < STEP ? 0 : Math.max(Math.min(STEP, to[i] - minutes[i]), 0);
        minutes[i] += added;
        left -= added;
      }
    }
  }
  const last = items.findLastIndex(({ soort }) => soort === "oogst");
  if (left > 0 && left < STEP && last >= 0) minutes[last] += left;
  return items.map((item, i) => ({ ...item, minutes: minutes[i] }));
}

/**
 * A whole programme of blocks: with their minutes, and the breaks in their places. `fits` where it takes its time, and
 * nothing goes on for too long.
 * @param {readonly Block[]} blocks
 * @param {PlanWens} wish
 * @param {Data} data
 * @param {{ edges?: Edges, bare?: boolean, apart?: boolean, full?: boolean }} [how] `bare`: without breaks
 */
function rond(blocks, wish, data, { edges = edgesOf(wish, data), bare = false, apart = false, full = false } = {}) {
  const asked = pauzes(wish, !full && blocks.some((block) => isReturn(block, data)));
  const count = bare ? 0 : Math.min(asked, Math.max(blocks.length - 1, 0));
  const everything = divide(framed(blocks, edges, count), wish.time, data, wish);
  const harvest = everything.findIndex(({ soort }) => soort === "oogst");
  const row = everything.slice(0, harvest + 1);
  const { places, longest, parted } = spots(row, count, data);
  for (const [i, place] of places.entries()) row.splice(place + i, 0, everything[harvest + 1 + i]);
  return { row, fits: total(row) === wish.time && (apart || !parted) && places.length === asked && longest <= STRETCH[wish.online ? "online" : "hier"] };
}

/** Nobody has a break, fifteen minutes of something and a break again. */
const BETWEEN = 20;

/**
 * The best places for breaks, in the order of the row: those that leave the shortest stretches.
 * @param {readonly Item[]} row
 * @param {number} count
 * @param {Data} data
 */
function spots(row, count, data) {
  /** @type {{ places: number[], longest: number, parted: boolean, cost: number }} */
  let best = { places: [], longest: total(row), parted: false, cost: Infinity };
  /**
   * @param {number[]} places
   * @param {number} from
   */
  function place(places, from) {
    if (places.length === count) {
      const parts = [0, ...places, row.length].slice(0, -1).map((start, i) => total(row.slice(start, places[i] ?? row.length)));
      const longest = Math.max(...parts);
      const parted = places.filter((i) => tells(row[i - 1], data)).length;
      const kept = places.filter((i) => isReturn(row[i], data)).length; // out of the groups first, then coffee
      const short = parts.slice(1, -1).filter((minutes) => minutes < BETWEEN).length;
      const cost = longest - Math.min(...parts) / 8 + 60 * parted + 30 * kept + 45 * short;
      if (cost < best.cost) best = { places, longest, parted: parted > 0, cost };
      return;
    }
    for (let i = from; i < row.length - 1; i += 1) place([...places, i], i + 1);
  }
  place([], 2);
  return best;
}

/**
 * The werkvormen that suit a group, best first; what suits equally well takes turns. `functie` null takes those of every
 * function. Online, a werkvorm counts only if its page says how it goes online.
 * @param {PlanWens} wish
 * @param {Data} data
 * @param {{ functie: Functie | null, gone?: readonly (string | undefined)[] }} how
 */
export function rankWerkvormen(wish, data, { functie, gone = [] }) {
  /** @param {PlanWerkvorm} werkvorm */
  const points = (werkvorm) => {
    const hits = werkvorm.alle ? 0 : werkvorm.ruimtes.filter((slug) => wish.ruimtes.includes(slug)).length;
    const inParts = groups(wish.mensen, werkvorm.groep);
    return (hits ? 5 + Math.min(hits, 3) : wish.ruimtes.length && werkvorm.alle ? 3 : 0) - Math.min(inParts, 5) / 2 + 4 * turn(wish, werkvorm.slug) + (wish.voorkeur?.includes(werkvorm.slug) ? 4 : 0);
  };
  return data.werkvormen
    .filter((w) => !gone.includes(w.slug) && (!functie || w.functie === functie) && (!wish.online || w.online) && !asks(w, wish))
    .filter((w) => groups(wish.mensen, w.groep) > 0 && groups(wish.mensen, w.groep) <= HOSTS)
    .filter((w) => w.groep[1] > PAIR || wish.mensen <= w.groep[1])
    .map((werkvorm, index) => ({ werkvorm, index, points: points(werkvorm) }))
    .sort((a, b) => b.points - a.points || a.index - b.index)
    .map(({ werkvorm }) => werkvorm);
}

/**
 * Whether it is the turn of a werkvorm that fits everywhere; of any other it always is.
 * @param {PlanWerkvorm} werkvorm
 * @param {PlanWens} wish
 */
function hasTurn({ slug, alle, duur, groep }, wish) {
  const part = duur[1] <= SHORT ? TURN.short : groep[1] >= WIDE || alle ? TURN.wide : 1;
  return turn(wish, `${slug} ${slug}`) < part;
}

/**
 * Whose turn it is: a number from 0 to 1 that is always the same for these wishes and this slug, and looks like chance.
 * @param {PlanWens} wish
 * @param {string} slug
 */
function turn({ time, mensen, functie, online }, slug) {
  let value = 0x811c9dc5;
  for (const sign of `${functie} ${time} ${mensen} ${online} ${slug}`) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return ((value ^ (value >>> 15)) >>> 0) / 2 ** 32;
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
 * Stories and examples together, best first. What is about none of the wanted ruimtes is not among them where something
 * else is; a story comes before an example where there is time to read one.
 * @param {PlanWens} wish
 * @param {Data} data
 * @returns {Block[]}
 */
function rankTexts(wish, data) {
  const long = wish.time >= 60;
  const all = [
    ...data.verhalen.map((text) => ({ text, soort: /** @type {const} */ ("verhaal"), points: pointsOf(text, wish) + (long ? 1 : -4) })),
    ...data.voorbeelden.map((text) => ({ text, soort: /** @type {const} */ ("voorbeeld"), points: pointsOf(text, wish) })),
  ];
  /** @param {{ ruimtes: readonly string[] }} text */
  const isAbout = ({ ruimtes }) => !wish.ruimtes.length || ruimtes.some((slug) => wish.ruimtes.includes(slug));
  const about = all.filter(({ text, soort }) => isAbout(text) || (soort === "verhaal" && wish.voorkeur?.includes(text.slug)));
  // What suits the own question is not passed over for what only fits the time better.
  const preferred = about.filter(({ text, soort }) => soort === "verhaal" && wish.voorkeur?.includes(text.slug));
  return [preferred, about, all.filter(({ soort }) => soort === "verhaal")].find((list) => list.length)
    ?.map((one, index) => ({ ...one, index }))
    .sort((a, b) => b.points - a.points || a.index - b.index)
    .map(({ soort, text }) => ({ soort, slug: text.slug })) ?? [];
}

/**
 * How well a text suits: the own question first, then the wanted ruimtes, then the function; and whose turn it is.
 * @param {{ slug: string, ruimtes: readonly string[], functies?: readonly string[] }} text
 * @param {PlanWens} wish
 */
function pointsOf({ slug, ruimtes, functies = [] }, wish) {
  const place = wish.voorkeur?.indexOf(slug) ?? -1;
  const hits = ruimtes.filter((one) => wish.ruimtes.includes(one)).length;
  return (place < 0 ? 0 : 100 - place) + 3 * hits + (functies.includes(wish.functie) ? 1 : 0) + 2 * turn(wish, slug);
}

/**
 * @template {{ slug: string, ruimtes: readonly string[], functies?: readonly string[] }} T
 * @param {readonly T[]} texts
 * @param {PlanWens} wish
 * @param {readonly (string | undefined)[]} gone
 */
function rankCases(texts, wish, gone) {
  return texts
    .filter(({ slug }) => !gone.includes(slug))
    .map((text, index) => ({ text, index, points: pointsOf(text, wish) }))
    .sort((a, b) => b.points - a.points || a.index - b.index)
    .map(({ text }) => text);
}

/** What a host may choose from for another item. */
const ALTERNATIVES = 3;

/**
 * What can come in the place of item `place`, best first, three at most. A werkvorm comes from the same moment in the
 * arc where there is one, and those that can last as long as there is room for come before the others; after a story it
 * shares a ruimte with that.
 * @param {readonly Item[]} items
 * @param {number} place
 * @param {PlanWens} wish
 * @param {Data} data
 * @returns {Item[]}
 */
export function alternatives(items, place, wish, data) {
  const item = items[place];
  const gone = items.filter(({ slug }) => slug).map(({ slug }) => slug);
  if (item.soort === "verhaal" || item.soort === "voorbeeld") {
    /** @type {readonly { slug: string }[]} */
    const row = item.soort === "verhaal" ? rankVerhalen(wish, data, gone) : rankVoorbeelden(wish, data, gone);
    return row.slice(0, ALTERNATIVES).map(({ slug }) => ({ ...item, slug }));
  }
  const now = werkvormOf(item, data);
  if (!now || item.soort !== "werkvorm") return [];
  const room = Math.max(item.minutes, wish.time - total(items) + item.minutes);
  const before = items.slice(0, place).findLast(({ soort }) => soort !== "pauze");
  /** @param {PlanWerkvorm} werkvorm */
  const points = ({ slug, moment, functie, duur }) =>
    (moment === now.moment ? 4 : 0) +
    (functie === now.functie ? 2 : 0) +
    (duur[0] <= room ? 8 : 0) +
    (before && tells(before, data) && !share(before, { soort: "werkvorm", slug }, data) ? -16 : 0);
  return rankWerkvormen(wish, data, { functie: null, gone })
    .filter(({ duur, moment }) => duur[0] > LIMITS.welkom[0] || moment === now.moment)
    .map((werkvorm, index) => ({ werkvorm, index, points: points(werkvorm) }))
    .sort((a, b) => b.points - a.points || a.index - b.index)
    .slice(0, ALTERNATIVES)
    .map(({ werkvorm: { slug, duur } }) => ({ ...item, slug, minutes: Math.min(Math.max(item.minutes, duur[0]), duur[1]) }));
}
