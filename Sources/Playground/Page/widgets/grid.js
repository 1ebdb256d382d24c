// Grids of places over a plane, and the line on which what was asked there takes a value.

import { kit } from "../engine/kit.js";

/**
 * Returns the pieces of the line, each two points, with a gap after it.
 * @param {ArrayLike<number>} values the field [rows, columns], row by row; what is missing or no number has no line
 * @param {number[]} xs where the columns lie [columns], evenly
 * @param {number[]} ys where the rows lie [rows], evenly
 * @param {number} level the value
 * @returns {[number, number][]} [3 · pieces]
 */
export function contour(values, xs, ys, level) {
  const field = new Float64Array(xs.length * ys.length).fill(NaN);
  field.set(Array.prototype.slice.call(values, 0, field.length));
  const ends = kit("contour", [level, ys.length, xs.length], field);
  const [place, line] = [(at, list) => list[0] + (at * (list.at(-1) - list[0])) / (list.length - 1), []];
  for (let index = 0; index < ends.length; index += 4) {
    line.push([place(ends[index], xs), place(ends[index + 1], ys)]);
    line.push([place(ends[index + 2], xs), place(ends[index + 3], ys)], [NaN, NaN]);
  }
  return line;
}

/** Returns evenly spaced numbers from the lower to the upper one. */
export function spaced([lower, upper], count) {
  return Array.from({ length: count }, (_, index) => lower + ((upper - lower) * index) / (count - 1));
}

/** Returns the points of a grid [rows · columns, 2], row by row. */
export function gridPoints(xs, ys) {
  return Float64Array.from(ys.flatMap((y) => xs.flatMap((x) => [x, y])));
}
