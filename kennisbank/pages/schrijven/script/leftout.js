// What a writer reads after a paste: which marks came along, and what did not.

/** @typedef {import("./clipboard.js").Left & { noten: number }} Left */

const SHOWN = 3; // addresses that are named
/** @type {readonly [string, string][]} */
const NAMES = [
  ["kop", "## voor een tussenkop"],
  ["bold", "** om vette tekst"],
  ["italic", "* om schuine tekst"],
  ["struck", "~~ om doorgestreepte tekst"],
  ["lijst", "- of een nummer voor een lijst"],
  ["tabel", "| tussen de vakken van een tabel"],
  ["link", "[ ]( ) voor een link"],
  ["noot", "[^1] voor een noot"],
];

/**
 * The sentences for who pasted: `over` is what did not come along, `made` what was made. Nothing is said of words alone.
 * @param {Left} over
 * @param {{ tekst: string, soorten: ReadonlySet<string> }} made
 * @param {{ email: RegExp, persoonlijk: boolean }} rules
 */
export function told(over, { tekst, soorten }, { email, persoonlijk }) {
  const marks = NAMES.filter(([soort]) => soorten.has(soort)).map(([, name]) => name);
  const lines = [
    marks.length ? `De opmaak is meegekomen, als tekens in de tekst: ${listed(marks)}.` : "",
    counted(over.afbeeldingen, "Een afbeelding kwam niet mee. Die komt later, als de tekst er staat.", "afbeeldingen kwamen niet mee. Die komen later, als de tekst er staat."),
    over.wijzigingen ? "Er stonden nog wijzigingen in met doorhalen en bijschrijven. Wat was bijgeschreven staat er nu, wat was doorgehaald niet. Lees na of het klopt." : "",
    counted(over.opmerkingen, "Een opmerking in de kantlijn kwam niet mee.", "opmerkingen in de kantlijn kwamen niet mee."),
    counted(over.noten, "Van een noot kwam de tekst niet mee, want die was niet gekopieerd. Het cijfer is weg.", "noten hadden geen tekst, want die was niet gekopieerd. De cijfers zijn weg."),
    counted(over.links, "Een link ging niet naar een site. Alleen de woorden staan er.", "links gingen niet naar een site. Alleen de woorden staan er."),
    ...mails(over.mail, tekst, email, persoonlijk),
  ].filter(Boolean);
  if (lines.length && tekst) lines.push("Liever niet? Maak het plakken ongedaan met Ctrl+Z. Alleen de woorden plakken: Ctrl+Shift+V. Op een Mac is Ctrl de Cmd-toets.");
  return lines;
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} more
 */
function counted(count, one, more) {
  return count > 1 ? `${count} ${more}` : count ? one : "";
}

/** @param {readonly string[]} names */
function listed(names) {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} en ${names.at(-1)}` : names[0];
}

/**
 * The addresses of mail that stand in the text, and those of which only a link went.
 * @param {readonly string[]} linked
 * @param {string} text
 * @param {RegExp} email
 * @param {boolean} persoonlijk
 */
function mails(linked, text, email, persoonlijk) {
  const bare = text.replaceAll("\\", "").replace(/https?:\/\/\S+/g, "");
  const there = [...new Set([...bare.matchAll(new RegExp(email.source, `${email.flags.replace("g", "")}g`))].map(([address]) => address))];
  const gone = linked.filter((address) => !there.includes(address));
  return [
    there.length && persoonlijk ? `Er staat een e-mailadres in: ${shown(there)}. Haal het weg: op de site staan geen gegevens van personen.` : "",
    gone.length ? `Een link naar een e-mailadres (${shown(gone)}) kwam niet mee. Alleen de woorden staan er.` : "",
  ];
}

/** @param {readonly string[]} addresses */
function shown(addresses) {
  return addresses.slice(0, SHOWN).join(", ") + (addresses.length > SHOWN ? ` en nog ${addresses.length - SHOWN}` : "");
}
