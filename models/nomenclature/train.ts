/**
 * `npm run train -- nomenclature --data DIR`: official names of goods -> models/nomenclature/v1.
 * DIR holds the two KCS tables and the English HS nomenclature. The same input gives the same bytes.
 */
import { goldenCase } from '../../src/domain/hs/golden.ts';
import type { GoldenNames } from '../../src/domain/hs/golden.ts';
import { HSK_FILE, HS_FILE, openNomenclature } from '../../src/domain/hs/nomenclature.ts';
import { writePack } from '../manifest.ts';
import { nomenclatureEntry } from './entry.ts';
import { GOLDEN_CODES } from './golden-codes.ts';
import { joinNames } from './join-names.ts';
import type { JoinReport } from './join-names.ts';
import { readHs6 } from './read-hs6.ts';
import { readKcsCodes, readKcsLevels } from './read-kcs.ts';
import { writeHskTable, writeHsTable } from './write-pack.ts';

export async function train(options: { data: string; replace: boolean }): Promise<void> {
  const joined = joinNames(
    readKcsCodes(options.data),
    await readKcsLevels(options.data),
    readHs6(options.data),
  );
  const edition = { hs: 'HS 2022', hsk: 'HSK 2025', validTo: joined.validTo };
  const texts = new Map([
    [HS_FILE, writeHsTable(edition, joined.names)],
    [HSK_FILE, writeHskTable(joined.leaves)],
  ]);
  const opened = openNomenclature(texts);
  const golden: GoldenNames = {
    format: 1,
    cases: GOLDEN_CODES.map((code) => goldenCase(opened, code)),
  };
  texts.set('golden.json', `${JSON.stringify(golden, null, 1)}\n`);
  const files = new Map([...texts].map(([name, text]) => [name, Buffer.from(text)]));
  writePack({ entry: nomenclatureEntry(joined.report), files }, { replace: options.replace });
  report(joined.report, texts);
}

function report(counts: JoinReport, texts: ReadonlyMap<string, string>): void {
  for (const [what, count] of Object.entries(counts)) {
    console.log(`${what}: ${Array.isArray(count) ? `${count.length} ${count.join(' ')}` : count}`);
  }
  for (const [name, text] of texts) console.log(`${name}: ${Buffer.byteLength(text)} bytes`);
}
