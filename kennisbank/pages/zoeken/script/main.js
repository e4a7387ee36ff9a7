// The finder. The address says what is searched for; what the reader does changes the address, and the page follows.

import { actueel, eerder } from "../../../parts/script/address.js";
import { maakZoeker } from "./engine.js";
import { Formulier, verhalen } from "./form.js";
import { elders, verhaal } from "./results.js";
import { PER_KEER, gewisseld, isLeeg, naarAdres, uitAdres } from "./state.js";
import { woorden } from "./words.js";

/** @typedef {import("./state.js").Zoekstaat} Zoekstaat */
/** @typedef {import("./engine.js").Gevonden} Gevonden */
/** @typedef {import("./engine.js").Poging} Poging */
/** @typedef {import("../../../outputs/scripts.d.ts").Vondst} Vondst */
/** @typedef {{ plek?: number, focus?: string | number, stil?: boolean }} Hoe */

const WACHT = 250; // milliseconds after the last letter

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} kiezer
 * @returns {T}
 */
const $ = (kiezer) => /** @type {T} */ (document.querySelector(kiezer));
const pagina = $(".rb-zoek");
const wortel = new URL(`${pagina.dataset.wortel}/`, location.href).href;
const vak = $("#rb-zoek");
/** @type {HTMLInputElement} */
const invoer = $("#rb-tekst");
/** @type {HTMLSelectElement} */
const volgorde = $("#rb-volgorde");
const telling = $(".rb-zoek__telling");
const melding = $(".rb-zoek__melding");
const niets = $(".rb-zoek__niets");
const lijst = $(".rb-vondsten");
const meer = $(".rb-zoek__meer");
const knop = $(".rb-zoek__open");
const klaar = $(".rb-zoek__klaar");
const gekozen = $(".rb-zoek__gekozen");
const ook = $(".rb-zoek__elders");
const naamVanSite = document.title.split(" – ").at(-1);
/** @param {string} naam */
const sjabloon = (naam) => /** @type {HTMLTemplateElement} */ ($(`#rb-sjabloon-${naam}`));

const formulier = new Formulier($("#rb-facetten"), sjabloon("keuze"), wissel, vulAan);
/** @type {Awaited<ReturnType<typeof maakZoeker>>} */
let zoeker;
let ronde = 0;
/** @type {number | undefined} */
let typt; // set while somebody types: one burst is one step back
/** @type {boolean} */
let vreemd; // whether the address named a value that is not here
let getoond = false; // whether the page has shown an answer
/** @type {Zoekstaat} */
let staat = lees();

start();

async function start() {
  vak.hidden = false;
  $(".rb-zoek__overslaan").hidden = false;
  $(".rb-zoek__gevonden").hidden = false;
  knop.hidden = klaar.hidden = false;
  pagina.classList.add("rb-zoek--werkt");
  pagina.setAttribute("aria-busy", "true");
  // On a phone the choices would hide what was found; on a wide screen they stand beside it.
  formulier.toonGekozen(staat);
  invoer.value = staat.tekst;
  telling.textContent = "Bezig met laden …";
  try {
    zoeker = await maakZoeker(wortel, [...formulier.facetten.keys()]);
    await toon({ plek: history.state?.plek });
  } catch {
    mislukt();
  }
}

function lees() {
  const gevraagd = actueel(location.search, Object.fromEntries([...formulier.facetten.keys()].map((naam) => [naam, naam])), eerder());
  vreemd = [...new URLSearchParams(gevraagd)].some(([naam, waarde]) => formulier.facetten.has(naam) && !formulier.kent(naam, waarde));
  return uitAdres(gevraagd, (naam, waarde) => formulier.kent(naam, waarde));
}

/**
 * Go to another search: a step in the history, or in place of the last one.
 * @param {Zoekstaat} anders
 * @param {{ vervang?: boolean, focus?: string | number }} hoe
 */
function ga(anders, { vervang = false, focus } = {}) {
  staat = anders;
  vreemd = false;
  const deel = naarAdres(staat);
  const adres = deel ? `?${deel}` : location.pathname;
  history[vervang ? "replaceState" : "pushState"](null, "", adres);
  invoer.value = document.activeElement === invoer && typt ? invoer.value : staat.tekst;
  return zoeker && probeer({ focus });
}

/**
 * @param {string} facet
 * @param {string} waarde
 */
function wissel(facet, waarde) {
  eindeTypen();
  ga(gewisseld(staat, facet, waarde));
}

/** @param {string} facet */
async function vulAan(facet) {
  if (!zoeker || zoeker.keuzes.facetten.has(facet)) return;
  await probeer({ stil: true });
}

/**
 * Search and show it; what fails says so, unless somebody has gone on.
 * @param {Hoe} hoe
 */
function probeer(hoe) {
  const gedaan = toon(hoe);
  const beurt = ronde;
  return gedaan.catch(() => beurt === ronde && mislukt());
}

/**
 * Search and show it. `plek` is how far the page was scrolled, `focus` what gets the focus.
 * @param {Hoe} hoe
 */
async function toon({ plek, focus, stil = false } = {}) {
  const beurt = ++ronde;
  pagina.setAttribute("aria-busy", "true");
  await zoeker.keuzes.laad([...new Set(["ruimte", "schooltype", "partnertype", "regio", ...formulier.open])].filter((naam) => formulier.facetten.has(naam)));
  const gevonden = await zoeker.zoek(staat);
  const kaarten = await Promise.all(gevonden.verhalen.slice(0, staat.toon).map((nummer) => kaart(nummer, gevonden)));
  const andere = await Promise.all(gevonden.elders.map((naam) => zoeker.gegevens(naam)));
  const ruimer = gevonden.verhalen.length ? [] : await zoeker.ruimer(staat, gevonden);
  if (beurt !== ronde) return; // somebody has gone on
  formulier.toon(staat, gevonden.aantallen);
  formulier.toonChips(gekozen, sjabloon("gekozen"), staat, (anders) => ga({ ...anders, toon: PER_KEER }, { focus: "gevonden" }));
  // Without a text no story fits better than another.
  volgorde.options[0].hidden = volgorde.options[0].disabled = !gevonden.delen.length;
  volgorde.value = staat.volgorde || (gevonden.delen.length ? "" : "nieuw");
  lijst.replaceChildren(...kaarten);
  meldVerbetering(gevonden);
  toonNiets(gevonden, ruimer);
  toonElders(andere, gevonden);
  meer.hidden = gevonden.verhalen.length <= kaarten.length;
  const aantal = Object.values(staat.keuzes).flat().length;
  klaar.textContent = `Bekijk ${verhalen(gevonden.verhalen.length)}`;
  knop.textContent = aantal ? `Kies kenmerken (${aantal} gekozen)` : "Kies kenmerken";
  document.title = `${isLeeg(staat) ? "Zoeken" : verhalen(gevonden.verhalen.length) + metTekst()} – ${naamVanSite}`;
  if (!stil) telling.textContent = samengevat(gevonden, kaarten.length);
  pagina.removeAttribute("aria-busy");
  getoond = true;
  if (plek) window.scrollTo(0, plek);
  if (focus === "gevonden") $("#rb-gevonden").focus({ preventScroll: true });
  if (typeof focus === "number") lijst.children[focus]?.querySelector("a")?.focus();
}

/**
 * @param {number} nummer
 * @param {Gevonden} gevonden
 */
async function kaart(nummer, gevonden) {
  const gegevens = await zoeker.gegevens(nummer);
  /** @param {string} facet */
  const waarden = (facet) => {
    const tabel = zoeker.keuzes.facetten.get(facet);
    if (!tabel) return [];
    const eigen = tabel.sets[tabel.verhalen[nummer]];
    return eigen.filter((waarde) => formulier.kent(facet, waarde));
  };
  return verhaal(sjabloon("verhaal"), wortel, gegevens, {
    delen: gevonden.delen,
    waarden,
    /**
     * @param {string} facet
     * @param {string} waarde
     */
    label: (facet, waarde) => formulier.label(facet, waarde),
  });
}

/**
 * @param {Gevonden} gevonden
 * @param {number} getoond
 */
function samengevat({ verhalen: gevonden }, getoond) {
  if (!gevonden.length) return `Geen verhalen gevonden${metTekst()}.`;
  const deel = getoond < gevonden.length ? `, de eerste ${getoond} hieronder` : "";
  return `${verhalen(gevonden.length)} gevonden${metTekst()}${deel}.`;
}

/** A text without a letter or digit is no search: it finds what is found without it. */
function metTekst() {
  return woorden(staat.tekst).length ? ` met “${staat.tekst.trim()}”` : "";
}

/**
 * What a reader should know: a word was mended, or the address asks for what is not here.
 * @param {Gevonden} gevonden
 */
function meldVerbetering({ verbeterd, verhalen: gevonden }) {
  const fout = verbeterd.map(([typte]) => `“${typte}”`).join(" en ");
  const goed = verbeterd.map(([, zocht]) => `“${zocht}”`).join(" en ");
  const zinnen = [];
  if (vreemd) zinnen.push("Een kenmerk uit deze link is hier niet (meer). Het telt niet mee.");
  if (staat.tekst.trim() && !woorden(staat.tekst).length) zinnen.push(`In “${staat.tekst.trim()}” staat geen woord om op te zoeken.`);
  if (fout && gevonden.length) zinnen.push(`Geen verhaal met ${fout}. Dit zijn verhalen met ${goed}.`);
  melding.hidden = !zinnen.length;
  melding.textContent = zinnen.join(" ");
}

/**
 * Nothing was found: offer what is found with less.
 * @param {Gevonden} gevonden
 * @param {readonly (Poging & { aantal: number })[]} ruimer
 */
function toonNiets({ verhalen: gevonden }, ruimer) {
  niets.hidden = gevonden.length > 0;
  niets.replaceChildren();
  if (niets.hidden) return;
  const uitleg = document.createElement("p");
  uitleg.textContent = ruimer.length ? "Dit lijkt er het meest op:" : "Probeer een ander woord, of begin opnieuw:";
  const wegen = document.createElement("ul");
  wegen.className = "rb-wegen";
  const alles = { tekst: "", keuzes: {}, volgorde: "", toon: PER_KEER };
  /** @type {[string, Zoekstaat][]} */
  const opties = ruimer.map((optie) => [`${naamVan(optie)} (${verhalen(optie.aantal)})`, optie.staat]);
  for (const [tekst, anders] of /** @type {[string, Zoekstaat][]} */ ([...opties, [pagina.dataset.alle ?? "", alles]])) {
    const link = document.createElement("a");
    link.href = `?${naarAdres(anders)}`;
    link.textContent = tekst;
    link.addEventListener("click", (gebeurtenis) => {
      if (gebeurtenis.metaKey || gebeurtenis.ctrlKey || gebeurtenis.shiftKey) return;
      gebeurtenis.preventDefault();
      ga(anders, { focus: "gevonden" });
    });
    const weg = document.createElement("li");
    weg.append(link);
    wegen.append(weg);
  }
  niets.append(uitleg, wegen);
}

/** @param {Poging} poging */
function naamVan({ facet, tekst, alleen }) {
  if (facet) {
    const waarden = staat.keuzes[facet].map((waarde) => formulier.label(facet, waarde)).join(" of ");
    return `Zonder ${formulier.titel(facet).toLowerCase()} ${waarden}`;
  }
  if (tekst) return `Zonder “${tekst}”`;
  return alleen === "tekst" ? `Alleen “${staat.tekst.trim()}”, zonder kenmerken` : "Alleen de kenmerken, zonder woord";
}

/**
 * @param {readonly Vondst[]} andere
 * @param {Gevonden} gevonden
 */
function toonElders(andere, { delen }) {
  ook.hidden = !andere.length;
  /** @type {Element} */ (ook.querySelector("ul")).replaceChildren(...andere.map((gegevens) => elders(sjabloon("elders"), wortel, gegevens, delen)));
}

/** Searching does not work: say so. A page that has never shown an answer becomes what it is without a script. */
function mislukt() {
  pagina.removeAttribute("aria-busy");
  // What was found before is no answer to what was asked now.
  lijst.replaceChildren();
  gekozen.replaceChildren();
  meer.hidden = ook.hidden = melding.hidden = niets.hidden = true;
  if (getoond) {
    telling.textContent = "Zoeken lukt nu niet. Heb je verbinding? Druk dan nog eens op Zoek.";
    return;
  }
  formulier.herstel();
  pagina.classList.remove("rb-zoek--werkt");
  vak.hidden = true;
  knop.hidden = klaar.hidden = true;
  gekozen.hidden = true;
  $(".rb-zoek__kop").hidden = true;
  telling.textContent = "Zoeken lukt nu niet. Kies een kenmerk uit de lijst; dan zie je de verhalen die erbij horen.";
}

function eindeTypen() {
  clearTimeout(typt);
  typt = undefined;
}

let stap = false; // whether this burst of typing has its step in the history
invoer.addEventListener("input", () => {
  clearTimeout(typt);
  typt = setTimeout(() => {
    if (invoer.value.trim() !== staat.tekst.trim()) {
      ga({ ...staat, tekst: invoer.value, toon: PER_KEER }, { vervang: stap });
      stap = true;
    }
    typt = undefined;
  }, WACHT);
});
// Fetch what searching a text needs while it is being typed.
invoer.addEventListener("focus", () => zoeker?.pagefind().catch(() => {})); // a search that needs it says so
invoer.addEventListener("blur", () => (stap = false));
vak.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  eindeTypen();
  ga({ ...staat, tekst: invoer.value, toon: PER_KEER }, { vervang: stap || invoer.value.trim() === staat.tekst.trim() });
  stap = false;
});
volgorde.addEventListener("change", () => ga({ ...staat, volgorde: volgorde.value, toon: PER_KEER }));
meer.addEventListener("click", () => ga({ ...staat, toon: staat.toon + PER_KEER }, { vervang: true, focus: staat.toon }));
knop.addEventListener("click", () => knop.setAttribute("aria-expanded", String(knop.getAttribute("aria-expanded") !== "true")));
klaar.addEventListener("click", () => {
  knop.setAttribute("aria-expanded", "false");
  $("#rb-gevonden").focus();
});
window.addEventListener("popstate", (gebeurtenis) => {
  eindeTypen();
  stap = false;
  staat = lees();
  invoer.value = staat.tekst;
  if (zoeker) probeer({ plek: gebeurtenis.state?.plek });
});
window.addEventListener("pagehide", () => history.replaceState({ plek: window.scrollY }, ""));
