// The lines of the diagram, and what they and the neurons are called.

import { layout, parameterName, weightPlace } from "../../engine/network.js";
import { significant } from "../../widgets/numbers.js";
import { neuronName } from "./layout.js";

/** The connections between the neurons that are shown: {layer, from, to, place, x1, y1, x2, y2}. */
export function connectionsOf({ columns, size }, sizes) {
  const connect = (layer, source, target) => ({
    layer, from: source.unit, to: target.unit, place: weightPlace(sizes, layer, source.unit, target.unit),
    x1: source.x + size / 2, y1: source.y, x2: target.x - size / 2, y2: target.y,
  });
  return columns.slice(1).flatMap(({ layer, nodes }) =>
    nodes.flatMap((target) => columns[layer - 1].nodes.map((source) => connect(layer, source, target))));
}

/**
 * Draws them: the width is the weight's size, among those of its layer, colour and dashes are its sign.
 * @param {CanvasRenderingContext2D} context
 * @param {object[]} connections
 * @param {Float64Array} parameters
 * @param {(connection: object) => boolean} isBright which ones stand out
 * @param {object} colours
 */
export function drawConnections(context, connections, parameters, isBright, colours) {
  const largest = [];
  for (const { layer, place } of connections) {
    const size = Math.abs(parameters[place]);
    if (size < Infinity) largest[layer] = Math.max(largest[layer] ?? 0, size);
  }
  for (const connection of connections) {
    const { layer, place, x1, y1, x2, y2 } = connection;
    const share = parameters[place] / (largest[layer] || 1);
    const isNumber = Number.isFinite(share);
    context.globalAlpha = isBright(connection) ? 1 : 0.13;
    context.lineWidth = isNumber ? 0.5 + 4 * Math.abs(share) : 1;
    context.strokeStyle = isNumber ? (share < 0 ? colours.class0 : colours.class1) : colours.bad;
    context.setLineDash(isNumber ? (share < 0 ? [6, 3] : []) : [1, 4]);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** The connection under a point, or null. */
export function connectionAt(connections, x, y) {
  let [found, least] = [null, 7];
  for (const connection of connections) {
    const { x1, y1, x2, y2 } = connection;
    if (x < x1 || x > x2) continue;
    const rise = (y2 - y1) / (x2 - x1);
    const distance = Math.abs(y1 + (x - x1) * rise - y) / Math.hypot(1, rise);
    if (distance < least) [found, least] = [connection, distance];
  }
  return found;
}

const numberAt = ({ sizes, parameters }, place) =>
  `${parameterName(sizes, place)} = ${significant(parameters[place], 6)}`;

/** A connection with its weight. */
export function connectionWords(trainer, { layer, from, to }) {
  const [source, target] = [{ layer: layer - 1, unit: from }, { layer, unit: to }]
    .map((node) => neuronName(trainer, node));
  return `${numberAt(trainer, weightPlace(trainer.sizes, layer, from, to))}, from ${source} to ${target}.`;
}

/** A neuron with its bias and the weights that come in. */
export function neuronWords(trainer, node) {
  const { sizes } = trainer;
  const { layer, unit } = node;
  const name = neuronName(trainer, node);
  if (layer === 0) return `${name}: a feature of the examples.`;
  const weights = Array.from({ length: sizes[layer - 1] }, (_, from) =>
    numberAt(trainer, weightPlace(sizes, layer, from, unit)));
  return `${name}: bias ${numberAt(trainer, layout(sizes)[layer - 1].biases + unit)}; weights ${weights.join(", ")}.`;
}
