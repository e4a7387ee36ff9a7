// A story on one side of paper, made of the data beside its page.

import { actueel, eerder, lees } from "../../../parts/script/address.js";
import { haal } from "../../../parts/script/beside.js";
import { ruimtesVan } from "../../../parts/glyph/script/glyph.js";
import { maakVel, vragenBij } from "../../../parts/vel/script/sheet.js";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LANGST = 200; // characters of a slug

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} kiezer
 * @returns {T}
 */
const $ = (kiezer) => /** @type {T} */ (document.querySelector(kiezer));
const vak = $("#rb-uitdelen");
const melding = $("#rb-melding");
const wortel = new URL(`${vak.dataset.wortel}/`, location.href).href;

$("#rb-druk").addEventListener("click", () => print());
toon();

async function toon() {
  const { params, meldingen } = lees(actueel(location.search, { verhaal: "verhaal" }, eerder()));
  const slug = params.get("verhaal") ?? "";
  if (meldingen.length) return zeg(meldingen[0]);
  if (!slug) return;
  if (slug.length > LANGST || !SLUG.test(slug)) return zeg("In het adres staat geen verhaal dat we kennen.");
  vak.setAttribute("aria-busy", "true");
  const pagina = await haal(wortel, "verhaal", slug);
  vak.removeAttribute("aria-busy");
  if (pagina.staat === "weg") return zeg("Dit verhaal staat niet (meer) op de site.");
  if (pagina.staat !== "er") return zeg("Het verhaal kon niet worden opgehaald. Heb je verbinding? Laad de pagina opnieuw.");
  const { ruimtes } = JSON.parse($("#rb-gegevens").textContent);
  $("#rb-vel").replaceChildren(maakVel("verhaal", pagina, { vragen: vragenBij(ruimtesVan(pagina.glyph), ruimtes) }));
  /** @type {HTMLAnchorElement} */ ($("#rb-verhaal")).href = pagina.adres;
  document.title = `${pagina.titel} – ${document.title}`;
  document.body.classList.add("rb-boekje-vol");
  $("#rb-kies").hidden = true;
  vak.hidden = false;
}

/** @param {string} zin */
function zeg(zin) {
  melding.hidden = false;
  melding.textContent = zin;
}
