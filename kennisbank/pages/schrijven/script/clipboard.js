// What a program put on the clipboard as HTML, read as blocks of text: headings, lists, tables, notes, links and emphasis.
//
// Word, Google Docs and LibreOffice each write their own HTML: a list can be paragraphs with a style, a note a link to a place
// below. Whatever says how a text looks is left, and so is all that is no text; what a writer should know of, is counted.

/**
 * As much of a DOM node as is asked for.
 * @typedef {object} Tree
 * @property {number} nodeType
 * @property {string} [localName]
 * @property {Tree | null} [parentNode]
 * @property {Iterable<Tree>} childNodes
 * @property {string | null} [textContent]
 * @property {(name: string) => string | null} [getAttribute]
 */
/** @typedef {{ readonly bold: boolean, readonly italic: boolean, readonly struck: boolean, readonly raised: boolean, readonly href: string }} Look */
/** @typedef {Look & { text: string, soort: "tekst" | "regel" | "noot" }} Run a piece of a line: words, the end of a line, or the sign of the note that `text` names */
/** @typedef {{ soort: "alinea", runs: Run[] }} Paragraph */
/** @typedef {{ soort: "kop", diepte: number, runs: Run[] }} Heading */
/** @typedef {{ soort: "lijst", genummerd: boolean, begin: number, diepte: number, items: Block[][] }} List */
/** @typedef {{ soort: "citaat", blokken: Block[] }} Quote */
/** @typedef {{ soort: "tabel", rijen: Block[][][] }} Table its cells, row by row, each row as wide as the others */
/** @typedef {{ soort: "code", tekst: string }} Code */
/** @typedef {{ soort: "streep" }} Rule */
/** @typedef {Paragraph | Heading | List | Quote | Table | Code | Rule} Block */
/** @typedef {{ afbeeldingen: number, opmerkingen: number, wijzigingen: number, mail: string[], links: number }} Left what did not come along, or not as it was */
/** @typedef {{ blokken: Block[], noten: Map<string, Block[]>, over: Left }} Read */

const ELEMENT = 1;
const TEXT = 3;
const DEEPEST = 120; // elements within each other; what lies deeper is read as text without structure
const WIDEST = 60; // columns of a table
const STYLES = 500_000; // characters of style sheets in which lists are looked for

const SKIPPED = new Set(
  "head style script title meta link xml template noscript iframe applet audio svg canvas map select option textarea button input base frameset".split(" "),
);
const PICTURES = new Set(["img", "picture", "video", "object", "embed"]);
const BLOCKS = new Set(
  "p div section article header footer main aside nav figure figcaption dl dt dd address center form fieldset details summary body html ul ol li table caption thead tbody tfoot tr td th blockquote pre hr h1 h2 h3 h4 h5 h6".split(" "),
);
/** @type {Look} */
const PLAIN = { bold: false, italic: false, struck: false, raised: false, href: "" };
/** Where a link leads from the text to a note, and back: of Word, LibreOffice and Google Docs. */
const TO_NOTE = /#(?:_(ftn|edn)(\d+)|(sdfootnote|sdendnote)(\d+)sym|(ftnt)(\d+))$/i;
const FROM_NOTE = /#(?:_(ftn|edn)ref(\d+)|(sdfootnote|sdendnote)(\d+)anc|(ftnt)_ref(\d+))$/i;
const TO_REMARK = /#(?:_msocom_|cmnt\d|cmnt_ref\d)/i;
const NOTE_ID = /^(?:ftn|edn|sdfootnote|sdendnote)\d+$/i;
const REMARK = /\b(?:MsoCommentReference|msocomanchor|msocomtxt|MsoCommentText|msocomhide|msocomoff)\b/i;
const SIGN = /^\(?(?:\d{1,4}|[a-z]|[ivxlcdm]{1,6})(?:[.)]|(?:\.\d{1,3})+[.)]?)$/i;
const LEVEL = /@list\s+l(\d{1,4}):level(\d)\b[^{]{0,80}\{([^}]{0,2000})\}/gi;
const EMOJI = /^\p{Extended_Pictographic}/u; // some programs show it as a picture
/** A redirect that another program put around an address. */
const AROUND = /^https?:\/\/(?:www\.google\.[a-z.]{2,6}\/url|[a-z0-9.-]*safelinks\.protection\.outlook\.com\/)/i;

/**
 * The blocks of a document that was parsed, and of its notes by name.
 * @param {Tree} root
 * @returns {Read}
 */
export function read(root) {
  return new Reader(root).read();
}

/** @param {Tree} node */
const nameOf = (node) => (node.nodeType === ELEMENT ? (node.localName ?? "").toLowerCase() : "");

/**
 * @param {Tree} node
 * @param {string} name
 */
const attribute = (node, name) => (node.nodeType === ELEMENT ? (node.getAttribute?.(name) ?? "") : "");

/**
 * What the style of an element itself says of one thing, in small letters.
 * @param {Tree} node
 * @param {string} property
 */
function styled(node, property) {
  const style = attribute(node, "style");
  if (!style.toLowerCase().includes(property)) return "";
  for (const part of style.split(";")) {
    const colon = part.indexOf(":");
    if (colon > 0 && part.slice(0, colon).trim().toLowerCase() === property) return part.slice(colon + 1).trim().toLowerCase();
  }
  return "";
}

/**
 * The text within a node, however deep.
 * @param {Tree} node
 */
function textOf(node) {
  let text = "";
  const rest = [node];
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (next.nodeType === TEXT) text += next.textContent ?? "";
    else if (!SKIPPED.has(nameOf(next))) append(rest, [...next.childNodes].reverse());
  }
  return text;
}

/**
 * Put many things behind others: more than a call can be given.
 * @template T
 * @param {T[]} list
 * @param {Iterable<T>} more
 */
function append(list, more) {
  for (const one of more) list.push(one);
}

/** Blocks that grow: what is no block of its own waits to be a paragraph. */
class Flow {
  constructor() {
    /** @type {Block[]} */
    this.blokken = [];
    /** @type {Run[]} */
    this.runs = [];
  }

  /** What was gathered is a paragraph. */
  end() {
    const { runs } = this;
    this.runs = [];
    if (runs.some(({ soort, text }) => soort === "noot" || text.trim())) this.blokken.push({ soort: "alinea", runs });
  }

  /** @param {Block[]} blokken */
  add(blokken) {
    this.end();
    append(this.blokken, blokken);
  }
}

class Reader {
  /** @param {Tree} root */
  constructor(root) {
    this.root = root;
    /** @type {Map<Tree, string>} */
    this.noteAt = new Map(); // what holds the text of a note, and its name
    /** @type {Map<string, boolean>} */
    this.bullets = new Map(); // of each level of the lists of Word: whether it has bullets
    /** @type {Left} */
    this.over = { afbeeldingen: 0, opmerkingen: 0, wijzigingen: 0, mail: [], links: 0 };
    this.remarks = new Set();
    this.sign = ""; // what Word shows before the item that is being read
    this.tracked = false; // the program keeps track of changes: what is struck in its own element was taken out
  }

  /** @returns {Read} */
  read() {
    this.#look();
    const flow = new Flow();
    this.#children(this.root, PLAIN, flow, 0);
    flow.end();
    /** @type {Map<string, Block[]>} */
    const noten = new Map();
    for (const [node, name] of this.noteAt) {
      const own = new Flow();
      this.#children(node, PLAIN, own, 0);
      own.end();
      noten.set(name, [...(noten.get(name) ?? []), ...own.blokken]);
    }
    this.over.opmerkingen = this.remarks.size;
    return { blokken: flow.blokken, noten, over: this.over };
  }

  /** See beforehand where the notes are, and what the style sheets say of lists. */
  #look() {
    const rest = [this.root];
    let styles = "";
    for (let node = rest.pop(); node; node = rest.pop()) {
      const name = nameOf(node);
      if (name === "style" && styles.length < STYLES) styles += node.textContent ?? "";
      if (name === "meta" && /word|libreoffice|openoffice/i.test(attribute(node, "content"))) this.tracked = true;
      const [found, note] = name === "a" ? noteOf(FROM_NOTE, attribute(node, "href")) : [false, ""];
      if (found) this.noteAt.set(holder(node), note);
      for (const child of node.childNodes) if (child.nodeType === ELEMENT) rest.push(child);
    }
    for (const [, list, level, rules] of styles.slice(0, STYLES).matchAll(LEVEL)) {
      this.bullets.set(`${list} ${level}`, /mso-level-number-format:\s*(?:bullet|image)/i.test(rules));
    }
  }

  /**
   * @param {Tree} parent
   * @param {Look} look
   * @param {Flow} flow
   * @param {number} deep
   */
  #children(parent, look, flow, deep) {
    for (const node of parent.childNodes) this.#node(node, look, flow, deep);
  }

  /**
   * @param {Tree} node
   * @param {Look} look
   * @param {Flow} flow
   * @param {number} deep
   */
  #node(node, look, flow, deep) {
    if (node.nodeType === TEXT) return void flow.runs.push({ ...look, soort: "tekst", text: node.textContent ?? "" });
    const name = nameOf(node);
    const sign = name === "img" ? attribute(node, "alt") : "";
    if (sign.length < 12 && EMOJI.test(sign)) return void flow.runs.push({ ...look, soort: "tekst", text: sign });
    if (!name || this.noteAt.has(node) || this.#leftOut(node, name)) return;
    if (deep > DEEPEST) return void flow.runs.push({ ...look, soort: "tekst", text: textOf(node) });
    if (name === "br") {
      if (styled(node, "page-break-before")) flow.end();
      else flow.runs.push({ ...look, soort: "regel", text: "" });
    } else if (BLOCKS.has(name)) this.#block(node, name, look, flow, deep + 1);
    else this.#inline(node, name, look, flow, deep + 1);
  }

  /**
   * Whether a node is no part of the text; what a writer should know of is counted.
   * @param {Tree} node
   * @param {string} name
   */
  #leftOut(node, name) {
    if (styled(node, "display") === "none" || styled(node, "mso-hide") === "all" || attribute(node, "hidden") || /^(?:v|w|m):(?!sdt)/.test(name)) return true;
    if (PICTURES.has(name)) {
      const small = name === "img" && [attribute(node, "width"), attribute(node, "height")].some((size) => /^[01](?:px)?$/.test(size));
      if (!small && attribute(node.parentNode ?? node, "role") !== "checkbox") this.over.afbeeldingen += 1;
      return true;
    }
    if (SKIPPED.has(name)) return true;
    if (styled(node, "mso-list") === "ignore") {
      this.sign = textOf(node).replace(/\s+/g, " ").trim();
      return true;
    }
    if (this.#isRemark(node, name)) return true;
    if (name !== "del" && !/\bmsoDel\b/i.test(attribute(node, "class"))) {
      if (name === "ins" && (this.tracked || attribute(node, "datetime") || attribute(node, "cite"))) this.over.wijzigingen += 1;
      return false;
    }
    if (name === "del" && !this.tracked && !attribute(node, "datetime") && !attribute(node, "cite")) return false; // struck, and meant so
    this.over.wijzigingen += 1;
    return true;
  }

  /**
   * Whether a node is a remark in the margin, or the sign of one.
   * @param {Tree} node
   * @param {string} name
   */
  #isRemark(node, name) {
    const href = name === "a" ? attribute(node, "href") : "";
    const [sign] = /(?:_msocom_|cmnt(?:_ref)?)\d+$/i.exec(href) ?? [];
    if (sign) this.remarks.add(sign.replace(/\D+/, ""));
    if (TO_REMARK.test(href) && styled(node, "mso-comment-reference") === "") return true;
    if (/^comment(?:-list)?$/.test(styled(node, "mso-element"))) return true;
    if (!REMARK.test(attribute(node, "class"))) {
      // The text of a remark of Google Docs stands below: a block that begins with the way back to it.
      return (name === "p" || name === "div") && firstLink(node, /^#cmnt_ref\d+$/);
    }
    const anchor = name === "span" ? textOf(node).match(/\d+/)?.[0] : "";
    if (anchor) this.remarks.add(anchor);
    return true;
  }

  /**
   * @param {Tree} node
   * @param {string} name
   * @param {Look} look
   * @param {Flow} flow
   * @param {number} deep
   */
  #inline(node, name, look, flow, deep) {
    if (name === "a") {
      const href = attribute(node, "href");
      const [found, note] = noteOf(TO_NOTE, href);
      if (found) return void flow.runs.push({ ...PLAIN, soort: "noot", text: note });
      if (noteOf(FROM_NOTE, href)[0]) return;
      return this.#children(node, { ...this.#looks(node, name, look), href: this.#target(href) || look.href }, flow, deep);
    }
    this.#children(node, this.#looks(node, name, look), flow, deep);
  }

  /**
   * How the text in an element looks.
   * @param {Tree} node
   * @param {string} name
   * @param {Look} look
   * @returns {Look}
   */
  #looks(node, name, look) {
    const weight = styled(node, "font-weight");
    const slant = styled(node, "font-style");
    const line = styled(node, "text-decoration") + styled(node, "text-decoration-line");
    const bold = weight ? /^(?:bold|bolder|[6-9]00)/.test(weight) : look.bold || name === "b" || name === "strong";
    const italic = slant ? /^(?:italic|oblique)/.test(slant) : look.italic || ["i", "em", "cite", "dfn", "var"].includes(name);
    const struck = look.struck || ["s", "strike", "del"].includes(name) || line.includes("line-through");
    const raised = look.raised || name === "sup" || styled(node, "vertical-align") === "super";
    return { ...look, bold, italic, struck, raised };
  }

  /**
   * The address of a link to another site; what leads elsewhere is no link here.
   * @param {string} href
   */
  #target(href) {
    const given = href.trim();
    if (!given || given.startsWith("#")) return "";
    const mail = /^mailto:([^?]*)/i.exec(given);
    if (mail) {
      const address = decoded(mail[1]).trim();
      if (address && !this.over.mail.includes(address)) this.over.mail.push(address);
      return "";
    }
    const address = siteAddress(given);
    if (!address && !/^javascript:/i.test(given)) this.over.links += 1;
    return address;
  }

  /**
   * @param {Tree} node
   * @param {string} name
   * @param {Look} look
   * @param {Flow} flow
   * @param {number} deep
   */
  #block(node, name, look, flow, deep) {
    flow.end();
    const heading = headingOf(node, name);
    if (heading) return this.#heading(node, Number(heading), look, flow, deep);
    if (name === "ul" || name === "ol") return this.#list(node, name, look, flow, deep);
    if (name === "table") return this.#table(node, look, flow, deep);
    if (name === "hr") return void flow.add([{ soort: "streep" }]);
    if (name === "pre") return this.#code(node, flow);
    if (name === "blockquote" || /\bMso(?:Intense)?Quote\b/i.test(attribute(node, "class"))) {
      const blokken = this.#within(node, this.#looks(node, name, look), deep);
      if (blokken.length) flow.add([{ soort: "citaat", blokken }]);
      return;
    }
    const item = name === "p" || name === "div" ? /\bl(\d{1,4})\s+level(\d)\b/.exec(styled(node, "mso-list")) : null;
    if (item) return this.#item(node, item, look, flow, deep);
    const last = flow.blokken.at(-1);
    const belongs = last?.soort === "lijst" && /\bMsoListParagraph/i.test(attribute(node, "class")); // a paragraph more of an item
    const looks = this.#looks(node, name, look);
    if (belongs) return append(lastItem(last), this.#within(node, looks, deep));
    this.#children(node, looks, flow, deep);
    flow.end();
  }

  /**
   * The blocks in a node.
   * @param {Tree} node
   * @param {Look} look
   * @param {number} deep
   */
  #within(node, look, deep) {
    const flow = new Flow();
    this.#children(node, look, flow, deep);
    flow.end();
    return flow.blokken;
  }

  /**
   * @param {Tree} node
   * @param {number} diepte
   * @param {Look} look
   * @param {Flow} flow
   * @param {number} deep
   */
  #heading(node, diepte, look, flow, deep) {
    const blokken = this.#within(node, look, deep);
    const runs = flat(blokken).map((run) => ({ ...run, bold: false }));
    if (runs.length) flow.add([{ soort: "kop", diepte, runs }]);
  }

  /**
   * A paragraph of Word that is an item of a list.
   * @param {Tree} node
   * @param {RegExpExecArray} found
   * @param {Look} look
   * @param {Flow} flow
   * @param {number} deep
   */
  #item(node, [, list, level], look, flow, deep) {
    this.sign = "";
    const blokken = this.#within(node, this.#looks(node, "p", look), deep);
    const genummerd = this.sign ? SIGN.test(this.sign) : this.bullets.get(`${list} ${level}`) === false;
    if (blokken.length) addItem(flow.blokken, Number(level), genummerd, numberOf(this.sign), blokken);
  }

  /**
   * @param {Tree} node
   * @param {string} name
   * @param {Look} look
   * @param {Flow} flow
   * @param {number} deep
   */
  #list(node, name, look, flow, deep) {
    const genummerd = name === "ol";
    /** @type {List} */
    const list = { soort: "lijst", genummerd, begin: whole(attribute(node, "start"), 1), diepte: 1, items: [] };
    for (const child of node.childNodes) {
      const soort = nameOf(child);
      const level = soort === "li" ? whole(attribute(child, "data-aria-level"), 0) : 0;
      if (soort && this.#leftOut(child, soort)) continue;
      const own = new Flow();
      if (soort === "li") this.#children(child, this.#looks(child, soort, look), own, deep);
      else this.#node(child, look, own, deep);
      own.end();
      if (!own.blokken.length) continue;
      // Word on the web wraps each item in a list of its own, and says how deep it is.
      if (level) addItem(flow.blokken, level, genummerd, whole(attribute(node, "start"), 0), own.blokken);
      else if (soort === "li" && own.blokken.some(({ soort }) => soort !== "lijst")) list.items.push(own.blokken);
      else if (list.items.length) append(lastItem(list), own.blokken);
      else append(list.items, own.blokken.flatMap((block) => (block.soort === "lijst" ? block.items : [[block]])));
    }
    if (list.items.length) flow.add([list]);
  }

  /**
   * @param {Tree} node
   * @param {Flow} flow
   */
  #code(node, flow) {
    const tekst = textOf(node).replace(/^\n|\s+$/g, "");
    if (tekst.trim()) flow.add([{ soort: "code", tekst }]);
  }

  /**
   * @param {Tree} node
   * @param {Look} look
   * @param {Flow} flow
   * @param {number} deep
   */
  #table(node, look, flow, deep) {
    const rows = rowsOf(node);
    /** @type {Block[][][]} */
    const rijen = rows.map(() => []);
    let wide = 0;
    rows.forEach((row, y) => {
      let x = 0;
      for (const cell of row.childNodes) {
        const name = nameOf(cell);
        if (name !== "td" && name !== "th") continue;
        while (rijen[y][x]) x += 1; // a cell of a row above reaches to here
        if (x >= WIDEST) break;
        const blokken = this.#within(cell, look, deep);
        const across = Math.min(whole(attribute(cell, "colspan"), 1) || 1, WIDEST - x);
        const down = Math.min(whole(attribute(cell, "rowspan"), 1) || 1, rows.length - y);
        for (let below = 0; below < down; below++) {
          // What goes for several rows is said in each; what is as wide as several columns stands in the first.
          for (let beside = 0; beside < across; beside++) rijen[y + below][x + beside] ??= beside ? [] : blokken;
        }
        x += across;
      }
      wide = Math.max(wide, rijen[y].length);
    });
    const full = rijen.filter((row) => row.some((cell) => cell?.length));
    const columns = Array.from({ length: wide }, (_, x) => x).filter((x) => full.some((row) => row[x]?.length));
    const caption = [...node.childNodes].find((child) => nameOf(child) === "caption");
    if (caption) flow.add(this.#within(caption, look, deep));
    // One row or one column is no table: it only made a box, or put things beside each other.
    if (full.length < 2 || columns.length < 2) flow.add(full.flatMap((row) => columns.flatMap((x) => row[x] ?? [])));
    else flow.add([{ soort: "tabel", rijen: full.map((row) => columns.map((x) => row[x] ?? [])) }]);
  }
}

/**
 * The rows of a table, not those of a table within it.
 * @param {Tree} table
 */
function rowsOf(table) {
  /** @type {Tree[]} */
  const rows = [];
  for (const part of table.childNodes) {
    if (nameOf(part) === "tr") rows.push(part);
    if (["thead", "tbody", "tfoot"].includes(nameOf(part))) append(rows, [...part.childNodes].filter((row) => nameOf(row) === "tr"));
  }
  return rows;
}

/**
 * Put an item in the list that was made last, as deep as it lies; or begin a list.
 * @param {Block[]} blokken
 * @param {number} level
 * @param {boolean} genummerd
 * @param {number} number
 * @param {Block[]} item
 */
function addItem(blokken, level, genummerd, number, item) {
  let around = blokken;
  let list = around.at(-1);
  while (list?.soort === "lijst" && list.diepte < level && list.items.length) {
    const inner = /** @type {Block[]} */ (list.items.at(-1));
    const next = inner.at(-1);
    around = inner;
    list = next;
  }
  const again = genummerd && number === 1; // it counts anew
  if (list?.soort === "lijst" && list.genummerd === genummerd && !again) {
    list.diepte = Math.min(list.diepte, level);
    list.items.push(item);
  } else {
    around.push({ soort: "lijst", genummerd, begin: number || 1, diepte: level, items: [item] });
  }
}

/**
 * How deep the heading lies that a block is, or nothing; a title lies above all.
 * @param {Tree} node
 * @param {string} name
 */
function headingOf(node, name) {
  if (/\bMsoTitle\b/i.test(attribute(node, "class"))) return "0";
  const level = attribute(node, "role") === "heading" ? attribute(node, "aria-level") : styled(node, "mso-outline-level");
  return /^h([1-6])$/.exec(name)?.[1] ?? /^[1-6]$/.exec(level)?.[0] ?? "";
}

/** @param {List} list */
const lastItem = (list) => /** @type {Block[]} */ (list.items.at(-1));

/**
 * The number that a sign stands for: of `c)` it is 3; 0 for what is none.
 * @param {string} sign
 */
function numberOf(sign) {
  const [text] = /(?:\d+|[a-z]+)(?=[.)]*$)/i.exec(sign) ?? [""];
  if (/^\d+$/.test(text)) return Number(text);
  return text.length === 1 ? text.toLowerCase().charCodeAt(0) - 96 : 0;
}

/**
 * What a link to a note, or from one, names: whether it is one, and the note.
 * @param {RegExp} pattern
 * @param {string} href
 * @returns {[boolean, string]}
 */
function noteOf(pattern, href) {
  const found = href.length < 500 ? pattern.exec(href) : null;
  if (!found) return [false, ""];
  const [soort, number] = found.slice(1).filter(Boolean);
  return [true, `${soort.toLowerCase()}${number}`];
}

/**
 * What holds the text of a note of which this is the way back: a block that is named after it, or the paragraph.
 * @param {Tree} link
 */
function holder(link) {
  let nearest = link;
  for (let node = link.parentNode; node; node = node.parentNode) {
    const name = nameOf(node);
    if (NOTE_ID.test(attribute(node, "id")) || /^(?:foot|end)note$/.test(styled(node, "mso-element"))) return node;
    if (nearest === link && ["p", "li", "div", "dd"].includes(name)) nearest = node;
  }
  return nearest;
}

/**
 * Whether the first thing in a block is a link to such a place.
 * @param {Tree} node
 * @param {RegExp} pattern
 */
function firstLink(node, pattern) {
  /** @type {Tree | undefined} */
  let first = node;
  for (let deep = 0; first && deep < 6; deep++) {
    if (nameOf(first) === "a") return pattern.test(attribute(first, "href"));
    first = begin(first);
  }
  return false;
}

/**
 * The first thing in a node that is no space.
 * @param {Tree} node
 */
function begin(node) {
  for (const child of node.childNodes) if (child.nodeType === ELEMENT || (child.nodeType === TEXT && (child.textContent ?? "").trim())) return child;
  return undefined;
}

/**
 * An address of another site as a link has it, or nothing: without the redirect that a program put around it.
 * @param {string} href
 */
export function siteAddress(href) {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return "";
  let url = new URL(href);
  if (AROUND.test(url.href)) {
    const inner = url.searchParams.get("q") ?? url.searchParams.get("url") ?? "";
    if (/^https?:/i.test(inner) && URL.canParse(inner)) url = new URL(inner);
  }
  if (!url.hostname.includes(".") || url.username || url.password) return "";
  /** @param {string} sign */
  const written = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return url.href.replace(/[()<>\\|[\]`]/g, written).replace(/&(?=#?\w+;)/g, "%26");
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * @param {string} text
 * @param {number} otherwise
 */
function whole(text, otherwise) {
  return /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : otherwise;
}

/**
 * The words of blocks on one line: of a heading, or of a cell.
 * @param {readonly Block[]} blokken
 * @returns {Run[]}
 */
export function flat(blokken) {
  /** @type {Run[]} */
  const runs = [];
  for (const own of blokken.map(runsOf)) {
    if (!own.length) continue;
    if (runs.length) runs.push({ ...PLAIN, soort: "regel", text: "" });
    runs.push(...own);
  }
  return runs;
}

/**
 * @param {Block} block
 * @returns {Run[]}
 */
function runsOf(block) {
  switch (block.soort) {
    case "lijst": return flat(block.items.flat());
    case "citaat": return flat(block.blokken);
    case "tabel": return flat(block.rijen.flat(2));
    case "code": return [{ ...PLAIN, soort: "tekst", text: block.tekst }];
    case "streep": return [];
    default: return block.runs;
  }
}
