// Starts the page: the student's code in its worker, the training, and the panels.

import { description } from "./engine/description.js";
import { Course } from "./engine/exercises.js";
import { kit, startKit } from "./engine/kit.js";
import { Runtime } from "./engine/runtime.js";
import { panels } from "./panels.js";
import { Address } from "./shell/address.js";
import { Prints } from "./shell/prints.js";
import { Shell } from "./shell/shell.js";
import { readSettings, writeSettings } from "./train/training/link.js";
import { Trainer } from "./train/training/trainer.js";
import { make } from "./widgets/elements.js";
import { fixed, significant } from "./widgets/numbers.js";

const main = document.getElementById("main");

try {
  const course = new Course(description);
  const compiled = async (id) => WebAssembly.compile(await unpacked(id).arrayBuffer());
  startKit(await compiled("kit"));
  const module = await compiled("lessons");
  const prints = new Prints();
  const startRuntime = () => new Runtime(
    course, workerAddress("engine/worker.js"), module, (lines, count) => prints.add(lines, count));
  const runtime = startRuntime();
  const digits = document.getElementById("digits")
    ? async () => new Uint8Array(await unpacked("digits").arrayBuffer()) : null;
  const address = new Address(description);
  const { settings, view, ignored } = readSettings(address);
  const trainer = new Trainer(runtime, settings, view);
  for (const name of ["state", "reset", "unit", "weights"]) {
    trainer.addEventListener(name, () => writeSettings(address, trainer));
  }
  const shell = new Shell({ course, runtime, startRuntime, digits, trainer, address, prints, ignored });
  main.replaceChildren();
  shell.show(main, panels);
  // For tests and for the browser's console; nothing on the page needs it.
  globalThis.playground = { trainer, runtime, course, kit, numbers: { significant, fixed } };
  await trainer.reset();
  if (view.weightsByHand) await trainer.setParameters(view.weightsByHand);
} catch (error) {
  console.error(error);
  main.replaceChildren(make("p", { class: "notice", role: "alert" },
    `The page could not be started: ${error.message}. It needs a browser with JavaScript modules, workers and `
    + "WebAssembly: a Chromium, Firefox or Safari from 2023 or later."));
}
