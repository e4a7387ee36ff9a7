// The end of the form: the file goes to the forge, or along with who wrote it.

import { toonFouten, zeg } from "./screen.js";
import { adresVoor, download, kopieer, open } from "./propose.js";

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} kiezer
 * @returns {T}
 */
const $ = (kiezer) => /** @type {T} */ (document.querySelector(kiezer));

export class Insturen {
  /**
   * `bestand()` gives the name and the text of the file as it is now; `nieuw` and `langste` come from the page.
   * @param {import("./judging.js").Keuring} keuring
   * @param {() => { naam: string, tekst: string }} bestand
   * @param {DOMStringMap} plek
   */
  constructor(keuring, bestand, { nieuw, langste }) {
    this.keuring = keuring;
    this.bestand = bestand;
    this.nieuw = nieuw;
    this.langste = Number(langste);
  }

  /**
   * Propose the file, or hand it over where there is no place to propose it (no `nieuw`); `ga` brings somebody to a field
   * in which something is wrong.
   * @param {(naam: string) => void} ga
   */
  stuurIn(ga) {
    const { naam, tekst } = this.bestand();
    const fouten = this.keuring.alles(tekst);
    toonFouten(fouten, ga);
    for (const melding of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#rb-verstuurd, #rb-te-lang"))) melding.hidden = true;
    if (fouten.length) return;
    if (!this.nieuw) return this.download();
    const adres = adresVoor(this.nieuw, naam, tekst);
    const past = adres.length <= this.langste;
    const melding = $(past ? "#rb-verstuurd" : "#rb-te-lang");
    /** @type {HTMLAnchorElement} */ (melding.querySelector("[data-adres]")).href = past ? adres : adresVoor(this.nieuw, naam, "");
    melding.hidden = false;
    melding.focus();
    if (past) open(adres);
  }

  async kopieer() {
    const { tekst } = this.bestand();
    const gelukt = await kopieer(tekst, $("#rb-inhoud-bestand"));
    this.#gedaan(gelukt ? "De tekst is gekopieerd." : "Kopiëren lukte niet vanzelf. De tekst is nu gekozen: druk op Ctrl+C, op een Mac op Cmd+C.");
  }

  download() {
    const { naam, tekst } = this.bestand();
    download(naam, tekst);
    this.#gedaan(`Het bestand ${naam} is gedownload.`);
  }

  /** @param {string} tekst */
  #gedaan(tekst) {
    const aantal = this.keuring.aantal();
    const nog = aantal === 1 ? "er is nog één ding" : `er zijn nog ${aantal} dingen`;
    const melding = aantal ? `${tekst} Let op: ${nog} te verbeteren. Met de grote knop zie je wat.` : tekst;
    $("#rb-gedaan").textContent = melding;
    zeg(melding);
  }
}
