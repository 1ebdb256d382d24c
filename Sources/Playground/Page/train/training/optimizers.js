// The optimizers beside plain gradient descent: how they are chosen, named and written out.

import { description } from "../../engine/description.js";

/**
 * What the page shows of each optimizer. Its number and its limits come with the course.
 * `label` stands at the control and `title` in sentences.
 */
const known = {
  momentum: { label: "Momentum β", title: "momentum" },
};

/** The optimizers that can be chosen: {key, number, label, title}. */
export const optimizers = description.training.optimizers.map((key, index) =>
  ({ key, number: index + 1, label: key, title: key, ...known[key] }));

/** The settings of a training without any of them. */
export const noOptimizer = Object.fromEntries(optimizers.map(({ key }) => [key, null]));

/** The optimizer that the settings ask for, {key, number, value}; null for plain gradient descent. */
export function chosenOptimizer(settings) {
  const optimizer = optimizers.find(({ key }) => settings[key] !== null);
  return optimizer ? { key: optimizer.key, number: optimizer.number, value: settings[optimizer.key] } : null;
}
