// Blocks of text as Markdown, as the check and the site read it: nothing is marked that was not meant to be, and a plain
// sentence stays as it is.

import { flat } from "./clipboard.js";

/** @typedef {import("./clipboard.js").Block} Block */
/** @typedef {import("./clipboard.js").Run} Run */
/** @typedef {import("./clipboard.js").List} List */
/** @typedef {import("./clipboard.js").Table} Table */
/** @typedef {{ tekst: string, noten: string, zonder: number, soorten: Set<string> }} Composed the text, the notes below it, how many signs had no note, and what marks there are in it */
/** @typedef {{ cel?: boolean, kop?: boolean }} Place */

const TICK = "\x60"; // begins and ends code
const HIGHEST = 2; // the level of a heading in a text: the first is that of the title
const DEEPEST = 6; // lists and quotes within each other
const LAST = 999; // a number of a list
const URL = /(https?:\/\/[^\s<>]+)/;
const LETTER = /[\p{L}\p{N}]/u;
const PUNCTUATION = /[!-/:-@[-\x60{-~\p{P}\p{S}]/u;
const SURELY = /[!-/:-@[-\x60{-~\p{P}]/u; // what every reader of Markdown takes for punctuation
const ENTITY = /^#?\w+;/;
const ENDS = /[.!?:;,…)]$/u;
/** @type {readonly ["struck", "bold", "italic"]} */
const LOOKS = ["struck", "bold", "italic"];
const MARKS = { struck: "~~", bold: "**", italic: "*" };
const RAISED = new Map([..."0123456789+-"].map((sign, index) => [sign, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"[index]]));
/** How somebody begins an item by hand; of the last ones it takes two to be sure. */
const BULLET = /^[•●◦▪·]\s*/;
const TYPED = /^(?:[-*+]|(\d{1,3})[.)])\s+(?=\S)/;

/**
 * `noten` are the notes by name; `taken` the names of notes that the text has already.
 * @param {readonly Block[]} blokken
 * @param {ReadonlyMap<string, readonly Block[]>} [noten]
 * @param {ReadonlySet<string>} [taken]
 * @returns {Composed}
 */
export function compose(blokken, noten = new Map(), taken = new Set()) {
  return new Composer(noten, taken).compose(blokken);
}

class Composer {
  /**
   * @param {ReadonlyMap<string, readonly Block[]>} noten
   * @param {ReadonlySet<string>} taken
   */
  constructor(noten, taken) {
    this.noten = noten;
    this.taken = taken;
    /** @type {Map<string, string>} */
    this.names = new Map(); // of each note that is named in the text: its name there
    this.zonder = 0;
    /** @type {Set<string>} */
    this.soorten = new Set();
    /** @type {number[]} */
    this.levels = [];
  }

  /** @param {readonly Block[]} blokken */
  compose(blokken) {
    this.levels = [...new Set(headings(blokken))].sort((one, other) => one - other);
    const tekst = this.#blocks(within(blokken), 0);
    /** @type {string[]} */
    const noten = [];
    for (const [note, name] of this.names) { // which grows when a note names another
      const text = this.#blocks(this.noten.get(note) ?? [], 1);
      noten.push(`[^${name}]: ${indented(text, "    ")}`);
    }
    return { tekst, noten: noten.join("\n\n"), zonder: this.zonder, soorten: this.soorten };
  }

  /**
   * `around` is how many lists, quotes and notes there are around these blocks.
   * @param {readonly Block[]} given
   * @param {number} around
   * @param {boolean} [tight]
   */
  #blocks(given, around, tight = false) {
    const blokken = typedLists(given);
    let text = "";
    /** @type {Block | undefined} */
    let previous;
    for (const block of blokken) {
      const made = this.#block(block, around, marker(previous, block));
      if (!made) continue;
      if (text) text += tight && block.soort === "lijst" ? "\n" : "\n\n";
      text += made;
      previous = block;
    }
    return text;
  }

  /**
   * @param {Block} block
   * @param {number} around
   * @param {boolean} other
   */
  #block(block, around, other) {
    switch (block.soort) {
      case "alinea": return this.#paragraph(block.runs);
      case "kop": return this.#heading(block, around);
      case "lijst": return this.#list(block, around + 1, other);
      case "citaat": return this.#quote(block.blokken, around + 1);
      case "tabel": return this.#table(block);
      case "code": return this.#code(block.tekst);
      default: return around ? "" : "---";
    }
  }

  /** @param {readonly Run[]} runs */
  #paragraph(runs) {
    return this.#paragraphs(runs).map((own) => this.#lines(own)).filter(Boolean).join("\n\n");
  }

  /**
   * Two ends of a line make a paragraph.
   * @param {readonly Run[]} runs
   */
  #paragraphs(runs) {
    /** @type {Run[][]} */
    const found = [[]];
    const tidy = tidied(runs);
    tidy.forEach((run, index) => {
      if (run.soort === "regel" && tidy[index + 1]?.soort === "regel") found.push([]);
      else if (run.soort !== "regel" || tidy[index - 1]?.soort !== "regel") found.at(-1)?.push(run);
    });
    return found;
  }

  /** @param {readonly Run[]} runs */
  #lines(runs) {
    const text = this.#inline(runs).replace(/^\n+|\n+$/g, "");
    return text.split("\n").map((line, index) => begun(line, index > 0)).join("\\\n");
  }

  /**
   * @param {import("./clipboard.js").Heading} block
   * @param {number} around
   */
  #heading({ diepte, runs }, around) {
    const level = Math.min(HIGHEST + this.levels.indexOf(diepte), 6);
    const line = onOneLine(runs);
    if (around) return this.#paragraph(line.map((run) => ({ ...run, bold: true }))); // a heading may not stand within another thing
    const text = this.#inline(line, { kop: true }).replace(/(^|\s)(#+)$/, "$1\\$2");
    if (!text) return "";
    this.soorten.add("kop");
    return `${"#".repeat(level)} ${text}`;
  }

  /**
   * @param {List} list
   * @param {number} around
   * @param {boolean} other
   */
  #list({ genummerd, begin, items }, around, other) {
    const start = begin + items.length > LAST ? 1 : begin;
    const rows = (around > DEEPEST - 1 ? items.flatMap(shallow) : items).map((item) => this.#blocks(task(item), around, true)).filter(Boolean);
    if (!rows.length) return "";
    this.soorten.add("lijst");
    const loose = rows.some((row) => row.includes("\n\n"));
    return rows.map((row, index) => {
      const sign = genummerd ? `${start + index}${other ? ")" : "."} ` : other ? "* " : "- ";
      const bare = /^(?:[-*]\s*)+(?:\n|$)/.test(row); // with the sign before it, it would be a line across
      return sign + (bare ? "\\" : "") + indented(row, " ".repeat(sign.length));
    }).join(loose ? "\n\n" : "\n");
  }

  /**
   * @param {readonly Block[]} blokken
   * @param {number} around
   */
  #quote(blokken, around) {
    const text = this.#blocks(around > DEEPEST ? blokken.flatMap(opened) : blokken, around);
    if (!text || around > DEEPEST) return text;
    this.soorten.add("citaat");
    return text.replace(/^(?=.)/gm, "> ").replace(/^$/gm, ">");
  }

  /** @param {Table} table */
  #table({ rijen }) {
    this.soorten.add("tabel");
    const [head, ...rows] = rijen.map((row, index) => row.map((cell) => {
      const runs = onOneLine(flat(cell));
      return this.#inline(index ? runs : runs.map((run) => ({ ...run, bold: false })), { cel: true });
    }));
    const line = (/** @type {readonly string[]} */ cells) => `|${cells.map((cell) => (cell ? ` ${cell} ` : "  ")).join("|")}|`;
    return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
  }

  /** @param {string} text */
  #code(text) {
    const fence = TICK.repeat(Math.max(3, ...[...text.matchAll(/\x60+/g)].map(([ticks]) => ticks.length + 1)));
    return `${fence}\n${text}\n${fence}`;
  }

  /**
   * @param {readonly Run[]} given
   * @param {Place} [place]
   */
  #inline(given, place = {}) {
    const runs = tidied(given);
    return new Line(this, runs, place).write();
  }

  /**
   * The sign of a note in the text.
   * @param {string} note
   */
  sign(note) {
    if (!this.noten.get(note)?.length) {
      this.zonder += 1;
      return "";
    }
    let name = this.names.get(note);
    if (!name) {
      let number = this.names.size + 1;
      const used = new Set([...this.taken, ...this.names.values()]);
      while (used.has(String(number))) number += 1;
      name = String(number);
      this.names.set(note, name);
    }
    this.soorten.add("noot");
    return `[^${name}]`;
  }
}

/** What is written on one line (or more, when it ends within), with its marks. */
class Line {
  /**
   * @param {Composer} composer
   * @param {readonly Run[]} runs
   * @param {Place} place
   */
  constructor(composer, runs, { cel = false, kop = false }) {
    this.composer = composer;
    this.runs = runs;
    this.inCell = cel;
    const text = runs.map((run) => (run.soort === "tekst" ? run.text : run.soort === "regel" ? "\n" : "\ufffc")).join("");
    const count = (/** @type {RegExp} */ sign) => text.match(sign)?.length ?? 0;
    const marked = runs.some((run) => run.soort === "tekst" && (run.bold || run.italic));
    this.stars = marked || count(/\*/g) > 1;
    this.low = count(/_/g) > 1;
    this.ticks = count(/\x60/g) > 1;
    this.tildes = count(/~/g) > 1 || runs.some((run) => run.struck);
    this.brackets = /\]\s*[([:\ufffc]|\[\s*[[^]/.test(text);
    this.more = !kop && text.includes("\n");
  }

  write() {
    /** @type {string[]} */
    const out = []; // one long text would be made anew with each look at its end
    const { runs } = this;
    for (let index = 0; index < runs.length; ) {
      let end = index + 1;
      while (end < runs.length && runs[end].soort === runs[index].soort && runs[end].href === runs[index].href) end += 1;
      const some = runs.slice(index, end);
      const [{ soort, href }] = some;
      if (soort === "regel") out.push("\n".repeat(some.length));
      else if (soort === "noot") out.push(some.map((run) => this.composer.sign(run.text)).join(""));
      else if (href) out.push(this.#link(some));
      else out.push(this.#marked(some, LOOKS, last(out.at(-1) ?? "").trim(), this.#first(end), false));
      index = end;
    }
    return out.join("");
  }

  /**
   * The first character of what comes from a place on.
   * @param {number} index
   */
  #first(index) {
    const run = this.runs[index];
    if (!run || run.soort === "regel") return "";
    return run.soort === "noot" || run.href ? "[" : (run.text[0] ?? "");
  }

  /**
   * @param {readonly Run[]} runs
   */
  #link(runs) {
    const text = runs.map((run) => run.text).join("");
    const { href } = runs[0];
    const words = text.trim();
    const [before, behind] = [/^\s*/, /\s*$/].map((space) => (words && space.test(text) ? (space.exec(text)?.[0] ?? "") : text));
    if (!words) return text;
    if (same(words, href)) return `${before}<${href}>${behind}`;
    const inner = runs.map((run) => ({ ...run }));
    inner[0].text = inner[0].text.replace(/^\s+/, "");
    inner[inner.length - 1].text = (inner.at(-1)?.text ?? "").replace(/\s+$/, "");
    this.composer.soorten.add("link");
    return `${before}[${this.#marked(inner, LOOKS, "[", "]", true)}](${href})${behind}`;
  }

  /**
   * Pieces of a line with their marks, of which these are still to be written; the outermost first.
   * @param {readonly Run[]} runs
   * @param {readonly ("struck" | "bold" | "italic")[]} looks
   * @param {string} before the character before it
   * @param {string} after and after it
   * @param {boolean} linked
   * @returns {string}
   */
  #marked(runs, looks, before, after, linked) {
    const [look, ...rest] = looks;
    if (!look) return this.#plain(runs.map((run) => run.text).join(""), before, after, linked);
    /** @type {string[]} */
    const out = [];
    for (let index = 0; index < runs.length; ) {
      let end = index + 1;
      while (end < runs.length && runs[end][look] === runs[index][look]) end += 1;
      const some = runs.slice(index, end);
      const next = end < runs.length ? (runs[end].text[0] ?? "") : after;
      const here = last(out.at(-1) ?? "") || before;
      out.push(some[0][look] ? this.#mark(some, look, rest, here, next, linked) : this.#marked(some, rest, here, next, linked));
      index = end;
    }
    return out.join("");
  }

  /**
   * Pieces between two marks. What Markdown does not see as the beginning or the end of a word, stands outside them.
   * @param {readonly Run[]} runs
   * @param {"struck" | "bold" | "italic"} look
   * @param {readonly ("struck" | "bold" | "italic")[]} rest
   * @param {string} before
   * @param {string} after
   * @param {boolean} linked
   */
  #mark(runs, look, rest, before, after, linked) {
    const text = runs.map((run) => run.text).join("");
    const isWord = (/** @type {string} */ sign) => sign !== "" && !/\s/.test(sign) && !SURELY.test(sign);
    const signs = [...text];
    let [start, end] = [0, signs.length];
    const outside = (/** @type {string} */ sign, /** @type {string} */ beside) => /\s/.test(sign) || (PUNCTUATION.test(sign) && isWord(beside));
    while (start < end && outside(signs[start], start ? signs[start - 1] : before)) start += 1;
    while (end > start && outside(signs[end - 1], end < signs.length ? signs[end] : after)) end -= 1;
    const inner = signs.slice(start, end).join("");
    if (!LETTER.test(inner)) return this.#marked(runs, rest, before, after, linked);
    const [left, right] = [signs.slice(0, start).join(""), signs.slice(end).join("")];
    const mark = MARKS[look];
    this.composer.soorten.add(look);
    const begin = this.#plain(left, before, mark[0], linked);
    const middle = this.#marked(cut(runs, left.length, left.length + inner.length), rest, mark[0], mark[0], linked);
    return begin + mark + middle + mark + this.#plain(right, mark[0], after, linked);
  }

  /**
   * Text in which no character is read as a mark.
   * @param {string} text
   * @param {string} before
   * @param {string} after
   * @param {boolean} linked
   */
  #plain(text, before, after, linked) {
    const pieces = text.split(URL);
    let place = 0;
    const written = pieces.map((piece, index) => {
      const start = place;
      place += piece.length;
      if (index % 2 && !linked) return this.inCell ? piece.replaceAll("|", "%7C") : piece;
      return piece.replace(/[\\\x60*_~[\]<&|!]/g, (sign, at) => {
        const previous = text[start + at - 1] ?? before;
        return this.#escaped(sign, previous, text[start + at + 1] ?? after, text.slice(start + at + 1, start + at + 40), linked);
      });
    }).join("");
    // Behind the sign of a note these would make something else of it.
    return before === "]" && /^[([:]/.test(written) && !linked ? `\\${written}` : written;
  }

  /**
   * @param {string} sign
   * @param {string} before
   * @param {string} after
   * @param {string} rest
   * @param {boolean} linked
   */
  #escaped(sign, before, after, rest, linked) {
    const loose = (before === "" || /\s/.test(before)) && (after === "" || /\s/.test(after));
    const inWord = LETTER.test(before) && LETTER.test(after);
    switch (sign) {
      case "\\": return rest === "" || /[!-/:-@[-\x60{-~\n]/.test(after) ? "\\\\" : sign;
      case TICK: return this.ticks ? `\\${TICK}` : sign;
      case "*": return this.stars && !loose ? "\\*" : sign;
      case "_": return this.low && !inWord && !loose ? "\\_" : sign;
      case "~": return this.tildes && !loose ? "\\~" : sign;
      case "[": return linked || after === "^" || this.brackets ? "\\[" : sign;
      case "]": return linked || this.brackets ? "\\]" : sign;
      case "<": return /[A-Za-z/!?]/.test(after) ? "&lt;" : sign;
      case "&": return ENTITY.test(rest) ? "\\&" : sign;
      case "!": return after === "[" ? "\\!" : sign;
      default: return this.inCell || this.more ? `\\${sign}` : sign;
    }
  }
}

/** @param {string} text */
const last = (text) => text.at(-1) ?? "";

/**
 * Pieces from one character to another.
 * @param {readonly Run[]} runs
 * @param {number} from
 * @param {number} to
 */
function cut(runs, from, to) {
  let place = 0;
  return runs.flatMap((run) => {
    const start = place;
    place += run.text.length;
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text ? [{ ...run, text }] : [];
  });
}

/**
 * The pieces of a line with one space where there was any run of white space, and none around the ends of lines.
 * @param {readonly Run[]} runs
 * @returns {Run[]}
 */
function tidied(runs) {
  /** @type {Run[]} */
  const tidy = [];
  for (const run of runs) {
    const previous = tidy.at(-1);
    if (run.soort !== "tekst") {
      if (run.soort === "regel" && previous?.soort === "tekst") previous.text = previous.text.trimEnd();
      tidy.push(run);
      continue;
    }
    let text = run.text.replace(/\s+/g, " ");
    if (run.raised && [...text].every((sign) => RAISED.has(sign))) text = [...text].map((sign) => RAISED.get(sign)).join("");
    if (text.startsWith(" ") && (!previous || previous.soort === "regel" || (previous.soort === "tekst" && previous.text.endsWith(" ")))) text = text.slice(1);
    if (!text) continue;
    if (previous?.soort === "tekst" && previous.href === run.href && LOOKS.every((look) => previous[look] === run[look])) previous.text += text;
    else tidy.push({ ...run, text });
  }
  const end = tidy.at(-1);
  if (end?.soort === "tekst") end.text = end.text.trimEnd();
  return tidy.filter(({ soort, text }) => soort !== "tekst" || text);
}

/**
 * Lines as one: what stood below each other is told apart as in a sentence.
 * @param {readonly Run[]} runs
 */
function onOneLine(runs) {
  const tidy = tidied(runs);
  return tidied(tidy.map((run, index) => {
    if (run.soort !== "regel") return run;
    const previous = tidy[index - 1];
    const text = previous?.soort === "tekst" && !ENDS.test(previous.text) ? "; " : " ";
    return { ...run, bold: false, italic: false, struck: false, href: "", soort: /** @type {const} */ ("tekst"), text };
  }));
}

/**
 * A line of a paragraph of which the beginning is not read as that of a list, a heading or a quote.
 * @param {string} line
 * @param {boolean} further it is not the first
 */
function begun(line, further) {
  if (/^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|~{3})/.test(line) || /^([-_*])(?:\s*\1){2,}\s*$/.test(line)) return `\\${line}`;
  if (further && /^(?:=+|-+)\s*$/.test(line)) return `\\${line}`;
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/**
 * An item that begins as a task does, but is none.
 * @param {readonly Block[]} item
 * @returns {readonly Block[]}
 */
function task(item) {
  const [first, ...rest] = item;
  if (first?.soort !== "alinea") return item;
  const runs = tidied(first.runs);
  if (!/^\[[ xX]\](?:\s|$)/.test(runs[0]?.text ?? "")) return item;
  return [{ ...first, runs: [{ ...runs[0], text: runs[0].text.replace(/^\[ \]/, "☐").replace(/^\[[xX]\]/, "☑") }, ...runs.slice(1)] }, ...rest];
}

/**
 * @param {string} text
 * @param {string} by
 */
function indented(text, by) {
  return text.replace(/\n(?=[^\n])/g, `\n${by}`);
}

/**
 * Blocks without the lines around them, which part a text from what does not come along.
 * @param {readonly Block[]} blokken
 */
function within(blokken) {
  const isText = (/** @type {Block} */ { soort }) => soort !== "streep";
  return blokken.slice(Math.max(0, blokken.findIndex(isText)), blokken.findLastIndex(isText) + 1);
}

/**
 * The levels of headings that will be one.
 * @param {readonly Block[]} blokken
 */
function headings(blokken) {
  return blokken.flatMap((block) => (block.soort === "kop" && block.runs.some(({ text }) => text.trim()) ? [block.diepte] : []));
}

/**
 * Whether a list needs another sign than the one before it, which it would go on otherwise.
 * @param {Block | undefined} previous
 * @param {Block} block
 */
function marker(previous, block) {
  return previous?.soort === "lijst" && block.soort === "lijst" && previous.genummerd === block.genummerd;
}

/**
 * An item with what lies deeper beside it.
 * @param {Block[]} item
 * @returns {Block[][]}
 */
function shallow(item) {
  const own = item.filter(({ soort }) => soort !== "lijst" && soort !== "citaat");
  const inner = item.flatMap((block) => (block.soort === "lijst" ? block.items.flatMap(shallow) : block.soort === "citaat" ? [block.blokken.flatMap(opened)] : []));
  return own.length ? [own, ...inner] : inner;
}

/**
 * The paragraphs of what lies too deep.
 * @param {Block} block
 * @returns {Block[]}
 */
function opened(block) {
  if (block.soort === "lijst") return block.items.flat().flatMap(opened);
  return block.soort === "citaat" ? block.blokken.flatMap(opened) : [block];
}

/**
 * Whether words are the address of their link: as it is, or without what a browser adds.
 * @param {string} words
 * @param {string} href
 */
function same(words, href) {
  const bare = (/** @type {string} */ text) => text.toLowerCase().replace(/^https?:\/\//, "").replace(/\/$/, "");
  return bare(words) === bare(href);
}

/**
 * Items that were typed by hand, each a paragraph with a hyphen, a bullet or a number, as a list; lists that follow each
 * other and are one, as one.
 * @param {readonly Block[]} given
 * @returns {Block[]}
 */
function typedLists(given) {
  /** @type {Block[]} */
  const blokken = [];
  given.forEach((block, index) => {
    const sign = signOf(block);
    const previous = blokken.at(-1);
    const near = sign && (sign.sure || [given[index - 1], given[index + 1]].some((other) => signOf(other)?.genummerd === sign.genummerd));
    if (near && block.soort === "alinea") {
      const item = [{ ...block, runs: without(block.runs, sign.length) }];
      if (previous?.soort === "lijst" && previous.genummerd === sign.genummerd && signOf(given[index - 1])) previous.items.push(item);
      else blokken.push({ soort: "lijst", genummerd: sign.genummerd, begin: sign.number, diepte: 1, items: [item] });
    } else if (block.soort === "lijst" && previous?.soort === "lijst" && goesOn(previous, block)) {
      blokken[blokken.length - 1] = { ...previous, items: [...previous.items, ...block.items] };
    } else {
      blokken.push(block);
    }
  });
  return blokken;
}

/**
 * Whether a list goes on in the one after it: bullets do, and numbers that follow.
 * @param {List} list
 * @param {List} next
 */
function goesOn(list, next) {
  return list.genummerd === next.genummerd && (!list.genummerd || next.begin === list.begin + list.items.length);
}

/**
 * What somebody typed to begin an item with, if a block does.
 * @param {Block | undefined} block
 */
function signOf(block) {
  if (block?.soort !== "alinea") return null;
  const text = block.runs.map((run) => (run.soort === "tekst" ? run.text : "\n")).join("").trimStart().slice(0, 20).replace(/\s+/g, " ");
  const bullet = BULLET.exec(text);
  if (bullet) return { length: bullet[0].length, genummerd: false, number: 1, sure: true };
  const typed = TYPED.exec(text);
  return typed && { length: typed[0].length, genummerd: Boolean(typed[1]), number: Number(typed[1] ?? 1), sure: false };
}

/**
 * A line without its first characters.
 * @param {readonly Run[]} runs
 * @param {number} count
 */
function without(runs, count) {
  const tidy = tidied(runs);
  const length = tidy.reduce((sum, run) => sum + (run.soort === "tekst" ? run.text.length : 0), 0);
  const words = tidy.findIndex((run) => run.soort !== "tekst");
  const line = words < 0 ? tidy : tidy.slice(0, words);
  return [...cut(line, count, length), ...(words < 0 ? [] : tidy.slice(words))];
}
