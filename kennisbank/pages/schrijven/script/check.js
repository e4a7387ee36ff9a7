// What is wrong with a field, in a Dutch sentence. The limits are those of the check: they come with the page.

import { geciteerd, gevouwen, lengte } from "./text.js";

/** @typedef {import("./fields.js").Gegevens} Gegevens */
/** @typedef {import("./fields.js").Waarden} Waarden */
/** @typedef {import("../../../outputs/scripts.d.ts").Grenzen} Grenzen */

const LETTER = /[\p{L}\p{N}]/u;
/** @param {number} aantal */
const er = (aantal) => (aantal === 1 ? "Dit is er 1" : `Dit zijn er ${aantal}`);
/** @param {number} tekens */
const lang = (tekens) => (tekens === 1 ? "Dit is 1 teken" : `Dit zijn ${tekens} tekens`);

export class Controle {
  /**
   * @param {Gegevens} gegevens
   * @param {import("./markup.js").Opmaak} opmaak
   * @param {string} vandaag
   */
  constructor(gegevens, opmaak, vandaag) {
    this.gegevens = gegevens;
    this.opmaak = opmaak;
    this.vandaag = vandaag;
    /** @type {Record<string, RegExp>} */
    this.heel = Object.fromEntries(
      ["periode", "bereik", "adres", "bezet"].map((naam) => {
        const { bron, vlaggen } = gegevens.patronen[naam];
        return [naam, new RegExp(`^(?:${bron})$`, vlaggen)];
      }),
    );
  }

  /**
   * `waarden` are those of all fields, cleaned; `kapot` says that the browser itself cannot read the field.
   * @param {string} naam
   * @param {Waarden} waarden
   * @param {boolean} [kapot]
   * @returns {string}
   */
  fout(naam, waarden, kapot = false) {
    const spec = this.gegevens.velden[naam];
    const waarde = waarden[naam];
    if (kapot) return "Deze datum bestaat niet. Kies een dag op de kalender.";
    if (spec.soort === "flag") return "";
    if (!waarde.length) return this.#leeg(naam, spec, waarden);
    const fout = spec.veel ? this.#lijst(spec, waarde) : this.#een(spec, waarde);
    return fout || this.#samen(naam, waarden);
  }

  /**
   * @param {string} naam
   * @param {Grenzen} grenzen
   * @param {Waarden} waarden
   */
  #leeg(naam, { soort, verplicht, veel }, waarden) {
    if (naam === "toestemming_kenmerk" && waarden.toestemming === "ja") {
      return "Bij ja hoort een kenmerk: schrijf op waar de toestemming is bewaard.";
    }
    if (!verplicht) return "";
    if (soort === "consent") return "Kies ja of nee.";
    if (soort === "choice") return veel ? "Kies er minstens één." : "Kies er een.";
    return "Vul dit nog in.";
  }

  /**
   * @param {Grenzen} spec
   * @param {readonly string[]} waarden
   */
  #lijst(spec, waarden) {
    for (const [nummer, waarde] of waarden.entries()) {
      const fout = spec.soort === "text" ? this.#een(spec, waarde) : "";
      if (fout) return waarden.length > 1 ? `Regel ${nummer + 1}: ${fout}` : fout;
      if (waarden.indexOf(waarde) !== nummer) return `${geciteerd(waarde)} staat er twee keer. Haal er een weg.`;
    }
    if (waarden.length < spec.minste) return `${er(waarden.length)}; minstens ${spec.minste} zijn nodig.`;
    if (spec.meeste !== null && waarden.length > spec.meeste) return `${er(waarden.length)}; hooguit ${spec.meeste} mag.`;
    return "";
  }

  /**
   * @param {Grenzen} spec
   * @param {string} waarde
   */
  #een(spec, waarde) {
    switch (spec.soort) {
      case "text": return this.#tekst(spec, waarde);
      case "date": return this.#datum(waarde);
      case "period": return this.#periode(waarde);
      case "range": return this.#bereik(spec, waarde);
      default: return ""; // a choice can only be one of the list
    }
  }

  /**
   * @param {Grenzen} grenzen
   * @param {string} waarde
   */
  #tekst({ minimum, maximum }, waarde) {
    if (!LETTER.test(waarde)) return `${geciteerd(waarde)} heeft geen letter of cijfer.`;
    const tekens = lengte(waarde);
    if (minimum !== null && tekens < minimum) return `${lang(tekens)}; minstens ${minimum} zijn nodig.`;
    if (maximum !== null && tekens > maximum) return `${lang(tekens)}; hooguit ${maximum} mag. Kort het wat in.`;
    return this.opmaak.persoonlijk(waarde);
  }

  /** @param {string} waarde */
  #datum(waarde) {
    if (waarde < this.gegevens.oudste) return `Deze dag ligt voor het jaar ${this.gegevens.oudste.slice(0, 4)}. Vul de dag in waarop dit op de site komt.`;
    return waarde > this.vandaag ? "Deze dag is nog niet geweest. Vul vandaag in, of een eerdere dag." : "";
  }

  /** @param {string} waarde */
  #periode(waarde) {
    const gevonden = waarde.match(this.heel.periode);
    if (!gevonden) return "Schrijf een jaar (2019) of twee jaren met een streepje ertussen (2018-2021).";
    const [van, tot] = [Number(gevonden[1]), Number(gevonden[2] ?? gevonden[1])];
    const [eerste, laatste] = [Number(this.gegevens.oudste.slice(0, 4)), Number(this.vandaag.slice(0, 4)) + this.gegevens.vooruit];
    if (van < eerste || tot > laatste) return `De jaren liggen tussen ${eerste} en ${laatste}.`;
    return van > tot ? "Schrijf eerst het begin en dan het einde." : "";
  }

  /**
   * @param {Grenzen} grenzen
   * @param {string} waarde
   */
  #bereik({ minimum, maximum }, waarde) {
    const gevonden = waarde.match(this.heel.bereik);
    if (!gevonden) return "Schrijf een getal (30) of twee getallen met een streepje ertussen (30-45).";
    const [laag, hoog] = [Number(gevonden[1]), Number(gevonden[2] ?? gevonden[1])];
    if ((minimum !== null && laag < minimum) || (maximum !== null && hoog > maximum)) return `Het kan tussen ${minimum} en ${maximum} zijn.`;
    return laag > hoog ? "Schrijf eerst het laagste getal." : "";
  }

  /**
   * What must fit another field: a place lies in its region.
   * @param {string} naam
   * @param {Waarden} waarden
   */
  #samen(naam, waarden) {
    if (naam !== "regio" || !waarden.plaats) return "";
    const plaats = this.plaats(waarden.plaats);
    if (!plaats || plaats.regio === waarden.regio) return "";
    return `${plaats.label} ligt in de regio ${this.gegevens.regios[plaats.regio]}. Kies die, of verbeter de plaats.`;
  }

  /**
   * The place that somebody means, with its region; nothing when it is not known.
   * @param {string} naam
   */
  plaats(naam) {
    const gevouwd = gevouwen(naam);
    if (!Object.hasOwn(this.gegevens.plaatsen, gevouwd)) return null;
    const [label, regio] = this.gegevens.plaatsen[gevouwd];
    return { label, regio };
  }

  /**
   * The address of the page; `bezet` gives the titles of what is there already, by address.
   * @param {string} waarde
   * @param {Readonly<Record<string, string>>} bezet
   */
  adres(waarde, bezet) {
    if (!waarde) return "Vul een adres in, bijvoorbeeld een paar woorden uit de titel met streepjes ertussen.";
    if (this.heel.bezet.test(waarde)) return `${geciteerd(waarde)} heeft de site zelf nodig. Kies een ander adres.`;
    if (!this.heel.adres.test(waarde)) return "Gebruik alleen kleine letters, cijfers en streepjes ertussen, zoals kunst-op-het-plein.";
    if (!Object.hasOwn(bezet, waarde)) return "";
    const van = bezet[waarde] ? `van ${geciteerd(bezet[waarde])}` : "al gebruikt";
    return `Dit adres is ${van}. Kies een ander, bijvoorbeeld ${waarde}-2.`;
  }

  /**
   * A part of the text, or all of it.
   * @param {string} tekst
   */
  deel(tekst) {
    return tekst ? this.opmaak.fout(tekst) : "";
  }
}
