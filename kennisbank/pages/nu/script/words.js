// How times and durations are said on the page of a meet-up.

import { MINUTE } from "./clock.js";

/** @param {number} minutes */
export const lasting = (minutes) => (minutes === 1 ? "1 minuut" : `${minutes} minuten`);

/**
 * "13:05", in the time of whoever looks.
 * @param {number} moment
 */
export const clock = (moment) => new Date(moment).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });

/**
 * "4:05", and with a sign what is more than there was: "+0:12". Hours are minutes too: "75:00".
 * @param {number} left milliseconds
 */
export function digits(left) {
  const seconds = left >= 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
  return `${left < 0 ? "+" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * What is still to go before something begins: "12 minuten", "2 uur en 5 minuten", "3 dagen".
 * @param {number} wait milliseconds
 */
export function until(wait) {
  const minutes = Math.max(1, Math.ceil(wait / MINUTE));
  if (minutes < 90) return lasting(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 ? `${hours} uur en ${lasting(minutes % 60)}` : `${hours} uur`;
  const days = Math.floor(hours / 24);
  return days === 1 ? "1 dag" : `${days} dagen`;
}

/**
 * When it ends, and how that differs from what was planned.
 * @param {number} end
 * @param {number} late milliseconds
 */
export function ending(end, late) {
  const minutes = Math.round(Math.abs(late) / MINUTE);
  const differs = minutes ? ` (${lasting(minutes)} ${late > 0 ? "later dan gepland" : "eerder dan gepland"})` : "";
  return `Eindigt om ${clock(end)}${differs}`;
}
