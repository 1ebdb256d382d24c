// What can be drawn in a plot: lines, points and bars. Colours are names of variables in base.css.

import { make } from "./elements.js";
import { lookCount, shapePath } from "./shapes.js";

/** How the examples of each class look: `shape` is the class whose shape it is. */
export const classLooks = Array.from({ length: lookCount }, (_, label) => ({ color: `--class${label}`, shape: label }));

/**
 * Returns a mark as an element of a plot.
 * @param {object} mark `kind` and what belongs to it. "line": `points` [[x, y] …], broken where a number is not finite,
 *   `dash`, `width`; "points": `points`, `shape`, `size`; "bars": `edges`, one more than `heights`. Each has a `color`.
 * @param {import("./plot.js").Plot} plot
 */
export function markElement(mark, plot) {
  const path = paths[mark.kind](mark, plot);
  const isLine = mark.kind === "line";
  return make("svg:path", {
    d: path, class: isLine ? "plot-line" : "plot-fill", "stroke-dasharray": mark.dash ?? null,
    style: isLine
      ? `stroke: var(${mark.color}); stroke-width: ${mark.width ?? 2}; opacity: ${mark.opacity ?? 1}`
      : `fill: var(${mark.color}); opacity: ${mark.opacity ?? 1}; stroke-width: ${mark.size < 4 ? 0.4 : 0.75}`,
  });
}

const paths = {
  line({ points }, plot) {
    let isDrawing = false;
    let path = "";
    for (const point of points) {
      const [x, y] = pixels(point, plot);
      if (Number.isFinite(x + y)) path += `${isDrawing ? "L" : "M"}${x} ${y}`;
      isDrawing = Number.isFinite(x + y);
    }
    return path;
  },

  points({ points, shape = 0, size = 4 }, plot) {
    return points.map((point) => pixels(point, plot)).filter(([x, y]) => Number.isFinite(x + y))
      .map(([x, y]) => shapePath(shape, x, y, size)).join("");
  },

  bars({ edges, heights }, plot) {
    return Array.from(heights, (height, index) => {
      const [left, top] = pixels([edges[index], height], plot);
      const [right, bottom] = pixels([edges[index + 1], 0], plot);
      return Number.isFinite(left + top + right) ? `M${left} ${bottom}V${top}H${right}V${bottom}Z` : "";
    }).join("");
  },
};

/** Where a point lies; far outside of the plot, only on which side. */
function pixels([x, y], plot) {
  const near = (pixel) => Math.round(Math.min(Math.max(pixel, -9999), 9999) * 100) / 100;
  return [near(plot.horizontal.position(x)), near(plot.vertical.position(y))];
}

/**
 * Returns a line of text that says what the marks of a plot are.
 * @param {{name: string, color: string, shape?: number, dash?: string}[]} entries a line, or a shape, and its name
 */
export function legend(entries) {
  return make("ul", { class: "legend" }, ...entries.map(({ name, color, shape, dash, width = 2 }) => make("li", {},
    make("svg:svg", { width: shape === undefined ? 28 : 14, height: 14, "aria-hidden": "true" }, shape !== undefined
      ? make("svg:path", { d: shapePath(shape, 7, 7, 5), style: `fill: var(${color})` })
      : make("svg:path", {
        d: "M1 7H27", class: "plot-line", "stroke-dasharray": dash ?? null,
        style: `stroke: var(${color}); stroke-width: ${width}`,
      })), name)));
}

/** The examples of every class as marks. */
export function classMarks(points, labels, size = 4) {
  return classLooks.map((look, label) => ({
    kind: "points", points: points.filter((_, index) => labels[index] === label), size, ...look,
  }));
}
