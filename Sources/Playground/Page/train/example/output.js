// The formulas of a last layer: probability, loss and the slope by the pre-activation.

import { significant } from "../../widgets/numbers.js";
import { formula, show } from "./lines.js";

export const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/** The lines of an output of a network of either kind; `delta` is the slope that the code gave. */
export function outputLines(example, unit, delta) {
  return example.plan.network === "layers" ? softmaxLines(example, unit, delta) : sigmoidLines(example, delta);
}

/** One output: the probability p of class 1. */
function sigmoidLines({ sizes, preActivations, activations, label, loss }, delta) {
  const [[z], [p]] = [preActivations.at(-1), activations.at(-1)];
  const clipped = Math.min(1 - 1e-8, Math.max(1e-8, p));
  const text = label === 1 ? show(p) : `(1 − ${show(p)})`;
  return [
    formula("p =", `σ(${significant(z)})`, sigmoid(z), p),
    formula("loss =", `−ln ${text}`, -Math.log(label === 1 ? clipped : 1 - clipped), loss),
    formula(`δ${sizes.length - 1}[0] = p − y =`, `${show(p)} − ${label}`, p - label, delta),
  ];
}

/** One of several outputs: the probability of each class; y is 1 for the example's own class and 0 for the others. */
function softmaxLines({ sizes, preActivations, activations, label, loss }, unit, delta) {
  const [logits, probabilities] = [preActivations.at(-1), activations.at(-1)];
  const largest = Math.max(...logits);
  const sum = logits.reduce((sum, z) => sum + Math.exp(z - largest), 0);
  const shown = Array.from(logits.length > 4 ? logits.slice(0, 3) : logits, (z) => `exp(${significant(z)})`);
  if (logits.length > 4) shown.push(`… ${logits.length - 3} more …`);
  const p = probabilities[unit];
  const y = Number(unit === label);
  return [
    formula(
      `p[${unit}] =`, `exp(${significant(logits[unit])}) / (${shown.join(" + ")})`,
      Math.exp(logits[unit] - largest) / sum, p),
    formula(`loss = −ln p[${label}] =`, `−ln ${show(probabilities[label])}`, largest + Math.log(sum) - logits[label], loss),
    formula(`δ${sizes.length - 1}[${unit}] = p − y =`, `${show(p)} − ${y}`, p - y, delta),
  ];
}
