// One side of paper about a story or a werkvorm: to hand out, or as a page of the booklet.

import { maak } from "../gedeeld/maak.js";
import { qr } from "../gedeeld/qr.js";

const VRAGEN = 3;
const REGELS = 170; // characters of one fact: two lines of paper

/** Three questions for these ruimtes: the first of each, then the second of each, and so on. */
export function vragenBij(ruimtes, alle) {
  const eigen = ruimtes.filter((ruimte) => Object.hasOwn(alle, ruimte)).map((ruimte) => alle[ruimte]);
  const rondes = Math.max(0, ...eigen.map(({ vragen }) => vragen.length));
  const opRij = Array.from({ length: rondes }, (_, ronde) => eigen.flatMap(({ titel, vragen }) => (vragen[ronde] ? [{ titel, vraag: vragen[ronde] }] : [])));
  return opRij.flat().slice(0, VRAGEN);
}

/** The sheet. `pagina` is what was read of it, `vragen` the questions, `notitie` what the host wrote. */
export function maakVel(soort, pagina, { vragen = [], notitie = "" } = {}) {
  const verhaal = soort === "verhaal";
  const code = qr(pagina.adres, `QR-code naar ${pagina.titel}`);
  const glyph = pagina.glyph ? document.importNode(pagina.glyph, true) : null;
  return maak("article", { class: "rb-vel" },
    maak("header", { class: "rb-vel__kop" },
      maak("div", {},
        maak("p", { class: "rb-soort" }, verhaal ? "Praktijkverhaal" : "Werkvorm"),
        maak("h2", {}, pagina.titel)),
      glyph),
    maak("p", { class: "rb-vel__intro" }, pagina.intro),
    maak("dl", { class: "rb-vel__feiten" }, pagina.feiten.map(({ naam, waarden }) => maak("div", {}, maak("dt", {}, naam), maak("dd", {}, kort(waarden))))),
    vragen.length > 0 && maak("section", { class: "rb-vel__vragen" },
      maak("h3", {}, "Om samen te bespreken"),
      maak("ol", {}, vragen.map(({ titel, vraag }) => maak("li", {}, vraag, " ", maak("span", { class: "rb-vel__ruimte" }, titel))))),
    pagina.stappen?.length > 0 && maak("section", { class: "rb-vel__stappen" }, maak("h3", {}, "Stappen"), pagina.stappen.map((deel) => deel.cloneNode(true))),
    notitie && maak("section", { class: "rb-vel__notitie" }, maak("h3", {}, "Notitie"), maak("p", {}, notitie)),
    maak("div", { class: "rb-vel__ruim" }, maak("p", {}, "Aantekeningen")),
    maak("footer", { class: "rb-vel__voet" },
      code,
      maak("div", {},
        maak("p", {}, maak("strong", {}, verhaal ? "Lees het hele verhaal" : "Lees hoe je het doet"), maak("br"), pagina.adres),
        maak("p", { class: "rb-vel__bron" }, pagina.bron))));
}

/** The values of a fact, so many as fit in two lines. */
function kort(waarden) {
  const eerste = [];
  for (const waarde of waarden) {
    if (eerste.length && [...eerste, waarde].join(", ").length > REGELS) return `${eerste.join(", ")} en nog ${waarden.length - eerste.length}`;
    eerste.push(waarde);
  }
  return eerste.join(", ");
}
