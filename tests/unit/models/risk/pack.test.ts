import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { CODE_FIELDS, QUANTITY_FIELDS } from '../../../../src/domain/risk/declaration.ts';
import { explainLine } from '../../../../src/domain/risk/explain.ts';
import { PackContentError } from '../../../../src/domain/tables/named-arrays.ts';
import { openRiskPack } from '../../../../src/domain/risk/pack.ts';
import type { GoldenCase } from '../../../../models/risk/training/golden.ts';
import { tableOf } from '../../../../models/risk/training/table-of.ts';
import { scoreTable } from '../../../../models/risk/training/run-model.ts';

const FOLDER = fileURLToPath(new URL('../../../../models/risk/v1/', import.meta.url));

function packFiles(): Map<string, ArrayBuffer> {
  const read = (name: string): ArrayBuffer => Uint8Array.from(readFileSync(FOLDER + name)).buffer;
  return new Map(['model.json', 'arrays.bin'].map((name) => [name, read(name)]));
}

function reasonOf(files: ReadonlyMap<string, ArrayBuffer>): string {
  try {
    openRiskPack(files);
    return 'opened';
  } catch (error) {
    return error instanceof PackContentError ? error.reason : `threw ${String(error)}`;
  }
}

/** The pack with model.json changed by `edit` on its text. */
function edited(edit: (text: string) => string): Map<string, ArrayBuffer> {
  const files = packFiles();
  const text = edit(new TextDecoder().decode(files.get('model.json')));
  return files.set('model.json', new TextEncoder().encode(text).buffer);
}

const golden = JSON.parse(readFileSync(`${FOLDER}golden.json`, 'utf8')) as {
  tolerance: number;
  cases: GoldenCase[];
};
const table = tableOf(
  golden.cases.map(({ line }) =>
    Object.fromEntries(
      [...CODE_FIELDS, ...QUANTITY_FIELDS, 'id' as const, 'date' as const].map((field) => [
        field,
        // JSON has no NaN: a quantity the line does not have is null.
        String(line[field] ?? ''),
      ]),
    ),
  ),
);

beforeAll(() => setBackend('cpu'));

describe('the risk pack', () => {
  it('answers its golden lines as training did, member by member', async () => {
    const { scores } = await scoreTable(openRiskPack(packFiles()), table);
    golden.cases.forEach((wanted, line) => {
      const got = [
        ...scores.members.fraud.subarray(line * 4, line * 4 + 4),
        scores.logit[line] ?? NaN,
        scores.critical[line] ?? NaN,
      ];
      const want = [...wanted.members.fraud, wanted.logit, wanted.critical];
      got.forEach((value, i) =>
        expect(Math.abs(value - (want[i] ?? NaN))).toBeLessThan(golden.tolerance),
      );
      expect(scores.novel[line] === 1).toBe(wanted.novel);
    });
  });

  it('gives reasons that add up to the score of every golden line', async () => {
    const model = openRiskPack(packFiles());
    const { encoded, scores } = await scoreTable(model, table);
    for (let line = 0; line < table.length; line += 1) {
      const why = explainLine(model, table, encoded, scores, line);
      const sum = why.reasons.reduce((total, reason) => total + reason.weight, why.base);
      expect(Math.abs(sum - (scores.logit[line] ?? NaN))).toBeLessThan(1e-4);
      expect(why.logit).toBe(sum);
      expect(why.low).toBeLessThanOrEqual(scores.probability[line] ?? NaN);
      expect(why.high + 1e-6).toBeGreaterThanOrEqual(scores.probability[line] ?? NaN);
    }
  });

  it('is refused when a file is missing', () => {
    const files = packFiles();
    files.delete('arrays.bin');
    expect(reasonOf(files)).toBe('incomplete');
  });

  it('is refused when its bytes are cut short', () => {
    const files = packFiles();
    files.set('arrays.bin', (files.get('arrays.bin') ?? new ArrayBuffer(0)).slice(0, 500_000));
    expect(reasonOf(files)).toBe('corrupt');
  });

  it('is refused when its description is no description', () => {
    expect(reasonOf(edited((text) => text.slice(0, 100)))).toBe('corrupt');
    expect(reasonOf(edited(() => '{"format":1}'))).toBe('corrupt');
    expect(reasonOf(edited((text) => text.replace('"depth":5', '"depth":6')))).toBe('corrupt');
  });

  it('is refused by an app that does not know its format or its keys', () => {
    expect(reasonOf(edited((text) => text.replace('"format":1', '"format":9')))).toBe(
      'unsupported',
    );
    expect(reasonOf(edited((text) => text.replaceAll('goods-mass-band', 'goods-moon-band')))).toBe(
      'unsupported',
    );
  });

  it.each([
    [
      'a limit that is no number',
      (text: string) => text.replace(/"fastCritical":[\d.]+/, '"fastCritical":"high"'),
    ],
    [
      'a limit that is none',
      (text: string) => text.replace(/"fastProbability":[\d.]+/, '"fastProbability":null'),
    ],
    [
      'a limit above certainty',
      (text: string) => text.replace(/"fastProbability":[\d.]+/, '"fastProbability":7'),
    ],
    [
      'a base rate that is endless',
      (text: string) => text.replace(/"priors":\{"fraud":[\d.]+/, '"priors":{"fraud":1e999'),
    ],
    ['a bias that is none', (text: string) => text.replace(/"bias":-?[\d.]+/, '"bias":null')],
    ['more trees than any pack', (text: string) => text.replace(/"trees":\d+/, '"trees":99999')],
    [
      'a blend with a member too few',
      (text: string) => text.replace(/"weights":\[[^,]+,/, '"weights":['),
    ],
    [
      'a list of keys that is none',
      (text: string) => text.replace('"keys":[', '"keys":{},"was":['),
    ],
  ])('is refused as damaged with %s', (_, edit) => {
    const files = edited(edit);
    expect(new TextDecoder().decode(files.get('model.json'))).not.toBe(
      new TextDecoder().decode(packFiles().get('model.json')),
    );
    expect(reasonOf(files)).toBe('corrupt');
  });

  it('is refused when a leaf of its trees is no number', () => {
    const files = packFiles();
    const head = JSON.parse(new TextDecoder().decode(files.get('model.json'))) as {
      arrays: Record<string, { at: number }>;
    };
    const bytes = files.get('arrays.bin') ?? new ArrayBuffer(0);
    new DataView(bytes).setFloat32(head.arrays['trees.leaf']?.at ?? 0, NaN, true);
    expect(reasonOf(files)).toBe('corrupt');
  });
});
