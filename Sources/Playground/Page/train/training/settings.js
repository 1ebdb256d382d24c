// What can be chosen for a training, and what is chosen at first: the same as `course-check train` has.

import { description } from "../../engine/description.js";
import { usualOptimizer } from "./optimizers.js";

const { training } = description;

const titles = { xor: "XOR" };

/** The kinds of data in the order of the menu: {title}, and {samples, noise} as far as they can be chosen. */
export const kinds = {
  ...Object.fromEntries(training.kinds.map(({ name, ...usual }) =>
    [name, { title: titles[name] ?? name[0].toUpperCase() + name.slice(1), ...usual }])),
  own: { title: "Own points" },
  table: { title: "A table" },
};

/** The least and the most of every number; those without a step are whole. */
export const { limits } = training;

/** What suits the four points of XOR, and what suits everything else. */
const usual = (isXOR) => {
  const { hiddenUnits, numbers: { learningRate, batchSize } } = isXOR ? training.usualOfXOR : training.usual;
  return { hiddenUnits: [...hiddenUnits], learningRate, batchSize };
};

/** The settings of a page that is opened without a link. */
export const defaults = () => {
  const { data, network, hiddenUnits, activation, initialisation, numbers } = training.usual;
  return {
    data, dataSeed: 1, weightSeed: 1, network, hiddenUnits: [...hiddenUnits], activation, initialisation, patience: null,
    ...usualOptimizer, ...numbers,
  };
};

/** What changes with the kind of data: samples and noise; to XOR and back from it, network and steps, too. */
export const changesFor = (data, from) => ({
  data,
  ...(kinds[data].samples ? { samples: kinds[data].samples } : {}),
  ...(kinds[data].noise === undefined ? {} : { noise: kinds[data].noise }),
  ...((data === "xor") === (from === "xor") ? {} : usual(data === "xor")),
});

/** Whether a number may stand in a setting. */
export const isAllowed = (name, number) => {
  const { min, max, step } = limits[name];
  return number >= min && number <= max && (step === "any" || Number.isInteger(number));
};

/** The units of all layers: two inputs, the hidden layers, and one output, or in a network of layers one for each class. */
export const sizesOf = ({ network, hiddenUnits }, classCount = 2) =>
  [2, ...hiddenUnits, network === "layers" ? classCount : 1];

/** Whether a network has a unit whose field can be shown; a binary network's output is what the network says. */
export const hasUnit = ({ sizes, isLayered }, { layer, unit }) =>
  layer > 0 && layer < sizes.length - (isLayered ? 0 : 1) && unit < sizes[layer];

/** What a setting decides: the data, the network at its beginning, or only how training goes on. */
export const reachOf = (name) => {
  if (["data", "samples", "noise", "dataSeed"].includes(name)) return "data";
  const ofPlan = ["learningRate", "batchSize", "lambda", "weightDecay", "dropout", "patience"];
  return ofPlan.includes(name) || name in usualOptimizer ? "plan" : "network";
};
