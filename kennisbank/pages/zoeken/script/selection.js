// Which stories have the chosen values, and how many each other value would give. A story is a number: 0 is the newest.

/** @typedef {import("../../../outputs/scripts.d.ts").Keuzetabel} ChoiceTable */

/** The choices of each facet, fetched when they are first asked for. */
export class Choices {
  /** @param {(name: string) => Promise<ChoiceTable>} fetchText */
  constructor(fetchText) {
    this.fetchText = fetchText;
    /** @type {Map<string, ChoiceTable>} */
    this.facets = new Map();
  }

  /**
   * Fetch what is not there yet of these facets.
   * @param {readonly string[]} names
   */
  async loadSets(names) {
    await Promise.all(
      names.filter((name) => !this.facets.has(name)).map(async (name) => this.facets.set(name, await this.fetchText(name))),
    );
  }

  /**
   * Whether a text has one of these values of a facet that is loaded; one of a kind that has no choices is left in.
   * @param {string} kind
   * @param {number} index among the texts of its kind
   * @param {string} name
   * @param {readonly string[]} values
   */
  fits(kind, index, name, values) {
    const own = this.#of(kind, index, name);
    return !own || own.some((value) => values.includes(value));
  }

  /**
   * The values that a text has of a facet that is loaded; one of a kind that has no choices has none.
   * @param {string} kind
   * @param {number} index among the texts of its kind
   * @param {string} name
   */
  values(kind, index, name) {
    return this.#of(kind, index, name) ?? [];
  }

  /**
   * @param {string} kind
   * @param {number} index
   * @param {string} name
   */
  #of(kind, index, name) {
    const table = this.facets.get(name);
    const rows = table && { verhaal: table.verhalen, voorbeeld: table.voorbeelden, werkvorm: table.werkvormen }[kind];
    return rows && table.sets[rows[index]];
  }

  /**
   * For each story whether it has one of these values.
   * @param {string} name
   * @param {readonly string[]} values
   */
  #has(name, values) {
    const { sets, verhalen } = /** @type {ChoiceTable} */ (this.facets.get(name));
    const good = sets.map((set) => set.some((value) => values.includes(value)));
    return verhalen.map((index) => good[index]);
  }

  /**
   * Those of `verhalen` (numbers of stories) that have a chosen value of every facet, and by facet that is loaded
   * how many stories each value has, given what is chosen in the other facets.
   * @param {readonly number[]} verhalen
   * @param {Record<string, readonly string[]>} choices
   */
  choose(verhalen, choices) {
    const chosen = Object.keys(choices);
    const fitting = Object.fromEntries(chosen.map((name) => [name, this.#has(name, choices[name])]));
    /** @param {string} gone */
    const without = (gone) => verhalen.filter((verhaal) => chosen.every((name) => name === gone || fitting[name][verhaal]));
    const left = without("");
    /** @type {Record<string, Record<string, number>>} */
    const counts = {};
    for (const [name, facet] of this.facets) {
      counts[name] = counted(name in fitting ? without(name) : left, facet);
    }
    return { left, counts };
  }
}

/**
 * How many of these stories each value of a facet has.
 * @param {readonly number[]} verhalen
 * @param {ChoiceTable} table
 */
function counted(verhalen, { sets, verhalen: from }) {
  const bySet = new Array(sets.length).fill(0);
  for (const verhaal of verhalen) bySet[from[verhaal]] += 1;
  /** @type {Record<string, number>} */
  const counts = {};
  sets.forEach((set, index) => {
    for (const value of set) counts[value] = (counts[value] ?? 0) + bySet[index];
  });
  return counts;
}
