// Where the neurons of the diagram stand, and which of a wide layer are shown.

import { classTitle } from "../data/source.js";

/** How many neurons of a layer are shown at once. */
export const pageSize = 8;

const headHeight = 26;
/** The room at the right for the names of the classes, if there is an output for each. */
const nameWidth = 64;
const pagerHeight = 68;

/**
 * Returns the columns of the diagram, the inputs first.
 * @param {number[]} sizes the units of all layers
 * @param {number[]} starts the first unit of each layer that is shown
 * @param {number} room the width that there is
 * @param {boolean} hasNumbers whether there are lines of numbers below each neuron
 * @returns {object} `columns`, each with its nodes {layer, unit, x, y}: their middles;
 *   `size` of a neuron; `across`: how far apart the columns stand; `width` and `height`
 */
export function diagramLayout(sizes, starts, room, hasNumbers) {
  const isWide = sizes.some((count) => count > pageSize);
  // Numbers and pagers must be legible: if there is no room for them, the diagram's own box scrolls.
  const width = Math.max(room, sizes.length * (isWide ? 90 : hasNumbers ? 78 : 44));
  const across = (width - (sizes.at(-1) > 1 ? nameWidth : 0)) / sizes.length;
  const size = Math.min(38, across * 0.6);
  const pitch = size + (hasNumbers ? 50 : 9);
  const most = Math.min(pageSize, Math.max(...sizes));
  const columns = sizes.map((count, layer) => {
    const start = starts[layer];
    const shown = Math.min(pageSize, count - start);
    const x = (layer + 0.5) * across;
    const top = headHeight + ((most - shown) * pitch + size) / 2;
    return {
      layer, count, start, x, bottom: top + shown * pitch - size / 2,
      title: layer === 0 ? "inputs" : layer < sizes.length - 1 ? `layer ${layer}` : count === 1 ? "output" : "softmax",
      nodes: Array.from({ length: shown }, (_, index) => ({ layer, unit: start + index, x, y: top + index * pitch })),
    };
  });
  return { columns, size, across, width, height: headHeight + most * pitch + (isWide ? pagerHeight : 4) };
}

/** The name of a neuron of a network {sizes, classes}; units count from 0, as in the code. */
export function neuronName({ sizes, classes }, { layer, unit }) {
  if (layer === 0) return `input x${unit + 1}`;
  if (layer < sizes.length - 1) return `layer ${layer}, unit ${unit}`;
  return sizes[layer] === 1 ? "the output" : `the output for ${classTitle(classes[unit])}`;
}

/** The neuron that is shown over the plane, of all outputs the first; the trainer calls what the network says layer 0. */
export function shownNeuron({ sizes, shownUnit: { layer, unit } }) {
  return layer === 0 ? { layer: sizes.length - 1, unit: 0 } : { layer, unit };
}

/** What the plane shows when a neuron is chosen; that of one class, chosen again, makes room for all classes. */
export function unitShownBy({ sizes, shownUnit, isLayered }, { layer, unit }) {
  const isOutput = layer === sizes.length - 1;
  const isShown = shownUnit.layer === layer && shownUnit.unit === unit;
  return isOutput && (!isLayered || isShown) ? { layer: 0, unit: 0 } : { layer, unit };
}
