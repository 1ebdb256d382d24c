// The worker: a thread of its own for the student's code, so that an endless loop there leaves the page usable.
//
// Messages in: {id, command, argument}; the first is {module}. Messages out: {id, result} or {id, trap}, and meanwhile
// {alive: true} and {lines, count}: the last lines that the code has printed, and how many there were in all.

import { Session } from "./session.js";

/** So many lines are sent at once; a code that prints in every step prints thousands in a second. */
const mostLines = 200;

/** How often signs of life and lines are sent, in milliseconds. */
const pause = 100;

let session = null;
let lastSign = 0;
let printed = { lines: [], count: 0, time: 0 };

/** Tells the page now and then that updates are being made. */
function tick() {
  const now = performance.now();
  if (now - lastSign > pause) {
    lastSign = now;
    postMessage({ alive: true });
  }
}

function print(line) {
  printed.lines.push(line);
  if (printed.lines.length > mostLines) printed.lines.shift();
  printed.count += 1;
  // At once, since a loop without end is never done.
  if (performance.now() - printed.time > pause) sendLines();
}

function sendLines() {
  const { lines, count } = printed;
  if (count > 0) postMessage({ lines, count });
  printed = { lines: [], count: 0, time: performance.now() };
}

onmessage = ({ data: { id, command, argument, module } }) => {
  if (module) {
    session = new Session(module, { tick, print });
    return;
  }
  try {
    const result = session[command](argument ?? {});
    sendLines();
    postMessage({ id, result });
  } catch (error) {
    // A trap ends a call in the middle: this copy of the code is of no use any more.
    try {
      session.restart();
    } catch {
      // What the training needs traps by itself; other calls may still work.
    }
    sendLines();
    postMessage({ id, trap: error instanceof RangeError ? "it called itself without end" : error.message });
  }
};
