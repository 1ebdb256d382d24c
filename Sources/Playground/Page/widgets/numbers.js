// Numbers as people read them: the kit's own text, with a minus that is as wide as a plus.

import { text } from "../engine/kit.js";

const written = (style, number, digits) =>
  text("numberText", [style, number, digits]).replaceAll("-", "−").replace("e+", "e");

/** A number with so many digits that count: `0.03`, `0.005933`, `253.3`, `1.2e−9`. */
export function significant(number, digits = 4) {
  if (!Number.isFinite(number)) return Number.isNaN(number) ? "NaN" : number < 0 ? "−∞" : "∞";
  return written(1, number, digits);
}

/** A number with so many digits after the point. */
export function fixed(number, digits = 4) {
  return Number.isFinite(number) ? written(0, number, digits) : significant(number);
}

/** A share as per cent: `84.9 %`. */
export function percent(share) { return Number.isFinite(share) ? `${fixed(100 * share, 1)} %` : "–"; }

/** A count with a thin space between thousands. */
export function grouped(count) { return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, "\u202f"); }
