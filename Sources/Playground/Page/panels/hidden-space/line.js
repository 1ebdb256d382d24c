// The separating line w1·a1 + w2·a2 + b = 0 in the plane of two hidden units.

/** The line that the output weights of a network describe; its parameters are the last three. */
export function lineOf(parameters) {
  const [w1, w2, b] = parameters.slice(-3);
  return { w1, w2, b };
}

/** Returns two points of the line inside of a rectangle, a quarter from either end; null if it does not pass there. */
export function pointsOn({ w1, w2, b }, x, y) {
  const ends = [
    ...x.map((a1) => [a1, -(w1 * a1 + b) / w2]), ...y.map((a2) => [-(w2 * a2 + b) / w1, a2]),
  ].filter(([a1, a2]) => isInside(a1, x) && isInside(a2, y)).sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  if (ends.length < 2) return null;
  const [first, last] = [ends[0], ends.at(-1)];
  const between = (share) => first.map((start, axis) => start + share * (last[axis] - start));
  return [between(0.25), between(0.75)];
}

function isInside(value, [lower, upper]) {
  const slack = 1e-9 * (upper - lower);
  return value >= lower - slack && value <= upper + slack;
}

/** How far a point lies from the line. */
export function distance({ w1, w2, b }, [a1, a2]) { return Math.abs(w1 * a1 + w2 * a2 + b) / Math.hypot(w1, w2); }

/** Returns the line through two points whose weights are as large as before and look to the same side. */
export function lineThrough([p1, p2], [q1, q2], { w1, w2 }) {
  const length = Math.hypot(q1 - p1, q2 - p2);
  if (!(length > 1e-6)) return null;
  const size = Math.hypot(w1, w2) || 1;
  const side = w1 * (p2 - q2) + w2 * (q1 - p1) < 0 ? -1 : 1;
  const [n1, n2] = [(side * size * (p2 - q2)) / length, (side * size * (q1 - p1)) / length];
  return { w1: n1, w2: n2, b: -(n1 * p1 + n2 * p2) };
}

/** Counts the points that lie on the side of the other class; what is no number lies on neither side. */
export function wrongSide({ w1, w2, b }, points, labels) {
  return points.filter(([a1, a2], index) => {
    const height = w1 * a1 + w2 * a2 + b;
    return !(labels[index] === 1 ? height >= 0 : height < 0);
  }).length;
}
