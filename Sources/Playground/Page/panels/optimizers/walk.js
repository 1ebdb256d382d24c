// The way of one optimizer through the valley ½ (x² + κ y²), computed by the student's code.

import { CodeFailure } from "../../engine/runtime.js";

/** The loss at a place, given how steep the valley is across. */
export const lossAt = ([x, y], steepness) => 0.5 * (x * x + steepness * y * y);

/** A walk counts as done when its loss is below this share of the first one. */
const arrived = 1e-6;

/** One optimizer's walk: `points`, the beginning among them, and the `losses` there; `failure` if the code brought none. */
export class Walk {
  constructor(optimizer) { Object.assign(this, { optimizer, points: [], losses: [], failure: null }); }

  async go(runtime, { learningRate, coefficient, steepness, steps, start }) {
    const { name, number } = this.optimizer;
    this.failure = null;
    let numbers = [];
    try {
      const wanted = { optimizer: name, number, coefficient, learningRate, steepness, steps, start };
      numbers = (await runtime.call("descend", wanted)).values;
    } catch (failure) {
      if (!(failure instanceof CodeFailure)) throw failure;
      this.failure = failure;
    }
    this.points = [start];
    for (let place = 0; place + 1 < numbers.length; place += 2) this.points.push([numbers[place], numbers[place + 1]]);
    this.losses = this.points.map((point) => lossAt(point, steepness));
  }

  get last() { return this.losses.at(-1); }

  /** The first step from which on the loss stays small; null if there is none. */
  get arrival() {
    const least = arrived * this.losses[0];
    const late = this.losses.findLastIndex((loss) => !(loss < least));
    return late + 1 < this.losses.length ? late + 1 : null;
  }

  /** Whether it went further away than it was at first. */
  get isLost() { return !(this.last <= this.losses[0]); }
}
