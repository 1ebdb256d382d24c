// Axes: from values to pixels and back, with round numbers beside them.

import { kit } from "../engine/kit.js";
import { significant } from "./numbers.js";

/** What is as large as that has no place on an axis: its round end might be no number any more. */
export const beyond = 1e300;

/**
 * Returns an axis, which goes to the right or, with `from` below `to`, upwards.
 * @param {[number, number]} range the values at the pixels `from` and `to`
 * @param {number} from
 * @param {number} to
 * @param {boolean} isLogarithmic whether equal ratios, not equal differences, are equally long
 * @returns {object} `marks`: round numbers; `position(value)`: its pixel; `value(pixel)`
 */
export function axis([lower, upper], from, to, isLogarithmic = false) {
  const size = isLogarithmic ? Math.log : (value) => value;
  const scale = (to - from) / (size(upper) - size(lower));
  const count = Math.max(2, to > from ? (to - from) / 60 : (from - to) / 36);
  return {
    from, to, marks: ticks(lower, upper, count, isLogarithmic),
    position: (value) => from + (size(value) - size(lower)) * scale,
    /** The value at a pixel of an axis that is not logarithmic. */
    value: (pixel) => lower + (pixel - from) / scale,
  };
}

/** Widens a range to round ends: an axis that grows with a curve then changes only now and then. */
export function roundRange(lower, upper, isLogarithmic) {
  if (!(upper > lower)) return isLogarithmic ? [lower / 2, 2 * lower] : [lower - 1, upper + 1];
  // On a logarithmic axis a round first digit is enough.
  const step = (end) => (isLogarithmic ? 10 ** Math.floor(Math.log10(end)) : ticks(0, upper - lower, 5)[1]);
  return [Math.floor(lower / step(lower) + 1e-9) * step(lower), Math.ceil(upper / step(upper) - 1e-9) * step(upper)];
}

/** Round numbers from the lower to the upper end, with at most so many intervals between them. */
function ticks(lower, upper, count, isLogarithmic = false) {
  return [...kit("ticks", [lower, upper, isLogarithmic ? 1 : 0, Math.floor(count) + 1])];
}

/**
 * Draws both axes with numbers, faint lines and titles.
 * @param {CanvasRenderingContext2D} context
 * @param {object} horizontal
 * @param {object} vertical
 * @param {[string, string]} titles
 * @param {object} colours
 */
export function drawAxes(context, horizontal, vertical, titles, { faint, line }) {
  const write = (text, x, y, align, baseline) => {
    context.textAlign = align;
    context.textBaseline = baseline;
    context.fillText(text, x, y);
  };
  context.font = "12px system-ui, sans-serif";
  context.lineWidth = 1;
  context.fillStyle = faint;
  context.strokeStyle = line;
  context.beginPath();
  for (const mark of horizontal.marks) {
    const x = Math.round(horizontal.position(mark)) + 0.5;
    context.moveTo(x, vertical.to);
    context.lineTo(x, vertical.from + 4);
    write(short(mark), x, vertical.from + 6, "center", "top");
  }
  for (const mark of vertical.marks) {
    const y = Math.round(vertical.position(mark)) + 0.5;
    context.moveTo(horizontal.from - 4, y);
    context.lineTo(horizontal.to, y);
    write(short(mark), horizontal.from - 6, y, "right", "middle");
  }
  context.stroke();
  write(titles[0], (horizontal.from + horizontal.to) / 2, vertical.from + 22, "center", "top");
  write(titles[1], 2, 2, "left", "top");
}

function short(number) { return Math.abs(number) >= 10000 ? `${significant(number / 1000)}k` : significant(number); }
