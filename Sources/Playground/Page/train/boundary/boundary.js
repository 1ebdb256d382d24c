// The decision boundary: what the network says at each place of the plane, with the examples on it.

import { onColourChange } from "../../widgets/colours.js";
import { make } from "../../widgets/elements.js";
import { latest } from "../../widgets/timing.js";
import { classTitle, scaled, validatesOnTraining } from "../data/source.js";
import { BoundaryPicture } from "./boundary-picture.js";
import { domainOf, gridOf } from "./plane.js";

/** Places in a row of the grid: while it plays, and when there is time. */
const coarse = 50;
const fine = 120;

/** The plane of the two features, as a canvas that follows the training. */
export class Boundary {
  constructor({ trainer, runtime }) {
    Object.assign(this, { trainer, runtime, isShown: false, field: null });
    /** Whether the next batch is ringed, and its examples; the example that is chosen; where the crosshair stands. */
    Object.assign(this, { marksBatch: false, batch: [], chosen: null, cursor: null });
    this.canvas = make("canvas", { id: "boundary", class: "boundary", role: "img" });
    this.picture = new BoundaryPicture(this.canvas);
    this.refine = latest(() => this.ask());
    onColourChange(() => {
      this.picture.takeColours();
      this.draw();
    });
    new ResizeObserver(() => this.draw()).observe(this.canvas);
    trainer.addEventListener("reset", () => this.takeData());
    trainer.addEventListener("frame", () => this.update());
    for (const name of ["state", "weights", "unit"]) {
      trainer.addEventListener(name, () => {
        this.pointAt();
        if (!trainer.isPlaying) this.refine();
      });
    }
  }

  /** Where the plane lies on the canvas, or undefined as long as it has not been drawn. */
  get plane() { return this.picture.plane; }

  show() {
    this.isShown = true;
    this.takeData();
    this.refine();
  }

  hide() {
    this.isShown = false;
    this.trainer.fieldPoints = null;
  }

  takeData() {
    this.field = this.chosen = null;
    this.batch = [];
    this.pointAt();
    this.draw();
  }

  /** Says to the trainer where the network is asked after each slice. */
  pointAt() {
    const { source, settings, scaling } = this.trainer;
    if (this.source !== source || this.scaling !== scaling) {
      Object.assign(this, { source, scaling, places: new Map() });
      this.domain = domainOf(source, settings.data);
      this.isHeldApart = !validatesOnTraining(source);
    }
    this.trainer.fieldPoints = this.isShown ? this.placesFor(coarse) : null;
  }

  /** A grid, then the examples, as inputs of the network: [count · count + N, 2]. */
  placesFor(count) {
    if (!this.places.has(count)) {
      const parts = [gridOf(this.domain, count), this.source.training.features];
      if (this.isHeldApart) parts.push(this.source.validation.features);
      this.places.set(count, scaled(Float64Array.from(parts.flatMap((part) => [...part])), this.scaling));
    }
    return this.places.get(count);
  }

  /** Takes what came with the last slice; after single steps asks for more. */
  update() {
    if (!this.isShown) return;
    this.pointAt();
    const { fieldValues, fieldPoints, isPlaying } = this.trainer;
    if (fieldValues?.points === fieldPoints) this.field = { ...fieldValues, count: coarse };
    if (isPlaying) this.draw();
    else this.refine();
  }

  /** Asks for a finer field, and for the next batch. */
  async ask() {
    if (!this.isShown) return;
    const { trainer, runtime, source } = this;
    const place = { ...trainer.shownUnit, points: this.placesFor(fine) };
    try {
      const { values } = await runtime.call("field", place);
      if (source !== this.source) return;
      this.field = { ...place, values, count: fine };
      this.batch = this.marksBatch && trainer.canLearn ? (await runtime.call("nextBatch")).indices : [];
    } catch {
      // The trainer's own call has said why, or the exercise is named above the picture.
      this.field = null;
    }
    if (!trainer.isPlaying) this.draw();
  }

  draw() {
    if (!this.isShown) return;
    const { picture, domain, source, isHeldApart, field, batch, chosen, cursor, trainer } = this;
    const { sizes, plan, isLayered } = trainer;
    const isOutput = field?.layer === 0 || field?.layer === sizes.length - 1;
    const activation = !isOutput ? plan.hidden : isLayered ? "softmax" : "sigmoid";
    const ringed = trainer.isPlaying ? [] : [...batch, chosen ?? -1];
    picture.draw({ domain, source, isHeldApart, field, outputs: sizes.at(-1), activation, ringed, cursor });
    this.describe();
  }

  /** Rings the training example with an index. */
  choose(index) {
    this.chosen = index;
    this.draw();
  }

  /** The index of the training example at a pixel; null if there is none, or while points are drawn there. */
  exampleAt(x, y) {
    if (!this.plane || this.canvas.classList.contains("drawing")) return null;
    const { features, labels } = this.source.training;
    let [found, least] = [null, 12];
    labels.forEach((_, index) => {
      const [pixelX, pixelY] = this.plane.pixel(features, index);
      const distance = Math.hypot(pixelX - x, pixelY - y);
      if (distance < least) [found, least] = [index, distance];
    });
    return found;
  }

  /** Says to those who do not see it what the picture shows. */
  describe() {
    const { shownUnit: { layer, unit }, source, sizes, isLayered } = this.trainer;
    const ofOutput = isLayered ? "the likeliest class" : "probability of class 1";
    const ofUnit = layer === sizes.length - 1 ? `probability of ${classTitle(source.classes[unit])}`
      : `activation of unit ${unit} of layer ${layer}`;
    const what = layer === 0 ? ofOutput : ofUnit;
    const text = `The plane of ${source.features.join(" and ")}: ${what} as colours, `
      + `${source.training.labels.length} training examples.`;
    if (this.text === text) return;
    this.text = text;
    this.canvas.setAttribute("aria-label", text);
  }
}
