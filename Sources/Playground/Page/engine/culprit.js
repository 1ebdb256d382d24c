// Which exercise is at fault: a trap in WebAssembly says neither where it happened nor why.

import { CodeWorker } from "./code-worker.js";

/** How long a single exercise may take, in milliseconds. */
const patience = 1500;

/** What exercises are tried with as long as there is no training. */
const trial = {
  network: { sizes: [2, 2, 1], parameters: new Float64Array(9).fill(0.5) },
  plan: { network: "binary", hidden: "relu", learningRate: 0.03, batchSize: 0, lambda: 0, weightDecay: 0 },
};

/**
 * Finds the exercise that traps or hangs: of those that were called, the first that does so by itself, while none of those that it
 * calls does. They are tried in a worker of their own, so that the training stays as it is.
 * @param {import("./exercises.js").Course} course says what they call
 * @param {object} code as CodeWorker takes it; what is printed meanwhile was printed before
 * @param {string[]} called the exercises that were called
 * @param {{data?: object, network?: object, plan?: object}} training what they are tried with
 * @param {string} [hidden] the activation function of the call
 * @returns {Promise<string | null>} null if none of them does so by itself
 */
export async function findCulprit(course, code, called, training, hidden) {
  const plan = { ...trial.plan, ...training.plan };
  // A call with an activation function of its own is one of a binary network's lessons.
  if (hidden) Object.assign(plan, { network: "binary", hidden });
  let worker = null;
  const fails = async (exercise) => {
    if (!worker || worker.hasEnded) {
      worker = new CodeWorker({ ...code, print: () => {} });
      await worker.tell({ network: trial.network, ...training, plan }, patience);
    }
    return !("result" in await worker.send("callExercise", { exercise }, patience));
  };
  const search = async (exercises) => {
    for (const exercise of exercises) {
      if (await fails(exercise)) return (await search(course.calledBy(exercise, plan.hidden))) ?? exercise;
    }
    return null;
  };
  const culprit = await search(called);
  worker?.end();
  return culprit;
}
