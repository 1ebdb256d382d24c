// A network of the student's layers that learns the digits, in a worker of its own: the training of the first panel goes on.

import { description } from "../../engine/description.js";
import { parameterCount } from "../../engine/network.js";
import { likeliest } from "../../train/boundary/regions.js";
import { optimizerNamed } from "../../train/training/optimizers.js";
import { side } from "./strokes.js";

const { digits: usual } = description.training;

/** How many digits there are. */
export const classCount = 10;

/** How long the worker trains between two looks, in milliseconds. */
const slice = 120;

/** What is chosen at first: what `train --data digits` takes. */
export const usualSettings = {
  units: usual.hiddenUnits[0], optimizer: usual.optimizer, learningRate: usual.numbers.learningRate,
  dropout: usual.numbers.dropout, seed: 1,
};

/** Tells `change` whenever something has changed; `failure` is what the student's code came to. */
export class DigitReader {
  /** @param {() => Promise<Uint8Array>} load brings the digits' file, which nobody needs before they are to be learned */
  constructor(runtime, load, settings, change) {
    Object.assign(this, { runtime, load, bytes: null, settings, change, failure: null, measured: null, epoch: 0, isLearning: false });
    /** Counts the beginnings: what comes of an earlier one is of no interest any more. */
    this.beginning = 0;
    this.parameters = null;
    this.validation = null;
  }

  get sizes() { return [side * side, this.settings.units, classCount]; }

  get plan() {
    const { optimizer, learningRate, dropout } = this.settings;
    return {
      network: "layers", hasHiddenLayers: true, hidden: "relu", learningRate, batchSize: usual.numbers.batchSize, lambda: 0,
      weightDecay: 0, dropout, patience: null, optimizer: optimizerNamed(optimizer),
    };
  }

  /** Begins with new weights; the digits are split by the seed. */
  begin() {
    return this.trying(async () => {
      this.pause();
      this.beginning += 1;
      Object.assign(this, { epoch: 0, measured: null });
      const { seed } = this.settings;
      this.bytes ??= await this.load();
      const { training, validation } = await this.runtime.call("digits", { seed, bytes: this.bytes });
      if (training.labels.length === 0) throw new Error("the digits in this page are damaged: make the page again.");
      this.validation = validation;
      await this.runtime.call("setData", { training, validation, classCount });
      const wanted = { network: "layers", sizes: this.sizes, initialisation: "he", seed };
      const { parameters } = await this.runtime.call("initialize", wanted);
      if (parameters.length !== parameterCount(this.sizes)) throw new Error("your layers have other shapes than they should.");
      this.parameters = parameters;
      await this.runtime.call("setParameters", { sizes: this.sizes, parameters });
      await this.runtime.call("setPlan", { ...this.plan, seed });
    });
  }

  /** Learns until somebody pauses it, or until the epochs of `train` are done. */
  async learn(epochs = usual.epochs) {
    if (this.isLearning || this.failure) return;
    this.isLearning = true;
    const { beginning } = this;
    const last = (Math.floor(this.epoch / epochs) + 1) * epochs;
    while (this.isLearning && beginning === this.beginning && this.epoch < last && !this.failure) {
      await this.trying(async () => {
        const { entries, parameters } = await this.runtime.call(
          "advance", { milliseconds: slice, epochs: last - this.epoch });
        if (beginning !== this.beginning) return;
        const entry = entries.at(-1);
        if (entry.trouble) throw new Error("the numbers are not finite any more: take a smaller learning rate.");
        Object.assign(this, { epoch: entry.epoch, measured: entry, parameters });
      });
    }
    if (beginning === this.beginning) this.pause();
  }

  pause() {
    this.isLearning = false;
    this.change();
  }

  /** What the network says of pictures: the probabilities [pictures, classes], row by row. */
  async probabilities(pictures) {
    return (await this.runtime.call("hiddenSpace", { layer: 2, points: pictures })).values;
  }

  /** The digits that were kept apart and are misread: {pixels, label, answer, probability}. */
  async misread() {
    const { features, labels } = this.validation;
    const probabilities = await this.probabilities(features);
    return Array.from(labels).flatMap((label, row) => {
      const answer = likeliest(probabilities, classCount, row);
      if (answer === label) return [];
      const pixels = features.slice(row * side * side, (row + 1) * side * side);
      return [{ pixels, label, answer, probability: answer < 0 ? NaN : probabilities[classCount * row + answer] }];
    });
  }

  async trying(task) {
    this.failure = null;
    try {
      await task();
    } catch (failure) {
      this.failure = failure;
      this.isLearning = false;
    }
    this.change();
  }
}
