// The panel "Train". Its parts, each in a folder: training/ trains and knows nothing of the page; data/ has the
// examples; controls/ are buttons, settings and messages; files/ are tables and models; boundary/ draws the plane,
// chart/ the losses, diagram/ the network, and example/ writes out the step of one example.

import { make } from "../widgets/elements.js";
import { choice } from "../widgets/inputs.js";
import { glyphOf } from "../widgets/shapes.js";
import { Boundary } from "./boundary/boundary.js";
import { createChart } from "./chart/chart.js";
import { createControls } from "./controls/controls.js";
import { createDiagram } from "./diagram/diagram.js";
import { classTitle } from "./data/source.js";
import { createDrawing } from "./boundary/drawing.js";
import { createFiles } from "./files/files.js";
import { createMessages } from "./controls/messages.js";
import { createPrinted } from "./controls/printed.js";
import { createStepNumbers } from "./example/step-numbers.js";
import { createReadout, createTransport } from "./controls/transport.js";

/** The panel "Train". */
export const panel = { id: "train", title: "Train", create };

function create(context) {
  const { trainer, address } = context;
  const boundary = new Boundary(context);
  boundary.marksBatch = address.get("ringed") === "1";
  const transport = createTransport(context);
  const files = createFiles(context);
  const marksBatch = make("input", {
    type: "checkbox", id: "marks-batch", checked: boundary.marksBatch, onchange: ({ target }) => {
      boundary.marksBatch = target.checked;
      address.set("ringed", target.checked ? "1" : null);
      boundary.refine();
    },
  });
  const element = make("div", { class: "train" },
    createMessages(context, "messages").element, transport.element,
    make("div", { class: "train-columns" },
      make("div", { class: "train-picture" },
        boundary.canvas,
        createClassLegend(context),
        make("div", { class: "row" }, createUnitChoice(context), make("label", {}, marksBatch, "Ring the next batch")),
        createDrawing(context, boundary).element),
      createReadout(context).element,
      make("div", { class: "train-network" },
        createDiagram(context).element, createStepNumbers(context, boundary).element),
      createChart(context).element, createControls(context, { wantTable: files.open }).element),
    files.element, createPrinted(context).element);
  files.takeDrops(element);

  let isShown = false;
  document.addEventListener("keydown", (event) => {
    if (!isShown || event.key !== " " || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target !== document.body && event.target.getAttribute("role") !== "tabpanel") return;
    event.preventDefault();
    transport.toggle();
  });
  return {
    element,
    show() {
      isShown = true;
      boundary.show();
    },
    hide() {
      isShown = false;
      boundary.hide();
    },
  };
}

/** What the marks in the plane mean. */
function createClassLegend({ trainer }) {
  const element = make("p", { id: "class-legend", class: "faint" });
  const update = () => element.replaceChildren(
    ...trainer.classes.flatMap((name, label) => [
      label === 0 ? "" : ", ", make("span", { style: `color: var(--class${label})` }, glyphOf(label)),
      ` ${classTitle(name)}`,
    ]), "; hollow: validation; edged: wrong.");
  trainer.addEventListener("reset", update);
  update();
  return element;
}

/** The menu of units whose field is shown. */
function createUnitChoice({ trainer }) {
  const field = choice({
    label: "Show", id: "shown-unit", options: [], value: "", change: (value) => {
      const [layer, unit] = value.split(".").map(Number);
      trainer.showUnit({ layer, unit });
    },
  });
  const option = (value, text) => make("option", { value }, text);
  let shape = "";
  const update = () => {
    const { settings: { hiddenUnits }, sizes, classes, isLayered } = trainer;
    const now = [sizes, classes, isLayered].join();
    if (shape !== now) {
      shape = now;
      const unitsOf = (layer, count) =>
        Array.from({ length: count }, (_, unit) => option(`${layer}.${unit}`, `layer ${layer}, unit ${unit}`));
      const ofClasses = isLayered ? [make("optgroup", { label: "Probability" }, ...classes.map((name, label) =>
        option(`${sizes.length - 1}.${label}`, classTitle(name))))] : [];
      field.control.replaceChildren(
        option("0.0", isLayered ? "all classes" : "the output"), ...ofClasses, ...hiddenUnits.map((count, index) =>
          make("optgroup", { label: `Layer ${index + 1}` }, ...unitsOf(index + 1, count))));
    }
    field.control.value = `${trainer.shownUnit.layer}.${trainer.shownUnit.unit}`;
  };
  trainer.addEventListener("reset", update);
  trainer.addEventListener("unit", update);
  update();
  return field;
}
