import { colours } from "../../widgets/colours.js";
import { make, write } from "../../widgets/elements.js";
import { createFlag } from "../../widgets/flags.js";
import { button, choice, numberField, numberFrom, oneOf } from "../../widgets/inputs.js";
import { notice } from "../../widgets/notice.js";
import { fixed, percent } from "../../widgets/numbers.js";
import { latest } from "../../widgets/timing.js";
import { likeliest } from "../../train/boundary/regions.js";
import { changesForOptimizer, optimizers } from "../../train/training/optimizers.js";
import { limits } from "../../train/training/settings.js";
import { createPad } from "./pad.js";
import { createPicture, weightsOf } from "./pictures.js";
import { classCount, DigitReader, usualSettings } from "./reader.js";
import { pixelsOf } from "./strokes.js";

/** What is said of an answer; it is below 0 where the network's numbers are none. */
const said = (answer) => (answer < 0 ? "no number" : String(answer));

/** How many misread digits are shown. */
const mostMisread = 24;

/** Handwriting: the student's network learns it, and says what it sees while one draws. */
export const panel = {
  id: "digits",
  title: "Digits",
  create(context) {
    const { address, course, digits, startRuntime, say } = context;
    if (!digits) {
      return {
        element: make("p", { class: "notice" }, "There were no digits in the course's folder when this page was made. `git checkout "
          + "-- Data/Digits/digits.bin` brings them back; then make the page again."),
      };
    }
    const flag = createFlag(context, "what the network says may be wrong");
    const settings = {
      units: Math.round(numberFrom(address.get("digitUnits"), limits.units.min, limits.units.max, usualSettings.units)),
      optimizer: oneOf(address.get("digitOptimizer"), optimizers.map(({ name }) => name), usualSettings.optimizer),
      learningRate: numberFrom(address.get("digitRate"), 0, 1000, usualSettings.learningRate),
      dropout: numberFrom(address.get("digitDropout"), limits.dropout.min, limits.dropout.max, usualSettings.dropout),
      seed: Math.round(numberFrom(address.get("digitSeed"), 0, limits.dataSeed.max, usualSettings.seed)),
    };
    let pixels = pixelsOf([]);
    let isBlank = true;
    let isBegun = false;
    const reader = new DigitReader(startRuntime(), digits, settings, () => update());

    const seen = createPicture("The 8 by 8 pixels that the network is given", 96);
    const bars = Array.from({ length: classCount }, (_, digit) => {
      const bar = make("div", { class: "bar" });
      const value = make("td", { class: "bar-value" });
      return { bar, value, row: make("tr", {}, make("th", { scope: "row" }, String(digit)), make("td", { class: "bar-cell" }, bar), value) };
    });
    const verdict = make("p", { class: "digit-verdict", "aria-live": "polite" });
    const look = latest(async () => {
      if (isBlank || reader.failure || !reader.parameters) return showProbabilities(null);
      try {
        showProbabilities(await reader.probabilities(pixels));
      } catch (failure) {
        reader.failure = failure;
        update();
      }
    });
    const showProbabilities = (probabilities) => {
      const answer = probabilities ? likeliest(probabilities, classCount, 0) : null;
      bars.forEach(({ bar, value, row }, digit) => {
        const probability = probabilities?.[digit] ?? 0;
        bar.style.width = `${100 * Math.min(Math.max(probability, 0), 1)}%`;
        row.classList.toggle("is-wanted", digit === answer);
        write(value, probabilities ? percent(probability) : "");
      });
      write(verdict, answer === null ? "Draw a digit." : `Your network says: ${said(answer)}`
        + (reader.epoch === 0 ? " – but it has not learned yet." : ""));
    };
    const pad = createPad((drawn) => {
      isBlank = drawn.length === 0;
      pixels = pixelsOf(drawn);
      seen.draw(pixels);
      look();
    });

    const learnButton = button("Learn", () => (reader.isLearning ? reader.pause() : reader.learn()), { id: "digit-learn" });
    const resetButton = button("Reset", () => begin(), { id: "digit-reset" });
    const progress = make("p", { id: "digit-progress", class: "two-lines" });
    const failures = make("div", { role: "status" });
    const weights = make("div", { class: "digit-pictures", id: "digit-weights" });
    const misread = make("div", { class: "digit-pictures", id: "digit-misread" });
    const misreadTitle = make("h3", {}, "Misread");
    const showMisread = latest(async () => {
      if (reader.failure || reader.epoch === 0) {
        misread.replaceChildren();
        write(misreadTitle, "Misread");
        return;
      }
      const found = await reader.misread();
      write(misreadTitle, `${found.length} of the ${reader.validation.labels.length} digits that were kept apart are misread`);
      const palette = colours();
      misread.replaceChildren(...found.slice(0, mostMisread).map(({ pixels, label, answer, probability }) => {
        const picture = createPicture(`a ${label}, read as ${said(answer)}`);
        picture.draw(pixels, palette);
        return make("figure", {}, picture.element,
          make("figcaption", {}, `${label} read as ${said(answer)}`, make("br"), percent(probability)));
      }));
    });
    const showWeights = () => {
      const { units } = settings;
      if (!reader.parameters) return weights.replaceChildren();
      if (weights.children.length !== units) {
        weights.replaceChildren(...Array.from({ length: units }, (_, unit) => {
          const picture = createPicture(`The weights into unit ${unit + 1}`);
          picture.element.picture = picture;
          return picture.element;
        }));
      }
      const [palette, pictures] = [colours(), weightsOf(reader.parameters, units)];
      [...weights.children].forEach(({ picture }, unit) => picture.draw(pictures[unit], palette));
    };

    const update = () => {
      flag.show(course.failing("advance", {}, reader.plan));
      failures.replaceChildren(...(reader.failure ? [notice(reader.failure, course, "The training")] : []));
      write(learnButton, reader.isLearning ? "Pause" : "Learn");
      const { measured, epoch } = reader;
      write(progress, measured
        ? `After ${epoch} epochs: ${percent(measured.validationAccuracy)} of the digits that were kept apart are read right, `
          + `${percent(measured.trainingAccuracy)} of those learned from. Losses ${fixed(measured.validationLoss)} and `
          + `${fixed(measured.trainingLoss)}.`
        : "It has not learned yet: its weights are random.");
      showWeights();
      look();
      if (!reader.isLearning) showMisread();
    };
    const begin = async () => {
      isBegun = true;
      await reader.begin();
      say("New weights: it begins to learn anew.");
    };
    const set = (name, key) => (value) => {
      settings[key] = value;
      address.set(name, String(value));
      begin();
    };
    const number = (label, name, key, range) => numberField({
      label, id: name, ...range, value: settings[key], change: set(name, key),
    });
    const rate = number("Learning rate η", "digitRate", "learningRate", limits.learningRate);
    const setOptimizer = (name) => {
      Object.assign(settings, changesForOptimizer(name, { data: "digits", ...settings }));
      address.set("digitRate", String(settings.learningRate));
      rate.value = settings.learningRate;
      set("digitOptimizer", "optimizer")(name);
    };

    const element = make("div", { class: "digits" },
      make("p", {}, "1,797 digits that people wrote by hand, 8 by 8 pixels each: your layers learn four fifths of them. Then draw one "
        + "yourself, and watch what your network makes of it."),
      flag.element,
      make("div", { class: "fields" },
        learnButton, resetButton, number("Hidden units", "digitUnits", "units", limits.units),
        choice({
          label: "Optimizer", id: "digitOptimizer", options: optimizers.map(({ name, title }) => [name, title]),
          value: settings.optimizer, change: setOptimizer,
        }),
        rate, number("Dropout", "digitDropout", "dropout", limits.dropout), number("Seed", "digitSeed", "seed", limits.dataSeed)),
      progress, failures,
      make("div", { class: "digit-desk" },
        make("div", {}, pad.element, make("div", { class: "row" },
          button("Clear", () => pad.clear(), { id: "digit-clear" }), button("Undo", () => pad.undo(), { id: "digit-undo" }))),
        make("figure", {}, seen.element, make("figcaption", {}, "what the network sees")),
        make("div", {}, verdict, make("table", { class: "counts digit-bars" }, make("tbody", {}, ...bars.map(({ row }) => row))))),
      make("h3", {}, "What the first layer looks for"),
      make("p", { class: "hint" }, "The weights into each hidden unit, as a picture: in the colour of this text where ink speeds it up, orange where ink holds it back."),
      weights, misreadTitle, misread);
    seen.draw(pixels);
    showProbabilities(null);
    return {
      element,
      show() { if (!isBegun) begin(); },
      hide() { reader.pause(); },
    };
  },
};
