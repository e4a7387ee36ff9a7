// The glyph of a story or a werkvorm: a cell for each ruimte, of which its own are filled.

import { draw } from "../../script/elements.js";

/** @typedef {import("../../../outputs/scripts.d.ts").Glyph} Glyph */

/**
 * The glyph as a drawing, as a page shows it (`parts/glyph/template.html`).
 * @param {Glyph} glyph
 */
export function makeGlyph(glyph) {
  return draw("svg", { class: "rb-glyph rb-glyph--groot", viewBox: "0 0 26 26", width: 40, height: 40, role: "img", "aria-label": glyph.tekst },
    glyph.vol.map(({ ruimte, pad }) => draw("path", { class: `vol rb-${ruimte}`, d: pad })),
    glyph.leeg && draw("path", { class: "leeg", d: glyph.leeg }));
}

/**
 * The slugs of the ruimtes that are filled, in their fixed order.
 * @param {Glyph} glyph
 */
export function ruimtesOf(glyph) {
  return glyph.vol.map(({ ruimte }) => ruimte);
}
