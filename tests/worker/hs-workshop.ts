import { sha256 as sha256Of } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PackEntry } from '../../src/contracts/pack.ts';
import type { HsModel } from '../../src/domain/hs/suggest/model.ts';
import { HaechiDatabase, type GoodsTexts } from '../../src/platform/database/database.ts';
import type { OpenedModel } from '../../workers/hs/hs-model.ts';
import { makeState, type State } from '../../workers/hs/state.ts';

const PACK_URLS: Record<string, string> = {
  ...import.meta.glob<string>('../../models/hs/v1/*', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('../../models/nomenclature/v1/*', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
};

type Change = (name: string, file: Blob) => Blob | Promise<Blob>;

/**
 * Puts a pack of this repository on a tablet, as an installed and active one. `change` may spoil
 * its files; hashes are made of what comes out.
 */
export async function installPack(
  database: HaechiDatabase,
  id: 'hs' | 'nomenclature',
  change: Change = (_, file) => file,
): Promise<string> {
  const folder = `../../models/${id}/v1/`;
  const files = [];
  for (const [path, url] of Object.entries(PACK_URLS)) {
    if (!path.startsWith(folder)) continue;
    const name = path.slice(folder.length);
    const blob = await change(name, await (await fetch(url)).blob());
    const sha256 = bytesToHex(sha256Of(new Uint8Array(await blob.arrayBuffer())));
    await database.packBlobs.put({ sha256, blob });
    files.push({ name, bytes: blob.size, sha256 });
  }
  if (files.length === 0) throw new Error(`no files in models/${id}/v1`);
  const version = '1.0.0';
  const source = { ko: '시험', en: 'Test' };
  const entry: PackEntry = {
    ...{ id, kind: id, version, format: 1, path: `${id}/v1`, title: source, source },
    ...{ made: '2026-11-22', files, needs: [], metrics: {}, golden: 'golden.json' },
    thresholds: { suggest_ko: 0.6, suggest_en: 0.6, choose_ko: 0.1, choose_en: 0.1, similarity: 0 },
  };
  const installedAt = '2026-11-22T00:00:00.000Z';
  await database.packs.put({ id, version, entry, installedAt, selfTest: null, state: 'active' });
  return version;
}

/** What each code of the made-up model is known by. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  '030617': ['shrimp', 'frozen', '새우'],
  '392690': ['plastic', 'standee', '아크릴'],
  '610510': ['shirt', 'knit', 'cotton', '셔츠', '니트'],
  '620520': ['shirt', 'woven', 'cotton'],
  '851713': ['smartphone', 'phone', '스마트폰'],
  '851714': ['phone', 'walkie'],
  '851762': ['bluetooth', 'watch', 'router', '공유기'],
  '910212': ['watch', 'wrist', '시계'],
};
const CODES = Object.keys(WORDS).sort();

/** A model small enough to work out by hand: each known word speaks for its codes. */
export const SMALL_MODEL: HsModel = {
  codes: CODES,
  score(text) {
    const said: readonly string[] = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const hits = CODES.map((code) => said.filter((word) => WORDS[code]?.includes(word)).length);
    const weights = hits.map((count) => Math.exp(3 * Math.min(count, 5)));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return {
      probability: Float32Array.from(weights, (weight) => weight / sum),
      similarity: hits.some((count) => count > 0) ? 0.8 : 0.01,
      language: /[가-힣]/.test(text) ? 'ko' : 'en',
    };
  },
  pulls: (text, code, rival) =>
    [...text.matchAll(/\p{L}+/gu)].map((match) => {
      const word = match[0].toLowerCase();
      const forIt = WORDS[code]?.includes(word) ? 2 : 0;
      const against = rival !== null && WORDS[rival]?.includes(word) ? 1 : 0;
      return { start: match.index, end: match.index + match[0].length, pull: forIt - against };
    }),
  rankLeaves: (text, leaves) =>
    leaves.map((_, at) => (text.includes('무선') ? (at + 1) / leaves.length / 2 : null)),
};

export function openedModel(version = '1.0.0', model = SMALL_MODEL): OpenedModel {
  const limits = {
    ...{ suggest: { ko: 0.7, en: 0.7 }, choose: { ko: 0.25, en: 0.25 }, similarity: 0.1 },
  };
  return { version, model, limits, metrics: {}, golden: undefined };
}

/** A tablet of its own with what the worker holds. */
export function makeTablet(): { state: State; remove: () => void } {
  const database = new HaechiDatabase(`hs-${crypto.randomUUID()}`);
  function remove(): void {
    database.close();
    indexedDB.deleteDatabase(database.name);
  }
  return { state: makeState(database), remove };
}

/** Chunks of declared goods, three kinds in turn: right, another heading, nothing to go by. */
export function goodsChunk(batch: string, index: number, lines: number): GoodsTexts {
  const numbers = Array.from({ length: lines }, (_, n) => n);
  const kinds = [
    ['frozen shrimp', '030617'],
    ['wrist watch', '851762'],
    ['gift', '950300'],
  ] as const;
  const kind = (n: number) => kinds[n % 3] ?? kinds[0];
  return {
    ...{ batch, index },
    ids: numbers.map((n) => `${batch}-${index}-${n}`),
    texts: numbers.map((n) => `${kind(n)[0]} lot ${n}`),
    declared: numbers.map((n) => kind(n)[1]),
  };
}
