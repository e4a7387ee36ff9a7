// What the page says while somebody fills in: messages, counters, the list of what is wrong, and the preview.

import { lengte } from "./text.js";
import { alsKnopen } from "./preview.js";

/** @typedef {import("./fields.js").Velden} Velden */
/** @typedef {import("./fields.js").Waarden} Waarden */
/** @typedef {import("../../../outputs/scripts.d.ts").Grenzen} Grenzen */

const STIL = 900; // milliseconds without a letter before a number is spoken
const BIJNA = 20; // characters from the limit at which it is
const KORT = 5; // up to so many characters everybody writes, and nothing need be said

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} kiezer
 * @returns {T}
 */
const $ = (kiezer) => /** @type {T} */ (document.querySelector(kiezer));
/** @type {number | undefined} */
let spreekt;

/**
 * Speak a sentence to who cannot see the page.
 * @param {string} tekst
 */
export function zeg(tekst) {
  $("#rb-status").textContent = tekst;
}

/**
 * Show what is wrong with a field, or that nothing is.
 * @param {Velden} velden
 * @param {string} naam
 * @param {string} fout
 */
export function toonFout(velden, naam, fout) {
  const houder = velden.houder(naam);
  const plek = /** @type {HTMLElement} */ (houder.querySelector(".rb-veld__fout"));
  plek.hidden = !fout;
  plek.textContent = fout;
  houder.classList.toggle("rb-veld--fout", Boolean(fout));
  for (const element of velden.elementen(naam)) {
    if (fout) element.setAttribute("aria-invalid", "true");
    else element.removeAttribute("aria-invalid");
  }
}

/**
 * Say below the help of a field that it has been filled in, and why.
 * @param {Velden} velden
 * @param {string} naam
 * @param {string} tekst
 */
export function toonMelding(velden, naam, tekst) {
  const houder = velden.houder(naam);
  const plek = /** @type {HTMLElement | null} */ (houder.querySelector(".rb-veld__melding")) ?? Object.assign(document.createElement("p"), { className: "rb-veld__melding" });
  houder.querySelector(".rb-veld__hulp")?.after(plek);
  plek.textContent = tekst;
  plek.hidden = !tekst;
  if (tekst) zeg(tekst);
}

/**
 * List what is wrong, each with a link to its field, and move there.
 * @param {readonly import("./judging.js").Fout[]} fouten
 * @param {(naam: string) => void} ga
 */
export function toonFouten(fouten, ga) {
  const plek = $("#rb-fouten");
  plek.hidden = !fouten.length;
  if (!fouten.length) return;
  const nog = fouten.length === 1 ? "Nog één ding" : `Nog ${fouten.length} dingen`;
  $("#rb-fouten-kop").textContent = `${nog}, ${$("#rb-schrijf").dataset.nieuw ? "dan kun je het insturen" : "dan is het af"}`;
  /** @type {Element} */ (plek.querySelector("ul")).replaceChildren(
    ...fouten.map(({ naam, label, fout }) => {
      const link = Object.assign(document.createElement("a"), { href: "#rb-schrijf", textContent: `${label}: ${fout}` });
      link.addEventListener("click", (gebeurtenis) => {
        gebeurtenis.preventDefault();
        ga(naam);
      });
      const regel = document.createElement("li");
      regel.append(link);
      return regel;
    }),
  );
  plek.focus();
}

/**
 * Say how much has been filled in below a field; near a limit also aloud, when the typing stops.
 * @param {Velden} velden
 * @param {string} naam
 */
export function tel(velden, naam, hoorbaar = false) {
  const teller = document.getElementById(`teller-${naam}`);
  const spec = velden.gegevens.velden[naam];
  if (!teller) return stand(velden, naam);
  const waarde = velden.waarde(naam);
  const { tekst, dringend } = spec ? geteld(spec, waarde) : { tekst: woorden(waarde), dringend: false };
  teller.textContent = tekst;
  if (hoorbaar) clearTimeout(spreekt);
  if (hoorbaar && dringend) spreekt = setTimeout(() => zeg(tekst), STIL);
  stand(velden, naam);
}

/** @param {string} tekst */
function woorden(tekst) {
  const aantal = tekst.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  return aantal ? `${aantal} ${aantal === 1 ? "woord" : "woorden"}` : "";
}

/**
 * @param {Grenzen} grenzen
 * @param {any} waarde a text, or a list of them where the field has more (`Velden.waarde`)
 */
function geteld({ soort, veel, minimum, maximum, meeste }, waarde) {
  if (soort !== "text") return { tekst: "", dringend: false };
  if (veel) return { tekst: waarde.length ? `${waarde.length} van hooguit ${meeste}` : "", dringend: meeste !== null && waarde.length >= meeste };
  const tekens = lengte(waarde);
  if (!tekens) return { tekst: minimum !== null && minimum > KORT ? `${minimum} tot en met ${maximum} tekens` : "", dringend: false };
  const [nog, over] = [(minimum ?? 0) - tekens, (maximum ?? Infinity) - tekens];
  /** @param {number} aantal */
  const teken = (aantal) => (aantal === 1 ? "1 teken" : `${aantal} tekens`);
  if (over < 0) return { tekst: `${teken(-over)} te veel`, dringend: true };
  if (nog > 0) return { tekst: `Nog minstens ${teken(nog)}`, dringend: true };
  return { tekst: `${tekens} van hooguit ${maximum} tekens`, dringend: over < BIJNA };
}

/**
 * Say beside a folded field what is in it.
 * @param {Velden} velden
 * @param {string} naam
 */
function stand(velden, naam) {
  const plek = velden.houder(naam)?.closest("details")?.querySelector(".rb-vouw__stand");
  if (!plek) return;
  const waarde = velden.waarde(naam);
  plek.textContent = Array.isArray(waarde) && waarde.length ? `${waarde.length} gekozen` : waarde.length || waarde === true ? "ingevuld" : "";
}

/**
 * Draw the preview.
 * @param {Waarden} waarden
 * @param {string} tekst
 */
export function toonVoorbeeld(waarden, tekst) {
  $("#rb-voorbeeld-titel").textContent = waarden.title || "De titel";
  const duur = waarden.duur && `${waarden.duur} minuten`;
  const groep = waarden.groep && `${waarden.groep} mensen`;
  $(".rb-voorbeeld__waar").textContent = [waarden.plaats, duur, groep].filter(Boolean).join(" · ");
  $(".rb-voorbeeld__samenvatting").textContent = waarden.samenvatting || "De samenvatting: waar gaat het over, in een of twee zinnen?";
  $(".rb-voorbeeld__tekst").replaceChildren(...alsKnopen(tekst));
  const alle = waarden.ruimtes.includes("alle");
  for (const cel of /** @type {NodeListOf<SVGElement>} */ (document.querySelectorAll(".rb-voorbeeld [data-ruimte]"))) {
    const vol = alle || waarden.ruimtes.includes(cel.dataset.ruimte);
    cel.classList.toggle("vol", vol);
    cel.classList.toggle("leeg", !vol);
  }
}
