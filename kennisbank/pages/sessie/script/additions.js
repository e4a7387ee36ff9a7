// What a host adds: a werkvorm, a story that is searched for or pasted, something of their own, a break.

import { maak as el } from "../../../parts/script/elements.js";
import { netteTekst } from "./state.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanWerkvorm} PlanWerkvorm */
/** @typedef {{ vind: (id: string) => HTMLInputElement, wortel: string, voegToe: (item: Item) => boolean, meld: (meldingen: string[]) => void, zeg: (tekst: string) => void, bronnen: ReturnType<typeof import("./sources.js").maakBronnen>, opgehaald: Map<string, import("./plan.js").Verhaal & { samenvatting: string }>, werkvormen: readonly PlanWerkvorm[] }} Pagina */

const GEVONDEN = 6;
const VERHAAL = 15;
const EIGEN = 10;
const PAUZE = 10;

/** @param {Pagina} pagina */
export function maakErbij({ vind, wortel, voegToe, meld, zeg, bronnen, opgehaald, werkvormen }) {
  const lijst = vind("gevonden-verhalen");
  const veld = vind("zoek-verhaal");
  /** @type {Awaited<ReturnType<typeof import("../../zoeken/script/engine.js").maakZoeker>> | undefined} */
  let zoeker;

  /**
   * @param {string} id
   * @param {() => unknown} doe
   */
  function bij(id, doe) {
    vind(id).addEventListener("submit", (gebeurtenis) => {
      gebeurtenis.preventDefault();
      doe();
    });
  }

  bij("erbij-werkvorm", () => {
    const werkvorm = werkvormen.find(({ slug }) => slug === vind("kies-werkvorm").value);
    if (werkvorm) voegToe({ soort: "werkvorm", slug: werkvorm.slug, minuten: werkvorm.duur[0] });
  });
  bij("erbij-eigen", () => {
    const tekst = netteTekst(vind("eigen").value);
    if (tekst && voegToe({ soort: "eigen", tekst, minuten: EIGEN })) vind("eigen").value = "";
  });
  vind("erbij-pauze").addEventListener("click", () => voegToe({ soort: "pauze", minuten: PAUZE }));

  /** @param {string} slug */
  async function kies(slug) {
    const verhaal = await bronnen.verhaal(slug);
    if (!verhaal) return meld(["Dat verhaal is er niet (meer)."]);
    opgehaald.set(verhaal.slug, verhaal);
    if (voegToe({ soort: "verhaal", slug: verhaal.slug, minuten: VERHAAL })) {
      lijst.replaceChildren();
      veld.value = "";
      veld.focus();
    }
    return undefined;
  }

  /**
   * Ask the finder of the site, which is fetched when somebody searches.
   * @param {string} tekst
   */
  async function zoek(tekst) {
    const { maakZoeker } = await import("../../zoeken/script/engine.js");
    zoeker ??= await maakZoeker(wortel, []);
    const gevonden = zoeker;
    const { verhalen } = await gevonden.zoek({ tekst, keuzes: {}, volgorde: "" });
    return Promise.all(verhalen.slice(0, GEVONDEN).map((nummer) => gevonden.gegevens(nummer)));
  }

  bij("erbij-verhaal", async () => {
    const tekst = veld.value.trim();
    if (!tekst) return;
    try {
      const geplakt = /(?:^|\/)verhalen\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?(?:[?#].*)?$/.exec(tekst);
      if (geplakt) return await kies(geplakt[1]);
      const gevonden = await zoek(tekst);
      lijst.replaceChildren(...gevonden.map(({ url, titel, label }) => {
        const knop = el("button", { type: "button", class: "rb-link", "aria-label": `Voeg toe: ${titel}` }, "Voeg toe");
        knop.addEventListener("click", () => kies(url.split("/").at(-2) ?? "").catch(mislukt));
        return el("li", {}, el("span", {}, `${titel} (${label})`), " ", knop);
      }));
      const aantal = gevonden.length === 1 ? "1 verhaal gevonden." : `${gevonden.length} verhalen gevonden.`;
      zeg(gevonden.length ? aantal : "");
      meld(gevonden.length ? [] : ["Geen verhaal gevonden. Probeer een ander woord."]);
    } catch {
      mislukt();
    }
    return undefined;
  });

  function mislukt() {
    meld(["Zoeken lukt nu niet. Probeer het later opnieuw."]);
  }
}
