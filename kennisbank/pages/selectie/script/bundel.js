// A selection as a bundel to propose: the file for the forge, with what is still to be written marked for the check.

import { ruimtesVan } from "../../../parts/glyph/script/glyph.js";
import { adresVan } from "../../schrijven/script/text.js";
import { adresVoor, download, open } from "../../schrijven/script/propose.js";
import { bestand } from "../../schrijven/script/yaml.js";
import { tekst } from "../../../parts/bewaren/script/kept.js";
import { vragenBij } from "../../../parts/vel/script/sheet.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {import("../../../outputs/scripts.d.ts").SelectieGegevens} SelectieGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").VerhaalGegevens} VerhaalGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").WerkvormGegevens} WerkvormGegevens */
/** @typedef {VerhaalGegevens | WerkvormGegevens} Pagina */

const RUIMTES = 3;
const NAAMLOOS = "nieuwe-bundel";

/**
 * The ruimtes that most of these stories have.
 * @param {readonly Pagina[]} paginas
 */
function vaakst(paginas) {
  /** @type {Map<string, number>} */
  const aantal = new Map();
  for (const ruimte of paginas.flatMap(({ glyph }) => ruimtesVan(glyph))) aantal.set(ruimte, (aantal.get(ruimte) ?? 0) + 1);
  return [...aantal.keys()].sort((een, ander) => (aantal.get(ander) ?? 0) - (aantal.get(een) ?? 0)).slice(0, RUIMTES);
}

/**
 * The file: `{ naam, tekst }`. `gekozen` are pairs of an item and its page, `ingevuld` is what the form has.
 * @param {SelectieGegevens} selectieGegevens
 * @param {readonly (readonly [Item, Pagina])[]} gekozen
 * @param {Record<string, unknown>} ingevuld
 */
export function maakBundel({ velden, delen, ruimtes: alle }, gekozen, ingevuld) {
  /** @param {import("../../../parts/bewaren/script/kept.js").Soort} soort */
  const van = (soort) => gekozen.filter(([item]) => item.soort === soort);
  const ruimtes = vaakst(van("verhaal").map(([, pagina]) => pagina));
  /** @param {unknown} waarde */
  const regel = (waarde) => tekst(waarde, 1000).replace(/\s+/g, " ").trim();
  const waarden = {
    title: regel(ingevuld.title),
    samenvatting: regel(ingevuld.samenvatting),
    bron: regel(ingevuld.bron),
    verhalen: van("verhaal").map(([{ slug }]) => slug),
    werkvormen: van("werkvorm").map(([{ slug }]) => slug),
    ruimtes,
    vragen: vragenBij(ruimtes, alle).map(({ vraag }) => vraag),
  };
  const beschreven = Object.fromEntries(velden.filter(([naam]) => naam in waarden));
  const vragen = Object.fromEntries(delen.map(({ naam, vragen }) => [naam, vragen.join("\n")]));
  const verhalen = van("verhaal").map(([item, pagina]) => `[${pagina.titel.replace(/[\\[\]]/g, "\\$&")}](/stories/${item.slug}.md)${item.notitie ? `: ${opmaakloos(regel(item.notitie))}` : ""}`);
  const [eerste] = delen;
  const teksten = { ...vragen, [eerste.naam]: [...verhalen, vragen[eerste.naam]].join("\n\n") };
  const koppen = Object.fromEntries(delen.map(({ naam, kop }) => [naam, kop]));
  return { naam: `${adresVan(waarden.title, NAAMLOOS)}.md`, tekst: bestand(beschreven, waarden, koppen, teksten) };
}

/**
 * A note is a sentence, whatever signs are in it.
 * @param {string} zin
 */
function opmaakloos(zin) {
  return zin.replace(/[\\`*_[\]<>#{}|~]/g, "\\$&");
}

/**
 * Open the forge with the file in it; tells whether that could be: a long file does not fit in an address.
 * @param {{ nieuw: string, langste: string }} plek
 * @param {{ naam: string, tekst: string }} bestand
 */
export function stelVoor({ nieuw, langste }, { naam, tekst: inhoud }) {
  const adres = adresVoor(nieuw, naam, inhoud);
  if (adres.length > Number(langste)) return false;
  open(adres);
  return true;
}

export { download };
