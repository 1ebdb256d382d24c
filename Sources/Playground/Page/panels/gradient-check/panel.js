import { parameterName } from "../../engine/network.js";
import { make, write } from "../../widgets/elements.js";
import { createFlag } from "../../widgets/flags.js";
import { button, choice, numberField, numberFrom, oneOf } from "../../widgets/inputs.js";
import { latest } from "../../widgets/timing.js";
import { legend } from "../../widgets/marks.js";
import { notice } from "../../widgets/notice.js";
import { grouped } from "../../widgets/numbers.js";
import { Plot, rangeOf } from "../../widgets/plot.js";
import { Check, reach } from "./check.js";
import { Picker } from "./picker.js";
import { numbersOf, summaryOf } from "./result.js";

const distances = ["1e-2", "1e-3", "1e-4", "1e-5", "1e-6", "1e-7", "1e-8"];
const looks = {
  curve: { name: "the loss along this parameter", color: "--class0", width: 2.5 },
  tangent: { name: "tangent with the analytic gradient", color: "--class1", dash: "6 4" },
};

/** Compares analytic gradients with numeric ones, on the training's present network. */
export const panel = {
  id: "gradient-check",
  title: "Gradient check",
  create(context) {
    const { course, trainer, address } = context;
    const check = new Check(context);
    const flag = createFlag(context, "these gradients may be wrong");
    let place = numberFrom(address.get("place"), 0, Number.MAX_SAFE_INTEGER, 0);
    let h = oneOf(address.get("h"), distances, "1e-5");
    let examples = Math.round(numberFrom(address.get("checkExamples"), 1, 64, 64));
    let [isShown, worst, running] = [false, null, null];

    const refresh = latest(async () => {
      if (!isShown) return;
      const called = ["gradients", "lossAlong"].flatMap((command) => course.failing(command, {}, trainer.plan));
      flag.show(called);
      const hasNothing = trainer.data.training.labels.length === 0;
      waiting.hidden = !trainer.isPlaying && !hasNothing;
      view.hidden = !waiting.hidden;
      waitingText.textContent = hasNothing ? "There is no example to learn from: choose data in the Train panel."
        : "The training is running. A comparison needs weights that stand still.";
      pause.hidden = hasNothing;
      if (view.hidden) return;
      place = Math.min(Math.round(place), trainer.parameters.length - 1);
      const { sizes, parameters } = trainer;
      explain();
      network.textContent = `The training's network: ${sizes.join("-")}, ${grouped(parameters.length)} parameters, after `
        + `${grouped(trainer.step)} steps.`;
      picker.show(sizes, place);
      const [chosen, name] = [place, parameterName(sizes, place)];
      const result = await check.one(examples, chosen, Number(h));
      const { gradients, lossAlong } = check.failures;
      Object.assign(result, { hasNoAnalytic: gradients || check.oddity, hasNoNumeric: lossAlong });
      title.textContent = name;
      numbers.replaceChildren(numbersOf(result, Number(h), check.lessons));
      told.replaceChildren(
        gradients ? notice(gradients, course, "The analytic gradient") : "",
        check.oddity ? make("p", { class: "notice" }, check.oddity) : "",
        lossAlong ? notice(lossAlong, course, "The loss, and with it the numeric gradient,") : "");
      drawCurve(result, parameters[chosen], name);
    });

    const drawCurve = ({ curve, loss, analytic }, value, name) => {
      const x = [value - reach, value + reach];
      plot.draw({
        x, y: rangeOf(curve.map(([, loss]) => loss), undefined, 1e6),
        label: `The loss while ${name} goes from ${x[0].toFixed(2)} to ${x[1].toFixed(2)}, and its tangent`,
        marks: [
          { kind: "line", points: curve.map(([change, loss]) => [value + change, loss]), ...looks.curve },
          {
            kind: "line", points: [-reach, reach].map((change) => [value + change, loss + analytic * change]),
            ...looks.tangent,
          },
          { kind: "points", points: [[value, loss]], color: "--ink", size: 5 },
        ],
      });
    };

    const choose = (newPlace) => {
      place = newPlace;
      address.set("place", String(place));
      refresh();
    };
    const forgetAll = () => {
      running = worst = null;
      worstButton.disabled = true;
      progress.hidden = true;
      allButton.textContent = "Check all";
      all.replaceChildren();
    };
    const checkAll = async () => {
      const wasRunning = running;
      forgetAll();
      if (wasRunning) return;
      const run = running = {};
      progress.hidden = false;
      allButton.textContent = "Stop";
      const results = await check.all(examples, Number(h), (share) => {
        progress.value = share;
        return running === run;
      });
      if (running !== run) return;
      forgetAll();
      if (check.failures.gradients || check.failures.lossAlong || check.oddity) return refresh();
      worst = results[0].place;
      worstButton.disabled = false;
      all.replaceChildren(summaryOf(results, trainer.sizes, choose));
    };

    const picker = new Picker(choose);
    const distance = choice({
      label: "h", id: "h", options: distances.map((text) => [text, text.replace("-", "−")]), value: h,
      change: (text) => {
        h = text;
        address.set("h", h);
        forgetAll();
        refresh();
      },
    });
    const count = numberField({
      label: "Examples", id: "checkExamples", min: 1, max: 64, value: examples,
      change: (number) => {
        examples = number;
        address.set("checkExamples", String(number));
        forgetAll();
        refresh();
      },
    });
    const pause = button("Pause", () => trainer.pause());
    const waitingText = make("span");
    const waiting = make("p", { class: "notice", role: "status" }, waitingText, " ", pause);
    const random = button("A random one", () => choose(Math.floor(Math.random() * trainer.parameters.length)));
    const worstButton = button("The worst one", () => choose(worst), { disabled: true });
    const allButton = button("Check all", checkAll);
    const progress = make("progress", { max: 1, value: 0, "aria-label": "Gradients checked", hidden: true });
    const network = make("p", { class: "hint" });
    const introduction = make("p");
    const explain = () => write(introduction,
      `Your ${check.lessons} ${trainer.isLayered ? "compute" : "computes"} by formula how the loss answers to each weight. The same `
      + "can be found by trying: make the weight a little larger and a little smaller and see what the loss does, "
      + "(L(θ + h) − L(θ − h)) / 2h. Both must agree: to a relative error |a − n| / max(1e-8, |a| + |n|) of 1e-6, or to a "
      + "difference of 1e-9. The loss is that of the first training examples, without "
      + `${trainer.isLayered ? "weight decay" : "an L2 penalty"}.`);
    explain();
    const title = make("h3");
    const numbers = make("div", { "aria-live": "polite" });
    const plot = new Plot({ label: "The loss along the parameter", x: "value of the parameter", y: "loss", height: 220 });
    const [told, all] = [make("div"), make("div", { "aria-live": "polite" })];
    const view = make("div", {}, network,
      make("div", { class: "fields" }, picker.element, distance, count, random, worstButton, allButton, progress),
      told,
      make("div", { class: "two" },
        make("section", { class: "card" }, title, numbers),
        make("section", {}, plot.element, legend(Object.values(looks)))), all);
    const element = make("div", { class: "gradient-check" },
      introduction, flag.element, waiting, view);

    trainer.addEventListener("reset", () => check.forget());
    for (const name of ["reset", "frame", "state", "weights"]) {
      trainer.addEventListener(name, () => {
        if (name !== "state" || trainer.isPlaying) forgetAll();
        refresh();
      });
    }
    return {
      element,
      show() {
        isShown = true;
        refresh();
      },
      hide() {
        isShown = false;
        if (running) forgetAll();
      },
    };
  },
};
