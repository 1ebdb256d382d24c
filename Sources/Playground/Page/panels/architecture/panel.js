import { CodeFailure } from "../../engine/runtime.js";
import { verdict } from "../../widgets/agreement.js";
import { make } from "../../widgets/elements.js";
import { createFlag } from "../../widgets/flags.js";
import { button, slider } from "../../widgets/inputs.js";
import { latest } from "../../widgets/timing.js";
import { notice } from "../../widgets/notice.js";
import { grouped, significant } from "../../widgets/numbers.js";
import { layerCounts, limits, presets, sizesFrom, total, whyNotTrained } from "./counts.js";
import { layerTable } from "./table.js";

/** How many numbers a network of some depth and width has, and how much there is to compute. */
export const panel = {
  id: "architecture",
  title: "Architecture",
  create(context) {
    const { course, runtime, trainer, address, open } = context;
    const flag = createFlag(context, "its count may be wrong for some networks");
    let sizes = sizesFrom(address.get("layers")) ?? presets[0].sizes;

    const askStudent = latest(async () => {
      const asked = sizes;
      let answer;
      try {
        const { count } = await runtime.call("countParameters", { sizes: asked });
        const { parameters } = total(layerCounts(asked));
        const isRight = count === parameters;
        const title = course.title(course.idOf("HeInit.parameterCount"));
        answer = make("p", {}, `Your ${title} answers `, make("strong", {}, significant(count, 12)), ": ",
          verdict(isRight, isRight ? "the page counts the same." : `the page counts ${grouped(parameters)}.`));
      } catch (failure) {
        if (!(failure instanceof CodeFailure)) throw failure;
        answer = notice(failure, course, "Your own count");
      }
      students.replaceChildren(answer);
    });

    const show = () => {
      const text = sizes.join("-");
      const counts = layerCounts(sizes);
      const { parameters, operations } = total(counts);
      address.set("layers", text);
      list.value = text;
      depth.value = sizes.length - 2;
      if (sizes.length > 2) width.value = sizes[1];
      inputs.value = sizes[0];
      outputs.value = sizes.at(-1);
      sums.replaceChildren(make("strong", {}, text), ` has ${grouped(parameters)} parameters; a forward pass of one example `
        + `takes ${grouped(operations)} FLOPs.`);
      table.replaceChildren(layerTable(counts));
      const preset = presets.find((preset) => preset.sizes.join("-") === text);
      remark.textContent = (preset?.note ?? "").replace(/,(?=\d{3})/g, "\u202f");
      const reason = whyNotTrained(sizes, trainer.classCount);
      train.disabled = reason !== null;
      whyNot.textContent = reason ?? "";
      flag.show(course.failing("countParameters"));
      askStudent();
    };
    const choose = (newSizes) => {
      sizes = newSizes;
      trouble.textContent = "";
      show();
    };
    const fromSliders = () => choose([inputs.value, ...new Array(depth.value).fill(width.value), outputs.value]);
    const fromList = () => {
      const read = sizesFrom(list.value);
      if (read) choose(read);
      else {
        trouble.textContent = `Write the units of 2 to ${limits.layers} layers, each 1 to ${limits.units}, like 10-64-64-1.`;
      }
    };

    const change = fromSliders;
    const depth = slider({ label: "Hidden layers (depth)", id: "depth", min: 0, max: 8, step: 1, value: 2, change });
    const width = slider({ label: "Units in each (width)", id: "width", min: 1, max: 512, step: 1, value: 32, change });
    const inputs = slider({ label: "Inputs", id: "inputs", min: 1, max: 512, step: 1, value: 2, change });
    const outputs = slider({ label: "Outputs", id: "outputs", min: 1, max: 64, step: 1, value: 1, change });
    const list = make("input", {
      id: "layers", type: "text", autocomplete: "off", spellcheck: "false", onchange: fromList,
      "aria-describedby": "layers-problem",
    });
    const trouble = make("p", { id: "layers-problem", class: "problem", "aria-live": "polite" });
    const sums = make("p", { class: "sums", "aria-live": "polite" });
    const [students, table] = [make("div"), make("div")];
    const remark = make("p", { class: "hint" });
    const whyNot = make("span", { class: "hint" });
    const train = button("Train this network", async () => {
      await trainer.apply({ network: sizes.at(-1) === 1 ? "binary" : "layers", hiddenUnits: sizes.slice(1, -1) });
      open("train");
    });
    const element = make("div", { class: "architecture" },
      make("div", { class: "fields", role: "group", "aria-label": "Examples" }, "Examples:",
        ...presets.map((preset) => button(preset.sizes.join("-"), () => choose(preset.sizes)))),
      make("div", { class: "fields" }, depth, width, inputs, outputs,
        make("div", { class: "field" }, make("label", { for: "layers" }, "Layers exactly"), list)),
      trouble, sums, remark, flag.element, students, table,
      make("p", { class: "hint" }, "FLOPs are the floating-point operations of the matrix products: 2 · fan in · fan out "
        + "for each layer, a multiplication and an addition for every weight. Biases and activation functions are not counted. "
        + "The bars compare the layers' parameters."),
      make("p", {}, train, " ", whyNot));
    return { element, show, hide() {} };
  },
};
