// The two hand-outs. They stand in the page and show on paper only; the button says which (`body[data-druk]`).

import { make as el } from "../../../parts/script/elements.js";
import { qr } from "../../../parts/script/qr.js";
import { groups, total, verhaalOf, werkvormOf } from "./plan.js";
import { name, reason, vragen } from "./reasons.js";
import { duur, layOut, heading, subtitle, times } from "./output.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {import("./plan.js").Data} Data */
/** @typedef {(slug: string) => string} Samenvatting */
/** @typedef {(slug: string) => (Text | HTMLElement)[] | undefined} Stappen */

/**
 * Fill both hand-outs. `samenvatting` and `steps` give what was fetched of a story and a werkvorm, if it was.
 * @param {Element} host
 * @param {Element} participants
 * @param {{ items: readonly Item[], wish: Wish, data: Data, address: string, samenvatting: Samenvatting, steps: Stappen }} everything
 */
export function fillPaper(host, participants, { items, wish, data, address, samenvatting, steps }) {
  const head = () => [el("h2", {}, heading(wish)), el("p", { class: "rb-blad__onder" }, subtitle(wish, total(items)))];
  host.replaceChildren(
    ...head(),
    table(items, wish, data, (_, i) => reason(items, i, wish, data)),
    el("div", { class: "rb-blad__kolommen" },
      ...ready(items, wish, data),
      ...parts(items, wish, data, samenvatting, steps)),
  );
  const list = vragen(items, wish, data);
  const code = qr(address, "QR-code van dit programma");
  participants.replaceChildren(
    ...head(),
    table(items, wish, data, (item) => (item.soort === "verhaal" ? samenvatting(item.slug ?? "") : "")),
    list.length
      ? el("section", {},
          el("h3", {}, "Vragen om over te praten"),
          el("ol", { class: "rb-blad__vragen" }, list.map(({ vraag }) => el("li", {}, vraag))))
      : "",
    el("div", { class: "rb-blad__adres" },
      code,
      el("p", {},
        code ? "Scan de code of ga naar het adres. Daar staat dit programma, met de verhalen." : "Op dit adres staat dit programma, met de verhalen.",
        el("br"),
        el("span", {}, address))),
  );
}

/**
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 * @param {(item: Item, i: number) => string} at
 */
function table(items, wish, data, at) {
  const when = times(items, wish.begin);
  return el("table", { class: "rb-blad__tabel" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Tijd"), el("th", { scope: "col" }, "Wat"))),
    el("tbody", {}, ...items.map((item, i) => el("tr", {},
      el("td", {}, when[i] ? el("strong", {}, when[i]) : "", when[i] ? el("br") : "", duur(item.minutes)),
      el("td", {}, el("strong", {}, name(item, data)), el("br"), at(item, i))))));
}

/**
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 */
function ready(items, wish, data) {
  const { materiaal, beforehand } = layOut(items, data);
  const inParts = items.some((item) => groups(wish.mensen, werkvormOf(item, data)?.groep ?? [0, Infinity]) > 1);
  return [
    materiaal.length > 0 &&
      el("section", {},
        el("h3", {}, "Klaarleggen"),
        el("ul", { class: "rb-blad__lijst" }, materiaal.map((thing) => el("li", {}, thing))),
        inParts && el("p", {}, "Doe je een werkvorm in groepen? Leg het dan voor elke groep klaar.")),
    beforehand.length > 0 &&
      el("section", {},
        el("h3", {}, "Vooraf"),
        el("ul", {}, beforehand.map(({ titel, voorbereiding }) => el("li", {}, el("strong", {}, `${titel}: `), voorbereiding)))),
  ].filter(Boolean);
}

/**
 * The minutes that steps name, together; nothing where none names any.
 * @param {readonly (Text | HTMLElement)[] | undefined} steps
 */
function sum(steps) {
  const found = (steps ?? []).flatMap((part) => [...part.textContent.matchAll(/\((\d{1,3}) minu(?:ten|ut)\)/g)]);
  return found.reduce((everything, [, minutes]) => everything + Number(minutes), 0);
}

/**
 * How to lead each werkvorm, and what each story is about, in the order of the programme.
 * @param {readonly Item[]} items
 * @param {Wish} wish
 * @param {Data} data
 * @param {Samenvatting} samenvatting
 * @param {Stappen} steps
 */
function parts(items, wish, data, samenvatting, steps) {
  return /** @type {(Item & { slug: string })[]} */ (items.filter(({ slug }) => slug)).map((item) => {
    const werkvorm = werkvormOf(item, data);
    const address = `${werkvorm ? "werkvormen" : "verhalen"}/${item.slug}/`;
    const content = werkvorm ? steps(item.slug) : [el("p", {}, samenvatting(item.slug))];
    const place = verhaalOf(item, data)?.plaats;
    const together = sum(content);
    return el("section", { class: "rb-blad__deel" },
      el("h3", {}, `${name(item, data)} (${[place, duur(item.minutes)].filter(Boolean).join(", ")})`),
      werkvorm && wish.online && werkvorm.online ? el("p", {}, `Online: ${werkvorm.online}`) : "",
      together > 0 && together !== item.minutes ? el("p", {}, el("em", {}, `De stappen duren samen ${duur(together)}; jullie hebben er ${item.minutes}.`)) : "",
      ...(content ?? [el("p", {}, `De stappen staan op de site: ${address}`)]));
  });
}
