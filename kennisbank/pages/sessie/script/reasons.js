// Why an item stands in a programme, in a sentence; what it is called; and which questions go with it.

import { caseOf, limits, groups, processOf, verhaalOf, voorbeeldOf, werkvormOf } from "./plan.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("../../../outputs/scripts.d.ts").PlanWerkvorm} PlanWerkvorm */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Data} Data */

export const NAMES = { welkom: "Welkom", oogst: "Oogst", pauze: "Pauze", verhaal: "Verhaal", werkvorm: "Werkvorm", voorbeeld: "Praktijkvoorbeeld", eigen: "Eigen onderdeel" };
/** @type {Record<string, string>} */
const FUNCTIE = { orientatie: "oriëntatie", verdieping: "verdieping", evaluatie: "evaluatie" };
const QUESTIONS = 3;

/** @param {readonly string[]} names */
export function enumeration(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`;
}

/**
 * What an item is called; a story, werkvorm or example by its title.
 * @param {Item} item
 * @param {Data} data
 */
export function name(item, data) {
  const titel = (werkvormOf(item, data) ?? caseOf(item, data))?.titel;
  if (!titel || item.text) return item.text ?? NAMES[item.soort];
  const whole = item.soort === "werkvorm" || caseOf(item, data) || titel.startsWith(NAMES[item.soort]);
  return whole ? titel : `${NAMES[item.soort]}: ${titel.charAt(0).toLowerCase()}${titel.slice(1)}`;
}

/**
 * The reason of item `place` of a programme, for these wishes.
 * @param {readonly Item[]} items
 * @param {number} place
 * @param {Wish} wish
 * @param {Data} data
 */
export function reason(items, place, wish, data) {
  const item = items[place];
  const how = item.soort === "werkvorm" ? "" : (werkvormOf(item, data)?.doet ?? "");
  const own = wish.vraag ? `Begin met jullie vraag: ${/[.?!]$/.test(wish.vraag) ? wish.vraag : `${wish.vraag}.`}` : "";
  if (item.soort === "welkom" && wish.online) return joined(["Om elkaar te groeten en te kijken of iedereen elkaar hoort.", own, how]);
  if (item.soort === "welkom") return joined(["Om binnen te komen en te horen wat jullie gaan doen.", own, how]);
  if (item.soort === "oogst") return joined(["Om samen te zeggen wat jullie meenemen en wat de eerste stap is.", how]);
  if (item.soort === "eigen") return "Dit hebben jullie zelf toegevoegd.";
  if (item.soort === "pauze") return pauze(items, place);
  if (item.soort === "verhaal") return joined(verhaal(item, wish, data));
  if (item.soort === "voorbeeld") return joined(voorbeeld(item, wish, data));
  return joined(werkvorm(items, place, wish, data));
}

/** @param {readonly string[]} sentences */
const joined = (sentences) => sentences.filter(Boolean).join(" ");

/**
 * @param {readonly Item[]} items
 * @param {number} place
 */
function pauze(items, place) {
  let minutes = 0;
  for (let i = place - 1; i >= 0 && items[i].soort !== "pauze"; i -= 1) minutes += items[i].minutes;
  return minutes ? `Om op adem te komen, na ${minutes === 1 ? "1 minuut" : `${minutes} minuten`}.` : "Om op adem te komen.";
}

/**
 * @param {number} lowest
 * @param {number} highest
 */
function span(lowest, highest) {
  return lowest === highest ? String(lowest) : `${lowest} tot ${highest}`;
}

/**
 * The ruimtes that something touches: those that are asked for, or else its own; by name.
 * @param {readonly string[]} ruimtes
 * @param {Wish} wish
 * @param {Data} data
 */
function touched(ruimtes, wish, data) {
  const asked = ruimtes.filter((slug) => wish.ruimtes.includes(slug));
  const who = wish.ruimtes.length ? asked : ruimtes.slice(0, QUESTIONS);
  return data.ruimtes.filter(({ slug }) => who.includes(slug)).map((ruimte) => ruimte.naam);
}

/**
 * @param {Item} item
 * @param {Wish} wish
 * @param {Data} data
 */
function verhaal(item, wish, data) {
  const found = verhaalOf(item, data);
  if (!found) return ["Een verhaal uit de praktijk."];
  const names = touched(found.ruimtes, wish, data);
  const where = found.plaats ? `Een verhaal uit ${found.plaats}` : "Een verhaal uit de praktijk";
  const what = {
    orientatie: "Het vertelt ook waarom ze begonnen.",
    verdieping: "Het vertelt ook hoe ze samen werkten en leerden.",
    evaluatie: "Het vertelt ook wat er bleef.",
  };
  return [
    names.length ? `${where} dat ${enumeration(names)} raakt.` : `${where}.`,
    found.functies?.includes(wish.functie) ? what[wish.functie] : "",
    process(wish, data),
  ];
}

/**
 * How a story is read, where the site says so.
 * @param {Wish} wish
 * @param {Data} data
 */
function process(wish, data) {
  const found = processOf(wish, data);
  return found ? `Lees het zoals bij ${found.titel}${found.vorm ? `, in ${found.vorm}` : ""}.` : "";
}

/**
 * What one does in an item, for who chooses it: of a werkvorm what its page begins with, of another its reason.
 * @param {Item} item
 * @param {Wish} wish
 * @param {Data} data
 */
export function does(item, wish, data) {
  return werkvormOf(item, data)?.doet || reason([item], 0, wish, data);
}

/**
 * @param {Item} item
 * @param {Wish} wish
 * @param {Data} data
 */
function voorbeeld(item, wish, data) {
  const found = voorbeeldOf(item, data);
  if (!found) return ["Een praktijkvoorbeeld."];
  const names = touched(found.ruimtes, wish, data);
  return [`Een praktijkvoorbeeld${names.length ? ` dat ${enumeration(names)} raakt` : ""}. Lees het samen.`, question(item, data)];
}

/**
 * The question that is talked about after an example, or nothing.
 * @param {Item} item
 * @param {Data} data
 */
export function question(item, data) {
  const [vraag] = voorbeeldOf(item, data)?.gesprek ?? [];
  return vraag ? `Bespreek: ${vraag}` : "";
}

/**
 * @param {readonly Item[]} items
 * @param {number} place
 * @param {Wish} wish
 * @param {Data} data
 */
function werkvorm(items, place, wish, data) {
  const item = items[place];
  const found = /** @type {PlanWerkvorm} */ (werkvormOf(item, data)); // an address with another is not read
  const [least, most] = found.groep;
  const inParts = groups(wish.mensen, found.groep);
  const [lowest, highest] = limits(item, data);
  const names = found.alle ? ["elke ruimte"] : touched(found.ruimtes, wish, data);
  const hits = names.length ? ` en raakt ${enumeration(names)}` : "";
  const groep =
    inParts === 1
      ? `Past bij ${wish.mensen} mensen${hits}.`
      : inParts
        ? `Doe dit in ${inParts} groepen van ongeveer ${Math.round(wish.mensen / inParts)}${names.length ? `; het raakt ${enumeration(names)}` : ""}.`
        : `Let op: bedoeld voor ${span(least, most)} mensen, en jullie zijn met ${wish.mensen}.`;
  const eerder = items[place - 1] && caseOf(items[place - 1], data);
  return [
    groep,
    eerder?.werkvormen?.includes(found.slug) ? `Past ook bij het ${items[place - 1].soort} ervoor.` : "",
    found.functie !== wish.functie && !(wish.functie === "orientatie" && found.functie === "verdieping")
      ? `Het is een werkvorm voor ${FUNCTIE[found.functie]}.`
      : "",
    item.minutes < lowest || item.minutes > highest ? `Let op: deze werkvorm duurt ${span(lowest, highest)} minuten.` : "",
    found.kinderen && !wish.extra?.includes("kinderen") ? "Let op: hier doen kinderen mee." : "",
    found.vooraf && !wish.extra?.includes("vooraf") ? "Let op: dit vraagt dagen of weken van tevoren voorbereiding." : "",
    found.delen > 1 && !wish.extra?.includes("vervolg") ? `Let op: dit gaat over ${found.delen} bijeenkomsten.` : "",
    wish.online && !found.online ? "Let op: hoe dit online gaat, staat er niet bij." : "",
  ];
}

/**
 * Questions for the participants: of the ruimtes asked for, or else of what is in the programme.
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 */
export function vragen(items, wish, data) {
  const own = items.flatMap((item) => (caseOf(item, data) ?? werkvormOf(item, data))?.ruimtes ?? []);
  const order = [...new Set([...wish.ruimtes, ...own])];
  return order
    .flatMap((slug) => data.ruimtes.find((ruimte) => ruimte.slug === slug) ?? [])
    .filter((ruimte) => ruimte.vragen[wish.functie]?.length)
    .slice(0, QUESTIONS)
    .map((ruimte) => ({ ruimte: ruimte.naam, vraag: ruimte.vragen[wish.functie][0] }));
}
