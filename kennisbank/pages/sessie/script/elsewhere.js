// Where else a programme is shown: as it runs, and to read for who takes part.

import { write } from "./state.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wish} Wish */

/**
 * The page on which a host follows it.
 * @param {string} root
 * @param {Wish} wish
 * @param {readonly Item[]} items
 */
export const addressNow = (root, wish, items) => `${root}sessie/nu/${write(wish, items)}`;

/**
 * The page for participants. What a host wrote with an item is not in it.
 * @param {string} root
 * @param {Wish} wish
 * @param {readonly Item[]} items
 */
export const addressToRead = (root, wish, items) => `${root}sessie/lezen/${write(wish, items, { notes: false })}`;
