import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { descend, nodeCount, softmax } from '../../../../../src/domain/hs/suggest/descend.ts';
import { codeTree } from '../../../../../src/domain/hs/suggest/tree.ts';
import { SUBHEADINGS } from '../tariff-fixture.ts';
import { scoresOf, sumOf, TREE } from './made-parts.ts';

const below = (shares: Float32Array, level: string): number =>
  sumOf(shares.filter((_, k) => TREE.codes[k]?.startsWith(level)));

function sharesOf(of: Readonly<Record<string, number>>): Float32Array {
  const shares = new Float32Array(TREE.codes.length);
  descend(TREE, scoresOf(TREE, of), shares);
  return shares;
}

describe('the tree of codes', () => {
  const tree = codeTree(SUBHEADINGS);

  it('puts every subheading below its heading and every heading below its chapter', () => {
    tree.codes.forEach((code, k) => {
      expect(tree.headings[tree.headingOf[k] ?? -1]).toBe(code.slice(0, 4));
    });
    tree.headings.forEach((code, h) => {
      expect(tree.chapters[tree.chapterOf[h] ?? -1]).toBe(code.slice(0, 2));
    });
  });

  it('knows the siblings of each parent as one run, and leaves none out', () => {
    const runs = tree.headings.flatMap((code, h) => {
      const run = tree.codes.slice(tree.classesFrom[h], tree.classesFrom[h + 1]);
      expect(run.every((own) => own.startsWith(code))).toBe(true);
      return run;
    });
    expect(runs).toEqual(tree.codes);
    expect(tree.headingsFrom.at(-1)).toBe(tree.headings.length);
    expect(nodeCount(tree)).toBe(96 + 1229 + 5613);
  });
});

describe('the way down from scores to shares', () => {
  const score = fc.double({ min: -1.5, max: 1.5, noNaN: true });
  const anyScores = fc.array(score, {
    minLength: nodeCount(TREE),
    maxLength: nodeCount(TREE),
  });

  it('sums to 1, and children sum to their parent, where all branches are followed', () => {
    fc.assert(
      fc.property(anyScores, (values) => {
        const shares = new Float32Array(TREE.codes.length);
        descend(TREE, Float32Array.from(values), shares);
        expect(sumOf(shares)).toBeCloseTo(1, 5);
        const chapters = Float32Array.from(values.slice(0, TREE.chapters.length));
        softmax(chapters, 0, chapters.length);
        TREE.chapters.forEach((code, c) => {
          expect(below(shares, code)).toBeCloseTo(chapters[c] ?? NaN, 5);
          const headings = TREE.headings.filter((heading) => heading.startsWith(code));
          const sum = sumOf(headings.map((heading) => below(shares, heading)));
          expect(sum).toBeCloseTo(chapters[c] ?? NaN, 5);
        });
      }),
    );
  });

  it('is the product of the choices on the way', () => {
    // e^ln3 : 1 : 1 : 1 among chapters, then 1 : 4 among headings, then 9 : 1 among subheadings.
    const shares = sharesOf({ 85: Math.log(3), 8525: Math.log(4), 851713: Math.log(9) });
    const share = (code: string): number => shares[TREE.codes.indexOf(code)] ?? NaN;
    expect(share('851713')).toBeCloseTo((3 / 6) * (1 / 5) * (9 / 10), 6);
    expect(share('852580')).toBeCloseTo((3 / 6) * (4 / 5), 6);
    expect(share('030616')).toBeCloseTo((1 / 6) * (1 / 2), 6);
  });

  it('does not follow a chapter or a heading that is next to impossible', () => {
    const shares = sharesOf({ 85: 10, 8525: -8 });
    expect([below(shares, '03'), below(shares, '8525')]).toEqual([0, 0]);
    expect(below(shares, '8517')).toBeCloseTo(1, 2);
    expect(sumOf(shares)).toBeLessThanOrEqual(1);
  });

  it('asks only for the scores of the siblings it looks at', () => {
    const asked: [number, number][] = [];
    const shares = new Float32Array(TREE.codes.length);
    const all = scoresOf(TREE, { 62: 12 });
    const scores = new Float32Array(all.length);
    descend(TREE, scores, shares, (from, to) => {
      asked.push([from, to]);
      scores.set(all.subarray(from, to), from);
    });
    const [chapters, headings] = [TREE.chapters.length, TREE.headings.length];
    const [heading, code] = [TREE.headings.indexOf('6205'), TREE.codes.indexOf('620520')];
    expect(asked).toEqual([
      [0, chapters],
      [chapters + heading, chapters + heading + 1],
      [chapters + headings + code, chapters + headings + code + 1],
    ]);
  });

  it('writes over what an earlier text left', () => {
    const shares = new Float32Array(TREE.codes.length).fill(7);
    descend(TREE, scoresOf(TREE, { 85: 10 }), shares);
    expect(sumOf(shares)).toBeLessThanOrEqual(1.000001);
  });
});

describe('a softmax', () => {
  it('stands scores of any size', () => {
    const scores = Float32Array.of(1e30, 1e30, -1e30);
    softmax(scores, 0, 3);
    expect([...scores]).toEqual([0.5, 0.5, 0]);
  });

  it('leaves what is not among the siblings alone', () => {
    const scores = Float32Array.of(3, 0, 0, 3);
    softmax(scores, 1, 2);
    expect([...scores]).toEqual([3, 0.5, 0.5, 3]);
  });
});
