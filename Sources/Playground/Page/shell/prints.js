// What the student's code prints.

/** How many lines are kept. */
const most = 200;

/** The last lines that the code printed; announces "change", once for all that come together. */
export class Prints extends EventTarget {
  constructor() {
    super();
    this.lines = [];
    this.count = 0;
    this.isAnnounced = false;
  }

  /** Takes the last lines of those that were printed since the last time. */
  add(lines, count) {
    this.lines = [...this.lines, ...lines].slice(-most);
    this.count += count;
    if (this.isAnnounced) return;
    this.isAnnounced = true;
    setTimeout(() => {
      this.isAnnounced = false;
      this.dispatchEvent(new Event("change"));
    }, 200);
  }

  clear() {
    this.lines = [];
    this.count = 0;
    this.dispatchEvent(new Event("change"));
  }
}
