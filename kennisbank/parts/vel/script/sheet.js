// One side of paper about a story or a werkvorm: to hand out, or as a page of the booklet.

import { maakGlyph } from "../../glyph/script/glyph.js";
import { maak } from "../../script/elements.js";
import { qr } from "../../script/qr.js";
import { maakStappen } from "./steps.js";

const VRAGEN = 3;
const REGELS = 170; // characters of one fact: two lines of paper

/**
 * Three questions for these ruimtes: the first of each, then the second of each, and so on.
 * @param {readonly string[]} ruimtes
 * @param {Readonly<Record<string, import("../../../outputs/scripts.d.ts").RuimteVragen>>} alle
 */
export function vragenBij(ruimtes, alle) {
  const eigen = ruimtes.filter((ruimte) => Object.hasOwn(alle, ruimte)).map((ruimte) => alle[ruimte]);
  const rondes = Math.max(0, ...eigen.map(({ vragen }) => vragen.length));
  const opRij = Array.from({ length: rondes }, (_, ronde) => eigen.flatMap(({ titel, vragen }) => (vragen[ronde] ? [{ titel, vraag: vragen[ronde] }] : [])));
  return opRij.flat().slice(0, VRAGEN);
}

/**
 * The sheet. `pagina` is what the site says of it, or its title and address alone where there was no answer; `vragen` are
 * the questions, `notitie` is what the host wrote.
 * @param {import("../../script/beside.js").Soort} soort
 * @param {import("../../script/beside.js").Gevonden | { titel: string, adres: string }} pagina
 * @param {{ vragen?: { titel: string, vraag: string }[], notitie?: string }} erbij
 */
export function maakVel(soort, pagina, { vragen = [], notitie = "" } = {}) {
  const verhaal = soort === "verhaal";
  const code = qr(pagina.adres, `QR-code naar ${pagina.titel}`);
  const er = "slug" in pagina ? pagina : null;
  const stappen = er?.soort === "werkvorm" ? maakStappen(er.stappen) : [];
  return maak("article", { class: "rb-vel" },
    maak("header", { class: "rb-vel__kop" },
      maak("div", {},
        maak("p", { class: "rb-soort" }, verhaal ? "Praktijkverhaal" : "Werkvorm"),
        maak("h2", {}, pagina.titel)),
      er && maakGlyph(er.glyph)),
    maak("p", { class: "rb-vel__intro" }, er?.samenvatting),
    maak("dl", { class: "rb-vel__feiten" }, er?.feiten.map(({ label, waarden }) =>
      maak("div", {}, maak("dt", {}, label), maak("dd", {}, kort(waarden.map((waarde) => waarde.label)))))),
    vragen.length > 0 && maak("section", { class: "rb-vel__vragen" },
      maak("h3", {}, "Om samen te bespreken"),
      maak("ol", {}, vragen.map(({ titel, vraag }) => maak("li", {}, vraag, " ", maak("span", { class: "rb-vel__ruimte" }, titel))))),
    stappen.length > 0 && maak("section", { class: "rb-vel__stappen" }, maak("h3", {}, "Stappen"), stappen),
    notitie && maak("section", { class: "rb-vel__notitie" }, maak("h3", {}, "Notitie"), maak("p", {}, notitie)),
    maak("div", { class: "rb-vel__ruim" }, maak("p", {}, "Aantekeningen")),
    maak("footer", { class: "rb-vel__voet" },
      code,
      maak("div", {},
        maak("p", {}, maak("strong", {}, verhaal ? "Lees het hele verhaal" : "Lees hoe je het doet"), maak("br"), pagina.adres),
        maak("p", { class: "rb-vel__bron" }, er && bron(er)))));
}

/**
 * Where it comes from, and since when it is on the site.
 * @param {import("../../script/beside.js").Gevonden} gegevens
 */
function bron(gegevens) {
  const sinds = gegevens.soort === "verhaal" ? ` Op deze site sinds ${gegevens.datum.tekst}.` : "";
  return `Bron: ${gegevens.bron}${sinds}`;
}

/**
 * The values of a fact, so many as fit in two lines.
 * @param {string[]} waarden
 */
function kort(waarden) {
  /** @type {string[]} */
  const eerste = [];
  for (const waarde of waarden) {
    if (eerste.length && [...eerste, waarde].join(", ").length > REGELS) return `${eerste.join(", ")} en nog ${waarden.length - eerste.length}`;
    eerste.push(waarde);
  }
  return eerste.join(", ");
}
