// What the form fills in by itself: the address from the title, the region from the place. What somebody chose stays.

import { showMessage } from "./screen.js";
import { addressOf } from "./text.js";

export class Prefill {
  /**
   * @param {import("./fields.js").Fields} fields
   * @param {import("./fields.js").Data} data
   * @param {import("./check.js").Check} check
   */
  constructor(fields, data, check) {
    this.velden = fields;
    this.data = data;
    this.check = check;
    this.initial();
  }

  /** Nothing has been filled in yet. */
  initial() {
    this.titel = ""; // from which the address was made
    this.regio = ""; // that was filled in for a place
    if (this.data.velden.regio) showMessage(this.velden, "regio", "");
  }

  /** @param {string} title */
  #addressOf(title) {
    return title ? addressOf(title, this.data.naamloos) : "";
  }

  /** Take the title as the one from which the address was made: what is restored is not changed. */
  remember() {
    this.titel = this.velden.value("title");
  }

  /** Follow the title, unless somebody wrote an address of their own; `again` does it then too. */
  address(again = false) {
    const [box] = this.velden.elements("adres");
    const own = box.value && box.value !== this.#addressOf(this.titel);
    this.remember();
    if (!own || again) box.value = this.#addressOf(this.titel);
    return box.value;
  }

  /** Choose the region of a place that is known, unless somebody chose one. */
  regioOfPlaats() {
    const place = this.check.place(this.velden.value("plaats"));
    if (place && [this.regio, ""].includes(/** @type {string} */ (this.velden.raw("regio")))) {
      this.velden.put("regio", place.regio);
      this.regio = place.regio;
    }
    const filledIn = place && place.regio === this.regio && this.velden.raw("regio") === this.regio;
    showMessage(this.velden, "regio", filledIn ? `Ingevuld: ${place.label} ligt in de regio ${this.data.regios[place.regio]}.` : "");
  }

  /**
   * All ruimtes, or some of them: the last that was ticked counts.
   * @param {HTMLInputElement} last
   */
  oneOrAll(last) {
    const boxes = this.velden.elements("ruimtes");
    const all = boxes.find((box) => box.value === "alle");
    if (!all?.checked || !last.checked) return;
    for (const box of boxes) if ((box === all) !== (last === all)) box.checked = false;
  }
}
