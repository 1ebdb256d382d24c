// Which of the student's exercises do not pass their checks, said where their results are shown.

import { inOrder } from "../engine/identifiers.js";
import { make } from "./elements.js";

/** How many exercises a line names before it counts. */
const mostNames = 4;

/**
 * Returns links that lead to exercises in the list of functions, joined as in a sentence.
 * @param {string[]} ids of the exercises
 * @param {object} context `course` and `open` of the page
 */
export function exerciseLinks(ids, { course, open }) {
  const links = ids.slice(0, mostNames).map((exercise) => make("button", {
    type: "button", class: "link", onclick: () => open("functions", { exercise }),
  }, course.title(exercise)));
  const rest = ids.length - links.length;
  if (rest > 0) links.push(`${rest} more`);
  return links.flatMap((link, index) => [index === 0 ? "" : index === links.length - 1 ? " and " : ", ", link]);
}

/**
 * Returns the line that names exercises whose checks do not pass, or null if they all pass.
 * @param {string} consequence what may come of it: `this curve may be wrong`
 */
export function wrongLine(ids, context, consequence) {
  const wrong = [...new Set(ids)].filter((id) => context.course.state(id) === "wrong").sort(inOrder);
  if (wrong.length === 0) return null;
  const words = wrong.length === 1 ? "does not pass its checks" : "do not pass their checks";
  return make("div", { class: "notice flag" },
    make("p", {}, "Your ", ...exerciseLinks(wrong, context), ` ${words}, so ${consequence}.`));
}

/**
 * Returns a place for that line, which `show` fills with what a panel calls now.
 * @returns {{element: HTMLElement, show: (ids: string[]) => void}}
 */
export function createFlag(context, consequence) {
  const element = make("div", { role: "status" });
  let shown = "";
  const show = (ids) => {
    // Screen readers hear what is new, not the same again.
    const key = ids.join();
    if (key === shown) return;
    shown = key;
    element.replaceChildren(wrongLine(ids, context, consequence) ?? "");
  };
  return { element, show };
}
