// The optimizers: how they are chosen, named and handed on.

import { description } from "../../engine/description.js";

/** What the page calls each optimizer. Their numbers, and what they usually are, come with the course. */
const titles = { sgd: "gradient descent", momentum: "momentum", adam: "Adam" };

/** The optimizers in the order of their numbers: {name, number, title, learningRate, …}. */
export const optimizers = description.training.optimizers.map(({ name, numbers, ...usual }, number) =>
  ({ name, number, title: titles[name] ?? name, ...usual, ...numbers }));

/** The optimizer of a name. */
export const optimizerNamed = (name) => optimizers.find((optimizer) => optimizer.name === name);

/** The numbers that can be chosen of an optimizer: {key, optimizer, label, title, usual}. */
export const optimizerNumbers = [
  { key: "momentum", optimizer: "momentum", label: "Momentum β", title: "β", usual: optimizerNamed("momentum").coefficient },
];

/** What is chosen at first: the first optimizer, and what the others usually have. */
export const usualOptimizer = {
  optimizer: optimizers[0].name, ...Object.fromEntries(optimizerNumbers.map(({ key, usual }) => [key, usual])),
};

/** The optimizer that the settings ask for, with momentum's β. */
export const chosenOptimizer = ({ optimizer, momentum }) => ({ ...optimizerNamed(optimizer), coefficient: momentum });

/** The learning rates that an optimizer usually has, by the data. */
const rates = { xor: "learningRateOfXOR", digits: "learningRateOfDigits" };

/** What changes with the optimizer: the learning rate, too, unless somebody has chosen one. */
export const changesForOptimizer = (name, { data, optimizer, learningRate }) => {
  const usualRate = (name) => optimizerNamed(name)[rates[data] ?? "learningRate"];
  return { optimizer: name, ...(learningRate === usualRate(optimizer) ? { learningRate: usualRate(name) } : {}) };
};
