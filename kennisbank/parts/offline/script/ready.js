// "Zet klaar voor offline": keeps all that a programme needs, and says when a later change needs more.

import { needs } from "./needs.js";
import { ROOT, answer, ask, keeps, workers } from "./worker.js";

const BUTTON = { first: "Zet klaar voor offline", again: "Zet opnieuw klaar voor offline" };
const CANNOT = "Dat kan niet in deze browser of in dit venster: er wordt hier niets bewaard, bijvoorbeeld omdat het een privévenster is. Druk het programma af, of download het als tekst.";
const WHY = /** @type {Record<string, string>} */ ({
  net: "Niet alles kon worden opgehaald. Kijk of je verbinding hebt, en probeer het nog eens.",
  vol: "Je browser heeft geen plaats meer voor deze site. Wis wat er bewaard is bij Offline lezen, of druk het programma af.",
  weg: "Niet alles staat nog op de site. Haal uit het programma wat er niet meer is, en probeer het nog eens.",
});

/**
 * Set the button going, which stands in the page where it can be pressed. What a programme needs is what its list links to.
 * @param {Element} list
 * @param {() => string} titleOf what the programme is called
 */
export function makeReady(list, titleOf) {
  const box = /** @type {HTMLElement} */ (document.querySelector("#rb-klaarzetten"));
  const button = /** @type {HTMLButtonElement} */ (box.querySelector("button"));
  const said = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  let busy = false;
  const can = () => workers() !== undefined && keeps() && !answer.refused;
  let shown = "";

  const links = () => /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll("a[href]")]);
  const needed = () => needs(links().map(({ href }) => href.replace(/[?#].*$/, "")), ROOT);

  /** @param {string} text */
  function say(text) {
    if (said.textContent !== text) said.textContent = text;
  }

  /**
   * The titles of what is missing, as far as the programme names them.
   * @param {readonly string[]} missing
   */
  function titles(missing) {
    const found = links().filter(({ href }) => missing.some((url) => url.startsWith(href.replace(/[?#].*$/, ""))));
    return [...new Set(found.map(({ textContent }) => textContent.trim()))];
  }

  /** Say how it stands with the programme that is shown now. */
  async function look() {
    if (busy) return;
    const { adressen } = needed();
    const now = adressen.join("\n");
    if (now === shown) return;
    shown = now;
    try {
      const { mist, klaar } = await ask({ soort: "mist", adressen }, (state) => state);
      if (busy || now !== shown) return;
      if (!klaar.length) return;
      const names = titles(mist);
      button.textContent = BUTTON.again;
      if (!mist.length) say("Dit programma staat klaar voor offline.");
      else if (names.length) say(`Nog niet klaar voor offline: ${names.join("; ")}. Zet het programma opnieuw klaar.`);
      else say("Nog niet alles staat klaar voor offline. Zet het programma opnieuw klaar.");
    } catch {
      // no worker yet: nothing was set ready
    }
  }

  async function set() {
    if (busy) return;
    busy = true;
    button.setAttribute("aria-disabled", "true");
    say("Bezig met klaarzetten.");
    const { adressen, ook } = needed();
    shown = adressen.join("\n");
    try {
      const { mist, waarom } = await ask({ soort: "klaar", programma: { adres: location.href, titel: titleOf() }, adressen, ook }, (step) => {
        if (step.mist) return step;
        if (step.gedaan % 5 === 0) say(`Bezig met klaarzetten: ${step.gedaan} van ${step.totaal}.`);
        return undefined;
      });
      const names = titles(mist);
      if (!mist.length) say("Klaar. Dit programma werkt nu ook zonder internet, in deze browser. Open het met hetzelfde adres.");
      else say(`${WHY[waarom] ?? WHY.net}${names.length ? ` Dit ontbreekt nog: ${names.join("; ")}.` : ""}`);
      button.textContent = BUTTON.again;
    } catch {
      say(can() ? WHY.net : CANNOT);
    }
    button.removeAttribute("aria-disabled");
    busy = false;
    look();
  }

  button.addEventListener("click", set);
  new MutationObserver(look).observe(list, { childList: true });
  box.hidden = false;
  look();
}
