// The comparison itself: the student's gradients against central differences of the student's loss.

import { CodeFailure } from "../../engine/runtime.js";
import { agree, relativeError } from "../../widgets/agreement.js";
import { spaced } from "../../widgets/grid.js";

/** How far the curve of the loss reaches to either side of the weight. */
export const reach = 1;

/** Compares gradients of the training's present network. What failed is kept in `failures` until the network is another. */
export class Check {
  constructor({ course, runtime, trainer }) {
    Object.assign(this, { course, runtime, trainer });
    this.forget();
  }

  forget() { this.failures = { gradients: null, lossAlong: null }; }

  /** The lessons whose formulas are compared. */
  get lessons() { return this.trainer.isLayered ? "lessons 9 and 10" : "lesson 4"; }

  /** The exercise that puts all gradients together. */
  get maker() { return this.course.entriesOf("gradients", {}, this.trainer.plan).at(-1); }

  async ask(command, argument) {
    if (this.failures[command]) return null;
    try {
      return await this.runtime.call(command, argument);
    } catch (failure) {
      if (!(failure instanceof CodeFailure)) throw failure;
      this.failures[command] = failure;
      return null;
    }
  }

  /** The gradients of all parameters; where their number is wrong, nobody knows which is which. */
  async analytic(examples) {
    const { length } = this.trainer.parameters;
    const gradients = (await this.ask("gradients", { examples }))?.gradients ?? [];
    this.oddity = gradients.length === length || this.failures.gradients ? null
      : `Your ${this.course.title(this.maker)} answers ${gradients.length} numbers for ${length} `
        + "parameters, so nobody can say which belongs to which: look at the shapes first.";
    return this.oddity || this.failures.gradients ? new Array(length).fill(NaN) : gradients;
  }

  async losses(examples, place, changes) {
    return (await this.ask("lossAlong", { examples, place, changes }))?.losses ?? changes.map(() => NaN);
  }

  /** Compares one parameter; with `curve` the loss along it, too: pairs of a change and a loss. */
  async one(examples, place, h) {
    const analytic = (await this.analytic(examples))[place];
    const changes = spaced([-reach, reach], 81);
    const losses = await this.losses(examples, place, [-h, h, ...changes]);
    return {
      ...compared(place, analytic, (losses[1] - losses[0]) / (2 * h)), loss: losses[42],
      curve: changes.map((change, index) => [change, losses[index + 2]]), hasKink: await this.hasKink(examples, place, h),
    };
  }

  /**
   * Compares all parameters, a call each, so that the page stays alive.
   * @param {(share: number) => boolean} goesOn told how far it has come; answers false to end it
   * @returns {Promise<object[] | null>} all comparisons, the worst first, or null if it was ended
   */
  async all(examples, h, goesOn) {
    const gradients = await this.analytic(examples);
    const results = [];
    for (let place = 0; place < gradients.length; place++) {
      const [before, after] = await this.losses(examples, place, [-h, h]);
      if (!goesOn((place + 1) / gradients.length)) return null;
      results.push(compared(place, gradients[place], (after - before) / (2 * h)));
    }
    results.sort((a, b) => a.agrees - b.agrees || rank(b) - rank(a));
    // Only the first ones are shown, and asking for kinks takes time.
    for (const result of results.slice(0, 50)) {
      if (!result.agrees) result.hasKink = await this.hasKink(examples, result.place, h);
      if (!goesOn(1)) return null;
    }
    return results;
  }

  /**
   * Whether the loss has a kink close by. Of a smooth curve the second differences grow fourfold when the distance is
   * doubled; those of a kink grow otherwise.
   */
  async hasKink(examples, place, h) {
    const changes = [0, -h / 2, h / 2, -h, h, -2 * h, 2 * h];
    const [middle, ...sides] = await this.losses(examples, place, changes);
    const bends = [0, 2, 4].map((index) => sides[index] + sides[index + 1] - 2 * middle);
    if (!(Math.abs(bends[2]) > 2e-14 * Math.max(1, Math.abs(middle)))) return false;
    return bends[2] / bends[1] < 3.3 || bends[2] / bends[1] > 4.7 || bends[1] / bends[0] < 3.3 || bends[1] / bends[0] > 4.7;
  }
}

function compared(place, analytic, numeric) {
  return { place, analytic, numeric, error: relativeError(analytic, numeric), agrees: agree(analytic, numeric) };
}

/** What is no number is worse than any number. */
function rank({ error }) { return Number.isNaN(error) ? Infinity : error; }
