// From what somebody typed or pasted to what stands in the file.
//
// What is cleaned, and why:
// - a line end of any kind (CRLF, CR, and those of Word: vertical tab, form feed, U+0085, U+2028, U+2029) becomes LF;
// - every other kind of space (no-break U+00A0, narrow U+202F, thin, ideographic ...) becomes a space: pasted they only
//   keep lines from breaking, and after `-` or `##` Markdown does not see them;
// - what nobody sees goes: soft hyphen U+00AD, zero-width U+200B and U+200C, direction marks U+200E and U+200F, word joiner
//   U+2060, byte order mark U+FEFF, half a surrogate pair, and all that the check forbids (control characters, bidi
//   overrides); the zero-width joiner U+200D stays within an emoji, which it holds together, and goes elsewhere;
// - letters with accents are composed (Unicode NFC), as the other files have them;
// - curly quotes, dashes, accents and emoji stay.
// One line: every run of white space, also of line ends and tabs, becomes one space. A text: see `alineas`.

const REGELEINDE = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const SPATIE = /[^\S\n\t]/g;
const ONZICHTBAAR = /[\u00ad\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff]|\p{Surrogate}/gu;
const LOSSE_VERBINDER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

const BULLET = /^[ \t]*[•‣▪◦·][ \t]+/;
const HEK = /^ {0,3}(```|~~~)/;
const ONDERSTREEPT = /^ {0,3}=+[ \t]*$/;
const KOP1 = /^ {0,3}#(?!#)([ \t]*)(?=\S)/;
// A line that begins a block of its own, or goes on in the one before it.
const BLOK = /^\s|^(?:[-*+]|\d{1,3}\.|[>|:#]|```|~~~)|^[-*_]{3,}$/;
const LIJST = /^(?:[-*+]|\d{1,3}\.)\s/;

/**
 * Return the functions that clean; `verboden` is the pattern of what the check forbids.
 * @param {import("../../../outputs/scripts.d.ts").Patroon} verboden
 */
export function maakTekst(verboden) {
  const rest = new RegExp(verboden.bron, `${verboden.vlaggen}g`);

  /** @param {string} tekst */
  function schoon(tekst) {
    return tekst
      .replace(REGELEINDE, "\n")
      .replace(ONZICHTBAAR, "")
      .replace(SPATIE, " ")
      .replace(LOSSE_VERBINDER, "")
      .replace(rest, "")
      .normalize("NFC");
  }

  /**
   * One line.
   * @param {string} tekst
   */
  function regel(tekst) {
    return schoon(tekst).replace(/\s+/g, " ").trim();
  }

  /**
   * A list with an item on each line.
   * @param {string} tekst
   */
  function regels(tekst) {
    return schoon(tekst).split("\n").map(regel).filter(Boolean);
  }

  /**
   * A text in Markdown as people type it: every line is a paragraph, as in a word processor; a list gets the empty line
   * above it that Markdown asks for; a bullet of Word is a hyphen; a tab is a space, and before a list item four. A
   * heading of the highest level, which is the title of the page, becomes one of the second; `#word` stays a word.
   * @param {string} tekst
   */
  function alineas(tekst) {
    const gegeven = schoon(tekst).split("\n").map(zonderTabs);
    /** @type {string[]} */
    const uit = [];
    let hek = false;
    gegeven.forEach((gelezen, nummer) => {
      if (ONDERSTREEPT.test(gelezen) && gegeven[nummer - 1]?.trim()) return;
      const nu = verlaagd(gelezen, gegeven[nummer + 1] ?? "");
      const vorige = uit.at(-1) ?? "";
      if (!hek && nu.trim() && vorige.trim() && nieuweAlinea(vorige, nu)) uit.push("");
      if (HEK.test(nu)) hek = !hek;
      uit.push(nu);
    });
    return uit.join("\n").replace(/\n{3,}/g, "\n\n").replace(/^\n+/, "").trimEnd();
  }

  return { schoon, regel, regels, alineas };
}

/** @param {string} regel */
function zonderTabs(regel) {
  const lijst = regel.replace(BULLET, (begin) => (/^[ \t]*\t/.test(begin) ? "\t- " : "- "));
  const [, begin, rest] = /** @type {RegExpMatchArray} */ (lijst.match(/^([ \t]*)(.*)$/s));
  if (!begin.includes("\t")) return begin + rest.replaceAll("\t", " ");
  return (LIJST.test(rest) ? "    " : "") + rest.replaceAll("\t", " ");
}

/**
 * A title in the text, underlined or with one #, becomes a heading of the second level.
 * @param {string} regel
 * @param {string} volgende
 */
function verlaagd(regel, volgende) {
  const kop = regel.match(KOP1);
  if (kop) return kop[1] ? `## ${regel.slice(kop[0].length)}` : regel.replace("#", "\\#");
  return regel.trim() && ONDERSTREEPT.test(volgende) ? `## ${regel.trim()}` : regel;
}

/**
 * @param {string} vorige
 * @param {string} nu
 */
function nieuweAlinea(vorige, nu) {
  if (/^\s/.test(nu)) return false;
  if (/^#{2,6}\s/.test(vorige) || /^#{2,6}\s/.test(nu)) return true;
  if (LIJST.test(nu)) return !LIJST.test(vorige) && !/^\s/.test(vorige);
  if (LIJST.test(vorige) || /^\s/.test(vorige)) return true;
  if (nu.includes("|") && vorige.includes("|")) return false;
  if (/^([-*_])\1{2,}$/.test(nu)) return true;
  return !BLOK.test(nu) || !BLOK.test(vorige);
}

/**
 * The characters of a text as the check counts them: an emoji is one, where `length` says two.
 * @param {string} tekst
 */
export function lengte(tekst) {
  return [...tekst].length;
}

/**
 * The address that is nearest to a title; `naamloos` is that of a title without letters.
 * @param {string} titel
 * @param {string} naamloos
 */
export function adresVan(titel, naamloos) {
  const kaal = titel.normalize("NFKD").replace(/[^\p{ASCII}]/gu, "").toLowerCase();
  return kaal.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || naamloos;
}

/**
 * A word as the check compares it: small letters, one space for each run of spaces, `_` and `-`.
 * @param {string} woord
 */
export function gevouwen(woord) {
  return woord.replace(/[\s_-]+/g, " ").trim().toLowerCase();
}

/**
 * What somebody wrote, between quotes and not too long, for in a message.
 * @param {string} tekst
 * @param {number} [hoogstens]
 */
export function geciteerd(tekst, hoogstens = 60) {
  const tekens = [...tekst];
  return tekens.length > hoogstens ? `“${tekens.slice(0, hoogstens).join("")}…”` : `“${tekst}”`;
}
