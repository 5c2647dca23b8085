import type { CodeField, LineTable } from './declaration.ts';
import { hashNumber, hashText, SEED_A, SEED_B } from './hashing.ts';
import type { Part } from './keys.ts';

/** Hash lanes of one part over `length` lines of a block; `absent` marks lines without a value. */
export interface PartLanes {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly absent: Uint8Array;
}

/** KRW per kg rounded to 3 decimals: a fingerprint of the goods; -1 when the mass is 0 or unknown. */
export function unitPrice(mass: number, price: number): number {
  return mass > 0 ? Math.round((price / mass) * 1000) / 1000 : -1;
}

/** Bands of net mass, 1.5 to a factor of e; -1 when unknown. */
export function massBand(mass: number): number {
  return mass >= 0 ? Math.floor(1.5 * Math.log1p(mass)) : -1;
}

const CODE_PARTS: Partial<Record<Part, readonly [CodeField, number]>> = {
  hs6: ['hs6', 6],
  hs4: ['hs6', 4],
  hs2: ['hs6', 2],
  departure: ['departure', Infinity],
  origin: ['origin', Infinity],
  taxType: ['taxType', Infinity],
  importer: ['importer', Infinity],
  seller: ['seller', Infinity],
  declarant: ['declarant', Infinity],
  courier: ['courier', Infinity],
};

/** Fills `lanes` for lines `from`.. of the table; at most `lanes.a.length` lines. */
export type PartReader = (from: number, length: number, lanes: PartLanes) => void;

/** Hashes each distinct value of the part's column once; the reader then only copies lanes. */
function codeReader(table: LineTable, field: CodeField, digits: number): PartReader {
  const { values, codes } = table.code[field];
  const a = Int32Array.from(values, (v) => hashText(v.slice(0, digits), SEED_A));
  const b = Int32Array.from(values, (v) => hashText(v.slice(0, digits), SEED_B));
  const absent = Uint8Array.from(values, (v) => (v === '' ? 1 : 0));
  return (from, length, lanes) => {
    for (let i = 0; i < length; i += 1) {
      const code = codes[from + i] ?? 0;
      lanes.a[i] = a[code] ?? 0;
      lanes.b[i] = b[code] ?? 0;
      lanes.absent[i] = absent[code] ?? 1;
    }
  };
}

function quantityReader(valueAt: (line: number) => number): PartReader {
  return (from, length, lanes) => {
    for (let i = 0; i < length; i += 1) {
      const value = valueAt(from + i);
      lanes.a[i] = hashNumber(value, SEED_A);
      lanes.b[i] = hashNumber(value, SEED_B);
      lanes.absent[i] = Number.isNaN(value) ? 1 : 0;
    }
  };
}

/** A reader for one part of every line of a table. */
export function partReader(table: LineTable, part: Part): PartReader {
  const code = CODE_PARTS[part];
  if (code) return codeReader(table, code[0], code[1]);
  const { taxRate, netMass, itemPrice } = table.quantity;
  const mass = (i: number): number => netMass[i] ?? NaN;
  const price = (i: number): number => itemPrice[i] ?? NaN;
  if (part === 'taxRate') return quantityReader((i) => taxRate[i] ?? NaN);
  if (part === 'netMass') return quantityReader(mass);
  if (part === 'itemPrice') return quantityReader(price);
  if (part === 'unitPrice') return quantityReader((i) => unitPrice(mass(i), price(i)));
  if (part === 'massBand') return quantityReader((i) => massBand(mass(i)));
  throw new RangeError(`no reader for part "${part}"`);
}
