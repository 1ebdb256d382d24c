// Draws curves of many points in little time.

import { beyond } from "../../widgets/axes.js";

/**
 * Draws one curve. What is no finite number leaves a gap; points that share a column of pixels become at most three.
 * @param {CanvasRenderingContext2D} context with its stroke style set
 * @param {object[]} entries
 * @param {(entry: object) => number} across the value on the horizontal axis, growing
 * @param {string} key the name of the value on the vertical axis
 */
export function drawCurve(context, entries, across, key, horizontal, vertical) {
  let [column, low, high, last, isOpen] = [null, 0, 0, 0, false];
  const flush = () => {
    if (column === null) return;
    if (!isOpen) context.moveTo(column, last);
    if (low !== high) {
      context.lineTo(column, low);
      context.lineTo(column, high);
    }
    // A point by itself becomes a dot: the line's ends are round.
    context.lineTo(column, last);
    [column, isOpen] = [null, true];
  };
  context.lineCap = context.lineJoin = "round";
  context.beginPath();
  for (const entry of entries) {
    const y = vertical.position(entry[key]);
    if (!Number.isFinite(y)) {
      flush();
      isOpen = false;
      continue;
    }
    const x = Math.round(horizontal.position(across(entry)));
    if (x !== column) {
      flush();
      [column, low, high] = [x, y, y];
    }
    [low, high, last] = [Math.min(low, y), Math.max(high, y), y];
  }
  flush();
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
