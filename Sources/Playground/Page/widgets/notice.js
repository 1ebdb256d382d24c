// What the page says when the student's code did not bring a result.

import { CodeFailure } from "../engine/runtime.js";
import { make } from "./elements.js";

/**
 * Returns a box that says what happened, which exercise it was and what to do next.
 * @param {Error} failure what a call of the runtime threw
 * @param {import("../engine/exercises.js").Course} course
 * @param {string} what what is missing without it: "The curve", for example
 */
export function notice(failure, course, what) {
  return make("div", { class: "notice", role: "status" }, ...sentences(failure, course, what));
}

/** The paragraphs of the box; the last one says what to do next. */
export function sentences(failure, course, what) {
  if (!(failure instanceof CodeFailure)) return [paragraph(`${what} failed: ${failure.message}`)];
  const { kind, exercise, called, reached } = failure;
  const known = course.exercises.get(exercise);
  if (known?.state === "open") {
    const written = `${what} needs ${course.title(exercise)}, which is not written yet (${known.place}).`;
    return [paragraph(written), toWrite(exercise, course)];
  }
  const happened = kind === "endless" ? "did not come to an end within three seconds and was ended"
    : `stopped in the middle${failure.detail === "unreachable" ? "" : ` (${failure.detail})`}`;
  // Where each exercise runs by itself, one that answers something wrong makes another one stop.
  const suspects = exercise ? [exercise] : reached.filter((id) => course.state(id) === "wrong");
  const told = suspects.map((id) => course.exercises.get(id)).find((exercise) => exercise?.state === "wrong");
  const titles = called.map((id) => course.title(id)).join(", ");
  return [
    paragraph(exercise ? `${what} failed: ${course.title(exercise)} ${happened}.`
      : `${what} failed: your code ${happened}${titles ? ` while it ran ${titles} and what they call` : ""}.`),
    ...(told ? [paragraph(`The checks of ${course.title(told.id)} said: ${told.report}`)] : []),
    next("look into it with", suspects[0] ?? called[0]),
  ];
}

/** What to do next about an exercise that is not written. */
export function toWrite(exercise, course) { return next(`write ${course.title(exercise)}, check it with`, exercise); }

function next(action, exercise) {
  const check = exercise ? `swift run course-check ${exercise}` : "swift run course-check";
  return paragraph(
    `Next: ${action} `, make("code", {}, check), ", then make this page again with ",
    make("code", {}, "swift run course-check playground"), ".");
}

function paragraph(...content) { return make("p", {}, ...content); }
