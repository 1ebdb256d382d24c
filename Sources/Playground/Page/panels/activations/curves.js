// What the student's activation functions answer.

import { CodeFailure } from "../../engine/runtime.js";

/** The three functions of lesson 1. */
export const functions = [
  { hidden: "relu", name: "ReLU", range: [-1, 6] },
  { hidden: "tanh", name: "tanh", range: [-1, 1] },
  { hidden: "sigmoid", name: "sigmoid", range: [0, 1] },
];

/** One function, or its derivative, as the student wrote it. A failure is kept: the same call would fail again. */
export class Curve {
  constructor(runtime, hidden, isSlope) {
    Object.assign(this, { runtime, hidden, isSlope, failure: null, oddity: null });
  }

  /** Returns one number for each z: NaN where none came. */
  async at(z) {
    const missing = z.map(() => NaN);
    if (this.failure) return missing;
    try {
      const { values } = await this.runtime.call("activationCurve", { hidden: this.hidden, isSlope: this.isSlope, z });
      this.oddity = values.length === z.length ? null : `It answers ${values.length} numbers for ${z.length} of them.`;
      return missing.map((nothing, index) => values[index] ?? nothing);
    } catch (failure) {
      if (!(failure instanceof CodeFailure)) throw failure;
      this.failure = failure;
      return missing;
    }
  }
}

const change = 1e-5;

/** Returns f(z), f′(z), and the slope of f's own values at z by central differences, with those to either side. */
export async function pointAt(curve, slopes, z) {
  const [before, value, after] = await curve.at([z - change, z, z + change]);
  const [slope] = await slopes.at([z]);
  const [left, right] = [(value - before) / change, (after - value) / change];
  return { value, slope, numeric: (after - before) / (2 * change), hasKink: Math.abs(right - left) > 1e-3 };
}
