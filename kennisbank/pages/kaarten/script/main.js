// The cards. The address says what lies on the table; what the group does changes the address, and the page follows.

import { actueel, eerder } from "../../../parts/script/address.js";
import { qr } from "../../../parts/script/qr.js";
import { Groot } from "./large.js";
import { Tafel } from "./table.js";
import { aantalVragen, alleDicht, alleOpen, andereVraag, draai, legApart, legTerug, metFunctie, naarAdres, opnieuw, schoon, stapel, trek, uitAdres } from "./state.js";

/** @typedef {import("./state.js").Stand} Stand */

const SCAN = "Scan de code met je telefoon. Je ziet dan dezelfde kaarten en vragen.";
const WACHT = 400; // milliseconds after the last letter

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} kiezer
 * @returns {T}
 */
const $ = (kiezer) => /** @type {T} */ (document.querySelector(kiezer));
/** @type {HTMLFormElement} */
const knoppen = $(".rb-speel__knoppen");
/** @param {string} naam */
const knop = (naam) => /** @type {HTMLElement} */ (knoppen.querySelector(`[data-spel=${naam}]`));
const status = $(".rb-speel__status");
const melding = $(".rb-speel__melding");
// Only a card with nothing on it has one, and not every site has such a card.
const eigen = /** @type {HTMLTextAreaElement | null} */ (document.querySelector("#rb-eigen"));
/** @type {HTMLAnchorElement} */
const afdrukken = $("#rb-afdrukken");
const qrVak = $("#rb-qr");

const tafel = new Tafel($(".rb-speel"));
const { spel } = tafel;
const groot = new Groot(/** @type {HTMLDialogElement} */ ($(".rb-groot")), { trek: pakKaart, vraag: (slug) => ga(andereVraag(stand, slug, spel), { vervang: true }) });
let { stand, meldingen } = uitAdres(gevraagd(), spel);
/** @type {number | undefined} */
let typt;

knoppen.hidden = false;
melding.textContent = meldingen.join(" ");
toon();
zeg(stapelzin());

/** What the address asks for, with the names of today. */
function gevraagd() {
  return actueel(location.search, { functie: "functie", kaart: "ruimte", apart: "ruimte", dicht: "ruimte" }, eerder());
}

function toon() {
  const over = stapel(stand, spel).length;
  knop("trek").textContent = over ? "Trek een kaart" : "Schud en trek een kaart";
  /** @type {RadioNodeList} */ (knoppen.elements.namedItem("functie")).value = stand.functie;
  if (eigen && document.activeElement !== eigen) eigen.value = stand.eigen;
  const adres = new URL(afdrukken.href);
  adres.search = `?functie=${stand.functie}`;
  afdrukken.href = adres.href;
  $(".rb-speel__link").hidden = true;
  tafel.toon(stand);
  groot.toon(open(), over > 0);
  tekenQr();
}

/** The address of what lies here now. */
function deelLink() {
  return new URL(naarAdres(stand, spel) || location.pathname, location.href).href;
}

function tekenQr() {
  if (qrVak.hidden) return;
  qrVak.querySelector("svg")?.remove();
  const code = qr(deelLink(), "QR-code met de link naar deze kaarten");
  /** @type {Element} */ (qrVak.querySelector("p")).textContent = code ? SCAN : "Deze link is te lang voor een QR-code. Kopieer de link.";
  if (code) qrVak.prepend(code);
}

/**
 * Another table: a step in the history that Back undoes, or a change of the last one.
 * @param {Stand} anders
 */
function ga(anders, { vervang = false } = {}) {
  stand = anders;
  melding.textContent = "";
  history[vervang ? "replaceState" : "pushState"](null, "", naarAdres(stand, spel) || location.pathname);
  toon();
}

/** What lies face up, as it is shown large. */
function open() {
  return stand.tafel
    .filter((kaart) => !kaart.dicht)
    .map(({ slug }) => ({ ...tafel.kaart(slug), eigen: tafel.isLeeg(slug) ? stand.eigen : "" }));
}

function pakKaart() {
  ga(trek(stand, spel));
  const [{ slug }] = stand.tafel;
  const { naam, vraag } = tafel.kaart(slug);
  zeg(`Getrokken: ${naam}. ${vraag}`, stapelzin());
  tafel.laatZien(slug);
}

function stapelzin() {
  const over = stapel(stand, spel).length;
  if (!over && !stand.apart.length) return "Alle kaarten liggen op tafel.";
  return over === 1 ? "Nog 1 kaart op de stapel." : over ? `Nog ${over} kaarten op de stapel.` : "De stapel is op.";
}

/** @param {...string} zinnen */
function zeg(...zinnen) {
  status.textContent = zinnen.join(" ");
}

/** @type {Record<string, () => void>} */
const DOEN = {
  trek: pakKaart,
  groot: () => groot.open(open(), stapel(stand, spel).length > 0),
  open() {
    ga(alleOpen(stand, spel));
    zeg(stapelzin());
  },
  dicht() {
    ga(alleDicht(stand, spel));
    zeg("Alle kaarten liggen dicht op tafel, in een nieuwe volgorde.");
  },
  schud() {
    ga(opnieuw(stand));
    zeg("De kaarten zijn geschud.", stapelzin());
  },
  qr() {
    const dicht = qrVak.hidden;
    qrVak.hidden = !dicht;
    knop("qr").setAttribute("aria-expanded", String(dicht));
    tekenQr();
  },
  async kopieer() {
    const link = deelLink();
    try {
      await navigator.clipboard.writeText(link);
      zeg("De link is gekopieerd. Wie hem opent, ziet dezelfde kaarten en vragen.");
    } catch {
      /** @type {HTMLInputElement} */
      const vak = $("#rb-link");
      $(".rb-speel__link").hidden = false;
      vak.value = link;
      vak.select();
      zeg("Kopiëren lukte niet. De link staat klaar om zelf te kopiëren.");
    }
  },
};

/** @type {Record<string, (slug: string) => void>} */
const MET_KAART = {
  /** @param {string} slug */
  vraag(slug) {
    ga(andereVraag(stand, slug, spel), { vervang: true });
    const { naam, vraag, nummer } = tafel.kaart(slug);
    zeg(`${naam}, vraag ${nummer} van ${aantalVragen(spel, slug, stand.functie)}: ${vraag}`);
  },
  /** @param {string} slug */
  draai(slug) {
    ga(draai(stand, slug), { vervang: true });
    const { naam, vraag, dicht } = tafel.kaart(slug);
    zeg(dicht ? "De kaart ligt dicht." : `Omgedraaid: ${naam}. ${vraag}`);
    tafel.richt(slug, "draai");
  },
  /** @param {string} slug */
  apart(slug) {
    const volgende = stand.tafel[stand.tafel.findIndex((kaart) => kaart.slug === slug) + 1]?.slug;
    ga(legApart(stand, slug));
    zeg(`Apart gelegd: ${tafel.kaart(slug).naam}.`);
    if (volgende) tafel.richt(volgende, "apart");
    else $("#rb-tafel").focus();
  },
  /** @param {string} slug */
  terug(slug) {
    ga(legTerug(stand, slug));
    zeg(`Weer op tafel: ${tafel.kaart(slug).naam}.`);
    tafel.richt(slug, "apart");
  },
};

knoppen.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
knoppen.addEventListener("click", ({ target }) => DOEN[/** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-spel]"))?.dataset.spel ?? ""]?.());
knoppen.addEventListener("change", (gebeurtenis) => {
  const target = /** @type {HTMLInputElement} */ (gebeurtenis.target);
  if (target.name !== "functie") return;
  ga(metFunctie(stand, target.value, spel), { vervang: true });
  zeg(`De vragen zijn nu voor ${/** @type {NodeListOf<HTMLLabelElement>} */ (target.labels)[0].textContent.trim().toLowerCase()}.`);
});
$(".rb-speel").addEventListener("click", ({ target }) => {
  const doe = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-doe]"));
  const kaart = /** @type {HTMLElement | null} */ (doe?.closest("[data-kaart]"));
  if (doe && kaart) MET_KAART[doe.dataset.doe ?? ""](kaart.dataset.kaart ?? "");
});
eigen?.addEventListener("input", () => {
  clearTimeout(typt);
  typt = setTimeout(bewaarEigen, WACHT);
});
eigen?.addEventListener("change", bewaarEigen);
window.addEventListener("popstate", () => {
  clearTimeout(typt);
  ({ stand, meldingen } = uitAdres(gevraagd(), spel));
  melding.textContent = meldingen.join(" ");
  toon();
  zeg(stapelzin());
});

function bewaarEigen() {
  clearTimeout(typt);
  if (!eigen) return;
  const woorden = schoon(eigen.value);
  if (woorden !== stand.eigen) ga({ ...stand, eigen: woorden }, { vervang: true });
}
