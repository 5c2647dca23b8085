/** Remembers one value with the key it was made for: the desk mostly asks for the same thing again. */
export class LastValue<T> {
  #key: string | undefined;
  #value: T | undefined;

  get(key: string, make: () => T): T {
    if (this.#key !== key || this.#value === undefined) {
      this.#value = make();
      this.#key = key;
    }
    return this.#value;
  }
}
