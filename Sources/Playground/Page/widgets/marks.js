// What can be drawn in a plot: lines, points and bars. Colours are names of variables in base.css.

import { make } from "./elements.js";

/** How the examples of each class look: shapes differ as well as colours. */
export const classLooks = [{ color: "--class0", shape: "circle" }, { color: "--class1", shape: "square" }];

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

  points({ points, shape, size = 4 }, plot) {
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

/** A circle or a square around a point, as part of a path. */
function shapePath(shape, x, y, size) {
  const half = `a${size} ${size} 0 1 0 `;
  if (shape !== "square") return `M${x - size} ${y}${half}${2 * size} 0${half}${-2 * size} 0`;
  const side = size * 1.8;
  return `M${x - side / 2} ${y - side / 2}h${side}v${side}h${-side}Z`;
}

/** Where a point lies; far outside of the plot, only on which side. */
function pixels([x, y], plot) {
  const near = (pixel) => Math.round(Math.min(Math.max(pixel, -9999), 9999) * 100) / 100;
  return [near(plot.horizontal.position(x)), near(plot.vertical.position(y))];
}

/**
 * Returns a line of text that says what the marks of a plot are.
 * @param {{name: string, color: string, shape?: string, dash?: string}[]} entries a line, or a shape, and its name
 */
export function legend(entries) {
  return make("ul", { class: "legend" }, ...entries.map(({ name, color, shape, dash, width = 2 }) => make("li", {},
    make("svg:svg", { width: shape ? 14 : 28, height: 14, "aria-hidden": "true" }, shape
      ? make("svg:path", { d: shapePath(shape, 7, 7, 5), style: `fill: var(${color})` })
      : make("svg:path", {
        d: "M1 7H27", class: "plot-line", "stroke-dasharray": dash ?? null,
        style: `stroke: var(${color}); stroke-width: ${width}`,
      })), name)));
}

/** The examples of both classes as marks. */
export function classMarks(points, labels, size = 4) {
  return classLooks.map((look, label) => ({
    kind: "points", points: points.filter((_, index) => labels[index] === label), size, ...look,
  }));
}
