// The formulas of one example's step with the numbers put in.

import { layout, parameterName, weightPlace } from "../../engine/network.js";
import { significant } from "../../widgets/numbers.js";
import { formula, show, sumText, total } from "./lines.js";
import { outputLines, sigmoid } from "./output.js";

/** The last example's numbers as long as nothing else has happened since, or null. */
export const presentExample = ({ example, parameters }) => (example?.kept === parameters ? example : null);

/** δ of a neuron: with one example it is the gradient of its bias. */
export function deltaOf({ gradients, sizes }, layer, unit) { return gradients[layout(sizes)[layer - 1].biases + unit]; }

/** The numbers that go into a layer: the example's features, or the activations of the layer before. */
export function inputsOf(example, layer) { return layer === 1 ? example.features : example.activations[layer - 2]; }

const functions = {
  relu: { name: "ReLU", value: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) },
  tanh: { name: "tanh", value: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
  sigmoid: { name: "σ", value: sigmoid, slope: (z) => sigmoid(z) * sigmoid(-z) },
};

/**
 * The formulas of a neuron and of one weight that comes in.
 * @returns {{name: string, text: string, expected: number, actual: number}[]} as in lines.js; the text stands before the result
 */
export function formulasOf(example, layer, unit, from) {
  const { sizes, before, gradients, plan } = example;
  const place = (layer, from, to) => weightPlace(sizes, layer, from, to);
  const isOutput = layer === sizes.length - 1;
  const biasPlace = layout(sizes)[layer - 1].biases + unit;
  const input = inputsOf(example, layer)[from];
  const z = example.preActivations[layer - 1][unit];
  const delta = deltaOf(example, layer, unit);
  const terms = Array.from(inputsOf(example, layer), (input, index) => [input, before[place(layer, index, unit)]]);
  const index = `${layer}[${unit}]`;
  const lines = [
    formula(`z${index} =`, `${sumText(terms)} + ${show(before[biasPlace])}`, total(terms) + before[biasPlace], z),
  ];
  if (isOutput) lines.push(...outputLines(example, unit, delta));
  else {
    const { name, value, slope } = functions[plan.hidden];
    lines.push(formula(`a${index} =`, `${name}(${significant(z)})`, value(z), example.activations[layer - 1][unit]));
    const back = Array.from({ length: sizes[layer + 1] }, (_, next) =>
      [deltaOf(example, layer + 1, next), before[place(layer + 1, unit, next)]]);
    const text = `(${sumText(back)}) · ${name}′(${significant(z)})`;
    lines.push(formula(`δ${index} =`, text, total(back) * slope(z), delta));
  }
  const weight = place(layer, from, unit);
  const slopeName = `slope of ${parameterName(sizes, weight)} = input · δ =`;
  lines.push(formula(slopeName, `${show(input)} · ${show(delta)}`, input * delta, gradients[weight]));
  return [...lines, ...updateOf(example, weight, pulls(plan, true)), ...updateOf(example, biasPlace, pulls(plan, false))];
}

/** What pulls a parameter towards 0: weight decay, or the L2 penalty, for a batch of 1, which leaves biases alone. */
function pulls({ lambda, weightDecay }, isWeight) {
  if (weightDecay) return { strength: weightDecay, text: `${weightDecay}`, name: "weight decay" };
  return { strength: isWeight ? lambda : 0, text: `${lambda} / 1`, name: "L2" };
}

/** How one parameter is updated: what pulls it towards 0, what the optimizer carries, and the step. */
function updateOf(example, place, pull) {
  const { sizes, before, gradients, parameters, plan } = example;
  const { optimizer, learningRate } = plan;
  const name = parameterName(sizes, place);
  const gradient = gradients[place] + pull.strength * before[place];
  const text = show(gradients[place]) + (pull.strength ? ` + ${pull.text} · ${show(before[place])}` : "");
  const slope = { name, gradient, text, number: (pull.strength ? `(${text})` : text) };
  const step = { sgd: plain, momentum, adam }[optimizer.name](example, place, slope, pull);
  const after = before[place] - learningRate * step.value;
  const stepText = `${show(before[place])} − ${learningRate} · ${step.text}`;
  return [...step.lines, formula(`${name} ←`, stepText, after, parameters[place])];
}

function plain(_, __, { name, gradient, text }, pull) {
  const lines = pull.strength ? [formula(`slope of ${name} with ${pull.name} =`, text, gradient, gradient)] : [];
  return { lines, value: gradient, text: show(gradient) };
}

function momentum({ memoryBefore, memory, plan: { optimizer } }, place, { name, gradient, text }) {
  const kept = memoryBefore[0]?.[place] ?? 0;
  const sum = optimizer.coefficient * kept + gradient;
  const speed = memory[0]?.[place] ?? sum;
  const line = formula(`velocity of ${name} =`, `${optimizer.coefficient} · ${show(kept)} + ${text}`, sum, memory[0]?.[place]);
  return { lines: [line], value: speed, text: show(speed) };
}

function adam({ memoryBefore, memory, stepCount, plan: { optimizer } }, place, { name, gradient, number }) {
  const { firstDecay, secondDecay, epsilon } = optimizer;
  const moment = (index, decay, joining, text, symbol) => {
    const kept = memoryBefore[index]?.[place] ?? 0;
    const rest = significant(1 - decay);
    const expected = decay * kept + (1 - decay) * joining;
    const value = memory[index]?.[place] ?? expected;
    const corrected = value / (1 - decay ** stepCount);
    return {
      corrected,
      lines: [
        formula(`${symbol} of ${name} =`, `${decay} · ${show(kept)} + ${rest} · ${text}`, expected, memory[index]?.[place]),
        formula(`${symbol} corrected =`, `${show(value)} / (1 − ${decay}^${stepCount})`, corrected, corrected),
      ],
    };
  };
  const first = moment(0, firstDecay, gradient, number, "m");
  const second = moment(1, secondDecay, gradient ** 2, `${number}²`, "v");
  return {
    lines: [...first.lines, ...second.lines], value: first.corrected / (Math.sqrt(second.corrected) + epsilon),
    text: `${show(first.corrected)} / (√${show(second.corrected)} + ${significant(epsilon)})`,
  };
}
