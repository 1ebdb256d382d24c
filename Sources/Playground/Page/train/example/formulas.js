// The formulas of one example's step with the numbers put in.

import { layout, parameterName, weightPlace } from "../../engine/network.js";
import { significant } from "../../widgets/numbers.js";

/** The last example's numbers as long as nothing else has happened since, or null. */
export const presentExample = ({ example, parameters }) => (example?.kept === parameters ? example : null);

/** δ of a neuron: with one example it is the gradient of its bias. */
export function deltaOf({ gradients, sizes }, layer, unit) { return gradients[layout(sizes)[layer - 1].biases + unit]; }

/** The numbers that go into a layer: the example's features, or the activations of the layer before. */
export function inputsOf(example, layer) { return layer === 1 ? example.features : example.activations[layer - 2]; }

const sigmoid = (z) => 1 / (1 + Math.exp(-z));

const functions = {
  relu: { name: "ReLU", value: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) },
  tanh: { name: "tanh", value: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
  sigmoid: { name: "σ", value: sigmoid, slope: (z) => sigmoid(z) * sigmoid(-z) },
};

/** A number as it stands in a formula. */
const show = (number) => significant(number ?? NaN).replace(/^−.*/, "($&)");

/** A sum of products as a text; of many the first ones. */
function sumText(pairs) {
  const shown = pairs.length > 5 ? pairs.slice(0, 3) : pairs;
  return shown.map(([one, other]) => `${show(one)} · ${show(other)}`).join(" + ")
    + (shown.length < pairs.length ? ` + … ${pairs.length - shown.length} more …` : "");
}

const total = (pairs) => pairs.reduce((sum, [one, other]) => sum + one * other, 0);

const formula = (name, text, expected, actual) => ({ name, text, expected, actual });

/**
 * The formulas of a neuron and of one weight that comes in.
 * @returns {{name: string, text: string, expected: number, actual: number}[]} the name ends with = or ←, the text
 *   stands before the result; `expected` is what the formula gives and `actual` what the student's code gave
 */
export function formulasOf(example, layer, unit, from) {
  const { sizes, before, gradients, label, plan, loss } = example;
  const place = (layer, from, to) => weightPlace(sizes, layer, from, to);
  const isOutput = layer === sizes.length - 1;
  const biasPlace = layout(sizes)[layer - 1].biases + unit;
  const input = inputsOf(example, layer)[from];
  const z = example.preActivations[layer - 1][unit];
  const a = example.activations[layer - 1][unit];
  const delta = deltaOf(example, layer, unit);
  const { name, value, slope } = functions[isOutput ? "sigmoid" : plan.hidden];
  const terms = Array.from(inputsOf(example, layer), (input, index) => [input, before[place(layer, index, unit)]]);
  const index = `${layer}[${unit}]`;
  const lines = [
    formula(`z${index} =`, `${sumText(terms)} + ${show(before[biasPlace])}`, total(terms) + before[biasPlace], z),
    formula(isOutput ? "p =" : `a${index} =`, `${name}(${significant(z)})`, value(z), a),
  ];
  if (isOutput) {
    const clipped = Math.min(1 - 1e-8, Math.max(1e-8, a));
    const text = label === 1 ? show(a) : `(1 − ${show(a)})`;
    lines.push(
      formula("loss =", `−ln ${text}`, -Math.log(label === 1 ? clipped : 1 - clipped), loss),
      formula(`δ${index} = p − y =`, `${show(a)} − ${label}`, a - label, delta));
  } else {
    const back = Array.from({ length: sizes[layer + 1] }, (_, next) =>
      [deltaOf(example, layer + 1, next), before[place(layer + 1, unit, next)]]);
    const text = `(${sumText(back)}) · ${name}′(${significant(z)})`;
    lines.push(formula(`δ${index} =`, text, total(back) * slope(z), delta));
  }
  const weight = place(layer, from, unit);
  const slopeName = `slope of ${parameterName(sizes, weight)} = input · δ =`;
  lines.push(formula(slopeName, `${show(input)} · ${show(delta)}`, input * delta, gradients[weight]));
  return [...lines, ...updateOf(example, weight, plan.lambda), ...updateOf(example, biasPlace, 0)];
}

/** How one parameter is updated: L2, which leaves biases alone, the velocity and the step. */
function updateOf({ sizes, before, gradients, parameters, velocity, velocityBefore, plan }, place, lambda) {
  const { optimizer, learningRate } = plan;
  const name = parameterName(sizes, place);
  const gradient = gradients[place] + lambda * before[place];
  const text = show(gradients[place]) + (lambda ? ` + ${lambda} / 1 · ${show(before[place])}` : "");
  let speed = gradient;
  const lines = [];
  if (optimizer) {
    const kept = velocityBefore[place] ?? 0;
    const sum = optimizer.value * kept + gradient;
    speed = velocity[place] ?? sum;
    lines.push(formula(`velocity of ${name} =`, `${optimizer.value} · ${show(kept)} + ${text}`, sum, velocity[place]));
  } else if (lambda) lines.push(formula(`slope of ${name} with L2 =`, text, gradient, gradient));
  const after = before[place] - learningRate * speed;
  const stepText = `${show(before[place])} − ${learningRate} · ${show(speed)}`;
  return [...lines, formula(`${name} ←`, stepText, after, parameters[place])];
}

/** Whether a formula gives what the code gave, as far as rounding allows. */
export function agrees({ expected, actual }) {
  return Object.is(expected, actual) || Math.abs(expected - actual) <= 1e-7 * Math.max(1e-3, Math.abs(expected));
}
