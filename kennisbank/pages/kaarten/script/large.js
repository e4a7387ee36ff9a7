// One card at a time, to be read from across the room: over the whole screen, or the whole window where that is refused.

/** @typedef {{ slug: string, naam: string, sentence: string, vraag: string, own: string, beeld: Element }} Open a card that lies face up */

const LONG = 110; // characters of a question or of own words; above it the letters are smaller
const NEXT = new Set(["ArrowRight", "PageDown"]); // a clicker to present with sends the keys of pages
const PREVIOUS = new Set(["ArrowLeft", "PageUp"]);

/**
 * Say on a button what drawing a card comes to: it has the words for a pile with cards and for one without.
 * @param {HTMLElement} button
 * @param {boolean} pile
 */
export function nameDraw(button, pile) {
  for (const words of /** @type {NodeListOf<HTMLElement>} */ (button.querySelectorAll("[data-stapel]"))) words.hidden = (words.dataset.stapel === "vol") !== pile;
}

export class Large {
  /**
   * `act.draw()` and `act.vraag(slug)` change the table; after that `show` is called with what lies face up. `act.qr(part)`
   * puts the code of the table in a part of the page.
   * @param {HTMLDialogElement} dialog
   * @param {{ draw: () => void, vraag: (slug: string) => void, qr: (part: Element) => void }} act
   */
  constructor(dialog, act) {
    this.dialog = dialog;
    this.act = act;
    this.none = this.#part("h2").textContent; // what the page says where no card lies face up
    /** @type {readonly Open[]} */
    this.kaarten = [];
    this.place = 0;
    this.pile = false;
    this.names = false;
    dialog.addEventListener("click", ({ target }) => this.#click(/** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-groot]"))?.dataset.groot));
    dialog.addEventListener("keydown", (event) => {
      const step = NEXT.has(event.key) ? 1 : PREVIOUS.has(event.key) ? -1 : 0;
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.#step(step);
    });
    // Escape leaves the full screen before the page hears of it: then it is done with the large card too.
    document.addEventListener("fullscreenchange", () => {
      if (!document.fullscreenElement && dialog.open) dialog.close();
    });
    dialog.addEventListener("close", () => {
      document.body.classList.remove("rb-zonder-schuif");
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    });
  }

  /**
   * @param {readonly Open[]} kaarten
   * @param {boolean} pile
   * @param {boolean} names
   */
  async open(kaarten, pile, names) {
    this.place = 0;
    // The document, not the dialog: a dialog may not ask for it, and lies on top of what did.
    await document.documentElement.requestFullscreen?.({ navigationUI: "hide" }).catch(() => {});
    document.body.classList.add("rb-zonder-schuif");
    this.dialog.showModal();
    this.show(kaarten, pile, names);
    this.#button(kaarten.length > 1 ? "volgende" : "trek").focus();
  }

  /**
   * `kaarten` lie face up; `pile` tells whether there are more to draw, `names` that cards have nothing but a name. The
   * code of what lay there before goes away.
   * @param {readonly Open[]} kaarten
   * @param {boolean} [pile]
   * @param {boolean} [names]
   */
  show(kaarten, pile = this.pile, names = this.names) {
    this.kaarten = kaarten;
    this.pile = pile;
    this.names = names;
    if (!this.dialog.open) return;
    const { dialog } = this;
    this.place = Math.min(this.place, Math.max(0, kaarten.length - 1));
    const kaart = kaarten[this.place];
    const more = kaarten.length > 1;
    const counter = more ? `Kaart ${this.place + 1} van ${kaarten.length}` : "";
    const words = kaart?.own || kaart?.sentence || "";
    dialog.className = `rb-groot${kaart ? ` rb-van-${kaart.slug}` : ""}`;
    dialog.classList.toggle("rb-groot--namen", names && Boolean(kaart));
    this.#showCode(false);
    this.#part(".rb-groot__glyph").replaceChildren(...(kaart ? [kaart.beeld.cloneNode(true)] : []));
    this.#part("h2").textContent = kaart?.naam ?? this.none;
    const sentence = this.#part(".rb-groot__zin");
    sentence.textContent = words;
    sentence.classList.toggle("rb-groot__zin--eigen", Boolean(kaart?.own));
    sentence.classList.toggle("rb-groot__zin--lang", words.length > LONG);
    const vraag = this.#part(".rb-groot__vraag");
    vraag.textContent = kaart?.vraag ?? "";
    vraag.classList.toggle("rb-groot__vraag--lang", Boolean(kaart?.own) || (kaart?.vraag ?? "").length > LONG);
    this.#part(".rb-groot__teller").textContent = counter;
    this.#button("vorige").hidden = this.#button("volgende").hidden = !more;
    this.#button("vraag").hidden = !kaart || names;
    nameDraw(this.#button("trek"), pile);
    this.#part("[role=status]").textContent = [kaart?.naam, words, kaart?.vraag, counter].filter(Boolean).join(" ");
  }

  /** The code of what lies on the table in the place of the card, or the card again. */
  toggleCode() {
    const code = this.#part(".rb-groot__qr");
    this.#showCode(Boolean(code.hidden));
    this.#part("[role=status]").textContent = code.hidden ? "De QR-code is dicht." : this.#part(".rb-groot__qr p").textContent;
  }

  /** @param {boolean} shown */
  #showCode(shown) {
    const code = this.#part(".rb-groot__qr");
    if (shown) this.act.qr(code);
    code.hidden = !shown;
    this.#part(".rb-groot__kaart").hidden = shown;
    this.#button("qr").setAttribute("aria-expanded", String(shown));
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.dialog.querySelector(selector));
  }

  /** @param {string} name */
  #button(name) {
    return this.#part(`[data-groot=${name}]`);
  }

  /** @param {number} howMany */
  #step(howMany) {
    const { length } = this.kaarten;
    if (!length) return;
    this.place = (this.place + howMany + length) % length;
    this.show(this.kaarten);
  }

  /** @param {string | undefined} name */
  #click(name) {
    if (name === "volgende") this.#step(1);
    else if (name === "vorige") this.#step(-1);
    else if (name === "vraag") this.act.vraag(this.kaarten[this.place].slug);
    else if (name === "qr") this.toggleCode();
    else if (name === "sluit") this.dialog.close();
    else if (name === "trek") {
      this.place = 0;
      this.act.draw();
    }
  }
}
