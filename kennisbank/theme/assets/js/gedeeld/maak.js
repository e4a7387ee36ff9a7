// Elements, made without HTML: what comes from an address or a store is text, whatever stands in it.

/** An element with these attributes (what is false or null is left out; a function is called at that event), and children. */
export function maak(naam, kenmerken = {}, ...kinderen) {
  return gevuld(document.createElement(naam), kenmerken, kinderen);
}

/** The same for a part of a drawing. */
export function teken(naam, kenmerken = {}, ...kinderen) {
  return gevuld(document.createElementNS("http://www.w3.org/2000/svg", naam), kenmerken, kinderen);
}

function gevuld(element, kenmerken, kinderen) {
  for (const [kenmerk, waarde] of Object.entries(kenmerken)) {
    if (typeof waarde === "function") element.addEventListener(kenmerk, waarde);
    else if (waarde === true) element.setAttribute(kenmerk, "");
    else if (waarde !== false && waarde != null) element.setAttribute(kenmerk, waarde);
  }
  element.append(...kinderen.flat().filter((kind) => kind != null && kind !== false && kind !== ""));
  return element;
}
