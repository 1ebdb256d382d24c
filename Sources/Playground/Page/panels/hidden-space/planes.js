// Input space beside hidden space.

import { contour, gridPoints, spaced } from "../../widgets/grid.js";
import { make } from "../../widgets/elements.js";
import { Handle } from "../../widgets/handle.js";
import { classLooks, classMarks, legend } from "../../widgets/marks.js";
import { fixed } from "../../widgets/numbers.js";
import { Plot, rangeOf } from "../../widgets/plot.js";
import { distance, lineOf, lineThrough, pointsOn, wrongSide } from "./line.js";

const fieldSide = 41;
const foldLines = 9;
const foldSteps = 33;
/** Where each function's activations lie. */
const usual = { relu: [0, 1], tanh: [-1, 1], sigmoid: [0, 1] };

/** The two pictures. */
export class Planes {
  constructor({ runtime, trainer }) {
    Object.assign(this, { runtime, trainer });
    this.input = new Plot({ label: "Input space", x: "x1", y: "x2", isSquare: true });
    this.hidden = new Plot({ label: "Hidden space", x: "a1", y: "a2", isSquare: true });
    this.handles = [0, 1].map((index) => new Handle({
      label: `${index ? "Second" : "First"} handle of the separating line`, step: 0.02, isFree: true,
      text: ([a1, a2]) => `a1 = ${fixed(a1, 2)}, a2 = ${fixed(a2, 2)}`, change: () => this.drag(),
    }));
    this.handles.forEach((handle) => this.hidden.add(handle));
    this.element = make("div", {},
      make("div", { class: "two" },
        make("section", {}, make("h3", {}, "Input space"), this.input.element),
        make("section", {}, make("h3", {}, "Hidden space"), this.hidden.element)),
      legend([
        { name: "class 0", ...classLooks[0] }, { name: "class 1", ...classLooks[1] },
        { name: "where the network says 0.5, and the separating line", color: "--ink", width: 2.5 },
        { name: "lines of the input space, and where they go", color: "--faint", width: 1 },
      ]));
  }

  /** Asks the network and draws; returns {count, wrong, line}. */
  async refresh() {
    const { runtime, trainer } = this;
    const { sizes, settings, parameters, data: { training: { features, labels } } } = trainer;
    const points = pairs(features);
    const [x, y] = squared(rangeOf(points.map(([x]) => x), [0, 1]), rangeOf(points.map(([, y]) => y), [0, 1]), 0.15);
    const layer = sizes.length - 2;
    const [xs, ys] = [spaced(x, fieldSide), spaced(y, fieldSide)];
    const fold = foldOf(x, y);
    const field = await runtime.call("field", { points: gridPoints(xs, ys) });
    const folded = await runtime.call("hiddenSpace", { layer, points: Float64Array.from(fold.flat()) });
    const answer = points.length ? await runtime.call("hiddenSpace", { layer, points: features }) : { values: [] };
    const places = pairs(answer.values);
    const size = points.length > 100 ? 3 : 6;

    this.input.draw({
      x, y, label: `Input space with ${points.length} examples and the line on which the network answers 0.5`,
      marks: [
        foldMark(fold), ...classMarks(points, labels, size),
        { kind: "line", points: contour(field.values, xs, ys, 0.5), color: "--ink", width: 2.5 },
      ],
    });
    const least = usual[settings.activation];
    const [a1, a2] = squared(rangeOf(places.map(([a]) => a), least), rangeOf(places.map(([, a]) => a), least), 0.05);
    const line = lineOf(parameters);
    const wrong = wrongSide(line, places.slice(0, labels.length), labels);
    this.hidden.draw({
      x: a1, y: a2,
      label: `Hidden space: the same examples where the two hidden units put them, ${wrong} on the wrong side of the line`,
      marks: [foldMark(pairs(folded.values)), ...classMarks(places, labels, size), lineMark(line, a1, a2)],
    });
    this.placeHandles(line, a1, a2);
    return { count: labels.length, wrong: wrong + Math.max(labels.length - places.length, 0), line };
  }

  /** Puts the handles on the line, unless they are there already: then one of them may be under the pointer. */
  placeHandles(line, x, y) {
    const areThere = this.handles.every(({ point }) => point.some((number) => number !== 0)
      && distance(line, point) < 1e-6 && point[0] >= x[0] && point[0] <= x[1] && point[1] >= y[0] && point[1] <= y[1]);
    if (areThere) return;
    const isDragged = this.handles.some(({ element }) => element === document.activeElement) && !this.trainer.isPlaying;
    const points = pointsOn(line, x, y);
    if (!points && isDragged) return;
    this.handles.forEach((handle, index) => handle.moveTo(points?.[index] ?? [NaN, NaN]));
  }

  /** Gives the network the output weights of the line through the handles. */
  drag() {
    const { trainer } = this;
    const line = lineThrough(this.handles[0].point, this.handles[1].point, lineOf(trainer.parameters));
    if (!line) return;
    const changed = trainer.parameters.slice();
    changed.set([line.w1, line.w2, line.b], changed.length - 3);
    trainer.setParameters(changed);
  }
}

/** A list of numbers as points. */
function pairs(numbers) {
  return Array.from({ length: numbers.length >> 1 }, (_, index) => [numbers[2 * index], numbers[2 * index + 1]]);
}

/** Makes both ranges as long as the longer one and adds a margin. */
function squared(x, y, margin) {
  const length = Math.max(x[1] - x[0], y[1] - y[0]) * (1 + 2 * margin);
  return [x, y].map(([lower, upper]) => [(lower + upper - length) / 2, (lower + upper + length) / 2]);
}

/** Points along upright and level lines of the input space. */
function foldOf(x, y) {
  const [columns, rows] = [spaced(x, foldLines), spaced(y, foldLines)];
  return [
    ...columns.flatMap((a) => spaced(y, foldSteps).map((b) => [a, b])),
    ...rows.flatMap((b) => spaced(x, foldSteps).map((a) => [a, b])),
  ];
}

/** The lines through those points, with a gap after each. */
function foldMark(points) {
  const broken = points.flatMap((point, index) => ((index + 1) % foldSteps ? [point] : [point, [NaN, NaN]]));
  return { kind: "line", points: broken, color: "--faint", width: 1, opacity: 0.45 };
}

function lineMark({ w1, w2, b }, x, y) {
  const points = Math.abs(w2) >= Math.abs(w1)
    ? x.map((a1) => [a1, -(w1 * a1 + b) / w2]) : y.map((a2) => [-(w2 * a2 + b) / w1, a2]);
  return { kind: "line", points, color: "--ink", width: 2.5 };
}
