import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom, shuffle } from '../../../../models/hs/training/random.ts';
import { foldOf, FOLDS, keyOf } from '../../../../models/hs/training/rows.ts';

describe('the key of a labelled text', () => {
  it('is the same for listings that differ in sizes, order, case and marks of a page', () => {
    const key = keyOf('Womens Suede Jacket, size 38');
    for (const other of [
      'jacket SUEDE womens (size 42)',
      '<b>Womens</b> suede jacket size 38 38 38',
      'Womens suede jacket - womens size',
    ]) {
      expect(keyOf(other)).toBe(key);
    }
    expect(key).toBe('jacket size suede womens');
  });

  it('tells goods apart by their words, Korean ones too', () => {
    expect(keyOf('suede jacket')).not.toBe(keyOf('leather jacket'));
    expect(keyOf('냉동 새우 500g')).toBe(keyOf('새우, 냉동 1kg').replace('kg', 'g'));
    expect(keyOf('냉동 새우')).not.toBe(keyOf('신선 새우'));
  });

  it('is empty for a text without a word', () => {
    expect(keyOf('12 x 34, 5.6 %')).toBe('x');
    expect(keyOf('12 / 34')).toBe('');
  });
});

describe('the fold of a key', () => {
  it('is the same on every machine and in every year: figures can be compared', () => {
    const keys = ['jacket size suede womens', '냉동 새우', '품목분류2과-9433', 'a', ''];
    expect(keys.map(foldOf)).toMatchInlineSnapshot(`
      [
        4,
        2,
        0,
        0,
        2,
      ]
    `);
  });

  it('is one of five, each with its share of the keys', () => {
    const counts = new Array<number>(FOLDS).fill(0);
    for (let i = 0; i < 5000; i++) {
      const fold = foldOf(`key ${i}`);
      counts[fold] = (counts[fold] ?? 0) + 1;
    }
    expect(counts.every((count) => count > 900 && count < 1100)).toBe(true);
  });

  it('is never parted: texts with one key lie in one fold', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('steel', 'bottle', '새우', 'lid')), (words) => {
        const [text, other] = [words.join(' '), words.toReversed().join(', 12 ')];
        expect(foldOf(keyOf(text))).toBe(foldOf(keyOf(other)));
      }),
    );
  });
});

describe('seeded randomness', () => {
  const draw = (seed: number, count: number): number[] => {
    const random = randomFrom(seed);
    return Array.from({ length: count }, () => random());
  };

  it('is the same for the same seed, another for another', () => {
    expect(draw(7, 50)).toEqual(draw(7, 50));
    expect(draw(7, 50)).not.toEqual(draw(8, 50));
  });

  it('gives the numbers that the committed pack was trained with', () => {
    expect(draw(11, 3)).toMatchInlineSnapshot(`
      [
        0.8755475308280438,
        0.8361894600093365,
        0.13028741907328367,
      ]
    `);
  });

  it('lies evenly between 0 and 1', () => {
    const drawn = draw(1, 20_000);
    expect(drawn.every((x) => x >= 0 && x < 1)).toBe(true);
    const tenths = Array.from({ length: 10 }, (_, i) =>
      drawn.filter((x) => Math.floor(x * 10) === i),
    );
    expect(tenths.every(({ length }) => length > 1850 && length < 2150)).toBe(true);
  });

  it('shuffles into every order about as often', () => {
    const orders = new Map<string, number>();
    for (let seed = 0; seed < 600; seed++) {
      const items = Int32Array.of(1, 2, 3);
      shuffle(items, randomFrom(seed));
      orders.set(items.join(''), (orders.get(items.join('')) ?? 0) + 1);
    }
    expect([...orders.keys()].toSorted()).toEqual(['123', '132', '213', '231', '312', '321']);
    expect(Math.min(...orders.values())).toBeGreaterThan(60);
  });

  it('shuffles without losing anything, alike for the same seed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(99), { maxLength: 60 }), fc.nat(), (items, seed) => {
        const [one, two] = [Int32Array.from(items), Int32Array.from(items)];
        shuffle(one, randomFrom(seed));
        shuffle(two, randomFrom(seed));
        expect(one).toEqual(two);
        expect([...one].sort((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
      }),
    );
  });
});
