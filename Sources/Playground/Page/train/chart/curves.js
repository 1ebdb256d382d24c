// Draws curves of many points in little time.

import { kit } from "../../engine/kit.js";
import { beyond } from "../../widgets/axes.js";

/**
 * Draws one curve. What is no finite number leaves a gap; of points that share a column of pixels those are drawn that can be seen.
 * @param {CanvasRenderingContext2D} context with its stroke style set
 * @param {object[]} entries
 * @param {(entry: object) => number} across the value on the horizontal axis, growing
 * @param {string} key the name of the value on the vertical axis
 */
export function drawCurve(context, entries, across, key, horizontal, vertical) {
  const points = new Float64Array(2 * entries.length);
  entries.forEach((entry, index) => {
    points[2 * index] = horizontal.position(across(entry));
    points[2 * index + 1] = vertical.position(entry[key]);
  });
  const seen = kit("thinned", [1], points);
  context.lineCap = context.lineJoin = "round";
  context.beginPath();
  let isOpen = false;
  for (let index = 0; index < seen.length; index += 2) {
    const isPoint = Number.isFinite(seen[index]);
    if (isPoint && !isOpen) context.moveTo(seen[index], seen[index + 1]);
    // A point by itself becomes a dot: the line's ends are round.
    if (isPoint) context.lineTo(seen[index], seen[index + 1]);
    isOpen = isPoint;
  }
  context.stroke();
}

/** Returns the smallest and the largest value that an axis can show, of several runs. */
export function lossRange(runs, keys, isPositive) {
  let [lower, upper] = [Infinity, -Infinity];
  for (const entries of runs) {
    for (const entry of entries) {
      for (const key of keys) {
        const value = entry[key];
        if (!(Math.abs(value) < beyond) || (isPositive && value <= 0)) continue;
        if (value < lower) lower = value;
        if (value > upper) upper = value;
      }
    }
  }
  return lower <= upper ? [lower, upper] : [0.1, 1];
}

/** The index of the entry whose value lies nearest to a value; entries grow. */
export function nearest(entries, across, value) {
  let [low, high] = [0, entries.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (across(entries[middle]) < value) low = middle;
    else high = middle;
  }
  return Math.abs(across(entries[low] ?? {}) - value) <= Math.abs(across(entries[high] ?? {}) - value) ? low : high;
}
