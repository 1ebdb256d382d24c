// How large a network is, counted by the page itself.

import { layout } from "../../engine/network.js";

/** The most that the page counts. */
export const limits = { units: 4096, layers: 16 };

/** Returns for each layer its weights, biases, parameters, and the operations of a forward pass of one example. */
export function layerCounts(sizes) {
  return layout(sizes).map(({ layer, fanIn, fanOut }) => ({
    layer, fanIn, fanOut, weights: fanIn * fanOut, biases: fanOut, parameters: fanIn * fanOut + fanOut,
    operations: 2 * fanIn * fanOut,
  }));
}

/** The sums of all layers. */
export function total(counts) {
  const sum = (name) => counts.reduce((sum, count) => sum + count[name], 0);
  return { weights: sum("weights"), biases: sum("biases"), parameters: sum("parameters"), operations: sum("operations") };
}

/** Reads a list like `10-64-64-1`; null if it is none. */
export function sizesFrom(text) {
  const numbers = (text ?? "").trim().split(/\s*[-–,\s]\s*/).map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
  const isFine = numbers.length >= 2 && numbers.length <= limits.layers
    && numbers.every((size) => size >= 1 && size <= limits.units);
  return isFine ? numbers : null;
}

/** Why the playground cannot train such a network with data of so many classes; null if it can. */
export function whyNotTrained(sizes, classCount) {
  const hidden = sizes.slice(1, -1);
  const outputs = classCount > 2 ? [classCount] : [1, classCount];
  if (sizes[0] !== 2 || !outputs.includes(sizes.at(-1))) {
    return `With the present data the playground trains networks with 2 inputs and ${outputs.join(" or ")} outputs.`;
  }
  if (hidden.length > 6) return "The playground trains up to 6 hidden layers.";
  return hidden.some((units) => units > 64) ? "The playground trains layers of up to 64 units." : null;
}

/** The documents' examples, with their right counts. */
export const presets = [
  { sizes: [2, 32, 32, 1], note: "The network of the Train panel at the beginning: 1,185 parameters." },
  { sizes: [10, 64, 1], note: "One hidden layer: 769 parameters." },
  {
    sizes: [10, 64, 64, 64, 1],
    note: "Three hidden layers of the same width: 9,089 parameters, about 9.1 thousand, and 17,792 FLOPs, about 17.8 "
      + "thousand.",
  },
  {
    sizes: [256, 128, 128, 128, 10],
    note: "256 inputs, depth 3, width 128, 10 outputs: 67,210 parameters. The course's source says about 116 thousand, but "
      + "its own formula gives 67,210 for these layers. 116,490 belongs to 256-256-128-128-10.",
  },
  {
    sizes: [256, 256, 128, 128, 10],
    note: "The network to which the source's 116 thousand belongs: 116,490 parameters.",
  },
];
