// How the text will look: a simple part of Markdown, made of nodes. What somebody typed is never read as HTML.

const LONGEST = 5000; // characters of a line in which marks are looked for
const CHARACTER = new RegExp(
  [
    String.raw`\\(?<ontsnapt>[\\${"`"}*_{}\[\]()#+\-.!>])`,
    String.raw`(?<vet>\*\*|__)(?=\S)(?<dik>.+?)(?<=\S)\k<vet>`,
    String.raw`(?<schuin>\*|(?<!\w)_)(?=\S)(?<cursief>.+?)(?<=\S)\k<schuin>(?!\w)`,
    "`(?<code>[^`]+)`",
    String.raw`\[(?<tekst>[^\[\]]+)\]\((?<doel>[^()\s]+)\)`,
    String.raw`<(?<adres>https?://[^\s<>]+)>`,
  ].join("|"),
  "g",
);

/**
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} soort
 * @param {(Node | string)[]} children
 */
function node(soort, ...children) {
  const made = document.createElement(soort);
  made.append(...children);
  return made;
}

/**
 * A link to elsewhere; one to a page of the site stays words here, for its address is that of a file.
 * @param {string} target
 * @param {(Node | string)[]} children
 */
function link(target, children) {
  if (!/^https?:\/\//i.test(target)) {
    const words = node("span", ...children);
    words.className = "rb-voorbeeld__link";
    return words;
  }
  const made = node("a", ...children);
  Object.assign(made, { href: target, target: "_blank", rel: "noopener" });
  return made;
}

/**
 * The nodes of a line: emphasis, links and code.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
function inlined(text) {
  if (text.length > LONGEST) return [text];
  /** @type {(Node | string)[]} */
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(CHARACTER)) {
    const part = /** @type {Record<string, string>} */ (found.groups);
    nodes.push(text.slice(end, found.index));
    end = found.index + found[0].length;
    if (part.ontsnapt) nodes.push(part.ontsnapt);
    else if (part.dik) nodes.push(node("strong", ...inlined(part.dik)));
    else if (part.cursief) nodes.push(node("em", ...inlined(part.cursief)));
    else if (part.code) nodes.push(node("code", part.code));
    else if (part.adres) nodes.push(link(part.adres, [part.adres]));
    else nodes.push(link(part.doel, inlined(part.tekst)));
  }
  return [...nodes, text.slice(end)].filter((node) => node !== "");
}

/** @param {readonly string[]} lines */
function list(lines) {
  /** @type {string[]} */
  const items = [];
  for (const line of lines) {
    const begin = line.match(/^\s*(?:[-*+]|\d{1,3}\.)\s+(.*)$/);
    if (begin) items.push(begin[1]);
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return node(/^\d/.test(lines[0]) ? "ol" : "ul", ...items.map((item) => node("li", ...inlined(item))));
}

/**
 * @param {string} text
 * @returns {HTMLElement}
 */
function block(text) {
  const lines = text.split("\n");
  const heading = text.match(/^(#{2,6})\s+(.*)$/s);
  if (heading) return node(/** @type {"h4" | "h5" | "h6"} */ (`h${Math.min(6, heading[1].length + 2)}`), ...inlined(heading[2].replace(/\s+#*$/, "")));
  if (/^(?:[-*+]|\d{1,3}\.)\s/.test(text)) return list(lines);
  if (/^([-*_])\1{2,}$/.test(text)) return node("hr");
  if (text.startsWith(">")) return node("blockquote", node("p", ...inlined(text.replace(/^>[ ]?/gm, "").replaceAll("\n", " "))));
  return node("p", ...inlined(lines.join(" ").trim()));
}

/**
 * The nodes of a text that has been cleaned (`alineas`): its blocks have an empty line between them.
 * @param {string} text
 */
export function asNodes(text) {
  /** @type {HTMLElement[]} */
  const nodes = [];
  for (const part of text.split(/\n\s*\n/).filter((part) => part.trim())) {
    const fresh = block(part);
    const previous = nodes.at(-1);
    // A list goes on after an empty line, and what is indented belongs to its last item.
    if (previous?.matches("ul, ol") && fresh.tagName === previous.tagName) previous.append(...fresh.children);
    else if (previous?.matches("ul, ol") && /^\s/.test(part)) /** @type {Element} */ (previous.lastChild).append(fresh);
    else nodes.push(fresh);
  }
  return nodes;
}
