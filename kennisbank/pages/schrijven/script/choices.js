// Lists of choices: searching in them, also with other words for a value, and the list of stories, which is fetched.

import { vormVan, woorden } from "../../zoeken/script/words.js";

const HOOGSTENS = 8; // stories shown for one search

/** @typedef {{ plek: HTMLElement, vak: HTMLInputElement, label: string, namen: string[], uitleg: string }} Optie */
/** @typedef {{ optie: Optie, naam: string, precies?: boolean }} Gevonden */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} soort
 * @param {object} eigenschappen
 * @param {...(Node | string)} kinderen
 */
function element(soort, eigenschappen, ...kinderen) {
  const gemaakt = Object.assign(document.createElement(soort), eigenschappen);
  gemaakt.append(...kinderen);
  return gemaakt;
}

/**
 * Whether every word that was looked for begins a word of a text, or is another form of it.
 * @param {string} tekst
 * @param {readonly string[]} gezocht
 */
function past(tekst, gezocht) {
  const aanwezig = woorden(tekst);
  return gezocht.every((woord) => aanwezig.some((ander) => vormVan(ander, woord)));
}

/**
 * A closed list. `anderen` are the other words for each value; `zeg` speaks to who cannot see the page.
 * @param {HTMLElement} houder
 * @param {Readonly<Record<string, readonly string[]>>} anderen
 * @param {(tekst: string) => void} zeg
 */
export function maakLijst(houder, anderen, zeg) {
  const zoek = /** @type {HTMLInputElement | null} */ (houder.querySelector("[data-zoek]"));
  const niets = /** @type {HTMLElement} */ (houder.querySelector(".rb-keuzeveld__niets"));
  const uitleg = houder.querySelector("[data-uitleg]");
  const opties = [.../** @type {NodeListOf<HTMLElement>} */ (houder.querySelectorAll(".rb-optie"))].map((plek) => {
    const vak = /** @type {HTMLInputElement} */ (plek.querySelector("input"));
    const label = /** @type {Element} */ (plek.querySelector("label")).textContent;
    const namen = [label, ...(anderen[vak.value] ?? [])];
    return { plek, vak, label, namen, uitleg: plek.querySelector(".rb-optie__uitleg")?.textContent ?? "" };
  });

  /**
   * @param {string} tekst
   * @returns {{ optie: Optie, naam: string, precies?: boolean }[]}
   */
  function zoekOp(tekst) {
    const gezocht = woorden(tekst);
    if (!gezocht.length) return [];
    /** @param {string} naam */
    const zelfde = (naam) => woorden(naam).join(" ") === gezocht.join(" ");
    const opNaam = opties.flatMap((optie) => {
      const precies = optie.namen.find(zelfde);
      const naam = precies ?? optie.namen.find((naam) => past(naam, gezocht));
      return naam ? [{ optie, naam, precies: Boolean(precies) }] : [];
    });
    return opNaam.length ? opNaam : opties.filter((optie) => past(optie.uitleg, gezocht)).map((optie) => ({ optie, naam: "" }));
  }

  function toon() {
    if (!zoek) return [];
    const gevonden = zoekOp(zoek.value);
    const bezig = woorden(zoek.value).length > 0;
    for (const { plek, vak, label } of opties) {
      const raak = gevonden.find(({ optie }) => optie.plek === plek);
      plek.hidden = bezig && !raak && !vak.checked;
      plek.classList.toggle("rb-optie--gevonden", Boolean(raak));
      plek.querySelector(".rb-optie__ook")?.remove();
      if (raak?.naam && raak.naam !== label) {
        plek.querySelector("label")?.after(element("span", { className: "rb-optie__ook", textContent: `ook: ${raak.naam}` }));
      }
    }
    for (const groep of /** @type {NodeListOf<HTMLElement>} */ (houder.querySelectorAll(".rb-keuzegroep"))) groep.hidden = !groep.querySelector(".rb-optie:not([hidden])");
    niets.hidden = !bezig || gevonden.length > 0;
    niets.textContent = niets.hidden ? "" : `Niets gevonden met “${zoek.value.trim()}”. Probeer een ander woord.`;
    if (bezig) zeg(gevonden.length ? gevonden.map(({ optie }) => optie.label).join(", ") : niets.textContent);
    return gevonden;
  }

  zoek?.addEventListener("input", toon);
  zoek?.addEventListener("keydown", (toets) => {
    if (toets.key === "Escape" && zoek.value) {
      toets.preventDefault();
      zoek.value = "";
      toon();
    }
    if (toets.key !== "Enter") return;
    toets.preventDefault(); // it would send the form
    const gevonden = toon();
    const precies = gevonden.filter((een) => een.precies);
    const [gekozen, ...meer] = precies.length ? precies : gevonden;
    if (!gekozen || meer.length) return;
    const { optie } = gekozen;
    optie.vak.click();
    zoek.value = "";
    toon();
    zeg(`${optie.label} ${optie.vak.checked ? "gekozen" : "niet meer gekozen"}.`);
  });
  uitleg?.addEventListener("click", () => {
    const aan = houder.classList.toggle("rb-keuzeveld--uitleg");
    uitleg.setAttribute("aria-pressed", String(aan));
  });
  return {
    wis() {
      if (!zoek) return;
      zoek.value = "";
      toon();
    },
  };
}

/**
 * The stories of the site, to choose from by their title. `haal()` gives them: title by slug.
 * @param {HTMLElement} houder
 * @param {string} naam
 * @param {() => Promise<Readonly<Record<string, string>>>} haal
 * @param {(tekst: string) => void} zeg
 */
export function maakVerhalen(houder, naam, haal, zeg) {
  const zoek = /** @type {HTMLInputElement} */ (houder.querySelector("[data-zoek]"));
  const niets = /** @type {HTMLElement} */ (houder.querySelector(".rb-keuzeveld__niets"));
  const lijst = /** @type {Element} */ (houder.querySelector(".rb-opties"));
  /** @type {Readonly<Record<string, string>>} */
  let bekend = {};
  let beurt = 0;

  /**
   * @param {string} slug
   * @param {boolean} gekozen
   */
  function optie(slug, gekozen) {
    const id = `veld-${naam}-${slug}`;
    const vak = element("input", { type: "checkbox", id, name: naam, value: slug, checked: gekozen });
    return element("div", { className: "rb-optie" }, vak, element("label", { htmlFor: id, textContent: bekend[slug] ?? slug }));
  }

  function gekozen() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (lijst.querySelectorAll("input:checked"))].map((vak) => vak.value);
  }

  async function toon() {
    const nu = ++beurt;
    try {
      bekend = await haal();
    } catch {
      niets.hidden = false;
      niets.textContent = "De lijst met verhalen is nu niet te laden. Laat dit leeg; het kan later nog.";
      return;
    }
    if (nu !== beurt) return;
    const vast = gekozen().filter((slug) => Object.hasOwn(bekend, slug));
    const gezocht = woorden(zoek.value);
    const gevonden = gezocht.length
      ? Object.keys(bekend).filter((slug) => !vast.includes(slug) && past(bekend[slug], gezocht))
      : [];
    lijst.replaceChildren(...vast.map((slug) => optie(slug, true)), ...gevonden.slice(0, HOOGSTENS).map((slug) => optie(slug, false)));
    const meer = gevonden.length - HOOGSTENS;
    niets.hidden = !gezocht.length || (gevonden.length > 0 && meer <= 0);
    niets.textContent = meer > 0 ? `En nog ${meer}. Typ meer van de titel.` : `Geen titel gevonden met “${zoek.value.trim()}”.`;
    if (gezocht.length) zeg(gevonden.length ? `${gevonden.length} gevonden.` : niets.textContent);
  }

  zoek.addEventListener("input", toon);
  zoek.addEventListener("keydown", (toets) => {
    if (toets.key === "Enter") toets.preventDefault();
  });
  return {
    /**
     * Put back what was chosen; the titles follow.
     * @param {readonly string[]} slugs
     */
    zet(slugs) {
      lijst.replaceChildren(...slugs.filter((slug) => /^[a-z0-9-]+$/.test(slug)).map((slug) => optie(slug, true)));
      if (slugs.length) toon();
    },
    wis() {
      zoek.value = "";
      niets.hidden = true;
      lijst.replaceChildren();
    },
  };
}
