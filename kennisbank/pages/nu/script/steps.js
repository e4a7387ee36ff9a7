// The steps of each item of a programme, and the minutes of each: what people do, in words that they can act on.

import { groups, werkvormOf, caseOf } from "../../sessie/script/plan.js";
import { name, NAMES } from "../../sessie/script/reasons.js";
import { addressOf } from "../../sessie/script/output.js";

/** @typedef {import("../../sessie/script/plan.js").Item} Item */
/** @typedef {import("../../sessie/script/plan.js").Wish} Wish */
/** @typedef {import("../../sessie/script/plan.js").Data} Data */
/** @typedef {import("../../../outputs/scripts.d.ts").StapGegevens} StapGegevens */
/**
 * A step: `minuten` and `kort` are what it takes in the whole route and in the short one, 0 where that leaves it out.
 * `doe` is what to do in a sentence, `vragen` what to talk about, and `alles` the whole text where there is more.
 * @typedef {{ naam: string, minuten: number, kort: number, doe: string, vragen: readonly string[], alles: string }} Step
 */
/** @typedef {{ soort: Item["soort"], soortnaam: string, naam: string, adres: string, groepen: string, notitie: string, minuten: number, stappen: readonly Step[] }} Part */
/**
 * What was fetched of the texts of a programme, by slug: the steps of werkvormen, and of stories and examples their own
 * questions and their summary.
 * @typedef {{ verloop: ReadonlyMap<string, readonly StapGegevens[]>, gesprek: ReadonlyMap<string, readonly string[]>, samenvatting: (item: Item) => string }} Fetched
 */

/** Characters after which the first sentences of a step are enough for a screen. */
const ENOUGH = 90;
/** A sentence that is longer than this is no question to show large. */
const QUESTION = 160;
const QUESTIONS = 3;
const SENTENCE = /(?<=[.?!])\s+(?=["“‘']?\p{Lu})/u;
/** Most minutes in which people read a story or an example. */
const READING = { verhaal: 12, voorbeeld: 5 };

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/**
 * Whole minutes by weight, that are `total` together. What has a weight gets one at least, where there is enough.
 * @param {readonly number[]} weights
 * @param {number} total
 */
export function scaled(weights, total) {
  const all = sum(weights);
  if (!all || total <= 0) return weights.map(() => 0);
  const some = weights.filter(Boolean).length <= total ? 1 : 0;
  const exact = weights.map((weight) => (weight * total) / all);
  const minutes = exact.map((share, i) => (weights[i] ? Math.max(Math.floor(share), some) : 0));
  /** @param {number} i */
  const behind = (i) => exact[i] - minutes[i];
  const order = weights.map((_, i) => i).filter((i) => weights[i]);
  for (let left = total - sum(minutes); left; left -= Math.sign(left)) {
    const able = left > 0 ? order : order.filter((i) => minutes[i] > some);
    const chosen = able.reduce((best, i) => (left > 0 ? behind(i) > behind(best) : behind(i) < behind(best)) ? i : best);
    minutes[chosen] += Math.sign(left);
  }
  return minutes;
}

/**
 * The minutes of steps that together take so many: the whole route where there is time for it, else the short one with
 * what is left over; where there is less than that, each a little less.
 * @param {readonly Pick<Step, "minuten" | "kort">[]} steps
 * @param {number} minutes
 */
export function spread(steps, minutes) {
  const whole = steps.map((step) => step.minuten);
  const short = steps.map(({ minuten, kort }) => Math.min(minuten, kort));
  if (minutes >= sum(whole)) return scaled(whole, minutes);
  if (minutes <= sum(short) || !sum(short)) return scaled(sum(short) ? short : whole, minutes);
  const given = [...short];
  let left = minutes - sum(short);
  for (const [i, needed] of whole.entries()) {
    // What the short route leaves out is done whole, or not at all.
    if (short[i] || needed > left) continue;
    given[i] = needed;
    left -= needed;
  }
  const room = given.map((minutes, i) => (minutes ? whole[i] - minutes : 0));
  const added = scaled(room, Math.min(left, sum(room)));
  const rest = scaled(given, left - sum(added));
  return given.map((minutes, i) => minutes + added[i] + rest[i]);
}

/**
 * What a text asks people to do: its first sentences, the questions in it, and all of it where that is more.
 * @param {string} text
 */
export function spoken(text) {
  const sentences = text.trim().split(SENTENCE).filter(Boolean);
  const asked = sentences.filter((sentence) => sentence.endsWith("?") && sentence.length <= QUESTION).slice(0, QUESTIONS);
  const told = sentences.filter((sentence) => !asked.includes(sentence));
  let act = "";
  for (const sentence of told) {
    if (act.length >= ENOUGH || (act && act.length + sentence.length > 2 * ENOUGH)) break;
    act = act ? `${act} ${sentence}` : sentence;
  }
  const shown = act.length + asked.reduce((all, sentence) => all + sentence.length, 0);
  return { doe: act, vragen: asked, alles: shown + sentences.length < text.length ? text : "" };
}

/**
 * @param {string} naam
 * @param {number} minuten
 * @param {Partial<Step>} [more]
 * @returns {Step}
 */
const step = (naam, minuten, more) => ({ naam, minuten, kort: minuten, doe: "", vragen: [], alles: "", ...more });

/**
 * The items of a programme with their steps.
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 * @param {Fetched} fetched
 * @param {string} root
 * @returns {Part[]}
 */
export function parts(items, wish, data, fetched, root) {
  return items.map((item) => ({
    soort: item.soort,
    soortnaam: NAMES[item.soort],
    naam: name(item, data),
    adres: addressOf(item, root),
    groepen: inGroups(item, wish, data),
    notitie: item.note ?? "",
    minuten: item.minutes,
    stappen: stepsOf(item, wish, data, fetched),
  }));
}

/**
 * "3 groepen: 2 van 5 en 1 van 4"; nothing where all stay together.
 * @param {Item} item
 * @param {Wish} wish
 * @param {Data} data
 */
export function inGroups(item, wish, data) {
  const count = groups(wish.mensen, werkvormOf(item, data)?.groep ?? [0, Infinity]);
  if (count < 2) return "";
  const least = Math.floor(wish.mensen / count);
  const larger = wish.mensen % count;
  return `${count} groepen van ${larger ? `${least} of ${least + 1}` : least}`;
}

/**
 * @param {Item} item
 * @param {Wish} wish
 * @param {Data} data
 * @param {Fetched} fetched
 * @returns {Step[]}
 */
function stepsOf(item, wish, data, fetched) {
  const { soort, minutes, slug = "" } = item;
  const title = name(item, data);
  if (soort === "verhaal" || soort === "voorbeeld") return reading(item, wish, data, fetched);
  if (soort === "pauze") return [step(title, minutes)];
  if (soort === "eigen") return [step(title, minutes)];
  const timed = (fetched.verloop.get(slug) ?? []).filter(({ tussendoor, minuten }) => !tussendoor && minuten > 0);
  const own = soort === "welkom" && wish.vraag ? [wish.vraag] : [];
  if (!timed.length) {
    const told = werkvormOf(item, data)?.doet ?? { welkom: "Kom binnen, en hoor wat we gaan doen.", oogst: "Zeg samen wat jullie meenemen, en wat de eerste stap is.", werkvorm: "" }[soort];
    return [step(title, minutes, { doe: told, vragen: own })];
  }
  return timed.map(({ naam, minuten, kort, tekst }, i) => {
    const said = spoken(tekst);
    return step(naam, minuten, { ...said, kort, vragen: i === 0 ? [...own, ...said.vragen].slice(0, QUESTIONS) : said.vragen });
  });
}

/**
 * People read, and then talk about questions: those of the text itself, or else of the ruimtes that it touches.
 * @param {Item} item
 * @param {Wish} wish
 * @param {Data} data
 * @param {Fetched} fetched
 * @returns {Step[]}
 */
function reading(item, wish, data, { gesprek, samenvatting }) {
  const found = caseOf(item, data);
  const own = gesprek.get(`${item.soort}/${item.slug}`) ?? [];
  const ruimtes = data.ruimtes.filter(({ slug }) => found?.ruimtes.includes(slug));
  const vragen = (own.length ? own : ruimtes.flatMap((ruimte) => ruimte.vragen[wish.functie]?.slice(0, 1) ?? [])).slice(0, QUESTIONS);
  const soort = item.soort === "voorbeeld" ? "voorbeeld" : "verhaal";
  const read = item.minutes < 2 || !vragen.length ? item.minutes : Math.min(Math.ceil(item.minutes / 2), READING[soort]);
  const first = step(soort === "verhaal" ? "Lees het verhaal" : "Lees het praktijkvoorbeeld", read, { doe: samenvatting(item) });
  return read === item.minutes ? [first] : [first, step("Praat erover", item.minutes - read, { vragen })];
}
