// Why an item stands in a programme, in a sentence; what it is called; and which questions go with it.

import { grenzen, groepen, verhaalVan, werkvormVan } from "./plan.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanWerkvorm} PlanWerkvorm */
/** @typedef {import("./plan.js").Wens} Wens */
/** @typedef {import("./plan.js").Gegevens} Gegevens */

export const NAMEN = { welkom: "Welkom", oogst: "Oogst", pauze: "Pauze", verhaal: "Verhaal", werkvorm: "Werkvorm", eigen: "Eigen onderdeel" };
/** @type {Record<string, string>} */
const FUNCTIE = { orientatie: "oriëntatie", verdieping: "verdieping", evaluatie: "evaluatie" };
const VRAGEN = 3;

/** @param {readonly string[]} namen */
export function opsomming(namen) {
  return namen.length < 2 ? namen.join("") : `${namen.slice(0, -1).join(", ")} en ${namen.at(-1)}`;
}

/**
 * What an item is called; a story or werkvorm by its title.
 * @param {Item} item
 * @param {Gegevens} gegevens
 */
export function naam(item, gegevens) {
  return item.tekst ?? (werkvormVan(item, gegevens) ?? verhaalVan(item, gegevens))?.titel ?? NAMEN[item.soort];
}

/**
 * The reason of item `plaats` of a programme, for these wishes.
 * @param {readonly Item[]} items
 * @param {number} plaats
 * @param {Wens} wens
 * @param {Gegevens} gegevens
 */
export function reden(items, plaats, wens, gegevens) {
  const item = items[plaats];
  if (item.soort === "welkom" && wens.online) return "Om elkaar te groeten en te kijken of iedereen elkaar hoort.";
  if (item.soort === "welkom") return "Om binnen te komen en te horen wat jullie gaan doen.";
  if (item.soort === "oogst") return "Om samen te zeggen wat jullie meenemen en wat de eerste stap is.";
  if (item.soort === "eigen") return "Dit hebben jullie zelf toegevoegd.";
  if (item.soort === "pauze") return pauze(items, plaats);
  const zinnen = item.soort === "verhaal" ? verhaal(item, wens, gegevens) : werkvorm(items, plaats, wens, gegevens);
  return zinnen.filter(Boolean).join(" ");
}

/**
 * @param {readonly Item[]} items
 * @param {number} plaats
 */
function pauze(items, plaats) {
  let minuten = 0;
  for (let i = plaats - 1; i >= 0 && items[i].soort !== "pauze"; i -= 1) minuten += items[i].minuten;
  return minuten ? `Om op adem te komen, na ${minuten === 1 ? "1 minuut" : `${minuten} minuten`}.` : "Om op adem te komen.";
}

/**
 * @param {number} laagst
 * @param {number} hoogst
 */
function bereik(laagst, hoogst) {
  return laagst === hoogst ? String(laagst) : `${laagst} tot ${hoogst}`;
}

/**
 * The ruimtes that something touches: those that are asked for, or else its own; by name.
 * @param {readonly string[]} ruimtes
 * @param {Wens} wens
 * @param {Gegevens} gegevens
 */
function geraakt(ruimtes, wens, gegevens) {
  const gevraagd = ruimtes.filter((slug) => wens.ruimtes.includes(slug));
  const wie = wens.ruimtes.length ? gevraagd : ruimtes.slice(0, VRAGEN);
  return gegevens.ruimtes.filter(({ slug }) => wie.includes(slug)).map((ruimte) => ruimte.naam);
}

/**
 * @param {Item} item
 * @param {Wens} wens
 * @param {Gegevens} gegevens
 */
function verhaal(item, wens, gegevens) {
  const gevonden = verhaalVan(item, gegevens);
  if (!gevonden) return ["Een verhaal uit de praktijk."];
  const namen = geraakt(gevonden.ruimtes, wens, gegevens);
  const waar = gevonden.plaats ? `Een verhaal uit ${gevonden.plaats}` : "Een verhaal uit de praktijk";
  const wat = {
    orientatie: "Het vertelt ook waarom ze begonnen.",
    verdieping: "Het vertelt ook hoe ze samen werkten en leerden.",
    evaluatie: "Het vertelt ook wat er bleef.",
  };
  return [
    namen.length ? `${waar} dat ${opsomming(namen)} raakt.` : `${waar}.`,
    gevonden.functies?.includes(wens.functie) ? wat[wens.functie] : "",
  ];
}

/**
 * @param {readonly Item[]} items
 * @param {number} plaats
 * @param {Wens} wens
 * @param {Gegevens} gegevens
 */
function werkvorm(items, plaats, wens, gegevens) {
  const item = items[plaats];
  const gevonden = /** @type {PlanWerkvorm} */ (werkvormVan(item, gegevens)); // an address with another is not read
  const [minste, meeste] = gevonden.groep;
  const inDelen = groepen(wens.mensen, gevonden.groep);
  const [laagst, hoogst] = grenzen(item, gegevens);
  const namen = gevonden.alle ? ["elke ruimte"] : geraakt(gevonden.ruimtes, wens, gegevens);
  const raakt = namen.length ? ` en raakt ${opsomming(namen)}` : "";
  const groep =
    inDelen === 1
      ? `Past bij ${wens.mensen} mensen${raakt}.`
      : inDelen
        ? `Doe dit in ${inDelen} groepen van ongeveer ${Math.round(wens.mensen / inDelen)}${namen.length ? `; het raakt ${opsomming(namen)}` : ""}.`
        : `Let op: bedoeld voor ${bereik(minste, meeste)} mensen, en jullie zijn met ${wens.mensen}.`;
  const eerder = items[plaats - 1] && verhaalVan(items[plaats - 1], gegevens);
  return [
    groep,
    eerder?.werkvormen?.includes(gevonden.slug) ? "Past ook bij het verhaal ervoor." : "",
    gevonden.functie !== wens.functie && !(wens.functie === "orientatie" && gevonden.functie === "verdieping")
      ? `Het is een werkvorm voor ${FUNCTIE[gevonden.functie]}.`
      : "",
    item.minuten < laagst || item.minuten > hoogst ? `Let op: deze werkvorm duurt ${bereik(laagst, hoogst)} minuten.` : "",
    wens.online && !gevonden.online ? "Let op: hoe dit online gaat, staat er niet bij." : "",
  ];
}

/**
 * Questions for the participants: of the ruimtes asked for, or else of what is in the programme.
 * @param {readonly Item[]} items
 * @param {Wens} wens
 * @param {Gegevens} gegevens
 */
export function vragen(items, wens, gegevens) {
  const eigen = items.flatMap((item) => (verhaalVan(item, gegevens) ?? werkvormVan(item, gegevens))?.ruimtes ?? []);
  const volgorde = [...new Set([...wens.ruimtes, ...eigen])];
  return volgorde
    .flatMap((slug) => gegevens.ruimtes.find((ruimte) => ruimte.slug === slug) ?? [])
    .filter((ruimte) => ruimte.vragen[wens.functie]?.length)
    .slice(0, VRAGEN)
    .map((ruimte) => ({ ruimte: ruimte.naam, vraag: ruimte.vragen[wens.functie][0] }));
}
