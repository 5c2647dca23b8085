/** `npm run train -- SLICE --data DIR`: makes the pack of one slice from raw data. */
import { readSliceCommand, sliceModule } from './command-line.ts';

interface Trainer {
  train(options: { data: string }): Promise<void>;
}

const command = readSliceCommand('train', process.argv.slice(2));
const url = sliceModule(command.slice, 'train.ts');
if (url === undefined) throw new Error(`no training for "${command.slice}"`);
const { train } = (await import(url)) as Trainer;
await train({ data: command.data });
