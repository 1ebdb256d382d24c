// The worker: a thread of its own for the student's code, so that an endless loop there leaves the page usable.
//
// Messages in: {id, command, argument}; the first is {module}. Messages out: {id, result} or {id, trap}, and meanwhile
// {alive: true} and {print: text}.

import { Session } from "./session.js";

let session = null;
let lastSign = 0;

/** Tells the page now and then that updates are being made. */
function tick() {
  const now = performance.now();
  if (now - lastSign > 100) {
    lastSign = now;
    postMessage({ alive: true });
  }
}

onmessage = ({ data: { id, command, argument, module } }) => {
  if (module) {
    session = new Session(module, { tick, print: (text) => postMessage({ print: text }) });
    return;
  }
  try {
    const result = session[command](argument ?? {});
    postMessage({ id, result });
  } catch (error) {
    // A trap ends a call in the middle: this copy of the code is of no use any more.
    try {
      session.restart();
    } catch {
      // What the training needs traps by itself; other calls may still work.
    }
    postMessage({ id, trap: error instanceof RangeError ? "it called itself without end" : error.message });
  }
};
