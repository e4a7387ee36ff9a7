// The day that counts as today: that of the Netherlands, wherever somebody writes, for so the check has it.

const PARTS = new Intl.DateTimeFormat("en", { timeZone: "Europe/Amsterdam", calendar: "gregory", numberingSystem: "latn", year: "numeric", month: "2-digit", day: "2-digit" });

/**
 * Today as a file has it: `2026-07-01`.
 * @param {Date} [now]
 */
export function today(now = new Date()) {
  const parts = Object.fromEntries(PARTS.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}
