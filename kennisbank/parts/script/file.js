// A file of this site's own, to take along what a browser keeps: its name, and what is in one that somebody chose.

/** @typedef {keyof typeof SOORTEN} BestandSoort */
/** @typedef {Record<string, unknown>} Inhoud what somebody gave: its form is certain, what is in it is not */

/** Bytes of the largest file that is read: far more than anybody writes, and little enough for any browser. */
export const GROOTST = 5 * 1024 * 1024;

const SOORTEN = {
  "ruimte-concepten": "In dit bestand staan concepten. Die zet je terug bij Schrijf een verhaal of Schrijf een werkvorm.",
  "ruimte-selectie": "In dit bestand staat een selectie. Die zet je terug bij Mijn selectie.",
};
const VREEMD = "Dit bestand is hier niet gemaakt, of het is beschadigd. Er is niets veranderd.";

/**
 * The name of a file with its day: "ruimte-selectie-2026-05-31.json".
 * @param {BestandSoort} soort
 */
export function dagnaam(soort, dag = new Date()) {
  const delen = [dag.getFullYear(), dag.getMonth() + 1, dag.getDate()].map((deel) => String(deel).padStart(2, "0"));
  return `${soort}-${delen.join("-")}.json`;
}

/**
 * The text of a file of this kind with `inhoud`, an object, in it.
 * @param {BestandSoort} soort
 * @param {number} versie
 * @param {object} inhoud
 * @param {Date} [nu]
 */
export function inpakken(soort, versie, inhoud, nu = new Date()) {
  return `${JSON.stringify({ soort, versie, gemaakt: nu.toISOString(), ...inhoud }, null, 1)}\n`;
}

/**
 * What a text holds when it is such a file: `{ gelezen }`, else `{ fout }` with a sentence.
 * @param {string} tekst
 * @param {BestandSoort} soort
 * @param {number} versie
 * @returns {{ gelezen: Inhoud, fout?: undefined } | { gelezen?: undefined, fout: string }}
 */
export function uitpakken(tekst, soort, versie) {
  let gelezen;
  try {
    gelezen = JSON.parse(tekst);
  } catch {
    return { fout: VREEMD };
  }
  if (!gelezen || typeof gelezen !== "object" || !Object.hasOwn(SOORTEN, gelezen.soort)) return { fout: VREEMD };
  if (gelezen.soort !== soort) return { fout: SOORTEN[/** @type {BestandSoort} */ (gelezen.soort)] };
  if (Number.isInteger(gelezen.versie) && gelezen.versie > versie) {
    return { fout: "Dit bestand is gemaakt met een nieuwere versie van deze site. Laad de pagina opnieuw en probeer het nog eens." };
  }
  return gelezen.versie === versie ? { gelezen } : { fout: VREEMD };
}

/**
 * Read a file that somebody chose.
 * @param {File} bestand
 * @param {BestandSoort} soort
 * @param {number} versie
 * @returns {Promise<ReturnType<typeof uitpakken>>}
 */
export async function leesBestand(bestand, soort, versie) {
  if (/\.md$/i.test(bestand.name)) {
    return { fout: `Dit is het bestand om in te sturen. Kies het bestand waarvan de naam begint met “${soort}”.` };
  }
  if (bestand.size > GROOTST) return { fout: `Dit bestand is te groot. Hooguit ${GROOTST / 1024 / 1024} MB kan.` };
  try {
    return uitpakken(await bestand.text(), soort, versie);
  } catch {
    return { fout: "Dit bestand is niet te lezen. Er is niets veranderd." };
  }
}
