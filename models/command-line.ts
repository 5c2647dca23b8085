import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CommandRefused } from './command-refused.ts';

/** What the person at the keyboard said about the pack to be made; the slice knows its defaults. */
export interface Release {
  readonly version?: string;
  /** Date of training, YYYY-MM-DD. */
  readonly made?: string;
  /** What the pack learns from, in the words of its card. */
  readonly sourceKo?: string;
  readonly sourceEn?: string;
}

export const TEXT_CHOICES = ['ko', 'en', 'name'] as const;
export type TextChoice = (typeof TEXT_CHOICES)[number];

export interface SliceCommand {
  readonly slice: string;
  /** A folder for training, a file for evaluating; null: none was named. */
  readonly data: string | null;
  readonly json: boolean;
  /** Whether a version that is listed already may be written anew with other content. */
  readonly replace: boolean;
  readonly release: Release;
  /** Which of a row's texts is evaluated, where a row has several. */
  readonly text?: TextChoice;
}

const USAGE = {
  train:
    'usage: npm run train -- SLICE --data DIR [--version X.Y.Z] [--made YYYY-MM-DD] [--source-ko TEXT --source-en TEXT] [--replace]',
  evaluate: 'usage: npm run -s evaluate -- SLICE [--data FILE] [--text ko|en|name] --json',
} as const;

const OPTIONS = {
  train: {
    data: { type: 'string' },
    version: { type: 'string' },
    made: { type: 'string' },
    'source-ko': { type: 'string' },
    'source-en': { type: 'string' },
    replace: { type: 'boolean' },
  },
  evaluate: { data: { type: 'string' }, json: { type: 'boolean' }, text: { type: 'string' } },
} as const;

interface Words {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

function readWords(name: keyof typeof USAGE, argv: readonly string[]): Words {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS[name], allowPositionals: true });
  } catch (error) {
    throw new CommandRefused(
      `${error instanceof Error ? error.message : String(error)}\n${USAGE[name]}`,
    );
  }
}

function checkRelease(release: Release, usage: string): Release {
  if (release.version !== undefined && !/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(release.version)) {
    throw new CommandRefused(`--version ${release.version} is no X.Y.Z\n${usage}`);
  }
  if (release.made !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(release.made)) {
    throw new CommandRefused(`--made ${release.made} is no YYYY-MM-DD\n${usage}`);
  }
  // A card in two languages cannot name two different sources.
  if ((release.sourceKo === undefined) !== (release.sourceEn === undefined)) {
    throw new CommandRefused(`--source-ko and --source-en go together\n${usage}`);
  }
  return release;
}

/** Reads `SLICE --data PATH` and what else the command takes; throws CommandRefused with the usage. */
export function readSliceCommand(name: keyof typeof USAGE, argv: readonly string[]): SliceCommand {
  const { positionals, values } = readWords(name, argv);
  const [slice, ...more] = positionals;
  const data = values['data'] ?? null;
  const named = slice !== undefined && more.length === 0 && /^[a-z][a-z-]*$/.test(slice);
  if (!named || (data !== null && typeof data !== 'string')) throw new CommandRefused(USAGE[name]);
  const text = (option: string): string | undefined => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  const said: [keyof Release, string | undefined][] = [
    ['version', text('version')],
    ['made', text('made')],
    ['sourceKo', text('source-ko')],
    ['sourceEn', text('source-en')],
  ];
  const release: Release = Object.fromEntries(said.filter(([, value]) => value !== undefined));
  const choice = text('text');
  const chosen = TEXT_CHOICES.find((known) => known === choice);
  if (choice !== undefined && chosen === undefined) throw new CommandRefused(USAGE[name]);
  return {
    slice,
    data,
    ...(chosen === undefined ? {} : { text: chosen }),
    json: values['json'] === true,
    replace: values['replace'] === true,
    release: checkRelease(release, USAGE[name]),
  };
}

/** The named data, for slices that have none of their own; throws CommandRefused with the usage. */
export function dataOf(name: keyof typeof USAGE, { data }: SliceCommand): string {
  if (data === null) throw new CommandRefused(USAGE[name]);
  return data;
}

/**
 * File URL of `models/<slice>/<file>`, or undefined when there is none. The parts of a document
 * (signatures, pages, stamps) are trained and measured each by itself, in `models/documents/`.
 */
export function sliceModule(slice: string, file: string): string | undefined {
  return [`./${slice}/${file}`, `./documents/${slice}/${file}`]
    .map((place) => new URL(place, import.meta.url))
    .find((url) => existsSync(fileURLToPath(url)))?.href;
}

/** Runs a command; what is refused is said in a line and ends with 1, a bug keeps its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
