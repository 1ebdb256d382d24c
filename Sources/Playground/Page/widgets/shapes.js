// The shapes of the classes' marks: classes differ in shape as well as in colour.

/** How many looks there are: a colour of base.css each, and shapes that come again from the seventh on. */
export const lookCount = 10;

/** The corners of each shape around (0, 0), in units of its size, and the sign that stands for it in a text. */
const shapes = [
  { glyph: "●", corners: null },
  { glyph: "■", corners: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]] },
  { glyph: "▲", corners: [[0, -1.25], [1.2, 0.85], [-1.2, 0.85]] },
  { glyph: "◆", corners: [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]] },
  { glyph: "▼", corners: [[0, 1.25], [1.2, -0.85], [-1.2, -0.85]] },
  {
    glyph: "✚", corners: [
      [-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4], [0.4, 1.2], [-0.4, 1.2], [-0.4, 0.4],
      [-1.2, 0.4], [-1.2, -0.4], [-0.4, -0.4],
    ],
  },
];

const shapeOf = (label) => shapes[label % shapes.length];

/** The sign that stands for a class's shape. */
export const glyphOf = (label) => shapeOf(label).glyph;

/** The outline of a class's mark around a place, as part of a path in SVG, which a canvas draws, too. */
export function shapePath(label, x, y, size) {
  const { corners } = shapeOf(label);
  const half = `a${size} ${size} 0 1 0 `;
  if (!corners) return `M${x - size} ${y}${half}${2 * size} 0${half}${-2 * size} 0Z`;
  return `M${corners.map(([across, down]) => `${x + across * size} ${y + down * size}`).join("L")}Z`;
}
