// The box with suggestions below it: an editable combobox with a listbox, as the ARIA Authoring Practices describe it.
//
// The focus stays in the box; `aria-activedescendant` says which suggestion is meant. Nothing is meant until an arrow key
// is pressed, so that Enter searches what was typed.

import { fill } from "../../../parts/script/fill.js";

/** @typedef {import("./suggestions.js").Suggestion} Suggestion */
/** @typedef {import("./suggestions.js").Group} Group */

export class Combobox {
  /**
   * `suggest(text)` gives the suggestions, `take(suggestion)` does what was chosen, `say(text)` tells who cannot see it.
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   * @param {{ template: HTMLTemplateElement, suggest: (text: string) => Promise<Group[]>, take: (suggestion: Suggestion) => void, say: (text: string) => void }} page
   */
  constructor(input, list, { template, suggest, take, say }) {
    this.input = input;
    this.list = list;
    this.template = template;
    this.suggest = suggest;
    this.take = take;
    this.say = say;
    /** @type {Suggestion[]} */
    this.suggested = [];
    /** @type {HTMLElement[]} */
    this.options = [];
    this.active = -1;
    this.turn = 0;
    this.on = false;
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.close());
    // The focus stays in the box, and with it the keyboard of a phone.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.#choose(this.options.findIndex((option) => option.contains(/** @type {Node} */ (event.target)))));
    document.addEventListener("pointerdown", ({ target }) => {
      if (target !== input && !list.contains(/** @type {Node} */ (target))) this.close();
    });
  }

  /** Become a combobox, or again the box that it is without suggestions. */
  set working(/** @type {boolean} */ on) {
    this.on = on;
    const said = { role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(said)) {
      if (on) this.input.setAttribute(name, value);
      else this.input.removeAttribute(name);
    }
    if (!on) this.close();
  }

  get open() {
    return !this.list.hidden;
  }

  /** Suggest for what stands in the box now. What cannot be suggested is left out: searching says what is wrong. */
  async renew() {
    const turn = ++this.turn;
    const text = this.input.value;
    const groups = this.on && text.trim() ? await this.suggest(text).catch(() => []) : [];
    if (turn !== this.turn || document.activeElement !== this.input) return;
    this.#show(groups);
  }

  close() {
    this.turn++;
    if (!this.open) return;
    this.#show([]);
    this.say("");
  }

  /** @param {readonly Group[]} groups */
  #show(groups) {
    const before = this.suggested.length;
    this.suggested = groups.flatMap(({ options }) => options);
    let number = 0;
    this.list.replaceChildren(...groups.map(({ name, options }) => fill(this.template, { naam: name, opties: options.map((option) => ({ naam: option.name, soort: option.extra, nummer: number++ })) })));
    this.options = [.../** @type {NodeListOf<HTMLElement>} */ (this.list.querySelectorAll("[role=option]"))];
    this.list.hidden = !this.options.length;
    this.list.scrollTo(0, 0);
    if (this.on) this.input.setAttribute("aria-expanded", String(this.open));
    this.#mark(-1);
    if (this.open && before !== this.suggested.length) this.say(this.suggested.length === 1 ? "1 suggestie, met pijl omlaag." : `${this.suggested.length} suggesties, met pijl omlaag.`);
  }

  /** @param {number} index */
  #mark(index) {
    this.active = index;
    for (const [place, option] of this.options.entries()) option.setAttribute("aria-selected", String(place === index));
    const option = this.options[index];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** @param {number} index */
  #choose(index) {
    const chosen = this.suggested[index];
    if (!chosen) return;
    this.close();
    this.take(chosen);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const count = this.options.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!this.on || event.shiftKey) return;
      event.preventDefault();
      if (!this.open) this.renew();
      else if (event.altKey) this.close();
      // Between the last and the first one stands what was typed.
      else this.#mark(event.key === "ArrowDown" ? (this.active + 2) % (count + 1) - 1 : ((this.active + 1 + count) % (count + 1)) - 1);
    } else if (event.key === "Enter" && this.open) {
      if (this.active >= 0) {
        event.preventDefault();
        this.#choose(this.active);
      } else this.close();
    } else if (event.key === "Escape" && this.open) {
      event.preventDefault(); // a box of this type would be emptied
      this.close();
    }
  }
}
