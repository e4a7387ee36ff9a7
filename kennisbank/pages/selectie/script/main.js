// "Mijn selectie": what was kept, or what an address shares, to put in order, to note, to share and to print.

import { eerder } from "../../../parts/script/address.js";
import { dagnaam, leesBestand } from "../../../parts/script/file.js";
import { adresVan, haal } from "../../../parts/script/beside.js";
import { ruimtesVan } from "../../../parts/glyph/script/glyph.js";
import { eigenKast } from "../../../parts/script/store.js";
import { APART, MEEST, NIET, SOORTEN, bijWijziging, gekeurd, lees, tekst, wijzig, zelfde } from "../../../parts/bewaren/script/kept.js";
import { maak } from "../../../parts/script/elements.js";
import { qr } from "../../../parts/script/qr.js";
import { lijsten, naarAdres, past, uitAdres } from "./address.js";
import { download, maakBundel, stelVoor } from "./bundel.js";
import { Lijst, naamVan, sleutel } from "./list.js";
import { SOORT, VERSIE, alsBestand, verslag, voegToe } from "./exchange.js";
import { ZINNEN, kies, laat, zetNotitie } from "./note.js";
import { Terug } from "./undo.js";
import { maakVel, vragenBij } from "../../../parts/vel/script/sheet.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {import("../../../parts/bewaren/script/kept.js").Selectie} Selectie */
/** @typedef {import("./list.js").Pagina} Pagina */
/** @typedef {import("../../../parts/script/beside.js").Antwoord} Antwoord */
/** @typedef {import("../../../parts/script/beside.js").Gevonden} Gevonden */

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} kiezer
 * @returns {T}
 */
const $ = (kiezer) => /** @type {T} */ (document.querySelector(kiezer));
const vak = $("#rb-selectie");
const wortel = new URL(`${vak.dataset.wortel}/`, location.href).href;
/** @type {import("../../../outputs/scripts.d.ts").SelectieGegevens} */
const gegevens = JSON.parse($("#rb-gegevens").textContent);
/** @type {HTMLInputElement} */
const naamVeld = $("#rb-naam");
/** @type {Map<string, Antwoord | { staat: "bezig", adres: string }>} */
const paginas = new Map(); // what the site says of each item, by its key
const doe = { verplaats, verwijder, noteer, kies: opNotitie(kies), laat: opNotitie(laat), verdwenen };
const lijst = Object.fromEntries(SOORTEN.map((soort) => [soort, new Lijst($(`#rb-lijst-${soort}`), doe)]));

const terug = new Terug($("#rb-terug"), { bewaar, zeg, focus: (item) => lijst[item.soort].focus(item, "verwijder") });

/** @type {Selectie | null} */
let gedeeld; // the selection of the address, or null: then the reader's own is shown
/** @type {Selectie} */
let staat; // what is shown
let zelfWeg = false; // it is this page that takes something out

start();

function start() {
  const gelezen = uitAdres(location.search, eerder());
  gedeeld = gelezen.gedeeld;
  meld(gelezen.meldingen);
  vak.hidden = false;
  vak.addEventListener("click", ({ target }) => {
    const knop = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("button[data-doe]"));
    if (knop) knoppen[knop.dataset.doe ?? ""](knop);
  });
  naamVeld.maxLength = MEEST.naam;
  naamVeld.addEventListener("input", () => {
    if (!gedeeld) {
      const fout = wijzig((nu) => (nu.naam = naamVeld.value));
      zegBij("#rb-naam-gezegd", fout && NIET[fout]);
    }
    staat.naam = naamVeld.value;
    toonDelen();
  });
  $("#rb-met-notities").addEventListener("change", toonDelen);
  $("#rb-bundel").addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    knoppen.voorstel(vak);
  });
  addEventListener("beforeprint", maakBoekje);
  $("#rb-inlezen").addEventListener("change", leesIn);
  bijWijziging(() => {
    if (gedeeld) return;
    for (const soort of SOORTEN) lijst[soort].bewaar();
    toon();
  });
  toon();
}

/** @type {Record<string, (knop: HTMLElement) => unknown>} */
const knoppen = {
  voegtoe: () => neemOver((nu) => nu.items.push(.../** @type {Selectie} */ (gedeeld).items.filter(({ soort, slug }) => !nu.items.some(zelfde(soort, slug))))),
  vervang: () => (lees().items.length === 0 ? neemOver(vervangDoor) : /** @type {HTMLDialogElement} */ ($("#rb-vervangen")).showModal()),
  eigen: () => naarEigen("Dit is je eigen selectie."),
  druk: () => print(),
  kopieer,
  wis: () => /** @type {HTMLDialogElement} */ ($("#rb-wissen")).showModal(),
  /** @param {HTMLElement} knop */
  nee: (knop) => knop.closest("dialog")?.close(),
  /** @param {HTMLElement} knop */
  wisja(knop) {
    knop.closest("dialog")?.close();
    zelfWeg = true;
    const gelukt = bewaar((nu) => Object.assign(nu, gekeurd(null)));
    zelfWeg = false;
    if (!gelukt) return;
    eigenKast.weg(APART);
    terug.bied([], "Je selectie is gewist.");
    $("#rb-leeg a").focus();
  },
  /** @param {HTMLElement} knop */
  vervangja(knop) {
    knop.closest("dialog")?.close();
    neemOver(vervangDoor);
  },
  terug: () => terug.zet(),
  bestand() {
    const naam = dagnaam(SOORT);
    download(naam, alsBestand(staat), "application/json");
    zegBij("#rb-bestand-gezegd", `Het bestand ${naam} is gedownload.`);
  },
  inlezen: () => $("#rb-inlezen").click(),
  voorstel() {
    const { nieuw, langste = "" } = $("#rb-bundel").dataset;
    if (!nieuw) return knoppen.download(vak); // there is no place to propose it
    const bundel = maakBundel(gegevens, gekozen(), ingevuld());
    if (stelVoor({ nieuw, langste }, bundel)) return zegBij("#rb-bundel-gezegd", "Je voorstel opent in een nieuw tabblad. Opende er niets? Download dan het bestand.");
    download(bundel.naam, bundel.tekst);
    zegBij("#rb-bundel-gezegd", "De bundel is te lang om in één klik mee te geven. Het bestand is gedownload: sleep het naar de map op de bewaarplaats.");
  },
  download() {
    const bundel = maakBundel(gegevens, gekozen(), ingevuld());
    download(bundel.naam, bundel.tekst);
    zegBij("#rb-bundel-gezegd", `${bundel.naam} is gedownload.`);
  },
};

/** @param {Selectie} nu */
function vervangDoor(nu) {
  Object.assign(nu, gedeeld);
}

/**
 * Make the shared selection one's own, and show that.
 * @param {(nu: Selectie) => void} hoe
 */
function neemOver(hoe) {
  const voor = lees().items.length;
  let over = 0;
  const gelukt = bewaar((nu) => {
    hoe(nu);
    // The titles are known by now; those of an address are not.
    for (const item of nu.items) item.titel ||= titelVan(paginas.get(sleutel(item))) ?? "";
    over = Math.max(0, nu.items.length - MEEST.items);
  });
  if (!gelukt) return;
  const erbij = lees().items.length - voor;
  const vol = over ? ` ${over} ${over === 1 ? "paste" : "pasten"} er niet meer bij: er passen ${MEEST.items} in.` : "";
  naarEigen(hoe === vervangDoor ? `Je selectie is vervangen.${vol}` : `${erbij} erbij in je selectie.${vol}`);
}

/** @param {string} melding */
function naarEigen(melding) {
  gedeeld = null;
  history.replaceState(null, "", location.pathname);
  meld([]);
  toon();
  zeg(melding);
  $("#rb-inhoud h1").focus();
}

/**
 * Change what is kept, and say so when that fails.
 * @param {(nu: Selectie) => void} hoe
 */
function bewaar(hoe) {
  const fout = wijzig(hoe);
  if (fout) zeg(NIET[fout]);
  return !fout;
}

/**
 * @param {Item} item
 * @param {number} stap
 */
function verplaats(item, stap) {
  /** @param {Selectie} nu */
  const op = (nu) => nu.items.findIndex(zelfde(item.soort, item.slug));
  const gelukt = bewaar((nu) => {
    // Over the nearest of its own kind that stands that way.
    let naar = op(nu) + stap;
    while (nu.items[naar] && nu.items[naar].soort !== item.soort) naar += stap;
    if (op(nu) < 0 || !nu.items[naar]) return;
    nu.items.splice(naar, 0, ...nu.items.splice(op(nu), 1));
  });
  if (!gelukt) return;
  const rij = staat.items.filter(({ soort }) => soort === item.soort);
  lijst[item.soort].focus(item, stap < 0 ? "omhoog" : "omlaag");
  zeg(`${naamVan(item, paginas.get(sleutel(item)))} staat nu op plaats ${rij.findIndex(zelfde(item.soort, item.slug)) + 1} van ${rij.length}.`);
}

/** @param {Item} item */
function verwijder(item) {
  const rij = staat.items.filter(({ soort }) => soort === item.soort);
  const plaats = rij.findIndex(zelfde(item.soort, item.slug));
  /** @type {Partial<Item> & { plaats: number }} */
  let zelf = { plaats: -1 };
  zelfWeg = true;
  const gelukt = bewaar((nu) => {
    zelf = { ...nu.items.find(zelfde(item.soort, item.slug)), plaats: nu.items.findIndex(zelfde(item.soort, item.slug)) };
    nu.items = nu.items.filter((ander) => !zelfde(item.soort, item.slug)(ander));
  });
  zelfWeg = false;
  if (!gelukt) return;
  terug.bied(zelf.slug ? [/** @type {Item & { plaats: number }} */ (zelf)] : [], `${naamVan(item, paginas.get(sleutel(item)))} is uit je selectie.`);
  const volgende = rij[plaats + 1] ?? rij[plaats - 1];
  if (volgende) lijst[item.soort].focus(volgende, "verwijder");
  else (staat.items.length ? $("#rb-inhoud h1") : $("#rb-leeg a")).focus();
}

/**
 * Keep a note. What it replaces is what stood there when somebody began to type, and nothing else.
 * @param {Item} item
 * @param {string} notitie
 * @param {string} basis
 */
function noteer(item, notitie, basis) {
  /** @type {keyof typeof ZINNEN} */
  let hoe = "vol";
  const fout = wijzig((nu) => (hoe = zetNotitie(nu, item, notitie, basis)));
  if (fout) return { gelukt: false, zin: `${NIET[fout]} Je notitie staat alleen hier op het scherm.` };
  return { gelukt: hoe !== "vol", zin: ZINNEN[hoe] };
}

/**
 * Do something with another version of the note of an item.
 * @param {(zelf: Item, ander: string) => void} wat
 */
function opNotitie(wat) {
  return (/** @type {Item} */ item, /** @type {string} */ ander) => bewaar((nu) => {
    const zelf = nu.items.find(zelfde(item.soort, item.slug));
    if (zelf) wat(zelf, ander);
  });
}

/**
 * Items with a note that was typed here were taken out by another tab.
 * @param {Item[]} items
 */
function verdwenen(items) {
  if (zelfWeg || gedeeld) return;
  const namen = items.map((item) => naamVan(item, paginas.get(sleutel(item)))).join(", ");
  terug.bied(items, `In een ander tabblad uit je selectie gehaald, met de notitie die je hier schreef: ${namen}.`);
}

/**
 * Add what a file has that somebody chose.
 * @param {Event} gebeurtenis
 */
async function leesIn({ target }) {
  const vak = /** @type {HTMLInputElement} */ (target);
  const [bestand] = vak.files ?? [];
  if (!bestand) return;
  const { gelezen, fout } = await leesBestand(bestand, SOORT, VERSIE);
  vak.value = "";
  if (!gelezen) return zeg(fout);
  let zin = "";
  if (bewaar((nu) => (zin = verslag(voegToe(nu, gelezen))))) zeg(zin);
  $("#rb-inhoud h1").focus();
}

/** Show what is kept, or what is shared. */
function toon() {
  staat = gedeeld ? structuredClone(gedeeld) : lees();
  toonRijen();
  const leeg = !SOORTEN.some((soort) => lijst[soort].rijen.size);
  $("#rb-leeg").hidden = !leeg;
  $("#rb-leeg-hoe").hidden = !eigenKast.open();
  $("#rb-leeg-dicht").hidden = eigenKast.open();
  $("#rb-gevuld").hidden = leeg;
  $("#rb-gedeeld").hidden = !gedeeld;
  $("#rb-heeft").hidden = !gedeeld || lees().items.length === 0;
  $("#rb-alleen-eigen").hidden = Boolean(gedeeld);
  document.body.classList.toggle("rb-boekje-vol", !leeg);
  if (!$("#rb-naam-gezegd").textContent && naamVeld.value !== staat.naam) naamVeld.value = staat.naam; // not what could not be kept
  toonDelen();
  for (const item of staat.items) if (!paginas.has(sleutel(item))) haalOp(item);
}

function toonRijen() {
  for (const soort of SOORTEN) {
    const items = staat.items.filter((item) => item.soort === soort);
    lijst[soort].toon(items, paginas, !gedeeld);
    $(`#rb-deel-${soort}`).hidden = !lijst[soort].rijen.size;
  }
}

/**
 * Read the page of an item: it has the title as it is now, or is not there any more.
 * @param {Item} item
 */
async function haalOp(item) {
  paginas.set(sleutel(item), { staat: "bezig", adres: adresVan(wortel, item.soort, item.slug) });
  vak.setAttribute("aria-busy", "true");
  const pagina = await haal(wortel, item.soort, item.slug);
  paginas.set(sleutel(item), pagina);
  // A title that was withdrawn does not stay behind in a browser.
  const nieuw = pagina.staat === "weg" ? "" : titelVan(pagina);
  if (nieuw !== undefined && nieuw !== item.titel && !gedeeld) {
    wijzig((nu) => {
      for (const zelf of nu.items.filter(zelfde(item.soort, item.slug))) zelf.titel = nieuw;
    });
  }
  toonRijen();
  toonDelen();
  if (![...paginas.values()].some(({ staat: hoe }) => hoe === "bezig")) klaar();
}

/**
 * The title that the site gives, where it gives one.
 * @param {Pagina | undefined} pagina
 */
function titelVan(pagina) {
  return pagina && "titel" in pagina ? pagina.titel : undefined;
}

function klaar() {
  vak.removeAttribute("aria-busy");
  const gemist = staat.items.filter((item) => paginas.get(sleutel(item))?.staat === "onbekend").length;
  if (gemist) zeg("Niet alles kon worden opgehaald. Heb je verbinding? Laad de pagina opnieuw.");
}

/** The items that are on the site, each with its page. */
function gekozen() {
  return staat.items.flatMap((item) => {
    const pagina = paginas.get(sleutel(item));
    return pagina && "slug" in pagina ? [/** @type {[Item, Gevonden]} */ ([item, pagina])] : [];
  });
}

/** What can be given to others: all but what is known to be gone. */
function teDelen() {
  return { naam: staat.naam, items: staat.items.filter((item) => paginas.get(sleutel(item))?.staat !== "weg") };
}

/** @param {boolean} metNotities */
function volAdres(metNotities) {
  return new URL(location.pathname + naarAdres(teDelen(), metNotities), location.href).href;
}

function toonDelen() {
  const { items } = teDelen();
  const metNotities = /** @type {HTMLInputElement} */ ($("#rb-met-notities")).checked;
  const kan = items.length > 0 && past(new URL(volAdres(metNotities)).search);
  const adres = kan ? volAdres(metNotities) : "";
  const code = kan ? qr(adres, "QR-code naar deze selectie") : null;
  $("#rb-kies-notities").hidden = !items.some(({ notitie }) => notitie);
  /** @type {HTMLInputElement} */ ($("#rb-adres")).value = adres;
  $("#rb-qr").replaceChildren(...(code ? [code] : []));
  zegBij("#rb-delen-gezegd", !kan && items.length ? "Met de notities erbij is het adres te lang. Deel zonder notities." : kan && !code ? "Het adres is te lang voor een QR-code; kopiëren kan wel." : "");
  /** @type {HTMLAnchorElement} */ ($("#rb-sessie")).href = `${wortel}sessie/?v=1${lijsten(items)}`;
  const nog = SOORTEN.filter((soort) => items.filter((item) => item.soort === soort).length < 2);
  $("#rb-bundel-nog").textContent = nog.length ? `Een bundel heeft minstens twee ${nog.map((soort) => ({ verhaal: "verhalen", werkvorm: "werkvormen" })[soort]).join(" en twee ")}. Bewaar er nog een paar, of vul ze straks aan.` : "";
}

async function kopieer() {
  /** @type {HTMLInputElement} */
  const invoer = $("#rb-adres");
  try {
    await navigator.clipboard.writeText(invoer.value);
    zegBij("#rb-delen-gezegd", "Het adres is gekopieerd.");
  } catch {
    invoer.focus();
    invoer.select();
    zegBij("#rb-delen-gezegd", "Kopieer het adres zelf: het is geselecteerd.");
  }
}

function ingevuld() {
  return Object.fromEntries(new FormData($("#rb-bundel")));
}

/** The booklet: a cover with what is in it, and a sheet for each. It is made when it is printed. */
function maakBoekje() {
  const alle = staat.items.filter((item) => paginas.get(sleutel(item))?.staat !== "weg");
  const code = qr(volAdres(false), "QR-code naar deze selectie");
  const kaft = maak("section", { class: "rb-kaft" },
    maak("p", { class: "rb-soort" }, document.title.split(" – ").at(-1)),
    maak("h2", {}, tekst(staat.naam, MEEST.naam).trim() || "Onze selectie"),
    maak("p", {}, new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" })),
    SOORTEN.map((soort) => /** @type {const} */ ([soort, alle.filter((item) => item.soort === soort)])).filter(([, items]) => items.length).flatMap(([soort, items]) => [
      maak("h3", {}, soort === "verhaal" ? "Verhalen" : "Werkvormen"),
      maak("ol", {}, items.map((item) => maak("li", {}, naamVan(item, paginas.get(sleutel(item)))))),
    ]),
    code && maak("p", { class: "rb-kaft__qr" }, code, maak("span", {}, "Deze selectie op je telefoon")));
  const vellen = SOORTEN.flatMap((soort) => alle.filter((item) => item.soort === soort)).map((item) => {
    const gelezen = paginas.get(sleutel(item));
    const pagina = gelezen && "slug" in gelezen ? gelezen : { titel: naamVan(item), adres: adresVan(wortel, item.soort, item.slug) };
    const vragen = item.soort === "verhaal" && "glyph" in pagina ? vragenBij(ruimtesVan(pagina.glyph), gegevens.ruimtes) : [];
    return maakVel(item.soort, pagina, { vragen, notitie: item.notitie });
  });
  $("#rb-boekje").replaceChildren(kaft, ...vellen);
}

/**
 * Sentences that stay on the page.
 * @param {readonly string[]} zinnen
 */
function meld(zinnen) {
  $("#rb-melding").hidden = !zinnen.length;
  $("#rb-melding").replaceChildren(...zinnen.map((zin) => maak("p", {}, zin)));
}

/** @param {string} zin */
function zeg(zin) {
  zegBij("#rb-gezegd", zin);
}

/**
 * @param {string} plek
 * @param {string} zin
 */
function zegBij(plek, zin) {
  $(plek).textContent = zin;
}
