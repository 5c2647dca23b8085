/** Runs the folds as processes of their own, two at a time, and keeps what is done. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import * as v from 'valibot';
import { HsCard } from '../../../src/contracts/hs-card.ts';
import type { Corpus } from './corpus.ts';
import type { HeldOut } from './held-out.ts';
import { FOLDS } from './rows.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../.cache/hs-folds/', import.meta.url));
/** A fold takes some 3 GB and a core. */
const AT_ONCE = 2;

/** What the members said of each fold. A fold that was done with the same rows and code is not done again. */
export async function runFolds(data: string, corpus: Corpus): Promise<HeldOut[][]> {
  const folder = path.join(CACHE, fingerprint(corpus));
  mkdirSync(folder, { recursive: true });
  const fileOf = (fold: number): string => path.join(folder, `${fold}.bin`);
  const open = Array.from({ length: FOLDS }, (_, fold) => fold).filter(
    (fold) => !existsSync(fileOf(fold)),
  );
  const runNext = async (): Promise<void> => {
    for (let fold = open.shift(); fold !== undefined; fold = open.shift()) {
      await runPart('fold.ts', [data, String(fold)], fileOf(fold));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  return Array.from({ length: FOLDS }, (_, fold) => readFold(fileOf(fold)));
}

function readFold(file: string): HeldOut[] {
  // Written by fold.ts of this very training: the fingerprint is in the path.
  return deserialize(readFileSync(file)) as HeldOut[];
}

/** The classical models on the same fold, for the card. */
export async function runCompare(data: string, corpus: Corpus): Promise<HsCard['compared']> {
  const file = path.join(CACHE, fingerprint(corpus), 'compared.json');
  if (!existsSync(file)) await runPart('compare.ts', [data], file);
  return v.parse(HsCard.entries.compared, JSON.parse(readFileSync(file, 'utf8')));
}

/** Runs a script of this folder that writes its result to a file. */
async function runPart(script: string, args: readonly string[], file: string): Promise<void> {
  const part = `${file}.part`;
  const flags = [...process.execArgv, '--max-old-space-size=8000'];
  const child = spawn(process.execPath, [...flags, `${HERE}${script}`, ...args, part], {
    stdio: 'inherit',
  });
  const code = await new Promise<number | null>((done) => child.on('exit', done));
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${code}`);
  // A training that was killed half-way leaves a part, never a whole file with half a result.
  renameSync(part, file);
}

/** Rows and every line of code that makes members of them. */
function fingerprint(corpus: Corpus): string {
  const hash = createHash('sha256');
  for (const row of corpus.rows) hash.update(`${row.source}\t${row.code}\t${row.text}\n`);
  const suggest = path.join(HERE, '../../../src/domain/hs/suggest');
  for (const name of MAKERS) hash.update(readFileSync(path.join(HERE, name)));
  for (const name of readdirSync(suggest).sort())
    hash.update(readFileSync(path.join(suggest, name)));
  return hash.digest('hex').slice(0, 16);
}

const MAKERS = [
  ...['block-table.ts', 'corpus.ts', 'fold.ts', 'held-out.ts', 'index-neighbours.ts'],
  ...[
    'pack-linear.ts',
    'prune.ts',
    'random.ts',
    'rows.ts',
    'settings.ts',
    'train-bag.ts',
    'train-flat.ts',
  ],
  ...['train-members.ts', 'train-tree.ts'],
];
