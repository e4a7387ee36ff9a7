// How the text will look: what the reader of the site makes of it, as nodes. What somebody typed is never read as HTML.

import { grow, reader } from "./commonmark.js";

/** @typedef {import("./commonmark.js").Branch} Branch */

const LOWER = 2; // levels that a heading stands lower here: the page has its own above it

/**
 * The nodes of a text; of a text that cannot be read now, for the reader could not be fetched, its lines.
 * @param {string} text
 * @returns {Promise<Node[]>}
 */
export async function asNodes(text) {
  if (!text.trim()) return [];
  try {
    const read = await reader();
    return grow(read(text)).kinderen.filter((branch) => typeof branch !== "string").map(node);
  } catch {
    return text.split(/\n\s*\n/).map((part) => made("p", [part]));
  }
}

/**
 * @param {string} tag
 * @param {readonly (Node | string)[]} children
 */
function made(tag, children) {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

/**
 * @param {Branch | string} branch
 * @returns {Node}
 */
function node(branch) {
  if (typeof branch === "string") return document.createTextNode(branch);
  const { tag, kenmerken } = branch;
  const children = branch.kinderen.map(node);
  if (tag === "a") return link(kenmerken, children);
  if (tag === "img") return words([kenmerken.alt || "afbeelding"]); // the form takes none
  const [, level] = /^h([1-6])$/.exec(tag) ?? [];
  const element = made(level ? `h${Math.min(6, Number(level) + LOWER)}` : tag, children);
  for (const name of ["start", "type", "disabled", "checked", "aria-label"]) if (name in kenmerken) element.setAttribute(name, kenmerken[name]);
  if (kenmerken.stand) element.dataset.stand = kenmerken.stand;
  if (tag === "th") element.setAttribute("scope", "col");
  return element;
}

/**
 * A link to elsewhere. One to a page of the site stays words here, for its address is that of a file, and so does the sign of
 * a note; what leads back from a note is of no use here.
 * @param {Record<string, string>} kenmerken
 * @param {readonly Node[]} children
 * @returns {Node}
 */
function link({ href = "", noot, terug }, children) {
  if (terug) return document.createTextNode("");
  if (noot || !/^https?:\/\//i.test(href)) return words(children);
  const element = /** @type {HTMLAnchorElement} */ (made("a", children));
  return Object.assign(element, { href, target: "_blank", rel: "noopener" });
}

/** @param {readonly (Node | string)[]} children */
function words(children) {
  const element = made("span", children);
  element.className = "rb-voorbeeld__link";
  return element;
}
