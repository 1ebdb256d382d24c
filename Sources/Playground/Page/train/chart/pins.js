// Runs that are kept to compare the next one with.

import { make } from "../../widgets/elements.js";
import { pinDashes } from "./loss-picture.js";
import { comparison, difference } from "./runs.js";

/**
 * Returns the button that pins the present run, the list of the pinned ones and the table that compares them.
 * @param {{trainer: object, say: (text: string) => void, changed: (pins: object[]) => void}} options
 */
export function createPins({ trainer, say, changed }) {
  let pins = [];
  const button = make("button", { type: "button", onclick: pin }, "Pin this run");
  const note = make("span", { class: "faint" });
  const list = make("ul", { class: "pins" });
  const table = make("div", { class: "scrolls", tabindex: 0, role: "region", "aria-label": "Comparison of the runs" });
  const element = make("div", {}, make("p", { class: "row" }, button, note), list, table);

  function pin() {
    if (!trainer.entries.length || pins.length === pinDashes.length) return;
    const number = [1, 2, 3].find((number) => pins.every((pin) => pin.number !== number));
    // Some hundred points are enough to compare with, and are drawn in little time.
    const stride = Math.ceil(trainer.entries.length / 400);
    const entries = trainer.entries.filter((entry, index, all) => index % stride === 0 || index === all.length - 1);
    pins = [...pins, { number, entries, settings: structuredClone(trainer.settings) }];
    say(`Run ${number} is pinned. The next run is drawn over it.`);
    update();
  }

  function remove(number) {
    pins = pins.filter((pin) => pin.number !== number);
    say(`Run ${number} is no longer pinned.`);
    update();
    button.focus();
  }

  function update() {
    changed(pins);
    write();
  }

  function write() {
    button.disabled = !trainer.entries.length || pins.length === pinDashes.length;
    note.textContent = pins.length === pinDashes.length ? "Three runs are pinned; remove one to pin another." : "";
    const labels = pins.map((pin) => difference(pin.settings, trainer.settings));
    const key = JSON.stringify([labels, pins.map((pin) => pin.number)]);
    if (list.dataset.key !== key) {
      list.dataset.key = key;
      list.replaceChildren(...pins.map((pin, index) => item(pin, labels[index])));
    }
    table.hidden = !pins.length;
    if (!pins.length) return;
    table.replaceChildren(comparison([
      { title: "this run", last: trainer.latest ?? trainer.entries.at(-1) },
      ...pins.map((pin) => ({ title: `run ${pin.number}`, last: pin.entries.at(-1) })),
    ]));
  }

  function item({ number }, label) {
    const line = make("svg:svg", { viewBox: "0 0 36 8", width: 36, height: 8, "aria-hidden": "true" },
      make("svg:path", { d: "M1 4H35", "stroke-dasharray": pinDashes[number - 1].join(" ") }));
    return make("li", {}, line, make("span", {}, `Run ${number}: ${label}`),
      make("button", {
        type: "button", "aria-label": `Remove run ${number}: ${label}`, onclick: () => remove(number),
      }, "Remove"));
  }

  write();
  return { element, write };
}
