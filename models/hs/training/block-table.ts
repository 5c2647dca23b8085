/** Places of weight blocks by (feature, parent), for some millions of pairs: an open hash table. */
export class BlockTable {
  /** Weights placed so far. */
  length = 0;
  readonly #features: number;
  #keys = new Float64Array(1 << 20).fill(-1);
  #at = new Int32Array(1 << 20);
  #count = new Uint8Array(1 << 20);
  #used = 0;

  constructor(features: number) {
    this.#features = features;
  }

  /** Start of the pair's block of `count` weights, made when it is new. */
  place(feature: number, parent: number, count: number): number {
    const key = parent * this.#features + feature;
    let slot = this.#slot(this.#keys, key);
    if (this.#keys[slot] === key) return this.#at[slot]!;
    if (this.#used * 2 > this.#keys.length) {
      this.#grow();
      slot = this.#slot(this.#keys, key);
    }
    this.#keys[slot] = key;
    this.#at[slot] = this.length;
    this.#count[slot] = count;
    this.#used += 1;
    this.length += count;
    return this.#at[slot]!;
  }

  *entries(): Iterable<{ feature: number; parent: number; at: number; count: number }> {
    for (let slot = 0; slot < this.#keys.length; slot++) {
      const key = this.#keys[slot]!;
      if (key < 0) continue;
      const feature = key % this.#features;
      const parent = (key - feature) / this.#features;
      yield { feature, parent, at: this.#at[slot]!, count: this.#count[slot]! };
    }
  }

  #slot(keys: Float64Array, key: number): number {
    const mask = keys.length - 1;
    const low = (key % 2 ** 32) >>> 0;
    const high = Math.floor(key / 2 ** 32);
    const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2).fill(-1);
    const at = new Int32Array(keys.length);
    const count = new Uint8Array(keys.length);
    this.#keys.forEach((key, old) => {
      if (key < 0) return;
      const slot = this.#slot(keys, key);
      keys[slot] = key;
      at[slot] = this.#at[old]!;
      count[slot] = this.#count[old]!;
    });
    this.#keys = keys;
    this.#at = at;
    this.#count = count;
  }
}
