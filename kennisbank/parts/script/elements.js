// Elements, made without HTML: what comes from an address or a store is text, whatever stands in it.

/** @typedef {Node | string | number | false | null | undefined} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>} Attributes */

/**
 * An element with these attributes (what is false or null is left out; a function is called at that event), and children.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Attributes} attributes
 * @param {(Child | readonly Child[])[]} children
 */
export function make(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/**
 * The same for a part of a drawing.
 * @template {keyof SVGElementTagNameMap} N
 * @param {N} name
 * @param {Attributes} attributes
 * @param {(Child | readonly Child[])[]} children
 */
export function draw(name, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {(Child | readonly Child[])[]} children
 */
function filled(element, attributes, children) {
  for (const [digest, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(digest, value);
    else if (value === true) element.setAttribute(digest, "");
    else if (value !== false && value != null) element.setAttribute(digest, String(value));
  }
  const left = children.flat().filter((child) => child != null && child !== false && child !== "");
  element.append(.../** @type {(Node | string)[]} */ (left)); // which makes a text of a number
  return element;
}
