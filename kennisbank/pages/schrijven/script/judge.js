// What a text becomes on the site that was not meant: the same rules, with the same patterns, as the check has
// (kennisbank/reading/judge.py).

import { quoted } from "./text.js";

/** @typedef {import("./commonmark.js").Token} Token */
/** @typedef {Pick<import("./fields.js").Data, "patronen" | "resten" | "herstel">} Rules */
/** @typedef {{ code: string, regel: number, bericht: string, gezien: string }} Found a problem, its line from 0, and what is to be seen there */

const DEEPEST = 6; // lists and quotes within each other
const MOST = 20; // remains that are named of one block
/** @type {Readonly<Record<string, string>>} */
const HOLDERS = { bullet_list: "een lijst", ordered_list: "een lijst", blockquote: "een citaat", footnote: "een noot" };
const ENDS = new Set(["bullet_list_close", "ordered_list_close", "blockquote_close"]);
const SITE = /^https?:\/\/([^/?#]*)[^?#]*(?:\?([^#]*))?/;
const OWN = /^(?:site|bewaarplaats):/; // links that get their words from the site itself
const NOTES = new Set(["noot-zonder-tekst", "noot-zonder-teken"]);

export class Judge {
  /** @param {Rules} rules */
  constructor({ patronen, resten, herstel }) {
    /** @type {Record<string, RegExp>} */
    this.patronen = Object.fromEntries(Object.entries(patronen).map(([name, { bron, vlaggen }]) => [name, new RegExp(bron, `${vlaggen}g`)]));
    this.resten = resten;
    this.herstel = herstel;
    /** @type {import("./commonmark.js").Reader | null} */
    this.read = null; // until it has come
    /** @type {Map<string, Found[]>} */
    this.known = new Map();
  }

  /**
   * The first thing that is wrong in a part of a text, with its cure; of the notes that is told by the whole of it.
   * @param {string} text
   * @param {string} whole
   */
  error(text, whole) {
    const first = this.#of(text).find(({ code }) => !NOTES.has(code)) ?? this.#of(whole).find(({ code, gezien }) => NOTES.has(code) && text.includes(gezien));
    return first ? `${first.bericht} ${this.herstel[first.code]}` : "";
  }

  /** @param {string} text */
  #of(text) {
    let found = this.known.get(text);
    if (!found) {
      if (this.known.size > 20) this.known.clear();
      found = this.read && text ? this.found(text, this.read) : [];
      if (this.read) this.known.set(text, found);
    }
    return found;
  }

  /**
   * All that is wrong in a text; nothing when it cannot be read here.
   * @param {string} text
   * @param {import("./commonmark.js").Reader} read
   * @returns {Found[]}
   */
  found(text, read) {
    const [conflict] = this.#all("conflict", text);
    if (conflict) return [{ code: "rest-conflict", regel: lineAt(text, conflict.index), bericht: `${quoted(conflict[0], 40)} is een merkteken van twee versies door elkaar.`, gezien: "" }];
    let tokens;
    try {
      tokens = read(text);
    } catch {
      return [];
    }
    return [...blocks(tokens), ...indented(text, tokens), ...this.#notes(text, tokens), ...tokens.flatMap((token) => (token.type === "inline" && token.map ? this.#inline(token) : []))];
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #all(name, text) {
    return [...text.matchAll(this.patronen[name])];
  }

  /**
   * Texts of footnotes that no sign leads to.
   * @param {string} text
   * @param {readonly Token[]} tokens
   * @returns {Found[]}
   */
  #notes(text, tokens) {
    const named = new Set(tokens.flatMap(({ children }) => (children ?? []).filter(({ type }) => type === "footnote_ref").map(({ meta }) => meta?.label)));
    return this.#all("noot_tekst", text).flatMap(({ 1: name, index }) => {
      const regel = lineAt(text, index);
      if (named.has(name) || isText(tokens, regel)) return [];
      return [{ code: "noot-zonder-teken", regel, bericht: `Naar de noot ${quoted(`[^${name}]`)} verwijst niets.`, gezien: `[^${name}]` }];
    });
  }

  /**
   * What is wrong with the words, links and pictures of one block.
   * @param {Token} token
   * @returns {Found[]}
   */
  #inline(token) {
    let regel = token.map?.[0] ?? 0;
    /** @type {[number, string][]} */
    const words = [];
    /** @type {Found[]} */
    const found = [];
    const children = token.children ?? [];
    let within = 0;
    for (const [index, child] of children.entries()) {
      if (child.type === "text") words.push([regel, within ? child.content.replace(this.patronen.gelinkt, "\ufffc") : child.content]);
      else if (child.type === "softbreak" || child.type === "hardbreak") words.push([regel++, "\n"]);
      else if (child.type === "code_inline") words.push([regel, "\ufffc"]); // code says nothing by itself, and parts the words beside it
      else if (child.type === "image" && /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(child.attrGet("src") ?? "")) {
        found.push({ code: "beeld-elders", regel, bericht: "De afbeelding staat op een andere site.", gezien: "![" });
      } else if (child.type === "link_close") within--;
      else if (child.type === "link_open") {
        within++;
        const address = child.attrGet("href") ?? "";
        if (children[index + 1].type === "link_close" && !OWN.test(address)) found.push({ code: "link-leeg", regel, bericht: `De link naar ${quoted(address)} heeft geen woorden.`, gezien: "[](" });
        found.push(...this.#link(address, regel));
      }
    }
    return [...found, ...this.#words(words, token.content)];
  }

  /**
   * What is wrong with the address of a link to another site.
   * @param {string} address
   * @param {number} regel
   * @returns {Found[]}
   */
  #link(address, regel) {
    const whole = this.#all("domein", address).some(([domain]) => domain === address);
    if (whole) return [{ code: "link-zonder-https", regel, bericht: `De link ${quoted(address)} begint niet met https://.`, gezien: address }];
    const parts = SITE.exec(address);
    if (!parts) return [];
    const [, place, query = ""] = parts;
    const host = place.slice(place.lastIndexOf("@") + 1).replace(/:\d*$/, "").toLowerCase();
    if (!host.replace(/^\.+|\.+$/g, "").includes(".")) return [{ code: "link-adres", regel, bericht: `In de link ${quoted(address)} ontbreekt de naam van de site.`, gezien: address }];
    if (place.includes("@")) {
      return [{ code: "link-adres", regel, bericht: `De link ${quoted(address)} doet zich voor als een andere site: hij gaat naar ${quoted(host)}.`, gezien: address }];
    }
    if (this.#all("mail", decoded(query)).length) return [{ code: "privacy", regel, bericht: `In de link ${quoted(address)} staat een e-mailadres.`, gezien: address }];
    const [tracked] = this.#all("gevolgd", address);
    return tracked ? [{ code: "rest-praatprogramma", regel, bericht: `${quoted(tracked[0])} in een link is achtergebleven van een praatprogramma.`, gezien: tracked[0] }] : [];
  }

  /**
   * What stands in the words that should not: remains, links that are none, marks that only GitHub knows.
   * @param {readonly [number, string][]} words
   * @param {string} source
   * @returns {Found[]}
   */
  #words(words, source) {
    const text = words.map(([, part]) => part).join("");
    const line = (/** @type {number} */ index) => {
      let left = index;
      for (const [number, part] of words) {
        if (left < part.length) return number;
        left -= part.length;
      }
      return words.at(-1)?.[0] ?? 0;
    };
    const found = this.#left(text, source).map(([code, said, shown, index]) => ({ code, regel: line(index), bericht: `${quoted(shown, 50)} ${said}.`, gezien: shown }));
    if (!this.#all("verdacht_link", text).length) return found;
    const there = (/** @type {string} */ name) => this.#there(name, text, source);
    for (const { 0: gezien, index } of there("noot_teken")) found.push({ code: "noot-zonder-tekst", regel: line(index), bericht: `Bij ${quoted(gezien)} staat nergens een noot.`, gezien });
    for (const { 0: gezien, index } of there("link_stuk")) {
      if (this.#all("onveilig", gezien).length) continue; // said by who looks at the characters
      found.push({ code: "link-stuk", regel: line(index), bericht: `${quoted(gezien, 80)} wordt geen link.`, gezien });
    }
    for (const { 0: gezien, index } of there("enkel")) found.push({ code: "tekst-doorhalen", regel: line(index), bericht: `${quoted(gezien, 50)} heeft maar één ~.`, gezien });
    for (const { 0: bare, index } of there("kaal")) {
      const gezien = bare.replace(/[.,;:!?)]+$/, "");
      found.push({ code: "link-zonder-https", regel: line(index), bericht: `Het adres ${quoted(gezien, 80)} begint niet met https://.`, gezien });
    }
    return found;
  }

  /**
   * What a pattern finds as it was written: with a \ before it, it was meant.
   * @param {string} name
   * @param {string} text
   * @param {string} source
   */
  #there(name, text, source) {
    return this.#all(name, text).filter(([shown]) => source.includes(shown));
  }

  /**
   * What other programs left behind: its code, what is said of it, how it looks and where; each piece once
   * (kennisbank/reading/remains.py).
   * @param {string} text
   * @param {string} source
   * @returns {[code: string, said: string, shown: string, index: number][]}
   */
  #left(text, source) {
    if (!this.#all("verdacht", text).length) return [];
    /** @type {[string, string, string, number][]} */
    const left = [];
    for (const [code, name, said] of this.resten) {
      for (const { 0: shown, index } of this.#there(name, text, source)) {
        if (left.some(([, , other, at]) => index < at + other.length && at < index + shown.length)) continue;
        left.push([code, said, shown, index]);
        if (left.length > MOST) return left;
      }
    }
    return left;
  }
}

/**
 * Headings inside something else, and lists that go too deep.
 * @param {readonly Token[]} tokens
 * @returns {Found[]}
 */
function blocks(tokens) {
  /** @type {string[]} */
  const around = [];
  /** @type {Found[]} */
  const found = [];
  let deep = false;
  for (const [index, token] of tokens.entries()) {
    const { type, nesting, map } = token;
    const name = type.replace(/_(?:open|close)$/, "");
    const regel = map?.[0] ?? 0;
    if (nesting && Object.hasOwn(HOLDERS, name)) {
      if (nesting === 1) around.push(name);
      else around.pop();
      if (around.length > DEEPEST && !deep) {
        deep = true;
        found.push({ code: "tekst-diep", regel, bericht: `Hier staan meer dan ${DEEPEST} lijsten of citaten in elkaar.`, gezien: "" });
      }
    } else if (type === "heading_open") found.push(...heading(token, tokens[index + 1].content, HOLDERS[around.at(-1) ?? ""]));
  }
  return found;
}

/**
 * What is wrong with a heading: where it stands, that it says nothing, how high it is.
 * @param {Token} token
 * @param {string} words
 * @param {string | undefined} within
 * @returns {Found[]}
 */
function heading({ tag, map, markup }, words, within) {
  const [regel, end] = map ?? [0, 1];
  if (within) return [{ code: "tekst-kop-binnen", regel, bericht: `${quoted(markup)} maakt een tussenkop binnen ${within}.`, gezien: markup }];
  if (!words.trim()) return [{ code: "tekst-kop-leeg", regel, bericht: `Na ${quoted(markup)} staat geen tussenkop.`, gezien: markup }];
  if (tag !== "h1") return [];
  const title = words.split("\n").at(-1) ?? "";
  return [{ code: "tekst-kop1", regel: markup === "=" ? end - 2 : regel, bericht: `${quoted(title, 40)} is een titel van het hoogste niveau.`, gezien: title }];
}

/**
 * Code that begins right under a line of a list: GitHub takes it for text.
 * @param {string} text
 * @param {readonly Token[]} tokens
 * @returns {Found[]}
 */
function indented(text, tokens) {
  const lines = text.split("\n");
  return tokens.flatMap(({ type, map }, index) => {
    if (type !== "code_block" || !map || !index || !ENDS.has(tokens[index - 1].type) || !lines[map[0] - 1].trim()) return [];
    const shown = lines[map[0]].trim();
    return [{ code: "tekst-inspringen", regel: map[0], bericht: `${quoted(shown, 40)} springt in, vlak onder een lijst.`, gezien: shown }];
  });
}

/**
 * Whether a line is shown as it stands: as code, or as words.
 * @param {readonly Token[]} tokens
 * @param {number} line
 */
function isText(tokens, line) {
  return tokens.some(({ type, map }) => map && ["inline", "fence", "code_block"].includes(type) && map[0] <= line && line < map[1]);
}

/**
 * @param {string} text
 * @param {number} index
 */
const lineAt = (text, index) => text.slice(0, index).split("\n").length - 1;

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
