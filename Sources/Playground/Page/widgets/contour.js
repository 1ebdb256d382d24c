// The line on which a field takes a value: marching squares.

/**
 * Returns the pieces of the line, each two points, with a gap after it.
 * @param {ArrayLike<number>} values the field [rows, columns], row by row; what is missing or no number has no line
 * @param {number[]} xs where the columns lie [columns]
 * @param {number[]} ys where the rows lie [rows]
 * @param {number} level the value
 * @returns {[number, number][]} [3 · pieces]
 */
export function contour(values, xs, ys, level) {
  const pieces = [];
  const width = xs.length;
  for (let row = 0; row + 1 < ys.length; row++) {
    for (let column = 0; column + 1 < width; column++) {
      const place = row * width + column;
      const [a, b, c, d] = [values[place], values[place + 1], values[place + width], values[place + width + 1]];
      // Most squares lie wholly on one side.
      if (a < level === b < level && a < level === c < level && a < level === d < level) continue;
      const corners = [[column, row], [column + 1, row], [column + 1, row + 1], [column, row + 1]];
      const heights = corners.map(([x, y]) => values[y * width + x] - level);
      const crossings = [];
      for (let side = 0; side < 4; side++) {
        const [here, there] = [heights[side], heights[(side + 1) % 4]];
        if (!Number.isFinite(here + there) || here < 0 === there < 0) continue;
        const share = here / (here - there);
        const [[x0, y0], [x1, y1]] = [corners[side], corners[(side + 1) % 4]];
        crossings.push([xs[x0] + share * (xs[x1] - xs[x0]), ys[y0] + share * (ys[y1] - ys[y0])]);
      }
      for (let index = 0; index + 1 < crossings.length; index += 2) {
        pieces.push(crossings[index], crossings[index + 1], [NaN, NaN]);
      }
    }
  }
  return pieces;
}

/** Returns evenly spaced numbers from the lower to the upper one. */
export function spaced([lower, upper], count) {
  return Array.from({ length: count }, (_, index) => lower + ((upper - lower) * index) / (count - 1));
}

/** Returns the points of a grid [rows · columns, 2], row by row. */
export function gridPoints(xs, ys) {
  return Float64Array.from(ys.flatMap((y) => xs.flatMap((x) => [x, y])));
}
