// From what somebody typed or pasted to what stands in the file.
//
// What is cleaned, and why:
// - a line end of any kind (CRLF, CR, and those of Word: vertical tab, form feed, U+0085, U+2028, U+2029) becomes LF;
// - every other kind of space (no-break U+00A0, narrow U+202F, thin, ideographic ...) becomes a space: pasted they only
//   keep lines from breaking, and after `-` or `##` Markdown does not see them;
// - what nobody sees goes: soft hyphen U+00AD, zero-width U+200B and U+200C, direction marks U+200E and U+200F, word joiner
//   U+2060, byte order mark U+FEFF, half a surrogate pair, and all that the check forbids (control characters, bidi
//   overrides); the zero-width joiner U+200D stays within an emoji, which it holds together, and goes elsewhere;
// - what is one sign for two letters (a ligature of a PDF, the Dutch ij) becomes those two; the check has the list;
// - letters with accents are composed (Unicode NFC), as the other files have them;
// - curly quotes, dashes, accents and emoji stay.
// One line: every run of white space, also of line ends and tabs, becomes one space. A text: see `paragraphs`.

const LINE_END = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const SPACE = /[^\S\n\t]/g;
const INVISIBLE = /[\u00ad\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff]|\p{Surrogate}/gu;
const LOOSE_JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** What a text must have to say anything. */
export const LETTER = /[\p{L}\p{N}]/u;
const HASH = /^ {0,3}(```|~~~)/;
const UNDERLINED = /^ {0,3}=+[ \t]*$/;
const KOP1 = /^ {0,3}#(?!#)([ \t]*)(?=\S)/;
// A line that begins a block of its own, or goes on in the one before it.
const BLOCK = /^\s|^(?:[-*+]|\d{1,3}[.)]|[>|:#]|```|~~~)|^[-*_]{3,}$/;
const LIST = /^(?:[-*+]|\d{1,3}[.)])\s/;
/** A line that does not end its paragraph: the next one stands right below it. */
const GOES_ON = /(?<!\\)(?:\\\\)*\\$/;

/**
 * Return the functions that clean; `banned` is the pattern of what the check forbids, `letters` says what is written
 * instead of a character, and `opsomtekens` are those that begin an item of a list in other programs.
 * @param {import("../../../outputs/scripts.d.ts").Patroon} banned
 * @param {Readonly<{ letters: Readonly<Record<string, string>>, opsomtekens: string }>} signs
 */
export function makeText(banned, { letters, opsomtekens }) {
  const rest = new RegExp(banned.bron, `${banned.vlaggen}g`);
  const written = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");
  const bullet = new RegExp(`^[ \\t]*(?:[${opsomtekens}][ \\t]*|·[ \\t]+)`, "u");

  /** @param {string} text */
  function clean(text) {
    return text
      .replace(LINE_END, "\n")
      .replace(written, (sign) => letters[sign])
      .replace(INVISIBLE, "")
      .replace(SPACE, " ")
      .replace(LOOSE_JOINER, "")
      .replace(rest, "")
      .normalize("NFC");
  }

  /**
   * One line.
   * @param {string} text
   */
  function line(text) {
    return clean(text).replace(/\s+/g, " ").trim();
  }

  /**
   * A list with an item on each line.
   * @param {string} text
   */
  function lines(text) {
    return clean(text).split("\n").map(line).filter(Boolean);
  }

  /**
   * A text in Markdown as people type it: every line is a paragraph, as in a word processor; a list gets the empty line
   * above it that Markdown asks for; a bullet of Word is a hyphen; a tab is a space, and before a list item four. A
   * heading of the highest level, which is the title of the page, becomes one of the second; `#word` stays a word.
   * @param {string} text
   */
  function paragraphs(text) {
    const given = clean(text).split("\n").map((row) => withoutTabs(row, bullet));
    /** @type {string[]} */
    const out = [];
    let hek = false;
    given.forEach((parsed, index) => {
      if (UNDERLINED.test(parsed) && given[index - 1]?.trim()) return;
      const now = lowered(parsed, given[index + 1] ?? "");
      const previous = out.at(-1) ?? "";
      if (!hek && now.trim() && previous.trim() && newParagraph(previous, now)) out.push("");
      if (HASH.test(now)) hek = !hek;
      out.push(now);
    });
    return out.join("\n").replace(/\n{3,}/g, "\n\n").replace(/^\n+/, "").trimEnd();
  }

  return { clean, line, lines, paragraphs };
}

/**
 * @param {string} line
 * @param {RegExp} bullet
 */
function withoutTabs(line, bullet) {
  const list = line.replace(bullet, (begin) => (/^[ \t]*\t/.test(begin) ? "\t- " : "- "));
  const [, begin, rest] = /** @type {RegExpMatchArray} */ (list.match(/^([ \t]*)(.*)$/s));
  if (!begin.includes("\t")) return begin + rest.replaceAll("\t", " ");
  return (LIST.test(rest) ? "    " : "") + rest.replaceAll("\t", " ");
}

/**
 * A title in the text, underlined or with one #, becomes a heading of the second level.
 * @param {string} line
 * @param {string} next
 */
function lowered(line, next) {
  const heading = line.match(KOP1);
  if (heading) return heading[1] ? `## ${line.slice(heading[0].length)}` : line.replace("#", "\\#");
  return line.trim() && UNDERLINED.test(next) ? `## ${line.trim()}` : line;
}

/**
 * @param {string} previous
 * @param {string} now
 */
function newParagraph(previous, now) {
  if (/^\s/.test(now) || GOES_ON.test(previous)) return false;
  if (/^#{2,6}\s/.test(previous) || /^#{2,6}\s/.test(now)) return true;
  if (LIST.test(now)) return !LIST.test(previous) && !/^\s/.test(previous);
  if (LIST.test(previous) || /^\s/.test(previous)) return true;
  if (now.includes("|") && previous.includes("|")) return false;
  if (/^([-*_])\1{2,}$/.test(now)) return true;
  return !BLOCK.test(now) || !BLOCK.test(previous);
}

/**
 * The characters of a text as the check counts them: an emoji is one, where `length` says two.
 * @param {string} text
 */
export function length(text) {
  return [...text].length;
}

/**
 * The address that is nearest to a title; `naamloos` is that of a title without letters.
 * @param {string} title
 * @param {string} naamloos
 */
export function addressOf(title, naamloos) {
  const bare = title.normalize("NFKD").replace(/[^\p{ASCII}]/gu, "").toLowerCase();
  return bare.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || naamloos;
}

/**
 * A word as the check compares it: small letters, one space for each run of spaces, `_` and `-`.
 * @param {string} word
 */
export function folded(word) {
  return word.replace(/[\s_-]+/g, " ").trim().toLowerCase();
}

/**
 * What somebody wrote, between quotes and not too long, for in a message.
 * @param {string} text
 * @param {number} [most]
 */
export function quoted(text, most = 60) {
  const characters = [...text];
  return characters.length > most ? `“${characters.slice(0, most).join("")}…”` : `“${text}”`;
}
