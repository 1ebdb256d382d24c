// Chooses one parameter of a network: its layer, where its weight comes from, and where it goes to.

import { layout } from "../../engine/network.js";
import { make } from "../../widgets/elements.js";
import { choice } from "../../widgets/inputs.js";

/** Three lists that follow one another. */
export class Picker {
  /** @param {(place: number) => void} choose told of the place in the list of all parameters */
  constructor(choose) {
    const change = () => choose(this.place);
    this.layer = choice({ label: "Layer", id: "checkLayer", options: [], value: "", change });
    this.from = choice({ label: "From", id: "checkFrom", options: [], value: "", change });
    this.to = choice({ label: "To unit", id: "checkTo", options: [], value: "", change });
    this.element = make("div", { class: "fields" }, this.layer, this.from, this.to);
  }

  /** The chosen place; what the new layer does not have becomes its first. */
  get place() {
    const { weights, biases, fanIn, fanOut } = this.layers[Number(this.layer.value) - 1];
    const to = Math.min(Number(this.to.value), fanOut - 1);
    if (this.from.value === "bias") return biases + to;
    return weights + Math.min(Number(this.from.value), fanIn - 1) * fanOut + to;
  }

  /** Shows a place of a network. */
  show(sizes, place) {
    this.layers = layout(sizes);
    const { layer, weights, biases, fanIn, fanOut } = this.layers.findLast((layer) => layer.weights <= place);
    const numbers = (count) => Array.from({ length: count }, (_, index) => [String(index), String(index)]);
    const isBias = place >= biases;
    const nameOf = (layer) => (layer === this.layers.length ? `${layer} (output)` : String(layer));
    fill(this.layer, this.layers.map(({ layer }) => [String(layer), nameOf(layer)]), layer);
    fill(this.from, [...numbers(fanIn), ["bias", "bias"]], isBias ? "bias" : Math.floor((place - weights) / fanOut));
    fill(this.to, numbers(fanOut), isBias ? place - biases : (place - weights) % fanOut);
  }
}

function fill(field, options, value) {
  field.control.replaceChildren(...options.map(([value, name]) => make("option", { value }, name)));
  field.value = String(value);
}
