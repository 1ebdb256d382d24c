// The points that somebody drew: {x, y, label}.

/** How many there may be: the address of the page holds all of them. */
export const mostPoints = 300;

/** How far the plane reaches on which they are drawn, on each side of 0. */
export const reach = 2;

/** From so many points on, a fifth of them validates. */
export const enoughToValidate = 20;

/** A coordinate as it is kept: two digits after the point. */
export const rounded = (coordinate) => Math.round(coordinate * 100) / 100;

/** The points as a text for an address: hundredths and the class, `-25.130.1_40.7.0`. */
export const pointsText = (points) =>
  points.map(({ x, y, label }) => [Math.round(x * 100), Math.round(y * 100), label].join(".")).join("_");

/** The points of such a text, or undefined if it is none. */
export function pointsFrom(text) {
  const parts = text.split("_");
  if (parts.length > mostPoints) return undefined;
  const points = parts.map((part) => {
    const match = /^(-?\d{1,3})\.(-?\d{1,3})\.([01])$/.exec(part);
    return match && { x: match[1] / 100, y: match[2] / 100, label: Number(match[3]) };
  });
  return points.every((point) => point && Math.max(Math.abs(point.x), Math.abs(point.y)) <= reach) ? points : undefined;
}
