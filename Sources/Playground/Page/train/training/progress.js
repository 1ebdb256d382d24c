// How far a training has come: its counters, what was measured last, and the history that the chart shows.

import { History } from "./history.js";

/** Counts epochs and steps, and keeps what is measured on the way. */
export class Progress {
  constructor() {
    this.history = new History();
    this.forget();
  }

  /** Begins again at 0. */
  forget() {
    Object.assign(this, { epoch: 0, step: 0, position: 0, latest: null, bestEpoch: null, exampleCount: 0 });
    /** What the worker counted before a trap made it begin at 0 again. */
    this.missed = { epoch: 0, step: 0 };
    this.history.clear();
  }

  /** Notes the losses and accuracies of the parameters as they are now; null for none. */
  measured(figures) {
    this.latest = figures && { epoch: this.epoch, step: this.step, ...figures };
    if (!figures || this.epoch > 0 || this.step > 0) return;
    this.history.clear();
    this.history.add(this.latest);
  }

  /** Counts an update outside of an epoch; the next epoch begins at its first batch. */
  countUpdate() { Object.assign(this, { step: this.step + 1, position: 0 }); }

  /** Puts the last measurement into the history, as one in the middle of an epoch. */
  keepLatest() { this.history.add({ ...this.latest, isComplete: false }); }

  /** Notes what a slice of training answered: an entry for each epoch, or for a part of one. */
  take(entries) {
    this.noteRestart(entries[0]);
    for (const entry of entries) this.note(entry);
  }

  /** After a trap somewhere on the page the worker counts from 0 again. */
  noteRestart({ step, trouble }) {
    const made = step + this.missed.step - this.step;
    if (step > 0 && (made < 0 || made === 0 && !trouble)) this.missed = { epoch: this.epoch, step: this.step };
  }

  note(entry) {
    this.epoch = entry.epoch + this.missed.epoch;
    this.step = entry.step + this.missed.step;
    this.position = entry.position;
    this.bestEpoch = entry.bestEpoch && entry.bestEpoch + this.missed.epoch;
    if (entry.trouble) return;
    this.latest = { ...entry, epoch: this.epoch, step: this.step, bestEpoch: this.bestEpoch };
    this.history.add(this.latest);
  }
}
