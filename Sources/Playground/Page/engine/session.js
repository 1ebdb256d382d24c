// One training in the worker: what the page asks for, in terms of the student's functions.

import { Engine } from "./engine.js";
import { partsOf } from "./identifiers.js";
import { activations, networks } from "./network.js";

const allUpdates = 1e9;

/** Of a code that has taken more than this nothing is kept after a trap. */
const mostBytes = 200e6;

/** The student's code with its training, and what is needed to begin again with a new copy of the code. */
export class Session {
  constructor(module, listener) {
    this.module = module;
    this.listener = listener;
    this.engine = new Engine(module, listener);
    this.data = null;
    this.network = null;
    this.plan = null;
  }

  /**
   * Starts the code anew after a trap, which leaves its stack where it was.
   *
   * The functions in Sources/Playground/WebAssembly change the training only when they have come to their end, so that all else
   * in the memory is as it was before the call.
   */
  restart() {
    const { memory } = this.engine;
    this.engine = new Engine(this.module, this.listener);
    if (memory.buffer.byteLength < mostBytes) {
      this.engine.restore(memory);
      return;
    }
    if (this.data) this.setData(this.data);
    if (this.network) this.setParameters(this.network);
    if (this.plan) this.setPlan(this.plan);
  }

  // What the page may ask for. Each takes one object and returns one.

  setData(data) {
    const { training, validation, classCount } = data;
    const features = training.features.length / training.labels.length;
    this.engine.call(
      "setData", [features, classCount, training.labels.length, validation.labels.length], training.features,
      training.labels, validation.features, validation.labels);
    this.data = data;
    return {};
  }

  initialize({ network, sizes, initialisation, seed }) {
    const scheme = initialisation === "xavier" ? 1 : 0;
    return { parameters: this.engine.call("initialize", [networks.indexOf(network), scheme, seed], sizes) };
  }

  /** Gives the network; with `begins` epochs, steps, the optimizer and the monitor begin anew. */
  setParameters({ sizes, parameters, begins = true }) {
    this.engine.call("setParameters", [begins ? 1 : 0, sizes.length], sizes, parameters);
    this.network = { sizes, parameters };
    return {};
  }

  setPlan(plan) {
    const { network, hidden, learningRate, batchSize, lambda, weightDecay, dropout, patience, seed, optimizer } = plan;
    this.engine.call("setPlan", [
      networks.indexOf(network), activations.indexOf(hidden), learningRate, batchSize, lambda, weightDecay, dropout,
      patience ?? -1, seed ?? -1, optimizer?.number ?? 0, optimizer?.coefficient ?? 0,
    ]);
    this.plan = plan;
    return {};
  }

  measure() {
    const [trainingLoss, validationLoss, trainingAccuracy, validationAccuracy] = this.engine.call("measure");
    return { trainingLoss, validationLoss, trainingAccuracy, validationAccuracy };
  }

  /**
   * Trains whole epochs until so many milliseconds have passed, at least one and at most `epochs`; then answers what a unit says
   * at points, if there are any.
   */
  advance({ milliseconds, epochs = Infinity, points, layer, unit }) {
    const end = performance.now() + milliseconds;
    const entries = [];
    let entry;
    do {
      entry = this.trainEpoch(allUpdates);
      entries.push(entry);
    } while (!entry.trouble && !entry.stops && entries.length < epochs && performance.now() < end);
    return this.finished(entries, { points, layer, unit });
  }

  /** Makes one update: the next batch of the epoch. */
  stepBatch({ position, points, layer, unit }) {
    return this.finished([this.trainEpoch(position + 1)], { points, layer, unit });
  }

  stepExample({ index, updates }) {
    const numbers = this.engine.call("stepExample", [index, updates ? 1 : 0]);
    this.remember();
    return { numbers, parameters: this.network.parameters };
  }

  /** The indices of the next batch, and those of all that the epoch has left. */
  nextBatch() {
    const [count, ...order] = this.engine.call("nextBatch");
    return { indices: order.slice(0, count), order };
  }

  restoreBest() {
    this.engine.call("restoreBest");
    this.remember();
    return { parameters: this.network.parameters };
  }

  weightNorm() {
    const [norm, penalty] = this.engine.call("measureWeights");
    return { norm, penalty };
  }

  field({ layer = 0, unit = 0, points }) { return { values: this.engine.call("field", [layer, unit], points) }; }
  allFields({ points }) { return { values: this.engine.call("allFields", [], points) }; }
  hiddenSpace({ layer, points = [] }) { return { values: this.engine.call("hiddenSpace", [layer], points) }; }
  gradients({ examples }) { return { gradients: this.engine.call("gradients", [examples]) }; }

  lossAlong({ examples, place, changes }) {
    return { losses: this.engine.call("lossAlong", [examples, place], changes) };
  }

  activationCurve({ hidden, isSlope, z }) {
    return { values: this.engine.call("activationCurve", [activations.indexOf(hidden), isSlope ? 1 : 0], z) };
  }

  countParameters({ sizes }) { return { count: this.engine.call("countParameters", [], sizes)[0] }; }

  initialActivations({ hidden, initialisation, scale, units, examples, seed }) {
    const scheme = initialisation === "xavier" ? 1 : 0;
    return {
      values: this.engine.call(
        "initialActivations", [activations.indexOf(hidden), scheme, scale, units, examples, seed]),
    };
  }

  /** The handwritten digits as `setData` takes them; no labels if the bytes are damaged. */
  digits({ seed, bytes }) {
    const numbers = this.engine.call("digits", [seed], bytes);
    let place = 2;
    const take = (count) => numbers.slice(place, place += count);
    const [training, validation] = [...numbers.slice(0, 2)].map((count) => ({ features: take(64 * count), labels: take(count) }));
    return { training, validation };
  }

  descend({ number, coefficient, learningRate, steepness, steps, start }) {
    return {
      values: this.engine.call("descend", [number, coefficient, learningRate, steepness, steps], start),
    };
  }

  callExercise({ exercise }) {
    this.engine.call("callExercise", partsOf(exercise));
    return {};
  }

  // How these are made.

  trainEpoch(target) {
    const [
      epoch, step, trainingLoss, validationLoss, trainingAccuracy, validationAccuracy, position, isComplete, stops, bestEpoch,
      trouble, badGradient, badWeights,
    ] = this.engine.call("trainEpoch", [target]);
    const entry = {
      epoch, step, trainingLoss, validationLoss, trainingAccuracy, validationAccuracy, position: isComplete ? 0 : position,
      isComplete: isComplete === 1, stops: stops === 1, bestEpoch: bestEpoch || null, trouble: null,
    };
    if (trouble) {
      entry.trouble = this.trouble(trouble === 1, step, position, badGradient, badWeights);
      entry.step = trouble === 1 ? step - 1 : step;
      entry.position = trouble === 1 ? position - 1 : 0;
    }
    return entry;
  }

  /** Finds the layer where a number was first not finite, and goes back to the last good weights. */
  trouble(isInWeights, step, position, badGradient, badWeights) {
    // The epoch again, up to the update before the one that went wrong.
    if (isInWeights) this.engine.call("trainEpoch", [position - 1]);
    const [badLayer] = this.engine.call("badLayer");
    if (!isInWeights) this.setParameters({ ...this.network, begins: false });
    if (badLayer) return { step, layer: badLayer, what: "pre-activations" };
    if (badGradient) return { step, layer: badGradient, what: "gradients" };
    return badWeights ? { step, layer: badWeights, what: "weights" } : { step, layer: null, what: "loss" };
  }

  finished(entries, place) {
    this.remember();
    const values = place.points ? this.field(place).values : null;
    return { entries, parameters: this.network.parameters, values };
  }

  remember() {
    this.network = { ...this.network, parameters: this.engine.call("parameters") };
  }
}
