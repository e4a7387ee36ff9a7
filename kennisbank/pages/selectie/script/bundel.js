// A selection as a bundel to propose: the file for the forge, with what is still to be written marked for the check.

import { ruimtesOf } from "../../../parts/glyph/script/glyph.js";
import { addressOf } from "../../schrijven/script/text.js";
import { open, taken } from "../../schrijven/script/propose.js";
import { file } from "../../schrijven/script/yaml.js";
import { text } from "../../../parts/bewaren/script/kept.js";
import { questionsFor } from "../../../parts/vel/script/sheet.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {import("../../../outputs/scripts.d.ts").SelectieGegevens} SelectieGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").VerhaalGegevens} VerhaalGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").WerkvormGegevens} WerkvormGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").VoorbeeldGegevens} VoorbeeldGegevens */
/** @typedef {VerhaalGegevens | WerkvormGegevens | VoorbeeldGegevens} Page */

const RUIMTES = 3;
const NAMELESS = "nieuwe-bundel";

/**
 * The ruimtes that most of these stories have.
 * @param {readonly Page[]} pages
 */
function mostOften(pages) {
  /** @type {Map<string, number>} */
  const count = new Map();
  for (const ruimte of pages.flatMap(({ glyph }) => ruimtesOf(glyph))) count.set(ruimte, (count.get(ruimte) ?? 0) + 1);
  return [...count.keys()].sort((one, other) => (count.get(other) ?? 0) - (count.get(one) ?? 0)).slice(0, RUIMTES);
}

/**
 * The file: `{ name, text }`. `chosen` are pairs of an item and its page, `filledIn` is what the form has.
 * @param {SelectieGegevens} selectieGegevens
 * @param {readonly (readonly [Item, Page])[]} chosen
 * @param {Record<string, unknown>} filledIn
 */
export function makeBundel({ velden, delen, ruimtes: all }, chosen, filledIn) {
  /** @param {import("../../../parts/bewaren/script/kept.js").Soort} soort */
  const from = (soort) => chosen.filter(([item]) => item.soort === soort);
  const ruimtes = mostOften(from("verhaal").map(([, page]) => page));
  /** @param {unknown} value */
  const line = (value) => text(value, 1000).replace(/\s+/g, " ").trim();
  const values = {
    title: line(filledIn.title),
    samenvatting: line(filledIn.samenvatting),
    bron: line(filledIn.bron),
    verhalen: from("verhaal").map(([{ slug }]) => slug),
    werkvormen: from("werkvorm").map(([{ slug }]) => slug),
    voorbeelden: from("voorbeeld").map(([{ slug }]) => slug),
    ruimtes,
    vragen: questionsFor(ruimtes, all).map(({ vraag }) => vraag),
  };
  const described = Object.fromEntries(velden.filter(([name]) => name in values));
  const vragen = Object.fromEntries(delen.map(({ naam, vragen }) => [naam, vragen.join("\n")]));
  const verhalen = from("verhaal").map(([item, page]) => `[${page.titel.replace(/[\\[\]]/g, "\\$&")}](/stories/${item.slug}.md)${item.notitie ? `: ${plainMarkup(line(item.notitie))}` : ""}`);
  const [first] = delen;
  const texts = { ...vragen, [first.naam]: [...verhalen, vragen[first.naam]].join("\n\n") };
  const headings = Object.fromEntries(delen.map(({ naam, kop }) => [naam, kop]));
  return { naam: `${addressOf(values.title, NAMELESS)}.md`, text: file(described, values, headings, texts) };
}

/**
 * A note is a sentence, whatever signs are in it.
 * @param {string} sentence
 */
function plainMarkup(sentence) {
  return sentence.replace(/[\\`*_[\]<>#{}|~]/g, "\\$&");
}

/**
 * Open the forge with the file in it; tells whether that could be: a long file does not fit in an address.
 * @param {import("../../schrijven/script/propose.js").Spot} spot
 * @param {{ naam: string, text: string }} file
 */
export function propose(spot, { naam, text: content }) {
  const { address, whole } = taken(spot, naam, [content]);
  if (!whole) return false;
  open(address);
  return true;
}
