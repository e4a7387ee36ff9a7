// What was found as a file to take along: for a spreadsheet, or for a program.

/**
 * What a file says of a page that was found. A list of labels is empty where the page has none.
 * @typedef {{ soort: string, titel: string, adres: string, plaats: string, regio: string[], schooltype: string[], partnertype: string[], ruimtes: string[], speelde: string, samenvatting: string }} Row
 */

/** @type {[string, keyof Row][]} */
const COLUMNS = [
  ["soort", "soort"], ["titel", "titel"], ["adres", "adres"], ["plaats", "plaats"], ["regio", "regio"], ["schooltype", "schooltype"],
  ["soort partner", "partnertype"], ["ruimtes", "ruimtes"], ["speelde", "speelde"], ["samenvatting", "samenvatting"],
];
const MARK = "\ufeff"; // by which Excel knows that letters with accents follow

/**
 * A text as one cell. One that a spreadsheet would reckon with is made a text by an apostrophe.
 * @param {string} text
 */
export function cell(text) {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * Rows as CSV, as a Dutch Excel opens it.
 * @param {readonly Row[]} rows
 */
export function csv(rows) {
  const lines = [COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, field]) => [row[field]].flat().join(", ")))];
  return MARK + lines.map((line) => `${line.map(cell).join(";")}\r\n`).join("");
}

/**
 * Rows as JSON: a list of objects, in which what can be more than one is a list.
 * @param {readonly Row[]} rows
 */
export function json(rows) {
  const named = rows.map((row) => Object.fromEntries(COLUMNS.map(([name, field]) => [name, row[field]])));
  return `${JSON.stringify(named, null, 1)}\n`;
}
