// A story, a werkvorm or a praktijkvoorbeeld on paper: to hand out, or as pages of the booklet.

import { ruimtesOf } from "../../glyph/script/glyph.js";
import { fill, template } from "../../script/fill.js";
import { qr } from "../../script/qr.js";
import { makeSteps } from "./steps.js";

const QUESTIONS = 3;
const NAMES = { verhaal: "Praktijkverhaal", werkvorm: "Werkvorm", voorbeeld: "Praktijkvoorbeeld" };
const READ = { verhaal: "Lees het hele verhaal", werkvorm: "Lees hoe je het doet", voorbeeld: "Lees het op de site" };
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
 * The questions that go with a text: its own, or else those of its ruimtes, each with the name of that. A werkvorm has
 * its steps.
 * @param {import("../../script/beside.js").Found} page
 * @param {Readonly<Record<string, import("../../../outputs/scripts.d.ts").RuimteVragen>>} all
 */
export function questionsOf(page, all) {
  if (page.soort === "werkvorm") return [];
  return page.gesprek.length ? page.gesprek.map((vraag) => ({ titel: "", vraag })) : questionsFor(ruimtesOf(page.glyph), all);
}

/**
 * The sheet. `page` is what the site says of it, or its title and address alone where there was no answer; `vragen` are
 * the questions, `notitie` is what the host wrote, `uitreiken` what is handed out to so many people.
 * @param {import("../../script/beside.js").Soort} soort
 * @param {import("../../script/beside.js").Found | { titel: string, address: string }} page
 * @param {{ vragen?: { titel: string, vraag: string }[], notitie?: string, uitreiken?: { wat: string, stuks: string }[], mensen?: number }} added
 */
export function makeSheet(soort, page, { vragen = [], notitie = "", uitreiken = [], mensen = 0 } = {}) {
  const there = "slug" in page ? page : null;
  const [steps, whole] = [document.createDocumentFragment(), document.createDocumentFragment()];
  if (there?.soort === "werkvorm") steps.append(...makeSteps(there.stappen));
  if (there?.soort === "voorbeeld") whole.append(...makeSteps(there.tekst));
  return fill(template("vel"), {
    soort: NAMES[soort],
    titel: page.titel,
    glyph: there?.glyph,
    samenvatting: there?.samenvatting,
    feiten: there && facts(there),
    tekst: whole.hasChildNodes() && whole,
    vragen,
    stappen: steps.hasChildNodes() && steps,
    uitreiken,
    mensen,
    notitie,
    qr: qr(there?.short ?? page.address, `QR-code naar ${page.titel}`),
    lees: READ[soort],
    adres: there ? spoken(there.short) : page.address,
    bron: there && source(there),
  });
}

/**
 * A whole story, on as many sides as it takes. `vragen` are its questions, `notitie` is what the host wrote.
 * @param {import("../../../outputs/scripts.d.ts").VerhaalGegevens & { short: string }} verhaal
 * @param {{ vragen: { titel: string, vraag: string }[], notitie?: string }} added
 */
export function makeWhole(verhaal, { vragen, notitie = "" }) {
  const tekst = document.createDocumentFragment();
  tekst.append(...makeSteps(verhaal.tekst, "h3"));
  return fill(template("heel"), {
    soort: NAMES.verhaal,
    titel: verhaal.titel,
    glyph: verhaal.glyph,
    samenvatting: verhaal.samenvatting,
    wie: [`${short([...verhaal.wie, verhaal.plaats])}.`, verhaal.speelde].filter(Boolean).join(" "),
    tekst,
    vragen,
    notitie,
    qr: qr(verhaal.short, `QR-code naar ${verhaal.titel}`),
    lees: "Lees het op de site",
    adres: spoken(verhaal.short),
    bron: source(verhaal),
  });
}

/**
 * A short address as somebody types it, or says it: a host adds the slash at its end.
 * @param {string} address
 */
export function spoken(address) {
  return address.replace(/^https?:\/\//, "").replace(/\/$/, "");
}

/**
 * Its facts, and of a story when it happened.
 * @param {import("../../script/beside.js").Found} data
 */
function facts(data) {
  const found = data.feiten.map(({ label, waarden }) => ({ label, waarden: short(waarden.map((value) => value.label)) }));
  return data.soort === "verhaal" && data.speelde ? [...found, { label: "Wanneer", waarden: data.speelde }] : found;
}

/**
 * Where it comes from, and since when it is on the site.
 * @param {import("../../../outputs/scripts.d.ts").VerhaalGegevens | import("../../script/beside.js").Found} data
 */
function source(data) {
  const since = data.soort === "werkvorm" ? "" : ` Op deze site sinds ${data.datum.tekst}.`;
  return `Bron: ${data.bron}${since}`;
}

/**
 * The values of a fact, so many as fit in two lines.
 * @param {string[]} values
 */
export function short(values) {
  /** @type {string[]} */
  const first = [];
  for (const value of values) {
    if (first.length && [...first, value].join(", ").length > LINES) return `${first.join(", ")} en nog ${values.length - first.length}`;
    first.push(value);
  }
  return first.join(", ");
}
