// The fields on the page: what somebody typed in them (`ruw`), and what that comes to (`waarde`).

export const DEEL = "deel-"; // what the name of a part of the text begins with

export class Velden {
  constructor(formulier, gegevens, tekst) {
    this.formulier = formulier;
    this.gegevens = gegevens;
    this.tekst = tekst;
    this.delen = Object.keys(gegevens.delen);
    this.namen = [...Object.keys(gegevens.velden), ...this.delen.map((naam) => DEEL + naam), "adres"];
  }

  /** The name of the field in which something happened. */
  naamVan(element) {
    return this.namen.includes(element.name) ? element.name : "";
  }

  /** What can be filled in or chosen; of a list of choices each. */
  elementen(naam) {
    const gevonden = this.formulier.elements.namedItem(naam);
    return gevonden instanceof RadioNodeList ? [...gevonden] : gevonden ? [gevonden] : [];
  }

  /** What stands around a field, with its label and its message. */
  houder(naam) {
    const [soort, eigen] = naam.startsWith(DEEL) ? ["deel", naam.slice(DEEL.length)] : ["veld", naam];
    return this.formulier.querySelector(`[data-${soort}="${eigen}"]`);
  }

  label(naam) {
    if (naam === "adres") return "Adres op de site";
    return this.gegevens.velden[naam]?.label ?? (this.gegevens.delen[naam.slice(DEEL.length)] || "Begin");
  }

  #isKeuze(naam) {
    return ["choice", "werkvorm", "verhaal", "consent"].includes(this.gegevens.velden[naam]?.soort);
  }

  /** What stands in a field as it was typed: a text, a list of choices, or whether it is ticked. */
  ruw(naam) {
    const elementen = this.elementen(naam);
    const spec = this.gegevens.velden[naam];
    if (spec?.soort === "flag") return elementen[0].checked;
    if (!this.#isKeuze(naam)) return elementen[0].value;
    const gekozen = elementen.filter((element) => element.checked).map((element) => element.value);
    return spec.veel ? gekozen : (gekozen[0] ?? "");
  }

  /** Put back what `ruw` gave; what does not fit the field, for it has changed since, is passed over. */
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

  /** What a field comes to in the file: cleaned, and a list where the field is one. */
  waarde(naam) {
    const ruw = this.ruw(naam);
    if (naam.startsWith(DEEL)) return this.tekst.alineas(ruw);
    const { soort, veel } = this.gegevens.velden[naam] ?? { soort: "adres" };
    if (soort === "text" && veel) return this.tekst.regels(ruw);
    return typeof ruw === "string" && soort !== "date" ? this.tekst.regel(ruw) : ruw;
  }

  waarden() {
    return Object.fromEntries(Object.keys(this.gegevens.velden).map((naam) => [naam, this.waarde(naam)]));
  }

  /** The parts of the text by name. */
  teksten() {
    return Object.fromEntries(this.delen.map((naam) => [naam, this.waarde(DEEL + naam)]));
  }
}
