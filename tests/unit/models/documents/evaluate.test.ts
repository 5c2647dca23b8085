import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../../../models/documents/signatures/evaluate.ts';
import { holdAgainst } from '../../../../models/documents/signatures/trials.ts';
import { readModel } from '../../../../models/documents/signatures/model-folder.ts';
import { inventSigners } from '../../../../models/documents/signatures/training/material.ts';

const empty = mkdtempSync(path.join(tmpdir(), 'signatures-'));
afterAll(() => {
  rmSync(empty, { recursive: true });
});

describe('evaluation of signatures', () => {
  it('refuses a folder that is not there, and one without signatures', async () => {
    await expect(evaluate({ data: path.join(empty, 'none') })).rejects.toThrow(/no such folder/);
    await expect(evaluate({ data: empty })).rejects.toThrow(/no g_<writer>_<n>.png/);
  });

  it('names the picture that it cannot read', async () => {
    writeFileSync(path.join(empty, 'g_1_1.png'), 'not a picture');
    await expect(evaluate({ data: empty })).rejects.toThrow(/g_1_1\.png: no PNG/);
  });
});

describe('the protocol', () => {
  const writers = inventSigners(3, 900, { genuine: 4, forgers: 1, namesakes: 0 });
  const { projection } = readModel();

  it('holds every other signature of a writer and one of each other writer against each draw', () => {
    const held = holdAgainst(writers, projection, { references: 3, draws: 2, others: Infinity });
    const count = (kind: string): number => held.filter((one) => one.kind === kind).length;
    // 3 writers x 2 draws x (4 - 3 genuine, 2 imitated, 2 of others).
    expect([count('genuine'), count('skilled'), count('random')]).toEqual([6, 12, 12]);
  });

  it('leaves out a writer with no more signatures than references', () => {
    expect(holdAgainst(writers, projection, { references: 4, draws: 2, others: 2 })).toEqual([]);
  });

  it('gives the same trials every time', () => {
    const once = () => holdAgainst(writers, projection, { references: 3, draws: 2, others: 1 });
    expect(once()).toEqual(once());
  });
});
