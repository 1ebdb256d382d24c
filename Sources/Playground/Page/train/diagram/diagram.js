// The network as a diagram: neurons as small pictures of what they say over the plane, connections as lines.

import { colours, onColourChange } from "../../widgets/colours.js";
import { contextOf, make, write } from "../../widgets/elements.js";
import { latest, onceAFrame, sparingly } from "../../widgets/timing.js";
import { presentExample } from "../example/formulas.js";
import { connectionAt, connectionsOf, connectionWords, drawConnections, neuronWords } from "./connections.js";
import { diagramLayout, neuronName, pageSize, shownNeuron, unitShownBy } from "./layout.js";
import { NeuronPictures } from "./neuron-pictures.js";
import { createClassNames, createNeuron, createPager, numbersAt } from "./parts.js";

const hint = "Point at a neuron or a connection to read its numbers; choose a neuron to see it over the plane.";

/** Returns the diagram of the running training. */
export function createDiagram(context) {
  const { trainer, say } = context;
  const pictures = new NeuronPictures(context);
  let palette = colours();
  /** Where everything stands; null until there is room for it. */
  let plan = null;
  let connections = [];
  /** The first unit of each layer that is shown. */
  let starts = [];
  /** The buttons of the neurons that are shown, by layer and unit. */
  const neurons = new Map();
  /** The example whose numbers stand at the neurons. */
  let drawnExample = null;
  /** What is pointed at: a neuron {layer, unit}, a connection {layer, from, to}, or null. */
  let spot = null;
  /** The neuron at which the Tab key arrives. */
  let stop = { layer: 1, unit: 0 };

  const canvas = make("canvas", { "aria-hidden": "true" });
  const stage = make("div", {
    class: "diagram-stage", role: "group", onkeydown: press, onpointerleave: () => point(null),
    onpointermove: seek, onpointerdown: seek,
    "aria-label": "Network. The arrow keys go from neuron to neuron, with Shift up and down from weight to weight; "
      + "Enter shows a neuron over the plane.",
  });
  const box = make("div", { class: "diagram-box" }, stage);
  const detail = make("p", { id: "diagram-detail" });
  const element = make("section", { id: "diagram", "aria-label": "Network" }, box, detail, pictures.trouble,
    make("p", { class: "faint" }, make("span", { class: "line-sign positive" }, "positive weight"), " · ",
      make("span", { class: "line-sign negative" }, "negative weight"), " · ",
      "The thicker, the larger. Units count from 0, as in your code: W1[0, 2] leads from x1 to unit 2 of layer 1."));

  const key = ({ layer, unit }) => `${layer} ${unit}`;

  /** Puts neurons and lines in their places. */
  function build() {
    const { sizes } = trainer;
    const hadFocus = stage.contains(document.activeElement);
    drawnExample = presentExample(trainer);
    starts = sizes.map((count, layer) => (starts[layer] < count ? starts[layer] : 0));
    if (!(stop.unit < sizes[stop.layer])) stop = { layer: 1, unit: 0 };
    plan = diagramLayout(sizes, starts, box.clientWidth, drawnExample?.fits);
    connections = connectionsOf(plan, sizes);
    neurons.clear();
    Object.assign(stage.style, { width: `${plan.width}px`, height: `${plan.height}px` });
    const elements = plan.columns.flatMap((column) => {
      const title = make("span", { class: "diagram-title", style: `left: ${column.x}px` }, column.title);
      const buttons = column.nodes.map((node) => {
        const numbers = drawnExample?.fits ? numbersAt(drawnExample, node) : [];
        const neuron = createNeuron(node, plan.size, neuronName(trainer, node), numbers, { choose, point });
        neurons.set(key(node), neuron);
        return neuron;
      });
      const isOfClasses = column.layer === sizes.length - 1 && column.count > 1;
      return [title, ...buttons, ...(isOfClasses ? createClassNames(column, plan, trainer.classes) : []), column.count > pageSize ? createPager(column, plan.across, turn) : ""];
    });
    stage.replaceChildren(canvas, ...elements);
    mark();
    if (hadFocus) neurons.get(key(stop))?.focus({ preventScroll: true });
    draw();
  }

  /** Marks the neuron that the plane shows, and the one where the Tab key arrives. */
  function mark() {
    const chosen = shownNeuron(trainer);
    const isChosen = (node) => key(node) === key(chosen) || trainer.shownUnit.layer === 0 && node.layer === chosen.layer;
    const stopKey = neurons.has(key(stop)) ? key(stop) : neurons.keys().next().value;
    for (const { nodes } of plan.columns) {
      for (const node of nodes) {
        const neuron = neurons.get(key(node));
        neuron.setAttribute("aria-pressed", isChosen(node));
        neuron.tabIndex = key(node) === stopKey ? 0 : -1;
      }
    }
  }

  /** Shows other units of a wide layer. */
  function turn(layer, start) {
    const isLater = start > starts[layer];
    starts[layer] = start;
    build();
    const buttons = [...stage.querySelectorAll(`[data-layer="${layer}"] button:enabled`)];
    buttons.at(isLater ? -1 : 0)?.focus();
    say(`Layer ${layer} from unit ${start} on.`);
  }

  function choose(node) {
    stop = node;
    if (node.layer > 0) trainer.showUnit(unitShownBy(trainer, node));
  }

  function point(next) {
    spot = next;
    if (next && document.activeElement === neurons.get(key(next))) {
      stop = next;
      mark();
    }
    draw();
  }

  function seek(event) {
    if (event.target.closest("button") || !plan) return;
    const { left, top } = stage.getBoundingClientRect();
    point(connectionAt(connections, event.clientX - left, event.clientY - top));
  }

  function press(event) {
    const { sizes } = trainer;
    const move = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (!move || !event.target.matches(".neuron") || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const [across, down] = move;
    if (event.shiftKey && down && stop.layer > 0) {
      const count = sizes[stop.layer - 1];
      const from = spot?.from === undefined ? 0 : (spot.from + down + count) % count;
      point({ layer: stop.layer, from, to: stop.unit });
      say(connectionWords(trainer, spot));
      return;
    }
    const layer = Math.max(0, Math.min(sizes.length - 1, stop.layer + across));
    const unit = across ? starts[layer] + stop.unit - starts[stop.layer] : stop.unit + down;
    reveal({ layer, unit: Math.max(0, Math.min(sizes[layer] - 1, unit)) });
    neurons.get(key(stop)).focus();
  }

  /** Turns to the page on which a neuron stands, and lets the Tab key arrive there. */
  function reveal(node) {
    stop = node;
    if (neurons.has(key(node))) return mark();
    starts[node.layer] = Math.floor(node.unit / pageSize) * pageSize;
    return build();
  }

  const draw = onceAFrame(() => {
    if (box.clientWidth === 0) return;
    if (!plan) build();
    const context = contextOf(canvas);
    context.clearRect(0, 0, plan.width, plan.height);
    const isBright = ({ layer, from, to }) => {
      if (!spot) return true;
      if (spot.unit === undefined) return layer === spot.layer && from === spot.from && to === spot.to;
      return (layer === spot.layer && to === spot.unit) || (layer === spot.layer + 1 && from === spot.unit);
    };
    drawConnections(context, connections, trainer.parameters, isBright, palette);
    pictures.draw(context, plan, palette);
    const words = spot?.unit === undefined ? connectionWords : neuronWords;
    write(detail, spot ? words(trainer, spot) : hint);
  });

  const refresh = sparingly(250, latest(async () => {
    if (box.clientWidth > 0) await pictures.ask();
    draw();
  }));

  function rebuild() {
    plan = null;
    draw();
    refresh();
  }

  trainer.addEventListener("reset", () => {
    spot = null;
    pictures.clear();
    rebuild();
  });
  for (const type of ["frame", "state", "weights"]) {
    trainer.addEventListener(type, () => (presentExample(trainer) === drawnExample ? refresh() : rebuild()));
  }
  trainer.addEventListener("unit", () => plan && reveal(shownNeuron(trainer)));
  onColourChange(() => {
    palette = colours();
    rebuild();
  });
  // The box has no width while another panel is shown.
  let width = 0;
  new ResizeObserver(() => {
    if (box.clientWidth === width) return;
    width = box.clientWidth;
    rebuild();
  }).observe(box);
  return { element };
}
