/** `npm run train -- SLICE --data DIR`: makes the pack of one slice from raw data. */
import { dataOf, readSliceCommand, runCommand, sliceModule } from './command-line.ts';
import type { SliceCommand } from './command-line.ts';
import { CommandRefused } from './command-refused.ts';

interface Trainer {
  /** Whether the slice can learn from what it generates itself. */
  readonly ownData?: boolean;
  train(options: { data?: string } & Pick<SliceCommand, 'replace' | 'release'>): Promise<void>;
}

await runCommand(async () => {
  const command = readSliceCommand('train', process.argv.slice(2));
  const url = sliceModule(command.slice, 'train.ts');
  if (url === undefined) throw new CommandRefused(`no training for "${command.slice}"`);
  const { train, ownData = false } = (await import(url)) as Trainer;
  const { replace, release } = command;
  const named = ownData && command.data === null ? {} : { data: dataOf('train', command) };
  await train({ ...named, replace, release });
});
