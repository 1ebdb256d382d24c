// Drawing points of one's own: with the mouse, a finger, or the keys.

import { make } from "../../widgets/elements.js";
import { button } from "../../widgets/inputs.js";
import { significant } from "../../widgets/numbers.js";
import { enoughToValidate, mostPoints, reach, rounded } from "../data/points.js";

/** How far apart the points of one stroke lie, and how wide the eraser is, in units of the plane. */
const apart = 0.15;
const eraserReach = 0.12;

/** How far an arrow key moves the crosshair; with the shift key five times as far. */
const keyStep = 0.05;

/** Lets points be drawn on the boundary's canvas. */
export function createDrawing({ trainer, say }, boundary) {
  const { canvas } = boundary;
  let tool = "off";
  let last = null;
  const remark = make("p", { class: "faint" });
  const names = [["off", "Look only"], ["0", "● Class 0"], ["1", "■ Class 1"], ["eraser", "Eraser"]];
  const tools = names.map(([value]) => make("input", {
    type: "radio", name: "tool", id: `tool-${value}`, checked: value === tool, onchange: () => setTool(value),
  }));
  const clear = button("Clear", () => {
    trainer.usePoints([]);
    say("All of your points are gone.");
  }, { id: "clear-points", "aria-label": "Clear points" });

  const setTool = (value) => {
    tool = value;
    const isDrawing = tool !== "off";
    canvas.classList.toggle("drawing", isDrawing);
    canvas.setAttribute("role", isDrawing ? "application" : "img");
    boundary.cursor = isDrawing ? boundary.cursor ?? [0, 0] : null;
    if (isDrawing) canvas.tabIndex = 0;
    else canvas.removeAttribute("tabindex");
    if (isDrawing && trainer.settings.data !== "own") trainer.usePoints(trainer.points);
    update();
    boundary.draw();
  };

  const inside = (value) => Math.abs(value) <= reach;
  const near = (distance, [x, y]) => (point) => Math.hypot(point.x - x, point.y - y) < distance;

  const put = (name, [x, y]) => {
    if (!inside(x) || !inside(y)) return;
    const { points } = trainer;
    if (name === "eraser") {
      const left = points.filter((point) => !near(eraserReach, [x, y])(point));
      if (left.length < points.length) trainer.usePoints(left);
      return;
    }
    if (points.length >= mostPoints) {
      say(`There are ${mostPoints} points: the link of this page holds no more.`);
      return;
    }
    trainer.usePoints([...points, { x: rounded(x), y: rounded(y), label: Number(name) }]);
  };

  const placeOf = (event) => boundary.plane.place(event.offsetX, event.offsetY);
  canvas.addEventListener("pointerdown", (event) => {
    if (tool === "off" || event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    last = placeOf(event);
    boundary.cursor = last;
    put(tool, last);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!last) return;
    const place = placeOf(event);
    if (tool !== "eraser" && Math.hypot(place[0] - last[0], place[1] - last[1]) < apart) return;
    last = place;
    put(tool, place);
  });
  for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, () => { last = null; });

  canvas.addEventListener("keydown", (event) => {
    if (tool === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    const name = { 0: "0", 1: "1", Delete: "eraser", Backspace: "eraser", Enter: tool }[event.key];
    if (!move && name === undefined) return;
    event.preventDefault();
    if (move) {
      const step = keyStep * (event.shiftKey ? 5 : 1);
      boundary.cursor = boundary.cursor.map((value, axis) =>
        rounded(Math.min(reach, Math.max(-reach, value + move[axis] * step))));
    } else put(name, boundary.cursor);
    const place = boundary.cursor.map((value) => significant(value, 3)).join(", ");
    say(move ? place : name === "eraser" ? `Erased at ${place}.` : `Class ${name} at ${place}.`);
    boundary.draw();
  });

  const update = () => {
    const isOwn = trainer.settings.data === "own";
    if (!isOwn && tool !== "off") {
      tools[0].checked = true;
      return setTool("off");
    }
    clear.hidden = !isOwn || trainer.points.length === 0;
    const { length } = trainer.points;
    const held = length < enoughToValidate
      ? `With fewer than ${enoughToValidate} the network is measured on what it learns.` : "Every fifth one validates.";
    remark.textContent = isOwn
      ? `${length ? `${length} of at most ${mostPoints} points. ${held}` : "No points yet: choose a class and draw."} `
        + (tool === "off" ? "" : "Keys: arrows move the crosshair, 0 and 1 place a point, Delete erases.")
      : "";
    return undefined;
  };
  trainer.addEventListener("state", update);
  trainer.addEventListener("reset", update);
  update();
  return {
    element: make("div", {},
      make("div", { class: "row tools", role: "radiogroup", "aria-label": "Draw points" },
        ...names.map(([, text], index) => make("label", {}, tools[index], text)), clear),
      remark),
  };
}
