// The end of the form: the file goes to the forge, or along with who wrote it.

import { download } from "../../../parts/script/file.js";
import { showErrors, say } from "./screen.js";
import { unfold } from "./steps.js";
import { copy } from "../../../parts/script/copy.js";
import { open, taken } from "./propose.js";

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} selector
 * @returns {T}
 */
const $ = (selector) => /** @type {T} */ (document.querySelector(selector));

export class Submitting {
  /**
   * `file()` gives the file as it is now: its name, its text, and what goes along of it where that is too long (`begin`).
   * @param {import("./judging.js").Judging} judging
   * @param {() => { naam: string, text: string, begin: string }} file
   * @param {import("./propose.js").Spot} spot comes from the page
   */
  constructor(judging, file, spot) {
    this.judging = judging;
    this.file = file;
    this.spot = spot;
  }

  /**
   * Propose the file, or hand it over where there is no place to propose it (no `nieuw`); `go` brings somebody to a field
   * in which something is wrong.
   * @param {(name: string) => void} go
   */
  async submit(go) {
    const { naam, text, begin } = this.file();
    const errors = this.judging.everything(text);
    for (const { naam: name } of errors) unfold(this.judging.velden.holder(name));
    showErrors(errors, go);
    for (const message of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#rb-verstuurd, #rb-te-lang"))) message.hidden = true;
    if (errors.length) return;
    if (!this.spot.nieuw) return this.download();
    const { address, whole, direct } = taken(this.spot, naam, [text, begin]);
    const message = $(whole ? "#rb-verstuurd" : "#rb-te-lang");
    /** @type {HTMLAnchorElement} */ (message.querySelector("[data-adres]")).href = address;
    if (whole) open(address);
    else await this.#take(message, text, direct);
    message.hidden = false;
    message.focus();
  }

  /**
   * The whole text does not go along: it is copied, so that it can be pasted.
   * @param {HTMLElement} message
   * @param {string} text
   * @param {string} direct where all of it goes for who is logged in already; "" where it does not fit there either
   */
  async #take(message, text, direct) {
    const link = /** @type {HTMLElement} */ (message.querySelector("[data-direct]"));
    link.hidden = !direct;
    if (direct) /** @type {HTMLAnchorElement} */ (link.querySelector("a")).href = direct;
    const copied = await copy(text, $("#rb-inhoud-bestand"));
    const said = /** @type {HTMLElement} */ (message.querySelector("[data-gekopieerd]"));
    said.textContent = copied ? "We hebben hem voor je gekopieerd." : "Kopiëren lukte niet vanzelf: kopieer zelf wat hieronder bij Bekijk het bestand staat.";
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
