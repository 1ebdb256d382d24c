// The loss chart, and the runs that are pinned to compare with.

import { make, write } from "../../widgets/elements.js";
import { grouped, percent, significant } from "../../widgets/numbers.js";
import { onceAFrame, sparingly } from "../../widgets/timing.js";
import { colours, onColourChange } from "../../widgets/colours.js";
import { nearest } from "./curves.js";
import { LossPicture } from "./loss-picture.js";
import { createPins } from "./pins.js";
import { story } from "./runs.js";

const hint = "Move over the chart, or go to it with the Tab key and use the arrow keys, to read its numbers.";

/** Returns the loss chart of the running training. */
export function createChart({ trainer, address, say }) {
  const options = (address.get("chart") ?? "").split(".");
  const scene = { entries: [], pins: [], cursor: null };
  let palette = colours();
  let cursorStep = null;

  const canvas = make("canvas", { "aria-hidden": "true" });
  const summary = make("p", { id: "loss-summary", class: "faint" });
  const area = make("div", {
    class: "chart-area", id: "loss-chart", role: "slider", tabindex: 0, "aria-label": "Loss chart, measurement",
    "aria-describedby": summary.id, "aria-valuemin": 0, onpointermove: follow, onpointerdown: follow,
    onpointerleave: leave, onblur: leave, onkeydown: press,
    onfocus: () => moveTo(cursorIndex() ?? trainer.entries.length - 1),
  }, canvas);
  const picture = new LossPicture(canvas);
  const figures = make("p", { id: "loss-figures", class: "chart-figures" });
  const pins = createPins({ trainer, say, changed: (list) => {
    scene.pins = list;
    draw();
  } });
  const check = (id) =>
    make("input", { type: "checkbox", id: `chart-${id}`, checked: options.includes(id), onchange: choose });
  const [isLogarithmic, isBySteps] = ["log", "steps"].map(check);
  const legend = (kind) => make("span", { class: `line-sign ${kind}` }, kind);
  const element = make("section", { class: "chart", "aria-label": "Loss chart" },
    make("div", { class: "chart-options" }, legend("training"), legend("validation"),
      make("label", {}, isLogarithmic, " logarithmic"), make("label", {}, isBySteps, " by steps")),
    area, figures, summary, pins.element);

  function choose() {
    const chosen = [isLogarithmic.checked ? "log" : null, isBySteps.checked ? "steps" : null].filter((name) => name);
    address.set("chart", chosen.join(".") || null);
    draw();
  }

  const draw = onceAFrame(() => {
    const batches = Math.ceil(trainer.data.training.labels.length / trainer.settings.batchSize) || 1;
    // Before the first epoch is complete there are only steps.
    const countsSteps = isBySteps.checked || trainer.epoch === 0;
    Object.assign(scene, {
      entries: trainer.entries, bestEpoch: trainer.bestEpoch, cursor: cursorIndex(),
      isLogarithmic: isLogarithmic.checked,
      title: countsSteps ? "steps" : "epochs",
      across: countsSteps ? ({ step }) => step : ({ epoch, position = 0 }) => epoch + Math.min(position / batches, 1),
    });
    picture.draw(scene, palette);
    write(figures, scene.cursor === null ? hint : figuresOf(scene.entries[scene.cursor]));
  });

  const summarise = sparingly(1000, () => {
    write(summary, story(trainer.entries, trainer.bestEpoch));
    pins.write();
  });

  function cursorIndex() {
    if (cursorStep === null || !trainer.entries.length) return null;
    return nearest(trainer.entries, ({ step }) => step, cursorStep);
  }

  function moveTo(index) {
    const count = trainer.entries.length;
    const entry = trainer.entries[Math.max(0, Math.min(count - 1, index))];
    if (!entry) return;
    cursorStep = entry.step;
    area.setAttribute("aria-valuemax", count - 1);
    area.setAttribute("aria-valuenow", cursorIndex());
    area.setAttribute("aria-valuetext", figuresOf(entry));
    draw();
  }

  function follow(event) { moveTo(picture.indexAt(event.clientX - canvas.getBoundingClientRect().left, scene)); }

  function leave() {
    if (area.matches(":focus-visible")) return;
    cursorStep = null;
    draw();
  }

  function press(event) {
    const count = trainer.entries.length;
    const page = Math.max(1, Math.round(count / 10));
    const moves = {
      ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -page, PageUp: page, Home: -count, End: count,
    };
    if (!(event.key in moves) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    moveTo((cursorIndex() ?? count - 1) + moves[event.key]);
  }

  for (const type of ["reset", "frame", "state", "weights"]) {
    trainer.addEventListener(type, () => {
      draw();
      summarise();
    });
  }
  onColourChange(() => {
    palette = colours();
    draw();
  });
  // This comes, too, when the panel is shown again.
  new ResizeObserver(draw).observe(canvas);
  summarise();
  return { element };
}

/** The figures of an entry in words. */
function figuresOf(entry) {
  const pair = (kind) =>
    `${kind} loss ${significant(entry[`${kind}Loss`])}, accuracy ${percent(entry[`${kind}Accuracy`])}`;
  return `Epoch ${grouped(entry.epoch)}, step ${grouped(entry.step)}: ${pair("training")}; ${pair("validation")}.`;
}
