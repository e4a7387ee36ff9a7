// Judges the fields: the browser knows what is wrong with each, and it is shown once somebody has been there.

import { toonFout } from "./screen.js";
import { DEEL } from "./fields.js";
import { lichaam } from "./yaml.js";

/** @typedef {import("./fields.js").Velden} Velden */
/** @typedef {import("./fields.js").Waarden} Waarden */
/** @typedef {import("./fields.js").Gegevens} Gegevens */
/** @typedef {{ naam: string, label: string, fout: string }} Fout */

export class Keuring {
  /**
   * `bezet()` gives the addresses that are taken, each with its title.
   * @param {Velden} velden
   * @param {Gegevens} gegevens
   * @param {import("./check.js").Controle} controle
   * @param {() => Readonly<Record<string, string>>} bezet
   */
  constructor(velden, gegevens, controle, bezet) {
    this.velden = velden;
    this.gegevens = gegevens;
    this.controle = controle;
    this.bezet = bezet;
    /** @type {Set<string>} */
    this.geraakt = new Set(); // fields of which the message is shown
    this.eersteDeel = velden.namen.find((naam) => naam.startsWith(DEEL)) ?? DEEL;
  }

  /**
   * @param {string} naam
   * @param {Waarden} waarden
   * @returns {string}
   */
  #fout(naam, waarden) {
    // Without a title there is no address yet, and it is the title that must be filled in.
    if (naam === "adres") return waarden.title ? this.controle.adres(this.velden.waarde("adres"), this.bezet()) : "";
    if (!naam.startsWith(DEEL)) {
      return this.controle.fout(naam, waarden, this.velden.elementen(naam)[0]?.validity.badInput);
    }
    const fout = this.controle.deel(this.velden.waarde(naam));
    return fout || naam !== this.eersteDeel ? fout : this.#geheel();
  }

  /** What is wrong with the text as a whole; what is wrong with one part of it is said there. */
  #geheel() {
    const teksten = this.velden.teksten();
    const geheel = lichaam(this.gegevens.delen, teksten);
    if (!geheel) return "Schrijf minstens een stukje van de tekst, hier of in een van de delen hieronder.";
    const los = Object.values(teksten).some((tekst) => this.controle.deel(tekst));
    return los ? "" : this.controle.deel(geheel);
  }

  /**
   * Judge a field; returns what is wrong.
   * @param {string} naam
   * @param {Waarden} [waarden]
   */
  keur(naam, waarden = this.velden.waarden()) {
    const fout = this.#fout(naam, waarden);
    this.velden.elementen(naam)[0]?.setCustomValidity(fout);
    if (!fout || this.geraakt.has(naam)) toonFout(this.velden, naam, fout);
    return fout;
  }

  /**
   * Judge every field, and show the message of each from now on; `bestand` is the file that comes of it.
   * @param {string} bestand
   * @returns {Fout[]}
   */
  alles(bestand) {
    const waarden = this.velden.waarden();
    const fouten = this.#inVolgorde().map((naam) => {
      this.geraakt.add(naam);
      return { naam, label: this.velden.label(naam), fout: this.keur(naam, waarden) };
    });
    const bytes = new TextEncoder().encode(bestand).length;
    if (bytes > this.gegevens.bytes) {
      const fout = `Samen is het ${Math.ceil(bytes / 1024)} KB; hooguit ${this.gegevens.bytes / 1024} KB mag. Kort het in.`;
      fouten.push({ naam: this.eersteDeel, label: "De tekst", fout });
    }
    return fouten.filter(({ fout }) => fout);
  }

  /** How many things are wrong, without showing them. */
  aantal() {
    const waarden = this.velden.waarden();
    return this.velden.namen.filter((naam) => this.#fout(naam, waarden)).length;
  }

  /** The fields in the order of the page. */
  #inVolgorde() {
    const plek = new Map(this.velden.namen.map((naam) => [naam, this.velden.houder(naam)]));
    /**
     * @param {string} een
     * @param {string} ander
     */
    const eerder = (een, ander) => /** @type {HTMLElement} */ (plek.get(een)).compareDocumentPosition(/** @type {HTMLElement} */ (plek.get(ander))) & Node.DOCUMENT_POSITION_FOLLOWING;
    return [...this.velden.namen].sort((een, ander) => (eerder(een, ander) ? -1 : 1));
  }
}
