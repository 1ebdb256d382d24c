// The state of the page in the fragment of its address, so that a copied address brings all of it back.

/** How long to wait before the address is written, in milliseconds: browsers refuse 100 times in half a minute. */
const pause = 400;

/** The keys and values behind the # of the address. Whoever reads a value checks it: anybody can write a link. */
export class Address {
  /** @param course knows the openings of its lessons: `#lesson=6` stands for that of lesson 6. */
  constructor({ lessons, opensAt }) {
    const given = new URLSearchParams(location.hash.slice(1));
    const number = given.get("lesson") ?? (given.size === 0 ? opensAt : null);
    given.delete("lesson");
    this.values = new URLSearchParams(lessons.find((lesson) => String(lesson.number) === String(number))?.opening ?? "");
    for (const [key, value] of given) this.values.set(key, value);
    this.timer = null;
    addEventListener("pagehide", () => this.write());
    // Another link to the same page, opened in its place: begin again with that.
    addEventListener("hashchange", () => location.reload());
  }

  /** The text under a key, or null. */
  get(key) { return this.values.get(key); }

  /** Puts a text under a key; null takes the key away. */
  set(key, value) {
    if (value === null || value === undefined) this.values.delete(key);
    else this.values.set(key, value);
    this.timer ??= setTimeout(() => this.write(), pause);
  }

  write() {
    clearTimeout(this.timer);
    this.timer = null;
    const fragment = `#${this.values}`;
    if (fragment === location.hash || fragment === "#" && location.hash === "") return;
    history.replaceState(null, "", fragment);
  }
}
