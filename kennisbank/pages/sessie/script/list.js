// The programme on the screen: a row for each item, with what can be done with it.

import { maak as el } from "../../../parts/script/elements.js";
import { grenzen, werkvormVan } from "./plan.js";
import { naam, NAMEN, reden } from "./reasons.js";
import { adresVan, tijden } from "./output.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wens} Wens */
/** @typedef {import("./plan.js").Gegevens} Gegevens */

const STAP = 5;

/**
 * Put the rows in `plaats`. What has the focus keeps it: the same button of the same item, or the nearest of its row.
 * @param {Element} plaats
 * @param {readonly Item[]} items
 * @param {Wens} wens
 * @param {Gegevens} gegevens
 * @param {string} wortel
 */
export function toonLijst(plaats, items, wens, gegevens, wortel) {
  const had = plaats.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset : undefined;
  const wanneer = tijden(items, wens.begin);
  plaats.replaceChildren(...items.map((_, i) => rij(items, i, wanneer[i], wens, gegevens, wortel)));
  if (had?.doe) richt(plaats, had.nummer ?? "", had.doe);
}

/**
 * Give the focus to a button of an item, or where it cannot be pressed to another of its row.
 * @param {Element} plaats
 * @param {string} nummer
 * @param {string} doe
 */
export function richt(plaats, nummer, doe) {
  const alle = /** @type {NodeListOf<HTMLButtonElement>} */ (plaats.querySelectorAll(`[data-nummer="${CSS.escape(nummer)}"]`));
  const knoppen = [...alle].filter((knop) => !knop.disabled);
  /** @type {Record<string, string>} */
  const anders = { eerder: "later", later: "eerder", korter: "minuten", langer: "minuten" };
  (knoppen.find((knop) => knop.dataset.doe === doe) ?? knoppen.find((knop) => knop.dataset.doe === anders[doe]) ?? knoppen[0])?.focus();
}

/**
 * @param {readonly Item[]} items
 * @param {number} i
 * @param {string} wanneer
 * @param {Wens} wens
 * @param {Gegevens} gegevens
 * @param {string} wortel
 */
function rij(items, i, wanneer, wens, gegevens, wortel) {
  const item = items[i];
  const titel = naam(item, gegevens);
  const pagina = adresVan(item, wortel);
  const online = wens.online ? werkvormVan(item, gegevens)?.online : "";
  return el("li", { class: `rb-onderdeel rb-onderdeel--${item.soort}` },
    el("div", { class: "rb-onderdeel__tekst" },
      el("p", { class: "rb-onderdeel__soort" }, [wanneer, pagina ? NAMEN[item.soort] : ""].filter(Boolean).join(" · ")),
      el("h3", {}, pagina ? el("a", { href: pagina }, titel) : titel),
      el("p", { class: "rb-onderdeel__reden" }, reden(items, i, wens, gegevens)),
      online && el("p", { class: "rb-onderdeel__reden" }, `Online: ${online}`)),
    duur(item, titel, gegevens),
    el("div", { class: "rb-onderdeel__knoppen", role: "group", "aria-label": titel },
      knop(item, "eerder", "Eerder", titel, i === 0),
      knop(item, "later", "Later", titel, i === items.length - 1),
      item.slug && knop(item, "wissel", item.soort === "verhaal" ? "Ander verhaal" : "Andere werkvorm", titel),
      knop(item, "weg", "Weg", titel)));
}

/**
 * @param {Item} item
 * @param {string} titel
 * @param {Gegevens} gegevens
 */
function duur(item, titel, gegevens) {
  const [laagst, hoogst] = grenzen(item, gegevens);
  const { minuten, nummer } = item;
  return el("div", { class: "rb-onderdeel__duur", role: "group", "aria-label": `Duur van ${titel}` },
    el("button", { type: "button", "data-doe": "korter", "data-nummer": nummer, "aria-label": "Korter", disabled: minuten <= laagst }, "−"),
    el("input", {
      type: "number", min: laagst, max: hoogst, value: minuten, inputmode: "numeric",
      "data-doe": "minuten", "data-nummer": nummer, "aria-label": `Minuten voor ${titel}`,
    }),
    el("span", { "aria-hidden": "true" }, "min"),
    el("button", { type: "button", "data-doe": "langer", "data-nummer": nummer, "aria-label": "Langer", disabled: minuten >= hoogst }, "+"));
}

/**
 * @param {Item} item
 * @param {string} doe
 * @param {string} tekst
 * @param {string} titel
 * @param {boolean} [uit]
 */
function knop(item, doe, tekst, titel, uit = false) {
  const kenmerken = { "aria-label": `${tekst}: ${titel}`, "data-doe": doe, "data-nummer": item.nummer, disabled: uit };
  return el("button", { type: "button", class: "rb-link", ...kenmerken }, tekst);
}

/**
 * The minutes after a step shorter (-1) or longer (1), on the steps of five, within the limits of the item.
 * @param {Item} item
 * @param {number} richting
 * @param {Gegevens} gegevens
 */
export function naStap(item, richting, gegevens) {
  const [laagst, hoogst] = grenzen(item, gegevens);
  const stap = richting < 0 ? Math.ceil(item.minuten / STAP) - 1 : Math.floor(item.minuten / STAP) + 1;
  return Math.min(Math.max(stap * STAP, laagst), hoogst);
}
