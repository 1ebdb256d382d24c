// Drawing no more often than anyone can see.

/** Returns a function that calls the action before the next frame is shown, however often it is called until then. */
export function onceAFrame(action) {
  let frame = null;
  return () => {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      action();
    });
  };
}

/** Returns a function that calls the action at most every so many milliseconds; the last call is never lost. */
export function sparingly(milliseconds, action) {
  let timer = null;
  return () => {
    timer ??= setTimeout(() => {
      timer = null;
      action();
    }, milliseconds);
  };
}

/** Returns a function that runs a task; asked again while it runs, it runs once more afterwards. */
export function latest(task) {
  let isRunning = false;
  let isAsked = false;
  return async () => {
    isAsked = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isAsked) {
        isAsked = false;
        await task();
      }
    } finally {
      isRunning = false;
    }
  };
}
