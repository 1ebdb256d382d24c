// A table of two columns of numbers and a label, ready to learn from.

import { FileProblem, rowsOf } from "./csv.js";
import { shuffledOrder } from "./random.js";

/** How many rows a table may have. */
const mostRows = 5000;

/** Reads a table; throws a FileProblem that names the line. */
export function readTable(text, name) {
  const { rows, hasDecimalComma } = rowsOf(text);
  if (!rows.length) throw new FileProblem(`${name} is empty: give it lines of two numbers and a label.`);
  const numberOf = (field) => {
    const text = hasDecimalComma ? field.replace(",", ".") : field;
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;
  };
  const hasHeader = rows[0].fields.slice(0, 2).every((field) => numberOf(field) === null);
  const examples = rows.slice(hasHeader ? 1 : 0);
  const values = new Float64Array(2 * examples.length);
  const texts = examples.map(({ line, fields }, index) => {
    const problem = (text) => new FileProblem(`Line ${line}${text}`);
    if (index === mostRows) throw problem(`: this page learns from at most ${mostRows} rows. Take some out.`);
    if (fields.length !== 3) {
      const count = `${fields.length} column${fields.length === 1 ? "" : "s"}`;
      throw problem(` has ${count}: write two numbers and a label in each, with commas between them.`);
    }
    fields.slice(0, 2).forEach((field, column) => {
      const number = numberOf(field);
      if (number === null) {
        const said = field === "" ? "is empty" : `is '${field.slice(0, 30)}', which is no number`;
        throw problem(`: column ${column + 1} ${said}. Write one there, or take the line out.`);
      }
      values[2 * index + column] = number;
    });
    if (fields[2] === "") throw problem(": the label is empty. Write one there, or take the line out.");
    return fields[2];
  });
  if (examples.length < 5) {
    throw new FileProblem(`${name} has ${examples.length} examples: give it at least 5, a fifth of them validates.`);
  }
  const classes = classesOf(texts, examples, name);
  const labels = Float64Array.from(texts, (text) => (text === classes[1] ? 1 : 0));
  const features = hasHeader ? rows[0].fields.slice(0, 2) : ["x1", "x2"];
  const table = { name, features, classes, values, labels };
  const draw = (seed) => drawnFrom(table, seed);
  draw(0);
  return { ...table, draw };
}

/** The two classes, numbers by size and words by the alphabet; the second one is class 1. */
function classesOf(texts, examples, name) {
  const classes = [...new Set(texts)];
  if (classes.length === 1) {
    const label = classes[0].slice(0, 30);
    throw new FileProblem(`${name} has one label only, '${label}': give it rows of a second class, too.`);
  }
  if (classes.length > 2) {
    const { line } = examples[texts.indexOf(classes[2])];
    throw new FileProblem(
      `Line ${line}: '${classes[2].slice(0, 30)}' is a third label. This network tells two classes apart: `
      + "take the others out.");
  }
  const areNumbers = classes.every((text) => text !== "" && Number.isFinite(Number(text)));
  return classes.sort(areNumbers ? (first, second) => first - second : undefined);
}

/** Shuffles the rows, takes a fifth for validation, and measures the scaling on the rest. */
function drawnFrom({ name, features, classes, values, labels }, seed) {
  const order = shuffledOrder(labels.length, seed);
  const count = Math.trunc(labels.length / 5);
  const part = (indices) => ({
    features: Float64Array.from(indices.flatMap((index) => [values[2 * index], values[2 * index + 1]])),
    labels: Float64Array.from(indices, (index) => labels[index]),
  });
  const [validation, training] = [part(order.slice(0, count)), part(order.slice(count))];
  const scaling = scalingOf(training.features);
  if (![...scaling.means, ...scaling.deviations].every(Number.isFinite)) {
    throw new FileProblem(`${name} has numbers too large to compute with: write them in a larger unit.`);
  }
  return { features, classes, scaling, training, validation };
}

/** The mean and the deviation of both features; a deviation of 1 for one that never changes. */
function scalingOf(features) {
  const count = features.length / 2;
  const columns = [0, 1].map((column) => features.filter((_, index) => index % 2 === column));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / count);
  const deviations = columns.map((column, index) => {
    const squares = column.reduce((sum, value) => sum + (value - means[index]) ** 2, 0);
    return column.every((value) => value === column[0]) || squares === 0 ? 1 : Math.sqrt(squares / count);
  });
  return { means, deviations };
}
