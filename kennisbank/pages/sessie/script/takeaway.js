// Taking a programme along: on paper, in a calendar, as text, or as an address.

import { download } from "../../../parts/script/file.js";
import { calendar } from "./ics.js";
import { total } from "./plan.js";
import { heading, letter, lines, mailto, markdown, placeOf } from "./output.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Data} Data */

/**
 * `address` gives the address of the whole programme, `shared` that for participants, without notes. `whole` waits until
 * all that stands on paper has been fetched.
 * @param {{ find: (id: string) => HTMLElement, root: string, address: () => string, shared: () => string, whole: () => Promise<void>, say: (text: string) => void, state: () => { wish: Wish, items: readonly Item[], data: Data } }} page
 */
export function makeTakeaway({ find, root, address, shared, whole, say, state }) {
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
   * @param {string} [otherwise] what to do where that may not be
   */
  async function copy(text, what, otherwise = "Download de tekst, of kopieer het adres uit de adresbalk.") {
    try {
      await navigator.clipboard.writeText(text);
      done(`${what} is gekopieerd.`);
    } catch {
      done(`Kopiëren mag niet in deze browser. ${otherwise}`);
    }
  }

  const text = () => {
    const { wish, items, data } = state();
    return markdown(items, wish, data, { root, address: address(), minutes: total(items) });
  };
  const mail = () => {
    const { wish, items, data } = state();
    return letter(items, wish, data, shared());
  };
  /** @param {string} soort */
  const name = (soort) => `programma-${state().wish.functie}.${soort}`;

  /** @type {Record<string, () => unknown>} */
  const actions = {
    adres: () => copy(address(), "Het adres"),
    lezen: () => copy(shared(), "Het adres voor deelnemers", "Kies Bekijk wat deelnemers lezen, en kopieer het adres van die pagina."),
    kopie: () => copy(text(), "De tekst"),
    mail: () => copy(mail(), "De e-mailtekst"),
    tekst: () => give(name("md"), "text/markdown", text()),
    agenda() {
      const { wish, items, data } = state();
      if (!wish.date) {
        find("datum").focus();
        return done("Vul eerst een datum in: een afspraak heeft een dag nodig.");
      }
      const { date, begin, id = "" } = wish;
      const content = { id, titel: heading(wish), text: lines(items, wish, data), place: placeOf(wish), address: shared(), date, begin, minutes: total(items), now: new Date() };
      give(name("ics"), "text/calendar", calendar(content));
      done(`${name("ics")} is gedownload. Open het bestand om het in je agenda te zetten.`);
    },
  };
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-mee]"))) {
    button.addEventListener("click", () => {
      button.closest("div")?.after(find("gedaan")); // what happened is said where somebody looks
      actions[button.dataset.mee ?? ""]();
    });
  }

  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button[data-druk]"))) {
    button.addEventListener("click", async () => {
      await whole(); // who presses at once gets the steps too
      document.body.dataset.druk = button.dataset.druk;
      print();
    });
  }
  addEventListener("afterprint", () => delete document.body.dataset.druk);

  return {
    /** Show what there is to take along of this programme. */
    show() {
      const address = mailto(heading(state().wish), mail());
      find("mail").hidden = !address;
      find("mail").setAttribute("href", address);
    },
  };
}
