// The page's side of the worker: hands it commands, one after the other, and says what went wrong in the student's code.

import { CodeWorker } from "./code-worker.js";
import { findCulprit } from "./culprit.js";

/** How long the code may be silent before it counts as endless, in milliseconds. */
const patience = 3000;

/** Why a call of the student's code came to nothing. */
export class CodeFailure extends Error {
  /**
   * @param {"trap" | "endless"} kind what happened
   * @param {string | null} exercise the exercise in which it happened; null if it happens in none by itself
   * @param {string[]} called the exercises that were called
   * @param {string} detail the browser's own words
   * @param {string[]} reached the exercises that were called, and all that they call
   */
  constructor(kind, exercise, called, detail, reached = called) {
    super(detail);
    Object.assign(this, { kind, exercise, called, detail, reached });
  }
}

/** Runs the student's code in a worker; one call at a time. */
export class Runtime {
  /**
   * @param {import("./exercises.js").Course} course says which exercises run
   * @param {string} address the address of the worker's module
   * @param {WebAssembly.Module} module the compiled lessons
   * @param {(lines: string[], count: number) => void} print what happens to the last lines that the code has printed
   */
  constructor(course, address, module, print) {
    this.course = course;
    this.code = { address, module, print };
    this.worker = new CodeWorker(this.code);
    /** What a new worker must be told: {data, network, plan}. */
    this.known = {};
    this.turn = Promise.resolve();
  }

  /**
   * Calls a method of the session in the worker.
   * @returns {Promise<object>} what it answers
   * @throws {CodeFailure} if the student's code traps or does not come to an end
   */
  call(command, argument) {
    const result = this.turn.then(() => this.perform(command, argument));
    this.turn = result.catch(() => {});
    return result;
  }

  async perform(command, argument) {
    const answer = await this.worker.send(command, argument, patience);
    if ("result" in answer) {
      this.note(command, argument, answer.result);
      return answer.result;
    }
    if (this.worker.hasEnded) {
      this.worker = new CodeWorker(this.code);
      await this.worker.tell(this.known, patience);
    }
    const { course, code, known } = this;
    const called = course.entriesOf(command, argument, known.plan);
    const exercise = await findCulprit(course, code, called, known, argument?.hidden);
    const reached = course.reached(command, argument, known.plan);
    throw new CodeFailure("trap" in answer ? "trap" : "endless", exercise, called, answer.trap ?? "", reached);
  }

  /** Keeps what a new worker must be told. */
  note(command, argument, result) {
    if (command === "setData") this.known.data = argument;
    if (command === "setParameters") this.known.network = { sizes: argument.sizes, parameters: argument.parameters };
    if (command === "setPlan") this.known.plan = argument;
    if (result.parameters && this.known.network?.parameters.length === result.parameters.length) {
      this.known.network = { ...this.known.network, parameters: result.parameters };
    }
  }
}
