// How large the weights are, by the student's lesson 6: what the L2 penalty holds down.

import { make } from "../../widgets/elements.js";
import { sentences } from "../../widgets/notice.js";
import { significant } from "../../widgets/numbers.js";
import { latest, sparingly } from "../../widgets/timing.js";

/** Returns a line with the weight norm and, with an L2 penalty, what that adds to the loss of a batch. */
export function createWeightNorm({ trainer, runtime, course }) {
  const element = make("p", { id: "weight-norm", class: "faint" });
  let failure = null;
  const update = latest(async () => {
    // What failed once fails again, and each attempt takes its time.
    if (failure) return;
    try {
      const { norm, penalty } = await runtime.call("weightNorm");
      const added = trainer.settings.lambda ? `, L2 penalty ${significant(penalty)}` : "";
      element.textContent = `Weight norm ‖W‖ ${significant(norm)}${added}`;
    } catch (error) {
      failure = error;
      [element.textContent] = sentences(error, course, "The weight norm");
    }
  });
  trainer.addEventListener("frame", sparingly(500, update));
  for (const name of ["reset", "state", "weights"]) trainer.addEventListener(name, update);
  return { element };
}
