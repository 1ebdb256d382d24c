// What the student's code prints.

import { make } from "../../widgets/elements.js";
import { grouped } from "../../widgets/numbers.js";

/** Returns a box that is closed until somebody wants to read. */
export function createPrinted({ prints }) {
  const summary = make("summary", {});
  const text = make("pre", { id: "printed", tabindex: "0", "aria-label": "What your code printed" });
  const element = make("details", { hidden: true }, summary, text,
    make("button", { type: "button", id: "clear-printed", onclick: () => prints.clear() }, "Clear"));
  const update = () => {
    const { lines, count } = prints;
    element.hidden = count === 0;
    summary.textContent = `Your code printed ${grouped(count)} ${count === 1 ? "line" : "lines"}`
      + (count > lines.length ? `, the last ${lines.length} are here` : "");
    if (!element.open) return;
    const isAtEnd = text.scrollTop + text.clientHeight > text.scrollHeight - 8;
    text.textContent = lines.join("\n");
    if (isAtEnd) text.scrollTop = text.scrollHeight;
  };
  prints.addEventListener("change", update);
  element.addEventListener("toggle", update);
  update();
  return { element };
}
