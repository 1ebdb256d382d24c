import { usualOptimizer } from "../../train/training/optimizers.js";
import { defaults } from "../../train/training/settings.js";
import { CodeFailure } from "../../engine/runtime.js";
import { createMessages } from "../../train/controls/messages.js";
import { verdict } from "../../widgets/agreement.js";
import { make } from "../../widgets/elements.js";
import { button, choice } from "../../widgets/inputs.js";
import { latest } from "../../widgets/timing.js";
import { notice } from "../../widgets/notice.js";
import { fixed, grouped, percent } from "../../widgets/numbers.js";
import { Planes } from "./planes.js";
import { WeightSliders } from "./weights.js";

/** XOR with the seed whose weights find the solution with each of the three functions; several others do not. */
const xor = {
  data: "xor", network: "binary", hiddenUnits: [2], activation: "tanh", initialisation: "xavier", weightSeed: 3,
  learningRate: 0.5, batchSize: 0, lambda: 0, patience: null, ...usualOptimizer,
};

/** The input space beside the space of two hidden units: what the hidden layer does, and whether a line then separates. */
export const panel = {
  id: "hidden-space",
  title: "Hidden space",
  create(context) {
    const { course, trainer } = context;
    const planes = new Planes(context);
    const weights = new WeightSliders(trainer);
    let [isShown, isNew, failure] = [false, true, null];

    const refresh = latest(async () => {
      if (!isShown) return;
      const fits = isFitting(trainer);
      view.hidden = !fits;
      refusal.hidden = fits;
      refusal.textContent = trainer.isLayered
        ? "This view shows a binary network, whose one output draws one line. The training's network is one of layers."
        : "This view needs two inputs and two units in the last hidden layer, like 2-2-1 or 2-8-2-1. "
          + `The training's network is ${trainer.sizes.join("-")}.`;
      showTraining();
      if (!fits) return;
      if (isNew) weights.rebuild();
      else weights.show();
      isNew = false;
      // What failed fails again, until the network is another one.
      if (failure) return;
      try {
        say(await planes.refresh());
        told.replaceChildren();
      } catch (error) {
        if (!(error instanceof CodeFailure)) throw error;
        failure = error;
        told.replaceChildren(notice(error, course, "The picture of both spaces"));
        sentence.replaceChildren();
      }
    });

    const say = ({ count, wrong, line: { w1, w2, b } }) => {
      sentence.setAttribute("aria-live", trainer.isPlaying ? "off" : "polite");
      if (count === 0) return sentence.replaceChildren("There are no points yet: choose data in the Train panel.");
      const words = wrong === 0
        ? `The line separates the classes: all ${grouped(count)} points lie on their own side.`
        : `The line does not separate the classes: ${grouped(wrong)} of ${grouped(count)} points lie on the wrong side.`;
      sentence.replaceChildren(verdict(wrong === 0, words), make("span", { class: "formula" },
        ` ${fixed(w1, 2)} · a1 ${signed(w2)} · a2 ${signed(b)} = 0`));
      return undefined;
    };
    const showTraining = () => {
      for (const control of [play, ...steps]) control.disabled = !trainer.canLearn;
      play.textContent = trainer.isPlaying ? "Pause" : "Play";
      activation.value = trainer.settings.activation;
      const { latest: measured } = trainer;
      numbers.textContent = measured
        ? `step ${grouped(trainer.step)} · loss ${fixed(measured.trainingLoss)} · accuracy `
          + percent(measured.trainingAccuracy) : "";
    };

    const activation = choice({
      label: "Activation", id: "hiddenFunction", options: [["relu", "ReLU"], ["tanh", "tanh"], ["sigmoid", "sigmoid"]],
      value: trainer.settings.activation, change: (name) => trainer.apply({ activation: name }),
    });
    const play = button("Play", () => (trainer.isPlaying ? trainer.pause() : trainer.play()));
    const load = button("Load XOR with 2 hidden units", () => trainer.apply(xor), { class: "main" });
    const steps = [button("Step", () => trainer.stepBatch()), button("Epoch", () => trainer.stepEpoch())];
    const told = make("div");
    const sentence = make("p", { class: "sums", "aria-live": "polite" });
    const numbers = make("span", { class: "hint" });
    const refusal = make("p", { class: "notice flag" });
    const view = make("div", {},
      make("div", { class: "fields" },
        play, ...steps, button("Reset", () => trainer.reset()), button("New weights", () => trainer.newWeights()),
        activation, numbers),
      told,
      make("div", { class: "hidden-view" }, make("div", {}, sentence, planes.element), weights.element));
    const element = make("div", { class: "hidden-space" },
      make("p", {}, "A network can bend the plane so that one straight line separates what none could separate before. On "
        + "the left the examples as they are; on the right where the two units of the last hidden layer put them, and the line "
        + "that the output draws there. Drag a weight, or a handle of the line, then let the training go on from there."),
      make("p", {}, load), createMessages(context, "hidden-space-messages").element, refusal, view);

    trainer.addEventListener("reset", () => {
      [isNew, failure] = [true, null];
      refresh();
    });
    for (const name of ["frame", "state", "weights"]) trainer.addEventListener(name, refresh);
    return {
      element,
      show() {
        [isShown, isNew] = [true, true];
        // A training that nobody has chosen or begun makes room for one that can be seen here.
        if (!isFitting(trainer) && trainer.step === 0 && isUsual(trainer.settings)) trainer.apply(xor);
        else refresh();
      },
      hide() { isShown = false; },
    };
  },
};

/** Whether the network is a binary one whose last hidden layer has two units, and the input two numbers. */
function isFitting({ sizes, parameters, isLayered }) {
  return !isLayered && sizes[0] === 2 && sizes.length > 2 && sizes.at(-2) === 2 && sizes.at(-1) === 1 && parameters.length > 3;
}

/** Whether data and network are those of a page that was opened without a link. */
function isUsual(settings) {
  const usual = defaults();
  return ["data", "network", "hiddenUnits", "activation"].every((name) => String(settings[name]) === String(usual[name]));
}

function signed(number) { return `${number < 0 ? "−" : "+"} ${fixed(Math.abs(number), 2)}`; }
