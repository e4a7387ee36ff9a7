// What a programme needs where there is no network: pages, and the data beside those of its texts.

/**
 * Pages that go with every programme, by their address below the root: another one is a line here. They take the programme
 * from the question in their address, or show what belongs to all. One that the site does not have is passed over.
 */
export const ALONG = ["sessie/", "sessie/nu/", "sessie/lezen/", "uitdelen/", "ruimte/kaarten/", "ruimte/kaarten/afdrukken/", "selectie/"];
/** Those without which a programme cannot be used. */
const ALWAYS = ["sessie/", "uitdelen/", "ruimte/kaarten/"];
const TEXT = /^(?:verhalen|voorbeelden|werkvormen)\/[a-z0-9]+(?:-[a-z0-9]+)*\/$/;

/**
 * What is needed for a programme that links to these pages, and what is kept where the site has it. `root` ends with a slash.
 * @param {readonly string[]} links whole addresses
 * @param {string} root
 */
export function needs(links, root) {
  const pages = [...new Set(links)].filter((url) => url.startsWith(root) && TEXT.test(url.slice(root.length)));
  return {
    adressen: [...ALWAYS.map((page) => root + page), ...pages.flatMap((page) => [page, `${page}gegevens.json`])],
    ook: ALONG.filter((page) => !ALWAYS.includes(page)).map((page) => root + page),
  };
}
