import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CANDIDATE_FEATURES,
  CANDIDATES,
  candidatesOf,
  fuse,
  LEAST,
  MEMBERS,
  scoreCandidates,
} from '../../../../../src/domain/hs/suggest/fusion.ts';
import type { Fusion } from '../../../../../src/domain/hs/suggest/fusion.ts';
import { codeTree } from '../../../../../src/domain/hs/suggest/tree.ts';
import type { EncodedText } from '../../../../../src/domain/hs/suggest/vocabulary.ts';
import { SUBHEADINGS } from '../tariff-fixture.ts';
import { evenFusion, sumOf, TREE } from './made-parts.ts';

const TEXT: EncodedText = {
  ...{ index: Int32Array.of(0), value: Float32Array.of(1), language: 'en', words: 1, unknown: 0 },
};
const NEAR = 0.8;
type Shares = Readonly<Record<string, number>>;

function opinion(shares: Shares): Float32Array {
  return Float32Array.from(TREE.codes, (code) => shares[code] ?? 0);
}
/** Opinions of the members in their order; those not given have none. */
function opinionsOf(...said: readonly Shares[]): Float32Array[] {
  return MEMBERS.map((_, m) => opinion(said[m] ?? {}));
}
function fused(said: readonly Shares[], change: Partial<Fusion> = {}): (code: string) => number {
  const shares = fuse(TREE, evenFusion(TREE, change), opinionsOf(...said), TEXT, NEAR);
  return (code) => shares[TREE.codes.indexOf(code)] ?? NaN;
}

/** A member's shares: some codes, adding up to 1 or to a little less. */
const anyOpinion = fc
  .array(fc.tuple(fc.constantFrom(...TREE.codes), fc.double({ min: 0.01, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((said) => {
    const shares = Object.fromEntries(said);
    const sum = sumOf(Object.values(shares)) * 1.01;
    return Object.fromEntries(Object.entries(shares).map(([code, own]) => [code, own / sum]));
  });
const fourOpinions = fc.tuple(anyOpinion, anyOpinion, anyOpinion, anyOpinion);

describe('the blend of the members', () => {
  it('adds up to 1, whatever they think', () => {
    fc.assert(
      fc.property(fourOpinions, fc.double({ min: 0, max: 0.5, noNaN: true }), (said, missed) => {
        const shares = TREE.codes.map(fused(said, { missed }));
        expect(sumOf(shares)).toBeCloseTo(1, 5);
        expect(shares.every((share) => share >= 0)).toBe(true);
      }),
    );
  });

  it('is what the hierarchical member thinks when nobody is sure of anything', () => {
    const whole = codeTree(SUBHEADINGS);
    const even = new Float32Array(SUBHEADINGS.length).fill(1 / SUBHEADINGS.length);
    const none = new Float32Array(SUBHEADINGS.length);
    const shares = fuse(whole, evenFusion(whole), [even, none, none, none], TEXT, 0);
    expect(sumOf(shares)).toBeCloseTo(1, 4);
    expect(Math.max(...shares)).toBeCloseTo(1 / SUBHEADINGS.length, 6);
  });

  it('follows the members that agree', () => {
    const share = fused([
      { '851713': 0.6, '851762': 0.4 },
      { '851762': 0.6, '851713': 0.4 },
      { '851762': 0.9, '910212': 0.1 },
    ]);
    expect(share('851762')).toBeGreaterThan(share('851713'));
  });

  it('does not look at who said it where all count the same: equals share alike', () => {
    const said = [
      { '851713': 0.7, '610510': 0.3 },
      { '610510': 0.7, '851713': 0.3 },
    ];
    const share = fused(said, { missed: 0 });
    expect(share('851713')).toBeCloseTo(0.5, 6);
    expect(share('610510')).toBeCloseTo(0.5, 6);
    const { classes } = candidatesOf(TREE, evenFusion(TREE), opinionsOf(...said), TEXT, NEAR);
    // The earlier code first, on every machine.
    expect([...classes].map((k) => TREE.codes[k])).toEqual(['610510', '851713']);
  });

  it('weighs the same codes whichever member names which', () => {
    fc.assert(
      fc.property(fourOpinions, ([a, b, c, d]) => {
        const found = (...said: readonly Shares[]): number[] =>
          [...candidatesOf(TREE, evenFusion(TREE), opinionsOf(...said), TEXT, NEAR).classes].sort(
            (x, y) => x - y,
          );
        expect(found(d, c, b, a)).toEqual(found(a, b, c, d));
      }),
    );
  });

  it('leaves the share of the missed codes to what the hierarchical member holds possible', () => {
    const share = fused([{ '030616': 0.9995, '030617': LEAST / 2 }], { missed: 0.1 });
    expect(share('030617')).toBeCloseTo((0.1 * LEAST) / 2, 6);
    expect(share('610510')).toBe(0);
    expect(share('030616')).toBeCloseTo(1, 3);
  });

  it('is surer with a sharpness above 1 in the language of the text, and only there', () => {
    const said = [{ '851713': 0.6, '851762': 0.4 }];
    const plain = fused(said)('851713');
    expect(fused(said, { sharpness: { ko: 1, en: 2 } })('851713')).toBeGreaterThan(plain);
    expect(fused(said, { sharpness: { ko: 2, en: 1 } })('851713')).toBe(plain);
  });
});

describe('the codes that are weighed', () => {
  it('are those that some member holds possible, most likely first', () => {
    const said = opinionsOf({ '030616': 0.5, '030617': LEAST / 2 }, { '852580': 0.9 });
    const { classes } = candidatesOf(TREE, evenFusion(TREE), said, TEXT, NEAR);
    expect([...classes].map((k) => TREE.codes[k])).toEqual(['852580', '030616']);
  });

  it('are 40 at most', () => {
    const whole = codeTree(SUBHEADINGS);
    const many = Float32Array.from(SUBHEADINGS, (_, k) => (k < 100 ? 0.002 + k / 1e5 : 0));
    const none = new Float32Array(SUBHEADINGS.length);
    const found = candidatesOf(whole, evenFusion(whole), [many, none, none, none], TEXT, NEAR);
    expect([...found.classes]).toEqual(Array.from({ length: CANDIDATES }, (_, i) => 99 - i));
  });

  it('bring what each member thinks of their heading and their chapter along', () => {
    const said = opinionsOf({ '610510': 0.25, '610520': 0.5 }, { '620520': 1 });
    const { classes, features } = candidatesOf(TREE, evenFusion(TREE), said, TEXT, NEAR);
    const at = [...classes].findIndex((k) => TREE.codes[k] === '610510') * CANDIDATE_FEATURES;
    const log = (share: number): number => Math.log(share + LEAST) / 3;
    const M = MEMBERS.length;
    expect(features[at]).toBeCloseTo(log(0.25), 5);
    expect(features[at + M]).toBeCloseTo(log(0.75), 5);
    expect(features[at + 2 * M]).toBeCloseTo(log(0.75), 5);
    expect(features[at + 2 * M + 1]).toBeCloseTo(log(0), 5);
    // It is nobody's first choice.
    expect([...features.subarray(at + 3 * M, at + 4 * M)]).toEqual([0, 0, 0, 0]);
  });

  it('are scored with an eye to what the text is like', () => {
    // The bilinear row of the similarity: near texts count on the first member alone.
    const { bilinear } = evenFusion(TREE);
    bilinear[2 * CANDIDATE_FEATURES] = 5;
    const said = opinionsOf({ '030616': 0.6, '030617': 0.3 }, { '030617': 0.6, '030616': 0.3 });
    const gap = (similarity: number): number => {
      const fusion = evenFusion(TREE, { bilinear });
      const candidates = candidatesOf(TREE, fusion, said, TEXT, similarity);
      const [first = NaN, second = NaN] = scoreCandidates(fusion, candidates);
      return first - second;
    };
    expect(gap(0)).toBeCloseTo(0, 5);
    expect(gap(1)).toBeCloseTo((5 * (Math.log(0.601) - Math.log(0.301))) / 3, 4);
  });
});
