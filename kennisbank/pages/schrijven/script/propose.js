// To the forge: its address with the file in it, or the file to take along.

// What may stand in a query as it is; so that a longer text fits.
/** @type {Record<string, string>} */
const PLAIN = { "%20": "+", "%3A": ":", "%2F": "/", "%2C": ",", "%3F": "?", "%40": "@" };

/** @param {string} text */
function encoded(text) {
  return encodeURIComponent(text).replace(/%(?:20|3A|2F|2C|3F|40)/g, (draw) => PLAIN[draw]);
}

/**
 * The address that opens a new file on the forge; `template` has `{name}` and `{content}` where those belong.
 * @param {string} template
 * @param {string} name
 * @param {string} content
 */
export function addressFor(template, name, content) {
  if (!content) return template.replace(/[?&]value=\{inhoud\}/, "").replace("{naam}", encoded(name));
  return template.replace(/\{(naam|inhoud)\}/g, (_, what) => encoded(what === "naam" ? name : content));
}

/**
 * Open an address in a tab of its own, which cannot reach this one.
 * @param {string} address
 */
export function open(address) {
  Object.assign(document.createElement("a"), { href: address, target: "_blank", rel: "noopener" }).click();
}

/**
 * Copy a text; tells whether that went well. Without a clipboard `box`, which holds the text, is selected.
 * @param {string} text
 * @param {HTMLTextAreaElement} box
 */
export async function copy(text, box) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    /** @type {HTMLDetailsElement} */ (box.closest("details")).open = true;
    box.focus();
    box.select();
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  }
}
