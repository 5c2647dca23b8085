import { sha256 as sha256Of } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { CONTROLLED_PACK, LIST_PACK } from '../../src/contracts/controlled.ts';
import type { PackEntry } from '../../src/contracts/pack.ts';
import type { ControlledModel } from '../../src/domain/controlled/judge.ts';
import type { RequirementRow } from '../../src/domain/controlled/requirement.ts';
import { KEPT_CODES, type HaechiDatabase } from '../../src/platform/database/database.ts';

/** Goods of the code need one paper, from a day on. */
export function requirement(
  hs: string,
  document: string,
  changes: Partial<RequirementRow> = {},
): RequirementRow {
  const named = (ko: string) => ({ ko, en: `EN ${ko}` });
  return {
    ...{ hs, law: named('법'), authority: named('기관'), document: named(document) },
    ...{ condition: null, effective_from: '2021-01-05', effective_to: null },
    ...{ citation: '', last_verified: null },
    ...changes,
  };
}

/** Toys need a safety paper, horses a quarantine paper; of chips one kind alone, by ten digits. */
export const ROWS: readonly RequirementRow[] = [
  requirement('9503', '어린이제품 안전확인서'),
  requirement('010121', '검역증명서', { effective_to: '2021-01-20' }),
  requirement('8542311000', '전파 적합성평가서'),
];

/** Puts a list on a tablet, as the one that works. */
export async function installList(
  database: HaechiDatabase,
  version: string,
  rows: readonly RequirementRow[] = ROWS,
): Promise<void> {
  const table = { format: 1, id: LIST_PACK, standing: 'starter', checked: '2026-11-22', rows };
  const blob = new Blob([JSON.stringify(table)]);
  const sha256 = bytesToHex(sha256Of(new Uint8Array(await blob.arrayBuffer())));
  await database.packBlobs.put({ sha256, blob });
  const title = { ko: '시험', en: 'Test' };
  const files = [{ name: 'requirements.json', bytes: blob.size, sha256 }];
  const entry: PackEntry = {
    ...{ id: LIST_PACK, kind: 'rules', version, format: 1, path: 'rules/test', title, files },
    ...{ source: title, made: '2026-11-22', needs: [], thresholds: {}, metrics: {} },
  };
  await database.transaction('rw', database.packs, async () => {
    await database.packs.where({ id: LIST_PACK }).modify({ state: 'previous' });
    const installedAt = '2026-11-22T00:00:00.000Z';
    const state = 'active' as const;
    await database.packs.put({ id: LIST_PACK, version, entry, installedAt, selfTest: null, state });
  });
}

const MODEL_URLS = import.meta.glob<string>('../../models/controlled/v1/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

/**
 * Puts the model of this repository on a tablet, as the one that works. `change` may spoil its
 * files; hashes are made of what comes out.
 */
export async function installModel(
  database: HaechiDatabase,
  change: (name: string, file: Blob) => Blob | Promise<Blob> = (_, file) => file,
): Promise<string> {
  const files = [];
  for (const [path, url] of Object.entries(MODEL_URLS)) {
    const name = path.split('/').at(-1) ?? '';
    const blob = await change(name, await (await fetch(url)).blob());
    const sha256 = bytesToHex(sha256Of(new Uint8Array(await blob.arrayBuffer())));
    await database.packBlobs.put({ sha256, blob });
    files.push({ name, bytes: blob.size, sha256 });
  }
  const [version, id] = ['1.0.0', CONTROLLED_PACK];
  const title = { ko: '시험', en: 'Test' };
  const entry: PackEntry = {
    ...{ id, kind: 'controlled', version, format: 1, path: 'controlled/v1', title, files },
    ...{ source: title, made: '2026-11-22', needs: [], thresholds: {}, metrics: {} },
    golden: 'golden.json',
  };
  const installedAt = '2026-11-22T00:00:00.000Z';
  await database.packs.put({ id, version, entry, installedAt, selfTest: null, state: 'active' });
  return version;
}

/** A model that goes by the likeliest code of the text alone: the suspect where the list covers it. */
export function madeModel(version: string): ControlledModel {
  return {
    version,
    assess(list, { suggestions, day }) {
      const [best] = suggestions;
      if (!best) return { ground: 'no-text', probability: null, suspect: null };
      const hidden = list.touches(best.code, day);
      const { probability, code } = best;
      if (hidden) return { ground: 'hidden', probability, suspect: code };
      return { ground: 'no-sign', probability: 1 - probability, suspect: null };
    },
    clues: (_list, { similarity }, { lines }) => [
      { key: 'text', weight: 2, facts: { similarity } },
      {
        ...{ key: 'importer', weight: 0 },
        facts: { lines: [...lines.values()].reduce((sum, count) => sum + count, 0) },
      },
    ],
  };
}

/** The HS check of all goods texts on a tablet, as one version would write it: one code for all. */
export async function checkTexts(
  database: HaechiDatabase,
  version: string,
  code: string,
): Promise<void> {
  for (const { batch, index, ids } of await database.goodsTexts.toArray()) {
    const codes = new Uint32Array(ids.length * KEPT_CODES);
    const shares = new Float32Array(ids.length * KEPT_CODES);
    for (const at of ids.keys()) {
      codes[at * KEPT_CODES] = Number(code);
      shares[at * KEPT_CODES] = 0.75;
    }
    await database.goodsChecks.put({
      ...{ batch, index, version, ids, codes, shares },
      similarity: new Float32Array(ids.length).fill(0.5),
      suggested: ids.map(() => code),
      probability: new Float32Array(ids.length).fill(0.75),
      declaredProbability: new Float32Array(ids.length),
      agreement: new Uint8Array(ids.length),
    });
  }
}
