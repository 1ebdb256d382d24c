// Where the neurons of the diagram stand, and which of a wide layer are shown.

/** How many neurons of a layer are shown at once. */
export const pageSize = 8;

const headHeight = 26;
const pagerHeight = 68;

/**
 * Returns the columns of the diagram, the inputs first.
 * @param {number[]} sizes the units of all layers
 * @param {number[]} starts the first unit of each layer that is shown
 * @param {number} room the width that there is
 * @param {boolean} hasNumbers whether there are lines of numbers below each neuron
 * @returns {object} `columns`, each with its nodes {layer, unit, x, y}: their middles;
 *   `size` of a neuron; `width` and `height`
 */
export function diagramLayout(sizes, starts, room, hasNumbers) {
  const isWide = sizes.some((count) => count > pageSize);
  // Numbers and pagers must be legible: if there is no room for them, the diagram's own box scrolls.
  const width = Math.max(room, sizes.length * (isWide ? 90 : hasNumbers ? 78 : 44));
  const size = Math.min(38, (width / sizes.length) * 0.6);
  const pitch = size + (hasNumbers ? 50 : 9);
  const most = Math.min(pageSize, Math.max(...sizes));
  const columns = sizes.map((count, layer) => {
    const start = starts[layer];
    const shown = Math.min(pageSize, count - start);
    const x = ((layer + 0.5) * width) / sizes.length;
    const top = headHeight + ((most - shown) * pitch + size) / 2;
    return {
      layer, count, start, x, bottom: top + shown * pitch - size / 2,
      title: layer === 0 ? "inputs" : layer === sizes.length - 1 ? "output" : `layer ${layer}`,
      nodes: Array.from({ length: shown }, (_, index) => ({ layer, unit: start + index, x, y: top + index * pitch })),
    };
  });
  return { columns, size, width, height: headHeight + most * pitch + (isWide ? pagerHeight : 4) };
}

/** The name of a neuron; units count from 0, as in the code. */
export function neuronName(sizes, { layer, unit }) {
  if (layer === 0) return `input x${unit + 1}`;
  return layer === sizes.length - 1 ? "the output" : `layer ${layer}, unit ${unit}`;
}

/** The neuron that is shown over the plane; the trainer calls the output layer 0. */
export function shownNeuron({ sizes, shownUnit: { layer, unit } }) {
  return layer === 0 ? { layer: sizes.length - 1, unit: 0 } : { layer, unit };
}
