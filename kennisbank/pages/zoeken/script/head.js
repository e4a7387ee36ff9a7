// The head of the page, which makes room on a phone for what was found.

const SMALL = "rb-zoek-hoofd--klein";

/**
 * Fold the head, or open it again. Where the reader was, the page stays: what has the focus keeps its place on the screen, as
 * far as the page can be scrolled.
 * @param {HTMLElement} head
 * @param {boolean} small
 * @param {HTMLElement} input
 */
export function fold(head, small, input) {
  if (head.classList.contains(SMALL) === small) return;
  const active = document.activeElement;
  const fixed = active && active !== document.body ? active : input;
  const before = fixed.getBoundingClientRect().top;
  head.classList.toggle(SMALL, small);
  if (window.scrollY) window.scrollBy({ top: fixed.getBoundingClientRect().top - before, behavior: "instant" });
}
