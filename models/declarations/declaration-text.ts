import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { CommandRefused } from '../command-refused.ts';

/** The desk's own order: a byte order mark, else strict UTF-8, else strict EUC-KR. */
function decode(bytes: Uint8Array): string | undefined {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of wide ? ['utf-16le'] : ['utf-8', 'euc-kr']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not of this encoding: the next one.
    }
  }
  return undefined;
}

const DELIMITERS = [',', ';', '\t'] as const;
/** Rows the separator is told from. */
const TRIED_ROWS = 20;

function parse(text: string, delimiter: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n' });
}

/** The separator that gives the header most columns, if the rows below it agree (as the desk does). */
function tellDelimiter(text: string): string {
  const lines = text.split('\n', TRIED_ROWS).join('\n');
  const fit = (delimiter: string): number => {
    const [header, ...rows] = parse(lines, delimiter).data.filter((r) => r.join('') !== '');
    const columns = header?.length ?? 0;
    const agree = rows.filter((row) => row.length === columns).length;
    return columns * (rows.length === 0 ? 1 : 0.1 + agree / rows.length);
  };
  return DELIMITERS.reduce((best, next) => (fit(next) > fit(best) ? next : best));
}

/** A text file in any encoding that the desk reads; CommandRefused otherwise. */
export function readText(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new CommandRefused(`${file}: cannot be read`);
  }
  const text = decode(bytes);
  if (text === undefined) throw new CommandRefused(`${file}: neither UTF-8 nor EUC-KR nor UTF-16`);
  return text;
}

/** Rows of such a file with any separator that the desk reads; CommandRefused otherwise. */
export function readRows(file: string): string[][] {
  const text = readText(file).replace(/\r\n?/g, '\n');
  const { data, errors } = parse(text, tellDelimiter(text));
  const open = errors.find((error) => error.code === 'MissingQuotes');
  if (open) {
    throw new CommandRefused(
      `${file}: a quotation mark opens at row ${open.row ?? 0} and never closes`,
    );
  }
  return data;
}
