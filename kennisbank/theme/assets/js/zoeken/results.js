// What was found, on the page.

import { fragment, kop, opsomming, redenen } from "./excerpt.js";

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

/** Fill a line with sentences, or take it away where there are none. */
function zeg(regel, tekst) {
  if (tekst.length) regel.textContent = tekst.join(" ");
  else regel.remove();
}

/**
 * Make the card of a story from a template. `waarden(facet)` gives the values of the story, `label(facet, waarde)` how
 * one is called.
 */
export function verhaal(sjabloon, wortel, gegevens, { delen, waarden, label }) {
  const kaart = sjabloon.content.cloneNode(true).firstElementChild;
  const link = kaart.querySelector("a");
  link.href = wortel + gegevens.url;
  vul(link, kop(gegevens.titel, delen, gegevens));
  const cellen = waarden("ruimte");
  const namen = [];
  for (const cel of kaart.querySelectorAll("[data-ruimte]")) {
    if (!cellen.includes(cel.dataset.ruimte)) continue;
    cel.classList.replace("leeg", "vol");
    namen.push(cel.dataset.naam);
  }
  kaart.querySelector("svg").setAttribute("aria-label", namen.length ? `${namen.length === 1 ? "Ruimte" : "Ruimtes"}: ${opsomming(namen)}` : "Geen ruimte");
  // Of a region and its province, the first is the region.
  const regio = waarden("regio")[0];
  vul(kaart.querySelector(".rb-kaart__waar"), kop([gegevens.label, label("regio", regio)].filter(Boolean).join(", "), delen, gegevens));
  vul(kaart.querySelector(".rb-vondst__tekst"), fragment(gegevens, delen));
  zeg(kaart.querySelector(".rb-reden"), zinnen(redenen(gegevens, delen, (deel) => eigen(deel, waarden)), "Bij dit verhaal staat"));
  const labels = ["schooltype", "partnertype"].flatMap((facet) => waarden(facet).map((waarde) => label(facet, waarde)));
  kaart.querySelector(".rb-labels").replaceChildren(
    ...labels.map((tekst) => Object.assign(document.createElement("li"), { textContent: tekst })),
  );
  return kaart;
}

/** Say why a page was found, as `redenen` gives it: each name once, behind `intro`, and then what a word stands for. */
export function zinnen(gevonden, intro) {
  const namen = [...new Set(gevonden.flatMap((reden) => reden.namen))];
  const geduid = gevonden.filter(({ waarden }) => waarden.length);
  return [
    ...(namen.length ? [`${intro}: ${opsomming(namen)}.`] : []),
    ...geduid.map(({ deel, waarden }) => `Bij “${deel.tekst}” hoort: ${opsomming(waarden)}.`),
  ];
}

/** The labels of the values that a part of the search stands for and that the story has. */
function eigen(deel, waarden) {
  return deel.waarden.filter(([facet, waarde]) => waarden(facet).includes(waarde)).map(([, , label]) => label);
}

/** Make the row of another page. */
export function elders(sjabloon, wortel, gegevens, delen) {
  const regel = sjabloon.content.cloneNode(true).firstElementChild;
  const link = regel.querySelector("a");
  vul(regel.querySelector("span"), kop(gegevens.label, delen, gegevens));
  link.href = wortel + gegevens.url;
  vul(link, kop(gegevens.titel, delen, gegevens));
  vul(regel.querySelector("p"), fragment(gegevens, delen));
  zeg(regel.querySelector(".rb-reden"), zinnen(redenen(gegevens, delen), "Ook wel"));
  return regel;
}
