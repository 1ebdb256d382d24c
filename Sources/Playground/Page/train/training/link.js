// The settings as texts of the page's address, and back.

import { activations, networks, parameterCount } from "../../engine/network.js";
import { optimizerNumbers, optimizers } from "./optimizers.js";
import { speeds } from "./player.js";
import { defaults, isAllowed, kinds, limits, sizesOf } from "./settings.js";
import { pointsFrom, pointsText } from "../data/points.js";

const number = (name) => ({
  read: (text) => {
    const value = Number(text);
    return text.trim() !== "" && isAllowed(name, value) ? value : undefined;
  },
  write: String,
});

const numberOrNone = (name) => ({
  read: (text) => (text === "none" ? null : number(name).read(text)),
  write: (value) => (value === null ? "none" : String(value)),
});

const oneOf = (names) => ({ read: (text) => (names.includes(text) ? text : undefined), write: String });

/** How each setting is written. */
const forms = {
  data: oneOf(Object.keys(kinds)),
  samples: number("samples"), noise: number("noise"), dataSeed: number("dataSeed"), weightSeed: number("weightSeed"),
  network: oneOf(networks),
  hiddenUnits: {
    read: (text) => {
      const units = text === "none" ? [] : text.split("-").map((part) => number("units").read(part));
      return units.length <= limits.hiddenLayers.max && !units.includes(undefined) ? units : undefined;
    },
    write: (units) => units.join("-") || "none",
  },
  activation: oneOf(activations), initialisation: oneOf(["he", "xavier"]),
  learningRate: number("learningRate"), batchSize: number("batchSize"), lambda: number("lambda"),
  weightDecay: number("weightDecay"), dropout: number("dropout"),
  optimizer: oneOf(optimizers.map(({ name }) => name)), patience: numberOrNone("patience"),
  ...Object.fromEntries(optimizerNumbers.map(({ key }) => [key, numberOrNone(key)])),
};

/** Of how many weights and biases a link holds those that were set by hand: a larger network is not set by hand. */
const mostByHand = 20;

/** What is no setting of the training: its speed, the unit that is shown (`1.4`, `0.0` for the output), own points … */
const viewForms = {
  speed: oneOf(Object.keys(speeds)),
  shownUnit: {
    read: (text) => {
      const match = /^(\d)\.(\d\d?)$/.exec(text);
      return match ? { layer: Number(match[1]), unit: Number(match[2]) } : undefined;
    },
    write: ({ layer, unit }) => `${layer}.${unit}`,
  },
  weightsByHand: {
    read: (text, settings) => {
      const numbers = text.split("_").map((part) => (part.trim() === "" ? NaN : Number(part)));
      const isFine = numbers.length === parameterCount(sizesOf(settings)) && numbers.length <= mostByHand
        && numbers.every((number) => Math.abs(number) <= 1e6);
      return isFine ? Float64Array.from(numbers) : undefined;
    },
    write: (weights) => (weights && weights.length <= mostByHand
      ? Array.from(weights, (weight) => Number(weight.toPrecision(7))).join("_") : null),
  },
  points: { read: pointsFrom, write: (points) => (points.length ? pointsText(points) : null) },
};

/** Reads what stands in a link into the settings and a view; says what could not be used. */
export function readSettings(address) {
  const settings = defaults();
  const view = { points: [] };
  const ignored = [];
  const take = (forms, target) => {
    for (const [name, { read }] of Object.entries(forms)) {
      const text = address.get(name);
      if (text === null) continue;
      const value = read(text, settings);
      if (value === undefined) ignored.push(`${name}=${text.slice(0, 40)}`);
      else target[name] = value;
    }
  };
  take(forms, settings);
  take(viewForms, view);
  // As on the command line, an optimizer's number alone asks for it; older links say none where they want another one.
  for (const { key, optimizer, usual } of optimizerNumbers) {
    settings[key] ??= usual;
    if ((address.get(key) ?? "none") !== "none" && address.get("optimizer") === null) settings.optimizer = optimizer;
  }
  // A table's rows are on nobody's disk but its owner's.
  if (settings.data === "table") {
    Object.assign(settings, { data: "moons" });
    ignored.push("data=table (a table is not part of a link: choose its file again)");
  }
  return { settings, view, ignored };
}

/** Writes all of that. */
export function writeSettings(address, trainer) {
  for (const [name, { write }] of Object.entries(forms)) address.set(name, write(trainer.settings[name]));
  for (const [name, { write }] of Object.entries(viewForms)) address.set(name, write(trainer[name]));
}
