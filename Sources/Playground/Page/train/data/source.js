// Where examples come from: drawn by the course, drawn by hand, or read from a table; always in their own units here.

import { description } from "../../engine/description.js";
import { ask, kit } from "../../engine/kit.js";
import { enoughToValidate } from "./points.js";

/** No examples. */
export const nothing = () => ({ features: new Float64Array(), labels: new Float64Array() });

const plain = { features: ["x1", "x2"], classes: ["0", "1"], scaling: null };

/** Examples that the course draws, split as in the Lab. */
export function drawnSource({ kind, samples, noise, seed }) {
  const number = description.training.kinds.findIndex(({ name }) => name === kind);
  return { ...plain, ...splitFrom(ask("drawData", [], () => [number, samples, noise, seed])) };
}

/** What a class is called in sentences: its name, and of a number what it is the number of. */
export const classTitle = (name) => (/^\d+$/.test(name) ? `class ${name}` : name);

/** The examples to learn from and those to measure on, as the kit answers them: {training, validation}. */
export function splitFrom(answer) {
  const [count, validationCount] = answer.list(2);
  const part = (count) => ({
    features: Float64Array.from(answer.list(2 * count)), labels: Float64Array.from(answer.list(count)),
  });
  return { training: part(count), validation: part(validationCount) };
}

/** Points that somebody drew: every fifth validates as soon as there are enough of them. */
export function ownSource(points) {
  const part = (chosen) => ({
    features: Float64Array.from(chosen.flatMap(({ x, y }) => [x, y])),
    labels: Float64Array.from(chosen, ({ label }) => label),
  });
  const isHeld = (_, index) => index % 5 === 4;
  if (points.length < enoughToValidate) return { ...plain, training: part(points), validation: part(points) };
  return {
    ...plain,
    training: part(points.filter((point, index) => !isHeld(point, index))), validation: part(points.filter(isHeld)),
  };
}

/** Features as they go into the network. */
export function scaled(features, scaling) {
  if (!scaling) return features;
  return kit("scale", [scaling.means.length], scaling.means, scaling.deviations, features);
}

/** Whether a source validates on what it learns. */
export const validatesOnTraining = ({ training, validation }) =>
  training.labels.length === validation.labels.length
  && training.features.every((value, index) => value === validation.features[index]);
