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
// - A group that is too large for a werkvorm is split in equal groups; one that is too small gets another werkvorm.
// - As much as has room to breathe (`ruim`), at most three werkvormen and three stories; where that is nothing, what
//   just fits; where no werkvorm of the function fits, a story and a conversation, and then one of another function.
// - What is left of the time is spread by `UITBREIDING`, in steps of five minutes.
//
// An item is { soort, minuten } with, for a werkvorm or a story, a `slug`, and for an own item a `tekst`.

/** @typedef {import("../../../outputs/scripts.d.ts").PlanGegevens} PlanGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanVerhaal} PlanVerhaal */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanWerkvorm} PlanWerkvorm */
/** @typedef {"orientatie" | "verdieping" | "evaluatie"} Functie */
/** @typedef {"welkom" | "oogst" | "pauze" | "verhaal" | "werkvorm" | "eigen"} ItemSoort */
/** @typedef {readonly [number, number]} Bereik the least and the most */
/** @typedef {{ soort: ItemSoort, minuten: number, slug?: string, tekst?: string, nummer?: number }} Item `nummer` is that of its row on the page */
/** @typedef {Omit<Item, "minuten"> & { minuten?: number }} Blok an item that has no minutes yet */
/** @typedef {Pick<PlanVerhaal, "slug" | "titel" | "plaats" | "ruimtes"> & Partial<PlanVerhaal>} Verhaal one of the page, or one that was fetched */
/** @typedef {Omit<PlanGegevens, "verhalen"> & { readonly verhalen: readonly Verhaal[] }} Gegevens */
/** @typedef {{ tijd: number, mensen: number, functie: Functie, ruimtes: readonly string[], online: boolean }} PlanWens */
/** @typedef {PlanWens & { begin: string, datum: string }} Wens */
/** @typedef {{ ruim?: boolean, elke?: boolean }} Hoe */
/** @typedef {{ werkvormen: readonly PlanWerkvorm[], verhalen: readonly string[] }} Vast */
/** @typedef {{ verhalen: string[], werkvormen: (functie: Functie | null, verhaal: string) => PlanWerkvorm[] }} Keuzes */

/** @type {Bereik} */
export const TIJD = [15, 240];
/** @type {Bereik} */
export const MENSEN = [2, 60];
/** @type {readonly Functie[]} */
export const FUNCTIES = ["orientatie", "verdieping", "evaluatie"];
/**
 * Minutes that a host may give to an item; those of a werkvorm are its own.
 * @type {Readonly<Record<Exclude<ItemSoort, "werkvorm">, Bereik> & { werkvorm?: undefined }>}
 */
export const GRENZEN = { welkom: [5, 30], oogst: [5, 30], pauze: [5, 30], verhaal: [5, 30], eigen: [1, 120] };

/**
 * Minutes that the planner gives.
 * @type {Readonly<Record<Exclude<ItemSoort, "werkvorm" | "eigen">, Bereik> & { werkvorm?: undefined, eigen?: undefined }>}
 */
const GEPLAND = { welkom: [5, 10], oogst: [5, 15], pauze: [10, 15], verhaal: [5, 30] };
const PAUZES_VANAF = [105, 195];
const HOOGSTENS = 3;
/**
 * Who gets the minutes that are left, and up to what: each in turn five minutes, before the next line has a turn.
 * @type {readonly (readonly [ItemSoort, number | "midden" | "hoogst"])[]}
 */
const UITBREIDING = [
  ["verhaal", 10], ["werkvorm", "midden"], ["verhaal", 15], ["oogst", 10], ["welkom", 10],
  ["werkvorm", "hoogst"], ["pauze", 15], ["oogst", 15], ["verhaal", 30],
];
/**
 * The function of the first werkvorm and of those after it.
 * @type {Record<Functie, readonly [Functie, Functie]>}
 */
const BEDOELING = {
  orientatie: ["orientatie", "verdieping"],
  verdieping: ["verdieping", "verdieping"],
  evaluatie: ["evaluatie", "evaluatie"],
};
const GESPREK = "Gesprek: wat houdt ons nu bezig?";

/** @param {readonly number[]} getallen */
const som = (getallen) => getallen.reduce((a, b) => a + b, 0);
/** @param {Bereik} bereik */
const midden = ([laagst, hoogst]) => Math.round((laagst + hoogst) / 2);

/**
 * In how many groups these people do a werkvorm for `groep` ([fewest, most]); 0 where it does not suit them.
 * @param {number} mensen
 * @param {Bereik} groep
 */
export function groepen(mensen, [minste, meeste]) {
  const aantal = Math.ceil(mensen / meeste);
  return Math.floor(mensen / aantal) >= minste ? aantal : 0;
}

/**
 * The fewest and most minutes of an item.
 * @param {Blok} item
 * @param {Gegevens} gegevens
 * @returns {Bereik}
 */
export function grenzen(item, gegevens) {
  return werkvormVan(item, gegevens)?.duur ?? GRENZEN[item.soort] ?? GRENZEN.verhaal;
}

/**
 * @param {Blok} item
 * @param {Gegevens} gegevens
 */
export function werkvormVan(item, gegevens) {
  return item.soort === "werkvorm" ? gegevens.werkvormen.find(({ slug }) => slug === item.slug) : undefined;
}

/**
 * @param {Blok} item
 * @param {Gegevens} gegevens
 */
export function verhaalVan(item, gegevens) {
  return item.soort === "verhaal" ? gegevens.verhalen.find(({ slug }) => slug === item.slug) : undefined;
}

/** @param {readonly Item[]} items */
export function totaal(items) {
  return som(items.map(({ minuten }) => minuten));
}

/**
 * Make a programme. `wens` is { tijd, mensen, functie, ruimtes, online } and, where they are chosen already, the slugs
 * in `verhalen` and `werkvormen`; `gegevens` has the werkvormen and stories of the site to choose from. Only what is
 * chosen already can make a programme longer than its time.
 * @param {PlanWens & { verhalen?: readonly string[], werkvormen?: readonly string[] }} wens
 * @param {Gegevens} gegevens
 * @returns {Item[]}
 */
export function maak(wens, gegevens) {
  const vast = {
    /** @param {Functie | null} wat */
    werkvormen: (wens.werkvormen ?? []).map((slug) => werkvormVan({ soort: "werkvorm", slug }, gegevens)).filter((werkvorm) => werkvorm !== undefined),
    verhalen: wens.verhalen ?? [],
  };
  const keus = keuzes(wens, gegevens, vast.verhalen);
  const alles = vormen(vast.werkvormen.length, vast.verhalen.length);
  const beide = alles.filter(([w, v]) => w && v);
  const krap = [...beide].reverse();
  const zonderVerhaal = alles.filter(([, v]) => !v).reverse();
  /** @type {[[number, number][], Hoe][]} */
  const pogingen = [
    [beide, { ruim: true }],
    [krap, {}],
    [zonderVerhaal, {}],
    [[[0, 1]], {}],
    [beide, { ruim: true, elke: true }],
    [krap, { elke: true }],
    [zonderVerhaal, { elke: true }],
    [[[0, 2], [0, 3]], {}],
  ];
  for (const [lijst, hoe] of pogingen) {
    for (const [w, v] of lijst) {
      if (w < vast.werkvormen.length || v < vast.verhalen.length) continue;
      const blokken = vul(w, v, wens, keus, vast, hoe);
      if (blokken && past(omlijst(blokken, wens.tijd), wens.tijd, gegevens)) return rond(blokken, wens.tijd, gegevens);
    }
  }
  if (vast.werkvormen.length || vast.verhalen.length) {
    const blokken = rangschik(wens.functie, vast.werkvormen.map(alsItem), vast.verhalen.map((slug) => ({ soort: "verhaal", slug })));
    return rond(blokken, wens.tijd, gegevens);
  }
  const over = wens.tijd - som([GEPLAND.welkom[0], GEPLAND.oogst[0]]);
  return rond([{ soort: "eigen", tekst: GESPREK, minuten: over }], 0, gegevens);
}

/**
 * Numbers of werkvormen and stories to try, those with most first.
 * @param {number} minsteWerkvormen
 * @param {number} minsteVerhalen
 * @returns {[number, number][]}
 */
function vormen(minsteWerkvormen, minsteVerhalen) {
  /** @type {[number, number][]} */
  const gevonden = [];
  for (let w = minsteWerkvormen; w <= Math.max(HOOGSTENS, minsteWerkvormen); w += 1) {
    for (let v = minsteVerhalen; v <= Math.max(Math.min(w, HOOGSTENS), minsteVerhalen); v += 1) if (w + v) gevonden.push([w, v]);
  }
  return gevonden.sort((a, b) => b[0] + b[1] - a[0] - a[1] || b[0] - a[0]);
}

/**
 * @param {PlanWerkvorm} planWerkvorm
 * @returns {Blok}
 */
const alsItem = ({ slug }) => ({ soort: "werkvorm", slug });

/** @param {number} tijd */
function pauzes(tijd) {
  return PAUZES_VANAF.filter((vanaf) => tijd >= vanaf).length;
}

/**
 * What is on the site, in the order in which it suits: sorted once for all that is tried.
 * @param {PlanWens} wens
 * @param {Gegevens} gegevens
 * @param {readonly string[]} vast
 * @returns {Keuzes}
 */
function keuzes(wens, gegevens, vast) {
  /** @type {Map<string, PlanWerkvorm[]>} */
  const bewaard = new Map();
  return {
    verhalen: rangVerhalen(wens, gegevens, vast).map(({ slug }) => slug),
    /**
     * @param {Functie | null} functie
     * @param {string} verhaal
     */
    werkvormen(functie, verhaal) {
      const naam = `${functie} ${verhaal}`;
      if (!bewaard.has(naam)) {
        bewaard.set(naam, rangWerkvormen(wens, gegevens, { functie, verhaal: verhaalVan({ soort: "verhaal", slug: verhaal }, gegevens) }));
      }
      return /** @type {PlanWerkvorm[]} */ (bewaard.get(naam));
    },
  };
}

/**
 * Choose what fills `w` places for a werkvorm and `v` for a story; undefined where something does not fit.
 * @param {number} w
 * @param {number} v
 * @param {PlanWens} wens
 * @param {Keuzes} keus
 * @param {Vast} vast
 * @param {Hoe} hoe
 * @returns {Blok[] | undefined}
 */
function vul(w, v, wens, keus, vast, { ruim, elke }) {
  if (w + v <= pauzes(wens.tijd)) return undefined;
  const verhalen = [...vast.verhalen, ...keus.verhalen].slice(0, v);
  if (verhalen.length < v) return undefined;
  const welkom = ruim && wens.tijd >= 60 ? 10 : 5;
  const over = wens.tijd - welkom - (ruim ? 10 : 5) - 10 * pauzes(wens.tijd) - v * (ruim ? 15 : v > 1 || w ? 10 : 5);
  /** @param {PlanWerkvorm} werkvorm */
  const nodig = ({ duur }) => (ruim ? midden(duur) : duur[0]);
  const gekozen = [...vast.werkvormen];
  let rest = over - som(gekozen.map(nodig));
  while (gekozen.length < w) {
    const deel = rest / (w - gekozen.length);
    const functie = BEDOELING[wens.functie][gekozen.length ? 1 : 0];
    const verhaal = verhalen[Math.min(gekozen.length, verhalen.length - 1)];
    const keuze = keus
      .werkvormen(elke ? null : functie, verhaal)
      .find((werkvorm) => nodig(werkvorm) <= deel && !gekozen.includes(werkvorm));
    if (!keuze) return undefined;
    gekozen.push(keuze);
    rest -= nodig(keuze);
  }
  if (rest < 0) return undefined;
  return rangschik(wens.functie, gekozen.map(alsItem), verhalen.map((slug) => ({ soort: "verhaal", slug })));
}

/**
 * Put werkvormen and stories in the order of a function.
 * @param {Functie} functie
 * @param {readonly Blok[]} werkvormen
 * @param {readonly Blok[]} verhalen
 * @returns {Blok[]}
 */
function rangschik(functie, werkvormen, verhalen) {
  const rij = functie === "verdieping" ? [] : werkvormen.slice(0, 1);
  const later = werkvormen.slice(rij.length);
  const eerst = Math.max(later.length ? verhalen.length - later.length : verhalen.length, 0);
  rij.push(...verhalen.slice(0, eerst));
  for (const [nummer, werkvorm] of later.entries()) rij.push(...verhalen.slice(eerst + nummer, eerst + nummer + 1), werkvorm);
  return rij;
}

/**
 * Blocks with what belongs around them, the breaks at the end.
 * @param {readonly Blok[]} blokken
 * @param {number} tijd
 * @returns {Blok[]}
 */
function omlijst(blokken, tijd) {
  /** @type {Blok[]} */
  const rust = Array.from({ length: Math.min(pauzes(tijd), Math.max(blokken.length - 1, 0)) }, () => ({ soort: "pauze" }));
  return [{ soort: "welkom" }, ...blokken, { soort: "oogst" }, ...rust];
}

/**
 * @param {Blok} item
 * @param {Gegevens} gegevens
 * @returns {Bereik}
 */
function gepland(item, gegevens) {
  return item.soort === "eigen" ? [/** @type {number} */ (item.minuten), /** @type {number} */ (item.minuten)] : (GEPLAND[item.soort] ?? grenzen(item, gegevens));
}

/**
 * @param {readonly Blok[]} items
 * @param {number} tijd
 * @param {Gegevens} gegevens
 */
function past(items, tijd, gegevens) {
  const ruimte = items.map((item) => gepland(item, gegevens));
  return som(ruimte.map(([laagst]) => laagst)) <= tijd && tijd <= som(ruimte.map(([, hoogst]) => hoogst));
}

/**
 * Give the items the minutes of a programme of `tijd`: each its least, and the rest by `UITBREIDING`. Where even that
 * is too much, the programme is longer than its time; where all have their most, it is shorter.
 * @param {readonly Blok[]} items
 * @param {number} tijd
 * @param {Gegevens} gegevens
 * @returns {Item[]}
 */
export function verdeel(items, tijd, gegevens) {
  const grens = items.map((item) => gepland(item, gegevens));
  const minuten = grens.map(([laagst]) => laagst);
  let over = tijd - som(minuten);
  for (const [soort, doel] of UITBREIDING) {
    const tot = grens.map(([, hoogst], i) => (doel === "midden" ? midden(grens[i]) : doel === "hoogst" ? hoogst : Math.min(doel, hoogst)));
    const wie = items.map((_, i) => i).filter((i) => items[i].soort === soort);
    while (over > 0 && wie.some((i) => minuten[i] < tot[i])) {
      for (const i of wie) {
        const erbij = Math.max(Math.min(5, tot[i] - minuten[i], over), 0);
        minuten[i] += erbij;
        over -= erbij;
      }
    }
  }
  return items.map((item, i) => ({ ...item, minuten: minuten[i] }));
}

/**
 * A whole programme of blocks: with their minutes, and the breaks in their places.
 * @param {readonly Blok[]} blokken
 * @param {number} tijd
 * @param {Gegevens} gegevens
 */
function rond(blokken, tijd, gegevens) {
  const alles = verdeel(omlijst(blokken, tijd), tijd, gegevens);
  const oogst = alles.findIndex(({ soort }) => soort === "oogst");
  const rust = alles.slice(oogst + 1);
  const rij = alles.slice(0, oogst + 1);
  const duur = totaal(rij);
  for (const [nummer, pauze] of rust.entries()) rij.splice(plek(rij, (duur * (nummer + 1)) / (rust.length + 1)), 0, pauze);
  return rij;
}

/**
 * The best place for a break: as near as possible to a moment, in minutes of what is no break.
 * @param {Item[]} rij
 * @param {number} moment
 */
function plek(rij, moment) {
  let beste = { afstand: Infinity, plaats: rij.length - 1 };
  let verstreken = rij[0].minuten;
  for (let i = 1; i < rij.length - 1; i += 1) {
    const { soort } = rij[i];
    const naast = i === 1 || soort === "pauze" || rij[i - 1].soort === "pauze";
    const samen = rij[i - 1].soort === "verhaal" && soort === "werkvorm" ? 15 : 0;
    const afstand = Math.abs(verstreken - moment) + samen;
    if (!naast && afstand < beste.afstand) beste = { afstand, plaats: i };
    if (soort !== "pauze") verstreken += rij[i].minuten;
  }
  return beste.plaats;
}

/**
 * The werkvormen that suit a group, best first; ties as on the site. `functie` null takes those of every function, the
 * own first. Online, a werkvorm counts only if its page says how it goes online.
 * @param {PlanWens} wens
 * @param {Gegevens} gegevens
 * @param {{ functie: Functie | null, verhaal?: Verhaal, weg?: readonly (string | undefined)[] }} hoe
 */
export function rangWerkvormen(wens, gegevens, { functie, verhaal, weg = [] }) {
  const eigen = functie ?? BEDOELING[wens.functie][0];
  /** @param {PlanWerkvorm} werkvorm */
  const punten = (werkvorm) => {
    const raakt = werkvorm.alle ? 0 : werkvorm.ruimtes.filter((slug) => wens.ruimtes.includes(slug)).length;
    const vanVerhaal = verhaal && !werkvorm.alle ? werkvorm.ruimtes.filter((slug) => verhaal.ruimtes.includes(slug)).length : 0;
    const inDelen = groepen(wens.mensen, werkvorm.groep);
    return (
      (werkvorm.functie === eigen ? 100 : 0) +
      (raakt ? 5 + Math.min(raakt, 3) : wens.ruimtes.length && werkvorm.alle ? 3 : 0) +
      (inDelen === 1 ? 4 : -inDelen) +
      (verhaal?.werkvormen?.includes(werkvorm.slug) ? 3 : 0) +
      (wens.ruimtes.length ? 0 : Math.min(vanVerhaal, 2))
    );
  };
  return gegevens.werkvormen
    .filter((w) => !weg.includes(w.slug) && (!functie || w.functie === functie) && (!wens.online || w.online) && groepen(wens.mensen, w.groep))
    .map((werkvorm, nummer) => ({ werkvorm, nummer, punten: punten(werkvorm) }))
    .sort((a, b) => b.punten - a.punten || a.nummer - b.nummer)
    .map(({ werkvorm }) => werkvorm);
}

/**
 * The stories to choose from, best first: those about the wanted ruimtes, those for the function, the newest.
 * @param {PlanWens} wens
 * @param {Gegevens} gegevens
 * @param {readonly (string | undefined)[]} weg
 */
export function rangVerhalen(wens, gegevens, weg = []) {
  /** @param {Verhaal} verhaal */
  const punten = ({ ruimtes, functies = [] }) =>
    3 * ruimtes.filter((slug) => wens.ruimtes.includes(slug)).length + (functies.includes(wens.functie) ? 1 : 0);
  return gegevens.verhalen
    .filter(({ slug }) => !weg.includes(slug))
    .map((verhaal, nummer) => ({ verhaal, nummer, punten: punten(verhaal) }))
    .sort((a, b) => b.punten - a.punten || a.nummer - b.nummer)
    .map(({ verhaal }) => verhaal);
}

/**
 * The item that comes in the place of item `plaats`: the next best, and after the last the best again. Those that can
 * last as long as there is room for come before the others. Undefined where there is no other.
 * @param {readonly Item[]} items
 * @param {number} plaats
 * @param {PlanWens} wens
 * @param {Gegevens} gegevens
 * @returns {Item | undefined}
 */
export function wissel(items, plaats, wens, gegevens) {
  const item = items[plaats];
  const weg = items.filter((ander, i) => i !== plaats && ander.slug && ander.soort === item.soort).map(({ slug }) => slug);
  if (item.soort === "verhaal") {
    const rij = rangVerhalen(wens, gegevens, weg);
    const volgende = na(rij, item.slug);
    return volgende && { ...item, slug: volgende.slug };
  }
  const nu = werkvormVan(item, gegevens);
  if (!nu) return undefined;
  const ruimte = Math.max(item.minuten, wens.tijd - totaal(items) + item.minuten);
  const rij = rangWerkvormen(wens, gegevens, { functie: /** @type {Functie} */ (nu.functie), weg });
  const passend = rij.filter(({ duur, slug }) => duur[0] <= ruimte || slug === nu.slug);
  const volgende = na(passend, nu.slug) ?? na(rij, nu.slug) ?? na(rangWerkvormen(wens, gegevens, { functie: null, weg }), nu.slug);
  return volgende && { ...item, slug: volgende.slug, minuten: Math.min(Math.max(item.minuten, volgende.duur[0]), volgende.duur[1]) };
}

/**
 * @template {{ slug: string }} V
 * @param {readonly V[]} rij
 * @param {string | undefined} slug
 */
function na(rij, slug) {
  const volgende = rij[(rij.findIndex((een) => een.slug === slug) + 1) % rij.length];
  return volgende?.slug === slug ? undefined : volgende;
}
