// Files that come and go: tables, and models.

import { make } from "../../widgets/elements.js";
import { button } from "../../widgets/inputs.js";
import { FileProblem } from "../../engine/kit.js";
import { glyphOf } from "../../widgets/shapes.js";
import { readModel } from "./model.js";
import { mostClasses, readTable } from "../data/table.js";

/** Larger files are refused before they are read. */
const mostBytes = 4e6;

/** Names in a sentence: `'a', 'b' and 'c'`. */
const listed = (names) => names.map((name, index) =>
  (index === 0 ? "" : index === names.length - 1 ? " and " : ", ") + `'${name}'`).join("");

/** Returns the part of the panel for tables and models, which also takes what is dropped on the panel. */
export function createFiles({ trainer, say }) {
  const problem = make("p", { id: "file-problem", class: "problem", role: "alert" });
  const said = make("p", { id: "file-said", class: "faint" });
  const tell = (text) => {
    problem.textContent = "";
    said.textContent = text;
    say(text);
  };
  const attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      said.textContent = "";
      problem.textContent = error instanceof FileProblem ? error.message : `The file cannot be read: ${error.message}`;
      element.open = true;
    }
  };

  const useTable = async (text, name) => {
    const table = readTable(text, name);
    await trainer.useTable(table);
    const marks = table.classes.map((name, index) => `${glyphOf(index)} is '${name}'`).join(", ");
    const network = table.classes.length > 2 ? `It has ${table.classes.length} classes: the network is one of layers. ` : "";
    const remark = table.remark ? `As it was read: ${table.remark}. ` : "";
    tell(`${name}: ${table.count} rows, a fifth of them validates. ${remark}${network}${marks}; features are `
      + "scaled to mean 0 and deviation 1, the axes show their own units. The table is not part of this page's link.");
  };
  const useModel = async (text, name) => {
    const model = readModel(text, name);
    const { features, classes } = trainer.source;
    if (model.classes.length !== classes.length) {
      throw new FileProblem(`${name} tells ${model.classes.length} classes apart, ${listed(model.classes)}, and the page's `
        + `data have ${classes.length}, ${listed(classes)}: choose the data that it learned from, then load it again.`);
    }
    await trainer.load(model);
    const isSame = String([model.features, model.classes]) === String([features, classes]);
    tell(`${name}: a network ${model.sizes.join("-")} for ${listed(model.features)}, classes ${listed(model.classes)}. `
      + (isSame ? "" : `The page's data have ${listed(features)}, classes ${listed(classes)}. `)
      + "Training goes on from its weights; they are not part of this page's link.");
  };
  const useFile = (file, use) => attempt(async () => {
    if (file.size > mostBytes) throw new FileProblem(`${file.name} is larger than 4 megabytes: take a smaller one.`);
    await use(new Uint8Array(await file.arrayBuffer()), file.name);
  });
  const chooser = (id, label, accept, use) => make("label", { class: "field" }, make("span", {}, label), make("input", {
    type: "file", id, accept,
    onchange: async ({ target }) => {
      if (target.files.length) await useFile(target.files[0], use);
      // The same file can be chosen once more after it was fixed.
      target.value = "";
    },
  }));

  const pasted = make("textarea", {
    id: "table-text", rows: "4", spellcheck: "false", "aria-label": "Rows of a table",
    placeholder: "height,weight,kind\n1.7,65,cat\n…",
  });
  const save = () => attempt(() => {
    const address = URL.createObjectURL(new Blob([trainer.modelText()], { type: "application/json" }));
    make("a", { href: address, download: "model.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    tell("Saved as model.json: swift run course-check predict --model model.json reads it.");
  });
  const element = make("details", { class: "files" },
    make("summary", {}, "Tables and weights"),
    make("div", { class: "columns" },
      make("div", {},
        make("p", {}, "A table has two columns of numbers and a label, which names up to "
          + `${mostClasses} classes; a line of names above is welcome. `
          + "Paste it, choose its file, or drop it on this panel."),
        pasted,
        make("div", { class: "row" },
          button("Use these rows", () => attempt(() => useTable(pasted.value, "The table")), { id: "use-table" }),
          chooser("table-file", "Table file", ".csv,.tsv,.txt,text/csv", useTable))),
      make("div", {},
        make("p", {}, "The file is the one that ", make("code", {}, "course-check train --save"), " writes."),
        make("div", { class: "row" }, button("Save weights", save, { id: "save-weights" }),
          chooser("model-file", "Load weights", ".json,application/json", useModel)))));

  return {
    element: make("div", {}, element, problem, said),
    /** Opens the part where a table can be chosen. */
    open: () => {
      element.open = true;
      pasted.focus();
      tell("Paste a table here, or choose its file.");
    },
    /** Takes files that are dropped on an element. */
    takeDrops: (target) => {
      target.addEventListener("dragover", (event) => {
        if (event.dataTransfer.types.includes("Files")) event.preventDefault();
      });
      target.addEventListener("drop", (event) => {
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        useFile(file, /\.json$/i.test(file.name) ? useModel : useTable);
      });
    },
  };
}
