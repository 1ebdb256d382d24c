// One way to begin: ten small histograms and what they say.

import { CodeFailure } from "../../engine/runtime.js";
import { verdict } from "../../widgets/agreement.js";
import { spaced } from "../../widgets/grid.js";
import { make } from "../../widgets/elements.js";
import { notice } from "../../widgets/notice.js";
import { significant } from "../../widgets/numbers.js";
import { Plot } from "../../widgets/plot.js";
import { depth, examples, fate, layersOf, shares, units } from "./signal.js";

/** The schemes that are compared. */
export const schemes = [
  { id: "he", name: "He: variance 2 / fan in", initialisation: "he", scale: 1 },
  { id: "xavier", name: "Xavier: variance 1 / fan in", initialisation: "xavier", scale: 1 },
  { id: "small", name: "Too small: He's weights / 10", initialisation: "he", scale: 0.1 },
  { id: "large", name: "Too large: He's weights · 2", initialisation: "he", scale: 2 },
];

const bins = 24;

/** The histograms of one scheme. */
export class Scheme {
  constructor({ course, runtime }, description) {
    Object.assign(this, description, { course, runtime });
    this.plots = Array.from({ length: depth }, (_, index) =>
      new Plot({ label: `Activations of layer ${index + 1}`, height: 42, isBare: true }));
    this.captions = this.plots.map(() => make("figcaption"));
    this.summary = make("p", { class: "fate" });
    this.list = make("div", { class: "histograms" }, ...this.plots.map((plot, index) =>
      make("figure", {}, plot.element, this.captions[index])));
    this.told = make("div");
    this.element = make("section", { class: "scheme", data: { scheme: this.id } },
      make("h3", {}, this.name), this.summary, this.told, this.list);
  }

  /** Draws weights and shows what they do; `known` is a failure of another scheme, which is not waited for again. */
  async show(hidden, seed, known) {
    const { initialisation, scale, course } = this;
    try {
      const exercises = course.reached("initialActivations", { hidden, initialisation });
      if (known?.kind === "endless" && (!known.exercise || exercises.includes(known.exercise))) throw known;
      const { values } = await this.runtime.call(
        "initialActivations", { hidden, initialisation, scale, units, examples, seed });
      this.list.hidden = this.summary.hidden = false;
      this.told.replaceChildren(...this.oddity(values));
      this.draw(layersOf(values), hidden);
      return null;
    } catch (failure) {
      if (!(failure instanceof CodeFailure)) throw failure;
      this.list.hidden = this.summary.hidden = true;
      this.told.replaceChildren(notice(failure, course, "This row of histograms"));
      return failure;
    }
  }

  oddity(values) {
    const wanted = depth * units * examples;
    if (values.length === wanted) return [];
    return [make("p", { class: "notice" }, `Your code answers ${values.length} activations; ${wanted} were expected.`)];
  }

  draw(layers, hidden) {
    const { word, isGood, text } = fate(layers, hidden);
    this.summary.replaceChildren(verdict(isGood, `The signal ${word}.`), ` ${text}`);
    layers.forEach(({ activations, deviation }, index) => {
      const range = rangeFor(activations, hidden);
      const heights = shares(activations, range, bins);
      // The highest bar of ReLU is that of the zeros: it would leave nothing to see of the others.
      const top = Math.max([...heights].sort((a, b) => b - a)[hidden === "relu" ? 1 : 0] * 1.3, 1e-9);
      const [lower, upper] = range.map((end) => significant(end, 2));
      const label = `Layer ${index + 1}: standard deviation ${significant(deviation, 3)}, from ${lower} to ${upper}`;
      this.plots[index].draw({
        x: range, y: [0, top], label, marks: [{ kind: "bars", edges: spaced(range, bins + 1), heights, color: "--class0" }],
      });
      this.captions[index].replaceChildren(
        make("span", {}, `layer ${index + 1}`), make("strong", {}, `sd ${significant(deviation, 2)}`),
        make("span", {}, `${lower} … ${upper}`));
    });
  }
}

/** The whole range of tanh and sigmoid; for ReLU from 0 to the largest activation, which the caption names. */
function rangeFor(activations, hidden) {
  if (hidden === "tanh") return [-1, 1];
  if (hidden === "sigmoid") return [0, 1];
  const finite = activations.filter((value) => Number.isFinite(value));
  const greatest = finite.reduce((most, value) => Math.max(most, value), 0);
  const least = finite.reduce((most, value) => Math.min(most, value), 0);
  return [least, greatest > least ? greatest : least + 1];
}
