// Choosing a werkvorm by what a group has: the list shows what fits, the address says what was wished, and Back works.

import { fill, template } from "../../../parts/script/fill.js";
import { MENSEN, TIME } from "../../sessie/script/plan.js";
import { count, drops, fits, inGroups, inWords, NONE, numberOf, read, tally, toAddress, wished, without } from "./wishes.js";

/** @typedef {import("./wishes.js").Werkvorm} Werkvorm */
/** @typedef {import("./wishes.js").Wishes} Wishes */
/** @typedef {import("./wishes.js").Wish} Wish */

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} selector
 * @returns {T}
 */
const $ = (selector) => /** @type {T} */ (document.querySelector(selector));
/** @type {HTMLFormElement} */
const form = $(".rb-passend");
/** @type {HTMLDetailsElement} */
const more = $(".rb-passend__meer");
const message = $(".rb-passend__melding");
const standing = $(".rb-passend__stand");
const nothing = $(".rb-passend__niets");
const again = $(".rb-passend__wis");
const button = template("los");
const rows = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-werkvorm]"))].map((row) => ({
  row,
  link: /** @type {HTMLAnchorElement} */ (row.querySelector(".rb-passend__programma a")),
  programme: /** @type {HTMLAnchorElement} */ (row.querySelector(".rb-passend__programma a")).href,
  groups: /** @type {HTMLElement} */ (row.querySelector(".rb-passend__groepen")),
  werkvorm: werkvormOf(row),
}));
const werkvormen = rows.map(({ werkvorm }) => werkvorm);
const radios = [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=functie]"))];
const functies = radios.map(({ value }) => value).filter(Boolean);

let { wishes, messages } = read(location.search, functies);
message.textContent = messages.join(" ");
fillForm();
show();

/**
 * @param {HTMLElement} row
 * @returns {Werkvorm}
 */
function werkvormOf({ dataset }) {
  return {
    slug: dataset.werkvorm ?? "",
    functie: dataset.functie ?? "",
    minuten: Number(dataset.minuten),
    groep: [Number(dataset.minst), Number(dataset.meest)],
    online: "online" in dataset,
    kinderen: "kinderen" in dataset,
    vooraf: "vooraf" in dataset,
  };
}

/** @param {string} name */
function field(name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

function fillForm() {
  for (const name of /** @type {const} */ (["minuten", "mensen"])) field(name).value = wishes[name] ? String(wishes[name]) : "";
  for (const radio of radios) radio.checked = radio.value === wishes.functie;
  for (const name of /** @type {const} */ (["online", "kinderen", "nu"])) {
    field(name).checked = wishes[name];
    if (wishes[name]) more.open = true; // what is wished is seen
  }
}

/**
 * What the form asks for.
 * @returns {Wishes}
 */
function asked() {
  return {
    minuten: numberOf(field("minuten").value, "minuten"),
    mensen: numberOf(field("mensen").value, "mensen"),
    functie: radios.find(({ checked }) => checked)?.value ?? "",
    online: field("online").checked,
    kinderen: field("kinderen").checked,
    nu: field("nu").checked,
  };
}

/**
 * Other wishes: a step in the history that Back undoes.
 * @param {Wishes} changed
 */
function go(changed) {
  wishes = changed;
  message.textContent = "";
  const address = toAddress(wishes) || location.pathname;
  if (address !== (location.search || location.pathname)) history.pushState(null, "", address);
  show();
}

function show() {
  for (const { row, link, programme, groups, werkvorm } of rows) {
    row.hidden = !fits(werkvorm, wishes);
    const number = wishes.mensen ? inGroups(werkvorm, wishes.mensen) : 0;
    groups.hidden = number < 2;
    groups.textContent = number < 2 ? "" : `Met ${wishes.mensen} mensen: in ${number} groepen tegelijk, elk met een begeleider.`;
    link.href = programmeFor(programme);
  }
  for (const group of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-groep]"))) group.hidden = !group.querySelector("[data-werkvorm]:not([hidden])");
  const number = count(werkvormen, wishes);
  const names = wished(wishes);
  /** @type {Element} */ (standing.querySelector("[role=status]")).textContent = tally(number, werkvormen.length);
  again.hidden = !names.length;
  showCounts();
  showNothing(number);
}

/** How many there are with each choice, all other wishes being what they are. */
function showCounts() {
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[type=radio], [type=checkbox]"))) {
    const value = input.type === "radio" ? input.value : true;
    const number = String(count(werkvormen, { ...wishes, [input.name]: value }));
    /** @type {Element} */ (/** @type {NodeListOf<HTMLLabelElement>} */ (input.labels)[0].querySelector("[data-tel]")).textContent = number;
  }
}

/** @param {number} number */
function showNothing(number) {
  nothing.hidden = number > 0;
  if (number) return;
  const found = drops(werkvormen, wishes);
  /** @type {Element} */ (nothing.querySelector("p")).textContent = found.length ? "Met één wens minder past er wel iets. Tussen haakjes staat hoeveel:" : "Ook met één wens minder past er niets. Laat er meer los.";
  /** @type {Element} */ (nothing.querySelector("ul")).replaceChildren(...found.map((drop) => fill(button, { wens: drop.wish, naam: said(drop.wish), aantal: String(drop.number) })));
}

/** @param {Wish} wish */
function said(wish) {
  return inWords(wishes, wish, radios.find(({ value }) => value === wishes.functie)?.dataset.naam ?? "");
}

/**
 * The address of a programme with a werkvorm, for these wishes as far as the planner takes them.
 * @param {string} address
 */
function programmeFor(address) {
  const url = new URL(address);
  /**
   * @param {string} name
   * @param {number} number
   * @param {readonly [number, number]} limits
   */
  const set = (name, number, [least, most]) => number >= least && number <= most && url.searchParams.set(name, String(number));
  set("t", wishes.minuten, TIME);
  set("n", wishes.mensen, MENSEN);
  if (wishes.functie) url.searchParams.set("f", wishes.functie);
  if (wishes.online) url.searchParams.set("o", "1");
  if (wishes.kinderen) url.searchParams.set("x", "kinderen");
  return url.href;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(asked());
});
form.addEventListener("change", () => go(asked()));
// What is typed shows at once; it is a step in the history when it is done.
form.addEventListener("input", ({ target }) => {
  if (/** @type {HTMLInputElement} */ (target).type !== "number") return;
  wishes = asked();
  show();
});
again.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go({ ...NONE });
  fillForm();
  field("minuten").focus();
});
nothing.addEventListener("click", ({ target }) => {
  const chosen = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-los]"));
  if (!chosen) return;
  go(without(wishes, /** @type {Wish} */ (chosen.dataset.los)));
  fillForm();
  field("minuten").focus();
});
window.addEventListener("popstate", () => {
  ({ wishes, messages } = read(location.search, functies));
  message.textContent = messages.join(" ");
  fillForm();
  show();
});
