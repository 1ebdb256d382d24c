// Whether a slope by formula and one by central differences are the same: the course's own rule.

import { make } from "./elements.js";

/** How far two slopes are apart, compared with their size: |a − n| / max(1e-8, |a| + |n|). */
export function relativeError(analytic, numeric) {
  return Math.abs(analytic - numeric) / Math.max(1e-8, Math.abs(analytic) + Math.abs(numeric));
}

/** Whether two slopes agree: to 1e-6 of their size, or to 1e-9. */
export function agree(analytic, numeric) {
  return Math.abs(analytic - numeric) <= 1e-9 || relativeError(analytic, numeric) <= 1e-6;
}

/** Returns words with the sign and the colour of what is right or wrong; with `isRight` null it is neither. */
export function verdict(isRight, words) {
  if (isRight === null) return make("span", { class: "verdict" }, words);
  return make("span", { class: `verdict ${isRight ? "is-right" : "is-wrong"}` }, `${isRight ? "✓" : "✗"} ${words}`);
}
