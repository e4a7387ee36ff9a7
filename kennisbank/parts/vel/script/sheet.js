// One side of paper about a story or a werkvorm: to hand out, or as a page of the booklet.

import { makeGlyph } from "../../glyph/script/glyph.js";
import { make } from "../../script/elements.js";
import { qr } from "../../script/qr.js";
import { makeSteps } from "./steps.js";

const QUESTIONS = 3;
const LINES = 170; // characters of one fact: two lines of paper

/**
 * Three questions for these ruimtes: the first of each, then the second of each, and so on.
 * @param {readonly string[]} ruimtes
 * @param {Readonly<Record<string, import("../../../outputs/scripts.d.ts").RuimteVragen>>} all
 */
export function questionsFor(ruimtes, all) {
  const own = ruimtes.filter((ruimte) => Object.hasOwn(all, ruimte)).map((ruimte) => all[ruimte]);
  const rounds = Math.max(0, ...own.map(({ vragen }) => vragen.length));
  const inRow = Array.from({ length: rounds }, (_, round) => own.flatMap(({ titel, vragen }) => (vragen[round] ? [{ titel, vraag: vragen[round] }] : [])));
  return inRow.flat().slice(0, QUESTIONS);
}

/**
 * The sheet. `page` is what the site says of it, or its title and address alone where there was no answer; `vragen` are
 * the questions, `notitie` is what the host wrote.
 * @param {import("../../script/beside.js").Soort} soort
 * @param {import("../../script/beside.js").Found | { titel: string, address: string }} page
 * @param {{ vragen?: { titel: string, vraag: string }[], notitie?: string }} added
 */
export function makeSheet(soort, page, { vragen = [], notitie = "" } = {}) {
  const verhaal = soort === "verhaal";
  const code = qr(page.address, `QR-code naar ${page.titel}`);
  const there = "slug" in page ? page : null;
  const steps = there?.soort === "werkvorm" ? makeSteps(there.stappen) : [];
  return make("article", { class: "rb-vel" },
    make("header", { class: "rb-vel__kop" },
      make("div", {},
        make("p", { class: "rb-soort" }, verhaal ? "Praktijkverhaal" : "Werkvorm"),
        make("h2", {}, page.titel)),
      there && makeGlyph(there.glyph)),
    make("p", { class: "rb-vel__intro" }, there?.samenvatting),
    make("dl", { class: "rb-vel__feiten" }, there?.feiten.map(({ label, waarden }) =>
      make("div", {}, make("dt", {}, label), make("dd", {}, short(waarden.map((value) => value.label)))))),
    vragen.length > 0 && make("section", { class: "rb-vel__vragen" },
      make("h3", {}, "Om samen te bespreken"),
      make("ol", {}, vragen.map(({ titel, vraag }) => make("li", {}, vraag, " ", make("span", { class: "rb-vel__ruimte" }, titel))))),
    steps.length > 0 && make("section", { class: "rb-vel__stappen" }, make("h3", {}, "Stappen"), steps),
    notitie && make("section", { class: "rb-vel__notitie" }, make("h3", {}, "Notitie"), make("p", {}, notitie)),
    make("div", { class: "rb-vel__ruim" }, make("p", {}, "Aantekeningen")),
    make("footer", { class: "rb-vel__voet" },
      code,
      make("div", {},
        make("p", {}, make("strong", {}, verhaal ? "Lees het hele verhaal" : "Lees hoe je het doet"), make("br"), page.address),
        make("p", { class: "rb-vel__bron" }, there && source(there)))));
}

/**
 * Where it comes from, and since when it is on the site.
 * @param {import("../../script/beside.js").Found} data
 */
function source(data) {
  const since = data.soort === "verhaal" ? ` Op deze site sinds ${data.datum.tekst}.` : "";
  return `Bron: ${data.bron}${since}`;
}

/**
 * The values of a fact, so many as fit in two lines.
 * @param {string[]} values
 */
function short(values) {
  /** @type {string[]} */
  const first = [];
  for (const value of values) {
    if (first.length && [...first, value].join(", ").length > LINES) return `${first.join(", ")} en nog ${values.length - first.length}`;
    first.push(value);
  }
  return first.join(", ");
}
