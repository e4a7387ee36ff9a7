// Elements, made without HTML: what comes from an address or a store is text, whatever stands in it.

/** An element with these attributes (what is false or null is left out; a function is called at that event), and children. */
export function maak(naam, kenmerken = {}, ...kinderen) {
  const element = document.createElement(naam);
  for (const [kenmerk, waarde] of Object.entries(kenmerken)) {
    if (typeof waarde === "function") element.addEventListener(kenmerk, waarde);
    else if (waarde === true) element.setAttribute(kenmerk, "");
    else if (waarde !== false && waarde != null) element.setAttribute(kenmerk, waarde);
  }
  element.append(...kinderen.flat().filter((kind) => kind != null && kind !== false && kind !== ""));
  return element;
}
