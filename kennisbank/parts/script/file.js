// A file of this site's own, to take along what a browser keeps: its name, and what is in one that somebody chose.

/** @typedef {keyof typeof KINDS} FileKind */
/** @typedef {Record<string, unknown>} Content what somebody gave: its form is certain, what is in it is not */

/** Bytes of the largest file that is read: far more than anybody writes, and little enough for any browser. */
export const LARGEST = 5 * 1024 * 1024;

const KINDS = {
  "ruimte-concepten": "In dit bestand staan concepten. Die zet je terug bij een formulier om te schrijven.",
  "ruimte-selectie": "In dit bestand staat een selectie. Die zet je terug bij Mijn selectie.",
};
const ODD = "Dit bestand is hier niet gemaakt, of het is beschadigd. Er is niets veranderd.";

/**
 * The name of a file with its day: "ruimte-selectie-2026-05-31.json".
 * @param {FileKind} soort
 */
export function dayName(soort, day = new Date()) {
  return dated(soort, "json", day);
}

/**
 * The name of any file with its day.
 * @param {string} name
 * @param {string} ending
 * @param {Date} [day]
 */
export function dated(name, ending, day = new Date()) {
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${name}-${parts.join("-")}.${ending}`;
}

/**
 * Give a file to who asked for it.
 * @param {string} name
 * @param {string} text
 * @param {string} [soort]
 */
export function download(name, text, soort = "text/markdown") {
  const address = URL.createObjectURL(new Blob([text], { type: `${soort};charset=utf-8` }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * The text of a file of this kind with `content`, an object, in it.
 * @param {FileKind} soort
 * @param {number} versie
 * @param {object} content
 * @param {Date} [now]
 */
export function packed(soort, versie, content, now = new Date()) {
  return `${JSON.stringify({ soort, versie, gemaakt: now.toISOString(), ...content }, null, 1)}\n`;
}

/**
 * What a text holds when it is such a file: `{ parsed }`, else `{ error }` with a sentence.
 * @param {string} text
 * @param {FileKind} soort
 * @param {number} versie
 * @returns {{ parsed: Content, error?: undefined } | { parsed?: undefined, error: string }}
 */
export function unpacked(text, soort, versie) {
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { error: ODD };
  }
  if (!parsed || typeof parsed !== "object" || !Object.hasOwn(KINDS, parsed.soort)) return { error: ODD };
  if (parsed.soort !== soort) return { error: KINDS[/** @type {FileKind} */ (parsed.soort)] };
  if (Number.isInteger(parsed.versie) && parsed.versie > versie) {
    return { error: "Dit bestand is gemaakt met een nieuwere versie van deze site. Laad de pagina opnieuw en probeer het nog eens." };
  }
  return parsed.versie === versie ? { parsed } : { error: ODD };
}

/**
 * Read a file that somebody chose.
 * @param {File} file
 * @param {FileKind} soort
 * @param {number} versie
 * @returns {Promise<ReturnType<typeof unpacked>>}
 */
export async function readFile(file, soort, versie) {
  if (/\.md$/i.test(file.name)) {
    return { error: `Dit is het bestand om in te sturen. Kies het bestand waarvan de naam begint met “${soort}”.` };
  }
  if (file.size > LARGEST) return { error: `Dit bestand is te groot. Hooguit ${LARGEST / 1024 / 1024} MB kan.` };
  try {
    return unpacked(await file.text(), soort, versie);
  } catch {
    return { error: "Dit bestand is niet te lezen. Er is niets veranderd." };
  }
}
