// The programme that stands in the address of this page, with what the site says of its texts.

import { current } from "../../../parts/script/address.js";
import { makeLoaded } from "../../sessie/script/loaded.js";
import { makeSources } from "../../sessie/script/sources.js";
import { NAMED, omitted, read } from "../../sessie/script/state.js";

/** @typedef {import("../../sessie/script/plan.js").Item} Item */
/** @typedef {import("../../sessie/script/plan.js").Wish} Wish */
/** @typedef {import("../../sessie/script/plan.js").Data} Data */
/** @typedef {import("../../../outputs/scripts.d.ts").StapGegevens} StapGegevens */
/** @typedef {import("./steps.js").Fetched} Fetched */
/** @typedef {{ wish: Wish, items: readonly Item[], data: Data, fetched: Fetched, messages: string[] }} Given */

/** @param {Item} item */
const key = ({ soort, slug }) => `${soort}/${slug}`;

/**
 * Read a query, and fetch what is said of the texts in it. What is gone is left out, what could not be fetched stands
 * there with its address; `messages` says so. Without a programme `items` is empty.
 * @param {string} search
 * @param {import("../../../outputs/scripts.d.ts").Eerder} names
 * @param {import("../../../outputs/scripts.d.ts").PlanGegevens} base
 * @param {string} root the address of the site
 * @returns {Promise<Given>}
 */
export async function open(search, names, base, root) {
  const { wish, items, messages } = read(current(search, NAMED, names), base);
  const sources = makeSources(root);
  const loaded = makeLoaded(sources);
  /** @type {Map<string, readonly StapGegevens[]>} */
  const verloop = new Map();
  /** @type {Map<string, readonly string[]>} */
  const gesprek = new Map();
  let gone = 0;
  let unreachable = 0;

  /**
   * @param {Item} item
   * @returns {Promise<Item | null>}
   */
  async function found(item) {
    const { soort, slug } = item;
    if (!slug) return item;
    try {
      if (soort !== "verhaal" && soort !== "voorbeeld") {
        verloop.set(slug, (await sources.werkvorm(slug))?.verloop ?? []);
        return item;
      }
      const text = await loaded.fetch(soort, slug);
      if (!text) {
        gone += 1;
        return null;
      }
      const now = { ...item, slug: text.slug };
      gesprek.set(key(now), text.gesprek);
      return now;
    } catch {
      unreachable += 1;
      if (soort === "verhaal" || soort === "voorbeeld") loaded.nameOnly(soort, slug);
      return item;
    }
  }

  const there = (await Promise.all((items ?? []).map(found))).filter((item) => item !== null);
  if (gone) messages.push(omitted(gone));
  if (unreachable) messages.push("Niet alles kon worden opgehaald. Een verhaal staat er met zijn adres, en een werkvorm zonder stappen.");
  return { wish, items: there, data: loaded.joined(base), fetched: { verloop, gesprek, samenvatting: loaded.samenvatting }, messages };
}
