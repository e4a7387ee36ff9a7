// Before the page is there: asks for the data of the finder, and gives the page the shape that it has when its script works.
//
// It is no module, so that nothing is shown before it was here: what would be shown otherwise, would move later.

{
  const source = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const root = source.slice(0, source.lastIndexOf("/assets/js-") + 1);
  const asked = new URLSearchParams(location.search);
  const text = asked.get("q")?.trim();
  /** @type {Map<string, Promise<any>>} */
  const early = new Map();

  /** @param {string} address */
  const get = (address) => {
    const answer = fetch(address).then((found) => (found.ok ? found.json() : Promise.reject(new Error(`${address}: ${found.status}`))));
    answer.catch(() => early.delete(address)); // who needs it asks once more
    early.set(address, answer);
    return answer;
  };

  get(`${root}zoeken/index.json`).then(({ map }) => {
    for (const name of [...(text ? ["woordenboek"] : []), "keuzes/ruimte", "keuzes/schooltype", "keuzes/partnertype", "keuzes/regio"]) get(`${root}zoeken/${map}/${name}.json`);
  }, () => {});
  Object.assign(window, { rbVroeg: early });

  const shape = () => {
    const page = document.querySelector(".rb-zoek");
    if (text || [...asked.keys()].length) document.querySelector("#rb-zoek-hoofd")?.classList.add("rb-zoek-hoofd--klein");
    page?.classList.add("rb-zoek--werkt");
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#rb-zoek, .rb-zoek__open, .rb-zoek__gevonden"))) one.hidden = false;
    const input = /** @type {HTMLInputElement | null} */ (document.querySelector("#rb-tekst"));
    if (input && text && !input.value) input.value = text;
    if (page?.nextElementSibling) seen.disconnect(); // all of it is there
  };
  const seen = new MutationObserver(shape);
  seen.observe(document, { childList: true, subtree: true });

  // Where the script of the page does not come, the page is as it was: links.
  document.addEventListener("error", ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    seen.disconnect();
    document.querySelector("#rb-zoek-hoofd")?.classList.remove("rb-zoek-hoofd--klein");
    document.querySelector(".rb-zoek")?.classList.remove("rb-zoek--werkt");
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#rb-zoek, .rb-zoek__open, .rb-zoek__gevonden"))) one.hidden = true;
  }, true);
}
