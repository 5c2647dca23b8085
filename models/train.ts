/** `npm run train -- SLICE --data DIR`: makes the pack of one slice from raw data. */
import { dataOf, readSliceCommand, runCommand, sliceModule } from './command-line.ts';
import type { SliceCommand } from './command-line.ts';
import { CommandRefused } from './command-refused.ts';

interface Trainer {
  train(options: { data: string } & Pick<SliceCommand, 'replace' | 'release'>): Promise<void>;
}

await runCommand(async () => {
  const command = readSliceCommand('train', process.argv.slice(2));
  const url = sliceModule(command.slice, 'train.ts');
  if (url === undefined) throw new CommandRefused(`no training for "${command.slice}"`);
  const { train } = (await import(url)) as Trainer;
  await train({ ...command, data: dataOf('train', command) });
});
