// A trained network as a file: what `course-check train --save` writes and `course-check predict --model` reads.

import { activations, layout } from "../../engine/network.js";
import { FileProblem } from "../data/csv.js";
import { limits } from "../training/settings.js";

const format = "course-kit model 1";

/** The network as JSON; keys in the order of the alphabet. */
export function modelText({ sizes, parameters, settings, source, scaling }) {
  const numbers = (start, count) => [...parameters.slice(start, start + count)];
  const rows = ({ fanIn, fanOut, weights }) =>
    Array.from({ length: fanIn }, (_, row) => numbers(weights + row * fanOut, fanOut));
  const layers = layout(sizes);
  return JSON.stringify({
    biases: layers.map(({ biases, fanOut }) => numbers(biases, fanOut)),
    classes: source.classes, features: source.features, format, hidden: settings.activation,
    ...(scaling ? { scaling: { deviations: [...scaling.deviations], means: [...scaling.means] } } : {}),
    weights: layers.map(rows),
  }) + "\n";
}

/** Reads such a file; throws a FileProblem if it is none, or none that this page can show. */
export function readModel(text, name) {
  const model = parsed(text, name);
  const damaged = (what) => new FileProblem(`${name} is damaged: ${what}. Train and save it again.`);
  const { hidden, weights, biases, features, classes, scaling } = model;
  if (!features.length) throw damaged("it names no features");
  if (!weights.length || weights.length !== biases.length) {
    throw damaged(`it has weights for ${weights.length} layers and biases for ${biases.length}`);
  }
  let fanIn = features.length;
  weights.forEach((rows, index) => {
    const units = biases[index].length;
    if (!units) throw damaged(`layer ${index + 1} has no units`);
    if (rows.length !== fanIn || rows.some((row) => row.length !== units)) {
      throw damaged(`the weights of layer ${index + 1} should have ${fanIn} rows of ${units} numbers`);
    }
    fanIn = units;
  });
  if (fanIn !== 1) throw damaged(`its last layer has ${fanIn} units and should have 1`);
  if (classes.length !== 2) throw damaged(`it names ${classes.length} classes and should name 2`);
  if (scaling && (scaling.means.length !== features.length || scaling.deviations.length !== features.length)) {
    throw damaged("its scaling does not have a number for each feature");
  }
  if (scaling?.deviations.some((deviation) => !(deviation > 0))) {
    throw damaged("it divides a feature by 0 or by no finite number");
  }
  const hiddenUnits = biases.slice(0, -1).map(({ length }) => length);
  if (features.length !== 2) {
    throw new FileProblem(
      `${name} has ${features.length} features, and this page shows 2: train a model of two columns.`);
  }
  if (hiddenUnits.length > limits.hiddenLayers.max || hiddenUnits.some((units) => units > limits.units.max)) {
    throw new FileProblem(
      `${name} has the hidden layers ${hiddenUnits.join("-")}, and this page shows up to ${limits.hiddenLayers.max} of `
      + `up to ${limits.units.max} units: train a smaller one.`);
  }
  const parameters = Float64Array.from(weights.flatMap((rows, index) => [...rows.flat(), ...biases[index]]));
  return { hiddenUnits, activation: hidden, parameters, scaling: scaling ?? null, features, classes };
}

/** The JSON, as far as every part is there and of its kind. */
function parsed(text, name) {
  const unreadable = (what) =>
    new FileProblem(`${name} is no model that can be read: ${what}. Train it again: train --save ${name} writes one.`);
  let model;
  try {
    model = JSON.parse(text);
  } catch {
    throw unreadable("it is no JSON");
  }
  if (model === null || typeof model !== "object" || Array.isArray(model)) throw unreadable("it is no JSON object");
  if (typeof model.format === "string" && model.format !== format) {
    throw new FileProblem(
      `${name} has the format '${model.format.slice(0, 40)}', and this page reads '${format}'. Train and save it `
      + "again.");
  }
  const isNumber = (value) => typeof value === "number" && Number.isFinite(value);
  const isText = (value) => typeof value === "string";
  const listOf = (isItem) => (value) => Array.isArray(value) && value.every(isItem);
  const parts = {
    format: isText, hidden: (value) => activations.includes(value), weights: listOf(listOf(listOf(isNumber))),
    biases: listOf(listOf(isNumber)), features: listOf(isText), classes: listOf(isText),
  };
  for (const [key, isRight] of Object.entries(parts)) {
    if (!(key in model)) throw unreadable(`'${key}' is missing`);
    if (!isRight(model[key])) throw unreadable(`${key} is wrong`);
  }
  const { scaling } = model;
  const isList = listOf(isNumber);
  if (scaling != null && !(isList(scaling.means) && isList(scaling.deviations))) throw unreadable("scaling is wrong");
  return model;
}
