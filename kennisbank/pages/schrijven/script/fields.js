// The fields on the page: what somebody typed in them (`ruw`), and what that comes to (`waarde`).

/** @typedef {import("../../../outputs/scripts.d.ts").FormulierGegevens} FormulierGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").Grenzen} Grenzen */
/** @typedef {Omit<FormulierGegevens, "velden" | "delen"> & { velden: Readonly<Record<string, Grenzen>>, delen: Readonly<Record<string, string>> }} Gegevens what the page says, its pairs by name */
/** @typedef {import("./drafts.js").Ruw} Ruw */
/** @typedef {HTMLInputElement} Vak of a box of several lines nothing is asked but what the two have in common */
/** @typedef {Record<string, any>} Waarden what each field comes to; which of text, list and tick follows from its sort, which only the page knows */

export const DEEL = "deel-"; // what the name of a part of the text begins with

export class Velden {
  /**
   * @param {HTMLFormElement} formulier
   * @param {Gegevens} gegevens
   * @param {ReturnType<typeof import("./text.js").maakTekst>} tekst
   */
  constructor(formulier, gegevens, tekst) {
    this.formulier = formulier;
    this.gegevens = gegevens;
    this.tekst = tekst;
    this.delen = Object.keys(gegevens.delen);
    this.namen = [...Object.keys(gegevens.velden), ...this.delen.map((naam) => DEEL + naam), "adres"];
  }

  /**
   * The name of the field in which something happened.
   * @param {Element & { name?: string }} element
   */
  naamVan(element) {
    const { name = "" } = element;
    return this.namen.includes(name) ? name : "";
  }

  /**
   * What can be filled in or chosen; of a list of choices each.
   * @param {string} naam
   * @returns {Vak[]}
   */
  elementen(naam) {
    const gevonden = this.formulier.elements.namedItem(naam);
    return /** @type {Vak[]} */ (gevonden instanceof RadioNodeList ? [...gevonden] : gevonden ? [gevonden] : []);
  }

  /**
   * What stands around a field, with its label and its message.
   * @param {string} naam
   * @returns {HTMLElement}
   */
  houder(naam) {
    const [soort, eigen] = naam.startsWith(DEEL) ? ["deel", naam.slice(DEEL.length)] : ["veld", naam];
    return /** @type {HTMLElement} */ (this.formulier.querySelector(`[data-${soort}="${eigen}"]`));
  }

  /**
   * @param {string} naam
   * @returns {string}
   */
  label(naam) {
    if (naam === "adres") return "Adres op de site";
    return this.gegevens.velden[naam]?.label ?? (this.gegevens.delen[naam.slice(DEEL.length)] || "Begin");
  }

  /** @param {string} naam */
  #isKeuze(naam) {
    return ["choice", "werkvorm", "verhaal", "consent"].includes(this.gegevens.velden[naam]?.soort);
  }

  /**
   * What stands in a field as it was typed: a text, a list of choices, or whether it is ticked.
   * @param {string} naam
   * @returns {Ruw}
   */
  ruw(naam) {
    const elementen = this.elementen(naam);
    const spec = this.gegevens.velden[naam];
    if (spec?.soort === "flag") return elementen[0].checked;
    if (!this.#isKeuze(naam)) return elementen[0].value;
    const gekozen = elementen.filter((element) => element.checked).map((element) => element.value);
    return spec.veel ? gekozen : (gekozen[0] ?? "");
  }

  /**
   * Put back what `ruw` gave; what does not fit the field, for it has changed since, is passed over.
   * @param {string} naam
   * @param {Ruw} ruw
   */
  zet(naam, ruw) {
    const [eerste, ...rest] = this.elementen(naam);
    if (this.gegevens.velden[naam]?.soort === "flag") {
      eerste.checked = ruw === true;
    } else if (this.#isKeuze(naam)) {
      const gekozen = [ruw].flat();
      for (const element of [eerste, ...rest].filter(Boolean)) element.checked = gekozen.includes(element.value);
    } else if (typeof ruw === "string") {
      eerste.value = ruw;
    }
  }

  /**
   * What a field comes to in the file: cleaned, and a list where the field is one.
   * @param {string} naam
   * @returns {any} a text, a list or a tick: which, follows from its sort, which only the page knows
   */
  waarde(naam) {
    const ruw = this.ruw(naam);
    if (naam.startsWith(DEEL)) return this.tekst.alineas(/** @type {string} */ (ruw));
    const { soort, veel } = this.gegevens.velden[naam] ?? { soort: "adres" };
    if (soort === "text" && veel) return this.tekst.regels(/** @type {string} */ (ruw));
    return typeof ruw === "string" && soort !== "date" ? this.tekst.regel(ruw) : ruw;
  }

  /** @returns {Waarden} */
  waarden() {
    return Object.fromEntries(Object.keys(this.gegevens.velden).map((naam) => [naam, this.waarde(naam)]));
  }

  /**
   * The parts of the text by name.
   * @returns {Record<string, string>}
   */
  teksten() {
    return Object.fromEntries(this.delen.map((naam) => [naam, this.waarde(DEEL + naam)]));
  }
}
