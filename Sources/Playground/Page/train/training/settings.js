// What can be chosen for a training, and what is chosen at first: the same as `course-check train` has.

/** The kinds of data in the order of the menu. */
export const kinds = {
  moons: { title: "Moons", samples: 1200, noise: 0.24 },
  circles: { title: "Circles", samples: 500, noise: 0.1 },
  xor: { title: "XOR" },
  quadrants: { title: "Quadrants", samples: 1000 },
  linear: { title: "Linear", samples: 200 },
  own: { title: "Own points" },
  table: { title: "A table" },
};

/** The least and the most of every number; those without a step are whole. */
export const limits = {
  samples: { min: 10, max: 5000 },
  noise: { min: 0, max: 2, step: "any" },
  dataSeed: { min: 0, max: 999999999 },
  weightSeed: { min: 0, max: 999999999 },
  units: { min: 1, max: 64 },
  hiddenLayers: { min: 0, max: 6 },
  learningRate: { min: 0, max: 1000, step: "any" },
  batchSize: { min: 0, max: 5000 },
  lambda: { min: 0, max: 1000, step: "any" },
  momentum: { min: 0, max: 0.99, step: "any" },
  patience: { min: 1, max: 100000 },
};

/** What suits the four points of XOR, and what suits everything else. */
const usual = {
  few: { hiddenUnits: [8], learningRate: 0.5, batchSize: 0 },
  many: { hiddenUnits: [32, 32], learningRate: 0.03, batchSize: 64 },
};

/** The settings of a page that is opened without a link. */
export const defaults = () => ({
  data: "moons", samples: 1200, noise: 0.24, dataSeed: 1, weightSeed: 1, ...usual.many, hiddenUnits: [32, 32],
  activation: "relu", initialisation: "he", lambda: 0, momentum: null, patience: null,
});

/** What changes with the kind of data: samples and noise; to XOR and back from it, network and steps, too. */
export const changesFor = (data, from) => ({
  data,
  ...(kinds[data].samples ? { samples: kinds[data].samples } : {}),
  ...(kinds[data].noise === undefined ? {} : { noise: kinds[data].noise }),
  ...((data === "xor") === (from === "xor") ? {} : structuredClone(data === "xor" ? usual.few : usual.many)),
});

/** Whether a number may stand in a setting. */
export const isAllowed = (name, number) => {
  const { min, max, step } = limits[name];
  return number >= min && number <= max && (step === "any" || Number.isInteger(number));
};

/** The units of all layers: two inputs, the hidden layers, one output. */
export const sizesOf = ({ hiddenUnits }) => [2, ...hiddenUnits, 1];

/** What a setting decides: the data, the network at its beginning, or only how training goes on. */
export const reachOf = (name) => {
  if (["data", "samples", "noise", "dataSeed"].includes(name)) return "data";
  return ["learningRate", "batchSize", "lambda", "momentum", "patience"].includes(name) ? "plan" : "network";
};
