// The plane of the two features: which part of it is shown, and where a place of it lies on a canvas.

import { gridPoints, spaced } from "../../widgets/grid.js";
import { axis } from "../../widgets/axes.js";
import { reach } from "../data/points.js";

/** Returns {left, right, bottom, top}: room for all examples of a source, in their own units. */
export function domainOf(source, kind) {
  if (kind === "own") return { left: -reach, right: reach, bottom: -reach, top: reach };
  const ends = [[Infinity, -Infinity], [Infinity, -Infinity]];
  for (const { features } of [source.training, source.validation]) {
    features.forEach((value, index) => {
      const end = ends[index % 2];
      if (value < end[0]) end[0] = value;
      if (value > end[1]) end[1] = value;
    });
  }
  const width = ([lower, upper]) => (upper > lower ? upper - lower : 1);
  // Drawn data have one unit for both features; columns of a table have one each.
  const widest = Math.max(...ends.map(width));
  const [[left, right], [bottom, top]] = ends.map(([lower, upper]) => {
    const half = 0.56 * (kind === "table" ? width([lower, upper]) : widest) + (kind === "xor" ? 0.2 : 0);
    return [(lower + upper) / 2 - half, (lower + upper) / 2 + half];
  });
  return { left, right, bottom, top };
}

/** Where a domain lies on a canvas of a size: an axis for each feature, with room for numbers at the left and below. */
export class Plane {
  constructor({ left, right, bottom, top }, width, height) {
    this.horizontal = axis([left, right], 44, width - 8);
    this.vertical = axis([bottom, top], height - 42, 20);
  }

  /** The pixel of an example of a list. */
  pixel(features, index) {
    return [this.horizontal.position(features[2 * index]), this.vertical.position(features[2 * index + 1])];
  }

  /** The place of a pixel. */
  place(x, y) { return [this.horizontal.value(x), this.vertical.value(y)]; }
}

/** A grid of places over a domain, row by row from the top: [count · count, 2]. */
export const gridOf = ({ left, right, bottom, top }, count) =>
  gridPoints(spaced([left, right], count), spaced([top, bottom], count));
