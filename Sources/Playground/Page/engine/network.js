// What a network is made of, as lists of numbers.

/** The activation functions in the order of their numbers. */
export const activations = ["relu", "tanh", "sigmoid"];

/** The kinds of network in the order of their numbers. */
export const networks = ["binary", "layers"];

/**
 * Where the parameters of each layer lie in the list of all: weights [fanIn, fanOut] row by row, then biases [fanOut].
 * @param {number[]} sizes the units of all layers, the inputs first
 * @returns {{layer: number, fanIn: number, fanOut: number, weights: number, biases: number}[]} layers count from 1
 */
export function layout(sizes) {
  let offset = 0;
  return sizes.slice(1).map((fanOut, index) => {
    const fanIn = sizes[index];
    const layer = { layer: index + 1, fanIn, fanOut, weights: offset, biases: offset + fanIn * fanOut };
    offset = layer.biases + fanOut;
    return layer;
  });
}

/** The number of parameters of a network with these units. */
export function parameterCount(sizes) {
  return layout(sizes).reduce((sum, { fanIn, fanOut }) => sum + fanIn * fanOut + fanOut, 0);
}

/** Throws an error that says so if a network has no place for parameters, or places without one. */
export function checkCount(sizes, { length }) {
  const count = parameterCount(sizes);
  if (length === count) return;
  const network = sizes.join("-");
  throw new Error(
    `your code made ${length} weights and biases, and a network ${network} has ${count}: look at their shapes.`);
}

/** The place of a weight in the list of all parameters; the units `from` and `to` count from 0. */
export function weightPlace(sizes, layer, from, to) {
  const { weights, fanOut } = layout(sizes)[layer - 1];
  return weights + from * fanOut + to;
}

/** What a place in the list of all parameters is called: `W2[0, 3]` or `b1[4]`. */
export function parameterName(sizes, place) {
  const { layer, weights, biases, fanOut } = layout(sizes).findLast((layer) => layer.weights <= place);
  if (place >= biases) return `b${layer}[${place - biases}]`;
  return `W${layer}[${Math.floor((place - weights) / fanOut)}, ${(place - weights) % fanOut}]`;
}
