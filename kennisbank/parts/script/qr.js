// The QR code of an address, as a drawing that screens and printers show sharp at every size.
import { correction, generate, mode } from "./derden/lean-qr.js";
import { draw } from "./elements.js";

/** Modules of white around the code: a reader needs them (ISO/IEC 18004). */
const MARGIN = 4;

/** The largest code (117 modules, 997 characters): a phone does not read a larger one from a sheet of paper. */
const LARGEST = 25;

/**
 * An `<svg role="img">` with this text as a QR code and this title as its name; null when the text is too long for one.
 * Black on white in a dark scheme too: many readers do not know the reverse.
 * @param {string} text
 * @param {string} title
 */
export function qr(text, title) {
  /** @type {import("./derden/lean-qr.js").Bitmap2D} */
  let code;
  try {
    code = generate(text, {
      minCorrectionLevel: correction.M,
      maxVersion: LARGEST,
      modes: [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8],
    });
  } catch {
    return null;
  }
  const side = code.size + 2 * MARGIN;
  return draw("svg", { class: "rb-qr", role: "img", "aria-label": title, viewBox: `0 0 ${side} ${side}` },
    draw("rect", { width: side, height: side, fill: "#fff" }),
    draw("path", { d: banen(code), fill: "#000", "shape-rendering": "crispEdges" }));
}

/**
 * Black modules beside each other are one bar: a fifth of the characters of a square each.
 * @param {import("./derden/lean-qr.js").Bitmap2D} code
 */
function banen(code) {
  let path = "";
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      const begin = x;
      while (code.get(x + 1, y)) x++;
      const long = x + 1 - begin;
      path += `M${begin + MARGIN} ${y + MARGIN}h${long}v1h-${long}z`;
    }
  }
  return path;
}
