// The one training of the page: what is chosen, what the student's code makes of it, and how far it has come.

import { checkCount, parameterCount } from "../../engine/network.js";
import { drawnSource, nothing, ownSource, scaled } from "../data/source.js";
import { modelText } from "../files/model.js";
import { planOf } from "./plan.js";
import { Player } from "./player.js";
import { Progress } from "./progress.js";
import { Sequence } from "./sequence.js";
import { hasUnit, reachOf, sizesOf } from "./settings.js";

/**
 * The training. Events: "reset" (network or data are new), "frame" (it went on), "state" (playing, paused, failed …),
 * "weights" (parameters were changed by hand), "unit" (another unit is shown).
 */
export class Trainer extends Sequence {
  /**
   * @param {import("../../engine/runtime.js").Runtime} runtime
   * @param {object} settings as in settings.js
   * @param {object} view `points` that were drawn by hand, {x, y, label} each; `speed`; `shownUnit`
   */
  constructor(runtime, settings, view) {
    super();
    Object.assign(this, { runtime, settings, table: null, source: ownSource([]), scaling: null });
    this.data = { training: nothing(), validation: nothing(), classCount: 2 };
    this.sizes = sizesOf(settings);
    this.parameters = new Float64Array(parameterCount(this.sizes));
    Object.assign(this, { points: [], speed: "full", shownUnit: { layer: 0, unit: 0 }, ...view });
    /** Where the shown unit is asked after each slice, as inputs of the network, and what it said; null for nowhere. */
    Object.assign(this, { fieldPoints: null, fieldValues: null });
    /** What must be drawn anew: "data", "network" or "plan". */
    this.stale = new Set();
    Object.assign(this, { progress: new Progress(), player: new Player(this), isPlaying: false });
    this.forget();
  }

  forget() {
    Object.assign(this, { example: null, trouble: null, failure: null, stopped: null, weightsByHand: null });
    this.progress.forget();
  }

  // How far it has come (progress.js).

  get epoch() { return this.progress.epoch; }
  get step() { return this.progress.step; }
  get position() { return this.progress.position; }
  get bestEpoch() { return this.progress.bestEpoch; }
  get latest() { return this.progress.latest; }
  get entries() { return this.progress.history.entries; }

  // How it goes on (player.js).

  play() { this.player.play(); }
  pause() { return this.player.pause(); }
  stepEpoch() { return this.player.stepEpoch(); }
  stepBatch() { return this.player.stepBatch(); }
  stepExample(index) { return this.player.stepExample(index); }

  /** How it learns, as the session wants to know it. */
  get plan() { return planOf(this.settings); }

  /** Whether the network is one of layers, with an output for each class. */
  get isLayered() { return this.settings.network === "layers"; }

  /** The names of the classes. */
  get classes() { return this.source.classes; }

  /** How many classes the chosen data have; a binary network tells two apart. */
  get classCount() { return this.settings.data === "table" ? this.table.classes.length : 2; }

  /** Whether a step can be made. */
  get canLearn() { return !this.failure && !this.stopped && this.data.training.labels.length > 0; }

  // What is trained.

  /** Changes settings and draws anew what they decide: data, network, or only the way to go on. */
  apply(changes) {
    Object.assign(this.settings, changes);
    if (this.classCount > 2) this.settings.network = "layers";
    Object.keys(changes).forEach((name) => this.stale.add(reachOf(name)));
    return this.exclusive(() => this.refresh());
  }

  /** Begins again with the same data and the same weights. */
  reset() {
    this.isPlaying = false;
    this.stale.add("data");
    return this.exclusive(() => this.refresh());
  }

  /** Begins again with other weights. */
  newWeights() { return this.apply({ weightSeed: this.settings.weightSeed + 1 }); }

  /** Learns from points that somebody drew; the network goes on while points come and go. */
  usePoints(points) {
    this.points = points;
    if (this.settings.data !== "own") return this.apply({ data: "own" });
    return this.exclusive(async () => {
      if (this.stale.size) return this.refresh();
      if (this.points !== points) return undefined;
      this.source = ownSource(points);
      await this.sendData(null);
      this.progress.position = 0;
      await this.measure();
      return this.player.announceStep();
    });
  }

  /** Learns from a table: {name, features, classes, draw(seed) → source}. */
  useTable(table) {
    this.table = table;
    return this.apply({ data: "table" });
  }

  /** Goes on with a model's network: {network, hiddenUnits, activation, parameters, scaling}. */
  load({ network, hiddenUnits, activation, parameters, scaling }) {
    Object.assign(this.settings, { network, hiddenUnits }, network === "layers" ? {} : { activation });
    return this.exclusive(async () => {
      await this.refresh();
      await this.sendData(scaling);
      await this.begin(parameters);
    });
  }

  /** Goes on with other parameters; of many that follow fast only the last ones count. */
  setParameters(parameters) {
    this.wanted = parameters;
    return this.exclusive(async () => {
      if (this.wanted !== parameters) return;
      await this.runtime.call("setParameters", { sizes: this.sizes, parameters, begins: false });
      Object.assign(this, { parameters, trouble: null, weightsByHand: parameters });
      this.progress.position = 0;
      await this.measure();
      this.announce("weights");
    });
  }

  /** The network as `course-check train --save` writes it. */
  modelText() { return modelText(this); }

  /** Shows another unit's field: {layer, unit}; layer 0 is what the network says, of every class. */
  showUnit(shownUnit) {
    this.shownUnit = shownUnit;
    this.announce("unit");
  }

  async refresh() {
    const { stale } = this;
    if (!stale.size) return;
    this.stale = new Set();
    if (stale.has("data")) await this.drawData();
    if (stale.has("data") || stale.has("network")) return this.begin();
    await this.runtime.call("setPlan", this.plan);
    Object.assign(this, { trouble: null, failure: null, stopped: null });
    this.progress.position = 0;
    this.announce("state");
  }

  async drawData() {
    const { data, samples, noise, dataSeed } = this.settings;
    if (data === "own") this.source = ownSource(this.points);
    else if (data === "table") this.source = this.table.draw(dataSeed);
    else this.source = drawnSource({ kind: data, samples, noise, seed: dataSeed });
    await this.sendData(this.source.scaling);
  }

  async sendData(scaling) {
    const part = ({ features, labels }) => ({ features: scaled(features, scaling), labels });
    const { training, validation, classes } = this.source;
    this.scaling = scaling;
    this.data = { training: part(training), validation: part(validation), classCount: classes.length };
    if (this.data.training.labels.length) await this.runtime.call("setData", this.data);
  }

  /** Begins a training with the weights of the seed, or with those that are given. */
  async begin(given) {
    const { network, initialisation, weightSeed } = this.settings;
    this.forget();
    this.sizes = sizesOf(this.settings, this.classes.length);
    this.fieldValues = null;
    if (!hasUnit(this, this.shownUnit)) this.shownUnit = { layer: 0, unit: 0 };
    let failure = null;
    try {
      const wanted = { network, sizes: this.sizes, initialisation, seed: weightSeed };
      this.parameters = given ?? (await this.runtime.call("initialize", wanted)).parameters;
      checkCount(this.sizes, this.parameters);
    } catch (error) {
      // The rest of the page can still show what zeros do.
      this.parameters = new Float64Array(parameterCount(this.sizes));
      failure = error;
    }
    await this.runtime.call("setParameters", { sizes: this.sizes, parameters: this.parameters });
    await this.runtime.call("setPlan", { ...this.plan, seed: weightSeed });
    if (!failure) await this.measure().catch((error) => { failure = error; });
    this.announce("reset");
    if (failure) this.fail(failure);
    else this.announce("state");
  }

  /** Asks for losses and accuracies; without examples there are none. */
  async measure() {
    const hasExamples = this.data.training.labels.length > 0;
    this.progress.measured(hasExamples ? await this.runtime.call("measure") : null);
  }
}
