// A story on one side of paper, made of the data beside its page.

import { current, eerder, readQuery } from "../../../parts/script/address.js";
import { fetchText } from "../../../parts/script/beside.js";
import { makeSheet, questionsOf } from "../../../parts/vel/script/sheet.js";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 200; // characters of a slug

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} selector
 * @returns {T}
 */
const $ = (selector) => /** @type {T} */ (document.querySelector(selector));
const box = $("#rb-uitdelen");
const message = $("#rb-melding");
const root = new URL(`${box.dataset.wortel}/`, location.href).href;

$("#rb-druk").addEventListener("click", () => print());
show();

async function show() {
  const { params, messages } = readQuery(current(location.search, { verhaal: "verhaal" }, eerder()));
  const slug = params.get("verhaal") ?? "";
  if (messages.length) return say(messages[0]);
  if (!slug) return;
  if (slug.length > LONGEST || !SLUG.test(slug)) return say("In het adres staat geen verhaal dat we kennen.");
  box.setAttribute("aria-busy", "true");
  const page = await fetchText(root, "verhaal", slug);
  box.removeAttribute("aria-busy");
  if (page.state === "weg") return say("Dit verhaal staat niet (meer) op de site.");
  if (page.state !== "er") return say("Het verhaal kon niet worden opgehaald. Heb je verbinding? Laad de pagina opnieuw.");
  const { ruimtes } = JSON.parse($("#rb-gegevens").textContent);
  $("#rb-vel").replaceChildren(makeSheet("verhaal", page, { vragen: questionsOf(page, ruimtes) }));
  /** @type {HTMLAnchorElement} */ ($("#rb-verhaal")).href = page.address;
  document.title = `${page.titel} – ${document.title}`;
  document.body.classList.add("rb-boekje-vol");
  $("#rb-kies").hidden = true;
  box.hidden = false;
}

/** @param {string} sentence */
function say(sentence) {
  message.hidden = false;
  message.textContent = sentence;
}
