// Examples on a canvas: each class has a colour and a shape, filled to learn from, outlined to validate with.

import { shapePath } from "../../widgets/shapes.js";
import { likeliest } from "./regions.js";

/** The outlines of the marks of some examples, as a path. */
const marksOf = (plane, { features, labels }, size, isWanted) => new Path2D(Array.from(labels, (label, index) =>
  (isWanted(label, index) ? shapePath(label, ...plane.pixel(features, index), 1.1 * size) : "")).join(""));

/** Draws all examples of a source; with `isHeldApart` the ones to validate with, too. */
export function drawExamples(context, plane, source, size, colours, isHeldApart) {
  const draw = (part, isFilled) => source.classes.forEach((_, wanted) => {
    const path = marksOf(plane, part, size, (label) => label === wanted);
    const own = colours.classes[wanted];
    context.lineWidth = isFilled ? 1 : 1.5;
    context.fillStyle = isFilled ? own : colours.paper;
    context.strokeStyle = isFilled ? colours.paper : own;
    context.fill(path);
    context.stroke(path);
  });
  draw(source.training, true);
  if (isHeldApart) draw(source.validation, false);
}

/**
 * Gives the examples on whose class the network errs an edge.
 * @param {ArrayLike<number>} answers what it says of each of them, [N, outputs] row by row
 * @param {number} outputs
 */
export function drawErrors(context, plane, part, answers, outputs, size, colours) {
  const path = marksOf(plane, part, size + 0.7, (label, index) => likeliest(answers, outputs, index) !== label);
  context.strokeStyle = colours.ink;
  context.lineWidth = size > 3 ? 1.5 : 1;
  context.stroke(path);
}

/** Rings the examples with some indices. */
export function drawRings(context, plane, { features }, indices, size, colours) {
  const path = new Path2D();
  for (const index of indices) {
    if (!(index >= 0 && 2 * index + 1 < features.length)) continue;
    const [x, y] = plane.pixel(features, index);
    path.moveTo(x + size + 3, y);
    path.arc(x, y, size + 3, 0, 2 * Math.PI);
  }
  context.strokeStyle = colours.ink;
  context.lineWidth = 1.5;
  context.stroke(path);
}
