// Where examples come from: drawn by the course, drawn by hand, or read from a table; always in their own units here.

import { enoughToValidate } from "./points.js";

/** The examples from `start` up to `end`. */
const cut = ({ features, labels }, start, end = labels.length) => ({
  features: features.slice(2 * start, 2 * end), labels: labels.slice(start, end),
});

/** No examples. */
export const nothing = () => ({ features: new Float64Array(), labels: new Float64Array() });

const plain = { features: ["x1", "x2"], classes: ["0", "1"], scaling: null };

/** Examples that the course drew: the first fifth validates, as in the Lab; XOR validates on what it learns. */
export function drawnSource(kind, all) {
  const count = kind === "xor" ? 0 : Math.trunc(all.labels.length * 0.2);
  return { ...plain, training: cut(all, count), validation: count ? cut(all, 0, count) : all };
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
  return features.map((value, index) => (value - scaling.means[index % 2]) / scaling.deviations[index % 2]);
}

/** Whether a source validates on what it learns. */
export const validatesOnTraining = ({ training, validation }) =>
  training.labels.length === validation.labels.length
  && training.features.every((value, index) => value === validation.features[index]);
