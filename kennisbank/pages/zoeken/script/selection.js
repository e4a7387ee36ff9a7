// Which stories have the chosen values, and how many each other value would give. A story is a number: 0 is the newest.

/** @typedef {import("../../../outputs/scripts.d.ts").Keuzetabel} Keuzetabel */

/** The choices of each facet, fetched when they are first asked for. */
export class Keuzes {
  /** @param {(naam: string) => Promise<Keuzetabel>} haal */
  constructor(haal) {
    this.haal = haal;
    /** @type {Map<string, Keuzetabel>} */
    this.facetten = new Map();
  }

  /**
   * Fetch what is not there yet of these facets.
   * @param {readonly string[]} namen
   */
  async laad(namen) {
    await Promise.all(
      namen.filter((naam) => !this.facetten.has(naam)).map(async (naam) => this.facetten.set(naam, await this.haal(naam))),
    );
  }

  /**
   * The stories that have a value of a facet.
   * @param {string} naam
   * @param {string} waarde
   */
  met(naam, waarde) {
    const heeft = this.facetten.has(naam) ? this.#heeft(naam, [waarde]) : [];
    return heeft.flatMap((is, verhaal) => (is ? [verhaal] : []));
  }

  /**
   * For each story whether it has one of these values.
   * @param {string} naam
   * @param {readonly string[]} waarden
   */
  #heeft(naam, waarden) {
    const { sets, verhalen } = /** @type {Keuzetabel} */ (this.facetten.get(naam));
    const goed = sets.map((set) => set.some((waarde) => waarden.includes(waarde)));
    return verhalen.map((nummer) => goed[nummer]);
  }

  /**
   * Those of `verhalen` (numbers of stories) that have a chosen value of every facet, and by facet that is loaded
   * how many stories each value has, given what is chosen in the other facets.
   * @param {readonly number[]} verhalen
   * @param {Record<string, readonly string[]>} keuzes
   */
  kies(verhalen, keuzes) {
    const gekozen = Object.keys(keuzes);
    const passend = Object.fromEntries(gekozen.map((naam) => [naam, this.#heeft(naam, keuzes[naam])]));
    /** @param {string} weg */
    const zonder = (weg) => verhalen.filter((verhaal) => gekozen.every((naam) => naam === weg || passend[naam][verhaal]));
    const over = zonder("");
    /** @type {Record<string, Record<string, number>>} */
    const aantallen = {};
    for (const [naam, facet] of this.facetten) {
      aantallen[naam] = geteld(naam in passend ? zonder(naam) : over, facet);
    }
    return { over, aantallen };
  }
}

/**
 * How many of these stories each value of a facet has.
 * @param {readonly number[]} verhalen
 * @param {Keuzetabel} tabel
 */
function geteld(verhalen, { sets, verhalen: van }) {
  const perSet = new Array(sets.length).fill(0);
  for (const verhaal of verhalen) perSet[van[verhaal]] += 1;
  /** @type {Record<string, number>} */
  const aantallen = {};
  sets.forEach((set, nummer) => {
    for (const waarde of set) aantallen[waarde] = (aantallen[waarde] ?? 0) + perSet[nummer];
  });
  return aantallen;
}
