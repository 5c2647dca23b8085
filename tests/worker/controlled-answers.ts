import { sha256 as sha256Of } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  CONTROLLED_PACK,
  GROUNDS,
  LIST_PACK,
  type ControlledMark,
} from '../../src/contracts/controlled.ts';
import type { PackEntry } from '../../src/contracts/pack.ts';
import { REQUIREMENTS_FILE } from '../../src/domain/controlled/requirement.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';

type Said = Pick<ControlledMark, 'ground'> & Partial<ControlledMark>;

/**
 * Writes what the controlled-goods worker would answer on all lines of the tablet. `say`: null
 * leaves the whole chunk of that line unanswered.
 */
export async function answerLines(
  database: HaechiDatabase,
  say: (id: string) => Said | null,
  basis = '1.0.0|1.0.0|1.0.0',
): Promise<void> {
  const [list = '', model = ''] = basis.split('|');
  for (const { batch, index, table } of await database.chunks.toArray()) {
    const said = table.id.map(say);
    if (said.includes(null)) continue;
    await database.controlledChecks.put({
      ...{ batch, index, basis, list, model: model || null, ids: table.id },
      ground: Uint8Array.from(said, (each) => GROUNDS.indexOf(each?.ground ?? 'no-text')),
      probability: Float32Array.from(said, (each) => each?.probability ?? NaN),
      suspect: said.map((each) => each?.suspect ?? ''),
    });
  }
}

async function install(
  database: HaechiDatabase,
  id: string,
  version: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const listed = [];
  for (const [name, text] of Object.entries(files)) {
    const blob = new Blob([text]);
    const sha256 = bytesToHex(sha256Of(utf8ToBytes(text)));
    await database.packBlobs.put({ sha256, blob });
    listed.push({ name, bytes: blob.size, sha256 });
  }
  const source = { ko: '시험', en: 'Test' };
  const entry: PackEntry = {
    ...{ id, kind: 'rules', version, format: 1, path: id, title: source, source },
    ...{ made: '2026-11-01', files: listed, needs: [], thresholds: {}, metrics: {} },
  };
  const installedAt = '2026-11-01T00:00:00.000Z';
  await database.packs.where('id').equals(id).delete();
  await database.packs.put({ id, version, entry, installedAt, selfTest: null, state: 'active' });
}

/** Makes this version of a list of requirements work on the tablet. */
export function installList(database: HaechiDatabase, version = '1.0.0'): Promise<void> {
  const text = JSON.stringify({ standing: 'starter', note: version });
  return install(database, LIST_PACK, version, { [REQUIREMENTS_FILE]: text });
}

/** The desk asks only which version of the model works; it never opens it. */
export function installControlledModel(database: HaechiDatabase, version = '1.0.0'): Promise<void> {
  return install(database, CONTROLLED_PACK, version, {});
}
