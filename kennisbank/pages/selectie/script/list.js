// The rows of a selection: each with its note, and buttons to move it or take it out. A row stays the same element, so
// that who types or presses a button keeps the focus.

import { fill, renew } from "../../../parts/script/fill.js";
import { MOST } from "../../../parts/bewaren/script/kept.js";

/** @typedef {import("../../../parts/bewaren/script/kept.js").Item} Item */
/** @typedef {{ state: string, address: string, titel?: string, samenvatting?: string }} Page what the site says of an item, or that it is being asked */
/** @typedef {{ move: (item: Item, step: number) => void, remove: (item: Item) => void, choose: (item: Item, other: string) => void, leave: (item: Item, other: string) => void, note: (item: Item, notitie: string, base: string) => { succeeded: boolean, sentence: string }, vanished: (items: Item[]) => void }} Actions */
/** @typedef {{ row: HTMLTemplateElement, head: HTMLTemplateElement, other: HTMLTemplateElement }} Templates of a row, of what it says of its item, and of another version of its note */
/** @typedef {"up" | "down" | "remove"} Button */

const CURRENT = { verhaal: "Dit verhaal", werkvorm: "Deze werkvorm", voorbeeld: "Dit praktijkvoorbeeld" };
const WAIT = 300; // milliseconds after the last letter of a note

/**
 * How an item is called as long as nothing of it has come, and when it is gone.
 * @param {Item} item
 * @param {Pick<Page, "state" | "titel">} [page]
 */
export function nameOf({ soort, slug, titel }, page) {
  if (page?.state === "weg") return CURRENT[soort];
  return page?.titel || titel || slug.replaceAll("-", " ");
}

export class List {
  /**
   * `act` has what a row can do with its item: `move(item, step)`, `remove(item)`, `choose(item, other note)` and
   * `leave(item, other note)`; `note(item, text, what stood there)` answers with `{ succeeded, sentence }`, and `vanished(items)`
   * hears of those that went elsewhere with a note that was typed here.
   * @param {Element} spot
   * @param {Templates} templates
   * @param {Actions} act
   */
  constructor(spot, templates, act) {
    this.spot = spot;
    this.templates = templates;
    this.act = act;
    /** @type {Map<string, Row>} */
    this.rows = new Map();
  }

  /**
   * Show these items; `pages` gives what the site says of each by its key, `own` whether they may be changed.
   * @param {readonly Item[]} items
   * @param {ReadonlyMap<string, Page>} pages
   * @param {boolean} own
   */
  show(items, pages, own) {
    const left = new Map();
    items.forEach((item, index) => {
      const row = this.rows.get(key(item)) ?? new Row(item, this.templates, this.act);
      row.show(item, pages.get(key(item)), { own, first: index === 0, last: index === items.length - 1 });
      left.set(key(item), row);
    });
    // What is typed and not kept yet stays, whatever became of its item.
    for (const [name, row] of this.rows) if (row.typed && !left.has(name)) left.set(name, row);
    const gone = [...this.rows].filter(([name]) => !left.has(name)).map(([, row]) => row);
    this.rows = left;
    for (const { element } of gone) element.remove();
    const lost = gone.filter((row) => row.ever && row.box.value);
    if (lost.length) this.act.vanished(lost.map(({ item }) => item));
    const elements = [...this.rows.values()].map(({ element }) => element);
    if (elements.some((element, index) => this.spot.children[index] !== element)) this.spot.append(...elements);
  }

  /** Keep what is typed now, before anything else happens. */
  save() {
    for (const row of this.rows.values()) row.save();
  }

  /**
   * Give the focus to a button of an item: after it moved, or what comes after one that was taken out.
   * @param {Item} item
   * @param {Button} button
   */
  focus(item, button) {
    this.rows.get(key(item))?.focus(button);
  }
}

/**
 * A part of a row, which it has.
 * @param {ParentNode} spot
 * @param {string} selector
 */
const find = (spot, selector) => /** @type {HTMLElement} */ (spot.querySelector(selector));

/** @param {Pick<Item, "soort" | "slug">} item */
export function key({ soort, slug }) {
  return `${soort}/${slug}`;
}

class Row {
  /**
   * @param {Item} item
   * @param {Templates} templates
   * @param {Actions} act
   */
  constructor(item, templates, act) {
    this.item = item;
    this.templates = templates;
    this.act = act;
    this.typed = false; // and not kept yet
    this.ever = false; // whether anything was typed here
    this.otherGone = false;
    this.next = 0;
    this.element = fill(templates.row, { id: `rb-notitie-${item.soort}-${item.slug}`, meeste: MOST.notitie });
    this.head = find(this.element, "[data-kop]");
    this.label = find(this.element, "label");
    this.name = find(this.label, "span");
    this.box = /** @type {HTMLTextAreaElement} */ (find(this.element, "textarea"));
    this.said = find(this.element, ".rb-gekozen__gezegd");
    this.ook = find(this.element, ".rb-gekozen__ook");
    this.fixed = find(this.element, ".rb-gekozen__notitie");
    this.buttons = find(this.element, ".rb-gekozen__knoppen");
    const button = (/** @type {string} */ name) => /** @type {HTMLButtonElement} */ (find(this.buttons, `[data-rij=${name}]`));
    this.up = button("omhoog");
    this.down = button("omlaag");
    this.remove = button("weg");
    this.up.addEventListener("click", () => act.move(this.item, -1));
    this.down.addEventListener("click", () => act.move(this.item, 1));
    this.remove.addEventListener("click", () => act.remove(this.item));
    this.base = item.notitie; // what was kept when somebody began to type
    this.save = () => {
      clearTimeout(this.next);
      if (!this.typed) return;
      this.typed = false;
      const { succeeded, sentence } = act.note(this.item, this.box.value, this.base);
      this.typed = !succeeded;
      this.said.textContent = sentence;
    };
    this.box.addEventListener("input", () => {
      this.typed = this.ever = true;
      clearTimeout(this.next);
      this.next = setTimeout(this.save, WAIT);
    });
    this.box.addEventListener("change", this.save);
    addEventListener("pagehide", this.save);
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.save());
  }

  /**
   * @param {Item} item
   * @param {Page | undefined} page
   * @param {{ own: boolean, first: boolean, last: boolean }} place
   */
  show(item, page, { own, first, last }) {
    this.item = item;
    const gone = page?.state === "weg";
    const name = nameOf(item, page);
    const head = { naam: name, adres: !gone && (page?.address ?? "#"), weg: gone, jouw: own && item.notitie, samenvatting: !gone && page?.samenvatting };
    this.head = renew(this.head, fill(this.templates.head, head));
    // What somebody is typing is newer than what is kept.
    if (!this.typed) this.base = item.notitie;
    if (!this.typed && this.box.value !== item.notitie) this.box.value = item.notitie;
    this.#showOthers(own ? (item.ook ?? []) : [], name, gone);
    // The own note of what is gone can be read and copied: it belongs to the reader.
    this.fixed.textContent = own ? this.box.value : item.notitie;
    this.label.hidden = this.box.hidden = !own || gone;
    this.fixed.hidden = own !== gone || !this.fixed.textContent;
    this.buttons.hidden = !own;
    this.up.hidden = this.down.hidden = first && last;
    this.up.disabled = first;
    this.down.disabled = last;
    this.name.textContent = name;
    for (const button of [this.up, this.down, this.remove]) button.setAttribute("aria-label", `${button.textContent}: ${name}`);
  }

  /**
   * Other versions of the note, of another tab at the same time or of a file: to take or to leave, and of what is gone to read.
   * @param {readonly string[]} others
   * @param {string} name
   * @param {boolean} gone
   */
  #showOthers(others, name, gone) {
    const same = this.otherGone === gone && this.ook.children.length === others.length;
    this.otherGone = gone;
    if (same && others.every((other, index) => /** @type {HTMLElement} */ (this.ook.children[index]).dataset.tekst === other)) return;
    this.ook.replaceChildren(...others.map((other) => {
      const element = fill(this.templates.other, { tekst: other, naam: name, keus: !gone });
      for (const button of element.querySelectorAll("button")) {
        button.addEventListener("click", () => {
          this.act[button.dataset.notitie === "gebruik" ? "choose" : "leave"](this.item, other);
          this.box.focus();
        });
      }
      return element;
    }));
  }

  /** @param {Button} button */
  focus(button) {
    const other = { up: this.down, down: this.up, remove: this.remove }[button];
    (this[button].disabled ? other : this[button]).focus();
  }
}
