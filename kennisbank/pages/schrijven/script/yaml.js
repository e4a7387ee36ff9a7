// The file: the fields as YAML that is read as it was typed, and the text below them.

/** @typedef {Record<string, string | boolean | readonly string[]>} Values */
/** @typedef {{ readonly soort: string, readonly veel: boolean, readonly vinkje?: string }} Description */

const WIDE = 100; // characters of a list on one line

/**
 * A text between double quotes, so that nothing in it means anything: only a backslash and a quote must be escaped.
 * @param {string} text
 */
export function quotation(text) {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

/**
 * One field, or nothing when it is empty. What is not free text has a form that needs no quotes.
 * @param {string} name
 * @param {Description} beschrijving
 * @param {string | boolean | readonly string[]} value
 */
function field(name, { soort, veel: many, vinkje: ticked }, value) {
  if (soort === "flag") return value ? `${name}: ${ticked}\n` : "";
  if (typeof value === "boolean" || !value.length) return "";
  const free = ["text", "period", "range"].includes(soort);
  const shape = free ? quotation : (/** @type {string} */ slug) => slug;
  if (!many || typeof value === "string") return `${name}: ${shape(/** @type {string} */ (value))}\n`;
  const onOneLine = `${name}: [${value.map(shape).join(", ")}]\n`;
  if (!free || onOneLine.length <= WIDE) return onOneLine;
  return `${name}:\n${value.map((part) => `  - ${shape(part)}\n`).join("")}`;
}

/**
 * The text: each part that is not empty under its heading, unless it begins with a heading of its own.
 * @param {Readonly<Record<string, string>>} headings
 * @param {Readonly<Record<string, string>>} parts
 */
export function body(headings, parts) {
  return Object.entries(headings)
    .filter(([name]) => parts[name])
    .map(([name, heading]) => (heading && !/^#{2,6}\s/.test(parts[name]) ? `## ${heading}\n\n${parts[name]}` : parts[name]))
    .join("\n\n");
}

/**
 * The pictures of a text, as a list of fields.
 * @param {readonly (readonly [string, { readonly soort: string }])[]} fields
 * @param {readonly Readonly<Record<string, string>>[]} pictures
 */
function beelden(fields, pictures) {
  if (!pictures.length) return "";
  const rows = pictures.map((picture) => {
    const known = fields.filter(([name]) => picture[name]);
    const lines = known.map(([name, { soort }]) => `${name}: ${soort === "text" && name !== "bestand" ? quotation(picture[name]) : picture[name]}\n`);
    return `  - ${lines.join("    ")}`;
  });
  return `beelden:\n${rows.join("")}`;
}

/**
 * The whole file: `fields` describes the fields in their order, `values` and `parts` are what was filled in, and `photo`
 * the fields of a picture with the pictures.
 * @param {Readonly<Record<string, Description>>} fields
 * @param {Values} values
 * @param {Readonly<Record<string, string>>} headings
 * @param {Readonly<Record<string, string>>} parts
 * @param {{ fields: readonly (readonly [string, { readonly soort: string }])[], pictures: readonly Readonly<Record<string, string>>[] }} photo
 */
export function file(fields, values, headings, parts, photo = { fields: [], pictures: [] }) {
  const heading = Object.entries(fields).map(([name, spec]) => field(name, spec, values[name])).join("") + beelden(photo.fields, photo.pictures);
  return `---\n${heading}---\n\n${body(headings, parts)}\n`;
}
