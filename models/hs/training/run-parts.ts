/** Runs the long parts of a training as processes of their own, two at a time, and keeps what is done. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import * as v from 'valibot';
import { HsCard } from '../../../src/contracts/hs-card.ts';
import type { Corpus } from './corpus.ts';
import { JUDGED_FOLDS } from './cross-fit.ts';
import type { HeldOut } from './held-out.ts';
import type { MemberArrays } from './train-members.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../.cache/hs-parts/', import.meta.url));
/** A part takes some 3 GB and a core. */
const AT_ONCE = 2;

export interface Parts {
  /** What the members said of each fold that they were not trained on. */
  readonly folds: readonly (readonly HeldOut[])[];
  /** The members trained on everything. */
  readonly whole: MemberArrays;
  /** The classical models on one fold, for the card. */
  readonly compared: HsCard['compared'];
}

/** A part that was made of the same rows by the same code is not made again. */
export async function runParts(data: string, corpus: Corpus): Promise<Parts> {
  const folder = path.join(CACHE, fingerprint(corpus));
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => path.join(folder, name);
  const folds = JUDGED_FOLDS.map(String);
  const open = [
    ...folds.map((fold) => ({ script: 'fold.ts', args: [data, fold], file: at(`${fold}.bin`) })),
    { script: 'whole.ts', args: [data], file: at('whole.bin') },
    { script: 'compare.ts', args: [data], file: at('compared.json') },
  ].filter(({ file }) => !existsSync(file));
  const runNext = async (): Promise<void> => {
    for (let part = open.shift(); part !== undefined; part = open.shift()) await runPart(part);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  // Written by this very training: the fingerprint is in the path.
  return {
    folds: folds.map((fold) => deserialize(readFileSync(at(`${fold}.bin`))) as HeldOut[]),
    whole: deserialize(readFileSync(at('whole.bin'))) as MemberArrays,
    compared: v.parse(
      HsCard.entries.compared,
      JSON.parse(readFileSync(at('compared.json'), 'utf8')),
    ),
  };
}

interface Part {
  readonly script: string;
  readonly args: readonly string[];
  readonly file: string;
}

async function runPart({ script, args, file }: Part): Promise<void> {
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
  for (const row of corpus.rows) hash.update(`${JSON.stringify(row)}\n`);
  for (const folder of [HERE, path.join(HERE, '../../../src/domain/hs/suggest')]) {
    for (const name of readdirSync(folder).sort())
      hash.update(readFileSync(path.join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
