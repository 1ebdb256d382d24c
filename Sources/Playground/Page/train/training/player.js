// How a training goes on: it plays, slice after slice, or makes a single step.

import { checkCount } from "../../engine/network.js";
import { firstTrouble, parseExample } from "../example/example.js";
import { Rate } from "./rate.js";

/** The speeds of the menu: `pause` milliseconds between two slices; without `epochs` as many as there is time for. */
export const speeds = {
  slow: { title: "slow: 2 epochs a second", pause: 500, epochs: 1 },
  steady: { title: "10 epochs a second", pause: 100, epochs: 1 },
  brisk: { title: "an epoch each frame", pause: 0, epochs: 1 },
  full: { title: "full speed", pause: 0 },
};

/**
 * How long the code may learn between two frames, in milliseconds. The rest of a sixtieth of a second is for the field,
 * for the way to the worker and back, and for what else the machine does: a slice that comes too late costs a frame.
 */
const sliceMilliseconds = 8;

/** Lets the trainer's network learn. */
export class Player {
  /** @param {import("./trainer.js").Trainer} trainer whose data and network these are */
  constructor(trainer) {
    Object.assign(this, { trainer, stepRate: new Rate(), frameRate: new Rate(), frameCount: 0 });
    Object.assign(this, { isBusy: false, hasNews: false, nextSlice: 0, requests: [] });
  }

  // Playing.

  /** Trains on and on. */
  play() {
    const { trainer } = this;
    if (trainer.isPlaying || !trainer.canLearn) return;
    Object.assign(trainer, { isPlaying: true, trouble: null });
    trainer.announce("state");
    this.nextSlice = 0;
    this.stepRate.clear();
    this.frameRate.clear();
    this.requests.forEach((request) => cancelAnimationFrame(request));
    this.awaitFrame();
  }

  /** Stops after what is being computed. */
  pause() {
    const { trainer } = this;
    if (!trainer.isPlaying) return trainer.turn;
    trainer.isPlaying = false;
    return trainer.exclusive(() => this.announceStep());
  }

  /**
   * Asks for the next slice, then shows the last one. These are two callbacks because the message to the worker leaves
   * when the first one has returned: so the code learns while the page draws.
   */
  awaitFrame() {
    this.requests = [
      requestAnimationFrame((time) => this.beginSlice(time)), requestAnimationFrame((time) => this.showSlice(time)),
    ];
  }

  /** Asks for a slice if none is under way. */
  beginSlice(time) {
    const { trainer } = this;
    if (!trainer.isPlaying || this.isBusy || time < this.nextSlice) return;
    const { pause, epochs } = speeds[trainer.speed];
    // Frames do not come to the millisecond.
    this.nextSlice = time + pause - 4;
    this.isBusy = true;
    const slice = () => this.slice("advance", { milliseconds: sliceMilliseconds, epochs });
    trainer.exclusive(slice).finally(() => {
      this.isBusy = false;
    });
  }

  showSlice(time) {
    const { trainer } = this;
    if (!trainer.isPlaying) return;
    this.awaitFrame();
    this.stepRate.note(time, trainer.step);
    this.frameRate.note(time, this.frameCount);
    if (!this.hasNews) return;
    this.hasNews = false;
    this.frameCount += 1;
    trainer.announce("frame");
  }

  /** Lets the code learn, and takes what it answers. */
  async slice(command, argument) {
    const { trainer } = this;
    if (!trainer.canLearn) return;
    const place = trainer.fieldPoints ? { points: trainer.fieldPoints, ...trainer.shownUnit } : {};
    const { entries, parameters, values } = await trainer.runtime.call(command, { ...argument, ...place });
    checkCount(trainer.sizes, parameters);
    trainer.parameters = parameters;
    trainer.fieldValues = values && { ...place, values };
    trainer.progress.take(entries);
    this.hasNews = true;
    const { trouble, stops } = entries.at(-1);
    if (trouble) await this.stopForTrouble(trouble);
    else if (stops) await this.stopEarly();
  }

  async stopForTrouble(trouble) {
    const { trainer } = this;
    trainer.isPlaying = false;
    trainer.trouble = { ...trouble, step: trouble.step + trainer.progress.missed.step };
    await trainer.measure();
    this.announceStep();
  }

  async stopEarly() {
    const { trainer } = this;
    const { epoch, bestEpoch } = trainer;
    trainer.isPlaying = false;
    trainer.parameters = (await trainer.runtime.call("restoreBest")).parameters;
    trainer.fieldValues = null;
    trainer.stopped = { epoch, bestEpoch };
    await trainer.measure();
    this.announceStep();
  }

  // Single steps.

  /** Makes one epoch, or what is left of it. */
  stepEpoch() { return this.single(() => this.slice("advance", { milliseconds: 0, epochs: 1 })); }

  /** Makes one update with the next batch. */
  stepBatch() { return this.single(() => this.slice("stepBatch", { position: this.trainer.position })); }

  /**
   * Makes one update with one training example.
   * @param {number} [index] which; without it the next in the order of the batches
   * @returns {Promise<object>} every number on the way, as in example.js
   */
  stepExample(index) {
    return this.single(async () => {
      const { trainer } = this;
      const { progress, parameters: before, plan, data: { training } } = trainer;
      const place = index ?? await this.nextExample();
      const { numbers, parameters } = await trainer.runtime.call("stepExample", { index: place, updates: true });
      checkCount(trainer.sizes, parameters);
      const example = {
        ...parseExample(trainer.sizes, numbers), index: place, before, plan, classes: trainer.classes,
        features: training.features.slice(2 * place, 2 * place + 2), label: training.labels[place],
      };
      progress.exampleCount += 1;
      const trouble = firstTrouble(trainer.sizes, example);
      if (trouble) trainer.trouble = { step: trainer.step + 1, ...trouble };
      else {
        trainer.parameters = parameters;
        progress.countUpdate();
      }
      // As long as these are the parameters, the example is the last that happened.
      trainer.example = { ...example, kept: trainer.parameters };
      await trainer.measure();
      progress.keepLatest();
      return trainer.example;
    });
  }

  /** The example that is next in the order of the batches; without such an order, by number. */
  async nextExample() {
    const { runtime, data, progress: { exampleCount } } = this.trainer;
    const count = data.training.labels.length;
    const { order } = await runtime.call("nextBatch").catch(() => ({ order: [] }));
    const index = order[exampleCount % order.length];
    return Number.isInteger(index) && index >= 0 && index < count ? index : exampleCount % count;
  }

  single(work) {
    const { trainer } = this;
    trainer.isPlaying = false;
    return trainer.exclusive(async () => {
      if (!trainer.canLearn) return null;
      trainer.trouble = null;
      const result = await work();
      this.announceStep();
      return result;
    });
  }

  announceStep() {
    this.trainer.announce("frame");
    this.trainer.announce("state");
  }
}
