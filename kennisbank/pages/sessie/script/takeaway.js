// Taking a programme along: on paper, in a calendar, as text, or as an address.

import { agenda } from "./ics.js";
import { totaal } from "./plan.js";
import { kop, markdown, regels } from "./output.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wens} Wens */
/** @typedef {import("./plan.js").Gegevens} Gegevens */

/** @param {{ vind: (id: string) => HTMLElement, wortel: string, adres: () => string, zeg: (tekst: string) => void, staat: () => { wens: Wens, items: readonly Item[], gegevens: Gegevens } }} pagina */
export function maakMee({ vind, wortel, adres, zeg, staat }) {
  /** @param {string} tekst */
  function gedaan(tekst) {
    vind("gedaan").textContent = tekst;
    zeg(tekst);
  }

  /**
   * @param {string} naam
   * @param {string} soort
   * @param {string} tekst
   */
  function download(naam, soort, tekst) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([tekst], { type: `${soort};charset=utf-8` }));
    link.download = naam;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    gedaan(`${naam} is gedownload.`);
  }

  /**
   * @param {string} tekst
   * @param {string} wat
   */
  async function kopieer(tekst, wat) {
    try {
      await navigator.clipboard.writeText(tekst);
      gedaan(`${wat} is gekopieerd.`);
    } catch {
      gedaan("Kopiëren mag niet in deze browser. Download de tekst, of kopieer het adres uit de adresbalk.");
    }
  }

  const tekst = () => {
    const { wens, items, gegevens } = staat();
    return markdown(items, wens, gegevens, { wortel, adres: adres(), minuten: totaal(items) });
  };
  /** @param {string} soort */
  const naam = (soort) => `programma-${staat().wens.functie}.${soort}`;

  /** @type {Record<string, () => unknown>} */
  const daden = {
    adres: () => kopieer(adres(), "Het adres"),
    kopie: () => kopieer(tekst(), "De tekst"),
    tekst: () => download(naam("md"), "text/markdown", tekst()),
    agenda() {
      const { wens, items, gegevens } = staat();
      if (!wens.datum) {
        vind("datum").focus();
        return gedaan("Vul eerst een datum in: een afspraak heeft een dag nodig.");
      }
      const { datum, begin } = wens;
      const inhoud = { titel: kop(wens), tekst: regels(items, wens, gegevens), adres: adres(), datum, begin, minuten: totaal(items), nu: new Date() };
      download(naam("ics"), "text/calendar", agenda(inhoud));
      gedaan(`${naam("ics")} is gedownload. Open het bestand om het in je agenda te zetten.`);
    },
  };
  for (const knop of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-mee]"))) knop.addEventListener("click", () => daden[knop.dataset.mee ?? ""]());

  for (const knop of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button[data-druk]"))) {
    knop.addEventListener("click", () => {
      document.body.dataset.druk = knop.dataset.druk;
      print();
    });
  }
  addEventListener("afterprint", () => delete document.body.dataset.druk);
}
