// The picture of the losses: axes, pinned runs, the present run, the best epoch and the crosshair.

import { contextOf } from "../../widgets/elements.js";
import { axis, drawAxes, roundRange } from "../../widgets/axes.js";
import { drawCurve, nearest, lossRange } from "./curves.js";

const losses = ["trainingLoss", "validationLoss"];

/** How the lines of the pinned runs are dashed. */
export const pinDashes = [[1, 4], [9, 3], [9, 3, 2, 3]];

/** Draws the losses on a canvas. */
export class LossPicture {
  constructor(canvas) { this.canvas = canvas; }

  /**
   * Draws everything anew.
   * @param {object} scene `entries`; `pins`, each with its entries and a number; `across`, which gives an entry's value
   *   on the horizontal axis; `title` of that axis; `isLogarithmic`; `bestEpoch`; `cursor`, the index of an entry, or
   *   null
   * @param {object} colours
   */
  draw(scene, colours) {
    const context = contextOf(this.canvas);
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (width < 80) return;
    const { entries, pins, across, title, isLogarithmic } = scene;
    const runs = [entries, ...pins.map((pin) => pin.entries)];
    const end = Math.max(1, ...runs.map((run) => (run.length ? across(run.at(-1)) : 0)));
    const [least, most] = lossRange(runs, losses, isLogarithmic);
    this.horizontal = axis(roundRange(0, end), 52, width - 20);
    this.vertical = axis(
      roundRange(isLogarithmic ? least : Math.min(0, least), most, isLogarithmic), height - 42, 22, isLogarithmic);
    context.clearRect(0, 0, width, height);
    drawAxes(context, this.horizontal, this.vertical, [title, "loss"], colours);
    for (const pin of pins) this.drawPin(context, pin, across, colours);
    this.drawBest(context, scene, colours);
    this.drawRun(context, entries, across, [[colours.training, 2, []], [colours.validation, 2, [6, 5]]]);
    this.drawCrosshair(context, scene, colours);
  }

  /** The curves of a run, each with colour, width and dashes. */
  drawRun(context, entries, across, looks) {
    looks.forEach(([colour, width, dashes], index) => {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.setLineDash(dashes);
      drawCurve(context, entries, across, losses[index], this.horizontal, this.vertical);
    });
    context.setLineDash([]);
  }

  /** A pinned run, its number at its end; the curve of the training examples is the thicker one. */
  drawPin(context, { entries, number }, across, colours) {
    const dash = pinDashes[number - 1];
    this.drawRun(context, entries, across, [[colours.pinned, 2, dash], [colours.pinned, 1, dash]]);
    const last = entries.at(-1);
    context.fillStyle = colours.ink;
    context.textAlign = "right";
    context.textBaseline = "bottom";
    const [x, y] = [this.horizontal.position(across(last)), this.vertical.position(last.validationLoss)];
    context.fillText(String(number), x, y - 3);
  }

  drawBest(context, { entries, bestEpoch, across }, { good }) {
    if (!bestEpoch || !entries.length) return;
    const x = this.horizontal.position(across(entries[nearest(entries, (entry) => entry.epoch, bestEpoch)]));
    const text = `best epoch ${bestEpoch}`;
    context.fillStyle = good;
    context.setLineDash([2, 3]);
    this.drawVertical(context, x, good);
    context.setLineDash([]);
    const isLate = x + context.measureText(text).width + 8 > this.horizontal.to;
    context.textBaseline = "top";
    context.textAlign = isLate ? "right" : "left";
    context.fillText(text, x + (isLate ? -5 : 5), this.vertical.to + 3);
  }

  drawCrosshair(context, { entries, cursor, across }, colours) {
    const entry = entries[cursor];
    if (!entry) return;
    const x = this.horizontal.position(across(entry));
    this.drawVertical(context, x, colours.ink);
    losses.forEach((key, index) => {
      const y = this.vertical.position(entry[key]);
      if (!Number.isFinite(y)) return;
      context.fillStyle = colours[["training", "validation"][index]];
      context.beginPath();
      // The marks differ in shape, too.
      if (index === 0) context.arc(x, y, 4.5, 0, 7);
      else context.rect(x - 4, y - 4, 8, 8);
      context.fill();
      context.stroke();
    });
  }

  drawVertical(context, x, colour) {
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(Math.round(x) + 0.5, this.vertical.to);
    context.lineTo(Math.round(x) + 0.5, this.vertical.from);
    context.stroke();
  }

  /** The index of the entry that lies nearest to a place on the canvas. */
  indexAt(x, { entries, across }) { return this.horizontal ? nearest(entries, across, this.horizontal.value(x)) : -1; }
}
