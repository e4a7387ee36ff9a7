// What scripts read, made by `make papieren` of what Python says that it is for scripts: change that.

/** A section of a bundel, with the questions that are still to be answered in it. */
export interface BundelDeel {
  readonly naam: string;
  readonly kop: string;
  readonly vragen: ReadonlyArray<string>;
}

/** How a field of a bundel is written: its kind, and whether it is a list. */
export interface BundelVeld {
  readonly soort: string;
  readonly veel: boolean;
}

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

export type Eerder = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A fact in short: what it is about, and its values. */
export interface Feit {
  readonly label: string;
  readonly waarden: ReadonlyArray<Link>;
}

/** What the script of a form must know: the limits of every field, the words that find a value, the rules. It is the only place from which the script takes them. What has an order is a list of pairs, of a name and what it stands for. `woorden` are other words for the values of a field, `plaatsen` the name and the region of a place by its name in small letters; `vooruit` are years, `kortste` is a number of characters, `bytes` what a file may be, and `foto` the fields of a picture, where the text can have any. Between `woorden_minste` and `woorden_meeste` words the text itself may have, where that is limited. `formulieren` are all forms there are, this one too, by name: what the page of each is called. `invullen` marks what is still to be filled in, which the check refuses. `resten` are what other programs leave behind: the kind of problem, its pattern, and what is said of it; `herstel` is the cure of a kind of problem. */
export interface FormulierGegevens {
  readonly formulier: string;
  readonly formulieren: ReadonlyArray<readonly [string, string]>;
  readonly map: string;
  readonly velden: ReadonlyArray<readonly [string, Grenzen]>;
  readonly delen: ReadonlyArray<readonly [string, string]>;
  readonly woorden: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<string>>>>>;
  readonly plaatsen: Readonly<Record<string, readonly [string, string]>>;
  readonly regios: Readonly<Record<string, string>>;
  readonly werkvormen: Readonly<Record<string, string>>;
  readonly ruimtes: ReadonlyArray<string>;
  readonly patronen: Readonly<Record<string, Patroon>>;
  readonly resten: ReadonlyArray<readonly [string, string, string]>;
  readonly herstel: Readonly<Record<string, string>>;
  readonly letters: Readonly<Record<string, string>>;
  readonly opsomtekens: string;
  readonly schemas: ReadonlyArray<string>;
  readonly persoonlijk: boolean;
  readonly oudste: string;
  readonly vooruit: number;
  readonly kortste: number;
  readonly woorden_minste: number | null;
  readonly woorden_meeste: number | null;
  readonly foto: ReadonlyArray<readonly [string, Grenzen]>;
  readonly bytes: number;
  readonly naamloos: string;
  readonly invullen: string;
}

/** The cells of the ruimtes in their fixed order: each filled one, the outline of all others, and both in words. `beeld` is the address of the picture of the same cells, for a preview elsewhere. */
export interface Glyph {
  readonly vol: ReadonlyArray<Cel>;
  readonly leeg: string;
  readonly tekst: string;
  readonly beeld: string;
}

/** The cell of a ruimte, and how that ruimte is called: of these a script makes a glyph. */
export interface GlyphCel {
  readonly ruimte: string;
  readonly pad: string;
  readonly naam: string;
}

/** What may stand in a field: from `minimum` to `maximum` characters or as a number, `minste` to `meeste` items. A text that must have a form of its own names it in `patroon`, one of `patronen`. What is ticked is written as `vinkje`. */
export interface Grenzen {
  readonly label: string;
  readonly soort: string;
  readonly patroon: string;
  readonly verplicht: boolean;
  readonly veel: boolean;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly minste: number;
  readonly meeste: number | null;
  readonly vinkje: string;
}

/** A section of a text: its name in the outline of its kind, or nothing; its heading, and what stands under it. */
export interface Hoofdstuk {
  readonly naam: string;
  readonly kop: string;
  readonly delen: ReadonlyArray<Tekstdeel>;
}

/** Which stories are on the site: their titles by slug, and the slugs at which one stood before. Of a withdrawn story there is no trace in it. `andere` has the same of every other kind with a form, by its name: a slug at which one stood before has no title there. */
export interface Inhoud {
  readonly versie: number;
  readonly verhalen: Readonly<Record<string, string>>;
  readonly eerder: ReadonlyArray<string>;
  readonly andere: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The choices of a facet: the different `sets` of values that texts have, and by story the number of its set. `voorbeelden` and `werkvormen` have the same of those. All are in the order of the documents of the index. A number for each, not its values: that is a byte on the wire. */
export interface Keuzetabel {
  readonly sets: ReadonlyArray<ReadonlyArray<string>>;
  readonly verhalen: ReadonlyArray<number>;
  readonly voorbeelden: ReadonlyArray<number>;
  readonly werkvormen: ReadonlyArray<number>;
}

/** A name and where it leads, relative to the root of the site; nowhere when `url` is empty. That of a ruimte has its slug too, by which it gets its colour. */
export interface Link {
  readonly label: string;
  readonly url: string;
  readonly ruimte: string;
}

/** An opening picture as lists show it: its address, and what is to be seen. One that is a `foto` has a maker. */
export interface Omslag {
  readonly url: string;
  readonly alt: string;
  readonly foto: boolean;
}

/** A regular expression of JavaScript: its source and its flags. */
export interface Patroon {
  readonly bron: string;
  readonly vlaggen: string;
}

/** What the planner chooses from: all werkvormen, the newest stories and examples of each ruimte, all ruimtes. */
export interface PlanGegevens {
  readonly werkvormen: ReadonlyArray<PlanWerkvorm>;
  readonly verhalen: ReadonlyArray<PlanVerhaal>;
  readonly voorbeelden: ReadonlyArray<PlanVoorbeeld>;
  readonly ruimtes: ReadonlyArray<PlanRuimte>;
}

/** A ruimte as it stands in a sentence, with its questions by function. */
export interface PlanRuimte {
  readonly slug: string;
  readonly naam: string;
  readonly vragen: Readonly<Record<string, ReadonlyArray<string>>>;
}

/** A story that the planner can choose, with the functions for which it tells something. */
export interface PlanVerhaal {
  readonly slug: string;
  readonly titel: string;
  readonly plaats: string;
  readonly ruimtes: ReadonlyArray<string>;
  readonly functies: ReadonlyArray<string>;
  readonly werkvormen: ReadonlyArray<string>;
}

/** A praktijkvoorbeeld that the planner can choose, with its questions; the rest is as of a story. */
export interface PlanVoorbeeld {
  readonly slug: string;
  readonly titel: string;
  readonly ruimtes: ReadonlyArray<string>;
  readonly functies: ReadonlyArray<string>;
  readonly werkvormen: ReadonlyArray<string>;
  readonly gesprek: ReadonlyArray<string>;
}

/** A werkvorm that the planner can choose: `duur` is in minutes, `groep` in people, the least and the most of each. `moment` is its place in the arc of a meet-up. `alle` says that it is for every ruimte; `online` how it goes online, or nothing. `hoogstens` is how many fit in one circle, 0 where it does not say. `vorm` is how people sit most of the time, or nothing, and `doet` what one does in it, in a sentence or two. `vooraf` says that it asks for days of lead time; over so many meetings (`delen`) it goes. */
export interface PlanWerkvorm {
  readonly slug: string;
  readonly titel: string;
  readonly functie: string;
  readonly moment: string;
  readonly alle: boolean;
  readonly ruimtes: ReadonlyArray<string>;
  readonly duur: readonly [number, number];
  readonly groep: readonly [number, number];
  readonly materiaal: ReadonlyArray<string>;
  readonly voorbereiding: string;
  readonly online: string;
  readonly hoogstens: number;
  readonly vorm: string;
  readonly doet: string;
  readonly vooraf: boolean;
  readonly kinderen: boolean;
  readonly delen: number;
}

/** The first file of the finder. `map` is the folder of all others: its name is of what is in it. So a reader never gets half of a site that was renewed in between. `soorten` are the kinds of the documents, each with how many there are, in their order; `blokken` how the first words of the blocks of the index begin; and `vragen` the questions, each with the stories that it names, in its order. */
export interface Register {
  readonly map: string;
  readonly soorten: ReadonlyArray<readonly [string, number]>;
  readonly blokken: ReadonlyArray<string>;
  readonly vragen: ReadonlyArray<readonly [number, ReadonlyArray<number>]>;
}

/** A ruimte by its title, and the questions of it that go with a story. */
export interface RuimteVragen {
  readonly titel: string;
  readonly vragen: ReadonlyArray<string>;
}

/** What a selection is given: the questions of each ruimte, and how the file of a bundel is written. Fields stand in their order, each with its name. */
export interface SelectieGegevens {
  readonly ruimtes: Readonly<Record<string, RuimteVragen>>;
  readonly velden: ReadonlyArray<readonly [string, BundelVeld]>;
  readonly delen: ReadonlyArray<BundelDeel>;
}

/** A step: its minutes in the whole route and in the short one (`kort`), which is 0 where that leaves it out. Both are 0 for a step between two meetings (`tussendoor`). `tekst` are its words without marks. */
export interface StapGegevens {
  readonly naam: string;
  readonly minuten: number;
  readonly kort: number;
  readonly tussendoor: boolean;
  readonly tekst: string;
}

/** A part of a text: of which sort it is, and its words (of a `tekst`) or its parts (of any other sort). */
export interface Tekstdeel {
  readonly soort: "tekst" | "alinea" | "kop" | "lijst" | "genummerd" | "punt" | "citaat" | "sterk" | "nadruk" | "code" | "blok" | "hoog" | "regel" | "streep" | "begrippen" | "begrip" | "uitleg" | "tabel" | "rij" | "kopcel" | "cel";
  readonly tekst: string;
  readonly delen: ReadonlyArray<Tekstdeel>;
}

/** What is suggested while somebody types, beside words and values. `titels` are by kind the pages that can be suggested, each with its address and title. `geschreven` are words as they are written, by what they are compared as, where those differ by more than capitals: "poëzie". */
export interface Titels {
  readonly titels: Readonly<Record<string, ReadonlyArray<readonly [string, string]>>>;
  readonly geschreven: Readonly<Record<string, string>>;
}

/** What a story on paper is given beside itself: the questions of each ruimte, by its slug. */
export interface UitdeelGegevens {
  readonly ruimtes: Readonly<Record<string, RuimteVragen>>;
}

/** Something to hand out: `aantal` pieces for each of `per`. Each piece has one of `regels`, in turn; a single piece, and every sheet (`blad`), has them all. Without any it is blank. One piece is called `stuk`, more are `stuks`; `elk` says for whom, as in "per persoon". */
export interface UitreikGegevens {
  readonly wat: string;
  readonly soort: string;
  readonly per: string;
  readonly aantal: number;
  readonly regels: ReadonlyArray<string>;
  readonly stuk: string;
  readonly stuks: string;
  readonly elk: string;
}

/** A story, with its whole text. Addresses in it are relative to the root of the site (`kort` is its short one); `ruimtes` are slugs, those that the story names first come first; `bron` is a sentence; `speelde` says when it happened, and `gesprek` are its own questions: where there are none, those of its ruimtes do. `wie` are its schools and partners. All of it takes so many sides of paper (`kanten`). */
export interface VerhaalGegevens {
  readonly soort: "verhaal";
  readonly slug: string;
  readonly kort: string;
  readonly titel: string;
  readonly samenvatting: string;
  readonly plaats: string;
  readonly ruimtes: ReadonlyArray<string>;
  readonly feiten: ReadonlyArray<Feit>;
  readonly glyph: Glyph;
  readonly bron: string;
  readonly datum: Dag;
  readonly speelde: string;
  readonly gesprek: ReadonlyArray<string>;
  readonly wie: ReadonlyArray<string>;
  readonly tekst: ReadonlyArray<Tekstdeel>;
  readonly kanten: number;
}

/** What stands at the address of before: the slug of today. */
export interface Verhuisd {
  readonly verhuisd: string;
}

/** Which build the site is: another one as soon as anything on it is another. `vast` are the addresses of what its pages share, which have their hash in their name: of styles and icons each, of scripts and letters the folder. `scripts` is that of the scripts: data of the site fits pages with the same. */
export interface Versie {
  readonly versie: string;
  readonly scripts: string;
  readonly vast: ReadonlyArray<string>;
}

/** What the finder shows of a page, and what it looks at to see which of the words that were meant are there. `namen` are what the page is called by beside its text, and `delen` the parts of compounds in it, as they are compared. `speelde` says when a story happened, and `omslag` is its opening picture, as its card has them. */
export interface Vondst {
  readonly url: string;
  readonly titel: string;
  readonly label: string;
  readonly samenvatting: string;
  readonly tekst: string;
  readonly namen: ReadonlyArray<string>;
  readonly delen: ReadonlyArray<string>;
  readonly speelde: string;
  readonly omslag: Omslag | null;
}

/** A praktijkvoorbeeld, with its whole text: it is short. `kort` is its short address; `ruimtes` are slugs, those that it names first come first; `bron` is a sentence, and `gesprek` are its own questions: where there are none, those of its ruimtes do. */
export interface VoorbeeldGegevens {
  readonly soort: "voorbeeld";
  readonly slug: string;
  readonly kort: string;
  readonly titel: string;
  readonly samenvatting: string;
  readonly ruimtes: ReadonlyArray<string>;
  readonly feiten: ReadonlyArray<Feit>;
  readonly glyph: Glyph;
  readonly bron: string;
  readonly datum: Dag;
  readonly gesprek: ReadonlyArray<string>;
  readonly tekst: ReadonlyArray<Tekstdeel>;
}

/** A value: its facet, slug and label, how many stories have it, and the numbers of the values nearest to it. */
export interface Waarde {
  readonly facet: string;
  readonly slug: string;
  readonly label: string;
  readonly verhalen: number;
  readonly dichtbij: ReadonlyArray<number>;
}

/** A werkvorm in short, with its steps. `kort` is its short address; `duur` is the shortest and the longest time in minutes, `groep` the smallest and the largest number of people; `ruimtes` are slugs in their fixed order; `bron` is a sentence. `stappen` are the steps as its page shows them, and `verloop` what they take, which is empty where they do not all say so. `samen` is how many sit together most of the time by `vorm`, 0 for all of a circle, in which `hoogstens` so many fit. Over so many meetings (`delen`) it goes. `hoofdstukken` are its other sections that a host needs: those before the steps, and about research, are not. */
export interface WerkvormGegevens {
  readonly soort: "werkvorm";
  readonly slug: string;
  readonly kort: string;
  readonly titel: string;
  readonly samenvatting: string;
  readonly ruimtes: ReadonlyArray<string>;
  readonly duur: readonly [number, number];
  readonly groep: readonly [number, number];
  readonly feiten: ReadonlyArray<Feit>;
  readonly glyph: Glyph;
  readonly bron: string;
  readonly stappen: ReadonlyArray<Tekstdeel>;
  readonly verloop: ReadonlyArray<StapGegevens>;
  readonly vorm: string | null;
  readonly samen: number;
  readonly hoogstens: number | null;
  readonly energie: string | null;
  readonly vooraf: string | null;
  readonly met_kinderen: boolean;
  readonly delen: number;
  readonly uitreiken: ReadonlyArray<UitreikGegevens>;
  readonly hoofdstukken: ReadonlyArray<Hoofdstuk>;
}

/** What words mean. Every word, or group of words, is written as it is compared. `woorden` names for a word the values that it means, and `eronder` those that are broader than it: numbers in `waarden`. `gelijk` are groups of words that mean the same, and `ruimer` broader words for a word that no list has. `vormen` are forms of a word that no rule makes, `klein` the words that say nothing of what is looked for, and `soorten` those that ask for one kind of page. `fouten` are typing errors that no rule mends, with the word meant. `letters` have a table of words to mend to. `nederlands` are the beginnings of common Dutch words, which are no errors: each has a table of them. */
export interface Woordenboek {
  readonly waarden: ReadonlyArray<Waarde>;
  readonly woorden: Readonly<Record<string, ReadonlyArray<number>>>;
  readonly eronder: Readonly<Record<string, ReadonlyArray<number>>>;
  readonly gelijk: ReadonlyArray<ReadonlyArray<string>>;
  readonly ruimer: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly vormen: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly klein: ReadonlyArray<string>;
  readonly soorten: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly fouten: Readonly<Record<string, string>>;
  readonly letters: string;
  readonly nederlands: ReadonlyArray<string>;
  readonly gewoon: string;
}

/** What the finder is given: the cells of all ruimtes, for the glyph of what is found. */
export interface ZoekGegevens {
  readonly cellen: ReadonlyArray<GlyphCel>;
}
