// Which drafts other tabs have open: each tab is asked and answers, so that one that crashed is not there.

const WAIT = 1000; // milliseconds in which a tab answers that is there

export class Presence {
  /**
   * `channel` is a BroadcastChannel, or null where a browser has none; `onChange()` is called when it changed.
   * @param {BroadcastChannel | null} channel
   * @param {string} tab
   * @param {() => void} onChange
   */
  constructor(channel, tab, onChange) {
    this.channel = channel;
    this.tab = tab;
    this.onChange = onChange;
    this.id = ""; // the draft that is open here
    /** @type {Map<string, string>} */
    this.others = new Map(); // what each other tab has open
    if (channel) channel.onmessage = ({ data }) => this.#listener(data ?? {});
  }

  /** @param {{ tab?: unknown, soort?: unknown, id?: unknown }} bericht */
  #listener({ tab, soort, id }) {
    if (typeof tab !== "string" || tab === this.tab) return;
    if (soort === "wie") this.#say("open");
    this.silent?.delete(tab);
    if (soort === "dicht") this.others.delete(tab);
    else if (typeof id === "string") this.others.set(tab, id);
    this.onChange();
  }

  /** @param {string} soort */
  #say(soort) {
    this.channel?.postMessage({ tab: this.tab, soort, id: this.id });
  }

  /**
   * Tell which draft is open here.
   * @param {string} id
   */
  put(id) {
    if (id === this.id) return;
    this.id = id;
    this.#say("open");
  }

  /** Ask who is there; who does not answer is not. */
  vraag() {
    clearTimeout(this.clock);
    if (!this.channel) return;
    this.silent = new Set(this.others.keys());
    this.#say("wie");
    this.clock = setTimeout(() => {
      const gone = [...(this.silent ?? [])].filter((tab) => this.others.delete(tab));
      if (gone.length) this.onChange();
    }, WAIT);
  }

  /** This tab goes. After Back a page may hear that it is seen before it hears that it is back: it says nothing then. */
  gone() {
    clearTimeout(this.clock);
    this.#say("dicht");
    this.channel?.close();
    this.channel = null;
  }

  /**
   * Whether another tab has this draft open.
   * @param {string} id
   */
  elsewhere(id) {
    return id !== "" && [...this.others.values()].includes(id);
  }
}
