// What the site has for the own question of a group: asked of its finder, which is fetched when somebody asks.

/** @typedef {{ titel: string, url: string, label: string }} Link */
/** @typedef {{ voorkeur: string[], verhalen: string[], links: Link[] }} Answer */

const STORIES = 6;
const LINKS = 4;
/** What can stand in a programme, and what is only pointed at, by the folder of its address. */
const IN = new Set(["voorbeelden", "werkvormen"]);
const BESIDE = new Set(["bundels", "ruimtes", "kenmerken", "partner", "regio"]);

/**
 * Stories, examples and werkvormen for a question by their slugs, the best first, and bundels and values to read about it.
 * @param {string} root
 * @param {string} text
 * @returns {Promise<Answer>}
 */
async function answer(root, text) {
  const { makeSearcher } = await import("../../zoeken/script/engine.js");
  const searcher = await makeSearcher(root, []);
  const { verhalen, others } = await searcher.search({ text, choices: {}, order: "" });
  const [stories, more] = await Promise.all([verhalen.slice(0, STORIES), others.slice(0, 3 * LINKS)].map((rows) => Promise.all(rows.map(({ page }) => searcher.data(page)))));
  /** @param {{ url: string }} page */
  const slug = ({ url }) => url.split("/").at(-2) ?? "";
  /** @param {{ url: string }} page */
  const folder = ({ url }) => url.split("/")[0];
  const found = stories.map(slug);
  return {
    verhalen: found,
    voorkeur: [...found, ...more.filter((page) => IN.has(folder(page))).map(slug)],
    links: more.filter((page) => BESIDE.has(folder(page))).slice(0, LINKS).map(({ titel, url, label }) => ({ titel, label, url: root + url })),
  };
}

export { answer };
