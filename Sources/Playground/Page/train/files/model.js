// A trained network as a file: what `course-check train --save` writes and `course-check predict --model` reads.

import { ask, FileProblem } from "../../engine/kit.js";
import { activations, networks } from "../../engine/network.js";
import { limits } from "../training/settings.js";

/** The network as JSON; throws a FileProblem if a weight is no finite number. */
export function modelText({ sizes, parameters, plan: { network, hidden }, source: { features, classes }, scaling }) {
  const { means, deviations } = scaling ?? { means: [0, 0], deviations: [1, 1] };
  const answer = ask("writeModel", [...features, ...classes], (lengths) => [
    networks.indexOf(network), activations.indexOf(hidden), sizes.length, ...sizes, scaling ? 1 : 0, ...means, ...deviations,
    classes.length, ...lengths, ...parameters,
  ]);
  return answer.words();
}

/** Reads such a file; throws a FileProblem if it is none, or none that this page can show. */
export function readModel(text, name) {
  const answer = ask("readModel", [name, text], ([nameLength]) => [nameLength]);
  const [network, activation] = [networks[answer.number()], activations[answer.number()]];
  const sizes = answer.list(answer.number());
  const count = answer.number();
  const isScaled = answer.number() === 1;
  const scaling = { means: answer.list(count), deviations: answer.list(count) };
  const classCount = answer.number();
  const [features, classes] = [answer.texts(count), answer.texts(classCount)];
  const hiddenUnits = sizes.slice(1, -1);
  if (count !== 2) {
    throw new FileProblem(`${name} has ${count} features, and this page shows 2: train a model of two columns.`);
  }
  if (hiddenUnits.length > limits.hiddenLayers.max || hiddenUnits.some((units) => units > limits.units.max)) {
    throw new FileProblem(
      `${name} has the hidden layers ${hiddenUnits.join("-")}, and this page shows up to ${limits.hiddenLayers.max} of `
      + `up to ${limits.units.max} units: train a smaller one.`);
  }
  const parameters = Float64Array.from(answer.list());
  return { network, sizes, hiddenUnits, activation, parameters, scaling: isScaled ? scaling : null, features, classes };
}
