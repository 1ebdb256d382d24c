// The place on which a digit is drawn, with a mouse, a pen or a finger.

import { make } from "../../widgets/elements.js";

const size = 280;

/** Returns the pad; `change` is told of the strokes, lists of places [x, y] from 0 to 1, whenever they change. */
export function createPad(change) {
  let strokes = [];
  const path = make("svg:path", { class: "pad-ink" });
  const element = make("svg:svg", {
    class: "pad", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": "Draw a digit here with mouse, pen or finger",
  }, make("svg:rect", { width: size, height: size, class: "pad-paper" }), path);
  const show = () => {
    path.setAttribute("d", strokes.map((stroke) => {
      const places = stroke.map(([x, y]) => `${(x * size).toFixed(1)} ${(y * size).toFixed(1)}`);
      // A dot is a line of no length, which round ends make visible.
      return `M${places.join("L")}${places.length === 1 ? `L${places[0]}` : ""}`;
    }).join(""));
    change(strokes);
  };
  const place = ({ clientX, clientY }) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height].map((value) => Math.min(Math.max(value, 0), 1));
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    strokes.push([place(event)]);
    show();
  });
  element.addEventListener("pointermove", (event) => {
    if (!element.hasPointerCapture(event.pointerId)) return;
    // Fast hands make several moves a frame.
    const moves = event.getCoalescedEvents?.() ?? [];
    strokes.at(-1).push(...(moves.length ? moves : [event]).map(place));
    show();
  });
  return {
    element,
    clear() {
      strokes = [];
      show();
    },
    undo() {
      strokes.pop();
      show();
    },
  };
}
