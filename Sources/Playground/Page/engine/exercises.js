// The exercises, how their checks went when this page was made, and which of them run when the page asks for something.

import { inOrder } from "./identifiers.js";

/**
 * The exercises that a command of the worker calls itself, for each kind of network: functions with their lessons' modules, or
 * identifiers. `chosen` are those that belong to a choice, and those of layers, as PlaygroundTraining.swift describes them.
 */
const entries = {
  binary: {
    initialize: ({ initialisation }, chosen) => chosen[initialisation],
    measure: () => ["Forward.forward", "Forward.binaryCrossEntropy", "Forward.accuracy"],
    advance: (_, chosen, plan) => ["MiniBatches.train", ...updates(chosen, plan)],
    stepExample: (_, chosen, plan) =>
      ["Forward.forward", "Forward.binaryCrossEntropy", "Backward.backward", ...updates(chosen, plan)],
    field: () => ["Forward.forward"],
    gradients: () => ["Forward.forward", "Backward.backward"],
    lossAlong: () => ["Forward.forward", "Forward.binaryCrossEntropy"],
    initialActivations: ({ initialisation }, chosen) => [...chosen[initialisation], "Forward.forward"],
  },
  layers: {
    initialize: () => [],
    measure: (_, { forward }) => [...forward, "Softmax.crossEntropy", "Softmax.classAccuracy"],
    advance: (_, chosen, plan) => [...chosen.training, ...updates(chosen, plan)],
    stepExample: (_, chosen, plan) =>
      ["Softmax.softmax", "Softmax.crossEntropy", ...chosen.gradients, ...updates(chosen, plan)],
    field: (_, { forward }) => [...forward, "Softmax.softmax"],
    gradients: (_, { gradients }) => gradients,
    lossAlong: (_, { forward }) => [...forward, "Softmax.crossEntropy"],
  },
};
for (const ofKind of Object.values(entries)) {
  Object.assign(ofKind, { stepBatch: ofKind.advance, allFields: ofKind.field, hiddenSpace: ofKind.field });
}

/** What commands call whatever the network is. */
const entriesOfBoth = {
  nextBatch: () => ["MiniBatches.miniBatches"],
  weightNorm: () => ["L2.weightNorm", "L2.l2Penalty"],
  activationCurve: ({ hidden, isSlope }) => [`Activations.${hidden}${isSlope ? "Derivative" : ""}`],
  countParameters: () => ["HeInit.parameterCount"],
  descend: ({ optimizer }, chosen) => chosen[optimizer],
};

/** What an update calls: the optimizer's step, and what else is asked for. */
function updates(chosen, plan) {
  const others = [
    ...(plan?.lambda ? chosen.lambda : []), ...(plan?.dropout && plan.hasHiddenLayers ? chosen.dropout : []),
    ...(plan?.patience == null ? [] : chosen.patience),
  ];
  return [...chosen[plan?.optimizer?.name ?? "sgd"], ...others];
}

/** All exercises of the course as the page knows them. */
export class Course {
  /** @param {object} description what Sources/course-check/Playground/PlaygroundCourse.swift describes */
  constructor(description) {
    Object.assign(this, description);
    const exercises = this.lessons.flatMap((lesson) => lesson.exercises.map((exercise) => ({ ...exercise, lesson })));
    this.exercises = new Map(exercises.map((exercise) => [exercise.id, exercise]));
    this.ids = new Map(exercises.map(({ id, name, lesson }) => [`${lesson.topic}.${name}`, id]));
  }

  /** The exercise in which a function is written: `4.2` for `Backward.hiddenDelta`. */
  idOf(name) { return this.ids.get(name); }

  /** An exercise with its name: `4.2 hiddenDelta`. */
  title(id) { return `${id} ${this.exercises.get(id)?.name ?? ""}`.trim(); }

  /** How its checks went: `right`, `wrong`, `open` (nothing written yet) or `unknown`. */
  state(id) { return this.exercises.get(id)?.state ?? "unknown"; }

  /** The exercises that a command calls directly, for example that of `train` for `advance`. */
  entriesOf(command, argument, plan) {
    const asked = argument ?? {};
    // Deep networks of random weights are those of lessons 2 and 3; a way downhill takes lesson 5's steps.
    const network = ["initialActivations", "descend"].includes(command) ? "binary" : asked.network ?? plan?.network ?? "binary";
    const isFlat = network === "layers" && plan?.hasHiddenLayers === false;
    const called = entriesOfBoth[command] ?? entries[network][command];
    const names = called?.(asked, this.training?.exercises[isFlat ? "layersWithoutHidden" : network], plan) ?? [];
    return names.map((name) => this.idOf(name) ?? name);
  }

  /** The exercises that an exercise calls with an activation function of the hidden layers. */
  calledBy(id, hidden = "relu") {
    const { calls = [], callsOfActivation } = this.exercises.get(id) ?? {};
    return callsOfActivation ? [...calls, callsOfActivation[hidden]] : calls;
  }

  /** The exercises and all that they call, directly or not, in the course's order. */
  reachedFrom(ids, hidden) {
    const reached = new Set();
    const visit = (id) => {
      if (reached.has(id)) return;
      reached.add(id);
      this.calledBy(id, hidden).forEach(visit);
    };
    ids.forEach(visit);
    return [...reached].sort(inOrder);
  }

  /** All exercises that a command reaches. */
  reached(command, argument, plan) {
    return this.reachedFrom(this.entriesOf(command, argument, plan), argument?.hidden ?? plan?.hidden);
  }

  /** Those of them whose checks do not pass. */
  failing(command, argument, plan) {
    return this.reached(command, argument, plan).filter((id) => this.state(id) !== "right");
  }
}
