// What a unit says over the plane, as colours.

import { channels } from "../../widgets/colours.js";
import { paintRegions } from "./regions.js";

/** 256 pixels for 0 … 1: class 0 at 0, the paper in the middle, class 1 at 1; paler than the points on it. */
export function scaleOf({ paper, class0, class1 }) {
  const middle = channels(paper);
  const ends = [channels(class0), channels(class1)];
  const scale = new Uint8ClampedArray(256 * 4);
  for (let index = 0; index < 256; index += 1) {
    const value = index / 255;
    const strength = 0.6 * Math.abs(2 * value - 1);
    const end = ends[value < 0.5 ? 0 : 1];
    scale.set([...middle.map((channel, place) => channel + strength * (end[place] - channel)), 255], 4 * index);
  }
  return new Uint32Array(scale.buffer);
}

/** The same for what unit `unit` of a last layer says: of several classes each has its own colour. */
export const outputScale = (colours, unit, outputs) =>
  scaleOf(outputs === 1 ? colours : { ...colours, class1: colours.classes[unit] });

/**
 * How a unit's values become shares 0 … 1, start + slope · value, and the level of its line: probability 0.5, tanh 0,
 * and for ReLU, whose values have no upper end, hardly above 0. The probability of one of several classes begins at the paper.
 */
function shareOf(values, activation) {
  if (activation === "softmax") return { start: 0.5, slope: 0.5, level: 0.5 };
  if (activation === "sigmoid") return { start: 0, slope: 1, level: 0.5 };
  if (activation === "tanh") return { start: 0.5, slope: 0.5, level: 0 };
  const most = values.reduce((most, value) => (value > most && value < Infinity ? value : most), 1e-9);
  return { start: 0.5, slope: 0.5 / most, level: 0.004 * most };
}

/** A field of count × count values as a canvas of as many pixels. */
export class FieldPicture {
  constructor(canvas = document.createElement("canvas")) { this.canvas = canvas; }

  /**
   * Paints values, row by row from the top; where there is no number, there is no colour.
   * @param {Float64Array} values [count · count], or as many as the code gave
   * @param {number} count
   * @param {"sigmoid" | "softmax" | "tanh" | "relu"} activation what the values come from
   * @param {Uint32Array} scale of `scaleOf`
   * @returns {number} the value at which the unit's line lies
   */
  paint(values, count, activation, scale) {
    if (this.image?.width !== count) this.resize(count);
    const { start, slope, level } = shareOf(values, activation);
    for (let place = 0; place < this.pixels.length; place += 1) {
      const share = start + slope * values[place];
      this.pixels[place] = Number.isFinite(share) ? scale[Math.round(255 * Math.min(1, Math.max(0, share)))] : 0;
    }
    this.canvas.getContext("2d").putImageData(this.image, 0, 0);
    return level;
  }

  /** Paints the likeliest class at each of count × count places, as in regions.js. */
  paintClasses(values, count, classCount, colours) {
    if (this.image?.width !== count) this.resize(count);
    paintRegions(this.pixels, values, classCount, colours);
    this.canvas.getContext("2d").putImageData(this.image, 0, 0);
  }

  /** The image is kept: a new one for each frame would have to be thrown away again. */
  resize(count) {
    this.canvas.width = this.canvas.height = count;
    this.image = new ImageData(count, count);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }
}
