// The programme on the screen: a row for each item, with what can be done with it.

import { fill } from "../../../parts/script/fill.js";
import { alternatives, limits, werkvormOf } from "./plan.js";
import { does, name, NAMES, reason } from "./reasons.js";
import { countOf } from "./notes.js";
import { addressOf, times } from "./output.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Data} Data */
/** @typedef {{ offered?: number, note: (item: Item) => { open: boolean, text: string, kept: boolean } }} Extra the index of the item for which others are offered, and what there is of a note */

const STEP = 5;

/**
 * Put the rows in `place`. What has the focus keeps it: the same button of the same item, or the nearest of its row.
 * @param {Element} place
 * @param {HTMLTemplateElement} template
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 * @param {string} root
 * @param {Extra} extra
 */
export function showList(place, template, items, wish, data, root, extra) {
  const had = place.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset : undefined;
  const when = times(items, wish.begin);
  place.replaceChildren(...items.map((_, i) => row(template, items, i, when[i], wish, data, root, extra)));
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
 * @param {HTMLTemplateElement} template
 * @param {readonly Item[]} items
 * @param {number} i
 * @param {string} when
 * @param {Wish} wish
 * @param {Data} data
 * @param {string} root
 * @param {Extra} extra
 */
function row(template, items, i, when, wish, data, root, { offered, note }) {
  const item = items[i];
  const { soort, minutes } = item;
  const titel = name(item, data);
  const adres = addressOf(item, root);
  const [lowest, highest] = limits(item, data);
  const others = item.index !== undefined && item.index === offered ? alternatives(items, i, wish, data) : [];
  const written = note(item);
  const made = fill(template, {
    anders: others.map((other) => ({
      titel: name(other, data), slug: other.slug, doet: does(other, wish, data), nummer: item.index,
      duur: other.minutes === minutes ? "" : `Dat duurt ${other.minutes} minuten. `,
    })),
    open: String(others.length > 0),
    soort,
    titel,
    adres,
    naam: adres ? "" : titel,
    wanneer: [when, adres ? NAMES[soort] : ""].filter(Boolean).join(" · "),
    reden: reason(items, i, wish, data),
    online: wish.online && werkvormOf(item, data)?.online,
    nummer: item.index,
    minuten: minutes,
    laagst: lowest,
    hoogst: highest,
    kortst: minutes <= lowest,
    langst: minutes >= highest,
    eerste: i === 0,
    laatste: i === items.length - 1,
    verhaal: soort === "verhaal",
    werkvorm: soort === "werkvorm",
    voorbeeld: soort === "voorbeeld",
    notitie: written.open,
    notitie_open: String(written.open),
    notitie_kan: !item.note,
    telling: countOf(written.text, written.kept),
    fout: String(!written.kept),
  });
  const field = made.querySelector("textarea");
  if (field) field.value = written.text;
  return made;
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
