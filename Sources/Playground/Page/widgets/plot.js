// A small plot as an SVG picture: axes with round numbers, marks, and handles that can be dragged.

import { axis, beyond } from "./axes.js";
import { make } from "./elements.js";
import { markElement } from "./marks.js";
import { significant } from "./numbers.js";

/** One plot, as wide as its place on the page. */
export class Plot {
  /**
   * @param {object} options `label`: what it shows, for screen readers; `x` and `y`: titles of the axes; `height` of
   *   the area in pixels; `isSquare`: a unit is as long on both axes; `isBare`: no axes, for one of many small plots
   */
  constructor({ label, x = "", y = "", height = 200, isSquare = false, isBare = false }) {
    Object.assign(this, { titles: { x, y }, height, isSquare });
    this.margin = isBare ? { left: 1, right: 1, top: 1, bottom: 1 }
      : { left: 44, right: 12, top: y ? 24 : 10, bottom: x ? 42 : 26 };
    this.isBare = isBare;
    this.axes = make("svg:g", { "aria-hidden": "true" });
    // A picture inside the picture cuts off what lies outside of the axes.
    this.area = make("svg:svg", { class: "plot-area", "aria-hidden": "true" });
    this.controls = make("svg:g");
    this.element = make("svg:svg", { class: "plot", role: "img", "aria-label": label },
      this.axes, this.area, this.controls);
    this.handles = [];
    this.content = { x: [0, 1], y: [0, 1], marks: [] };
    new ResizeObserver(() => {
      if (this.element.clientWidth !== this.drawnWidth) this.redraw();
    }).observe(this.element);
  }

  /**
   * Draws anew.
   * @param {object} content `x` and `y`: the ends of the axes; `marks`: see marks.js; `label`: a new description
   */
  draw(content) {
    this.content = { ...this.content, ...content };
    if (content.label) this.element.setAttribute("aria-label", content.label);
    this.redraw();
  }

  /** Adds a handle (handle.js), which stands in the plot until the page is closed. */
  add(handle) {
    this.handles.push(handle);
    this.element.setAttribute("role", "group");
    this.controls.append(handle.element);
    handle.listenTo(this);
  }

  redraw() {
    const width = this.element.clientWidth;
    // A plot in a tab that is not shown has no width; it is drawn when it gets one.
    if (width === 0) return;
    const { x, y, marks } = this.content;
    const { right, top, bottom } = this.margin;
    const left = this.leftMargin(y);
    this.margin.left = left;
    this.drawnWidth = width;
    this.areaWidth = Math.max(width - left - right, 10);
    this.areaHeight = this.isSquare ? this.areaWidth * ((y[1] - y[0]) / (x[1] - x[0])) : this.height;
    /** The axes, in pixels from the area's left and upper edges. */
    this.horizontal = axis(x, 0, this.areaWidth);
    this.vertical = axis(y, this.areaHeight, 0);
    const height = this.areaHeight + top + bottom;
    this.element.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.element.setAttribute("height", height);
    for (const [name, value] of Object.entries({ x: left, y: top, width: this.areaWidth, height: this.areaHeight })) {
      this.area.setAttribute(name, value);
    }
    this.controls.setAttribute("transform", `translate(${left} ${top})`);
    this.axes.replaceChildren(...this.axisElements());
    this.area.replaceChildren(...marks.filter((mark) => mark).map((mark) => markElement(mark, this)));
    this.handles.forEach((handle) => handle.place());
  }

  /** The numbers of the vertical axis decide how much room they need. */
  leftMargin(y) {
    if (this.isBare) return this.margin.left;
    const { marks } = axis(y, this.isSquare ? 400 : this.height, 0);
    return 16 + 6.5 * Math.max(1, ...marks.map((mark) => significant(mark, 6).length));
  }

  /** The values under the pointer. */
  valuesAt({ clientX, clientY }) {
    const { left, top } = this.element.getBoundingClientRect();
    return [
      this.horizontal.value(clientX - left - this.margin.left), this.vertical.value(clientY - top - this.margin.top),
    ];
  }

  axisElements() {
    const { margin: { left, top }, horizontal, vertical } = this;
    const [right, bottom] = [left + this.areaWidth, top + this.areaHeight];
    const line = (x1, y1, x2, y2) => make("svg:line", { x1, y1, x2, y2, class: "plot-grid" });
    const text = (x, y, anchor, words) => make("svg:text", { x, y, "text-anchor": anchor }, words);
    const frame = make("svg:rect", {
      x: left, y: top, width: this.areaWidth, height: this.areaHeight, class: "plot-frame",
    });
    if (this.isBare) return [frame];
    const columns = horizontal.marks.flatMap((mark) => {
      const x = left + horizontal.position(mark);
      return [line(x, top, x, bottom), text(x, bottom + 16, "middle", significant(mark))];
    });
    const rows = vertical.marks.flatMap((mark) => {
      const y = top + vertical.position(mark);
      return [line(left, y, right, y), text(left - 5, y + 4, "end", significant(mark, 6))];
    });
    return [
      ...columns, ...rows, frame, text((left + right) / 2, bottom + 34, "middle", this.titles.x),
      text(4, 14, "start", this.titles.y),
    ];
  }
}

/**
 * Returns the ends of an axis with some margin around the values.
 * @param {Iterable<number>} values what is no number, or beyond the limit, has no place on the axis
 * @param {[number, number]} least a piece that the axis always shows
 * @param {number} limit
 */
export function rangeOf(values, least = [Infinity, -Infinity], limit = beyond) {
  let [lower, upper] = least;
  for (const value of values) {
    if (!(Math.abs(value) <= limit)) continue;
    if (value < lower) lower = value;
    if (value > upper) upper = value;
  }
  if (!(lower <= upper)) return [0, 1];
  const margin = 0.06 * (upper - lower) || Math.abs(upper) * 0.1 || 1;
  return [lower - margin, upper + margin];
}
