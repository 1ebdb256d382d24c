// One activation function: its curve, its derivative and the tangent at z.

import { agree, verdict } from "../../widgets/agreement.js";
import { make } from "../../widgets/elements.js";
import { Handle } from "../../widgets/handle.js";
import { notice } from "../../widgets/notice.js";
import { significant } from "../../widgets/numbers.js";
import { Plot, rangeOf } from "../../widgets/plot.js";
import { Curve, pointAt } from "./curves.js";

/** How the curves look, for the legend, too. */
export const looks = {
  value: { name: "f(z), the function", color: "--class0", width: 2.5 },
  slope: { name: "f′(z), its derivative", color: "--class1", dash: "6 4" },
  tangent: { name: "tangent at z, with your f′(z) as its slope", color: "--ink", width: 1, dash: "2 3" },
};

/** The furthest z to either side. */
export const furthest = 6;
const grid = Array.from({ length: 241 }, (_, index) => -furthest + index * 0.05);

/** The part of the panel that belongs to one function. */
export class Card {
  constructor({ course, runtime }, description, move) {
    Object.assign(this, description, { course });
    this.curve = new Curve(runtime, this.hidden, false);
    this.slopes = new Curve(runtime, this.hidden, true);
    this.plot = new Plot({ label: `${this.name} and its derivative`, x: "z", height: 180 });
    this.handle = new Handle({
      label: `z on the curve of ${this.name}`, step: 0.05, range: [-furthest, furthest],
      text: ([z]) => `z = ${significant(z)}`, change: ([z]) => move(z),
    });
    this.plot.add(this.handle);
    this.numbers = make("dl", { class: "pairs" });
    this.notices = make("div");
    this.element = make("section", { class: "card" },
      make("h3", {}, this.name), this.plot.element, this.numbers, this.notices);
  }

  /** Asks for both curves: they do not change while the page is open. */
  async load() {
    this.values = await this.curve.at(grid);
    this.derivatives = await this.slopes.at(grid);
    this.range = rangeOf([...this.values, ...this.derivatives], this.range, 10);
    const told = [["The curve", this.curve], ["The derivative", this.slopes]].map(([what, { failure, oddity }]) => {
      if (failure) return notice(failure, this.course, `${what} of ${this.name}`);
      return oddity ? make("p", { class: "notice" }, `${what} of ${this.name} has another shape than z. ${oddity}`) : null;
    });
    this.notices.replaceChildren(...told.filter((box) => box));
  }

  /** Shows a z and returns the numbers at it. */
  async show(z) {
    if (!this.values) await this.load();
    const point = await pointAt(this.curve, this.slopes, z);
    const { value, slope, numeric } = point;
    const marks = [
      { kind: "line", points: grid.map((z, index) => [z, this.derivatives[index]]), ...looks.slope },
      { kind: "line", points: grid.map((z, index) => [z, this.values[index]]), ...looks.value },
      {
        kind: "line", points: [-furthest, furthest].map((end) => [end, value + slope * (end - z)]), ...looks.tangent,
      },
      { kind: "points", points: [[z, value]], color: "--class0", size: 5 },
      { kind: "points", points: [[z, slope]], color: "--class1", shape: 1, size: 5 },
    ];
    this.plot.draw({ x: [-furthest, furthest], y: this.range, marks });
    this.handle.moveTo([z, 0]);
    this.numbers.replaceChildren(
      ...row("f(z)", this.curve.failure ? "–" : significant(value)),
      ...row("f′(z)", this.slopes.failure ? "–" : significant(slope)),
      ...row("by differences", this.curve.failure ? "–" : significant(numeric)), ...row("", this.judge(point)));
    return point;
  }

  judge({ slope, numeric, hasKink }) {
    if (this.curve.failure || this.slopes.failure) return verdict(null, "nothing to compare");
    if (hasKink) return verdict(null, "z is at a kink: no slope there");
    return agree(slope, numeric) ? verdict(true, "they agree") : verdict(false, "they do not agree");
  }
}

function row(name, content) { return [make("dt", {}, name), make("dd", {}, content)]; }
