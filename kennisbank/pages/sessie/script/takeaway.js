// Taking a programme along: on paper, in a calendar, as text, or as an address.

import { download } from "../../../parts/script/file.js";
import { calendar } from "./ics.js";
import { total } from "./plan.js";
import { heading, markdown, lines } from "./output.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Data} Data */

/** @param {{ find: (id: string) => HTMLElement, root: string, address: () => string, say: (text: string) => void, state: () => { wish: Wish, items: readonly Item[], data: Data } }} page */
export function makeTakeaway({ find, root, address, say, state }) {
  /** @param {string} text */
  function done(text) {
    find("gedaan").textContent = text;
    say(text);
  }

  /**
   * @param {string} name
   * @param {string} soort
   * @param {string} text
   */
  function give(name, soort, text) {
    download(name, text, soort);
    done(`${name} is gedownload.`);
  }

  /**
   * @param {string} text
   * @param {string} what
   */
  async function copy(text, what) {
    try {
      await navigator.clipboard.writeText(text);
      done(`${what} is gekopieerd.`);
    } catch {
      done("Kopiëren mag niet in deze browser. Download de tekst, of kopieer het adres uit de adresbalk.");
    }
  }

  const text = () => {
    const { wish, items, data } = state();
    return markdown(items, wish, data, { root, address: address(), minutes: total(items) });
  };
  /** @param {string} soort */
  const name = (soort) => `programma-${state().wish.functie}.${soort}`;

  /** @type {Record<string, () => unknown>} */
  const actions = {
    adres: () => copy(address(), "Het adres"),
    kopie: () => copy(text(), "De tekst"),
    tekst: () => give(name("md"), "text/markdown", text()),
    agenda() {
      const { wish, items, data } = state();
      if (!wish.date) {
        find("datum").focus();
        return done("Vul eerst een datum in: een afspraak heeft een dag nodig.");
      }
      const { date, begin } = wish;
      const content = { titel: heading(wish), text: lines(items, wish, data), address: address(), date, begin, minutes: total(items), now: new Date() };
      give(name("ics"), "text/calendar", calendar(content));
      done(`${name("ics")} is gedownload. Open het bestand om het in je agenda te zetten.`);
    },
  };
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-mee]"))) button.addEventListener("click", () => actions[button.dataset.mee ?? ""]());

  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button[data-druk]"))) {
    button.addEventListener("click", () => {
      document.body.dataset.druk = button.dataset.druk;
      print();
    });
  }
  addEventListener("afterprint", () => delete document.body.dataset.druk);
}
