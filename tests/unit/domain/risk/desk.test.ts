import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityCurve, expectedShare } from '../../../../src/domain/risk/capacity.ts';
import { groupHighRisk } from '../../../../src/domain/risk/groups.ts';
import { assignLanes, drawNumbers } from '../../../../src/domain/risk/lanes.ts';
import { laneSizes } from '../../../../src/domain/risk/lane-sizes.ts';
import { LANES } from '../../../../src/domain/risk/lane.ts';
import type { LineScores } from '../../../../src/domain/risk/score.ts';
import { similarLines } from '../../../../src/domain/risk/similar.ts';
import { sigmoid } from '../../../../src/domain/risk/stack.ts';
import type { Stack } from '../../../../src/domain/risk/stack.ts';
import { madeTable } from './made-lines.ts';

const stack: Stack = {
  intercept: 0,
  weights: [1, 0, 0, 0],
  replicates: [
    [0.1, 1, 0, 0, 0],
    [-0.1, 0.9, 0, 0, 0],
    [0, 1.1, 0, 0, 0],
  ],
};
const model = {
  known: stack,
  novel: stack,
  thresholds: { fastProbability: 0.05, fastCritical: 0.1 },
};
const noDraw = { numbers: new Float64Array(1000).fill(1), share: 0.02 };

/** Scores of lines from [log-odds, novel, critical]. */
function madeScores(lines: readonly (readonly [number, number, number])[]): LineScores {
  const logit = Float32Array.from(lines, ([value]) => value);
  const fraud = new Float32Array(lines.length * 4);
  logit.forEach((value, i) => (fraud[i * 4] = value));
  return {
    length: lines.length,
    logit,
    probability: logit.map(sigmoid),
    critical: Float32Array.from(lines, ([, , critical]) => critical),
    novel: Uint8Array.from(lines, ([, novel]) => novel),
    members: { fraud, critical: new Float32Array(lines.length * 2) },
  };
}

/** No line is suspected of being controlled goods. */
const none = ({ length }: { readonly length: number }): Uint8Array => new Uint8Array(length);

const anyLines = fc.array(
  fc.tuple(
    fc.double({ min: -8, max: 8, noNaN: true }),
    fc.nat(1),
    fc.double({ min: 0, max: 0.3, noNaN: true }),
  ),
  { minLength: 1, maxLength: 300 },
);

describe('lanes', () => {
  it('never put a line of a novel pattern, or of critical risk, on the fast track', () => {
    fc.assert(
      fc.property(anyLines, fc.integer({ min: 1, max: 30 }), (lines, capacity) => {
        const scores = madeScores(lines);
        const { lane } = assignLanes(scores, capacity, model.thresholds, noDraw, none(lines));
        lane.forEach((at, line) => {
          if (LANES[at] !== 'fast') return;
          expect(scores.novel[line]).toBe(0);
          expect(scores.critical[line]).toBeLessThanOrEqual(0.1);
        });
      }),
    );
  });

  it('inspect as many lines as there is capacity for, the riskiest ones', () => {
    const scores = madeScores(Array.from({ length: 200 }, (_, i) => [i / 25 - 4, 0, 0] as const));
    const { lane, inspected } = assignLanes(scores, 5, model.thresholds, noDraw, none(scores));
    expect(inspected).toBe(10);
    expect([...lane.subarray(190)].every((at) => LANES[at] === 'inspect')).toBe(true);
  });

  it('draw the same declarations again with the same secret, and others with another', () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `2611${i}`);
    const one = drawNumbers(ids, new Uint8Array(32).fill(1));
    expect(drawNumbers(ids, new Uint8Array(32).fill(1))).toEqual(one);
    expect(drawNumbers(ids, new Uint8Array(32).fill(2))).not.toEqual(one);
    const drawn = one.filter((n) => n < 0.02).length / ids.length;
    expect(drawn).toBeGreaterThan(0.012);
    expect(drawn).toBeLessThan(0.028);
  });
});

const suspectedLines = fc.tuple(anyLines, fc.array(fc.nat(1), { minLength: 300, maxLength: 300 }));

describe('lines that are perhaps controlled goods', () => {
  it('are never on the fast track nor drawn at random, however low their risk', () => {
    const always = { numbers: new Float64Array(300), share: 1 };
    fc.assert(
      fc.property(suspectedLines, fc.integer({ min: 1, max: 30 }), ([lines, flags], capacity) => {
        const suspected = Uint8Array.from(lines, (_, line) => flags[line] ?? 0);
        const scores = madeScores(lines);
        const { lane, drawn } = assignLanes(scores, capacity, model.thresholds, always, suspected);
        suspected.forEach((is, line) => {
          if (is === 1) expect(['inspect', 'controlled']).toContain(LANES[lane[line] ?? -1]);
          else expect(LANES[lane[line] ?? -1]).not.toBe('controlled');
          if (is === 1) expect(drawn[line]).toBe(0);
        });
      }),
    );
  });

  it('take nobody out of inspection: the riskiest are inspected as before', () => {
    fc.assert(
      fc.property(suspectedLines, ([lines, flags]) => {
        const scores = madeScores(lines);
        const suspected = Uint8Array.from(lines, (_, line) => flags[line] ?? 0);
        const inspect = LANES.indexOf('inspect');
        const inspected = (of: Uint8Array): number[] => {
          const { lane } = assignLanes(scores, 10, model.thresholds, noDraw, of);
          return [...lane.keys()].filter((line) => lane[line] === inspect);
        };
        expect(inspected(suspected)).toEqual(inspected(new Uint8Array(lines.length)));
      }),
    );
  });

  it('are counted at every capacity as they would be assigned, every line in one lane', () => {
    fc.assert(
      fc.property(suspectedLines, ([lines, flags]) => {
        const scores = madeScores(lines);
        const suspected = Uint8Array.from(lines, (_, line) => flags[line] ?? 0);
        const sizes = laneSizes(scores, model.thresholds, suspected);
        expect(sizes.length).toBe(30);
        for (const [step, size] of sizes.entries()) {
          const { lane } = assignLanes(scores, step + 1, model.thresholds, noDraw, suspected);
          const counted = LANES.map((_, at) => lane.filter((value) => value === at).length);
          expect(LANES.map((each) => size[each])).toEqual(counted);
          expect(counted.reduce((sum, count) => sum + count, 0)).toBe(lines.length);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('the capacity curve', () => {
  it('rises with capacity, and stays inside its band', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const curve = capacityCurve(model, madeScores(lines));
        expect(curve.map((point) => point.capacity)).toEqual(
          Array.from({ length: 30 }, (_, i) => i + 1),
        );
        let before = 0;
        for (const { caught, hits, inspected } of curve) {
          expect(caught.value).toBeGreaterThanOrEqual(before - 1e-12);
          expect(caught.low).toBeLessThanOrEqual(caught.value);
          expect(caught.high).toBeGreaterThanOrEqual(caught.value);
          expect(hits.value).toBeLessThanOrEqual(inspected);
          before = caught.value;
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is empty when there are no lines', () => {
    expect(capacityCurve(model, madeScores([]))).toEqual([]);
    expect(expectedShare(model, madeScores([]), new Uint32Array(0)).value).toBe(0);
  });

  it('is less sure of few lines than of many', () => {
    const lines = (count: number): LineScores =>
      madeScores(Array.from({ length: count }, (_, i) => [(i % 7) - 3, 0, 0] as const));
    const width = (scores: LineScores): number => {
      const point = capacityCurve(model, scores)[9];
      return (point?.caught.high ?? 0) - (point?.caught.low ?? 0);
    };
    expect(width(lines(100))).toBeGreaterThan(width(lines(5000)));
  });
});

describe('groups and similar lines', () => {
  const table = madeTable([
    { importer: 'A' },
    { importer: 'A' },
    { importer: 'A', date: '2021-01-03' },
    { origin: 'VN', importer: 'A' },
    { origin: 'VN', importer: 'B' },
    { origin: 'VN', importer: 'C' },
    { hs6: '854370' },
    { hs6: '854370', taxRate: '0', date: '2021-01-09' },
  ]);
  const probability = Float32Array.of(0.5, 0.5, 0.5, 0.9, 0.9, 0.9, 0.9, 0.9);

  it('gather three or more risky lines of the same goods and route, most expected fraud first', () => {
    const groups = groupHighRisk(table, probability, table.day.keys());
    expect(groups.map((g) => [g.id, g.lines.length, g.importer])).toEqual([
      ['950300-CN-VN', 3, null],
      ['950300-CN-CN', 3, 'A'],
    ]);
  });

  it('show earlier lines that share the most, latest first, and none from the future', () => {
    expect(similarLines(table, 0)).toEqual({ shared: 'context', lines: Uint32Array.of(1, 2) });
    expect(similarLines(table, 7)).toEqual({ shared: 'route', lines: Uint32Array.of(6) });
    expect(similarLines(table, 6).lines).toHaveLength(0);
  });
});
