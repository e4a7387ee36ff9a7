// A programme to read, for who takes part: what people do and when, the stories and the questions. What is for the host is
// not here.

import { eerder } from "../../../parts/script/address.js";
import { fill, template } from "../../../parts/script/fill.js";
import { open } from "../../nu/script/given.js";
import { inGroups } from "../../nu/script/steps.js";
import { addressOf, duur, heading, times } from "../../sessie/script/output.js";
import { total, werkvormOf } from "../../sessie/script/plan.js";
import { name, vragen } from "../../sessie/script/reasons.js";

const page = /** @type {HTMLElement} */ (document.getElementById("rb-lezen"));
/** @param {string} id */
const find = (id) => /** @type {HTMLElement} */ (document.getElementById(`rb-lezen-${id}`));
const root = new URL(`${page.dataset.wortel}/`, location.href).href;

find("bezig").hidden = false;
const { wish, items, data, fetched, messages } = await open(location.search, eerder(), JSON.parse(document.getElementById("rb-gegevens")?.textContent ?? ""), root);
find("melding").replaceChildren(...messages.map((melding) => fill(template("melding"), { melding })));

/** @type {Record<string, string>} */
const DOES = {
  welkom: "Binnenkomen, en horen wat we gaan doen.",
  oogst: "Samen zeggen wat we meenemen, en wat de eerste stap is.",
  pauze: "",
  eigen: "",
};

/** "dinsdag 24 november 2026, 13:30 tot 15:30 (120 minuten)" */
function moment() {
  const day = wish.date && new Intl.DateTimeFormat("nl-NL", { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${wish.date}T00:00:00Z`));
  const when = times(items, wish.begin);
  const hours = wish.begin && `${when[0].split("–")[0]} tot ${when.at(-1)?.split("–")[1]}`;
  return [day, hours, duur(total(items)), wish.online ? "online" : ""].filter(Boolean).join(", ");
}

/** The items of the programme, each as participants read it. */
function rows() {
  const when = times(items, wish.begin);
  return items.map((item, i) => {
    const adres = addressOf(item, root);
    const titel = name(item, data);
    return fill(template("onderdeel"), {
      soort: item.soort,
      tijd: when[i] || duur(item.minutes),
      titel, adres, naam: adres ? "" : titel,
      doet: DOES[item.soort] ?? (werkvormOf(item, data)?.doet || fetched.samenvatting(item)),
      groepen: inGroups(item, wish, data),
      vragen: fetched.gesprek.get(`${item.soort}/${item.slug}`) ?? [],
    });
  });
}

if (items.length) {
  const naam = wish.naam || heading(wish);
  document.title = `${naam} – ${document.title}`;
  const title = find("hoofd").querySelector("h1");
  if (title) title.textContent = naam;
  const onderdelen = document.createDocumentFragment();
  onderdelen.append(...rows());
  find("blad").replaceChildren(fill(template("programma"), {
    wanneer: moment(),
    plaats: wish.plaats ?? "",
    vraag: wish.vraag ?? "",
    onderdelen,
    vragen: vragen(items, wish, data).map(({ vraag }) => vraag),
    begeleider: `${root}sessie/${location.search}`,
  }));
}
find("leeg").hidden = items.length > 0;
find("bezig").hidden = true;
page.removeAttribute("aria-busy");
page.hidden = false;
