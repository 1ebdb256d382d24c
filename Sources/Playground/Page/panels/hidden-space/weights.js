// Sliders for the weights of a small network.

import { parameterName } from "../../engine/network.js";
import { make } from "../../widgets/elements.js";
import { slider } from "../../widgets/inputs.js";
import { fixed } from "../../widgets/numbers.js";

/** All nine numbers of 2-2-1; of a deeper network only the three of its output. */
export class WeightSliders {
  constructor(trainer) {
    this.trainer = trainer;
    this.element = make("div", { class: "weights" });
    this.sliders = [];
  }

  /** Makes the sliders that the trainer's network needs. */
  rebuild() {
    const { sizes, parameters } = this.trainer;
    const count = parameters.length;
    const hidden = sizes.length === 3 ? Array.from({ length: count - 3 }, (_, place) => place) : [];
    this.sliders = [];
    this.element.replaceChildren(
      hidden.length ? this.group("Hidden layer: where the points go", hidden) : "",
      this.group("Output: the separating line", [count - 3, count - 2, count - 1]));
  }

  group(title, places) {
    return make("fieldset", {}, make("legend", {}, title), ...places.map((place) => {
      const { sizes, parameters } = this.trainer;
      const control = slider({
        label: parameterName(sizes, place), id: `weight-${place}`, min: -10, max: 10, step: 0.01, value: parameters[place],
        text: (value) => fixed(value, 2),
        change: (value) => {
          const changed = this.trainer.parameters.slice();
          changed[place] = value;
          this.trainer.setParameters(changed);
        },
      });
      this.sliders.push([place, control]);
      return control;
    }));
  }

  /** Shows the weights as they are now; the one that is being dragged stays under the pointer. */
  show() {
    for (const [place, control] of this.sliders) {
      if (document.activeElement === control.control && !this.trainer.isPlaying) continue;
      control.value = this.trainer.parameters[place];
    }
  }
}
