// What may not be in a text: the same rules, with the same patterns, as the check has (kennisbank/reading/markup.py).

import { LETTER, quoted } from "./text.js";

/** @typedef {Pick<import("./fields.js").Data, "patronen" | "persoonlijk" | "kortste" | "schemas" | "map" | "werkvormen" | "ruimtes">} Lines */

/** Characters before a number that may say what it is. */
const BEFORE = 40;
const NEAR = 4; // signs that are looked at around words that are quoted
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]; // of the "elfproef" of a BSN
const PICTURE = /!\[[^\]]*\]\s*[([]/;
const GONE = " Haal het weg: op de site staan geen gegevens van personen.";

export class Markup {
  /**
   * `verhalen()` gives the known stories by slug, or null when they are not known yet.
   * @param {Lines} data
   * @param {() => Readonly<Record<string, string>> | null} verhalen
   */
  constructor(data, verhalen) {
    /** @type {Record<string, RegExp>} */
    this.patronen = Object.fromEntries(
      Object.entries(data.patronen).map(([name, { bron, vlaggen }]) => [name, new RegExp(bron, `${vlaggen}dg`)]),
    );
    this.data = data;
    this.verhalen = verhalen;
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #first(name, text) {
    const pattern = this.patronen[name];
    pattern.lastIndex = 0;
    return pattern.exec(text);
  }

  /**
   * What is personal in a text, or nothing.
   * @param {string} text
   */
  persoonlijk(text) {
    if (!this.data.persoonlijk || [...text].length < this.data.kortste) return "";
    const without = text.replace(/https?:\/\/\S+/g, (link) => "x".repeat(link.length));
    const email = [...without.matchAll(this.patronen.email)].find(({ index }) => text[index - 1] !== "@"); // @name@site.nl
    if (email) return `${quoted(email[0])} is een e-mailadres.${GONE}`;
    if (!this.#first("cijfers", without)) return "";
    /** @param {RegExpExecArray} found */
    const alone = ({ index }) => !this.#first("ander_nummer", without.slice(Math.max(0, index - BEFORE), index));
    const number = [...without.matchAll(this.patronen.telefoon)].find((found) => alone(found) && this.#isPhone(found[0]));
    if (number) return `${quoted(number[0])} lijkt een telefoonnummer.${GONE}`;
    for (const found of without.matchAll(this.patronen.negen)) {
      if (alone(found) && isBsn(found[0].replace(/\D/g, ""))) return `${quoted(found[0])} lijkt een burgerservicenummer.${GONE}`;
    }
    return "";
  }

  /**
   * Whether digits are grouped as a telephone number is written.
   * @param {string} text
   */
  #isPhone(text) {
    return !this.#first("los", text.replace(this.patronen.buitenland, "0"));
  }

  /**
   * The first thing that is wrong in a text in Markdown, or nothing.
   * @param {string} text
   */
  error(text) {
    return this.#code(text) || this.#links(text) || this.persoonlijk(text);
  }

  /**
   * How many words a text has, without its marks and without loose signs: as the check counts them.
   * @param {string} text
   */
  words(text) {
    return this.plain(text).split(" ").filter((word) => LETTER.test(word)).length;
  }

  /**
   * The words of a text without its marks, on one line; a heading becomes a sentence.
   * @param {string} text
   */
  plain(text) {
    const { heel, noot, tussenkop, streep, punt, nadruk, af } = this.patronen;
    const bare = text
      .replace(heel, "$2")
      .replace(noot, "")
      .replace(tussenkop, (_, title) => title + (title.search(af) < 0 ? "." : ""))
      .replace(streep, "")
      .replace(punt, "")
      .replace(nadruk, "");
    return bare.replaceAll("|", " ").replace(/[<>]/g, "").replace(/\s+/g, " ").trim();
  }

  /**
   * Whether words stand between quotation marks in a text, or are a whole sentence of it (kennisbank/reading/quoted.py).
   * @param {string} text
   * @param {string} words
   */
  quotes(text, words) {
    const { aanhaling, citaat_open, citaat_dicht, zin_begin, zin_heel, zin_eind } = this.patronen;
    const given = words.replace(aanhaling, "'");
    const wanted = /^'.*'$/.test(given) ? given.slice(1, -1).trim() : given;
    const all = `. ${this.plain(text).replace(aanhaling, "'")} `;
    const whole = wanted.search(zin_heel) >= 0;
    for (let at = wanted ? all.indexOf(wanted) : -1; at >= 0; at = all.indexOf(wanted, at + 1)) {
      const [before, after] = [all.slice(Math.max(0, at - NEAR), at), all.slice(at + wanted.length, at + wanted.length + NEAR)];
      if (before.search(citaat_open) >= 0 && after.search(citaat_dicht) >= 0) return true;
      if (whole && before.search(zin_begin) >= 0 && after.search(zin_eind) >= 0) return true;
    }
    return false;
  }

  /** @param {string} text */
  #code(text) {
    const html = this.#first("html", text);
    if (html) return `${quoted(html[0], 30)} is code (HTML), en dat kan hier niet. Zet een spatie na het <-teken, of haal het weg.`;
    for (const line of text.split("\n")) {
      const begin = line.indexOf("{");
      const braces = begin >= 0 ? line.slice(begin, line.lastIndexOf("}") + 1) : "";
      if (this.#first("attribuut", braces)) return `${quoted(braces, 40)} voegt code toe. Haal het deel tussen { en } weg.`;
    }
    const elsewhere = this.#first("invoegen", text);
    if (elsewhere) return `${quoted(elsewhere[0].trim(), 40)} voegt een ander bestand in. Neem de tekst zelf op.`;
    if (PICTURE.test(text)) return "Een afbeelding kan er nog niet bij: die komt later, als de tekst er staat. Haal die hier weg.";
    return "";
  }

  /** @param {string} text */
  #links(text) {
    const written = text.replace(this.patronen.code, (code) => " ".repeat(code.length));
    for (const soort of ["link", "verwijzing"]) {
      for (const found of text.matchAll(this.patronen[soort])) {
        const target = found[1].replace(/^[<>]+|[<>]+$/g, "");
        // White space could have cut an address such as `java script:` in two.
        const rest = soort === "link" && !/[:/.]/.test(target) ? this.#rest(text, /** @type {[number, number][]} */ (found.indices)[1][1]) : "";
        const address = withoutEntities(target + rest).replace(/[\x00-\x20\x7f-\xa0\\]/g, ""); // as a browser reads it
        const error = this.#link(target, address, written[found.index] !== text[found.index]);
        if (error) return error;
      }
    }
    return "";
  }

  /**
   * @param {string} text
   * @param {number} place
   */
  #rest(text, place) {
    const { source, flags } = this.patronen.vervolg;
    const rest = new RegExp(source, flags.replace("g", "y"));
    rest.lastIndex = place;
    return rest.exec(text)?.[0] ?? "";
  }

  /**
   * What is wrong with a link: `target` as it was written, `address` as a browser reads it, `code` when it only shows one.
   * @param {string} target
   * @param {string} address
   * @param {boolean} code
   */
  #link(target, address, code) {
    const schema = this.#first("schema", address);
    if (schema?.index === 0) {
      const may = this.data.schemas.includes(schema[0].toLowerCase());
      return may ? "" : `Een link mag niet beginnen met ${quoted(schema[0])}. Gebruik een adres dat met https:// begint.`;
    }
    if (address.startsWith("//")) return `De link ${quoted(target)} begint met //. Zet er https: voor.`;
    if (code) return "";
    if (address.startsWith("#")) return `De link ${quoted(target)} wijst naar een plek in de tekst, en dat kan hier nog niet.`;
    const nowhere = `De link ${quoted(target)} leidt nergens heen. Gebruik een heel adres, dat met https:// begint.`;
    if (!/\.md(#|$)/.test(address)) return nowhere;
    const base = `https://x/${this.data.map}/nieuw.md`;
    if (!URL.canParse(address, base)) return nowhere;
    const [, map, name] = decodeURI(new URL(address, base).pathname).match(/^\/([^/]+)\/([^/]+?)\.md$/) ?? [];
    const known = { stories: this.verhalen(), werkvormen: this.data.werkvormen, ruimtes: ruimtes(this.data) }[map];
    return known && !Object.hasOwn(known, name) ? nowhere : "";
  }
}

/** @param {Lines} data */
function ruimtes(data) {
  return Object.fromEntries(data.ruimtes.map((slug) => [slug, slug]));
}

/**
 * The text that entities such as `&colon;` stand for; a document that is only parsed runs and fetches nothing.
 * @param {string} text
 */
function withoutEntities(text) {
  if (!text.includes("&")) return text;
  return new DOMParser().parseFromString(text.replaceAll("<", "&lt;"), "text/html").documentElement.textContent;
}

/**
 * Nine digits that pass the "elfproef" of a citizen service number.
 * @param {string} digits
 */
function isBsn(digits) {
  const sum = WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);
  return sum !== 0 && sum % 11 === 0;
}
