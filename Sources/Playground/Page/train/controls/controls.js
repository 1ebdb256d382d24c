// What can be chosen: data, network, and how it learns.

import { make } from "../../widgets/elements.js";
import { button, choice, numberField } from "../../widgets/inputs.js";
import { networks } from "../../engine/network.js";
import { changesForOptimizer, optimizerNumbers, optimizers } from "../training/optimizers.js";
import { changesFor, kinds, limits } from "../training/settings.js";

const group = (title, ...children) => make("fieldset", {}, make("legend", {}, title), ...children);

/** Returns the form of all settings; it follows what a link, a loaded model or another panel sets. */
export function createControls({ trainer, say }, { wantTable }) {
  const common = (label, name) => ({
    label, id: name, value: trainer.settings[name], change: (value) => trainer.apply({ [name]: value }),
  });
  const number = (label, name, isOptional) => numberField({ ...common(label, name), ...limits[name], isOptional });
  const list = (label, name, options) => choice({ ...common(label, name), options });
  const fields = {
    data: choice({
      ...common("Data", "data"), options: Object.entries(kinds).map(([kind, { title }]) => [kind, title]),
      change: (kind) => {
        if (kind !== "table" || trainer.table) return trainer.apply(changesFor(kind, trainer.settings.data));
        fields.data.value = trainer.settings.data;
        return wantTable();
      },
    }),
    samples: number("Samples", "samples"),
    noise: number("Noise", "noise"),
    dataSeed: number("Data seed", "dataSeed"),
    network: list("Kind", "network", networks.map((kind) => [kind, kind])),
    activation: list("Activation", "activation", [["relu", "ReLU"], ["tanh", "tanh"], ["sigmoid", "sigmoid"]]),
    initialisation: list("Initial weights", "initialisation", [["he", "He"], ["xavier", "Xavier"]]),
    weightSeed: number("Weight seed", "weightSeed"),
    learningRate: number("Learning rate η", "learningRate"),
    batchSize: choice({
      ...common("Batch size", "batchSize"),
      options: [...[1, 4, 16, 32, 64, 128, 256].map((size) => [size, size]), [0, "all"]],
      change: (value) => trainer.apply({ batchSize: Number(value) }),
    }),
    lambda: number("L2 penalty λ", "lambda"),
    weightDecay: number("Weight decay", "weightDecay"),
    dropout: number("Dropout", "dropout"),
    optimizer: choice({
      ...common("Optimizer", "optimizer"), options: optimizers.map(({ name, title }) => [name, title]),
      change: (name) => trainer.apply(changesForOptimizer(name, trainer.settings)),
    }),
    ...Object.fromEntries(optimizerNumbers.map(({ key, label }) => [key, number(label, key)])),
    patience: number("Stop early: patience", "patience", true),
  };
  const layers = createLayers(trainer, say);
  const [binary] = fields.network.control.options;
  const whyLayers = make("p", { id: "why-layers", class: "faint" });
  const update = () => {
    const { settings } = trainer;
    for (const [name, field] of Object.entries(fields)) {
      // What somebody is writing stays.
      if (field.control !== document.activeElement || field.control.type !== "number") field.value = settings[name];
    }
    const kind = kinds[settings.data];
    fields.samples.control.disabled = !kind.samples;
    fields.noise.control.disabled = kind.noise === undefined;
    fields.dataSeed.control.disabled = !kind.samples && settings.data !== "table";
    const { isLayered, classCount } = trainer;
    binary.disabled = classCount > 2;
    binary.title = whyLayers.textContent =
      binary.disabled ? `A binary network tells 2 classes apart, and these data have ${classCount}.` : "";
    whyLayers.hidden = !binary.disabled;
    fields.activation.control.disabled = isLayered;
    fields.activation.control.title = isLayered ? "Lesson 10's layers have ReLU between them." : "";
    if (isLayered) fields.activation.value = "relu";
    fields.lambda.hidden = isLayered;
    fields.weightDecay.hidden = fields.dropout.hidden = !isLayered;
    for (const { key, optimizer } of optimizerNumbers) fields[key].hidden = settings.optimizer !== optimizer;
    layers.update();
  };
  trainer.addEventListener("reset", update);
  trainer.addEventListener("state", update);
  update();
  const part = (...names) => names.map((name) => fields[name]);
  return {
    element: make("form", { class: "controls", "aria-label": "Settings", onsubmit: (event) => event.preventDefault() },
      group("Data", ...part("data", "samples", "noise", "dataSeed")),
      group("Network", fields.network, whyLayers, layers.element, ...part("activation", "initialisation", "weightSeed")),
      group("Learning",
        ...part("optimizer", ...optimizerNumbers.map(({ key }) => key), "learningRate", "batchSize", "lambda", "weightDecay", "dropout", "patience"))),
  };
}

/** The hidden layers: a field for each layer's units, and buttons for more layers and fewer. */
function createLayers(trainer, say) {
  const { hiddenLayers, units } = limits;
  const setUnits = (hiddenUnits) => {
    trainer.apply({ hiddenUnits });
    update();
    say(`${hiddenUnits.length} hidden layers.`);
  };
  const isOff = (element) => element.getAttribute("aria-disabled") === "true";
  const more = button("+", () => {
    const { hiddenUnits } = trainer.settings;
    if (!isOff(more)) setUnits([...hiddenUnits, hiddenUnits.at(-1) ?? 8]);
  }, { id: "more-layers", "aria-label": "One hidden layer more" });
  const fewer = button("−", () => {
    if (!isOff(fewer)) setUnits(trainer.settings.hiddenUnits.slice(0, -1));
  }, { id: "fewer-layers", "aria-label": "One hidden layer less" });
  const count = make("span", { id: "layer-count" });
  const list = make("div", { class: "layers" });
  let fields = [];
  const update = () => {
    const { hiddenUnits } = trainer.settings;
    if (fields.length !== hiddenUnits.length) {
      fields = hiddenUnits.map((value, layer) => numberField({
        label: `Layer ${layer + 1}`, id: `units-${layer + 1}`, ...units, value,
        change: (count) => trainer.apply({ hiddenUnits: trainer.settings.hiddenUnits.with(layer, count) }),
      }));
      list.replaceChildren(...fields);
    }
    hiddenUnits.forEach((count, layer) => { fields[layer].value = count; });
    count.textContent = `Hidden layers: ${hiddenUnits.length}`;
    // A button that is switched off would drop the focus.
    more.setAttribute("aria-disabled", hiddenUnits.length >= hiddenLayers.max);
    fewer.setAttribute("aria-disabled", hiddenUnits.length === 0);
  };
  return { element: make("div", {}, make("div", { class: "row" }, count, fewer, more), list), update };
}
