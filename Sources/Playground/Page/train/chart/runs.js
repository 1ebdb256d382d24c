// What a run is called, and how the figures of several runs compare.

import { make } from "../../widgets/elements.js";
import { grouped, percent, significant } from "../../widgets/numbers.js";
import { optimizerNamed, optimizerNumbers } from "../training/optimizers.js";

const descriptions = {
  data: (data) => `data: ${data}`,
  samples: (samples) => `${grouped(samples)} points`,
  noise: (noise) => `noise ${noise}`,
  dataSeed: (seed) => `data seed ${seed}`,
  weightSeed: (seed) => `weight seed ${seed}`,
  network: (network) => (network === "layers" ? "layers" : "a binary network"),
  hiddenUnits: (units) => (units.length ? `hidden units ${units.join(", ")}` : "no hidden layer"),
  activation: (activation) => ({ relu: "ReLU" })[activation] ?? activation,
  initialisation: (initialisation) => (initialisation === "xavier" ? "Xavier’s weights" : "He’s weights"),
  learningRate: (rate) => `learning rate ${rate}`,
  batchSize: (size) => (size ? `batches of ${size}` : "all at once"),
  lambda: (lambda) => (lambda ? `λ ${lambda}` : "no L2"),
  weightDecay: (decay) => (decay ? `weight decay ${decay}` : "no weight decay"),
  dropout: (share) => (share ? `dropout ${share}` : "no dropout"),
  optimizer: (name) => optimizerNamed(name).title,
  ...Object.fromEntries(optimizerNumbers.map(({ key, title }) => [key, (value) => `${title} ${value}`])),
  patience: (patience) => (patience === null ? "no early stopping" : `patience ${patience}`),
};

/** What is different about a run: `learning rate 0.1, tanh`. */
export function difference(settings, others) {
  const texts = Object.entries(descriptions)
    .filter(([key]) => JSON.stringify(settings[key]) !== JSON.stringify(others[key]))
    .map(([key, describe]) => describe(settings[key]));
  return texts.join(", ") || "the same settings";
}

const figures = [
  ["epochs", ({ epoch }) => grouped(epoch)],
  ["steps", ({ step }) => grouped(step)],
  ["training loss", ({ trainingLoss }) => significant(trainingLoss)],
  ["validation loss", ({ validationLoss }) => significant(validationLoss)],
  ["training accuracy", ({ trainingAccuracy }) => percent(trainingAccuracy)],
  ["validation accuracy", ({ validationAccuracy }) => percent(validationAccuracy)],
];

/** A table of the last figures of runs, each `{title, last}`, one column a run. */
export function comparison(runs) {
  const heads = runs.map(({ title }) => make("th", { scope: "col" }, title));
  return make("table", { class: "comparison" },
    make("caption", {}, "The last figures of each run"),
    make("thead", {}, make("tr", {}, make("td"), ...heads)),
    make("tbody", {}, ...figures.map(([name, text]) => make("tr", {},
      make("th", { scope: "row" }, name), ...runs.map(({ last }) => make("td", {}, last ? text(last) : "–"))))));
}

/** The course of a run in words, for those who cannot see the curves. */
export function story(entries, bestEpoch) {
  if (entries.length < 2) return "The curves begin with the first step.";
  const [first, last] = [entries[0], entries.at(-1)];
  const best = entries.reduce((best, entry) => (entry.validationLoss < best.validationLoss ? entry : best), first);
  const change = (key) => {
    const [from, to] = [first[key], last[key]];
    const isKnown = Number.isFinite(from) && Number.isFinite(to);
    const verb = !isKnown ? "goes" : to < from ? "falls" : to > from ? "rises" : "stays";
    return `${verb} from ${significant(from)} to ${significant(to)}`;
  };
  const counted = (count, name) => `${grouped(count)} ${name}${count === 1 ? "" : "s"}`;
  return `In ${counted(last.step, "step")} (${counted(last.epoch, "epoch")}) the training loss `
    + `${change("trainingLoss")}, the validation loss ${change("validationLoss")}; `
    + `it is lowest, ${significant(best.validationLoss)}, at epoch ${grouped(best.epoch)}.`
    + (bestEpoch ? ` Early stopping keeps epoch ${bestEpoch} as the best.` : "");
}
