// The elements of the diagram: a neuron with its numbers, and the pager of a wide layer.

import { make } from "../../widgets/elements.js";
import { significant } from "../../widgets/numbers.js";
import { classTitle } from "../data/source.js";
import { deltaOf } from "../example/formulas.js";
import { pageSize } from "./layout.js";

/** Returns a neuron: a button over its picture, and below it lines of numbers. */
export function createNeuron(node, size, name, numbers, { choose, point }) {
  return make("button", {
    type: "button", class: "neuron", "aria-label": [name, ...numbers].join(", "),
    style: `left: ${node.x - size / 2}px; top: ${node.y - size / 2}px; width: ${size}px; height: ${size}px`,
    onclick: () => choose(node), onpointerenter: () => point(node), onpointerleave: () => point(null),
    onfocus: () => point(node), onblur: () => point(null),
  }, make("span", { class: "neuron-numbers" }, numbers.join("\n")));
}

/** The numbers of an example at a neuron: z, a and δ; at an input only its value. */
export function numbersAt(example, { layer, unit }) {
  const text = (name, value) => `${name} ${significant(value ?? NaN, 3)}`;
  if (layer === 0) return [text("x", example.features[unit])];
  return [
    text("z", example.preActivations[layer - 1][unit]), text("a", example.activations[layer - 1][unit]),
    text("δ", deltaOf(example, layer, unit)),
  ];
}

/** Returns the names of the classes beside their outputs. */
export function createClassNames({ nodes }, { size, width }, classes) {
  return nodes.map(({ unit, x, y }) => {
    const left = x + size / 2 + 5;
    return make("span", {
      class: "diagram-class", title: classes[unit], "aria-hidden": "true",
      style: `left: ${left}px; top: ${y}px; max-width: ${width - left}px`,
    }, classTitle(classes[unit]));
  });
}

/** Returns what stands below a layer that has more units than are shown. */
export function createPager({ layer, count, start, x, bottom }, width, turn) {
  const end = Math.min(start + pageSize, count);
  const button = (sign, name, target, isPossible) => make("button", {
    type: "button", "aria-label": `${name} units of layer ${layer}`, disabled: !isPossible,
    onclick: () => turn(layer, target),
  }, make("span", { "aria-hidden": "true" }, sign));
  return make("div", {
    class: "diagram-pager", data: { layer }, style: `left: ${x - width / 2}px; top: ${bottom}px; width: ${width}px`,
  },
  make("span", {}, `${start}–${end - 1} `), make("span", {}, `and ${count - (end - start)} more`),
  make("span", {},
    button("↑", "Earlier", start - pageSize, start > 0), button("↓", "Later", start + pageSize, end < count)));
}
