import { describe, expect, it } from 'vitest';
import { compare, prepare } from '../../../../../src/domain/documents/signatures/compare.ts';
import { judgeSignature } from '../../../../../src/domain/documents/signatures/judge.ts';
import { readSignature } from '../../../../../src/domain/documents/signatures/read-signature.ts';
import { knowSigner } from '../../../../../src/domain/documents/signatures/signer.ts';
import type { GreyImage } from '../../../../../src/domain/documents/signatures/grey-image.ts';
import { readModel } from '../../../../../models/documents/signatures/model-folder.ts';
import { drawLine, madeSignature, paper, withGrain } from './made-pictures.ts';

const model = readModel();

function read(picture: GreyImage) {
  const edges = readSignature(picture);
  if (!edges) throw new Error('no ink');
  return edges;
}

function likeness(one: GreyImage, other: GreyImage): number {
  const [a, b] = [one, other].map((picture) => prepare(read(picture), model.projection));
  if (!a || !b) throw new Error('two pictures were given');
  return compare(a, b, model.projection).laidOver;
}

describe('two signatures', () => {
  const one = madeSignature({});

  it('are alike when they are the same picture', () => {
    expect(likeness(one, one)).toBeGreaterThan(0.97);
  });

  it('give the same number every time', () => {
    const other = madeSignature({ turn: 0.2 });
    expect(likeness(one, other)).toBe(likeness(one, other));
  });

  it('are alike whatever the pen', () => {
    expect(likeness(one, madeSignature({ radius: 3 }))).toBeGreaterThan(0.9);
    expect(likeness(one, madeSignature({ grey: 150 }))).toBeGreaterThan(0.97);
  });

  it('are alike whatever the paper', () => {
    expect(likeness(one, madeSignature({ paper: 210 }))).toBeGreaterThan(0.97);
    expect(likeness(one, withGrain(madeSignature({ paper: 239 }), 3))).toBeGreaterThan(0.9);
  });

  it('are alike whatever the size of the scan', () => {
    expect(likeness(one, madeSignature({ scale: 3 }))).toBeGreaterThan(0.9);
  });

  it('differ when the hand moves otherwise', () => {
    expect(likeness(one, madeSignature({ turn: 0.35 }))).toBeLessThan(0.75);
  });
});

describe('a signature held against its signer', () => {
  const references = [0, 0.004, 0.008, 0.012, 0.016].map((turn) => read(madeSignature({ turn })));
  const signer = knowSigner(references, model.projection);
  const judge = (query: GreyImage) => judgeSignature(model, signer, readSignature(query));

  it('is similar when it varies as the references do', () => {
    const { answer, ground, comparisons } = judge(madeSignature({ turn: 0.006 }));
    expect({ answer, ground }).toEqual({ answer: 'similar', ground: 'likeness' });
    expect(comparisons).toHaveLength(5);
  });

  it('is unlike when another hand wrote something else', () => {
    expect(judge(madeSignature({ turn: 0.35 }))).toMatchObject({ answer: 'unlike' });
  });

  it.each([
    ['a blank page', paper(300, 200), 'no-ink'],
    ['a dot', dot(), 'little-ink'],
  ])('is left open on %s', (_, picture, ground) => {
    expect(judge(picture)).toMatchObject({ answer: 'cannot-tell', ground });
  });

  it('is left open with two references', () => {
    const few = knowSigner(references.slice(0, 2), model.projection);
    const verdict = judgeSignature(model, few, references[0] ?? null);
    expect(verdict).toMatchObject({ answer: 'cannot-tell', ground: 'few-references' });
  });

  it('is left open with one reference, and with none', () => {
    for (const count of [0, 1]) {
      const few = knowSigner(references.slice(0, count), model.projection);
      const verdict = judgeSignature(model, few, references[0] ?? null);
      expect(verdict).toMatchObject({ answer: 'cannot-tell', probability: 0.5 });
    }
  });
});

function dot(): GreyImage {
  const picture = paper(300, 200);
  const at = [[150, 100] as const, [151, 100] as const];
  drawLine(picture, at, { radius: 4, grey: 0 });
  return picture;
}
