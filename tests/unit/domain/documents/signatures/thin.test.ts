import { describe, expect, it } from 'vitest';
import { thin } from '../../../../../src/domain/documents/signatures/thin.ts';

function mask(rows: readonly string[]): Uint8Array {
  return Uint8Array.from(rows.join(''), (one) => (one === '#' ? 1 : 0));
}

describe('thinning', () => {
  it('makes a bar one pixel high, within the bar', () => {
    const bar = mask([
      ...['...........', '.#########.', '.#########.', '.#########.', '...........'],
    ]);
    thin(bar, 11);
    const rows = [1, 2, 3].map((y) => bar.slice(y * 11, y * 11 + 11).reduce((a, b) => a + b, 0));
    expect(rows[0]).toBe(0);
    expect(rows[1]).toBeGreaterThanOrEqual(6);
    expect(rows[2]).toBe(0);
  });

  it('leaves a line of one pixel as it is', () => {
    const line = mask(['.......', '.#####.', '.......']);
    const before = line.slice();
    thin(line, 7);
    expect(line).toEqual(before);
  });

  it('keeps a ring closed', () => {
    const ring = mask([
      ...[
        '........',
        '.######.',
        '.######.',
        '.##..##.',
        '.##..##.',
        '.######.',
        '.######.',
        '........',
      ],
    ]);
    thin(ring, 8);
    const at = (x: number, y: number): number => ring[y * 8 + x] ?? 0;
    // Every way from the hole to the rim, straight along rows and columns, crosses one pixel or more.
    for (const y of [3, 4]) {
      expect(at(1, y) + at(2, y)).toBeGreaterThan(0);
      expect(at(5, y) + at(6, y)).toBeGreaterThan(0);
    }
    for (const x of [3, 4]) {
      expect(at(x, 1) + at(x, 2)).toBeGreaterThan(0);
      expect(at(x, 5) + at(x, 6)).toBeGreaterThan(0);
    }
  });

  it('keeps nothing of nothing', () => {
    const none = new Uint8Array(50);
    thin(none, 10);
    expect(none).toEqual(new Uint8Array(50));
  });
});
