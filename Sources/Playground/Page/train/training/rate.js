// How often something happens: updates and pictures a second.

/** Counts what happens in the last second. */
export class Rate {
  constructor() { this.clear(); }

  clear() { this.signs = []; }

  /** Notes how many there have been since the beginning. */
  note(time, total) {
    this.signs.push({ time, total });
    while (this.signs[0].time < time - 1000) this.signs.shift();
  }

  /** How many there are in a second; NaN before that can be said. */
  get value() {
    const [first, last] = [this.signs[0], this.signs.at(-1)];
    return last?.time - first?.time > 200 ? (last.total - first.total) / (last.time - first.time) * 1000 : NaN;
  }
}
