// Numbers as people read them.

/** A number with so many digits that count: `0.03`, `0.005933`, `253.3`, `1.2e-9`. */
export function significant(number, digits = 4) {
  if (!Number.isFinite(number)) return Number.isNaN(number) ? "NaN" : number < 0 ? "−∞" : "∞";
  if (number === 0) return "0";
  const size = Math.abs(number);
  const isPlain = size >= 1e-4 && size < 1e6;
  const text = isPlain ? String(Number(number.toPrecision(digits))) : number.toExponential(digits - 1);
  return text.replace(/\.?0+e/, "e").replaceAll("-", "−").replace("e+", "e");
}

/** A number with so many digits after the point. */
export function fixed(number, digits = 4) {
  return Number.isFinite(number) ? number.toFixed(digits).replace("-", "−") : significant(number);
}

/** A share as per cent: `84.9 %`. */
export function percent(share) { return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : "–"; }

/** A count with a thin space between thousands. */
export function grouped(count) { return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, "\u202f"); }
