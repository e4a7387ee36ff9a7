() => {
  const found = [];
  const name = (e) => `${e.localName}${[...e.classList].map((one) => `.${one}`).join("")} "${(e.innerText ?? "").trim().slice(0, 40)}"`;
  const seen = new Set();
  const once = (e, what) => {
    const key = `${what}: ${e.localName}.${[...e.classList].join(".")} in .${e.parentElement.className}`;
    if (!seen.has(key)) found.push(`${what}: ${name(e)}`);
    seen.add(key);
  };
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.getClientRects().length && !e.closest(".rb-alleen-voorlezen");
  const edged = (e) => {
    const s = getComputedStyle(e);
    return ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(s[`border${side}Width`]) && s[`border${side}Style`] !== "none"
      && s[`border${side}Color`] !== getComputedStyle(document.body).backgroundColor) || s.textDecorationLine.includes("underline") || (s.outlineStyle !== "none" && parseFloat(s.outlineWidth));
  };
  for (const e of document.body.querySelectorAll("button, .rb-knop, .rb-chip")) {
    const row = e.parentElement; // a row that is a button has the lines of its list
    if (!shown(e) || e.disabled || e.querySelector("svg") || [e, ...e.children].some(edged) || (row.localName === "li" && edged(row))) continue;
    once(e, "a button without an edge or a line");
  }
  // What is chosen, and its neighbours that are not: something must differ beside a background, which is taken away.
  const KEPT = ["borderTopColor", "borderTopWidth", "borderTopStyle", "borderBottomColor", "borderBottomWidth", "borderLeftColor", "borderLeftWidth", "outlineStyle", "outlineWidth", "outlineColor", "fontWeight",
    "textDecorationLine", "textDecorationThickness", "backgroundColor", "color"];
  const look = (e) => KEPT.map((part) => getComputedStyle(e)[part]).join("|");
  const pairs = [];
  for (const box of document.body.querySelectorAll("input[type=radio]:checked")) {
    const other = document.querySelector(`input[type=radio][name="${box.name}"]:not(:checked)`);
    const own = (input) => getComputedStyle(input).appearance !== "none" && getComputedStyle(input).opacity !== "0" && input.offsetWidth > 4;
    if (other && !own(box)) pairs.push([box.nextElementSibling ?? box.parentElement, other.nextElementSibling ?? other.parentElement]);
  }
  for (const e of document.body.querySelectorAll("[aria-current], [aria-pressed=true], [aria-selected=true]")) {
    const other = [...(e.closest("ul, ol, nav, [role=group], p") ?? e.parentElement).querySelectorAll(e.localName)].find((one) => one !== e && !one.matches("[aria-current], [aria-pressed=true], [aria-selected=true]"));
    if (other) pairs.push([e, other]);
  }
  for (const [e, other] of pairs) if (shown(e) && shown(other) && look(e) === look(other)) once(e, "chosen, and looks as what is not");
  // The cells of a glyph: those that are full and those that are not.
  for (const glyph of document.body.querySelectorAll("svg.rb-glyph")) {
    const [full, empty] = [glyph.querySelector(".vol"), glyph.querySelector(".leeg")];
    if (full && empty && shown(glyph) && getComputedStyle(full).fill === getComputedStyle(empty).fill) once(glyph, "a glyph of one colour");
  }
  return found;
}
