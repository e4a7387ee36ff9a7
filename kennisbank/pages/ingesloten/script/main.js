// A selection on the site of somebody else: what the address of its frame names, with what stands beside the pages of those
// texts. Nothing is kept, and nothing is asked of anybody else.

import { fetchText } from "../../../parts/script/beside.js";
import { fill, template } from "../../../parts/script/fill.js";
import { fromAddress, toAddress } from "../../selectie/script/address.js";

/** @typedef {import("../../../parts/script/beside.js").Found} Found */

const MOST = 10; // texts that are shown: each is a file to fetch
const KIND = { werkvorm: "Werkvorm", voorbeeld: "Praktijkvoorbeeld" };

const box = /** @type {HTMLElement} */ (document.getElementById("rb-ingesloten"));
const list = /** @type {HTMLElement} */ (box.querySelector("ul"));
const said = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
const all = /** @type {HTMLAnchorElement} */ (box.querySelector(".rb-ingesloten__alle a"));
const root = new URL(`${box.dataset.wortel}/`, location.href).href;
const { shared, messages } = fromAddress(location.search);

if (!shared) {
  said.textContent = messages[0] ?? "In het adres van dit kader staat geen selectie.";
} else {
  show(shared);
}

/** @param {import("../../../parts/bewaren/script/kept.js").Selectie} selectie */
async function show({ naam, items }) {
  if (naam.trim()) {
    document.title = document.title.replace(/^.*?(?= – )/, () => naam.trim());
    /** @type {HTMLElement} */ (box.querySelector("h1")).textContent = naam.trim();
  }
  said.textContent = "De lijst komt eraan…";
  const asked = items.slice(0, MOST);
  const answers = await Promise.all(asked.map(({ soort, slug }) => fetchText(root, soort, slug)));
  const there = answers.filter((answer) => answer.state === "er");
  list.replaceChildren(...there.map(row));
  list.hidden = !there.length;
  said.textContent = answers.some(({ state }) => state === "onbekend")
    ? "Niet alles kwam door. Laad de pagina opnieuw om het nog eens te proberen."
    : there.length ? "" : "Wat in deze selectie stond, is er niet meer.";
  all.href = `${root}selectie/${toAddress({ naam, items })}`;
  /** @type {HTMLElement} */ (all.firstElementChild).textContent = items.length > MOST ? `Alle ${items.length} uit deze selectie` : "Deze selectie";
}

/** @param {Found} one */
function row(one) {
  const waar = one.soort === "verhaal" ? one.plaats : KIND[one.soort];
  return fill(template("verwijzing"), { titel: one.titel, url: one.address, waar, samenvatting: one.samenvatting });
}
