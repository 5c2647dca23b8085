import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface SliceCommand {
  readonly slice: string;
  /** A folder for training, a file for evaluating. */
  readonly data: string;
  readonly json: boolean;
}

/** Reads `slice --data PATH [--json]`; throws an Error whose message is the usage when it does not fit. */
export function readSliceCommand(name: string, argv: readonly string[]): SliceCommand {
  const usage = `usage: npm run ${name} -- SLICE --data PATH${name === 'evaluate' ? ' --json' : ''}`;
  const [slice, ...rest] = argv;
  if (slice === undefined || !/^[a-z][a-z-]*$/.test(slice)) throw new Error(usage);
  const at = rest.indexOf('--data');
  const data = at < 0 ? undefined : rest[at + 1];
  if (data === undefined) throw new Error(usage);
  return { slice, data, json: rest.includes('--json') };
}

/** File URL of `models/<slice>/<file>`, or undefined when the slice has none. */
export function sliceModule(slice: string, file: string): string | undefined {
  const url = new URL(`./${slice}/${file}`, import.meta.url);
  return existsSync(fileURLToPath(url)) ? url.href : undefined;
}
