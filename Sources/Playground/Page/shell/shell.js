// The frame of the page: its header, the tabs, and the panel that is shown.

import { make } from "../widgets/elements.js";
import { notice } from "../widgets/notice.js";
import { makeTabs } from "./tabs.js";

/** Shows one panel at a time; each is made when it is first chosen. */
export class Shell {
  /** @param {object} context what every panel gets; the shell adds `say` and `open` */
  constructor(context) {
    this.context = { ...context, say: (text) => this.say(text), open: (id, values) => this.open(id, values) };
    this.made = new Map();
    this.shown = null;
    this.line = make("p", { id: "said", class: "for-ears", "aria-live": "polite" });
  }

  /** Puts the page into an element. */
  show(parent, panels) {
    const { course, address } = this.context;
    const tree = course.tree === "solutions" ? "the reference solutions" : "your lessons";
    this.panels = panels;
    this.tabs = makeTabs(panels, (id) => this.choose(id));
    this.places = new Map(panels.map(({ id }) => [id, make("section", {
      role: "tabpanel", id: `panel-${id}`, "aria-labelledby": `tab-${id}`, tabindex: "-1", hidden: true,
    })]));
    parent.append(
      make("header", {},
        make("h1", {}, "Playground"),
        make("p", {}, "This page runs ", make("strong", { id: "tree" }, tree),
          course.made ? `, compiled ${course.made}.` : ".")),
      this.tabs.element, ...this.places.values(), this.line);
    const wanted = address.get("tab");
    this.choose(panels.some(({ id }) => id === wanted) ? wanted : panels[0].id);
  }

  /** Shows the panel with an id. */
  choose(id) {
    if (id === this.shown) return;
    const { address } = this.context;
    if (this.shown) {
      this.places.get(this.shown).hidden = true;
      this.made.get(this.shown)?.hide?.();
    }
    this.shown = id;
    this.tabs.select(id);
    this.places.get(id).hidden = false;
    if (id !== this.panels[0].id || address.get("tab")) address.set("tab", id);
    if (!this.made.has(id)) this.create(id);
    this.made.get(id)?.show?.();
  }

  /** Goes to a panel from another one: puts `values` into the address for it, and the focus there. */
  open(id, values = {}) {
    for (const [key, value] of Object.entries(values)) this.context.address.set(key, value);
    this.choose(id);
    const place = this.places.get(id);
    if (place.contains(document.activeElement)) return;
    place.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  /** Makes a panel; one that cannot be made leaves the others as they are. */
  create(id) {
    try {
      const panel = this.panels.find((panel) => panel.id === id).create(this.context);
      this.made.set(id, panel);
      this.places.get(id).append(panel.element);
    } catch (error) {
      console.error(error);
      this.places.get(id).append(notice(error, this.context.course, "This panel"));
    }
  }

  /** Says something to those who listen to the page. */
  say(text) {
    this.line.textContent = text;
  }
}
