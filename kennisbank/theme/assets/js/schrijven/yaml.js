// The file: the fields as YAML that is read as it was typed, and the text below them.

const BREED = 100; // characters of a list on one line

/** A text between double quotes, so that nothing in it means anything: only a backslash and a quote must be escaped. */
export function aanhaling(tekst) {
  return `"${tekst.replace(/[\\"]/g, "\\$&")}"`;
}

/** One field, or nothing when it is empty. What is not free text has a form that needs no quotes. */
function veld(naam, { soort, veel }, waarde) {
  if (soort === "flag") return waarde ? `${naam}: true\n` : "";
  if (!waarde.length) return "";
  const vrij = ["text", "period", "range"].includes(soort);
  const vorm = vrij ? aanhaling : (slug) => slug;
  if (!veel) return `${naam}: ${vorm(waarde)}\n`;
  const opEenRegel = `${naam}: [${waarde.map(vorm).join(", ")}]\n`;
  if (!vrij || opEenRegel.length <= BREED) return opEenRegel;
  return `${naam}:\n${waarde.map((deel) => `  - ${vorm(deel)}\n`).join("")}`;
}

/** The text: each part that is not empty under its heading, unless it begins with a heading of its own. */
export function lichaam(koppen, delen) {
  return Object.entries(koppen)
    .filter(([naam]) => delen[naam])
    .map(([naam, kop]) => (kop && !/^#{2,6}\s/.test(delen[naam]) ? `## ${kop}\n\n${delen[naam]}` : delen[naam]))
    .join("\n\n");
}

/** The whole file: `velden` describes the fields in their order, `waarden` and `delen` are what was filled in. */
export function bestand(velden, waarden, koppen, delen) {
  const kop = Object.entries(velden).map(([naam, spec]) => veld(naam, spec, waarden[naam])).join("");
  return `---\n${kop}---\n\n${lichaam(koppen, delen)}\n`;
}
