// The two hand-outs. They stand in the page and show on paper only; the button says which (`body[data-druk]`).

import { maak as el } from "../../../parts/script/elements.js";
import { qr } from "../../../parts/script/qr.js";
import { groepen, totaal, verhaalVan, werkvormVan } from "./plan.js";
import { naam, reden, vragen } from "./reasons.js";
import { duur, klaarleggen, kop, ondertitel, tijden } from "./output.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Wens} Wens */
/** @typedef {import("./plan.js").Gegevens} Gegevens */
/** @typedef {(slug: string) => string} Samenvatting */
/** @typedef {(slug: string) => (Text | HTMLElement)[] | undefined} Stappen */

/**
 * Fill both hand-outs. `samenvatting` and `stappen` give what was fetched of a story and a werkvorm, if it was.
 * @param {Element} begeleider
 * @param {Element} deelnemers
 * @param {{ items: readonly Item[], wens: Wens, gegevens: Gegevens, adres: string, samenvatting: Samenvatting, stappen: Stappen }} alles
 */
export function vulPapier(begeleider, deelnemers, { items, wens, gegevens, adres, samenvatting, stappen }) {
  const hoofd = () => [el("h2", {}, kop(wens)), el("p", { class: "rb-blad__onder" }, ondertitel(wens, totaal(items)))];
  begeleider.replaceChildren(
    ...hoofd(),
    tabel(items, wens, gegevens, (_, i) => reden(items, i, wens, gegevens)),
    el("div", { class: "rb-blad__kolommen" },
      ...klaar(items, wens, gegevens),
      ...delen(items, wens, gegevens, samenvatting, stappen)),
  );
  const lijst = vragen(items, wens, gegevens);
  const code = qr(adres, "QR-code van dit programma");
  deelnemers.replaceChildren(
    ...hoofd(),
    tabel(items, wens, gegevens, (item) => (item.soort === "verhaal" ? samenvatting(item.slug ?? "") : "")),
    lijst.length
      ? el("section", {},
          el("h3", {}, "Vragen om over te praten"),
          el("ol", { class: "rb-blad__vragen" }, lijst.map(({ vraag }) => el("li", {}, vraag))))
      : "",
    el("div", { class: "rb-blad__adres" },
      code,
      el("p", {},
        code ? "Scan de code of ga naar het adres. Daar staat dit programma, met de verhalen." : "Op dit adres staat dit programma, met de verhalen.",
        el("br"),
        el("span", {}, adres))),
  );
}

/**
 * @param {readonly Item[]} items
 * @param {Wens} wens
 * @param {Gegevens} gegevens
 * @param {(item: Item, i: number) => string} bij
 */
function tabel(items, wens, gegevens, bij) {
  const wanneer = tijden(items, wens.begin);
  return el("table", { class: "rb-blad__tabel" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Tijd"), el("th", { scope: "col" }, "Wat"))),
    el("tbody", {}, ...items.map((item, i) => el("tr", {},
      el("td", {}, wanneer[i] ? el("strong", {}, wanneer[i]) : "", wanneer[i] ? el("br") : "", duur(item.minuten)),
      el("td", {}, el("strong", {}, naam(item, gegevens)), el("br"), bij(item, i))))));
}

/**
 * @param {readonly Item[]} items
 * @param {Wens} wens
 * @param {Gegevens} gegevens
 */
function klaar(items, wens, gegevens) {
  const { materiaal, vooraf } = klaarleggen(items, gegevens);
  const inDelen = items.some((item) => groepen(wens.mensen, werkvormVan(item, gegevens)?.groep ?? [0, Infinity]) > 1);
  return [
    materiaal.length > 0 &&
      el("section", {},
        el("h3", {}, "Klaarleggen"),
        el("ul", { class: "rb-blad__lijst" }, materiaal.map((ding) => el("li", {}, ding))),
        inDelen && el("p", {}, "Doe je een werkvorm in groepen? Leg het dan voor elke groep klaar.")),
    vooraf.length > 0 &&
      el("section", {},
        el("h3", {}, "Vooraf"),
        el("ul", {}, vooraf.map(({ titel, voorbereiding }) => el("li", {}, el("strong", {}, `${titel}: `), voorbereiding)))),
  ].filter(Boolean);
}

/**
 * The minutes that steps name, together; nothing where none names any.
 * @param {readonly (Text | HTMLElement)[] | undefined} stappen
 */
function som(stappen) {
  const gevonden = (stappen ?? []).flatMap((deel) => [...deel.textContent.matchAll(/\((\d{1,3}) minu(?:ten|ut)\)/g)]);
  return gevonden.reduce((alles, [, minuten]) => alles + Number(minuten), 0);
}

/**
 * How to lead each werkvorm, and what each story is about, in the order of the programme.
 * @param {readonly Item[]} items
 * @param {Wens} wens
 * @param {Gegevens} gegevens
 * @param {Samenvatting} samenvatting
 * @param {Stappen} stappen
 */
function delen(items, wens, gegevens, samenvatting, stappen) {
  return /** @type {(Item & { slug: string })[]} */ (items.filter(({ slug }) => slug)).map((item) => {
    const werkvorm = werkvormVan(item, gegevens);
    const adres = `${werkvorm ? "werkvormen" : "verhalen"}/${item.slug}/`;
    const inhoud = werkvorm ? stappen(item.slug) : [el("p", {}, samenvatting(item.slug))];
    const plaats = verhaalVan(item, gegevens)?.plaats;
    const samen = som(inhoud);
    return el("section", { class: "rb-blad__deel" },
      el("h3", {}, `${naam(item, gegevens)} (${[plaats, duur(item.minuten)].filter(Boolean).join(", ")})`),
      werkvorm && wens.online && werkvorm.online ? el("p", {}, `Online: ${werkvorm.online}`) : "",
      samen > 0 && samen !== item.minuten ? el("p", {}, el("em", {}, `De stappen duren samen ${duur(samen)}; jullie hebben er ${item.minuten}.`)) : "",
      ...(inhoud ?? [el("p", {}, `De stappen staan op de site: ${adres}`)]));
  });
}
