import { make } from "../../widgets/elements.js";
import { createFlag } from "../../widgets/flags.js";
import { numberFrom, slider } from "../../widgets/inputs.js";
import { latest } from "../../widgets/timing.js";
import { legend } from "../../widgets/marks.js";
import { fixed, significant } from "../../widgets/numbers.js";
import { Card, furthest, looks } from "./card.js";
import { functions } from "./curves.js";

/** The activation functions and their derivatives, with a z that can be dragged. */
export const panel = {
  id: "activations",
  title: "Activations",
  create(context) {
    const { address, course } = context;
    const flag = createFlag(context, "a curve here may be wrong");
    const called = functions.flatMap(({ hidden }) => [false, true].flatMap((isSlope) =>
      course.failing("activationCurve", { hidden, isSlope })));
    let z = numberFrom(address.get("z"), -furthest, furthest, 1);

    const refresh = latest(async () => {
      flag.show(called);
      const points = [];
      for (const card of cards) points.push(await card.show(z));
      hint.textContent = whatToSee(points);
    });
    const move = (newZ) => {
      z = newZ;
      control.value = z;
      address.set("z", String(z));
      refresh();
    };

    const control = slider({
      label: "z", id: "z", min: -furthest, max: furthest, step: 0.05, value: z, text: (z) => fixed(z, 2), change: move,
    });
    const cards = functions.map((description) => new Card(context, description, move));
    const hint = make("p", { class: "hint two-lines", "aria-live": "polite" });
    const element = make("div", {},
      make("p", {}, "The three functions of lesson 1 and their derivatives, computed by your code. Drag z in a plot, or "
        + "move it with the arrow keys. Each derivative is compared with the slope of the function's own values beside z "
        + "(central differences)."),
      flag.element, control, legend(Object.values(looks)), hint,
      make("div", { class: "cards" }, ...cards.map((card) => card.element)));
    return { element, show: refresh, hide() {} };
  },
};

/** Says what the slopes at z mean for learning. */
function whatToSee([relu, ...others]) {
  const texts = functions.slice(1).map(({ name }, index) => [name, others[index]])
    .filter(([, { slope }]) => Math.abs(slope) < 0.05)
    .map(([name, { slope }]) => `${name} is saturated here: with a slope of ${significant(slope, 2)} almost nothing of the `
      + "error passes back through the unit, and its weights hardly learn.");
  if (relu.slope === 0 && relu.value === 0) {
    texts.unshift("ReLU answers 0 with slope 0 here. A unit whose z is below 0 for every example is dead: it learns no "
      + "more.");
  }
  const slopes = [relu, ...others].map(({ slope }) => slope);
  if (texts.length === 0 && slopes.every((slope) => slope >= 0.05)) {
    texts.push("All slopes are well above 0 here: errors pass back. Move z far to the right or left and see which curves "
      + "grow flat.");
  }
  return texts.join(" ");
}
