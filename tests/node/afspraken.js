// Writes appointments of programmes that chance made, each with what must be in it, as JSON to the file that `OUT` names.

import { writeFileSync } from "node:fs";
import { calendar } from "#js/pages/sessie/script/ics.js";
import { lines } from "#js/pages/sessie/script/output.js";
import { makeProgramma, total } from "#js/pages/sessie/script/plan.js";
import { write } from "#js/pages/sessie/script/state.js";
import { cases, chance, AWKWARD } from "./hulp.js";

const { choose, number, list, text } = chance(7);
const DUTCH = [..."abcdeëïöüéèĳáßœ–‘’“”€,;:\\ ", "\n", "\r\n", "🎨", "👩‍🏫", "’s middags ", "BEGIN:VEVENT", "\\n"];
/** The days on which the clock changes, those beside them, the last of a year and the one that most years lack. */
const DAYS = ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26", "2027-03-28", "2028-02-29", "2026-12-31", "2026-07-01", "2099-10-25"];
const HOURS = ["", "00:00", "01:30", "01:59", "02:00", "02:30", "03:00", "09:00", "13:30", "22:15", "23:59"];

const made = Array.from({ length: 400 }, (_, index) => {
  const wish = {
    time: 15 + 5 * number(46), mensen: 2 + number(59), functie: choose(["orientatie", "verdieping", "evaluatie"]), ruimtes: [], online: !number(3),
    begin: choose(HOURS), date: choose(DAYS), id: `${index}`.padStart(8, "k"), naam: text(choose([DUTCH, AWKWARD]), 80).toWellFormed(), plaats: text(DUTCH, 40),
  };
  const own = list(3, () => ({ soort: "eigen", minutes: 1 + number(120), text: text(choose([DUTCH, AWKWARD]), 40).toWellFormed() }));
  const items = [...makeProgramma(wish, cases.plan), ...own].slice(0, 20);
  const content = {
    id: wish.id, titel: wish.naam, text: lines(items, wish, cases.plan), place: wish.plaats, date: wish.date, begin: wish.begin,
    address: `https://ruimte.example/sessie/${write(wish, items)}`, minutes: total(items), now: new Date(Date.UTC(2026, 4, 31, 10, index % 60, 12)),
  };
  return { ...content, file: calendar(content) };
});
writeFileSync(/** @type {string} */ (process.env.OUT), JSON.stringify(made));
