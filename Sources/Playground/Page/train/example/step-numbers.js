// Step by example: every number of one example's way through the network and back.

import { layout, parameterName, weightPlace } from "../../engine/network.js";
import { make } from "../../widgets/elements.js";
import { significant } from "../../widgets/numbers.js";
import { neuronName, shownNeuron, unitShownBy } from "../diagram/layout.js";
import { classTitle } from "../data/source.js";
import { deltaOf, formulasOf, inputsOf, presentExample } from "./formulas.js";
import { agrees } from "./lines.js";

/** Returns the choice of an example and, after its step, the tables and formulas of its numbers. */
export function createStepNumbers({ course, trainer, say }, boundary) {
  /** Which of the weights that come into the shown neuron is written out. */
  let from = 0;
  let drawn = null;
  const number = make("input", { type: "number", id: "example-index", min: 0, step: 1, value: 0 });
  const button = (id, text, action) => make("button", { type: "button", id, onclick: action }, text);
  const chosen = button("step-chosen", "Learn from it", () => learn(number.valueAsNumber));
  const next = button("step-next", "Learn from the next example", () => learn());
  const place = make("div");
  const element = make("section", { class: "step-numbers", "aria-labelledby": "step-numbers-title" },
    make("h3", { id: "step-numbers-title" }, "Step by example"),
    make("p", { class: "row" }, next, make("label", {}, "or example number ", number), chosen), place);

  async function learn(index) {
    const count = trainer.data.training.labels.length;
    if (index !== undefined && !(Number.isInteger(index) && index >= 0 && index < count)) {
      say(`The examples have the numbers 0 to ${count - 1}.`);
      return number.focus();
    }
    const example = await trainer.stepExample(index);
    if (example) say(`Learned from example ${example.index}; the loss on it was ${significant(example.loss)}.`);
  }

  function update() {
    const count = trainer.data.training.labels.length;
    if (number.max !== String(count - 1)) number.max = count - 1;
    for (const control of [number, chosen, next]) control.disabled = !trainer.canLearn;
    const example = presentExample(trainer);
    const { layer, unit } = shownNeuron(trainer);
    if (from >= trainer.sizes[layer - 1]) from = 0;
    const key = [layer, unit, from].join();
    if (drawn?.example === example && drawn.key === key) return;
    const isNew = drawn?.example !== example;
    drawn = { example, key };
    if (!example) {
      place.replaceChildren(make("p", { class: "faint" },
        "One update with one example: its numbers then stand at each neuron, and here with the formulas they come "
        + "from. A click on a point of the plane chooses it."));
      return;
    }
    number.value = example.index;
    boundary.choose(example.index);
    if (!example.fits) {
      place.replaceChildren(make("p", { class: "notice" },
        "The numbers of this step cannot be told apart: a matrix of your forward or backward pass has another shape "
        + `than it should. Next: swift run course-check ${course.entriesOf("gradients", {}, example.plan).join(", then ")}.`));
      return;
    }
    const focused = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const scrolled = isNew ? [] : [...place.querySelectorAll(".scrolls")].map((box) => box.scrollTop);
    place.replaceChildren(...contents(example, layer, unit));
    place.querySelectorAll(".scrolls").forEach((box, index) => { box.scrollTop = scrolled[index] ?? 0; });
    if (focused) place.querySelector(`[data-key="${focused}"]`)?.focus({ preventScroll: true });
  }

  function contents(example, layer, unit) {
    const [x1, x2] = example.features;
    return [
      make("p", {}, `Example ${example.index}: x1 = ${significant(x1)}, x2 = ${significant(x2)}, ${answerOf(example)}; `
        + `the loss on it was ${significant(example.loss)}.`),
      neuronTable(example),
      make("h4", {}, `With numbers: ${neuronName(example, { layer, unit })}`),
      make("ul", { class: "formulas" }, ...formulasOf(example, layer, unit, from).map(formula)),
      weightTable(example, layer, unit),
    ];
  }

  function neuronTable(example) {
    const { sizes, before, parameters } = example;
    const rows = layout(sizes).flatMap(({ layer, fanOut, biases }) => Array.from({ length: fanOut }, (_, unit) => [
      choice(`n${layer}-${unit}`, neuronName(example, { layer, unit }), () => {
        trainer.showUnit(unitShownBy(trainer, { layer, unit }));
      }),
      example.preActivations[layer - 1][unit], example.activations[layer - 1][unit], deltaOf(example, layer, unit),
      before[biases + unit], parameters[biases + unit],
    ]));
    return table("At each neuron", ["neuron", "z", "a", "δ = slope of b", "b before", "b after"], rows);
  }

  function weightTable(example, layer, unit) {
    const { sizes, before, gradients, parameters } = example;
    const rows = Array.from({ length: sizes[layer - 1] }, (_, source) => {
      const place = weightPlace(sizes, layer, source, unit);
      const name = choice(`w${source}`, parameterName(sizes, place), () => {
        from = source;
        update();
      });
      return [name, inputsOf(example, layer)[source], before[place], gradients[place], parameters[place]];
    });
    const title = `The weights that come into ${neuronName(example, { layer, unit })}`;
    return table(title, ["weight", "input", "W before", "slope", "W after"], rows);
  }

  for (const type of ["reset", "frame", "state", "weights", "unit"]) trainer.addEventListener(type, update);
  boundary.canvas.addEventListener("click", (event) => {
    const index = boundary.exampleAt(event.offsetX, event.offsetY);
    if (index === null) return;
    number.value = index;
    boundary.choose(index);
    say(`Example ${index} is chosen.`);
  });
  update();
  return { element };
}

/** The example's class, and what the network said: the probability of class 1, or that of each class. */
function answerOf({ plan, label, classes, activations }) {
  const probabilities = activations.at(-1);
  if (plan.network !== "layers") return `label y = ${label}. The network said p = ${significant(probabilities[0])}`;
  const said = classes.map((name, index) => `${significant(probabilities[index] ?? NaN)} for ${classTitle(name)}`);
  return `of ${classTitle(classes[label])}. The network said p = ${said.join(", ")}`;
}

/** A row's name, which can be chosen. */
function choice(key, text, choose) {
  return make("button", { type: "button", class: "link", data: { key }, onclick: choose }, text);
}

/** A table that scrolls inside its box. */
function table(title, heads, rows) {
  return make("div", { class: "scrolls", tabindex: 0, role: "region", "aria-label": title },
    make("table", {}, make("caption", {}, title),
      make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
      make("tbody", {}, ...rows.map(([name, ...numbers]) => make("tr", {},
        make("th", { scope: "row" }, name), ...numbers.map((number) => make("td", {}, significant(number ?? NaN))))))));
}

/** One formula; where the code gave something else than the formula does, both stand there. */
function formula(line) {
  const { name, text, expected, actual } = line;
  const start = `${name} ${text} = `;
  if (agrees(line)) return make("li", {}, start + significant(actual));
  // As many digits as it takes to tell them apart.
  const digits = [4, 6, 8].find((digits) => significant(expected, digits) !== significant(actual ?? NaN, digits)) ?? 12;
  const surprise = `but your code gave ${actual === undefined ? "none" : significant(actual, digits)}`;
  return make("li", {}, `${start}${significant(expected, digits)}, `, make("strong", {}, surprise));
}
