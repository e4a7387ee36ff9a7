// What the form fills in by itself: the address from the title, the region from the place. What somebody chose stays.

import { toonMelding } from "./screen.js";
import { adresVan } from "./text.js";

export class Voorinvullen {
  /**
   * @param {import("./fields.js").Velden} velden
   * @param {import("./fields.js").Gegevens} gegevens
   * @param {import("./check.js").Controle} controle
   */
  constructor(velden, gegevens, controle) {
    this.velden = velden;
    this.gegevens = gegevens;
    this.controle = controle;
    this.begin();
  }

  /** Nothing has been filled in yet. */
  begin() {
    this.titel = ""; // from which the address was made
    this.regio = ""; // that was filled in for a place
    if (this.gegevens.velden.regio) toonMelding(this.velden, "regio", "");
  }

  /** @param {string} titel */
  #adresVan(titel) {
    return titel ? adresVan(titel, this.gegevens.naamloos) : "";
  }

  /** Take the title as the one from which the address was made: what is restored is not changed. */
  onthoud() {
    this.titel = this.velden.waarde("title");
  }

  /** Follow the title, unless somebody wrote an address of their own; `opnieuw` does it then too. */
  adres(opnieuw = false) {
    const [vak] = this.velden.elementen("adres");
    const eigen = vak.value && vak.value !== this.#adresVan(this.titel);
    this.onthoud();
    if (!eigen || opnieuw) vak.value = this.#adresVan(this.titel);
    return vak.value;
  }

  /** Choose the region of a place that is known, unless somebody chose one. */
  regioVanPlaats() {
    const plaats = this.controle.plaats(this.velden.waarde("plaats"));
    if (plaats && [this.regio, ""].includes(/** @type {string} */ (this.velden.ruw("regio")))) {
      this.velden.zet("regio", plaats.regio);
      this.regio = plaats.regio;
    }
    const ingevuld = plaats && plaats.regio === this.regio && this.velden.ruw("regio") === this.regio;
    toonMelding(this.velden, "regio", ingevuld ? `Ingevuld: ${plaats.label} ligt in de regio ${this.gegevens.regios[plaats.regio]}.` : "");
  }

  /**
   * All ruimtes, or some of them: the last that was ticked counts.
   * @param {HTMLInputElement} laatste
   */
  eenOfAlle(laatste) {
    const vakken = this.velden.elementen("ruimtes");
    const alle = vakken.find((vak) => vak.value === "alle");
    if (!alle?.checked || !laatste.checked) return;
    for (const vak of vakken) if ((vak === alle) !== (laatste === alle)) vak.checked = false;
  }
}
