// Searches: text by Pagefind, choices by our own table, and both at once.

import { Keuzes } from "./selection.js";
import { PER_KEER, isLeeg } from "./state.js";
import { delen, dichtstbij, gesplitst, gezocht, woorden } from "./words.js";

const GEWICHTEN = { title: 6, plaats: 4, soort: 0, url: 0 };
// What a value weighs beside a text: less than a title, about as much as a word that a text has a few times.
const GEWICHT_WAARDE = 1;
export const ELDERS = 5;

/**
 * Make the engine of the site at `wortel` (an address that ends with `/`), where stories have values of `facetten`.
 * Rejects where something cannot be fetched.
 */
export async function maakZoeker(wortel, facetten) {
  const pagefind = await import(`${wortel}pagefind/pagefind.js`);
  await pagefind.options({ basePath: `${wortel}pagefind/`, noWorker: true, ranking: { metaWeights: GEWICHTEN } });
  const alle = await pagefind.search(null, { sort: { nieuw: "asc" } });
  return new Zoeker(pagefind, wortel, alle.results, facetten);
}

class Zoeker {
  constructor(pagefind, wortel, alle, facetten) {
    this.pagefind = pagefind;
    this.facetten = facetten;
    this.wortel = wortel;
    this.alle = alle;
    // Only stories have a place in the order, so what is not in it is another page.
    this.nummer = new Map(alle.map((resultaat, nummer) => [resultaat.id, nummer]));
    this.keuzes = new Keuzes((naam) => this.haal(`zoeken/keuzes/${naam}.json`));
    this.bewaard = new Map();
  }

  /** Fetch a table of the site, once. */
  haal(adres) {
    if (!this.bewaard.has(adres)) {
      const beloofd = fetch(this.wortel + adres).then((antwoord) => {
        if (antwoord.ok) return antwoord.json();
        throw new Error(`${adres}: ${antwoord.status}`);
      });
      beloofd.catch(() => this.bewaard.delete(adres));
      this.bewaard.set(adres, beloofd);
    }
    return this.bewaard.get(adres);
  }

  /** Words of the stories that start with a letter. */
  async lijst(letter) {
    const { letters } = await this.haal("zoeken/synoniemen.json");
    return letters.includes(letter) ? this.haal(`zoeken/woorden/${letter}.json`) : [];
  }

  /**
   * Search. Gives the stories in order (`verhalen`: numbers), results by number (`resultaat`), the numbers by facet
   * (`aantallen`), what was found by text alone (`opTekst`), other pages (`elders`), and how the text was read:
   * `delen`, and `verbeterd` (pairs of what was typed and what was searched). `plekken` has for each part the results by
   * number of a story, which know where it stands in the text.
   */
  async zoek(staat) {
    const tekst = await this.#tekst(staat.tekst);
    await this.keuzes.laad(Object.keys(staat.keuzes));
    const { over, aantallen } = this.keuzes.kies(tekst.verhalen, staat.keuzes);
    if (staat.volgorde || !tekst.delen.length) over.sort((a, b) => a - b);
    if (staat.volgorde === "oud") over.reverse();
    return { ...tekst, verhalen: over, opTekst: tekst.verhalen, aantallen };
  }

  /**
   * What would be found with less: searches that leave out one thing (a facet, or a part of the text) or, where none of
   * those finds anything, all of the one or the other. Those that find most come first.
   */
  async ruimer(staat, gevonden) {
    const facetten = Object.keys(staat.keuzes);
    const zonderFacet = (naam) => {
      const { [naam]: _, ...keuzes } = staat.keuzes;
      return { ...staat, keuzes, toon: PER_KEER };
    };
    const zonderDeel = (nummer) => {
      const over = gevonden.delen.filter((_, ander) => ander !== nummer);
      return { ...staat, tekst: over.map((deel) => deel.tekst).join(" "), toon: PER_KEER };
    };
    const minder = [
      ...facetten.map((facet) => ({ facet, staat: zonderFacet(facet) })),
      ...gevonden.delen.map((deel, nummer) => ({ tekst: deel.tekst, staat: zonderDeel(nummer) })),
    ];
    const veelMinder = [{ alleen: "tekst", staat: { ...staat, keuzes: {} } }, { alleen: "keuzes", staat: { ...staat, tekst: "" } }];
    for (const mogelijk of [minder, facetten.length && gevonden.delen.length ? veelMinder : []]) {
      const geteld = [];
      for (const poging of mogelijk) {
        if (!isLeeg(poging.staat)) geteld.push({ ...poging, aantal: (await this.zoek(poging.staat)).verhalen.length });
      }
      const raak = geteld.filter((poging) => poging.aantal > 0).sort((a, b) => b.aantal - a.aantal);
      if (raak.length) return raak.slice(0, 3);
    }
    return [];
  }

  /** The data of a result: Pagefind fetches it when it is asked for. */
  async gegevens(nummer) {
    return this.alle[nummer].data();
  }

  /** Read a text and find the stories, and other pages, that have all its parts. */
  async #tekst(tekst) {
    const lijst = gezocht(tekst);
    if (!lijst.length) {
      return { verhalen: this.alle.map((_, nummer) => nummer), elders: [], delen: [], verbeterd: [], plekken: [] };
    }
    const synoniemen = await this.haal("zoeken/synoniemen.json");
    const stukken = delen(lijst, synoniemen);
    let gevonden = await Promise.all(stukken.map((stuk) => this.#deel(stuk)));
    const elders = samen(gevonden.map(({ elders: van }) => van));
    const verbeterd = [];
    // What is on another page is no typing error.
    if (!elders.length && gevonden.some(({ verhalen }) => !verhalen.size)) {
      const anders = [];
      for (const { stuk, verhalen } of gevonden) {
        const ander = verhalen.size ? undefined : await this.#verbeter(stuk, synoniemen);
        if (ander) verbeterd.push([stuk.tekst, ander.join(" ")]);
        anders.push(...(ander ? delen(ander, synoniemen) : [stuk]));
      }
      if (verbeterd.length) gevonden = await Promise.all(anders.map((stuk) => this.#deel(stuk)));
    }
    return {
      verhalen: samen(gevonden.map(({ verhalen }) => verhalen)),
      elders: elders.slice(0, ELDERS).map((id) => gevonden[0].resultaten.get(id)),
      delen: gevonden.map(({ stuk }) => stuk),
      verbeterd,
      plekken: gevonden.map(({ resultaten }) => resultaten),
    };
  }

  /**
   * Find one part: stories (number to weight) that have it in their text or a value that it stands for, other pages
   * (id to weight), and Pagefind's results by number or id.
   */
  async #deel(stuk) {
    const { results } = await this.pagefind.search(stuk.tekst);
    const verhalen = new Map();
    const elders = new Map();
    const resultaten = new Map();
    for (const resultaat of results) {
      const nummer = this.nummer.get(resultaat.id);
      (nummer === undefined ? elders : verhalen).set(nummer ?? resultaat.id, resultaat.score);
      resultaten.set(nummer ?? resultaat.id, resultaat);
    }
    // Pagefind shortens a word that it does not know until it finds something: that is no answer to the question.
    for (const soort of [verhalen, elders]) {
      const [eerste] = soort.keys();
      if (eerste !== undefined && !(await this.#heeft(resultaten.get(eerste), stuk, soort === verhalen))) soort.clear();
    }
    await this.keuzes.laad(stuk.waarden.map(([facet]) => facet).filter((facet) => this.facetten.includes(facet)));
    for (const [facet, waarde] of stuk.waarden) {
      for (const nummer of this.keuzes.met(facet, waarde)) verhalen.set(nummer, (verhalen.get(nummer) ?? 0) + GEWICHT_WAARDE);
    }
    return { stuk, verhalen, elders, resultaten };
  }

  /** Whether a result really has every word of a part, or another form of it. If the first has, all of them have. */
  async #heeft(resultaat, stuk, verhaal) {
    const gegevens = await resultaat.data();
    const heeft = woorden(`${gegevens.raw_content ?? gegevens.content} ${Object.values(gegevens.meta).join(" ")}`);
    for (const woord of stuk.woorden) {
      if (heeft.some((ander) => ander.startsWith(woord))) continue;
      // Between quotation marks Pagefind looks for other forms of a word, but does not shorten it.
      const { results } = await this.pagefind.search(`"${woord}"`);
      if (!results.some((ander) => this.nummer.has(ander.id) === verhaal)) return false;
    }
    return true;
  }

  /** The words to search for in place of a part that no story has, or undefined when it is past mending. */
  async #verbeter(stuk, synoniemen) {
    const letter = stuk.tekst[0];
    const synoniem = Object.keys(synoniemen.woorden).filter((woord) => woord[0] === letter);
    const woord = dichtstbij(stuk.tekst, [...(await this.lijst(letter)), ...synoniem]);
    return woord ? gezocht(woord) : gesplitst(stuk.tekst, (eerste) => this.lijst(eerste));
  }
}

/** What is in all of these maps of weights: most weight first. */
function samen(kaarten) {
  const [eerste, ...rest] = kaarten;
  const gewicht = new Map();
  for (const [wie, waarde] of eerste) {
    if (rest.every((kaart) => kaart.has(wie))) gewicht.set(wie, rest.reduce((som, kaart) => som + kaart.get(wie), waarde));
  }
  return [...gewicht.keys()].sort((a, b) => gewicht.get(b) - gewicht.get(a) || (a < b ? -1 : 1));
}
