// From strokes of a pen to the 8×8 pixels that the network reads.
//
// The digits of the course were written on forms, scaled to 32×32 points that are ink or paper, and counted in blocks of 4×4: so a
// pixel says how many of 16 points are ink. The same is done here with what is drawn.

/** The rows and columns of a digit's picture. */
export const side = 8;
const points = 4 * side;

/** Half the width of the pen, in points of the larger picture. */
const penRadius = 1.9;

/** The least height of what is drawn, as a share of the pad: a dot is not blown up. */
const leastSize = 0.35;

/**
 * Returns the 64 pixels, row by row, from 0 for paper to 1 for ink.
 * @param {[number, number][][]} strokes each a list of places [x, y] on the pad, from 0 to 1
 */
export function pixelsOf(strokes) {
  const pixels = new Float64Array(side * side);
  const places = strokes.flat();
  if (places.length === 0) return pixels;
  const segments = scaled(strokes, places).flatMap((stroke) =>
    stroke.map((place, index) => [stroke[Math.max(index - 1, 0)], place]));
  for (let row = 0; row < points; row++) {
    for (let column = 0; column < points; column++) {
      const point = [column + 0.5, row + 0.5];
      if (segments.some((segment) => distance(point, segment) <= penRadius)) {
        pixels[side * Math.floor(row / 4) + Math.floor(column / 4)] += 1 / 16;
      }
    }
  }
  return pixels;
}

/** Puts the strokes into the middle of the larger picture, as high or as wide as it has room for. */
function scaled(strokes, places) {
  const ends = [0, 1].map((axis) => {
    const values = places.map((place) => place[axis]);
    return [Math.min(...values), Math.max(...values)];
  });
  const size = Math.max(...ends.map(([least, most]) => most - least), leastSize);
  const scale = (points - 2 * penRadius) / size;
  const middle = ends.map(([least, most]) => (least + most) / 2);
  return strokes.map((stroke) => stroke.map((place) =>
    place.map((value, axis) => (value - middle[axis]) * scale + points / 2)));
}

/** How far a point is from a piece of a line. */
function distance([x, y], [[x1, y1], [x2, y2]]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length ? Math.min(Math.max(((x - x1) * dx + (y - y1) * dy) / length, 0), 1) : 0;
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
