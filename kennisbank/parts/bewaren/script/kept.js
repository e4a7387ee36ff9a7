// What a reader keeps for a meet-up: stories and werkvormen with a note, under one name in this browser and nowhere else.
// Every change reads what is there first, so that two tabs do not undo each other's work.

/** @typedef {"verhaal" | "werkvorm"} Soort */
/** @typedef {{ soort: Soort, slug: string, titel: string, notitie: string, ook?: string[] }} Item */
/** @typedef {{ naam: string, items: Item[] }} Selectie */

const NAAM = "ruimte-selectie";
/** Where something is laid aside that stood there and is not ours, or of a later version of this site. */
export const APART = `${NAAM}-apart`;
const VERSIE = 1;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
// Control characters (but a new line), half characters, and marks that turn the direction of a text.
const VREEMD = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** The most that is kept: of items, of other versions of a note, and of characters in a note, a title, the name, a slug. */
export const MEEST = { items: 100, ook: 20, notitie: 500, titel: 200, naam: 120, slug: 200 };
/** @type {readonly Soort[]} */
export const SOORTEN = ["verhaal", "werkvorm"];

/** @type {Set<() => void>} */
const hoorders = new Set();

/**
 * A text from anywhere as it may be shown and kept.
 * @param {unknown} waarde
 * @param {number} hoogstens
 */
export function tekst(waarde, hoogstens) {
  return typeof waarde === "string" ? waarde.slice(0, hoogstens).replace(VREEMD, "") : "";
}

/**
 * @param {string} soort
 * @param {string} slug
 */
export function zelfde(soort, slug) {
  return (/** @type {{ soort: string, slug: string }} */ item) => item.soort === soort && item.slug === slug;
}

/**
 * Of anything, the part that is a selection: `naam` (the title of the booklet) and `items`.
 * @param {any} gelezen anything at all: each part is looked at before it is taken
 * @returns {Selectie}
 */
export function gekeurd(gelezen) {
  /** @type {Selectie} */
  const staat = { naam: tekst(gelezen?.naam, MEEST.naam), items: [] };
  for (const item of Array.isArray(gelezen?.items) ? gelezen.items : []) {
    const { soort, slug } = item ?? {};
    if (!SOORTEN.includes(soort) || typeof slug !== "string" || slug.length > MEEST.slug || !SLUG.test(slug)) continue;
    if (staat.items.some(zelfde(soort, slug))) continue;
    const ook = (Array.isArray(item.ook) ? item.ook : []).map((/** @type {unknown} */ ander) => tekst(ander, MEEST.notitie)).filter(Boolean);
    staat.items.push({
      soort,
      slug,
      titel: tekst(item.titel, MEEST.titel),
      notitie: tekst(item.notitie, MEEST.notitie),
      ...(ook.length && { ook: ook.slice(0, MEEST.ook) }), // what another tab wrote in the note at the same time
    });
    if (staat.items.length === MEEST.items) break;
  }
  return staat;
}

/**
 * Why something could not be kept: "vol" when there is no room, "dicht" when the browser keeps nothing.
 * @param {unknown} fout
 */
export function waarom(fout) {
  const { name, code } = /** @type {{ name: string, code?: number }} */ (fout); // what a browser throws
  return code === 22 || /Quota/i.test(name) ? "vol" : "dicht";
}

/** What to say of that. */
export const NIET = {
  vol: "Dat lukt niet: je browser heeft geen plaats meer voor deze site.",
  dicht: "Dat lukt niet: je browser bewaart niets voor deze site.",
};

/** @param {string | null} raw */
function ontleed(raw) {
  try {
    const gelezen = JSON.parse(raw ?? "null");
    return gelezen?.versie === VERSIE ? gelezen : null;
  } catch {
    return null;
  }
}

/** What is kept now; nothing where the browser keeps nothing, or something that is not ours. */
export function lees() {
  try {
    return gekeurd(ontleed(localStorage.getItem(NAAM)));
  } catch {
    return gekeurd(null);
  }
}

/**
 * Change what is kept: `doe` changes what was read. Answers with "" when it was kept, else with why not (`waarom`).
 * @param {(staat: Selectie) => void} doe
 */
export function wijzig(doe) {
  try {
    const raw = localStorage.getItem(NAAM);
    const gelezen = ontleed(raw);
    const staat = gekeurd(gelezen);
    doe(staat);
    if (raw !== null && !gelezen) localStorage.setItem(APART, raw);
    localStorage.setItem(NAAM, JSON.stringify({ versie: VERSIE, ...gekeurd(staat) }));
  } catch (fout) {
    return waarom(fout);
  }
  for (const hoor of hoorders) hoor();
  return "";
}

/**
 * Call `hoor` at every change: on this page, in another tab, and while the reader was away.
 * @param {() => void} hoor
 */
export function bijWijziging(hoor) {
  hoorders.add(hoor);
  addEventListener("storage", ({ key }) => (key === NAAM || key === null) && hoor());
  addEventListener("pageshow", ({ persisted }) => persisted && hoor());
}
