// What may not be in a text: the same rules, with the same patterns, as the check has (kennisbank/reading/markup.py).

import { geciteerd } from "./text.js";

/** @typedef {Pick<import("./fields.js").Gegevens, "patronen" | "persoonlijk" | "kortste" | "schemas" | "map" | "werkvormen" | "ruimtes">} Regels */

const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1]; // of the "elfproef" of a BSN
const AFBEELDING = /!\[[^\]]*\]\s*[([]/;
const WEG = " Haal het weg: op de site staan geen gegevens van personen.";

export class Opmaak {
  /**
   * `verhalen()` gives the known stories by slug, or null when they are not known yet.
   * @param {Regels} gegevens
   * @param {() => Readonly<Record<string, string>> | null} verhalen
   */
  constructor(gegevens, verhalen) {
    /** @type {Record<string, RegExp>} */
    this.patronen = Object.fromEntries(
      Object.entries(gegevens.patronen).map(([naam, { bron, vlaggen }]) => [naam, new RegExp(bron, `${vlaggen}dg`)]),
    );
    this.gegevens = gegevens;
    this.verhalen = verhalen;
  }

  /**
   * @param {string} naam
   * @param {string} tekst
   */
  #eerste(naam, tekst) {
    const patroon = this.patronen[naam];
    patroon.lastIndex = 0;
    return patroon.exec(tekst);
  }

  /**
   * What is personal in a text, or nothing.
   * @param {string} tekst
   */
  persoonlijk(tekst) {
    if (!this.gegevens.persoonlijk || [...tekst].length < this.gegevens.kortste) return "";
    const zonder = tekst.replace(/https?:\/\/\S+/g, (link) => "x".repeat(link.length));
    const email = this.#eerste("email", zonder);
    if (email) return `${geciteerd(email[0])} is een e-mailadres.${WEG}`;
    if (!this.#eerste("cijfers", zonder)) return "";
    const nummers = [...zonder.matchAll(this.patronen.telefoon)];
    if (nummers.length) return `${geciteerd(nummers[0][0])} lijkt een telefoonnummer.${WEG}`;
    for (const [gevonden] of zonder.matchAll(this.patronen.negen)) {
      if (isBsn(gevonden.replace(/\D/g, ""))) return `${geciteerd(gevonden)} lijkt een burgerservicenummer.${WEG}`;
    }
    return "";
  }

  /**
   * The first thing that is wrong in a text in Markdown, or nothing.
   * @param {string} tekst
   */
  fout(tekst) {
    return this.#code(tekst) || this.#links(tekst) || this.persoonlijk(tekst);
  }

  /** @param {string} tekst */
  #code(tekst) {
    const html = this.#eerste("html", tekst);
    if (html) return `${geciteerd(html[0], 30)} is code (HTML), en dat kan hier niet. Zet een spatie na het <-teken, of haal het weg.`;
    for (const regel of tekst.split("\n")) {
      const begin = regel.indexOf("{");
      const accolades = begin >= 0 ? regel.slice(begin, regel.lastIndexOf("}") + 1) : "";
      if (this.#eerste("attribuut", accolades)) return `${geciteerd(accolades, 40)} voegt code toe. Haal het deel tussen { en } weg.`;
    }
    const elders = this.#eerste("invoegen", tekst);
    if (elders) return `${geciteerd(elders[0].trim(), 40)} voegt een ander bestand in. Neem de tekst zelf op.`;
    if (AFBEELDING.test(tekst)) return "Een afbeelding kan er nog niet bij: die komt later, als de tekst er staat. Haal haar hier weg.";
    return "";
  }

  /** @param {string} tekst */
  #links(tekst) {
    const geschreven = tekst.replace(this.patronen.code, (code) => " ".repeat(code.length));
    for (const soort of ["link", "verwijzing"]) {
      for (const gevonden of tekst.matchAll(this.patronen[soort])) {
        const doel = gevonden[1].replace(/^[<>]+|[<>]+$/g, "");
        // White space could have cut an address such as `java script:` in two.
        const vervolg = soort === "link" && !/[:/.]/.test(doel) ? this.#vervolg(tekst, /** @type {[number, number][]} */ (gevonden.indices)[1][1]) : "";
        const adres = zonderEntiteiten(doel + vervolg).replace(/[\x00-\x20\x7f-\xa0\\]/g, ""); // as a browser reads it
        const fout = this.#link(doel, adres, geschreven[gevonden.index] !== tekst[gevonden.index]);
        if (fout) return fout;
      }
    }
    return "";
  }

  /**
   * @param {string} tekst
   * @param {number} plaats
   */
  #vervolg(tekst, plaats) {
    const { source, flags } = this.patronen.vervolg;
    const vervolg = new RegExp(source, flags.replace("g", "y"));
    vervolg.lastIndex = plaats;
    return vervolg.exec(tekst)?.[0] ?? "";
  }

  /**
   * What is wrong with a link: `doel` as it was written, `adres` as a browser reads it, `code` when it only shows one.
   * @param {string} doel
   * @param {string} adres
   * @param {boolean} code
   */
  #link(doel, adres, code) {
    const schema = this.#eerste("schema", adres);
    if (schema?.index === 0) {
      const mag = this.gegevens.schemas.includes(schema[0].toLowerCase());
      return mag ? "" : `Een link mag niet beginnen met ${geciteerd(schema[0])}. Gebruik een adres dat met https:// begint.`;
    }
    if (adres.startsWith("//")) return `De link ${geciteerd(doel)} begint met //. Zet er https: voor.`;
    if (code) return "";
    if (adres.startsWith("#")) return `De link ${geciteerd(doel)} wijst naar een plek in de tekst, en dat kan hier nog niet.`;
    const nergens = `De link ${geciteerd(doel)} leidt nergens heen. Gebruik een heel adres, dat met https:// begint.`;
    if (!/\.md(#|$)/.test(adres)) return nergens;
    const basis = `https://x/${this.gegevens.map}/nieuw.md`;
    if (!URL.canParse(adres, basis)) return nergens;
    const [, map, naam] = decodeURI(new URL(adres, basis).pathname).match(/^\/([^/]+)\/([^/]+?)\.md$/) ?? [];
    const bekend = { stories: this.verhalen(), werkvormen: this.gegevens.werkvormen, ruimtes: ruimtes(this.gegevens) }[map];
    return bekend && !Object.hasOwn(bekend, naam) ? nergens : "";
  }
}

/** @param {Regels} gegevens */
function ruimtes(gegevens) {
  return Object.fromEntries(gegevens.ruimtes.map((slug) => [slug, slug]));
}

/**
 * The text that entities such as `&colon;` stand for; a document that is only parsed runs and fetches nothing.
 * @param {string} tekst
 */
function zonderEntiteiten(tekst) {
  if (!tekst.includes("&")) return tekst;
  return new DOMParser().parseFromString(tekst.replaceAll("<", "&lt;"), "text/html").documentElement.textContent;
}

/**
 * Nine digits that pass the "elfproef" of a citizen service number.
 * @param {string} cijfers
 */
function isBsn(cijfers) {
  const som = GEWICHTEN.reduce((som, gewicht, plaats) => som + gewicht * Number(cijfers[plaats]), 0);
  return som !== 0 && som % 11 === 0;
}
