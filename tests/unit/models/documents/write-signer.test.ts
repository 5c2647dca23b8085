import { describe, expect, it } from 'vitest';
import { writeSigner } from '../../../../models/documents/signatures/generator/write-signer.ts';
import { inkOf } from '../../../../src/domain/documents/signatures/ink.ts';

const COUNTS = { genuine: 3, forgers: 2, namesakes: 1 };

describe('invented signers', () => {
  it('write the same pictures for the same seed, others for another', () => {
    expect(writeSigner(1, COUNTS)).toEqual(writeSigner(1, COUNTS));
    expect(writeSigner(1, COUNTS).genuine).not.toEqual(writeSigner(2, COUNTS).genuine);
  });

  it('come with as many imitations and namesakes as were asked for', () => {
    const { genuine, imitated, namesakes } = writeSigner(3, COUNTS);
    // Each forger writes it twice.
    expect([genuine.length, imitated.length, namesakes.length]).toEqual([3, 4, 1]);
  });

  it('never write the same picture twice', () => {
    const { genuine, imitated } = writeSigner(4, COUNTS);
    const pictures = [...genuine, ...imitated].map(({ data }) =>
      Buffer.from(data).toString('base64'),
    );
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it('leave ink that can be found, whatever text, pen and paper', () => {
    const found = Array.from({ length: 8 }, (_, seed) => writeSigner(seed, COUNTS))
      .flatMap(({ genuine, imitated, namesakes }) => [...genuine, ...imitated, ...namesakes])
      .map((picture) => inkOf(picture) !== null);
    expect(found.filter((one) => !one)).toHaveLength(0);
  });
});
