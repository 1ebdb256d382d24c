// What the student's code prints.

/** How many lines are kept: a code that prints in each step prints thousands in a second. */
const most = 200;

/** The last lines that the code printed; announces "change", once for all that come together. */
export class Prints extends EventTarget {
  constructor() {
    super();
    this.lines = [];
    this.count = 0;
    this.isAnnounced = false;
  }

  add(text) {
    this.lines.push(text);
    if (this.lines.length > most) this.lines.shift();
    this.count += 1;
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
