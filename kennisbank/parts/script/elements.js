// Elements, made without HTML: what comes from an address or a store is text, whatever stands in it.

/** @typedef {Node | string | number | false | null | undefined} Kind */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((gebeurtenis: Event) => void)>} Kenmerken */

/**
 * An element with these attributes (what is false or null is left out; a function is called at that event), and children.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} naam
 * @param {Kenmerken} kenmerken
 * @param {(Kind | readonly Kind[])[]} kinderen
 */
export function maak(naam, kenmerken = {}, ...kinderen) {
  return gevuld(document.createElement(naam), kenmerken, kinderen);
}

/**
 * The same for a part of a drawing.
 * @template {keyof SVGElementTagNameMap} N
 * @param {N} naam
 * @param {Kenmerken} kenmerken
 * @param {(Kind | readonly Kind[])[]} kinderen
 */
export function teken(naam, kenmerken = {}, ...kinderen) {
  return gevuld(document.createElementNS("http://www.w3.org/2000/svg", naam), kenmerken, kinderen);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Kenmerken} kenmerken
 * @param {(Kind | readonly Kind[])[]} kinderen
 */
function gevuld(element, kenmerken, kinderen) {
  for (const [kenmerk, waarde] of Object.entries(kenmerken)) {
    if (typeof waarde === "function") element.addEventListener(kenmerk, waarde);
    else if (waarde === true) element.setAttribute(kenmerk, "");
    else if (waarde !== false && waarde != null) element.setAttribute(kenmerk, String(waarde));
  }
  const over = kinderen.flat().filter((kind) => kind != null && kind !== false && kind !== "");
  element.append(.../** @type {(Node | string)[]} */ (over)); // which makes a text of a number
  return element;
}
