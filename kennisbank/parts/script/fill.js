// A template of the page, filled with data: how a thing looks stands in HTML once, for the build and for scripts.
//
// A slot is the name of a value between braces, in a text or an attribute: `<a href="{url}">{titel}</a>`. `{glyph.tekst}` is
// a part of a value.
//
// - A list repeats the smallest element that has all slots of it: `<li>{kenmerken}</li>`, or of a list of objects
//   `<li>{vragen.vraag} <span>{vragen.titel}</span></li>`.
// - What has no value (nothing, no, an empty text) goes: an element of which the text is that slot and nothing else, an
//   attribute that is that slot, and an element with `data-if="name"` for one without a value or with an empty list.
// - A node is put where its slot stands. Anything else is text, whatever stands in it: nothing is read as HTML.

/** @typedef {{ readonly [name: string]: unknown }} Values */
/** @typedef {(path: string) => unknown} Scope */

const PATH = "\\{([a-z][a-z_]*(?:\\.[a-z][a-z_]*)*)\\}";
const SLOT = new RegExp(PATH, "g");
const WHOLE = new RegExp(`^${PATH}$`);

/**
 * A template of this page: `rb-sjabloon-` and this name is its id.
 * @param {string} name
 */
export const template = (name) => /** @type {HTMLTemplateElement} */ (document.getElementById(`rb-sjabloon-${name}`));

/**
 * The element in a template, filled with these values. Throws when a slot has no value of its name, be it an empty one:
 * then the template and its script do not belong together.
 * @template {Element} [E=HTMLElement]
 * @param {HTMLTemplateElement} template
 * @param {Values} values
 * @returns {E}
 */
export function fill(template, values) {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true)); // of a document that shows nothing and fetches nothing
  put(copy, (path) => within(values, path, template.id));
  return /** @type {E} */ (copy.firstElementChild);
}

/**
 * Put an element that was filled anew in the place of what was filled before, unless nothing changed: then whoever is in it
 * stays there. Answers with the one that stands there now.
 * @template {Element} E
 * @param {E} shown
 * @param {E} fresh
 */
export function renew(shown, fresh) {
  if (shown.isEqualNode(fresh)) return shown;
  shown.replaceWith(fresh);
  return fresh;
}

/**
 * A part of a value by its path. Of what is not there, there are no parts.
 * @param {unknown} values
 * @param {string} path
 * @param {string} where
 */
function within(values, path, where) {
  let found = values;
  for (const name of path.split(".")) {
    if (found === null || found === undefined) return undefined;
    if (typeof found !== "object" || !Object.hasOwn(found, name)) throw new Error(`#${where} asks for {${path}}: there is no such value`);
    found = /** @type {Record<string, unknown>} */ (found)[name];
  }
  return found;
}

/** @param {unknown} value */
const absent = (value) => value === null || value === undefined || value === false || value === "" || (Array.isArray(value) && !value.length);

/**
 * @param {ParentNode} part
 * @param {Scope} scope
 */
function put(part, scope) {
  for (const element of part.querySelectorAll("[data-if]")) {
    if (absent(scope(element.getAttribute("data-if") ?? ""))) element.remove();
    else element.removeAttribute("data-if");
  }
  const nodes = slotted(part); // before anything is put: braces in a value are no slot
  const found = lists(nodes, scope);
  for (const [list, whole] of found) {
    // A list in what is repeated for another has its turn in each copy.
    if (![...found.values()].some((other) => other !== whole && other.contains(whole))) repeat(list, whole, scope);
  }
  for (const [node] of nodes) {
    if (!part.contains(node instanceof Attr ? node.ownerElement : node)) continue; // its place was taken by copies
    if (node instanceof Attr) putInAttribute(node, scope);
    else putInText(node, scope);
  }
}

/**
 * Every text and attribute with slots in it, with their paths.
 * @param {ParentNode} part
 * @returns {[Text | Attr, string[]][]}
 */
function slotted(part) {
  /** @type {(Text | Attr)[]} */
  const nodes = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = /** @type {Node | null} */ (walker.currentNode); node; node = walker.nextNode()) {
    if (node instanceof Element) nodes.push(...node.attributes);
    else if (node instanceof Text) nodes.push(node);
  }
  return nodes.map((node) => /** @type {[Text | Attr, string[]]} */ ([node, [...(node.nodeValue ?? "").matchAll(SLOT)].map(([, path]) => path)])).filter(([, paths]) => paths.length);
}

/**
 * The lists that slots ask for, the outermost of each, with the smallest element that has all those slots.
 * @param {[Text | Attr, string[]][]} nodes
 * @param {Scope} scope
 */
function lists(nodes, scope) {
  /** @type {Map<string, Element>} */
  const found = new Map();
  for (const [node, paths] of nodes) {
    for (const path of paths) {
      const names = path.split(".");
      const list = names.map((_, index) => names.slice(0, index + 1).join(".")).find((one) => Array.isArray(scope(one)));
      if (!list) continue;
      const element = /** @type {Element} */ (node instanceof Attr ? node.ownerElement : node.parentElement);
      let whole = found.get(list) ?? element;
      while (!whole.contains(element)) whole = /** @type {Element} */ (whole.parentElement);
      found.set(list, whole);
    }
  }
  return found;
}

/**
 * @param {string} list
 * @param {Element} whole
 * @param {Scope} scope
 */
function repeat(list, whole, scope) {
  const items = /** @type {readonly unknown[]} */ (scope(list)).map((item) => {
    const copy = whole.ownerDocument.createDocumentFragment();
    copy.append(whole.cloneNode(true));
    put(copy, (path) => (path === list ? item : path.startsWith(`${list}.`) ? within(item, path.slice(list.length + 1), list) : scope(path)));
    return copy;
  });
  whole.replaceWith(...items);
}

/**
 * @param {Attr} attribute
 * @param {Scope} scope
 */
function putInAttribute(attribute, scope) {
  const [, path] = WHOLE.exec(attribute.value) ?? [];
  const value = path && scope(path);
  if (path && absent(value)) attribute.ownerElement?.removeAttributeNode(attribute);
  else if (value === true) attribute.value = "";
  else attribute.value = attribute.value.replace(SLOT, (_, one) => text(scope(one)));
}

/**
 * @param {Text} node
 * @param {Scope} scope
 */
function putInText(node, scope) {
  const [, path] = WHOLE.exec(node.data.trim()) ?? [];
  if (path && absent(scope(path)) && node.parentElement?.childNodes.length === 1) return node.parentElement.remove();
  // What stands between slots, and their paths, in turn.
  const pieces = node.data.split(SLOT).map((piece, index) => (index % 2 ? scope(piece) : piece));
  return node.replaceWith(...pieces.map((piece) => (piece instanceof Node ? piece : text(piece))));
}

/** @param {unknown} value */
const text = (value) => (absent(value) || value === true ? "" : String(value));
