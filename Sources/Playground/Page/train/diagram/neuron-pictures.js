// The small pictures of the neurons: what each of them says over the plane.

import { make } from "../../widgets/elements.js";
import { notice } from "../../widgets/notice.js";
import { FieldPicture, outputScale, scaleOf } from "../boundary/field-picture.js";
import { domainOf, gridOf } from "../boundary/plane.js";
import { scaled } from "../data/source.js";

/** How many points a picture has on each side. */
const grain = 10;

/** Asks the network, and draws what each neuron says. */
export class NeuronPictures {
  constructor({ trainer, runtime, course }) {
    Object.assign(this, { trainer, runtime, course, fields: null, picture: new FieldPicture() });
    /** Where it stands why there are no pictures. */
    this.trouble = make("div");
  }

  /** Forgets what another network said. */
  clear() {
    this.fields = null;
    this.trouble.replaceChildren();
  }

  /** The points of a picture, in the units of the data: [grain · grain, 2]. */
  grid() { return gridOf(domainOf(this.trainer.source, this.trainer.settings.data), grain); }

  /** Asks all neurons; what failed fails again, until the network is another one. */
  async ask() {
    const { trainer, runtime, course, trouble } = this;
    if (trouble.firstChild || !trainer.source.training.labels.length) return;
    try {
      this.fields = (await runtime.call("allFields", { points: scaled(this.grid(), trainer.scaling) })).values;
    } catch (failure) {
      this.fields = null;
      trouble.replaceChildren(notice(failure, course, "The picture of each neuron"));
    }
  }

  /**
   * Draws the neurons that are shown. One canvas holds all of them: a browser takes its time for each canvas it shows.
   * @param {CanvasRenderingContext2D} context
   * @param {{columns: object[], size: number}} plan as in layout.js
   * @param {object} colours
   */
  draw(context, { columns, size }, colours) {
    const scale = scaleOf(colours);
    const points = this.grid();
    const { sizes, plan, isLayered } = this.trainer;
    let before = 0;
    context.save();
    this.clip(context, columns, size, colours);
    for (const { layer, nodes, count } of columns) {
      const isOutput = layer === sizes.length - 1;
      const activation = layer === 0 ? "relu" : !isOutput ? plan.hidden : isLayered ? "softmax" : "sigmoid";
      for (const { unit, x, y } of nodes) {
        const start = (before + unit) * grain * grain;
        const values = layer === 0
          ? points.filter((_, index) => index % 2 === unit) : this.fields?.subarray(start, start + grain * grain);
        if (!values) continue;
        this.picture.paint(values, grain, activation, isOutput ? outputScale(colours, unit, count) : scale);
        context.drawImage(this.picture.canvas, x - size / 2, y - size / 2, size, size);
      }
      if (layer > 0) before += count;
    }
    context.restore();
  }

  /** Gives all of them empty squares with round corners, outside of which nothing is drawn. */
  clip(context, columns, size, { paper }) {
    context.beginPath();
    for (const { x, y } of columns.flatMap(({ nodes }) => nodes)) {
      context.roundRect(x - size / 2, y - size / 2, size, size, 5);
    }
    context.fillStyle = paper;
    context.fill();
    context.clip();
  }
}
