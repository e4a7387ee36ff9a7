// Searches: text by Pagefind, choices by our own table, and both at once.

import { vormen } from "./forms.js";
import { Keuzes } from "./selection.js";
import { PER_KEER, isLeeg } from "./state.js";
import { delen, dichtstbij, gesplitst, woorden } from "./words.js";

/** @typedef {import("./state.js").Zoekstaat} Zoekstaat */
/** @typedef {import("./words.js").Deel} Deel */
/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {import("../../../outputs/scripts.d.ts").Synoniemen} Synoniemen */
/** @typedef {Pick<Zoekstaat, "tekst" | "keuzes" | "volgorde">} Vraag */
/** @typedef {{ verhalen: number[], elders: string[], delen: Deel[], verbeterd: [string, string][] }} Gelezen */
/** @typedef {Gelezen & { aantallen: Record<string, Record<string, number>> }} Gevonden */
/** @typedef {{ facet?: string, tekst?: string, alleen?: string, staat: Zoekstaat }} Poging */
/** @typedef {{ id: string, score: number }} Treffer what Pagefind says of a page */
/** @typedef {{ options: (hoe: object) => Promise<void>, init: () => Promise<void>, search: (tekst: string) => Promise<{ results: Treffer[] }> }} Pagefind */
/** @typedef {{ stuk: Deel, verhalen: Map<number, number>, elders: Map<string, number> }} Raak */

const GEWICHTEN = { title: 6, label: 4 };
// What a value weighs beside a text: less than a title, about as much as a word of the text.
const GEWICHT_WAARDE = 1;
export const ELDERS = 5;

/**
 * Make the engine of the site at `wortel` (an address that ends with `/`), where stories have values of `facetten`.
 * Rejects where something cannot be fetched. Pagefind itself is fetched when there is a text to search.
 * @param {string} wortel
 * @param {string[]} facetten
 */
export async function maakZoeker(wortel, facetten) {
  const zoeker = new Zoeker(wortel, facetten);
  zoeker.namen = await zoeker.haal("zoeken/verhalen.json");
  zoeker.nummer = new Map(zoeker.namen.map((naam, nummer) => [naam, nummer]));
  return zoeker;
}

class Zoeker {
  /**
   * @param {string} wortel
   * @param {string[]} facetten
   */
  constructor(wortel, facetten) {
    this.wortel = wortel;
    this.facetten = facetten;
    /** @type {Map<string, Promise<unknown>>} */
    this.bewaard = new Map();
    /** @type {string[]} */
    this.namen = []; // in the index, of the stories by number
    /** @type {Map<string, number>} */
    this.nummer = new Map();
    this.keuzes = new Keuzes((naam) => this.haal(`zoeken/keuzes/${naam}.json`));
  }

  /** Fetch Pagefind, once. */
  pagefind() {
    return this.#eenmaal("pagefind", async () => {
      /** @type {Pagefind} */
      const pagefind = await import(`${this.wortel}pagefind/pagefind.js`);
      await pagefind.options({ basePath: `${this.wortel}pagefind/`, noWorker: true, ranking: { metaWeights: GEWICHTEN } });
      await pagefind.init();
      return pagefind;
    });
  }

  /**
   * Fetch a table of the site, once.
   * @template T what Python wrote there
   * @param {string} adres
   * @returns {Promise<T>}
   */
  haal(adres) {
    return this.#eenmaal(adres, async () => {
      const antwoord = await fetch(this.wortel + adres);
      if (!antwoord.ok) throw new Error(`${adres}: ${antwoord.status}`);
      return antwoord.json();
    });
  }

  /**
   * Fetch the text of a page by its name in the index, once. A story may be given by its number.
   * @param {number | string} wie
   * @returns {Promise<Vondst>}
   */
  gegevens(wie) {
    return this.haal(`zoeken/teksten/${this.namen[/** @type {number} */ (wie)] ?? wie}.json`);
  }

  /**
   * What `maak` promises under a name: made once, and again only after it failed.
   * @template T
   * @param {string} naam
   * @param {() => Promise<T>} maak
   * @returns {Promise<T>}
   */
  #eenmaal(naam, maak) {
    if (!this.bewaard.has(naam)) {
      const beloofd = maak();
      beloofd.catch(() => this.bewaard.delete(naam));
      this.bewaard.set(naam, beloofd);
    }
    return /** @type {Promise<T>} */ (this.bewaard.get(naam));
  }

  /** @returns {Promise<Synoniemen>} */
  #synoniemen() {
    return this.haal("zoeken/synoniemen.json");
  }

  /**
   * Words of the stories that start with a letter.
   * @param {string} letter
   * @returns {Promise<readonly string[]>}
   */
  async lijst(letter) {
    const { letters } = await this.#synoniemen();
    return letters.includes(letter) ? this.haal(`zoeken/woorden/${letter}.json`) : [];
  }

  /**
   * Search. Gives the stories in order (`verhalen`: their numbers), the numbers by facet (`aantallen`), other pages
   * (`elders`: their names in the index), and how the text was read: `delen`, and `verbeterd` (pairs of what was typed
   * and what was searched).
   * @param {Vraag} staat
   * @returns {Promise<Gevonden>}
   */
  async zoek(staat) {
    const tekst = await this.#tekst(staat.tekst);
    await this.keuzes.laad(Object.keys(staat.keuzes));
    const { over, aantallen } = this.keuzes.kies(tekst.verhalen, staat.keuzes);
    if (staat.volgorde || !tekst.delen.length) over.sort((a, b) => a - b);
    if (staat.volgorde === "oud") over.reverse();
    return { ...tekst, verhalen: over, aantallen };
  }

  /**
   * What would be found with less: searches that leave out one thing (a facet, or a part of the text) or, where none of
   * those finds anything, all of the one or the other. Those that find most come first.
   * @param {Zoekstaat} staat
   * @param {Gevonden} gevonden
   * @returns {Promise<(Poging & { aantal: number })[]>}
   */
  async ruimer(staat, gevonden) {
    const facetten = Object.keys(staat.keuzes);
    /** @param {string} naam */
    const zonderFacet = (naam) => {
      const { [naam]: _, ...keuzes } = staat.keuzes;
      return { ...staat, keuzes, toon: PER_KEER };
    };
    /** @param {number} nummer */
    const zonderDeel = (nummer) => {
      const over = gevonden.delen.filter((_, ander) => ander !== nummer);
      return { ...staat, tekst: over.map((deel) => deel.tekst).join(" "), toon: PER_KEER };
    };
    /** @type {Poging[]} */
    const minder = [
      ...facetten.map((facet) => ({ facet, staat: zonderFacet(facet) })),
      ...gevonden.delen.map((deel, nummer) => ({ tekst: deel.tekst, staat: zonderDeel(nummer) })),
    ];
    /** @type {Poging[]} */
    const veelMinder = [{ alleen: "tekst", staat: { ...staat, keuzes: {} } }, { alleen: "keuzes", staat: { ...staat, tekst: "" } }];
    for (const mogelijk of [minder, facetten.length && gevonden.delen.length ? veelMinder : []]) {
      /** @type {(Poging & { aantal: number })[]} */
      const geteld = [];
      for (const poging of mogelijk) {
        if (!isLeeg(poging.staat)) geteld.push({ ...poging, aantal: (await this.zoek(poging.staat)).verhalen.length });
      }
      const raak = geteld.filter((poging) => poging.aantal > 0).sort((a, b) => b.aantal - a.aantal);
      if (raak.length) return raak.slice(0, 3);
    }
    return [];
  }

  /**
   * Read a text and find the stories, and other pages, that have all its parts.
   * @param {string} tekst
   * @returns {Promise<Gelezen>}
   */
  async #tekst(tekst) {
    if (!woorden(tekst).length) {
      return { verhalen: this.namen.map((_, nummer) => nummer), elders: [], delen: [], verbeterd: [] };
    }
    const synoniemen = await this.#synoniemen();
    const stukken = delen(tekst, synoniemen);
    let gevonden = await Promise.all(stukken.map((stuk) => this.#deel(stuk)));
    const elders = samen(gevonden.map(({ elders: van }) => van));
    /** @type {[string, string][]} */
    const verbeterd = [];
    // What is on another page is no typing error.
    if (!elders.length && gevonden.some(({ verhalen }) => !verhalen.size)) {
      /** @type {Deel[]} */
      const anders = [];
      for (const { stuk, verhalen } of gevonden) {
        const ander = verhalen.size ? undefined : await this.#verbeter(stuk, synoniemen);
        if (ander) verbeterd.push([stuk.tekst, ander]);
        anders.push(...(ander ? delen(ander, synoniemen) : [stuk]));
      }
      if (verbeterd.length) gevonden = await Promise.all(anders.map((stuk) => this.#deel(stuk)));
    }
    return {
      verhalen: samen(gevonden.map(({ verhalen }) => verhalen)),
      elders: elders.slice(0, ELDERS),
      delen: gevonden.map(({ stuk }) => stuk),
      verbeterd,
    };
  }

  /**
   * Find one part: stories (number to weight) that have each of its words in their text or a value that it stands for,
   * and other pages (name to weight).
   * @param {Deel} stuk
   * @returns {Promise<Raak>}
   */
  async #deel(stuk) {
    const gevonden = samengeteld(await Promise.all(stuk.woorden.map((woord) => this.#woord(woord))));
    const verhalen = new Map();
    const elders = new Map();
    for (const [id, gewicht] of gevonden) {
      if (this.nummer.has(id)) verhalen.set(/** @type {number} */ (this.nummer.get(id)), gewicht);
      else elders.set(id, gewicht);
    }
    await this.keuzes.laad(stuk.waarden.map(([facet]) => facet).filter((facet) => this.facetten.includes(facet)));
    for (const [facet, waarde] of stuk.waarden) {
      for (const nummer of this.keuzes.met(facet, waarde)) verhalen.set(nummer, (verhalen.get(nummer) ?? 0) + GEWICHT_WAARDE);
    }
    return { stuk, verhalen, elders };
  }

  /**
   * Find a word: the pages (name to weight) with a word that begins so, or that is another form of it. The index has
   * words as they are written: it knows no other forms, and so takes no word for a form of another.
   * @param {string} woord
   */
  async #woord(woord) {
    const pagefind = await this.pagefind();
    // Between quotation marks Pagefind looks for the word alone.
    const zoek = async (/** @type {string} */ tekst) => (await pagefind.search(tekst)).results;
    const [zo, ...anders] = await Promise.all([zoek(woord), ...[...vormen(woord)].map((vorm) => zoek(`"${vorm}"`))]);
    const gevonden = new Map();
    for (const { id, score } of [(await this.#begint(zo, woord)) ? zo : [], ...anders].flat()) {
      gevonden.set(id, Math.max(gevonden.get(id) ?? 0, score));
    }
    return gevonden;
  }

  /**
   * Whether pages that Pagefind found really have a word that begins so. It shortens a word that it does not know until
   * it finds something: if the first page has it, all have.
   * @param {readonly Treffer[]} treffers
   * @param {string} woord
   */
  async #begint([eerste], woord) {
    if (!eerste) return false;
    const { url: _, ...tekst } = await this.gegevens(eerste.id);
    return woorden(Object.values(tekst).flat().join(" ")).some((ander) => ander.startsWith(woord));
  }

  /**
   * The text to search for in place of a part that no story has, or undefined when it is past mending.
   * @param {Deel} stuk
   * @param {Synoniemen} synoniemen
   */
  async #verbeter(stuk, synoniemen) {
    const letter = stuk.tekst[0];
    const synoniem = Object.keys(synoniemen.woorden).filter((woord) => woord[0] === letter);
    const woord = dichtstbij(stuk.tekst, [...(await this.lijst(letter)), ...synoniem]);
    return woord ?? (await gesplitst(stuk.tekst, (eerste) => this.lijst(eerste)))?.join(" ");
  }
}

/**
 * What is in all of these maps of weights, with its weights together.
 * @template K
 * @param {readonly Map<K, number>[]} kaarten
 * @returns {Map<K, number>}
 */
function samengeteld([eerste, ...rest]) {
  const gewicht = new Map();
  for (const [wie, waarde] of eerste) {
    if (rest.every((kaart) => kaart.has(wie))) gewicht.set(wie, rest.reduce((som, kaart) => som + /** @type {number} */ (kaart.get(wie)), waarde));
  }
  return gewicht;
}

/**
 * What is in all of these maps of weights: most weight first.
 * @template K
 * @param {readonly Map<K, number>[]} kaarten
 */
function samen(kaarten) {
  return [...samengeteld(kaarten)].sort(([a, zwaar], [b, licht]) => licht - zwaar || (a < b ? -1 : 1)).map(([wie]) => wie);
}
