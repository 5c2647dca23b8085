/** `npm run -s evaluate -- SLICE --data FILE --json`: scores a file with the committed pack. */
import { dataOf, readSliceCommand, runCommand, sliceModule } from './command-line.ts';
import type { TextChoice } from './command-line.ts';
import { CommandRefused } from './command-refused.ts';

interface Evaluator {
  /** Whether the slice has data of its own to fall back on. */
  readonly ownData?: boolean;
  evaluate(options: { data?: string; text?: TextChoice }): Promise<unknown>;
}

await runCommand(async () => {
  const command = readSliceCommand('evaluate', process.argv.slice(2));
  const url = sliceModule(command.slice, 'evaluate.ts');
  if (url === undefined) throw new CommandRefused(`no evaluation for "${command.slice}"`);
  const { evaluate, ownData = false } = (await import(url)) as Evaluator;
  const { text } = command;
  const named = ownData && command.data === null ? {} : { data: dataOf('evaluate', command) };
  const figures = await evaluate({ ...named, ...(text === undefined ? {} : { text }) });
  process.stdout.write(`${JSON.stringify(figures, null, command.json ? undefined : 2)}\n`);
});
