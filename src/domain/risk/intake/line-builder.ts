import { CODE_FIELDS, QUANTITY_FIELDS } from '../declaration.ts';
import type { CodeColumn, CodeField, LineTable, QuantityField } from '../declaration.ts';

/** One line on its way into columns; the same object is filled again for each line. */
export interface DraftLine {
  id: string;
  day: number;
  outcome: number;
  readonly code: Record<CodeField, string>;
  readonly quantity: Record<QuantityField, number>;
}

function forFields<F extends string, T>(fields: readonly F[], make: (field: F) => T): Record<F, T> {
  return Object.fromEntries(fields.map((field) => [field, make(field)])) as Record<F, T>;
}

/** An empty line: codes unknown, quantities without a value (NaN). */
export function draftLine(): DraftLine {
  return {
    id: '',
    day: 0,
    outcome: 0,
    code: forFields(CODE_FIELDS, () => ''),
    quantity: forFields(QUANTITY_FIELDS, () => NaN),
  };
}

interface CodeBuilder {
  readonly known: Map<string, number>;
  readonly codes: Uint32Array;
}

export interface LineBuilder {
  readonly length: number;
  /** Adds one line; throws when the builder is full. */
  push(line: DraftLine): void;
  /** The lines so far. The builder is spent. */
  finish(): LineTable;
}

/** Collects up to `capacity` lines into columns. */
export function buildLines(capacity: number): LineBuilder {
  const ids: string[] = [];
  const day = new Int32Array(capacity);
  const outcome = new Uint8Array(capacity);
  const quantity = forFields(QUANTITY_FIELDS, () => new Float64Array(capacity));
  const code = forFields(CODE_FIELDS, (): CodeBuilder => {
    return { known: new Map(), codes: new Uint32Array(capacity) };
  });

  function pushCode({ known, codes }: CodeBuilder, line: number, value: string): void {
    let index = known.get(value);
    if (index === undefined) {
      index = known.size;
      known.set(value, index);
    }
    codes[line] = index;
  }

  return {
    get length() {
      return ids.length;
    },
    push(line) {
      const at = ids.length;
      if (at >= capacity) throw new RangeError(`more than ${capacity} lines`);
      ids.push(line.id);
      day[at] = line.day;
      outcome[at] = line.outcome;
      for (const field of QUANTITY_FIELDS) quantity[field][at] = line.quantity[field];
      for (const field of CODE_FIELDS) pushCode(code[field], at, line.code[field]);
    },
    finish() {
      const length = ids.length;
      return {
        length,
        id: ids,
        day: day.slice(0, length),
        outcome: outcome.slice(0, length),
        quantity: forFields(QUANTITY_FIELDS, (f) => quantity[f].slice(0, length)),
        code: forFields(CODE_FIELDS, (f): CodeColumn => {
          return { values: [...code[f].known.keys()], codes: code[f].codes.slice(0, length) };
        }),
      };
    },
  };
}
