// What scripts read, made by `make papieren` of the dataclasses that say `for_scripts`: change those.

/** A filled cell of a glyph: its ruimte, and its outline as SVG path data in a field of 26 by 26 units. */
export interface Cel {
  readonly ruimte: string;
  readonly pad: string;
}

/** A date, as a machine reads it and as it is written in Dutch: 1 november 2026. */
export interface Dag {
  readonly iso: string;
  readonly tekst: string;
}

/** A fact in short: what it is about, and its values. */
export interface Feit {
  readonly label: string;
  readonly waarden: ReadonlyArray<Link>;
}

/** The cells of the ruimtes in their fixed order: each filled one, the outline of all others, and both in words. `beeld` is the address of the picture of the same cells, for a preview elsewhere. */
export interface Glyph {
  readonly vol: ReadonlyArray<Cel>;
  readonly leeg: string;
  readonly tekst: string;
  readonly beeld: string;
}

/** A name and where it leads, relative to the root of the site; nowhere when `url` is empty. That of a ruimte has its slug too, by which it gets its colour. */
export interface Link {
  readonly label: string;
  readonly url: string;
  readonly ruimte: string;
}

/** A part of a text: of which sort it is, and its words (of a `tekst`) or its parts (of any other sort). */
export interface Tekstdeel {
  readonly soort: "tekst" | "alinea" | "kop" | "lijst" | "genummerd" | "punt" | "citaat" | "sterk" | "nadruk" | "code" | "blok" | "hoog" | "regel" | "streep" | "begrippen" | "begrip" | "uitleg" | "tabel" | "rij" | "kopcel" | "cel";
  readonly tekst: string;
  readonly delen: ReadonlyArray<Tekstdeel>;
}

/** A story in short. Addresses in it are relative to the root of the site; `ruimtes` are slugs, those that the story names first come first; `bron` is a sentence. */
export interface VerhaalGegevens {
  readonly soort: "verhaal";
  readonly slug: string;
  readonly titel: string;
  readonly samenvatting: string;
  readonly plaats: string;
  readonly ruimtes: ReadonlyArray<string>;
  readonly feiten: ReadonlyArray<Feit>;
  readonly glyph: Glyph;
  readonly bron: string;
  readonly datum: Dag;
}

/** What stands at the address of before: the slug of today. */
export interface Verhuisd {
  readonly verhuisd: string;
}

/** A werkvorm in short, with its steps. `duur` is the shortest and the longest time in minutes, `groep` the smallest and the largest number of people; `ruimtes` are slugs in their fixed order; `bron` is a sentence. */
export interface WerkvormGegevens {
  readonly soort: "werkvorm";
  readonly slug: string;
  readonly titel: string;
  readonly samenvatting: string;
  readonly ruimtes: ReadonlyArray<string>;
  readonly duur: readonly [number, number];
  readonly groep: readonly [number, number];
  readonly feiten: ReadonlyArray<Feit>;
  readonly glyph: Glyph;
  readonly bron: string;
  readonly stappen: ReadonlyArray<Tekstdeel>;
}
