/**
 * `npm run train -- rules --data models/rules`: checks the dated tables and lists them in the
 * manifest. Tables are written by hand from their sources; nothing is learned.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { CodeFile, openCodes } from '../../src/domain/codes/code-table.ts';
import { GoldenCodes, codeDisagreements } from '../../src/domain/codes/golden.ts';
import { writePack } from '../manifest.ts';
import { listRequirements } from './list-requirements.ts';

export async function train(options: { data: string; replace: boolean }): Promise<void> {
  listCodes(join(options.data, 'kr-import-codes', 'v1'), options.replace);
  listRequirements(join(options.data, 'kr-controlled-goods', 'v1'), options.replace);
}

function listCodes(folder: string, replace: boolean): void {
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const files = new Map(['codes.json', 'golden.json'].map((name) => [name, read(name)]));
  const text = read('codes.json').toString();
  const file = v.parse(CodeFile, JSON.parse(text));
  const golden = v.parse(GoldenCodes, JSON.parse(read('golden.json').toString()));
  const wrong = codeDisagreements(openCodes(text), golden);
  if (wrong.length > 0) throw new Error(`kr-import-codes: ${wrong.join(', ')}`);
  const verified = file.rows.filter((row) => row.verified).length;
  writePack(
    {
      entry: {
        id: file.id,
        kind: 'rules',
        version: '1.0.0',
        format: file.format,
        path: 'rules/kr-import-codes/v1',
        title: { ko: '수입신고 부호', en: 'Codes of the import declaration' },
        made: file.checked,
        source: {
          ko: '관세청 UNI-PASS 세율 적용 순위, UN/CEFACT 권고 19, 공개 저장소의 부호표',
          en: 'KCS UNI-PASS order of rates, UN/CEFACT Recommendation 19, code lists in public repositories',
        },
        needs: [],
        thresholds: {},
        metrics: { rows: { value: file.rows.length }, verified: { value: verified } },
        golden: 'golden.json',
      },
      files,
    },
    { replace },
  );
  console.log(`kr-import-codes: ${file.rows.length} rows, ${verified} verified`);
}
