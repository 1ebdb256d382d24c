// Random numbers that a seed decides: the same as the course's own, so that the same rows validate here and in the Lab.

const mask = (1n << 64n) - 1n;

/** SplitMix64, the course's SeededGenerator. */
class SeededGenerator {
  constructor(seed) { this.state = BigInt(seed) & mask; }

  next() {
    this.state = (this.state + 0x9e3779b97f4a7c15n) & mask;
    let bits = this.state;
    bits = ((bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    bits = ((bits ^ (bits >> 27n)) * 0x94d049bb133111ebn) & mask;
    return bits ^ (bits >> 31n);
  }

  /** A number from 0 up to a bound (Lemire 2019), as Swift's `Int.random(in:using:)` draws it. */
  below(bound) {
    const wide = BigInt(bound);
    const least = ((1n << 64n) - wide) % wide;
    let product = this.next() * wide;
    while ((product & mask) < least) product = this.next() * wide;
    return Number(product >> 64n);
  }
}

/** The numbers from 0 up to `count` in the order in which the Lab shuffles a table's rows. */
export function shuffledOrder(count, seed) {
  const generator = new SeededGenerator(BigInt(seed) + 2000n);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let place = 0; place + 1 < count; place += 1) {
    const other = place + generator.below(count - place);
    [order[place], order[other]] = [order[other], order[place]];
  }
  return order;
}
