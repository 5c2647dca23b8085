/** `npm run -s evaluate -- SLICE --data FILE --json`: scores a file with the committed pack. */
import { readSliceCommand, sliceModule } from './command-line.ts';

interface Evaluator {
  evaluate(options: { data: string }): Promise<unknown>;
}

const command = readSliceCommand('evaluate', process.argv.slice(2));
const url = sliceModule(command.slice, 'evaluate.ts');
if (url === undefined) throw new Error(`no evaluation for "${command.slice}"`);
const { evaluate } = (await import(url)) as Evaluator;
const figures = await evaluate({ data: command.data });
process.stdout.write(`${JSON.stringify(figures, null, command.json ? undefined : 2)}\n`);
