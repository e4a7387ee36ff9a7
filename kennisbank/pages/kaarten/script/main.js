// The cards. The address says what lies on the table; what the group does changes the address, and the page follows.

import { current, eerder } from "../../../parts/script/address.js";
import { template } from "../../../parts/script/fill.js";
import { qr } from "../../../parts/script/qr.js";
import { Large, nameDraw } from "./large.js";
import { Table } from "./table.js";
import { questionCount, allFaceDown, allFaceUp, otherQuestion, turn, layAside, layBack, withFunctie, withNames, toAddress, again, clean, pile, draw, fromAddress } from "./state.js";

/** @typedef {import("./state.js").State} State */

const SCAN = "Scan de code met je telefoon. Je ziet dan dezelfde kaarten en vragen.";
const SCAN_NAMES = "Scan de code met je telefoon. Je ziet dan dezelfde kaarten.";
const EARLIER = "Een telefoon volgt niet vanzelf: wie eerder scande, ziet nog wat er toen lag.";
const ONLY_NAMES = "namen"; // the choice beside the functions
const WAIT = 400; // milliseconds after the last letter

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} selector
 * @returns {T}
 */
const $ = (selector) => /** @type {T} */ (document.querySelector(selector));
/** @type {HTMLFormElement} */
const buttons = $(".rb-speel__knoppen");
/** @param {string} name */
const button = (name) => /** @type {HTMLElement} */ (buttons.querySelector(`[data-spel=${name}]`));
const status = $(".rb-speel__status");
const message = $(".rb-speel__melding");
// Only a card with nothing on it has one, and not every site has such a card.
const own = /** @type {HTMLTextAreaElement | null} */ (document.querySelector("#rb-eigen"));
/** @type {HTMLAnchorElement} */
const printed = $("#rb-afdrukken");
const qrBox = $("#rb-qr");

const table = new Table($(".rb-speel"), template("apart"));
const { game } = table;
/** @type {HTMLInputElement} */
const letters = $("#rb-letters");
const large = new Large(/** @type {HTMLDialogElement} */ ($(".rb-groot")), { draw: pickKaart, vraag: (slug) => go(otherQuestion(state, slug, game), { replace: true }), qr: showCode });
let { state, messages } = fromAddress(asked(), game);
/** @type {number | undefined} */
let typing;

buttons.hidden = false;
message.textContent = messages.join(" ");
show();
say(pileSentence());
if (new URLSearchParams(location.search).has("trek")) pickFirst();

/** What the address asks for, with the names of today. */
function asked() {
  return current(location.search, { functie: "functie", kaart: "ruimte", apart: "ruimte", dicht: "ruimte" }, eerder());
}

function show() {
  const left = pile(state, game).length;
  nameDraw(button("trek"), left > 0);
  /** @type {RadioNodeList} */ (buttons.elements.namedItem("functie")).value = state.names ? ONLY_NAMES : state.functie;
  if (own && document.activeElement !== own) own.value = state.own;
  const address = new URL(printed.href);
  address.search = state.names ? `?toon=${ONLY_NAMES}` : `?functie=${state.functie}`;
  printed.href = address.href;
  $(".rb-speel__link").hidden = true;
  table.show(state);
  large.show(open(), left > 0, state.names);
  drawQr();
}

/** The address of what lies here now. */
function shareLink() {
  return new URL(toAddress(state, game) || location.pathname, location.href).href;
}

function drawQr() {
  if (!qrBox.hidden) showCode(qrBox);
}

/**
 * Put the code of what lies here now in a part of the page that has a paragraph for what it says.
 * @param {Element} part
 */
function showCode(part) {
  part.querySelector("svg")?.remove();
  const code = qr(shareLink(), "QR-code met de link naar deze kaarten");
  const said = `${state.names ? SCAN_NAMES : SCAN} ${EARLIER}`;
  /** @type {Element} */ (part.querySelector("p")).textContent = code ? said : "Deze link is te lang voor een QR-code. Kopieer de link.";
  if (code) part.prepend(code);
}

/**
 * Another table: a step in the history that Back undoes, or a change of the last one.
 * @param {State} changed
 */
function go(changed, { replace = false } = {}) {
  state = changed;
  message.textContent = "";
  history[replace ? "replaceState" : "pushState"](null, "", toAddress(state, game) || location.pathname);
  show();
}

/** What lies face up, as it is shown large. */
function open() {
  return state.table
    .filter((kaart) => !kaart.dicht)
    .map(({ slug }) => ({ ...table.kaart(slug), own: table.isEmpty(slug) ? state.own : "" }));
}

function pickKaart() {
  go(draw(state, game));
  tellDrawn();
}

function tellDrawn() {
  const [{ slug }] = state.table;
  const { naam, vraag } = table.kaart(slug);
  say(`Getrokken: ${naam}.`, vraag, pileSentence());
  table.reveal(slug);
}

/** A card on an empty table, for who comes by a button that draws one; going back leads to that button. */
function pickFirst() {
  go(draw(again(state), game), { replace: true });
  tellDrawn();
}

function pileSentence() {
  const left = pile(state, game).length;
  if (!left && !state.apart.length) return "Alle kaarten liggen op tafel.";
  return left === 1 ? "Nog 1 kaart op de stapel." : left ? `Nog ${left} kaarten op de stapel.` : "De stapel is op.";
}

/** @param {...string} sentences */
function say(...sentences) {
  status.textContent = sentences.filter(Boolean).join(" ");
}

/** @type {Record<string, () => void>} */
const ACTIONS = {
  trek: pickKaart,
  groot: () => large.open(open(), pile(state, game).length > 0, state.names),
  open() {
    go(allFaceUp(state, game));
    say(pileSentence());
  },
  dicht() {
    go(allFaceDown(state, game));
    say("Alle kaarten liggen dicht op tafel, in een nieuwe volgorde.");
  },
  schud() {
    go(again(state));
    say("De kaarten zijn geschud.", pileSentence());
  },
  qr() {
    const dicht = qrBox.hidden;
    qrBox.hidden = !dicht;
    button("qr").setAttribute("aria-expanded", String(dicht));
    drawQr();
  },
  async kopieer() {
    const link = shareLink();
    try {
      await navigator.clipboard.writeText(link);
      say("De link is gekopieerd. Wie hem opent, ziet dezelfde kaarten en vragen.");
    } catch {
      /** @type {HTMLInputElement} */
      const box = $("#rb-link");
      $(".rb-speel__link").hidden = false;
      box.value = link;
      box.select();
      say("Kopiëren lukte niet. De link staat klaar om zelf te kopiëren.");
    }
  },
};

/** @type {Record<string, (slug: string) => void>} */
const WITH_KAART = {
  /** @param {string} slug */
  vraag(slug) {
    go(otherQuestion(state, slug, game), { replace: true });
    const { naam, vraag, index } = table.kaart(slug);
    say(`${naam}, vraag ${index} van ${questionCount(game, slug, state.functie)}: ${vraag}`);
  },
  /** @param {string} slug */
  draai(slug) {
    go(turn(state, slug), { replace: true });
    const { naam, vraag, dicht } = table.kaart(slug);
    say(dicht ? "De kaart ligt dicht." : `Omgedraaid: ${naam}.`, dicht ? "" : vraag);
    table.aim(slug, "draai");
  },
  /** @param {string} slug */
  apart(slug) {
    const next = state.table[state.table.findIndex((kaart) => kaart.slug === slug) + 1]?.slug;
    go(layAside(state, slug));
    say(`Apart gelegd: ${table.kaart(slug).naam}.`);
    if (next) table.aim(next, "apart");
    else $("#rb-tafel").focus();
  },
  /** @param {string} slug */
  terug(slug) {
    go(layBack(state, slug));
    say(`Weer op tafel: ${table.kaart(slug).naam}.`);
    table.aim(slug, "apart");
  },
};

buttons.addEventListener("submit", (event) => event.preventDefault());
buttons.addEventListener("click", ({ target }) => ACTIONS[/** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-spel]"))?.dataset.spel ?? ""]?.());
buttons.addEventListener("change", (event) => {
  const target = /** @type {HTMLInputElement} */ (event.target);
  if (target.name !== "functie") return;
  if (target.value === ONLY_NAMES) {
    go(withNames(state), { replace: true });
    say("Op de kaarten staan nu alleen de namen.");
    return;
  }
  go(withFunctie(state, target.value, game), { replace: true });
  say(`De vragen zijn nu voor ${/** @type {NodeListOf<HTMLLabelElement>} */ (target.labels)[0].textContent.trim().toLowerCase()}.`);
});
$(".rb-speel").addEventListener("click", ({ target }) => {
  const act = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-doe]"));
  const kaart = /** @type {HTMLElement | null} */ (act?.closest("[data-kaart]"));
  if (act && kaart) WITH_KAART[act.dataset.doe ?? ""](kaart.dataset.kaart ?? "");
});
// One letter, for who stands before a group. Who speaks to a computer, or has a tremor, can switch it off.
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "q" || !letters.checked || event.altKey || event.ctrlKey || event.metaKey) return;
  if (/** @type {Element} */ (event.target).matches("textarea, input:not([type=radio], [type=checkbox])")) return;
  event.preventDefault();
  if (large.dialog.open) large.toggleCode();
  else {
    ACTIONS.qr();
    if (!qrBox.hidden) qrBox.scrollIntoView({ block: "nearest" });
    say(qrBox.hidden ? "De QR-code is dicht." : "De QR-code van deze kaarten staat klaar.");
  }
});
own?.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(saveOwn, WAIT);
});
own?.addEventListener("change", saveOwn);
window.addEventListener("popstate", () => {
  clearTimeout(typing);
  ({ state, messages } = fromAddress(asked(), game));
  message.textContent = messages.join(" ");
  show();
  say(pileSentence());
});

function saveOwn() {
  clearTimeout(typing);
  if (!own) return;
  const words = clean(own.value);
  if (words !== state.own) go({ ...state, own: words }, { replace: true });
}
