// One card at a time, to be read from across the room: over the whole screen, or the whole window where that is refused.

/** @typedef {{ slug: string, naam: string, zin: string, vraag: string, eigen: string, beeld: Element }} Open a card that lies face up */

const LANG = 110; // characters of a question or of own words; above it the letters are smaller
const VOLGENDE = new Set(["ArrowRight", "PageDown"]); // a clicker to present with sends the keys of pages
const VORIGE = new Set(["ArrowLeft", "PageUp"]);

export class Groot {
  /**
   * `doe.trek()` and `doe.vraag(slug)` change the table; after that `toon` is called with what lies face up.
   * @param {HTMLDialogElement} dialoog
   * @param {{ trek: () => void, vraag: (slug: string) => void }} doe
   */
  constructor(dialoog, doe) {
    this.dialoog = dialoog;
    this.doe = doe;
    /** @type {readonly Open[]} */
    this.kaarten = [];
    this.plaats = 0;
    this.stapel = false;
    dialoog.addEventListener("click", ({ target }) => this.#klik(/** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-groot]"))?.dataset.groot));
    dialoog.addEventListener("keydown", (gebeurtenis) => {
      const stap = VOLGENDE.has(gebeurtenis.key) ? 1 : VORIGE.has(gebeurtenis.key) ? -1 : 0;
      if (!stap || gebeurtenis.altKey || gebeurtenis.ctrlKey || gebeurtenis.metaKey) return;
      gebeurtenis.preventDefault();
      this.#stap(stap);
    });
    // Escape leaves the full screen before the page hears of it: then it is done with the large card too.
    document.addEventListener("fullscreenchange", () => {
      if (!document.fullscreenElement && dialoog.open) dialoog.close();
    });
    dialoog.addEventListener("close", () => {
      document.body.classList.remove("rb-zonder-schuif");
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    });
  }

  /**
   * @param {readonly Open[]} kaarten
   * @param {boolean} stapel
   */
  async open(kaarten, stapel) {
    this.plaats = 0;
    // The document, not the dialog: a dialog may not ask for it, and lies on top of what did.
    await document.documentElement.requestFullscreen?.({ navigationUI: "hide" }).catch(() => {});
    document.body.classList.add("rb-zonder-schuif");
    this.dialoog.showModal();
    this.toon(kaarten, stapel);
    this.#knop(kaarten.length > 1 ? "volgende" : "trek").focus();
  }

  /**
   * `kaarten` lie face up; `stapel` tells whether there are more to draw.
   * @param {readonly Open[]} kaarten
   * @param {boolean} [stapel]
   */
  toon(kaarten, stapel = this.stapel) {
    this.kaarten = kaarten;
    this.stapel = stapel;
    if (!this.dialoog.open) return;
    const { dialoog } = this;
    this.plaats = Math.min(this.plaats, Math.max(0, kaarten.length - 1));
    const kaart = kaarten[this.plaats];
    const meer = kaarten.length > 1;
    const teller = meer ? `Kaart ${this.plaats + 1} van ${kaarten.length}` : "";
    const woorden = kaart?.eigen || kaart?.zin || "";
    dialoog.className = `rb-groot${kaart ? ` rb-${kaart.slug}` : ""}`;
    this.#deel(".rb-groot__glyph").replaceChildren(...(kaart ? [kaart.beeld.cloneNode(true)] : []));
    this.#deel("h2").textContent = kaart?.naam ?? "Er ligt nog geen kaart open";
    const zin = this.#deel(".rb-groot__zin");
    zin.textContent = woorden;
    zin.classList.toggle("rb-groot__zin--eigen", Boolean(kaart?.eigen));
    zin.classList.toggle("rb-groot__zin--lang", woorden.length > LANG);
    const vraag = this.#deel(".rb-groot__vraag");
    vraag.textContent = kaart?.vraag ?? "";
    vraag.classList.toggle("rb-groot__vraag--lang", Boolean(kaart?.eigen) || (kaart?.vraag ?? "").length > LANG);
    this.#deel(".rb-groot__teller").textContent = teller;
    this.#knop("vorige").hidden = this.#knop("volgende").hidden = !meer;
    this.#knop("vraag").hidden = !kaart;
    this.#knop("trek").textContent = stapel ? "Trek een kaart" : "Schud en trek een kaart";
    this.#deel("[role=status]").textContent = [kaart?.naam, woorden, kaart?.vraag, teller].filter(Boolean).join(" ");
  }

  /** @param {string} kiezer */
  #deel(kiezer) {
    return /** @type {HTMLElement} */ (this.dialoog.querySelector(kiezer));
  }

  /** @param {string} naam */
  #knop(naam) {
    return this.#deel(`[data-groot=${naam}]`);
  }

  /** @param {number} hoeveel */
  #stap(hoeveel) {
    const { length } = this.kaarten;
    if (!length) return;
    this.plaats = (this.plaats + hoeveel + length) % length;
    this.toon(this.kaarten);
  }

  /** @param {string | undefined} naam */
  #klik(naam) {
    if (naam === "volgende") this.#stap(1);
    else if (naam === "vorige") this.#stap(-1);
    else if (naam === "vraag") this.doe.vraag(this.kaarten[this.plaats].slug);
    else if (naam === "sluit") this.dialoog.close();
    else if (naam === "trek") {
      this.plaats = 0;
      this.doe.trek();
    }
  }
}
