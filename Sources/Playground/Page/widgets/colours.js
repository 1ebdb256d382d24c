// The colours of what is drawn on a canvas, taken from the variables of the page's style.

import { lookCount } from "./shapes.js";

const names = [
  "paper", "ink", "faint", "line", "class0", "class1", "training", "validation", "pinned", "good", "bad",
];

/** Returns the colours of the page as they are now, light or dark: {paper: "#ffffff", …}, in `classes` a list. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  const classes = Array.from({ length: lookCount }, (_, label) => read(`class${label}`));
  return { ...Object.fromEntries(names.map((name) => [name, read(name)])), classes };
}

/** The three numbers of a colour, 0 … 255. */
export const channels = (hex) => [1, 3, 5].map((place) => parseInt(hex.slice(place, place + 2), 16));

/** Calls the listener when light becomes dark, or dark light. */
export const onColourChange = (listener) =>
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", listener);
