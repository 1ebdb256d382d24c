// Examples on a canvas: circles are class 0 and squares class 1, filled to learn from, outlined to validate with.

/** Adds the outline of a class's mark to a path. */
function addMark(path, label, x, y, size) {
  if (label > 0.5) path.rect(x - size, y - size, 2 * size, 2 * size);
  else {
    path.moveTo(x + 1.1 * size, y);
    path.arc(x, y, 1.1 * size, 0, 2 * Math.PI);
  }
}

/** Draws all examples of a source; with `isHeldApart` the ones to validate with, too. */
export function drawExamples(context, plane, source, size, colours, isHeldApart) {
  const draw = ({ features, labels }, isFilled) => {
    for (const label of [0, 1]) {
      const path = new Path2D();
      labels.forEach((value, index) => {
        if ((value > 0.5) === (label === 1)) addMark(path, label, ...plane.pixel(features, index), size);
      });
      const own = label ? colours.class1 : colours.class0;
      context.lineWidth = isFilled ? 1 : 1.5;
      context.fillStyle = isFilled ? own : colours.paper;
      context.strokeStyle = isFilled ? colours.paper : own;
      context.fill(path);
      context.stroke(path);
    }
  };
  draw(source.training, true);
  if (isHeldApart) draw(source.validation, false);
}

/** Gives the examples on whose class the network errs an edge; `probabilities` [N] are what it says of them. */
export function drawErrors(context, plane, { features, labels }, probabilities, size, colours) {
  const path = new Path2D();
  labels.forEach((label, index) => {
    const isRight = (probabilities[index] > 0.5) === (label > 0.5);
    if (!isRight) addMark(path, label, ...plane.pixel(features, index), size + 0.7);
  });
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
