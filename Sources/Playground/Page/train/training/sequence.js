// Something that does one thing after the other, although it is asked for many at a time.

/** Does its work in turns, and tells those who listen. */
export class Sequence extends EventTarget {
  constructor() {
    super();
    Object.assign(this, { turn: Promise.resolve(), failure: null });
  }

  /** Tells those who listen for an event. */
  announce(name) { this.dispatchEvent(new Event(name)); }

  /** Does something when all that was asked for before is done; what fails is kept for the page to show. */
  exclusive(work) {
    this.turn = this.turn.then(work).catch((error) => this.fail(error));
    return this.turn;
  }

  /** Keeps why something came to nothing. */
  fail(error) {
    this.failure = error;
    this.isPlaying = false;
    this.announce("state");
  }
}
