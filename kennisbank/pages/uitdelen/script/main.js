// On paper: a story, whole or in short, or what is handed out with a werkvorm; made of the data beside its page.

import { current, eerder, number, readQuery } from "../../../parts/script/address.js";
import { fetchText } from "../../../parts/script/beside.js";
import { fill, template } from "../../../parts/script/fill.js";
import { counted, sheets } from "../../../parts/knipvel/script/sheets.js";
import { makeSheet, makeWhole, questionsOf } from "../../../parts/vel/script/sheet.js";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 200; // characters of a slug
/** People that are counted for, the fewest and the most, and where the address does not say. */
const PEOPLE = { least: 1, most: 200, usual: 12 };
const MISSING = {
  verhaal: ["In het adres staat geen verhaal dat we kennen.", "Dit verhaal staat niet (meer) op de site.", "Het verhaal kon niet worden opgehaald. Heb je verbinding? Laad de pagina opnieuw."],
  werkvorm: ["In het adres staat geen werkvorm die we kennen.", "Deze werkvorm staat niet (meer) op de site.", "De werkvorm kon niet worden opgehaald. Heb je verbinding? Laad de pagina opnieuw."],
};

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
  const { params, messages } = readQuery(current(location.search, { verhaal: "verhaal", werkvorm: "werkvorm" }, eerder()));
  if (messages.length) return say(messages[0]);
  const soort = params.has("werkvorm") ? "werkvorm" : "verhaal";
  const slug = params.get(soort) ?? "";
  if (!slug) return;
  const [unknown, gone, unreachable] = MISSING[soort];
  if (slug.length > LONGEST || !SLUG.test(slug)) return say(unknown);
  box.setAttribute("aria-busy", "true");
  const page = await fetchText(root, soort, slug);
  box.removeAttribute("aria-busy");
  if (page.state === "weg") return say(gone);
  if (page.state !== "er") return say(unreachable);
  if (page.soort === "verhaal") showVerhaal(page, params.get("vorm") === "kort");
  else if (page.soort === "werkvorm" && !showWerkvorm(page, number(params, "n", PEOPLE.least, PEOPLE.most, PEOPLE.usual))) return;
  const back = /** @type {HTMLAnchorElement} */ ($("#rb-terug"));
  back.href = page.address;
  back.textContent = page.soort === "verhaal" ? "Terug naar het verhaal" : "Terug naar de werkvorm";
  document.title = `${page.titel} – ${document.title}`;
  document.body.classList.add("rb-boekje-vol");
  $("#rb-kies").hidden = true;
  box.hidden = false;
}

/**
 * @param {import("../../../outputs/scripts.d.ts").VerhaalGegevens & { state: "er", address: string, short: string }} page
 * @param {boolean} inShort
 */
function showVerhaal(page, inShort) {
  const { ruimtes } = JSON.parse($("#rb-gegevens").textContent);
  const vragen = questionsOf(page, ruimtes);
  $("#rb-vel").replaceChildren(inShort ? makeSheet("verhaal", page, { vragen }) : makeWhole(page, { vragen }));
  const other = /** @type {HTMLAnchorElement} */ ($("#rb-vorm"));
  other.href = `?verhaal=${page.slug}${inShort ? "" : "&vorm=kort"}`;
  other.textContent = inShort ? "Liever het hele verhaal" : "Liever kort, op één kant";
  other.hidden = false;
}

/**
 * What is handed out with a werkvorm, for a number of people that can be changed. False where nothing is.
 * @param {import("../../../outputs/scripts.d.ts").WerkvormGegevens} page
 * @param {number} people
 */
function showWerkvorm(page, people) {
  const field = /** @type {HTMLInputElement} */ ($("#rb-mensen"));
  const count = () => {
    if (!field.checkValidity()) return;
    const mensen = field.valueAsNumber;
    $("#rb-telling").replaceChildren(...page.uitreiken.map((thing) => fill(template("telling"), counted(thing, page, mensen))));
    $("#rb-vel").replaceChildren(...sheets(page, mensen).map((sheet) => fill(template("knipvel"), sheet)));
    history.replaceState(null, "", `?werkvorm=${page.slug}&n=${mensen}`);
  };
  if (!page.uitreiken.length) {
    say("Bij deze werkvorm deel je niets uit.");
    return false;
  }
  field.value = String(people);
  field.addEventListener("input", count);
  $("#rb-mensen-vak").hidden = false;
  count();
  return true;
}

/** @param {string} sentence */
function say(sentence) {
  message.hidden = false;
  message.textContent = sentence;
}
