// The pack of a host: the sheets to lead from, every text whole, all that is handed out, and the sheet of participants.
// It stands in the page and shows on paper only. What a host leaves out is remembered as long as the page is open.

import { sheets } from "../../../parts/knipvel/script/sheets.js";
import { fetchText } from "../../../parts/script/beside.js";
import { fill, renew } from "../../../parts/script/fill.js";
import { makeSheet, makeWhole, questionsOf } from "../../../parts/vel/script/sheet.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Data} Data */
/** @typedef {import("../../../parts/script/beside.js").Soort} Soort */
/** @typedef {{ sleutel: string, naam: string, hoe: string, made: () => Element[] }} Part of the pack: `hoe` says how much paper it is */

const HOST = "begeleider";
const PARTICIPANTS = "deelnemers";
/** @type {Record<string, Soort | undefined>} */
const KIND = { verhaal: "verhaal", voorbeeld: "voorbeeld", werkvorm: "werkvorm", welkom: "werkvorm", oogst: "werkvorm" };

/** @param {number} number */
const kanten = (number) => (number === 1 ? "1 kant" : `${number} kanten`);

/** @param {{ find: (id: string) => HTMLElement, template: (name: string) => HTMLTemplateElement, root: string, whole: () => Promise<void>, state: () => { wish: Wish, items: readonly Item[], data: Data } }} page `whole` waits until all that stands on paper has been fetched */
export function makePack({ find, template, root, whole, state }) {
  /**
   * What a host chose, by part.
   * @type {Map<string, boolean>}
   */
  const chosen = new Map();
  let round = 0;
  /** @type {readonly Part[]} */
  let parts = [];
  /** @type {Promise<void>} */
  let ready = Promise.resolve();

  /**
   * Whether a part is in the pack: online nothing is handed out, unless it is asked for.
   * @param {string} sleutel
   */
  const within = (sleutel) => chosen.get(sleutel) ?? (sleutel === HOST || !state().wish.online);

  /** Show what is in the pack, and lay it ready to print. What has to be fetched follows. */
  function show() {
    const these = ++round;
    ready = prepare(these);
  }

  /** @param {number} these */
  async function prepare(these) {
    const { wish, items, data } = state();
    const texts = new Map(items.flatMap(({ soort, slug }) => {
      const kind = KIND[soort];
      return slug && kind ? [/** @type {const} */ ([`${kind}/${slug}`, { kind, slug }])] : [];
    }));
    const found = await Promise.all([...texts.values()].map(({ kind, slug }) => fetchText(root, kind, slug)));
    if (these !== round) return;
    const copies = `${wish.mensen} × kopiëren`;
    parts = [
      { sleutel: HOST, naam: "Voor de begeleider: het programma en alle stappen", hoe: "", made: () => [] },
      ...found.flatMap((page) => (page.state === "er" ? partOf(page, wish, data, copies) : [])),
      { sleutel: PARTICIPANTS, naam: "Voor deelnemers: het programma met vragen", hoe: `1 kant, ${copies}`, made: () => [] },
    ];
    const delen = parts.map(({ sleutel, naam, hoe }) => ({ sleutel, naam, hoe, aan: within(sleutel) }));
    const shown = fill(template("pakket"), { delen, gemist: found.some(({ state: how }) => how !== "er") });
    const place = find("pakket");
    if (place.firstElementChild) renew(place.firstElementChild, shown);
    else place.append(shown);
    lay();
  }

  /** Lay what is in the pack ready on the page. */
  function lay() {
    find(`blad-${HOST}`).toggleAttribute("data-weg", !within(HOST));
    find(`blad-${PARTICIPANTS}`).toggleAttribute("data-weg", !within(PARTICIPANTS));
    find("blad-pakket").replaceChildren(...parts.filter(({ sleutel }) => within(sleutel)).flatMap(({ made }) => made()));
  }

  /**
   * What is printed of a text: all of a story or an example, and of a werkvorm what is handed out.
   * @param {import("../../../parts/script/beside.js").Found} page
   * @param {Wish} wish
   * @param {Data} data
   * @param {string} copies
   * @returns {Part[]}
   */
  function partOf(page, wish, data, copies) {
    const sleutel = `${page.soort}/${page.slug}`;
    if (page.soort === "werkvorm") {
      const cut = sheets(page, wish.mensen);
      const made = () => cut.map((sheet) => fill(template("knipvel"), sheet));
      return cut.length ? [{ sleutel, naam: `Om uit te delen bij: ${page.titel}`, hoe: kanten(cut.length), made }] : [];
    }
    const vragen = questionsOf(page, Object.fromEntries(data.ruimtes.map(({ slug, naam, vragen: own }) => [slug, { titel: naam, vragen: own.verdieping ?? [] }])));
    return page.soort === "verhaal"
      ? [{ sleutel, naam: page.titel, hoe: `${kanten(page.kanten)}, ${copies}`, made: () => [makeWhole(page, { vragen })] }]
      : [{ sleutel, naam: page.titel, hoe: `1 kant, ${copies}`, made: () => [makeSheet("voorbeeld", page, { vragen })] }];
  }

  find("pakket").addEventListener("change", ({ target }) => {
    const box = /** @type {HTMLInputElement} */ (target);
    chosen.set(box.value, box.checked);
    lay();
  });
  find("druk-pakket").addEventListener("click", async () => {
    await whole();
    await ready;
    document.body.dataset.druk = "pakket";
    print();
  });

  return { show };
}
