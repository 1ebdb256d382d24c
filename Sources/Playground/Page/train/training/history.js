// The measurements of a training: one an epoch, and one after each single step.

/** How many are kept; of a long training every second, every fourth … */
const most = 2000;

/** Keeps measurements and thins them out when there are too many. */
export class History {
  constructor() { this.clear(); }

  clear() {
    this.entries = [];
    this.stride = 1;
  }

  /** Keeps an entry; single steps, whose `isComplete` is false, are the first to go. */
  add(entry) {
    if (!this.isKept(entry)) return;
    this.entries.push(entry);
    if (this.entries.length <= most) return;
    this.stride *= 2;
    this.entries = this.entries.filter((entry) => this.isKept(entry));
  }

  isKept({ epoch, isComplete }) { return epoch % this.stride === 0 && (isComplete !== false || this.stride === 1); }
}
