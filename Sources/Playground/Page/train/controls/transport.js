// The buttons that make a training go, and how far it has come.

import { make } from "../../widgets/elements.js";
import { button, choice } from "../../widgets/inputs.js";
import { fixed, grouped, percent, significant } from "../../widgets/numbers.js";
import { sparingly } from "../../widgets/timing.js";
import { speeds } from "../training/player.js";
import { createWeightNorm } from "./weight-norm.js";

/** Returns play, the single steps, Reset and New weights. */
export function createTransport({ trainer, say }) {
  const toggle = () => (trainer.isPlaying ? trainer.pause() : trainer.play());
  const play = button("▶ Play", toggle, { id: "play", title: "The space bar does the same" });
  const steps = [
    button("Example", () => trainer.stepExample(), { id: "step-example", title: "One update with one example" }),
    button("Batch", () => trainer.stepBatch(), { id: "step-batch", title: "One update with the next batch" }),
    button("Epoch", () => trainer.stepEpoch(), { id: "step-epoch", title: "All updates of one epoch" }),
  ];
  const speed = choice({
    label: "Speed", id: "speed", value: trainer.speed,
    options: Object.entries(speeds).map(([name, { title }]) => [name, title]),
    change: (name) => {
      trainer.speed = name;
      trainer.announce("state");
    },
  });
  let wasPlaying = false;
  const update = () => {
    play.textContent = trainer.isPlaying ? "❚❚ Pause" : "▶ Play";
    for (const element of [play, ...steps]) element.disabled = !trainer.canLearn;
    if (wasPlaying && !trainer.isPlaying && trainer.latest) {
      const { epoch, validationAccuracy } = trainer.latest;
      say(`Paused after epoch ${epoch}, validation accuracy ${percent(validationAccuracy)}.`);
    }
    wasPlaying = trainer.isPlaying;
  };
  trainer.addEventListener("state", update);
  trainer.addEventListener("reset", update);
  update();
  return {
    toggle,
    element: make("div", { class: "transport", role: "group", "aria-label": "Training" },
      play, make("span", { class: "row", role: "group", "aria-label": "Single steps" }, "Step by", ...steps),
      button("Reset", () => trainer.reset(), { id: "reset", title: "The same data and weights once more" }),
      button("New weights", () => trainer.newWeights(), { id: "new-weights", title: "The next weight seed" }), speed),
  };
}

/** Returns the numbers of the training. */
export function createReadout(context) {
  const { trainer } = context;
  const cell = (id) => make("td", { id }, "–");
  const cells = {
    trainingLoss: cell("training-loss"), validationLoss: cell("validation-loss"),
    trainingAccuracy: cell("training-accuracy"), validationAccuracy: cell("validation-accuracy"),
  };
  const [epoch, step, stepRate, frameRate] =
    ["epoch", "step", "steps-per-second", "frames-per-second"].map((id) => make("span", { id }, "–"));
  const rates = make("span", { class: "faint" }, stepRate, " steps a second, ", frameRate, " frames a second");
  const row = (title, loss, accuracy) => make("tr", {}, make("th", { scope: "row" }, title), loss, accuracy);
  const update = () => {
    const { latest } = trainer;
    epoch.textContent = grouped(trainer.epoch);
    step.textContent = grouped(trainer.step);
    for (const [name, element] of Object.entries(cells)) {
      const value = latest?.[name];
      element.textContent = value === undefined ? "–" : name.endsWith("Loss") ? fixed(value) : percent(value);
    }
    const rate = (value) => (Number.isFinite(value) && trainer.step > 0 ? significant(Math.round(value), 6) : "–");
    stepRate.textContent = rate(trainer.player.stepRate.value);
    frameRate.textContent = rate(trainer.player.frameRate.value);
  };
  // Nobody reads sixty numbers a second.
  trainer.addEventListener("frame", sparingly(100, update));
  for (const name of ["reset", "state", "weights"]) trainer.addEventListener(name, update);
  update();
  return {
    element: make("div", { class: "readout" },
      make("div", {},
        make("p", {}, "Epoch ", make("strong", {}, epoch), " · step ", make("strong", {}, step)), make("p", {}, rates),
        createWeightNorm(context).element),
      make("table", {},
        make("thead", {}, make("tr", {}, make("td"),
          ...["Loss", "Accuracy"].map((text) => make("th", { scope: "col" }, text)))),
        make("tbody", {}, row("Training", cells.trainingLoss, cells.trainingAccuracy),
          row("Validation", cells.validationLoss, cells.validationAccuracy)))),
  };
}
