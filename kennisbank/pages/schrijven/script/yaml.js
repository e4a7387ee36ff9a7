// The file: the fields as YAML that is read as it was typed, and the text below them.

/** @typedef {Record<string, string | boolean | readonly string[]>} Waarden */
/** @typedef {{ readonly soort: string, readonly veel: boolean }} Beschrijving */

const BREED = 100; // characters of a list on one line

/**
 * A text between double quotes, so that nothing in it means anything: only a backslash and a quote must be escaped.
 * @param {string} tekst
 */
export function aanhaling(tekst) {
  return `"${tekst.replace(/[\\"]/g, "\\$&")}"`;
}

/**
 * One field, or nothing when it is empty. What is not free text has a form that needs no quotes.
 * @param {string} naam
 * @param {Beschrijving} beschrijving
 * @param {string | boolean | readonly string[]} waarde
 */
function veld(naam, { soort, veel }, waarde) {
  if (soort === "flag") return waarde ? `${naam}: true\n` : "";
  if (typeof waarde === "boolean" || !waarde.length) return "";
  const vrij = ["text", "period", "range"].includes(soort);
  const vorm = vrij ? aanhaling : (/** @type {string} */ slug) => slug;
  if (!veel || typeof waarde === "string") return `${naam}: ${vorm(/** @type {string} */ (waarde))}\n`;
  const opEenRegel = `${naam}: [${waarde.map(vorm).join(", ")}]\n`;
  if (!vrij || opEenRegel.length <= BREED) return opEenRegel;
  return `${naam}:\n${waarde.map((deel) => `  - ${vorm(deel)}\n`).join("")}`;
}

/**
 * The text: each part that is not empty under its heading, unless it begins with a heading of its own.
 * @param {Readonly<Record<string, string>>} koppen
 * @param {Readonly<Record<string, string>>} delen
 */
export function lichaam(koppen, delen) {
  return Object.entries(koppen)
    .filter(([naam]) => delen[naam])
    .map(([naam, kop]) => (kop && !/^#{2,6}\s/.test(delen[naam]) ? `## ${kop}\n\n${delen[naam]}` : delen[naam]))
    .join("\n\n");
}

/**
 * The whole file: `velden` describes the fields in their order, `waarden` and `delen` are what was filled in.
 * @param {Readonly<Record<string, Beschrijving>>} velden
 * @param {Waarden} waarden
 * @param {Readonly<Record<string, string>>} koppen
 * @param {Readonly<Record<string, string>>} delen
 */
export function bestand(velden, waarden, koppen, delen) {
  const kop = Object.entries(velden).map(([naam, spec]) => veld(naam, spec, waarden[naam])).join("");
  return `---\n${kop}---\n\n${lichaam(koppen, delen)}\n`;
}
