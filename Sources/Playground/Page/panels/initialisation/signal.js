// What arrives in each layer, in numbers, and what they say about the signal.

import { percent, significant } from "../../widgets/numbers.js";

/** The units of each layer, and the examples. */
export const units = 64;
export const examples = 64;
export const depth = 10;

/**
 * Returns for each layer its activations and their spread: `deviation`, of all activations together, and `difference`, how
 * far a unit's activations differ from example to example, which is the part that carries the signal.
 */
export function layersOf(values) {
  const size = units * examples;
  return Array.from({ length: depth }, (_, layer) => {
    const activations = values.slice(layer * size, (layer + 1) * size);
    const all = spread(activations, 0, 1);
    let squares = 0;
    for (let unit = 0; unit < units; unit++) squares += spread(activations, unit, units) ** 2;
    return { activations, deviation: all, difference: Math.sqrt(squares / units) };
  });
}

/** The standard deviation of every `step`th number from `start` on. */
function spread(numbers, start, step) {
  let [count, mean, squares] = [0, 0, 0];
  for (let index = start; index < numbers.length; index += step) {
    count += 1;
    const distance = numbers[index] - mean;
    mean += distance / count;
    squares += distance * (numbers[index] - mean);
  }
  return count ? Math.sqrt(squares / count) : NaN;
}

/** Says in words what becomes of the signal, from the numbers alone. */
export function fate(layers, hidden) {
  const last = layers[depth - 1];
  const ratio = last.difference / layers[0].difference;
  const course = `The difference that an example makes goes from ${significant(layers[0].difference, 2)} in layer 1 to `
    + `${significant(last.difference, 2)} in layer ${depth}`;
  if (layers.some(({ deviation }) => !Number.isFinite(deviation))) {
    const layer = layers.findIndex(({ deviation }) => !Number.isFinite(deviation)) + 1;
    return { word: "breaks off", isGood: false, text: `In layer ${layer} the activations are no numbers any more.` };
  }
  if (!(layers[0].difference > 0)) {
    return { word: "dies", isGood: false, text: "All examples are the same already in layer 1." };
  }
  const [least, greatest] = { tanh: [-0.95, 0.95], sigmoid: [0.05, 0.95], relu: [-Infinity, Infinity] }[hidden];
  const atEnds = last.activations.filter((value) => value < least || value > greatest).length / last.activations.length;
  if (atEnds > 0.3) {
    return {
      word: "saturates", isGood: false,
      text: `${percent(atEnds)} of layer ${depth}'s activations lie at an end of the function, where the slope is almost 0.`,
    };
  }
  if (ratio < 0.1) return { word: "dies", isGood: false, text: `${course}: the examples can hardly be told apart.` };
  if (ratio > 10) return { word: "explodes", isGood: false, text: `${course}.` };
  return { word: "holds", isGood: true, text: `${course}.` };
}

/** Counts the finite numbers of each of `bins` equal pieces of a range, as shares. */
export function shares(numbers, [lower, upper], bins) {
  const heights = new Array(bins).fill(0);
  for (const number of numbers) {
    const bin = Math.floor(((number - lower) / (upper - lower)) * bins);
    if (bin >= 0 && bin <= bins) heights[Math.min(bin, bins - 1)] += 1 / numbers.length;
  }
  return heights;
}
