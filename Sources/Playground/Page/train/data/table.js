// A table of two columns of numbers and a label, ready to learn from: read by the kit, as `course-check train --csv` reads it.

import { ask } from "../../engine/kit.js";
import { splitFrom } from "./source.js";

/** How many rows a table may have, and how many classes: all of them are drawn. */
const mostRows = 5000;
export const mostClasses = 10;

/**
 * Reads a table.
 * @param {string | Uint8Array} text the table; bytes of a file are taken as they are
 * @param {string} name what sentences call it
 * @returns {object} what the trainer learns from; `draw(seed)` shuffles it and keeps a fifth to validate
 * @throws {FileProblem} that names the line
 */
export function readTable(text, name) {
  const answer = ask("readTable", [name, text], ([nameLength]) => [mostRows, mostClasses, nameLength]);
  const [count, classCount] = answer.list(2);
  const [features, classes, [remark]] = [answer.texts(2), answer.texts(classCount), answer.texts(1)];
  return { name, features, classes, count, remark, draw: (seed) => ({ features, classes, ...drawn(seed) }) };
}

/** The rows of the table that was read last, in its own units. */
function drawn(seed) {
  const answer = ask("drawTable", [], () => [seed]);
  const scaling = { means: answer.list(2), deviations: answer.list(2) };
  return { scaling, ...splitFrom(answer) };
}
