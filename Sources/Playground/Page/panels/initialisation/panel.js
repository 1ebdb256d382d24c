import { activations } from "../../engine/network.js";
import { make } from "../../widgets/elements.js";
import { createFlag } from "../../widgets/flags.js";
import { button, choice, numberField, numberFrom, oneOf } from "../../widgets/inputs.js";
import { latest } from "../../widgets/timing.js";
import { depth, examples, units } from "./signal.js";
import { Scheme, schemes } from "./scheme.js";

const greatestSeed = 999999;

/** What arrives in the layers of a deep network under different initial weights. */
export const panel = {
  id: "initialisation",
  title: "Initialisation",
  create(context) {
    const { address, say, course } = context;
    const flag = createFlag(context, "the histograms may be wrong");
    let hidden = oneOf(address.get("initFunction"), activations, "relu");
    let seed = Math.round(numberFrom(address.get("initSeed"), 0, greatestSeed, 1));
    const rows = schemes.map((scheme) => new Scheme(context, scheme));

    const refresh = latest(async () => {
      const called = schemes.flatMap(({ initialisation }) =>
        course.failing("initialActivations", { hidden, initialisation }));
      flag.show(called);
      let failure = null;
      for (const row of rows) failure = await row.show(hidden, seed, failure) ?? failure;
    });
    const draw = (newSeed) => {
      seed = newSeed;
      seedField.value = seed;
      address.set("initSeed", String(seed));
      refresh();
    };
    // A narrow page shows one scheme at a time.
    const choose = (id) => {
      address.set("scheme", id);
      element.dataset.shown = id;
      for (const row of rows) row.element.classList.toggle("is-chosen", row.id === id);
    };

    const functionField = choice({
      label: "Activation", id: "initFunction", options: [["relu", "ReLU"], ["tanh", "tanh"], ["sigmoid", "sigmoid"]],
      value: hidden,
      change: (name) => {
        hidden = name;
        address.set("initFunction", name);
        refresh();
      },
    });
    const seedField = numberField({ label: "Seed", id: "initSeed", min: 0, max: greatestSeed, value: seed, change: draw });
    const scheme = oneOf(address.get("scheme"), schemes.map(({ id }) => id), "he");
    const schemeField = choice({
      label: "Scheme", id: "scheme", options: schemes.map(({ id, name }) => [id, name]), value: scheme, change: choose,
    });
    schemeField.classList.add("only-narrow");
    const again = button("Draw again", () => {
      draw((seed + 1) % (greatestSeed + 1));
      say(`Weights of seed ${seed}.`);
    });
    const element = make("div", { class: "initialisation" },
      make("p", {}, `${examples} examples of random inputs go through ${depth} hidden layers of ${units} units, whose weights `
        + "have just been drawn by your lesson 2. Each histogram shows all activations of a layer; sd is their standard "
        + "deviation, and below it stands from where to where the histogram reaches. Whether the signal holds is judged by "
        + "the difference that an example makes: how far a unit's activations differ from one example to the next."),
      make("div", { class: "fields" }, functionField, seedField, again, schemeField), flag.element,
      ...rows.map((row) => row.element));
    choose(scheme);
    return { element, show: refresh, hide() {} };
  },
};
