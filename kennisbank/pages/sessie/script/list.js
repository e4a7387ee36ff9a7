// The programme on the screen: a row for each item, with what can be done with it.

import { make as el } from "../../../parts/script/elements.js";
import { limits, werkvormOf } from "./plan.js";
import { name, NAMES, reason } from "./reasons.js";
import { addressOf, times } from "./output.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Data} Data */

const STEP = 5;

/**
 * Put the rows in `place`. What has the focus keeps it: the same button of the same item, or the nearest of its row.
 * @param {Element} place
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 * @param {string} root
 */
export function showList(place, items, wish, data, root) {
  const had = place.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset : undefined;
  const when = times(items, wish.begin);
  place.replaceChildren(...items.map((_, i) => row(items, i, when[i], wish, data, root)));
  if (had?.doe) aim(place, had.nummer ?? "", had.doe);
}

/**
 * Give the focus to a button of an item, or where it cannot be pressed to another of its row.
 * @param {Element} place
 * @param {string} index
 * @param {string} act
 */
export function aim(place, index, act) {
  const all = /** @type {NodeListOf<HTMLButtonElement>} */ (place.querySelectorAll(`[data-nummer="${CSS.escape(index)}"]`));
  const buttons = [...all].filter((button) => !button.disabled);
  /** @type {Record<string, string>} */
  const changed = { eerder: "later", later: "eerder", korter: "minuten", langer: "minuten" };
  (buttons.find((button) => button.dataset.doe === act) ?? buttons.find((button) => button.dataset.doe === changed[act]) ?? buttons[0])?.focus();
}

/**
 * @param {readonly Item[]} items
 * @param {number} i
 * @param {string} when
 * @param {Wish} wish
 * @param {Data} data
 * @param {string} root
 */
function row(items, i, when, wish, data, root) {
  const item = items[i];
  const title = name(item, data);
  const page = addressOf(item, root);
  const online = wish.online ? werkvormOf(item, data)?.online : "";
  return el("li", { class: `rb-onderdeel rb-onderdeel--${item.soort}` },
    el("div", { class: "rb-onderdeel__tekst" },
      el("p", { class: "rb-onderdeel__soort" }, [when, page ? NAMES[item.soort] : ""].filter(Boolean).join(" · ")),
      el("h3", {}, page ? el("a", { href: page }, title) : title),
      el("p", { class: "rb-onderdeel__reden" }, reason(items, i, wish, data)),
      online && el("p", { class: "rb-onderdeel__reden" }, `Online: ${online}`)),
    duur(item, title, data),
    el("div", { class: "rb-onderdeel__knoppen", role: "group", "aria-label": title },
      button(item, "eerder", "Eerder", title, i === 0),
      button(item, "later", "Later", title, i === items.length - 1),
      item.slug && button(item, "wissel", item.soort === "verhaal" ? "Ander verhaal" : "Andere werkvorm", title),
      button(item, "weg", "Weg", title)));
}

/**
 * @param {Item} item
 * @param {string} title
 * @param {Data} data
 */
function duur(item, title, data) {
  const [lowest, highest] = limits(item, data);
  const { minutes, index } = item;
  return el("div", { class: "rb-onderdeel__duur", role: "group", "aria-label": `Duur van ${title}` },
    el("button", { type: "button", "data-doe": "korter", "data-nummer": index, "aria-label": "Korter", disabled: minutes <= lowest }, "−"),
    el("input", {
      type: "number", min: lowest, max: highest, value: minutes, inputmode: "numeric",
      "data-doe": "minuten", "data-nummer": index, "aria-label": `Minuten voor ${title}`,
    }),
    el("span", { "aria-hidden": "true" }, "min"),
    el("button", { type: "button", "data-doe": "langer", "data-nummer": index, "aria-label": "Langer", disabled: minutes >= highest }, "+"));
}

/**
 * @param {Item} item
 * @param {string} act
 * @param {string} text
 * @param {string} title
 * @param {boolean} [out]
 */
function button(item, act, text, title, out = false) {
  const attributes = { "aria-label": `${text}: ${title}`, "data-doe": act, "data-nummer": item.index, disabled: out };
  return el("button", { type: "button", class: "rb-link", ...attributes }, text);
}

/**
 * The minutes after a step shorter (-1) or longer (1), on the steps of five, within the limits of the item.
 * @param {Item} item
 * @param {number} direction
 * @param {Data} data
 */
export function afterStep(item, direction, data) {
  const [lowest, highest] = limits(item, data);
  const step = direction < 0 ? Math.ceil(item.minutes / STEP) - 1 : Math.floor(item.minutes / STEP) + 1;
  return Math.min(Math.max(step * STEP, lowest), highest);
}
