// Markdown as the site reads it (kennisbank/parts/commonmark.py): by the same reader, with the same settings.
//
// The reader is large, and fetched when there is a text to read.

/** @typedef {MarkdownItToken} Token */
/** @typedef {{ tag: string, kenmerken: Record<string, string>, kinderen: (Branch | string)[] }} Branch an element of the text as it is shown */
/** @typedef {(text: string) => Token[]} Reader */

const DEEPEST = 20; // levels of lists, quotes and marks within each other that are read
const LONGEST = 300_000; // characters; the check takes no more
const SLOW = /\*{2000}/; // the reader looks at each of them again and again
const TASK = /^\[([ xX])\](?:[ \t]+|$)/;
const ALIGN = /^text-align:(left|center|right)$/;
const PUNCTUATION = /[!-/:-@[-`{-~\p{P}\p{S}]/u;
const SPACE = /[\p{Zs}\t\n\v\f\r]/u;
/** @type {Readonly<Record<string, string>>} */
const INLINE = { em_open: "em", strong_open: "strong", s_open: "del" };

/** @type {Promise<Reader> | undefined} */
let loading;

/**
 * What reads a text; a failure to fetch it may be tried again.
 * @returns {Promise<Reader>}
 */
export function reader() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** @returns {Promise<Reader>} */
async function load() {
  const [, { default: footnotes }] = await Promise.all([
    import("../../../parts/script/derden/markdown-it.js"), // which puts its name beside those of the browser
    import("../../../parts/script/derden/markdown-it-footnote.js"),
  ]);
  const made = globalThis.markdownit("commonmark", { html: false, linkify: true, maxNesting: 2 * DEEPEST });
  made.enable(["table", "strikethrough", "linkify"]);
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: false }); // no "www." or "x.nl": the check asks for the whole address
  for (const schema of ["ftp:", "//", "mailto:"]) made.linkify.add(schema, null);
  made.use(footnotes);
  made.inline.State = delimiting(made.inline.State);
  made.inline.ruler.disable("footnote_inline");
  return (text) => {
    if (text.length > LONGEST || SLOW.test(text)) throw new RangeError("This text takes too long to read.");
    return made.parse(text, {});
  };
}

/**
 * Marks as CommonMark reads them since its version 0.31, as the reader of the site does: a sign such as € is punctuation.
 * @param {MarkdownItState} State
 * @returns {MarkdownItState}
 */
function delimiting(State) {
  return class extends State {
    /**
     * @param {number} start
     * @param {boolean} canSplitWord
     */
    scanDelims(start, canSplitWord) {
      let end = start;
      while (end < this.posMax && this.src[end] === this.src[start]) end += 1;
      const before = [...this.src.slice(Math.max(0, start - 2), start)].at(-1) ?? " ";
      const after = end < this.posMax ? String.fromCodePoint(this.src.codePointAt(end) ?? 32) : " ";
      const open = !SPACE.test(after) && (!PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
      const close = !SPACE.test(before) && (!PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after));
      return {
        can_open: open && (canSplitWord || !close || PUNCTUATION.test(before)),
        can_close: close && (canSplitWord || !open || PUNCTUATION.test(after)),
        length: end - start,
      };
    }
  };
}

/**
 * The elements that tokens are on the site.
 * @param {readonly Token[]} tokens
 * @returns {Branch}
 */
export function grow(tokens) {
  const root = element("div");
  new Tree(root).build(tokens);
  return root;
}

/**
 * @param {string} tag
 * @param {Record<string, string>} [kenmerken]
 * @returns {Branch}
 */
function element(tag, kenmerken = {}) {
  return { tag, kenmerken, kinderen: [] };
}

class Tree {
  /** @param {Branch} root */
  constructor(root) {
    this.open = [root];
  }

  /** @param {readonly Token[]} tokens */
  build(tokens) {
    for (const token of tokens) this.#token(token);
  }

  /** @param {Token} token */
  #token(token) {
    switch (token.type) {
      case "inline": return this.#inline(token.children ?? [], token.content.startsWith("["));
      case "fence":
      case "code_block": return this.#code(token);
      case "hr": return void this.#add("hr");
      case "footnote_block_open":
        this.#push("div", { soort: "noten" });
        this.#add("hr");
        return this.#push("ol");
      case "footnote_block_close": return void this.open.splice(-2);
      case "footnote_open": return this.#push("li", { noot: label(token) });
      case "footnote_anchor":
        this.#text("\u00a0");
        return void this.#add("a", { terug: label(token) }).kinderen.push("↩");
      default:
        if (token.hidden) return; // a paragraph that is none: an item of a list without space between them
        if (token.nesting === 1) return this.#push(token.tag, attributes(token));
        this.open.pop();
    }
  }

  /** @param {Token} token */
  #code(token) {
    const [language] = token.info.trim().split(/\s+/);
    const code = element("code", language ? { taal: language } : {});
    code.kinderen.push(token.content);
    this.#add("pre").kinderen.push(code);
  }

  /**
   * @param {readonly Token[]} tokens
   * @param {boolean} mayBeTask
   */
  #inline(tokens, mayBeTask) {
    for (const [index, token] of tokens.entries()) this.#piece(token, index === 0 && mayBeTask, tokens.length === 1);
  }

  /**
   * @param {Token} token
   * @param {boolean} mayBeTask
   * @param {boolean} alone
   */
  #piece(token, mayBeTask, alone) {
    switch (token.type) {
      case "text": return this.#text(token.content.slice(mayBeTask ? this.#task(token.content, alone) : 0));
      case "softbreak": return this.#text("\n");
      case "hardbreak": return void this.#add("br");
      case "code_inline": return void this.#add("code").kinderen.push(token.content);
      case "image": return void this.#add("img", { alt: words(token.children ?? []), src: token.attrGet("src") ?? "", ...title(token) });
      case "footnote_ref": return void this.#add("sup").kinderen.push({ ...element("a", { noot: label(token) }), kinderen: [String((token.meta?.id ?? 0) + 1)] });
      case "link_open": return this.#push("a", { href: token.attrGet("href") ?? "", ...title(token) });
      default:
        if (token.nesting === 1) return this.#push(INLINE[token.type]);
        this.open.pop();
    }
  }

  /**
   * Show the box of a task, and tell how many characters said it: only where an item begins.
   * @param {string} text
   * @param {boolean} alone
   */
  #task(text, alone) {
    const here = /** @type {Branch} */ (this.open.at(-1));
    const around = this.open.at(-2);
    const begins = !here.kinderen.length && (here.tag === "li" || (here.tag === "p" && around?.tag === "li" && around.kinderen[0] === here));
    const found = begins ? TASK.exec(text) : null;
    if (!found || (found[0].length === text.length && text.endsWith("]") && !alone)) return 0;
    this.#add("input", { type: "checkbox", disabled: "", ...(found[1] === " " ? { "aria-label": "Nog te doen" } : { "aria-label": "Gedaan", checked: "" }) });
    this.#text(" ");
    return found[0].length;
  }

  /**
   * @param {string} tag
   * @param {Record<string, string>} [kenmerken]
   */
  #push(tag, kenmerken) {
    this.open.push(this.#add(tag, kenmerken));
  }

  /**
   * @param {string} tag
   * @param {Record<string, string>} [kenmerken]
   */
  #add(tag, kenmerken) {
    const made = element(tag, kenmerken);
    this.open.at(-1)?.kinderen.push(made);
    return made;
  }

  /** @param {string} text */
  #text(text) {
    if (text) this.open.at(-1)?.kinderen.push(text);
  }
}

/**
 * What the element of a block says: where a list begins to count, how a column stands.
 * @param {Token} token
 * @returns {Record<string, string>}
 */
function attributes(token) {
  const start = token.type === "ordered_list_open" ? token.attrGet("start") : null;
  if (start !== null && Number(start) !== 1) return { start: String(start) };
  const [, align] = ALIGN.exec(token.attrGet("style") ?? "") ?? [];
  return align ? { stand: align } : {};
}

/**
 * The name of a footnote, as it was written; without one its number.
 * @param {Token} token
 */
const label = (token) => token.meta?.label || String((token.meta?.id ?? 0) + 1);

/**
 * @param {Token} token
 * @returns {Record<string, string>}
 */
function title(token) {
  const said = token.attrGet("title");
  return said ? { title: said } : {};
}

/**
 * The words in an image, of which only those remain.
 * @param {readonly Token[]} tokens
 * @returns {string}
 */
function words(tokens) {
  return tokens.map(({ type, content, children }) => (type === "softbreak" || type === "hardbreak" ? "\n" : type === "image" ? words(children ?? []) : content)).join("");
}
