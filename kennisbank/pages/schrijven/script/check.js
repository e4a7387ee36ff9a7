// What is wrong with a field, in a Dutch sentence. The limits are those of the check: they come with the page.

import { Judge } from "./judge.js";
import { LETTER, quoted, folded, length } from "./text.js";

/** @typedef {import("./fields.js").Data} Data */
/** @typedef {import("./fields.js").Values} Values */
/** @typedef {import("../../../outputs/scripts.d.ts").Grenzen} Limits */

/** @param {number} count */
const there = (count) => (count === 1 ? "Dit is er 1" : `Dit zijn er ${count}`);
/** @param {number} characters */
const long = (characters) => (characters === 1 ? "Dit is 1 teken" : `Dit zijn ${characters} tekens`);

/** @param {number} count */
const counted = (count) => (count === 1 ? "1 woord" : `${count} woorden`);

export class Check {
  /**
   * @param {Data} data
   * @param {import("./markup.js").Markup} markup
   * @param {string} today
   */
  constructor(data, markup, today) {
    this.data = data;
    this.markup = markup;
    this.today = today;
    this.judge = new Judge(data);
    /** @type {Record<string, RegExp>} */
    this.whole = Object.fromEntries(
      ["periode", "bereik", "adres", "bezet", "foto", "plaatsnaam", ...Object.values(data.velden).flatMap(({ patroon }) => patroon || [])].map((name) => {
        const { bron, vlaggen } = data.patronen[name];
        return [name, new RegExp(`^(?:${bron})$`, vlaggen)];
      }),
    );
  }

  /**
   * `values` are those of all fields, cleaned; `broken` says that the browser itself cannot read the field.
   * @param {string} name
   * @param {Values} values
   * @param {boolean} [broken]
   * @returns {string}
   */
  error(name, values, broken = false) {
    const spec = this.data.velden[name];
    const value = values[name];
    if (broken) return "Deze datum bestaat niet. Kies een dag op de kalender.";
    if (spec.soort === "flag") return "";
    if (!value.length) return this.#empty(name, spec, values);
    const error = spec.veel ? this.#list(spec, value) : this.#one(spec, value);
    return error || this.#together(name, values);
  }

  /**
   * @param {string} name
   * @param {Limits} limits
   * @param {Values} values
   */
  #empty(name, { soort, verplicht, veel }, values) {
    if (name === "toestemming_kenmerk" && values.toestemming === "ja") {
      return "Bij ja hoort een kenmerk: schrijf op waar de toestemming is bewaard.";
    }
    if (!verplicht) return "";
    if (soort === "consent") return "Kies ja of nee.";
    if (soort === "choice") return veel ? "Kies er minstens één." : "Kies er een.";
    return "Vul dit nog in.";
  }

  /**
   * @param {Limits} spec
   * @param {readonly string[]} values
   */
  #list(spec, values) {
    for (const [index, value] of values.entries()) {
      const error = spec.soort === "text" ? this.#one(spec, value) : "";
      if (error) return values.length > 1 ? `Regel ${index + 1}: ${error}` : error;
      if (values.indexOf(value) !== index) return `${quoted(value)} staat er twee keer. Haal er een weg.`;
    }
    if (spec.minste === spec.meeste && values.length !== spec.minste) return `${there(values.length)}; het ${spec.minste === 1 ? "moet er 1" : `moeten er ${spec.minste}`} zijn.`;
    if (values.length < spec.minste) return `${there(values.length)}; minstens ${spec.minste} zijn nodig.`;
    if (spec.meeste !== null && values.length > spec.meeste) return `${there(values.length)}; hooguit ${spec.meeste} mag.`;
    return "";
  }

  /**
   * What is wrong with one text, by itself.
   * @param {Limits} limits
   * @param {string} value
   */
  single(limits, value) {
    return this.#one(limits, value);
  }

  /**
   * @param {Limits} spec
   * @param {string} value
   */
  #one(spec, value) {
    switch (spec.soort) {
      case "text": return this.#text(spec, value);
      case "date": return this.#date(value);
      case "period": return this.#periode(value);
      case "range": return this.#span(spec, value);
      case "number": return /^[0-9]+$/.test(value) ? this.#span(spec, value) : "Schrijf één getal, bijvoorbeeld 10.";
      default: return ""; // a choice can only be one of the list
    }
  }

  /**
   * @param {Limits} limits
   * @param {string} value
   */
  #text({ minimum, maximum, patroon }, value) {
    if (!LETTER.test(value)) return `${quoted(value)} heeft geen letter of cijfer.`;
    const characters = length(value);
    if (minimum !== null && characters < minimum) return `${long(characters)}; minstens ${minimum} zijn nodig.`;
    if (maximum !== null && characters > maximum) return `${long(characters)}; hooguit ${maximum} mag. Kort het wat in.`;
    return (patroon && this.#shaped(patroon, value)) || this.markup.persoonlijk(value);
  }

  /**
   * A text that must be like a pattern.
   * @param {string} patroon
   * @param {string} value
   */
  #shaped(patroon, value) {
    const like = this.whole[patroon];
    if (like.test(value)) return "";
    if (patroon === "foto") return `${quoted(value)} kan niet. Gebruik kleine letters, cijfers en streepjes, en eindig op .jpg, .png, .webp of .avif.`;
    if (patroon !== "site") return `${quoted(value)} staat er niet zoals het hoort. Kijk naar het voorbeeld.`;
    if (/\s/.test(value)) return `In ${quoted(value)} staat een spatie. Zet elk adres op een eigen regel.`;
    if (value.includes("@")) return `In ${quoted(value)} staat een @. Geen mailadres of inlognaam: neem de pagina met contact.`;
    if (/^http:\/\//i.test(value)) return `${quoted(value)} begint met http://. Schrijf https://, als de site zo ook werkt.`;
    if (like.test(`https://${value}`)) return `${quoted(value)} begint niet met https://. Zet dat ervoor.`;
    return `${quoted(value)} is geen adres van een site. Kopieer het hele adres uit je browser.`;
  }

  /** @param {string} value */
  #date(value) {
    if (value < this.data.oudste) return `Deze dag ligt voor het jaar ${this.data.oudste.slice(0, 4)}. Vul de dag in waarop dit op de site komt.`;
    return value > this.today ? "Deze dag is nog niet geweest. Vul vandaag in, of een eerdere dag." : "";
  }

  /** @param {string} value */
  #periode(value) {
    if (!this.whole.periode.test(value)) return "Schrijf een jaar (2019) of twee jaren met een streepje ertussen (2018-2021).";
    const [from, to] = this.#years(value);
    const [first, last] = [Number(this.data.oudste.slice(0, 4)), Number(this.today.slice(0, 4)) + this.data.vooruit];
    if (from < first || to > last) return `De jaren liggen tussen ${first} en ${last}.`;
    return from > to ? "Schrijf eerst het begin en dan het einde." : "";
  }

  /**
   * @param {string} period
   * @param {string} around
   */
  #within(period, around) {
    if (!around || this.#periode(around)) return ""; // what is wrong with those years is said there
    const [[from, to], [first, last]] = [this.#years(period), this.#years(around)];
    return first <= from && to <= last ? "" : `Deze jaren liggen niet binnen de jaren waarin het speelde, ${quoted(around)}. Verbeter die, of deze.`;
  }

  /**
   * The first and the last year of a period that can be read.
   * @param {string} value
   */
  #years(value) {
    const [, from, to] = /** @type {RegExpMatchArray} */ (value.match(this.whole.periode));
    return [Number(from), Number(to ?? from)];
  }

  /**
   * @param {Limits} limits
   * @param {string} value
   */
  #span({ minimum, maximum }, value) {
    const found = value.match(this.whole.bereik);
    if (!found) return "Schrijf een getal (30) of twee getallen met een streepje ertussen (30-45).";
    const [low, hoog] = [Number(found[1]), Number(found[2] ?? found[1])];
    if ((minimum !== null && low < minimum) || (maximum !== null && hoog > maximum)) return `Het kan tussen ${minimum} en ${maximum} zijn.`;
    return low > hoog ? "Schrijf eerst het laagste getal." : "";
  }

  /**
   * A circle, or a group in it, that does not fit the people; what is wrong with those is said there.
   * @param {string} name
   * @param {Values} values
   */
  #circle(name, { groep = "", hoogstens = "", vorm = "" }) {
    const people = groep.match(this.whole.bereik);
    if (!people) return "";
    const [least, most] = [Number(people[1]), Number(people[2] ?? people[1])];
    if (name === "hoogstens") {
      return least <= Number(hoogstens) && Number(hoogstens) <= most ? "" : `Dit past niet bij de groep, ${quoted(groep)}. Verbeter die, of dit.`;
    }
    const together = vorm === "tweetallen" ? 2 : Number(vorm.match(/\d+$/)?.[0] ?? 0);
    return together <= Number(hoogstens || most) ? "" : "Zoveel mensen kunnen er niet in een kring. Neem een kleiner groepje.";
  }

  /**
   * What must fit another field: a place lies in its region, the years of a period in those around it, and a circle in
   * its group.
   * @param {string} name
   * @param {Values} values
   */
  #together(name, values) {
    if (name === "hoogstens" || name === "vorm") return this.#circle(name, values);
    if (name === "plaats") return this.#named(values.plaats);
    if (name === "periode") return this.#within(values.periode, values.speelde ?? "");
    if (name !== "regio" || !values.plaats) return "";
    const place = this.place(values.plaats);
    if (!place || place.regio === values.regio) return "";
    return `${place.label} ligt in de regio ${this.data.regios[place.regio]}. Kies die, of verbeter de plaats.`;
  }

  /**
   * What is wrong with the name of a place that is not known; the check also knows a typing error.
   * @param {string} name
   */
  #named(name) {
    return this.place(name) || this.whole.plaatsnaam.test(name) ? "" : `${quoted(name)} is geen naam van een dorp of stad. Schrijf alleen de naam.`;
  }

  /**
   * The place that somebody means, with its region; nothing when it is not known.
   * @param {string} name
   */
  place(name) {
    const foldedText = folded(name);
    if (!Object.hasOwn(this.data.plaatsen, foldedText)) return null;
    const [label, regio] = this.data.plaatsen[foldedText];
    return { label, regio };
  }

  /**
   * The address of the page; `taken` gives the titles of what is there already, by address.
   * @param {string} value
   * @param {Readonly<Record<string, string>>} taken
   */
  address(value, taken) {
    if (!value) return "Vul een adres in, bijvoorbeeld een paar woorden uit de titel met streepjes ertussen.";
    if (this.whole.bezet.test(value)) return `${quoted(value)} heeft de site zelf nodig. Kies een ander adres.`;
    if (!this.whole.adres.test(value)) return "Gebruik alleen kleine letters, cijfers en streepjes ertussen, zoals kunst-op-het-plein.";
    if (!Object.hasOwn(taken, value)) return "";
    const from = taken[value] ? `van ${quoted(taken[value])}` : "al gebruikt";
    return `Dit adres is ${from}. Kies een ander, bijvoorbeeld ${value}-2.`;
  }

  /**
   * A part of the text, or all of it.
   * @param {string} text
   * @param {string} [whole] the text that it is a part of
   */
  part(text, whole = text) {
    return text ? this.markup.error(text) || this.judge.error(text, whole) : "";
  }

  /**
   * Words that are shown large must stand so in the text.
   * @param {string} words
   * @param {string} text
   */
  quoted(words, text) {
    return !words || this.markup.quotes(text, words) ? "" : `${quoted(words)} staat niet zo in de tekst. ${this.data.herstel["citaat-tekst"]}`;
  }

  /**
   * How many words the whole text has, and may have: to show below it, and what is wrong. Without limits both are empty.
   * @param {string} text
   */
  measured(text) {
    const { woorden_minste: least, woorden_meeste: most } = this.data;
    if (least === null || most === null) return { shown: "", error: "" };
    const count = this.markup.words(text);
    const error = `De tekst telt ${counted(count)}; ${count < least ? `minstens ${least} zijn nodig. Vertel wat meer` : `hooguit ${most} mag. Kort hem in`}.`;
    return { shown: `${counted(count)}; ${least} tot en met ${most} mag`, error: count < least || count > most ? error : "" };
  }
}
