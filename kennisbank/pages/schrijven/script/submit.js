// The end of the form: the file goes to the forge, or along with who wrote it.

import { download } from "../../../parts/script/file.js";
import { showErrors, say } from "./screen.js";
import { addressFor, copy, open } from "./propose.js";

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} selector
 * @returns {T}
 */
const $ = (selector) => /** @type {T} */ (document.querySelector(selector));

export class Submitting {
  /**
   * `file()` gives the name and the text of the file as it is now; `fresh` and `longest` come from the page.
   * @param {import("./judging.js").Judging} judging
   * @param {() => { naam: string, text: string }} file
   * @param {DOMStringMap} spot
   */
  constructor(judging, file, { nieuw, langste }) {
    this.judging = judging;
    this.file = file;
    this.fresh = nieuw;
    this.longest = Number(langste);
  }

  /**
   * Propose the file, or hand it over where there is no place to propose it (no `fresh`); `go` brings somebody to a field
   * in which something is wrong.
   * @param {(name: string) => void} go
   */
  submit(go) {
    const { naam, text } = this.file();
    const errors = this.judging.everything(text);
    showErrors(errors, go);
    for (const message of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#rb-verstuurd, #rb-te-lang"))) message.hidden = true;
    if (errors.length) return;
    if (!this.fresh) return this.download();
    const address = addressFor(this.fresh, naam, text);
    const fits = address.length <= this.longest;
    const message = $(fits ? "#rb-verstuurd" : "#rb-te-lang");
    /** @type {HTMLAnchorElement} */ (message.querySelector("[data-adres]")).href = fits ? address : addressFor(this.fresh, naam, "");
    message.hidden = false;
    message.focus();
    if (fits) open(address);
  }

  async copy() {
    const { text } = this.file();
    const succeeded = await copy(text, $("#rb-inhoud-bestand"));
    this.#done(succeeded ? "De tekst is gekopieerd." : "Kopiëren lukte niet vanzelf. De tekst is nu gekozen: druk op Ctrl+C, op een Mac op Cmd+C.");
  }

  download() {
    const { naam, text } = this.file();
    download(naam, text);
    this.#done(`Het bestand ${naam} is gedownload.`);
  }

  /** @param {string} text */
  #done(text) {
    const count = this.judging.count();
    const still = count === 1 ? "er is nog één ding" : `er zijn nog ${count} dingen`;
    const message = count ? `${text} Let op: ${still} te verbeteren. Met de grote knop zie je wat.` : text;
    $("#rb-gedaan").textContent = message;
    say(message);
  }
}
