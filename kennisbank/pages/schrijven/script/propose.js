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

/** @typedef {{ nieuw?: string, omweg?: string, langste?: string }} Spot where the forge makes a file, as the page says it */

/**
 * How long an address is for who has to log in first: the forge then has the whole of it, encoded once more, in the
 * address of the page to log in.
 * @param {string} address
 * @param {string} detour what stands before it there
 */
export function lengthOf(address, detour) {
  return detour.length + encodeURIComponent(address).length;
}

/**
 * What goes along to the forge: the first of these contents with which somebody who has to log in arrives as well, or
 * only the name of the file. `whole` says that it is the first of them; `direct` is the address that has all of it, for
 * who is logged in already, where that one fits.
 * @param {Spot} spot
 * @param {string} name
 * @param {readonly string[]} contents from long to short
 */
export function taken({ nieuw = "", omweg = "", langste = "" }, name, contents) {
  const addresses = [...contents, ""].map((content) => addressFor(nieuw, name, content));
  const fits = addresses.findIndex((address) => lengthOf(address, omweg) <= Number(langste));
  const address = addresses.at(fits) ?? "";
  return { address, whole: fits === 0, direct: addresses[0].length <= Number(langste) ? addresses[0] : "" };
}

/**
 * Open an address in a tab of its own, which cannot reach this one.
 * @param {string} address
 */
export function open(address) {
  Object.assign(document.createElement("a"), { href: address, target: "_blank", rel: "noopener" }).click();
}
