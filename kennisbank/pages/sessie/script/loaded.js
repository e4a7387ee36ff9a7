// What was fetched of stories and examples, for a programme that has them: by kind and slug.

/** @typedef {import("../../../outputs/scripts.d.ts").Tekstdeel} Tekstdeel */
/** @typedef {import("./plan.js").Data} Data */
/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Verhaal & { samenvatting: string, gesprek: readonly string[] }} Verhaal */
/** @typedef {import("./plan.js").Voorbeeld & { samenvatting: string, tekst: readonly Tekstdeel[] }} Voorbeeld */

/** @param {ReturnType<typeof import("./sources.js").makeSources>} sources */
export function makeLoaded(sources) {
  /** @type {{ verhaal: Map<string, Verhaal>, voorbeeld: Map<string, Voorbeeld> }} */
  const texts = { verhaal: new Map(), voorbeeld: new Map() };

  /**
   * @template {{ slug: string }} T
   * @param {readonly T[]} own
   * @param {ReadonlyMap<string, T>} fetched
   */
  const more = (own, fetched) => [...own, ...[...fetched.values()].filter(({ slug }) => !own.some((one) => one.slug === slug))];

  return {
    /**
     * What is known: of the page itself, and of what was fetched.
     * @param {Data} base
     * @returns {Data}
     */
    joined: (base) => ({ ...base, verhalen: more(base.verhalen, texts.verhaal), voorbeelden: more(base.voorbeelden, texts.voorbeeld) }),

    /**
     * A text by its present or former slug, kept from now on; null without one. Rejects where the site cannot be reached.
     * @param {"verhaal" | "voorbeeld"} soort
     * @param {string} slug
     */
    async fetch(soort, slug) {
      if (soort === "verhaal") {
        const verhaal = await sources.verhaal(slug);
        if (verhaal) texts.verhaal.set(verhaal.slug, verhaal);
        return verhaal;
      }
      const voorbeeld = await sources.voorbeeld(slug);
      if (voorbeeld) texts.voorbeeld.set(voorbeeld.slug, voorbeeld);
      return voorbeeld;
    },

    /**
     * Keep its address alone, where it could not be fetched.
     * @param {"verhaal" | "voorbeeld"} soort
     * @param {string} slug
     */
    nameOnly(soort, slug) {
      const nothing = { slug, titel: slug, ruimtes: [], samenvatting: "" };
      if (soort === "verhaal") texts.verhaal.set(slug, { ...nothing, plaats: "", gesprek: [] });
      else texts.voorbeeld.set(slug, { ...nothing, gesprek: [], tekst: [] });
    },

    /**
     * Whether a text was fetched.
     * @param {"verhaal" | "voorbeeld"} soort
     * @param {string} slug
     */
    has: (soort, slug) => texts[soort].has(slug),

    /** @param {Item} item */
    samenvatting: ({ soort, slug = "" }) => (soort === "verhaal" || soort === "voorbeeld" ? (texts[soort].get(slug)?.samenvatting ?? "") : ""),

    /** @param {Item} item */
    gesprek: ({ soort, slug = "" }) => (soort === "verhaal" || soort === "voorbeeld" ? (texts[soort].get(slug)?.gesprek ?? []) : []),

    /** @param {Item} item */
    tekst: ({ soort, slug = "" }) => (soort === "voorbeeld" ? texts.voorbeeld.get(slug)?.tekst : undefined),
  };
}
