// What the panel says about the code and about a training that came to an end.

import { inOrder, partsOf } from "../../engine/identifiers.js";
import { CodeFailure } from "../../engine/runtime.js";
import { make } from "../../widgets/elements.js";
import { exerciseLinks, wrongLine } from "../../widgets/flags.js";
import { sentences, toWrite } from "../../widgets/notice.js";
import { significant } from "../../widgets/numbers.js";
import { optimizers } from "../training/optimizers.js";

/** Where to look for the cause of numbers that are not finite, in each kind of network. */
const makers = {
  binary: {
    "pre-activations": "look at lesson 3, which computes them",
    gradients: "look at lesson 4, which computes them",
    weights: "look at lesson 5, which changes them",
  },
  layers: {
    "pre-activations": "look at lesson 10, which computes them",
    gradients: "look at lessons 9 and 10, which compute them",
    weights: "look at lesson 10, which changes them",
  },
};

/** The lessons of the optimizers, which change weights, too: a part of a sentence. */
const otherMakers = ({ training: { exercises } }, network) => optimizers.slice(1)
  .map(({ name, title }) => `, or at lesson ${partsOf(exercises[network][name][0])[0]} if there is ${title}`).join("");

/**
 * Returns the lines above the picture.
 * @param {object} context of the page
 * @param {string} id of the element
 */
export function createMessages(context, id) {
  const { trainer, course, ignored } = context;
  const monitor = course.idOf("EarlyStopping.shouldStop");
  const place = make("div", { id, class: "messages", role: "status" });
  const box = (name, ...children) => make("div", { class: `notice ${name}` }, ...children);
  const line = (...content) => make("p", {}, ...content);
  let ignoredBox = null;
  if (ignored.length) {
    ignoredBox = box("ignored", line(
      `This link has parts that cannot be used, and the usual values stand in for them: ${ignored.join(", ")}.`));
  }

  const needed = () => [...new Set([
    ...course.failing("initialize", trainer.settings, trainer.plan), ...course.failing("advance", {}, trainer.plan),
  ])].sort(inOrder);
  const isOpen = (id) => course.state(id) === "open";
  /** What is not written, and, after it was missed, what for: the first one of all is the one to write next. */
  const openBox = (open, failure) => {
    if (open.length === 0) return null;
    if (!failure) {
      return box("flag", line("Not written yet, and needed for training: ", ...exerciseLinks(open, context), "."));
    }
    const others = open.filter((id) => id !== failure.exercise);
    return box("failure", sentences(failure, course, "Training")[0],
      others.length ? line("Needed, too, and not written yet: ", ...exerciseLinks(others, context), ".") : null,
      toWrite(open[0], course));
  };
  /** Where to look when only the loss is no finite number. */
  const adviceOnLoss = (network) => (network === "layers"
    ? `Does your ${course.title(course.idOf("Softmax.crossEntropy"))} take the largest logit off before exp?`
    : `Is the logarithm in your ${course.title(course.idOf("Forward.binaryCrossEntropy"))} kept away from 0?`);
  const trouble = ({ step, layer, what }) => {
    const { network } = trainer.settings;
    const where = layer === null ? `the ${what} is` : `the ${what} of layer ${layer} are`;
    const isFlagged = needed().some((id) => course.state(id) === "wrong");
    const further = what === "weights" ? otherMakers(course, network) : "";
    const advice = what === "loss" ? adviceOnLoss(network)
      : `Try a smaller learning rate than ${significant(trainer.settings.learningRate)}. If the same happens with a much `
        + `smaller one, ${isFlagged ? "fix first what does not pass its checks" : makers[network][what] + further}.`;
    return box("trouble", line(`Step ${step}: ${where} no finite number${layer === null ? "" : "s"} any more. `
      + "Training is paused; the weights from before that step are back."), line(advice));
  };
  /** Whether a wrong monitor has not kept the weights of the epoch that it calls the best. */
  const hasLost = (bestEpoch) => {
    const best = trainer.entries.find(({ epoch }) => epoch === bestEpoch);
    if (course.state(monitor) !== "wrong" || !best) return false;
    return !(Math.abs(best.validationLoss - trainer.latest?.validationLoss) < 1e-9);
  };
  const stopped = ({ epoch, bestEpoch }) => {
    const kept = hasLost(bestEpoch)
      ? `Your ${course.title(monitor)} calls epoch ${bestEpoch} the best, but its weights were not in `
        + "bestParameters. "
      : `The weights of epoch ${bestEpoch}, which had the lowest validation loss, are back. `;
    return box("stopped", line(`Early stopping ended the training after epoch ${epoch}. ${bestEpoch ? kept : ""}`
      + "To go on, ask for more patience or for none; Reset begins again."));
  };
  const update = () => {
    const { failure } = trainer;
    const exercises = needed();
    const open = exercises.filter(isOpen);
    const isUnwritten = failure instanceof CodeFailure && open.includes(failure.exercise);
    place.replaceChildren(...[
      ignoredBox, wrongLine(exercises, context, "what you see may be wrong"), openBox(open, isUnwritten ? failure : null),
      failure && !isUnwritten ? box("failure", ...sentences(failure, course, "Training")) : null,
      trainer.trouble ? trouble(trainer.trouble) : null,
      trainer.stopped ? stopped(trainer.stopped) : null,
    ].filter((child) => child));
  };
  let last = "";
  const follow = () => {
    // Screen readers hear what is new, not the same again.
    const { failure, trouble, stopped, plan, settings } = trainer;
    if (trainer.isPlaying) ignoredBox = null;
    const now = JSON.stringify([failure?.message, failure?.exercise, trouble, stopped, plan, settings.initialisation]);
    if (now === last) return;
    last = now;
    update();
  };
  for (const name of ["state", "reset", "weights"]) trainer.addEventListener(name, follow);
  follow();
  return { element: place };
}
