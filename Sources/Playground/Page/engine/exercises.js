// The exercises, how their checks went when this page was made, and which of them call which others.

/** What each exercise calls in the course's own solution; `hidden` and `slope` are those of the chosen activation. */
const calls = {
  "1.4": ["1.1"], "1.5": ["1.2"], "3.2": ["3.1", "hidden", "1.1"], "3.5": ["3.2"], "4.2": ["slope"],
  "4.4": ["4.1", "4.3", "4.2"], "5.3": ["5.1", "3.2", "4.4"], "5.4": ["5.3", "3.2", "3.3", "3.4"], "6.2": ["6.1"],
  "7.2": ["7.1"], "8.2": ["8.1"],
};

/** The exercises that a command of the worker calls itself. */
const entries = {
  initialize: ({ initialisation }) => [initialisation === "xavier" ? "2.3" : "2.2"],
  measure: () => ["3.2", "3.3", "3.4"],
  advance: (_, plan) => ["5.4", ...updates(plan)],
  stepBatch: (_, plan) => ["5.4", ...updates(plan)],
  stepExample: (_, plan) => ["3.2", "3.3", "4.4", ...updates(plan)],
  nextBatch: () => ["5.1"],
  weightNorm: () => ["6.1", "6.2"],
  field: () => ["3.2"],
  allFields: () => ["3.2"],
  hiddenSpace: () => ["3.2"],
  gradients: () => ["3.2", "4.4"],
  lossAlong: () => ["3.2", "3.3"],
  activationCurve: ({ hidden, isSlope }) => [isSlope ? functions[hidden].slope : functions[hidden].value],
  countParameters: () => ["2.1"],
  initialActivations: ({ initialisation }) => [initialisation === "xavier" ? "2.3" : "2.2", "3.2"],
};

const functions = {
  sigmoid: { value: "1.1", slope: "1.4" },
  tanh: { value: "1.2", slope: "1.5" },
  relu: { value: "1.3", slope: "1.6" },
};

function updates(plan) {
  const step = plan?.momentum == null ? "5.2" : "8.2";
  const others = [plan?.lambda ? "6.3" : null, plan?.patience == null ? null : "7.2"];
  return [step, ...others.filter((exercise) => exercise)];
}

/** The exercises that a command calls directly, for example 5.4 for `advance`. */
export function entriesOf(command, argument, plan) {
  return entries[command]?.(argument ?? {}, plan) ?? [];
}

/** The exercises that an exercise calls. */
export function calledBy(exercise, hidden) {
  return (calls[exercise] ?? []).map((name) => {
    if (name === "hidden") return functions[hidden ?? "relu"].value;
    return name === "slope" ? functions[hidden ?? "relu"].slope : name;
  });
}

/** The exercises and all that they call, directly or not. */
export function reachedFrom(exercises, hidden) {
  const reached = new Set();
  const visit = (exercise) => {
    if (reached.has(exercise)) return;
    reached.add(exercise);
    calledBy(exercise, hidden).forEach(visit);
  };
  exercises.forEach(visit);
  return [...reached].sort();
}

/** All exercises of the course as the page knows them. */
export class Course {
  constructor(description) {
    Object.assign(this, description);
    this.exercises = new Map(
      this.lessons.flatMap((lesson) => lesson.exercises.map((exercise) => [exercise.number, { ...exercise, lesson }])));
  }

  /** An exercise with its name: `4.2 hiddenDelta`. */
  title(number) { return `${number} ${this.exercises.get(number)?.name ?? ""}`.trim(); }

  /** How its checks went: `right`, `wrong`, `open` (nothing written yet) or `unknown`. */
  state(number) { return this.exercises.get(number)?.state ?? "unknown"; }

  /** All exercises that a command reaches. */
  reached(command, argument, plan) {
    return reachedFrom(entriesOf(command, argument, plan), argument?.hidden ?? plan?.hidden);
  }

  /** Those of them whose checks do not pass. */
  failing(command, argument, plan) {
    return this.reached(command, argument, plan).filter((exercise) => this.state(exercise) !== "right");
  }
}
