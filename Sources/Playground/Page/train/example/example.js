// The numbers of one example on its way through the network and back.

import { layout, parameterCount } from "../../engine/network.js";

/**
 * Takes apart what the session's `stepExample` answers; fewer numbers than there should be leave lists short.
 * @param {number[]} sizes the units of all layers
 * @param {Float64Array} numbers
 */
export function parseExample(sizes, numbers) {
  let place = 1;
  const take = (count) => numbers.slice(place, place += count);
  const layers = sizes.slice(1);
  const count = parameterCount(sizes);
  const example = {
    sizes, loss: numbers[0],
    /** For each layer, the first hidden one first, a number for each unit. */
    preActivations: layers.map(take),
    activations: layers.map(take),
    /** In the order of all parameters. */
    gradients: take(count),
    /** The parameters after the update. */
    parameters: take(count),
  };
  const [listCount = 0, stepCount = 0] = take(2);
  const lists = () => Array.from({ length: listCount }, () => take(count));
  return {
    ...example, stepCount,
    /** What the optimizer carries from step to step, before and after: one list in lesson 8, two in lesson 11. */
    memoryBefore: lists(), memory: lists(),
    /** Whether there were as many numbers as there should be; otherwise none is where it belongs. */
    fits: numbers.length === place,
  };
}

/** The layer in which a number of an example's step was first not finite: {layer, what}, or null. */
export function firstTrouble(sizes, { preActivations, gradients, parameters }) {
  if (parameters.every(Number.isFinite)) return null;
  const forward = preActivations.findIndex((values) => !values.every(Number.isFinite));
  if (forward >= 0) return { layer: forward + 1, what: "pre-activations" };
  const isBad = (numbers) => ({ weights, biases, fanOut }) =>
    !numbers.slice(weights, biases + fanOut).every(Number.isFinite);
  // Gradients are computed from the last layer to the first.
  const backward = layout(sizes).findLast(isBad(gradients));
  if (backward) return { layer: backward.layer, what: "gradients" };
  return { layer: layout(sizes).find(isBad(parameters))?.layer ?? null, what: "weights" };
}
