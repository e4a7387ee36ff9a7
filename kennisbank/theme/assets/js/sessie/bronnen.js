// What is on other pages of this site: a story that is not among the newest, and the steps of a werkvorm.

import { stappenVan } from "../gedeeld/stappen.js";

/** Where pages are read from: `wortel` is the address of the site and ends with `/`. Each is fetched once. */
export function maakBronnen(wortel) {
  const bewaard = new Map();

  /** The page at an address; null where there is none. Rejects where the site cannot be reached. */
  function pagina(adres) {
    if (!bewaard.has(adres)) {
      const beloofd = haal(wortel + adres);
      beloofd.catch(() => bewaard.delete(adres));
      bewaard.set(adres, beloofd);
    }
    return bewaard.get(adres);
  }

  return {
    /** A story ({ slug, titel, plaats, ruimtes, samenvatting }) by its present or former slug; null without one. */
    async verhaal(slug) {
      const document = await pagina(`verhalen/${slug}/`);
      const verhuisd = document && /url=(?:\.\.\/)*verhalen\/([a-z0-9-]+)\/$/.exec(document.querySelector("meta[http-equiv=refresh]")?.content);
      const gevonden = verhuisd ? await pagina(`verhalen/${verhuisd[1]}/`) : document;
      return gevonden?.querySelector("article.rb-verhaal") ? leesVerhaal(gevonden, verhuisd ? verhuisd[1] : slug) : null;
    },

    /** The steps of a werkvorm as nodes for this page; none where its page has no steps. */
    async stappen(slug) {
      const document = await pagina(`werkvormen/${slug}/`);
      return document ? stappenVan(document) : [];
    },
  };
}

async function haal(adres) {
  const antwoord = await fetch(adres);
  if (antwoord.status === 404) return null;
  if (!antwoord.ok) throw new Error(`${adres}: ${antwoord.status}`);
  return new DOMParser().parseFromString(await antwoord.text(), "text/html");
}

function leesVerhaal(pagina, slug) {
  const tekst = (waar) => pagina.querySelector(waar)?.textContent.trim() ?? "";
  const plaats = [...pagina.querySelectorAll(".rb-kort dt")].find((dt) => dt.textContent.trim() === "Plaats");
  const ruimtes = [...pagina.querySelectorAll(".rb-kort .rb-feiten a.rb-ruimte")].map((link) => link.getAttribute("href").split("/").at(-2));
  return { slug, titel: tekst("h1"), samenvatting: tekst(".rb-intro"), plaats: plaats?.nextElementSibling?.textContent.trim() ?? "", ruimtes };
}
