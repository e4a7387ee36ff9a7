// Which drafts other tabs have open: each tab is asked and answers, so that one that crashed is not there.

const WACHT = 1000; // milliseconds in which a tab answers that is there

export class Aanwezig {
  /**
   * `kanaal` is a BroadcastChannel, or null where a browser has none; `verander()` is called when it changed.
   * @param {BroadcastChannel | null} kanaal
   * @param {string} tab
   * @param {() => void} verander
   */
  constructor(kanaal, tab, verander) {
    this.kanaal = kanaal;
    this.tab = tab;
    this.verander = verander;
    this.id = ""; // the draft that is open here
    /** @type {Map<string, string>} */
    this.anderen = new Map(); // what each other tab has open
    if (kanaal) kanaal.onmessage = ({ data }) => this.#hoor(data ?? {});
  }

  /** @param {{ tab?: unknown, soort?: unknown, id?: unknown }} bericht */
  #hoor({ tab, soort, id }) {
    if (typeof tab !== "string" || tab === this.tab) return;
    if (soort === "wie") this.#zeg("open");
    this.stil?.delete(tab);
    if (soort === "dicht") this.anderen.delete(tab);
    else if (typeof id === "string") this.anderen.set(tab, id);
    this.verander();
  }

  /** @param {string} soort */
  #zeg(soort) {
    this.kanaal?.postMessage({ tab: this.tab, soort, id: this.id });
  }

  /**
   * Tell which draft is open here.
   * @param {string} id
   */
  zet(id) {
    if (id === this.id) return;
    this.id = id;
    this.#zeg("open");
  }

  /** Ask who is there; who does not answer is not. */
  vraag() {
    clearTimeout(this.klok);
    if (!this.kanaal) return;
    this.stil = new Set(this.anderen.keys());
    this.#zeg("wie");
    this.klok = setTimeout(() => {
      const weg = [...(this.stil ?? [])].filter((tab) => this.anderen.delete(tab));
      if (weg.length) this.verander();
    }, WACHT);
  }

  /** This tab goes. After Back a page may hear that it is seen before it hears that it is back: it says nothing then. */
  weg() {
    clearTimeout(this.klok);
    this.#zeg("dicht");
    this.kanaal?.close();
    this.kanaal = null;
  }

  /**
   * Whether another tab has this draft open.
   * @param {string} id
   */
  elders(id) {
    return id !== "" && [...this.anderen.values()].includes(id);
  }
}
