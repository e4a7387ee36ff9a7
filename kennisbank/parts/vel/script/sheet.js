// One side of paper about a story or a werkvorm: to hand out, or as a page of the booklet.

import { fill, template } from "../../script/fill.js";
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
  const there = "slug" in page ? page : null;
  const steps = document.createDocumentFragment();
  if (there?.soort === "werkvorm") steps.append(...makeSteps(there.stappen));
  return fill(template("vel"), {
    soort: verhaal ? "Praktijkverhaal" : "Werkvorm",
    titel: page.titel,
    glyph: there?.glyph,
    samenvatting: there?.samenvatting,
    feiten: there?.feiten.map(({ label, waarden }) => ({ label, waarden: short(waarden.map((value) => value.label)) })),
    vragen,
    stappen: steps.hasChildNodes() && steps,
    notitie,
    qr: qr(page.address, `QR-code naar ${page.titel}`),
    lees: verhaal ? "Lees het hele verhaal" : "Lees hoe je het doet",
    adres: page.address,
    bron: there && source(there),
  });
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
