import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { LIST_PACK, type ListReview, type ReadList } from '../../src/contracts/controlled.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { PackEntry } from '../../src/contracts/pack.ts';
import { goldenOf } from '../../src/domain/controlled/golden.ts';
import { nextListVersion } from '../../src/domain/controlled/list-version.ts';
import {
  REQUIREMENTS_FILE,
  type RequirementFile,
} from '../../src/domain/controlled/requirement.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';

type ListPack = NonNullable<ReadList['pack']>;

const GOLDEN_FILE = 'golden.json';
/** As the contract of packs allows a file. Bytes. */
const FILE_LIMIT = 64 * 1024 * 1024;
/** Nothing serves it: it was made on this tablet. */
const PATH = 'rules/kr-controlled-goods/imported';

const Activated = v.object({ version: v.string() });

/** All versions of the list that this tablet has, or had at work: the log knows those deleted since. */
export async function usedVersions(database: HaechiDatabase): Promise<ReadonlySet<string>> {
  const installed = await database.packs.where('id').equals(LIST_PACK).toArray();
  const events = await database.events
    .where('subject')
    .equals(LIST_PACK)
    .filter(({ kind }) => kind === 'pack-activated')
    .toArray();
  const activated = events.flatMap(({ body }) => {
    const read = v.safeParse(Activated, body);
    return read.success ? [read.output.version] : [];
  });
  return new Set([...installed.map((pack) => pack.version), ...activated]);
}

/** The table as a version of the list's pack. Fault: file-too-large. */
export function makeListPack(
  table: RequirementFile,
  review: ListReview,
  used: ReadonlySet<string>,
): Result<ListPack> {
  const contents = [
    [REQUIREMENTS_FILE, encode(table)],
    [GOLDEN_FILE, encode(goldenOf(table))],
  ] as const;
  const bytes = Math.max(...contents.map(([, content]) => content.length));
  if (bytes > FILE_LIMIT) return fail('file-too-large', { bytes, limit: FILE_LIMIT });
  const entry = v.parse(PackEntry, {
    id: LIST_PACK,
    kind: 'rules',
    version: nextListVersion(table.checked, used),
    format: 1,
    path: PATH,
    title: { ko: '세관장확인대상 목록 (불러온 목록)', en: 'Controlled goods list (imported)' },
    made: table.checked,
    source: { ko: review.name, en: review.name },
    files: contents.map(([name, content]) => ({
      name,
      bytes: content.length,
      sha256: bytesToHex(sha256(content)),
    })),
    needs: [],
    thresholds: {},
    metrics: { rows: { value: review.rows }, laws: { value: review.laws.length } },
    golden: GOLDEN_FILE,
  });
  const files = new Map(contents.map(([name, content]) => [name, new Blob([content])]));
  return succeed({ entry, files });
}

function encode(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}
