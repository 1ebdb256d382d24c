// Small pictures of 8×8 numbers: digits, and what the units of the first layer look for.

import { channels, colours } from "../../widgets/colours.js";
import { make } from "../../widgets/elements.js";
import { side } from "./strokes.js";

/** A canvas for one picture; `draw(pixels, palette)` fills it, from −1 to 1: paper is 0. */
export function createPicture(label, size = 48) {
  const canvas = make("canvas", {
    width: side, height: side, class: "digit-picture", role: "img", "aria-label": label, style: `width: ${size}px`,
  });
  const draw = (pixels, { paper, ink, class1 } = colours()) => {
    const context = canvas.getContext("2d");
    const image = context.createImageData(side, side);
    const [base, above, below] = [paper, ink, class1].map(channels);
    for (let place = 0; place < side * side; place++) {
      const value = Math.min(Math.max(pixels[place] ?? 0, -1), 1);
      const colour = value < 0 ? below : above;
      for (let channel = 0; channel < 3; channel++) {
        image.data[4 * place + channel] = base[channel] + Math.abs(value) * (colour[channel] - base[channel]);
      }
      image.data[4 * place + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  };
  return { element: canvas, draw };
}

/** The weights that come into each unit of the first layer, scaled to the largest of all. */
export function weightsOf(parameters, units) {
  const weights = parameters.slice(0, side * side * units);
  const largest = weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0) || 1;
  return Array.from({ length: units }, (_, unit) =>
    Float64Array.from({ length: side * side }, (_, pixel) => weights[pixel * units + unit] / largest));
}
