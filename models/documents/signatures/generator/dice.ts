/** Chance in the words that the generator needs, from one seed. */
import { normal, seededRandom } from '../../../random.ts';

export class Dice {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.#random();
  }

  normal(mean = 0, spread = 1): number {
    return mean + spread * normal(this.#random);
  }

  /** exp of a normal: a factor round 1 when `mean` is 0. */
  factor(spread: number, mean = 0): number {
    return Math.exp(this.normal(mean, spread));
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  from(low: number, high: number): number {
    return low + this.below(high - low);
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }

  seed(): number {
    return this.below(1 << 30);
  }

  /** Normal deviates that hang together: each keeps the share `memory` of the one before. */
  chain(count: number, spread: number, memory: number): number[] {
    const fresh = Math.sqrt(1 - memory * memory);
    let last = this.normal();
    return Array.from({ length: count }, () => {
      last = memory * last + fresh * this.normal();
      return spread * last;
    });
  }
}
