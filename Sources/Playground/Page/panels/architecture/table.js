// The layers of a network as a table, with a bar for each layer's share.

import { make } from "../../widgets/elements.js";
import { grouped } from "../../widgets/numbers.js";
import { total } from "./counts.js";

const columns = [
  ["fan in", "fanIn"], ["fan out", "fanOut"], ["weights", "weights"], ["biases", "biases"], ["parameters", "parameters"],
  ["FLOPs forward", "operations"],
];

/** Returns the table of what layerCounts answers. */
export function layerTable(counts) {
  const sums = total(counts);
  const most = Math.max(...counts.map(({ parameters }) => parameters));
  const cells = (row) => columns.map(([, name]) => make("td", {}, row[name] === undefined ? "" : grouped(row[name])));
  const rows = counts.map((row) => make("tr", {},
    make("th", { scope: "row" }, row.layer === counts.length ? `${row.layer} (output)` : String(row.layer)), ...cells(row),
    make("td", { "aria-hidden": "true", class: "bar-cell" },
      make("div", { class: "bar", style: `width: ${(100 * row.parameters) / most}%` }))));
  return make("div", { class: "scrolls", tabindex: 0, role: "region", "aria-label": "Table of the layers" },
    make("table", { class: "counts" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "layer"),
        ...columns.map(([title]) => make("th", { scope: "col" }, title)), make("td", { "aria-hidden": "true" }))),
      make("tbody", {}, ...rows),
      make("tfoot", {}, make("tr", {}, make("th", { scope: "row" }, "in all"), ...cells(sums)))));
}
