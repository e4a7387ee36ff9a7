// What is kept, in groups: programmes, what was set ready with them, stories, werkvormen, and the rest, each by title.

/** @typedef {{ adres: string, titel: string, klaar: boolean, programma?: boolean }} Kept */
/** @typedef {{ kop: string, zegt: string, bladen: Kept[] }} Group */

const PROGRAMMES = "Programma's die klaarstaan";
const READY = "Klaargezet bij een programma";
const FOLDERS = /** @type {const} */ ([
  ["verhalen/", "Verhalen"],
  ["voorbeelden/", "Praktijkvoorbeelden"],
  ["werkvormen/", "Werkvormen"],
  ["", "Andere pagina's"],
]);

/**
 * The groups that have a page. `root` is the address of the site.
 * @param {readonly Kept[]} kept
 * @param {string} root
 * @returns {Group[]}
 */
export function grouped(kept, root) {
  /** @type {Map<string, Kept[]>} */
  const found = new Map([PROGRAMMES, READY, ...FOLDERS.map(([, heading]) => heading)].map((heading) => [heading, []]));
  for (const one of [...kept].sort((a, b) => a.titel.localeCompare(b.titel, "nl"))) {
    const path = one.adres.slice(root.length);
    const [, heading] = FOLDERS.find(([folder]) => path.startsWith(folder)) ?? FOLDERS[3];
    found.get(one.programma ? PROGRAMMES : one.klaar ? READY : heading)?.push(one);
  }
  return [...found].filter(([, pages]) => pages.length).map(([kop, bladen]) => ({ kop, bladen, zegt: kop === READY ? "Ze gaan niet weg als je andere pagina's opent." : "" }));
}
