// What was found, on the page.

import { fragment, kop } from "./excerpt.js";

/** Fill an element with texts, of which some are marked. */
function vul(element, stukken) {
  element.replaceChildren(
    ...stukken.map(({ tekst, raak }) => {
      if (!raak) return document.createTextNode(tekst);
      const merk = document.createElement("mark");
      merk.textContent = tekst;
      return merk;
    }),
  );
}

function opsomming(namen) {
  return namen.length < 2 ? namen.join("") : `${namen.slice(0, -1).join(", ")} en ${namen.at(-1)}`;
}

/**
 * Make the card of a story from a template. `waarden(facet)` gives the values of the story, `label(facet, waarde)` how
 * one is called.
 */
export function verhaal(sjabloon, wortel, gegevens, { delen, waarden, label }) {
  const kaart = sjabloon.content.cloneNode(true).firstElementChild;
  const link = kaart.querySelector("a");
  link.href = wortel + gegevens.url;
  vul(link, kop(gegevens.titel, delen));
  const cellen = waarden("ruimte");
  const namen = [];
  for (const cel of kaart.querySelectorAll("[data-ruimte]")) {
    if (!cellen.includes(cel.dataset.ruimte)) continue;
    cel.classList.replace("leeg", "vol");
    namen.push(cel.dataset.naam);
  }
  kaart.querySelector("svg").setAttribute("aria-label", `${namen.length === 1 ? "Ruimte" : "Ruimtes"}: ${opsomming(namen)}`);
  // Of a region and its province, the first is the region.
  const regio = waarden("regio")[0];
  vul(kaart.querySelector(".rb-kaart__waar"), kop(`${gegevens.label}, ${label("regio", regio)}`, delen));
  const { stukken, gemist } = fragment(gegevens, delen);
  vul(kaart.querySelector(".rb-vondst__tekst"), stukken);
  const reden = kaart.querySelector(".rb-reden");
  if (gemist.length) {
    reden.textContent = gemist.map((deel) => `Bij “${deel.tekst}” hoort: ${opsomming(eigen(deel, waarden))}.`).join(" ");
  } else reden.remove();
  const labels = ["schooltype", "partnertype"].flatMap((facet) => waarden(facet).map((waarde) => label(facet, waarde)));
  kaart.querySelector(".rb-labels").replaceChildren(
    ...labels.map((tekst) => Object.assign(document.createElement("li"), { textContent: tekst })),
  );
  return kaart;
}

/** The labels of the values that a part of the search stands for and that the story has. */
function eigen(deel, waarden) {
  return deel.waarden.filter(([facet, waarde]) => waarden(facet).includes(waarde)).map(([, , label]) => label);
}

/** Make the row of another page. */
export function elders(sjabloon, wortel, gegevens, delen) {
  const regel = sjabloon.content.cloneNode(true).firstElementChild;
  const link = regel.querySelector("a");
  regel.querySelector("span").textContent = gegevens.label;
  link.href = wortel + gegevens.url;
  vul(link, kop(gegevens.titel, delen));
  vul(regel.querySelector("p"), fragment(gegevens, delen).stukken);
  return regel;
}
