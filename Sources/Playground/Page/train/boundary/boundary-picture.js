// How the boundary is drawn: the field, its line, the axes, and the examples on it.

import { drawAxes } from "../../widgets/axes.js";
import { colours } from "../../widgets/colours.js";
import { contour, spaced } from "../../widgets/grid.js";
import { contextOf } from "../../widgets/elements.js";
import { drawErrors, drawExamples, drawRings } from "./examples.js";
import { FieldPicture, outputScale, scaleOf } from "./field-picture.js";
import { Plane } from "./plane.js";
import { lead } from "./regions.js";

/** Draws the plane on a canvas. */
export class BoundaryPicture {
  constructor(canvas) {
    Object.assign(this, { canvas, fieldPicture: new FieldPicture(), still: document.createElement("canvas") });
    this.takeColours();
  }

  /** Reads the page's colours anew. */
  takeColours() {
    this.colours = colours();
    this.scale = scaleOf(this.colours);
    this.stillOf = null;
  }

  /**
   * Draws everything.
   * @param {object} scene `domain`; `source` of the examples; `isHeldApart`: whether some only validate; `field`: what
   *   a unit says, {values, count, layer, unit}, or null; its values are those of a grid [count · count], then of the
   *   training and of the validation examples, in layer 0 one for each of the `outputs`; `activation` of that unit;
   *   `ringed`: indices of training examples; `cursor`: a place [x, y] or null
   */
  draw(scene) {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (width === 0) return;
    const { domain, source, isHeldApart, field, outputs, ringed, cursor } = scene;
    const context = contextOf(this.canvas);
    const plane = new Plane(domain, width, height);
    const count = source.training.labels.length;
    const size = (count > 2000 ? 1.6 : count > 300 ? 2.6 : 4.5) * Math.min(1.2, Math.max(0.8, width / 450));
    this.plane = plane;
    context.clearRect(0, 0, width, height);
    if (field) this.drawField(context, scene);
    this.drawStill(context, scene, size);
    if (field?.layer === 0) {
      const answers = field.values.subarray(outputs * field.count ** 2);
      drawErrors(context, plane, source.training, answers, outputs, size, this.colours);
      if (isHeldApart) {
        drawErrors(context, plane, source.validation, answers.subarray(outputs * count), outputs, size, this.colours);
      }
    }
    drawRings(context, plane, source.training, ringed, size, this.colours);
    if (cursor) this.drawCursor(context, plane.pixel(cursor, 0));
  }

  drawField(context, scene) {
    const { horizontal, vertical } = this.plane;
    const { count } = scene.field;
    const lines = this.paintField(scene);
    const [width, height] = [horizontal.to - horizontal.from, vertical.from - vertical.to];
    const [stepX, stepY] = [width / (count - 1), height / (count - 1)];
    context.save();
    context.beginPath();
    context.rect(horizontal.from, vertical.to, width, height);
    context.clip();
    // The middles of the outermost pixels lie on the edges.
    const [left, top] = [horizontal.from - stepX / 2, vertical.to - stepY / 2];
    context.drawImage(this.fieldPicture.canvas, left, top, count * stepX, count * stepY);
    const [xs, ys] = [spaced([horizontal.from, horizontal.to], count), spaced([vertical.to, vertical.from], count)];
    context.beginPath();
    for (const { values, level } of lines) {
      const line = contour(values, xs, ys, level);
      for (let index = 0; index < line.length; index += 3) {
        context.moveTo(...line[index]);
        context.lineTo(...line[index + 1]);
      }
    }
    context.strokeStyle = this.colours.ink;
    context.lineWidth = 2;
    context.stroke();
    context.restore();
  }

  /** Paints what a unit says, or the likeliest class at each place; returns the lines on it: where values take a level. */
  paintField({ field: { values, count, layer, unit }, outputs, activation }) {
    const { fieldPicture, colours } = this;
    if (layer === 0 && outputs > 1) {
      fieldPicture.paintClasses(values, count, outputs, colours);
      // A line parts two classes: those of all classes but one are all lines.
      return Array.from({ length: outputs - 1 }, (_, label) =>
        ({ values: lead(values, outputs, label, count ** 2), level: 0 }));
    }
    const scale = activation === "softmax" ? outputScale(colours, unit, outputs) : this.scale;
    return [{ values, level: fieldPicture.paint(values, count, activation, scale) }];
  }

  /** Axes and examples stand still: they are drawn once, and then copied. */
  drawStill(context, { source, isHeldApart }, size) {
    const { canvas, still, plane } = this;
    if (this.stillOf !== source || still.width !== canvas.width || still.height !== canvas.height) {
      this.stillOf = source;
      [still.width, still.height] = [canvas.width, canvas.height];
      const target = still.getContext("2d");
      target.setTransform(context.getTransform());
      drawAxes(target, plane.horizontal, plane.vertical, source.features, this.colours);
      drawExamples(target, plane, source, size, this.colours, isHeldApart);
    }
    context.drawImage(still, 0, 0, canvas.clientWidth, canvas.clientHeight);
  }

  drawCursor(context, [x, y]) {
    context.strokeStyle = this.colours.ink;
    context.lineWidth = 1.5;
    context.beginPath();
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      context.moveTo(x + 4 * dx, y + 4 * dy);
      context.lineTo(x + 14 * dx, y + 14 * dy);
    }
    context.stroke();
  }
}
