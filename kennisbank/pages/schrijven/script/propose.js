// To the forge: its address with the file in it, or the file to take along.

// What may stand in a query as it is; so that a longer text fits.
/** @type {Record<string, string>} */
const GEWOON = { "%20": "+", "%3A": ":", "%2F": "/", "%2C": ",", "%3F": "?", "%40": "@" };

/** @param {string} tekst */
function gecodeerd(tekst) {
  return encodeURIComponent(tekst).replace(/%(?:20|3A|2F|2C|3F|40)/g, (teken) => GEWOON[teken]);
}

/**
 * The address that opens a new file on the forge; `sjabloon` has `{naam}` and `{inhoud}` where those belong.
 * @param {string} sjabloon
 * @param {string} naam
 * @param {string} inhoud
 */
export function adresVoor(sjabloon, naam, inhoud) {
  if (!inhoud) return sjabloon.replace(/[?&]value=\{inhoud\}/, "").replace("{naam}", gecodeerd(naam));
  return sjabloon.replace(/\{(naam|inhoud)\}/g, (_, wat) => gecodeerd(wat === "naam" ? naam : inhoud));
}

/**
 * Open an address in a tab of its own, which cannot reach this one.
 * @param {string} adres
 */
export function open(adres) {
  Object.assign(document.createElement("a"), { href: adres, target: "_blank", rel: "noopener" }).click();
}

/**
 * Copy a text; tells whether that went well. Without a clipboard `vak`, which holds the text, is selected.
 * @param {string} tekst
 * @param {HTMLTextAreaElement} vak
 */
export async function kopieer(tekst, vak) {
  try {
    await navigator.clipboard.writeText(tekst);
    return true;
  } catch {
    /** @type {HTMLDetailsElement} */ (vak.closest("details")).open = true;
    vak.focus();
    vak.select();
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  }
}

/**
 * Give a file to who asked for it.
 * @param {string} naam
 * @param {string} tekst
 * @param {string} [soort]
 */
export function download(naam, tekst, soort = "text/markdown") {
  const adres = URL.createObjectURL(new Blob([tekst], { type: `${soort};charset=utf-8` }));
  Object.assign(document.createElement("a"), { href: adres, download: naam }).click();
  setTimeout(() => URL.revokeObjectURL(adres), 10_000);
}
