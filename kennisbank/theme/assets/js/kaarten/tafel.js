// The cards as they are in the page: which lie on the table, in what order, which way up and with what question.

import { aantalVragen } from "./stand.js";

export class Tafel {
  /** `deel` holds the cards as they are without a script: each with all questions of every function. */
  constructor(deel) {
    this.lijst = deel.querySelector(".rb-tafel");
    this.leeg = deel.querySelector(".rb-speel__leeg");
    this.apart = deel.querySelector(".rb-apart");
    this.kaarten = new Map([...this.lijst.children].map((kaart) => [kaart.dataset.kaart, kaart]));
    this.spel = {
      functies: groepen(this.lijst.firstElementChild).map((groep) => groep.dataset.functie),
      kaarten: new Map([...this.kaarten].map(([slug, kaart]) => [slug, new Map(groepen(kaart).map((groep) => [groep.dataset.functie, vragen(groep).length]))])),
    };
    deel.classList.add("rb-speel--werkt");
    for (const verborgen of this.lijst.querySelectorAll(".rb-speelkaart__knoppen, .rb-speelkaart__eigen")) verborgen.hidden = false;
  }

  toon(stand) {
    this.stand = stand;
    const opTafel = stand.tafel.map(({ slug }) => this.kaarten.get(slug));
    // Moving what has the focus would take it away.
    opTafel.forEach((kaart, plaats) => {
      if (this.lijst.children[plaats] !== kaart) this.lijst.insertBefore(kaart, this.lijst.children[plaats] ?? null);
    });
    for (const kaart of this.kaarten.values()) kaart.hidden = !opTafel.includes(kaart);
    stand.tafel.forEach((kaart, plaats) => this.#toonKaart(kaart, plaats + 1));
    this.leeg.hidden = stand.tafel.length > 0;
    this.apart.hidden = !stand.apart.length;
    this.apart.querySelector("ul").replaceChildren(...stand.apart.map((kaart) => this.#terug(kaart)));
  }

  #toonKaart({ slug, vraag, dicht }, plaats) {
    const kaart = this.kaarten.get(slug);
    kaart.classList.toggle("rb-speelkaart--dicht", dicht);
    kaart.querySelector(".rb-speelkaart__voor").hidden = dicht;
    kaart.querySelector(".rb-speelkaart__knoppen").hidden = dicht;
    const achter = kaart.querySelector(".rb-speelkaart__achter");
    achter.hidden = !dicht;
    achter.querySelector("span").textContent = `Draai kaart ${plaats} om`;
    for (const groep of groepen(kaart)) {
      groep.hidden = groep.dataset.functie !== this.stand.functie;
      vragen(groep).forEach((rij, nummer) => (rij.hidden = nummer + 1 !== vraag));
    }
    const meer = aantalVragen(this.spel, slug, this.stand.functie) > 1;
    kaart.querySelector("[data-doe=vraag]").hidden = !meer;
  }

  #terug({ slug }) {
    const rij = document.createElement("li");
    rij.dataset.kaart = slug;
    const knop = document.createElement("button");
    knop.type = "button";
    knop.className = "rb-speel__knop";
    knop.dataset.doe = "terug";
    knop.textContent = `Leg terug: ${this.kaart(slug).naam}`;
    rij.append(knop);
    return rij;
  }

  /** What stands on a card now. */
  kaart(slug) {
    const kaart = this.kaarten.get(slug);
    const { vraag = 1, dicht = false } = [...this.stand.tafel, ...this.stand.apart].find((andere) => andere.slug === slug) ?? {};
    const [groep] = groepen(kaart).filter((andere) => andere.dataset.functie === this.stand.functie);
    return {
      slug,
      dicht,
      naam: kaart.querySelector(".rb-speelkaart__naam").textContent,
      zin: kaart.querySelector(".rb-speelkaart__zin").textContent,
      nummer: vraag,
      vraag: vragen(groep)[vraag - 1]?.textContent ?? "",
      beeld: kaart.querySelector(".rb-glyph"),
    };
  }

  isLeeg(slug) {
    return this.kaarten.get(slug).querySelector("textarea") !== null;
  }

  /** Give the focus to a button of a card; a card that lies face down has one only. */
  richt(slug, doe) {
    const kaart = this.kaarten.get(slug);
    const dicht = kaart.classList.contains("rb-speelkaart--dicht");
    kaart.querySelector(dicht ? ".rb-speelkaart__achter" : `.rb-speelkaart__knoppen [data-doe=${doe}]`).focus();
  }

  laatZien(slug) {
    const kaart = this.kaarten.get(slug);
    kaart.classList.remove("rb-speelkaart--nieuw");
    kaart.scrollIntoView({ block: "nearest" });
    kaart.classList.add("rb-speelkaart--nieuw");
  }
}

function groepen(kaart) {
  return [...kaart.querySelectorAll("[data-functie]")];
}

function vragen(groep) {
  return [...groep.querySelectorAll("li")];
}
