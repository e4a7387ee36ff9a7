// A selection as a bundel to propose: the file for the forge, with what is still to be written marked for the check.

import { ruimtesVan } from "../gedeeld/glyph.js";
import { adresVan } from "../schrijven/tekst.js";
import { adresVoor, download, open } from "../schrijven/voorstellen.js";
import { bestand } from "../schrijven/yaml.js";
import { tekst } from "../gedeeld/opslag.js";
import { vragenBij } from "./vel.js";

const RUIMTES = 3;
const NAAMLOOS = "nieuwe-bundel";

/** The ruimtes that most of these stories have. */
function vaakst(paginas) {
  const aantal = new Map();
  for (const ruimte of paginas.flatMap(({ glyph }) => ruimtesVan(glyph))) aantal.set(ruimte, (aantal.get(ruimte) ?? 0) + 1);
  return [...aantal.keys()].sort((een, ander) => aantal.get(ander) - aantal.get(een)).slice(0, RUIMTES);
}

/** The file: `{ naam, tekst }`. `gekozen` are pairs of an item and its page, `ingevuld` is what the form has. */
export function maakBundel({ velden, delen, ruimtes: alle }, gekozen, ingevuld) {
  const van = (soort) => gekozen.filter(([item]) => item.soort === soort);
  const ruimtes = vaakst(van("verhaal").map(([, pagina]) => pagina));
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

/** A note is a sentence, whatever signs are in it. */
function opmaakloos(zin) {
  return zin.replace(/[\\`*_[\]<>#{}|~]/g, "\\$&");
}

/** Open the forge with the file in it; tells whether that could be: a long file does not fit in an address. */
export function stelVoor({ nieuw, langste }, { naam, tekst: inhoud }) {
  const adres = adresVoor(nieuw, naam, inhoud);
  if (adres.length > Number(langste)) return false;
  open(adres);
  return true;
}

export { download };
