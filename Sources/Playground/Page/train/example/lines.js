// Formulas as lines: a name, the formula with its numbers, what it gives and what the code gave.

import { significant } from "../../widgets/numbers.js";

/** A number as it stands in a formula. */
export const show = (number) => significant(number ?? NaN).replace(/^−.*/, "($&)");

/** A sum of products as a text; of many the first ones. */
export function sumText(pairs) {
  const shown = pairs.length > 5 ? pairs.slice(0, 3) : pairs;
  return shown.map(([one, other]) => `${show(one)} · ${show(other)}`).join(" + ")
    + (shown.length < pairs.length ? ` + … ${pairs.length - shown.length} more …` : "");
}

/** The sum itself. */
export const total = (pairs) => pairs.reduce((sum, [one, other]) => sum + one * other, 0);

/** A line: the name ends with = or ←, `expected` is what the formula gives and `actual` what the student's code gave. */
export const formula = (name, text, expected, actual) => ({ name, text, expected, actual });

/** Whether a formula gives what the code gave, as far as rounding allows. */
export function agrees({ expected, actual }) {
  return Object.is(expected, actual) || Math.abs(expected - actual) <= 1e-7 * Math.max(1e-3, Math.abs(expected));
}
