// The colours of what is drawn on a canvas, taken from the variables of the page's style.

const names = [
  "paper", "ink", "faint", "line", "class0", "class1", "training", "validation", "pinned", "good", "bad",
];

/** Returns the colours of the page as they are now, light or dark: {paper: "#ffffff", …}. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}

/** Calls the listener when light becomes dark, or dark light. */
export const onColourChange = (listener) =>
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", listener);
