// The choices: the list of links, which works without a script, becomes a list of boxes to tick.

import { gewisseld } from "./state.js";

const verhalen = (aantal) => (aantal === 1 ? "1 verhaal" : `${aantal} verhalen`);

export class Formulier {
  /** `wissel(facet, waarde)` is called when a box is ticked, `open(facet)` when a facet is folded open. */
  constructor(plek, sjabloon, wissel, open) {
    this.facetten = new Map();
    this.terug = [];
    for (const facet of plek.querySelectorAll("[data-facet]")) {
      const naam = facet.dataset.facet;
      const waarden = new Map();
      for (const regel of facet.querySelectorAll("[data-waarde]")) {
        waarden.set(regel.dataset.waarde, this.#vak(regel, naam, sjabloon, wissel));
      }
      for (const lijst of facet.querySelectorAll("ul")) lijst.setAttribute("role", "group");
      const titel = facet.querySelector("h3").textContent;
      this.facetten.set(naam, { facet, titel, waarden, gekozen: facet.querySelector(".rb-facet__gekozen") });
      facet.addEventListener("toggle", () => facet.open && open(naam));
    }
  }

  #vak(regel, naam, sjabloon, wissel) {
    const link = regel.querySelector("a");
    const aantal = regel.querySelector(".rb-aantal");
    const keus = sjabloon.content.cloneNode(true).firstElementChild;
    const vak = keus.querySelector("input");
    const tekst = keus.querySelector(".rb-keus__naam");
    vak.name = naam;
    vak.value = regel.dataset.waarde;
    tekst.textContent = link.textContent;
    tekst.className += ` ${link.className}`;
    this.terug.push(() => regel.replaceChildren(link, " ", aantal));
    regel.setAttribute("role", "none");
    keus.append(" ", aantal);
    regel.replaceChildren(keus);
    vak.addEventListener("change", () => wissel(naam, vak.value));
    return { vak, aantal, regel, label: link.textContent };
  }

  /** Make links of the boxes again: what is shown when searching fails. */
  herstel() {
    for (const doe of this.terug) doe();
  }

  kent(naam, waarde) {
    return this.facetten.get(naam)?.waarden.has(waarde) ?? false;
  }

  label(naam, waarde) {
    return this.facetten.get(naam)?.waarden.get(waarde)?.label ?? "";
  }

  titel(naam) {
    return this.facetten.get(naam)?.titel ?? "";
  }

  /** The names of the facets that are folded open. */
  get open() {
    return [...this.facetten].filter(([, { facet }]) => facet.open).map(([naam]) => naam);
  }

  /** Fold a facet open in which something is chosen, so that it can be seen. */
  toonGekozen(staat) {
    for (const naam of Object.keys(staat.keuzes)) this.facetten.get(naam).facet.open = true;
  }

  /** Show what is chosen, and how many stories each value has. */
  toon(staat, aantallen) {
    for (const [naam, { waarden, gekozen }] of this.facetten) {
      const keuzes = staat.keuzes[naam] ?? [];
      gekozen.textContent = keuzes.length ? `${keuzes.length} gekozen` : "";
      for (const [waarde, { vak, aantal, regel }] of waarden) {
        vak.checked = keuzes.includes(waarde);
        if (!aantallen[naam]) continue;
        const getal = aantallen[naam][waarde] ?? 0;
        vak.disabled = getal === 0 && !vak.checked;
        regel.classList.toggle("rb-keus--leeg", vak.disabled);
        aantal.firstChild.textContent = String(getal);
        aantal.lastChild.textContent = getal === 1 ? " verhaal" : " verhalen";
      }
    }
  }

  /** Show a button for everything that is chosen; `ga(staat)` is called with the search without it. */
  toonChips(plek, sjabloon, staat, ga) {
    const chips = [];
    if (staat.tekst.trim()) chips.push([`“${staat.tekst.trim()}”`, { ...staat, tekst: "" }]);
    for (const [naam, { titel, waarden }] of this.facetten) {
      for (const [waarde, { label }] of waarden) {
        if (staat.keuzes[naam]?.includes(waarde)) chips.push([`${titel}: ${label}`, gewisseld(staat, naam, waarde)]);
      }
    }
    const knoppen = chips.map(([tekst, anders]) => chip(sjabloon, tekst, `Haal weg: ${tekst}`, () => ga(anders)));
    if (chips.length > 1) {
      knoppen.push(chip(sjabloon, "Alles wissen", "Alles wissen", () => ga({ ...staat, tekst: "", keuzes: {} })));
      knoppen.at(-1).querySelector("button").classList.add("rb-chip--alles");
    }
    plek.replaceChildren(...knoppen);
    plek.hidden = !knoppen.length;
  }
}

function chip(sjabloon, tekst, naam, doe) {
  const regel = sjabloon.content.cloneNode(true).firstElementChild;
  const knop = regel.querySelector("button");
  knop.querySelector("span").textContent = tekst;
  knop.setAttribute("aria-label", naam);
  knop.addEventListener("click", doe);
  return regel;
}

export { verhalen };
