// How the text will look: a simple part of Markdown, made of nodes. What somebody typed is never read as HTML.

const LANGSTE = 5000; // characters of a line in which marks are looked for
const TEKEN = new RegExp(
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
 * @param {(Node | string)[]} kinderen
 */
function knoop(soort, ...kinderen) {
  const gemaakt = document.createElement(soort);
  gemaakt.append(...kinderen);
  return gemaakt;
}

/**
 * A link to elsewhere; one to a page of the site stays words here, for its address is that of a file.
 * @param {string} doel
 * @param {(Node | string)[]} kinderen
 */
function link(doel, kinderen) {
  if (!/^https?:\/\//i.test(doel)) {
    const woorden = knoop("span", ...kinderen);
    woorden.className = "rb-voorbeeld__link";
    return woorden;
  }
  const gemaakt = knoop("a", ...kinderen);
  Object.assign(gemaakt, { href: doel, target: "_blank", rel: "noopener" });
  return gemaakt;
}

/**
 * The nodes of a line: emphasis, links and code.
 * @param {string} tekst
 * @returns {(Node | string)[]}
 */
function inregel(tekst) {
  if (tekst.length > LANGSTE) return [tekst];
  /** @type {(Node | string)[]} */
  const knopen = [];
  let einde = 0;
  for (const gevonden of tekst.matchAll(TEKEN)) {
    const deel = /** @type {Record<string, string>} */ (gevonden.groups);
    knopen.push(tekst.slice(einde, gevonden.index));
    einde = gevonden.index + gevonden[0].length;
    if (deel.ontsnapt) knopen.push(deel.ontsnapt);
    else if (deel.dik) knopen.push(knoop("strong", ...inregel(deel.dik)));
    else if (deel.cursief) knopen.push(knoop("em", ...inregel(deel.cursief)));
    else if (deel.code) knopen.push(knoop("code", deel.code));
    else if (deel.adres) knopen.push(link(deel.adres, [deel.adres]));
    else knopen.push(link(deel.doel, inregel(deel.tekst)));
  }
  return [...knopen, tekst.slice(einde)].filter((knoop) => knoop !== "");
}

/** @param {readonly string[]} regels */
function lijst(regels) {
  /** @type {string[]} */
  const items = [];
  for (const regel of regels) {
    const begin = regel.match(/^\s*(?:[-*+]|\d{1,3}\.)\s+(.*)$/);
    if (begin) items.push(begin[1]);
    else items[items.length - 1] += ` ${regel.trim()}`;
  }
  return knoop(/^\d/.test(regels[0]) ? "ol" : "ul", ...items.map((item) => knoop("li", ...inregel(item))));
}

/**
 * @param {string} tekst
 * @returns {HTMLElement}
 */
function blok(tekst) {
  const regels = tekst.split("\n");
  const kop = tekst.match(/^(#{2,6})\s+(.*)$/s);
  if (kop) return knoop(/** @type {"h4" | "h5" | "h6"} */ (`h${Math.min(6, kop[1].length + 2)}`), ...inregel(kop[2].replace(/\s+#*$/, "")));
  if (/^(?:[-*+]|\d{1,3}\.)\s/.test(tekst)) return lijst(regels);
  if (/^([-*_])\1{2,}$/.test(tekst)) return knoop("hr");
  if (tekst.startsWith(">")) return knoop("blockquote", knoop("p", ...inregel(tekst.replace(/^>[ ]?/gm, "").replaceAll("\n", " "))));
  return knoop("p", ...inregel(regels.join(" ").trim()));
}

/**
 * The nodes of a text that has been cleaned (`alineas`): its blocks have an empty line between them.
 * @param {string} tekst
 */
export function alsKnopen(tekst) {
  /** @type {HTMLElement[]} */
  const knopen = [];
  for (const deel of tekst.split(/\n\s*\n/).filter((deel) => deel.trim())) {
    const nieuw = blok(deel);
    const vorig = knopen.at(-1);
    // A list goes on after an empty line, and what is indented belongs to its last item.
    if (vorig?.matches("ul, ol") && nieuw.tagName === vorig.tagName) vorig.append(...nieuw.children);
    else if (vorig?.matches("ul, ol") && /^\s/.test(deel)) /** @type {Element} */ (vorig.lastChild).append(nieuw);
    else knopen.push(nieuw);
  }
  return knopen;
}
