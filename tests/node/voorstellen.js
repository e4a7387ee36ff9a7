// What the planner proposes for a fixed grid of wishes and for every bundel, as `make programmas` writes it.

import { FUNCTIES, groups, processOf, propose, proposeWhole, caseOf, werkvormOf } from "#js/pages/sessie/script/plan.js";
import { cases } from "./hulp.js";

export const MENSEN = [4, 8, 12, 20, 40, 60];
export const TIMES = Array.from({ length: 14 }, (_, i) => 45 + 15 * i);

const site = cases.plan;

/** An item as it stands in the file. */
function onderdeel(item, wish) {
  const werkvorm = werkvormOf(item, site) ?? (caseOf(item, site) ? processOf(wish, site) : undefined);
  const { soort, slug = "", minutes } = item;
  return {
    soort: soort === "voorbeeld" ? "verhaal" : soort,
    slug,
    minuten: minutes,
    ruimtes: (caseOf(item, site) ?? werkvormOf(item, site))?.ruimtes ?? [],
    vorm: [caseOf(item, site) && werkvorm?.titel, werkvorm?.vorm].filter(Boolean).join(": "),
    groepen: werkvorm ? groups(wish.mensen, werkvorm.groep) : 1,
  };
}

/** A programme as it stands in the file. */
export function programma(wish, items, vraag = "") {
  const { functie, mensen, time, online } = wish;
  return { functie, mensen, minuten: time, waar: online ? "online" : "plek", vraag, onderdelen: items.map((item) => onderdeel(item, wish)) };
}

/** The proposals for the grid. */
export function* grid() {
  for (const functie of FUNCTIES) {
    for (const mensen of MENSEN) {
      for (const time of TIMES) {
        for (const online of [false, true]) {
          const wish = { functie, mensen, time, online, ruimtes: [] };
          yield { wish, items: propose(wish, site).items };
        }
      }
    }
  }
}

/** The proposals for the bundels: as their pages begin a programme, for twelve people in one place. */
export function* ofBundels() {
  for (const { titel, functie, verhalen, werkvormen } of cases.bundels) {
    const wish = { functie, mensen: 12, time: 120, online: false, ruimtes: [], vraag: titel, verhalen, werkvormen };
    const { time, items, rest } = proposeWhole(wish, site);
    yield { wish: { ...wish, time }, items, rest, vraag: titel };
  }
}

/** Everything, as it stands in the file. */
export const voorstellen = () => [...grid(), ...ofBundels()].map(({ wish, items, vraag }) => programma(wish, items, vraag));
