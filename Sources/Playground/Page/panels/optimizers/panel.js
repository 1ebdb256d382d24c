import { make } from "../../widgets/elements.js";
import { createFlag } from "../../widgets/flags.js";
import { Handle } from "../../widgets/handle.js";
import { numberField, numberFrom, slider } from "../../widgets/inputs.js";
import { legend } from "../../widgets/marks.js";
import { notice } from "../../widgets/notice.js";
import { fixed, significant } from "../../widgets/numbers.js";
import { Plot } from "../../widgets/plot.js";
import { latest } from "../../widgets/timing.js";
import { optimizerNumbers, optimizers } from "../../train/training/optimizers.js";
import { lossAt, Walk } from "./walk.js";

const looks = [
  { color: "--class0" }, { color: "--class1", dash: "7 4" }, { color: "--class3", dash: "2 3" },
];
/** A rate with which each comes down at the first look. */
const usualRate = ({ name }) => (name === "adam" ? 0.1 : 0.01);
const [beta] = optimizerNumbers;
const [across, along] = [[-1.6, 1.6], [-1.2, 1.2]];

/** The same loss under all optimizers: where they walk in a narrow valley, and how fast they come down. */
export const panel = {
  id: "optimizers",
  title: "Optimizers",
  create(context) {
    const { address, course, runtime } = context;
    const flag = createFlag(context, "a path here may be wrong");
    const walks = optimizers.map((optimizer) => new Walk(optimizer));
    const read = (name, min, max, fallback) => numberFrom(address.get(name), min, max, fallback);
    const chosen = {
      steepness: read("steepness", 1, 400, 100), coefficient: read("beta", 0, 0.99, beta.usual),
      steps: Math.round(read("descent", 5, 500, 150)),
      start: [read("startX", ...across, 1), read("startY", ...along, 1)],
    };
    const rates = Object.fromEntries(optimizers.map((optimizer) =>
      [optimizer.name, read(`rate-${optimizer.name}`, 0, 10, usualRate(optimizer))]));

    const refresh = latest(async () => {
      flag.show(optimizers.flatMap(({ name }) => course.failing("descend", { optimizer: name })));
      for (const walk of walks) await walk.go(runtime, { ...chosen, learningRate: rates[walk.optimizer.name] });
      draw();
    });
    const set = (name, key) => (value) => {
      chosen[key] = value;
      address.set(name, String(value));
      refresh();
    };

    const valley = new Plot({ label: "The valley from above", x: "x", y: "y", isSquare: true });
    const losses = new Plot({ label: "The losses", x: "step", y: "loss, as a power of ten", height: 260 });
    const handle = new Handle({
      label: "Where all begin", step: 0.05, isFree: true, text: ([x, y]) => `x = ${fixed(x, 2)}, y = ${fixed(y, 2)}`,
      change: (start) => {
        chosen.start = start;
        ["startX", "startY"].forEach((name, index) => address.set(name, fixed(start[index], 3).replace("−", "-")));
        refresh();
      },
    });
    valley.add(handle);
    const failures = make("div");
    const table = make("div", { class: "scrolls" });
    const hint = make("p", { class: "hint two-lines", "aria-live": "polite" });

    const draw = () => {
      const good = walks.filter(({ failure }) => !failure);
      const marks = (points) => good.map((walk) => (
        { kind: "line", points: points(walk), width: 2, ...looks[walks.indexOf(walk)] }));
      const { steepness, steps } = chosen;
      valley.draw({
        x: across, y: along, marks: [...contours(steepness), ...marks(({ points }) => points)],
        label: `The valley from above, ${significant(steepness)} times as steep along y as along x, with ${good.length} paths`,
      });
      handle.moveTo(chosen.start);
      const power = (loss) => Math.max(Math.log10(loss), -12);
      losses.draw({
        x: [0, steps], y: [-8, 3], marks: marks(({ losses }) => losses.map((loss, step) => [step, power(loss)])),
        label: `The losses over ${steps} steps: ${good.map(({ optimizer, last }) =>
          `${optimizer.title} ends at ${significant(last)}`).join(", ")}`,
      });
      failures.replaceChildren(...walks.filter(({ failure }) => failure).map(({ failure, optimizer }) =>
        notice(failure, course, `The path of ${optimizer.title}`)));
      table.replaceChildren(tableOf(walks, rates));
      hint.textContent = whatToSee(walks, rates, chosen);
    };

    const rateField = ({ name, title }) => numberField({
      label: `η of ${title}`, id: `rate-${name}`, min: 0, max: 10, step: "any", value: rates[name],
      change: (rate) => {
        rates[name] = rate;
        address.set(`rate-${name}`, String(rate));
        refresh();
      },
    });
    const element = make("div", { class: "optimizers" },
      make("p", {}, "One loss, ½ (x² + κ y²), and three ways down: each path is walked by your own code, from the same place. "
        + "Drag the starting point, or move it with the arrow keys; make the valley steeper, and change a learning rate."),
      flag.element,
      make("div", { class: "fields" },
        slider({
          label: "Steepness κ", id: "steepness", min: 1, max: 400, step: 1, value: chosen.steepness,
          change: set("steepness", "steepness"),
        }),
        slider({
          label: "Steps", id: "descent", min: 5, max: 500, step: 5, value: chosen.steps, change: set("descent", "steps"),
        }),
        ...optimizers.map(rateField),
        numberField({
          label: beta.label, id: "beta", min: 0, max: 0.99, step: "any", value: chosen.coefficient,
          change: set("beta", "coefficient"),
        })),
      legend(optimizers.map(({ title }, index) => ({ name: title, ...looks[index] }))), failures,
      make("div", { class: "two" }, valley.element, losses.element), hint, table);
    return { element, show: refresh, hide() {} };
  },
};

/** Lines on which the loss is the same. */
function contours(steepness) {
  return [0.01, 0.1, 0.5, 2, 8, 32, 128].map((level) => ({
    kind: "line", color: "--faint", width: 1, opacity: 0.5,
    points: Array.from({ length: 97 }, (_, index) => {
      const angle = (2 * Math.PI * index) / 96;
      return [Math.sqrt(2 * level) * Math.cos(angle), Math.sqrt((2 * level) / steepness) * Math.sin(angle)];
    }),
  }));
}

function tableOf(walks, rates) {
  const head = ["optimizer", "η", "loss at the end", "steps to a millionth"];
  const cell = (text) => make("td", {}, text);
  return make("table", { class: "counts" },
    make("thead", {}, make("tr", {}, ...head.map((title) => make("th", { scope: "col" }, title)))),
    make("tbody", {}, ...walks.map(({ optimizer, failure, last, arrival }) => make("tr", {},
      make("th", { scope: "row" }, optimizer.title), cell(String(rates[optimizer.name])),
      cell(failure ? "–" : significant(last)), cell(failure ? "–" : arrival === null ? "not reached" : String(arrival))))));
}

/** Says what the walks show. */
function whatToSee(walks, rates, { steepness, start }) {
  const [plain, , adam] = walks;
  if (walks.some(({ failure }) => failure)) return "";
  if (lossAt(start, steepness) === 0) return "All begin at the lowest point: there is nothing to walk.";
  const names = (some) => some.map(({ optimizer }) => optimizer.title).join(" and ");
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const lost = walks.filter(({ isLost }) => isLost);
  const why = plain.isLost
    ? ` For gradient descent η · κ is ${significant(rates.sgd * steepness)}, and above 2 each step across the valley lands further out.`
    : "";
  const trouble = lost.length === 0 ? "" : `${capital(names(lost))} ${lost.length === 1 ? "jumps" : "jump"} over the valley and further `
    + `out each time.${why} `;
  const arrivals = walks.filter(({ arrival }) => arrival !== null).sort((one, other) => one.arrival - other.arrival);
  if (arrivals.length === 0) {
    return trouble || "None has arrived yet: give them more steps.";
  }
  const firsts = arrivals.filter(({ arrival }) => arrival === arrivals[0].arrival);
  const others = arrivals.slice(firsts.length).map(({ optimizer, arrival }) => `${optimizer.title} after ${arrival}`).join(", ");
  const steps = adam.arrival === null && !adam.isLost
    ? " Adam's steps are about η long while the slopes agree, however steep the valley is; it swings about the floor until they "
      + "have become small."
    : "";
  return `${trouble}${capital(names(firsts))} ${firsts.length === 1 ? "comes" : "come"} down first, to a millionth of the loss at the `
    + `start, after ${arrivals[0].arrival} steps${others ? `; ${others}` : ""}.${steps}`;
}
