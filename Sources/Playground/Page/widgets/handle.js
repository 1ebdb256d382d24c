// A handle in a plot: dragged with the pointer, or moved with the arrow keys as a slider.

import { make } from "./elements.js";

/** A vertical line that moves along the x axis, or with `isFree` a point that moves anywhere. */
export class Handle {
  /**
   * @param {object} options `label`; `step` of an arrow key, tenfold with Shift or Page; `range` [least, greatest] of
   *   x; `text`: returns what a screen reader says of [x, y]; `change`: told of a new [x, y]; `isFree`
   */
  constructor({ label, step, range, text, change, isFree = false }) {
    Object.assign(this, { step, range, text, change, isFree, point: [0, 0] });
    this.line = isFree ? null : make("svg:line", { y1: 0, class: "handle-line" });
    this.knob = make("svg:circle", { r: isFree ? 8 : 7, class: "handle-knob" });
    this.element = make("svg:g", {
      class: "handle", role: "slider", tabindex: 0, "aria-label": label,
      "aria-valuemin": range?.[0], "aria-valuemax": range?.[1],
      "aria-roledescription": isFree ? "handle for all four arrow keys" : null,
      onkeydown: (event) => this.press(event),
    }, this.line, this.knob);
  }

  /** Puts the handle where it belongs without telling anyone. */
  moveTo(point) {
    this.point = point;
    this.place();
  }

  place() {
    const { plot, point, element } = this;
    element.setAttribute("aria-valuenow", Number(point[0].toPrecision(6)));
    element.setAttribute("aria-valuetext", this.text(point));
    if (!plot?.horizontal) return;
    const isShown = Number.isFinite(point[0] + point[1]);
    element.setAttribute("visibility", isShown ? "visible" : "hidden");
    if (!isShown) return;
    const x = Math.min(Math.max(plot.horizontal.position(point[0]), 0), plot.areaWidth);
    const y = this.isFree ? Math.min(Math.max(plot.vertical.position(point[1]), 0), plot.areaHeight) : plot.areaHeight;
    this.knob.setAttribute("cx", x);
    this.knob.setAttribute("cy", y);
    for (const [name, value] of [["x1", x], ["x2", x], ["y2", y]]) this.line?.setAttribute(name, value);
  }

  /** A line follows the pointer from anywhere in the plot; a point must be touched itself. */
  listenTo(plot) {
    this.plot = plot;
    const target = this.isFree ? this.element : plot.element;
    target.classList.add(this.isFree ? "drag" : "drag-sideways");
    const follow = (event) => {
      const [x, y] = plot.valuesAt(event);
      this.report([x, this.isFree ? y : 0]);
    };
    target.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      target.setPointerCapture(event.pointerId);
      this.element.focus({ preventScroll: true });
      follow(event);
    });
    target.addEventListener("pointermove", (event) => {
      if (target.hasPointerCapture(event.pointerId)) follow(event);
    });
    this.place();
  }

  press(event) {
    const size = this.step * (event.shiftKey ? 10 : 1);
    const [x, y] = this.point;
    const moves = {
      ArrowRight: [x + size, y], ArrowLeft: [x - size, y],
      ArrowUp: this.isFree ? [x, y + size] : [x + size, y], ArrowDown: this.isFree ? [x, y - size] : [x - size, y],
      PageUp: [x + 10 * size, y], PageDown: [x - 10 * size, y],
      Home: this.range && [this.range[0], y], End: this.range && [this.range[1], y],
    };
    const target = moves[event.key];
    if (!target) return;
    event.preventDefault();
    this.report(target);
  }

  report([x, y]) {
    const within = (value, [lower, upper]) => Math.min(Math.max(value, lower), upper);
    const { content } = this.plot;
    const rounded = Number((Math.round(within(x, this.range ?? content.x) / this.step) * this.step).toPrecision(12));
    this.moveTo(this.isFree ? [within(x, content.x), within(y, content.y)] : [rounded, 0]);
    this.change(this.point);
  }
}
