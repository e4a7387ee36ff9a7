// What a reader keeps for a meet-up: stories and werkvormen with a note, under one name in this browser and nowhere else.
// Every change reads what is there first, so that two tabs do not undo each other's work.

const NAAM = "ruimte-selectie";
const VERSIE = 1;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
// Control characters (but a new line), half characters, and marks that turn the direction of a text.
const VREEMD = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** The most that is kept: of items, and of characters in a note, in the title of an item, of the booklet, of a slug. */
export const MEEST = { items: 100, notitie: 500, titel: 200, naam: 120, slug: 200 };
export const SOORTEN = ["verhaal", "werkvorm"];

const hoorders = new Set();

/** A text from anywhere as it may be shown and kept. */
export function tekst(waarde, hoogstens) {
  return typeof waarde === "string" ? waarde.slice(0, hoogstens).replace(VREEMD, "") : "";
}

export function zelfde(soort, slug) {
  return (item) => item.soort === soort && item.slug === slug;
}

/** Of anything, the part that is a selection: `naam` (the title of the booklet) and `items`. */
export function gekeurd(gelezen) {
  const staat = { naam: tekst(gelezen?.naam, MEEST.naam), items: [] };
  for (const item of Array.isArray(gelezen?.items) ? gelezen.items : []) {
    const { soort, slug } = item ?? {};
    if (!SOORTEN.includes(soort) || typeof slug !== "string" || slug.length > MEEST.slug || !SLUG.test(slug)) continue;
    if (staat.items.some(zelfde(soort, slug))) continue;
    staat.items.push({ soort, slug, titel: tekst(item.titel, MEEST.titel), notitie: tekst(item.notitie, MEEST.notitie) });
    if (staat.items.length === MEEST.items) break;
  }
  return staat;
}

/** What is kept now; nothing where the browser keeps nothing, or something that is not ours. */
export function lees() {
  try {
    const gelezen = JSON.parse(localStorage.getItem(NAAM));
    return gekeurd(gelezen?.versie === VERSIE ? gelezen : null);
  } catch {
    return gekeurd(null);
  }
}

/** Change what is kept: `doe` changes what was read. Tells whether it was kept: a browser can be full, or forbid it. */
export function wijzig(doe) {
  const staat = lees();
  doe(staat);
  try {
    localStorage.setItem(NAAM, JSON.stringify({ versie: VERSIE, ...gekeurd(staat) }));
  } catch {
    return false;
  }
  for (const hoor of hoorders) hoor();
  return true;
}

/** Call `hoor` at every change: on this page, in another tab, and while the reader was away. */
export function bijWijziging(hoor) {
  hoorders.add(hoor);
  addEventListener("storage", ({ key }) => (key === NAAM || key === null) && hoor());
  addEventListener("pageshow", ({ persisted }) => persisted && hoor());
}
