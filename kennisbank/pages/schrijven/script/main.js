// The form to write a story or a werkvorm: what is typed is checked, shown, kept, and turned into a file to propose.

import { Bewaren } from "./saving.js";
import { Controle } from "./check.js";
import { Insturen } from "./submit.js";
import { Keuring } from "./judging.js";
import { maakLijst, maakVerhalen } from "./choices.js";
import { naKlik } from "./press.js";
import { Opmaak } from "./markup.js";
import { tel, toonFout, toonVoorbeeld, zeg } from "./screen.js";
import { adresVan, maakTekst } from "./text.js";
import { Velden } from "./fields.js";
import { Voorinvullen } from "./prefill.js";
import { bestand, lichaam } from "./yaml.js";

/** @typedef {import("./drafts.js").Velden} Ingevuld */
/** @typedef {import("../../../outputs/scripts.d.ts").FormulierGegevens} FormulierGegevens */
/** @typedef {import("../../../outputs/scripts.d.ts").Inhoud} Inhoud */

const WACHT = 200; // milliseconds after the last letter

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} kiezer
 * @returns {T}
 */
const $ = (kiezer) => /** @type {T} */ (document.querySelector(kiezer));
/** @type {FormulierGegevens} */
const gegeven = JSON.parse($("#rb-gegevens").textContent);
const gegevens = { ...gegeven, velden: Object.fromEntries(gegeven.velden), delen: Object.fromEntries(gegeven.delen) };
/** @type {HTMLFormElement} */
const formulier = $("#rb-schrijf");
const { wortel } = formulier.dataset;

/** @type {Readonly<Record<string, string>> | null} */
let verhalen = null; // the titles of the stories by their address, once they have come
/** @type {Readonly<Record<string, string>>} */
let bezet = gegevens.formulier === "werkvorm" ? gegevens.werkvormen : {};
/** @type {Promise<Readonly<Record<string, string>>> | undefined} */
let opgehaald;
/** @type {number | undefined} */
let volgende;

const tekst = maakTekst(gegevens.patronen.verboden);
const velden = new Velden(formulier, gegevens, tekst);
const controle = new Controle(gegevens, new Opmaak(gegevens, () => verhalen), vandaag());
const keuring = new Keuring(velden, gegevens, controle, () => bezet);
const vooraf = new Voorinvullen(velden, gegevens, controle);
const insturen = new Insturen(keuring, () => ({ naam: bestandsnaam(), tekst: inhoud() }), formulier.dataset);
const bewaren = new Bewaren(/** @type {import("./drafts.js").Formulier} */ (gegevens.formulier), { lees: ruw, leeg: isLeeg, toon: zetTerug, begin, na: ververs });
/** @type {Map<string, ReturnType<typeof maakLijst>>} */
const lijsten = new Map();
/** @type {Map<string, ReturnType<typeof maakVerhalen>>} */
const verwijzingen = new Map();

start();

function start() {
  for (const [naam, { soort }] of Object.entries(gegevens.velden)) {
    const houder = velden.houder(naam);
    if (soort === "verhaal") verwijzingen.set(naam, maakVerhalen(houder, naam, haalVerhalen, zeg));
    else if (houder.matches(".rb-keuzeveld")) lijsten.set(naam, maakLijst(houder, gegevens.woorden[naam] ?? {}, zeg));
  }
  formulier.noValidate = true; // the messages of the browser are in its own language, and it shows one at a time
  formulier.hidden = false;
  begin();
  bewaren.start();
  ververs();
  formulier.addEventListener("input", ({ target }) => gewijzigd(velden.naamVan(/** @type {HTMLInputElement} */ (target)), /** @type {HTMLInputElement} */ (target)));
  formulier.addEventListener("change", ({ target }) => naKlik(() => verlaten(velden.naamVan(/** @type {HTMLInputElement} */ (target)), /** @type {HTMLInputElement} */ (target))));
  formulier.addEventListener("paste", plak);
  formulier.addEventListener("click", ({ target }) => doe(/** @type {Element} */ (target).closest("button")?.dataset ?? {}));
  formulier.addEventListener("keydown", (toets) => {
    if (toets.key === "Enter" && /** @type {Element} */ (toets.target).matches("input")) toets.preventDefault(); // only the button sends
  });
  formulier.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    ververs();
    bewaren.bewaar();
    insturen.stuurIn(ga);
  });
}

/** @param {DOMStringMap} knop */
function doe(knop) {
  if ("kopieer" in knop || "download" in knop) ververs();
  if ("kopieer" in knop) insturen.kopieer();
  if ("download" in knop) insturen.download();
  if ("wis" in knop) bewaren.vraagWis();
  if ("antwoord" in knop) /** @type {HTMLDialogElement} */ ($("#rb-wissen")).close();
  if (knop.antwoord === "ja") wis();
}

/** The day as it is here: a story that is written just after midnight is of that day. */
function vandaag() {
  const nu = new Date();
  return [nu.getFullYear(), nu.getMonth() + 1, nu.getDate()].map((deel) => String(deel).padStart(2, "0")).join("-");
}

/** An empty form. */
function begin() {
  formulier.reset();
  for (const [naam, { soort }] of Object.entries(gegevens.velden)) {
    if (soort !== "date") continue;
    Object.assign(velden.elementen(naam)[0], { min: gegevens.oudste, max: vandaag(), value: vandaag() });
  }
  for (const lijst of [...lijsten.values(), ...verwijzingen.values()]) lijst.wis();
  vooraf.begin();
  keuring.geraakt.clear();
  for (const naam of velden.namen) toonFout(velden, naam, "");
  for (const melding of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#rb-teruggezet, #rb-fouten, #rb-verstuurd, #rb-te-lang"))) melding.hidden = true;
  $("#rb-gedaan").textContent = "";
}

/**
 * Show a draft: what its fields hold, as far as they are still there.
 * @param {Ingevuld} gelezen
 */
function zetTerug(gelezen) {
  for (const naam of velden.namen) {
    if (!Object.hasOwn(gelezen, naam)) continue;
    if (verwijzingen.has(naam)) verwijzingen.get(naam)?.zet([gelezen[naam]].flat().map(String));
    else velden.zet(naam, gelezen[naam]);
  }
  vooraf.onthoud();
  if (velden.ruw("title")) haalVerhalen().catch(() => {});
}

function wis() {
  clearTimeout(volgende);
  const gedaan = bewaren.wis();
  begin();
  ververs();
  window.scrollTo(0, 0);
  velden.elementen("title")[0].focus({ preventScroll: true });
  zeg(gedaan);
}

/**
 * Something in a field has changed.
 * @param {string} naam
 * @param {HTMLInputElement} element
 */
function gewijzigd(naam, element) {
  if (!naam) return;
  if (naam === "title" && vooraf.adres()) keuring.geraakt.add("adres");
  if (naam === "title" && gegevens.formulier === "verhaal") haalVerhalen().catch(() => {});
  if (["plaats", "regio"].includes(naam)) vooraf.regioVanPlaats();
  if (naam === "ruimtes") vooraf.eenOfAlle(element);
  tel(velden, naam, true);
  for (const ook of [naam, ...({ title: ["adres"], plaats: ["regio"], toestemming: ["toestemming_kenmerk"] }[naam] ?? [])]) keuring.keur(ook);
  bewaren.typ();
  clearTimeout(volgende);
  volgende = setTimeout(() => {
    ververs();
    bewaren.bewaar();
  }, WACHT);
}

/**
 * A field is left: what is wrong in it may be said now, but not that it is still empty.
 * @param {string} naam
 * @param {HTMLInputElement} element
 */
function verlaten(naam, element) {
  if (!naam) return;
  if (naam === "adres" && !/** @type {string} */ (velden.ruw("adres")).trim()) vooraf.adres(true);
  if (/** @type {string | string[]} */ (velden.ruw(naam)).length) keuring.geraakt.add(naam);
  gewijzigd(naam, element);
}

/**
 * In a field of one line a browser would glue the lines that are pasted together.
 * @param {ClipboardEvent} gebeurtenis
 */
function plak(gebeurtenis) {
  const geplakt = gebeurtenis.clipboardData?.getData("text/plain") ?? "";
  const vak = /** @type {HTMLInputElement} */ (gebeurtenis.target);
  if (!vak.matches("input[type=text]") || !/[\r\n]/.test(geplakt)) return;
  gebeurtenis.preventDefault();
  vak.setRangeText(tekst.regel(geplakt), vak.selectionStart ?? 0, vak.selectionEnd ?? 0, "end");
  vak.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/**
 * The titles of the stories, asked for once; a failure may be tried again.
 * @returns {Promise<Readonly<Record<string, string>>>}
 */
function haalVerhalen() {
  opgehaald ??= fetch(`${wortel}/inhoud.json`)
    .then((antwoord) => (antwoord.ok ? antwoord.json() : Promise.reject(new Error(antwoord.statusText))))
    .then((/** @type {Inhoud} */ gelezen) => {
      verhalen = gelezen.verhalen;
      if (gegevens.formulier === "verhaal") {
        bezet = { ...Object.fromEntries((gelezen.eerder ?? []).map((slug) => [slug, ""])), ...verhalen };
        keuring.keur("adres");
      }
      return gelezen.verhalen;
    })
    .catch((fout) => {
      opgehaald = undefined;
      throw fout;
    });
  return opgehaald;
}

/**
 * Bring a field into sight and give it the focus.
 * @param {string} naam
 */
function ga(naam) {
  const houder = velden.houder(naam);
  lijsten.get(naam)?.wis();
  const vouw = houder.closest("details");
  if (vouw) vouw.open = true;
  const elementen = velden.elementen(naam);
  const doel = elementen.find((element) => element.checked) ?? elementen[0] ?? houder.querySelector("input");
  doel.focus();
  houder.scrollIntoView({ block: "start" });
}

function inhoud() {
  return bestand(gegevens.velden, velden.waarden(), gegevens.delen, velden.teksten());
}

function bestandsnaam() {
  const adres = velden.waarde("adres");
  return `${controle.heel.adres.test(adres) ? adres : adresVan(velden.waarde("title"), gegevens.naamloos)}.md`;
}

/** Show what there is now: the preview, the file, and how far somebody is. */
function ververs() {
  clearTimeout(volgende);
  const waarden = velden.waarden();
  for (const naam of velden.namen) {
    tel(velden, naam);
    keuring.keur(naam, waarden);
  }
  toonVoorbeeld(waarden, lichaam(gegevens.delen, velden.teksten()));
  /** @type {HTMLTextAreaElement} */ ($("#rb-inhoud-bestand")).value = inhoud();
  $("#rb-bestandsnaam").textContent = `${gegevens.map}/${bestandsnaam()}`;
}

/** What the fields hold, as it was typed. */
function ruw() {
  return Object.fromEntries(velden.namen.map((naam) => [naam, velden.ruw(naam)]));
}

/**
 * Whether nothing was typed or chosen: a date that the form filled in is nothing.
 * @param {Ingevuld} wat
 */
function isLeeg(wat) {
  return !Object.entries(wat).some(([naam, waarde]) => gegevens.velden[naam]?.soort !== "date" && (typeof waarde === "boolean" ? waarde : waarde.length > 0));
}
