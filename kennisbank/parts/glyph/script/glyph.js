// The glyph of a story or a werkvorm: a cell for each ruimte, of which its own are filled.

/** @typedef {import("../../../outputs/scripts.d.ts").Glyph} Glyph */
/** @typedef {Pick<Glyph, "vol" | "leeg" | "tekst">} Shape what a template shows of it (`parts/glyph/template.html`) */
/** @typedef {import("../../../outputs/scripts.d.ts").GlyphCel} GlyphCel */

/**
 * The glyph of these ruimtes, where nobody has made it yet; `cells` are those of all, in their fixed order.
 * @param {readonly GlyphCel[]} cells
 * @param {readonly string[]} ruimtes
 * @returns {Shape}
 */
export function shape(cells, ruimtes) {
  const vol = cells.filter(({ ruimte }) => ruimtes.includes(ruimte));
  const names = vol.map(({ naam }) => naam);
  const listed = names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`;
  return {
    vol,
    leeg: cells.filter((cell) => !vol.includes(cell)).map(({ pad }) => pad).join(""),
    tekst: names.length ? `${names.length === 1 ? "Ruimte" : "Ruimtes"}: ${listed}` : "Geen ruimte",
  };
}

/**
 * The slugs of the ruimtes that are filled, in their fixed order.
 * @param {Glyph} glyph
 */
export function ruimtesOf(glyph) {
  return glyph.vol.map(({ ruimte }) => ruimte);
}
