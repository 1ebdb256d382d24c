// Tabs as WAI-ARIA describes them: one stop of the Tab key, arrow keys from one to the next.

import { make } from "../widgets/elements.js";

/**
 * Returns a list of tabs.
 * @param {{id: string, title: string}[]} items what there is to choose
 * @param {(id: string) => void} choose called with the tab that was chosen
 * @returns {{element: HTMLElement, select: (id: string) => void}} `select` shows a tab as chosen
 */
export function makeTabs(items, choose) {
  const buttons = items.map(({ id, title }) => make("button", {
    type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}`, onclick: () => choose(id),
  }, title));
  const select = (chosen) => items.forEach(({ id }, index) => {
    buttons[index].setAttribute("aria-selected", id === chosen);
    buttons[index].tabIndex = id === chosen ? 0 : -1;
  });
  const move = (event) => {
    const place = buttons.indexOf(document.activeElement);
    const last = buttons.length - 1;
    const next = {
      ArrowRight: place === last ? 0 : place + 1, ArrowLeft: place === 0 ? last : place - 1, Home: 0, End: last,
    }[event.key];
    if (place < 0 || next === undefined) return;
    event.preventDefault();
    buttons[next].focus();
    choose(items[next].id);
  };
  const label = "Parts of the playground";
  return { element: make("div", { role: "tablist", "aria-label": label, onkeydown: move }, ...buttons), select };
}
