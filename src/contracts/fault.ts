/**
 * Expected failures are values from this closed set; `features` turn each into the officer's
 * words and the next step in one table (src/i18n). Anything else is a bug and throws.
 */
export const FAULT_CODES = [
  'cancelled',
  'offline',
  'storage-full',
  'storage-refused',
  'worker-lost',
  'gpu-lost',
  'model-missing',
  'pack-corrupt',
  'pack-incomplete',
  'pack-unsupported',
  'pack-busy',
  'self-test-failed',
  'file-empty',
  'file-too-large',
  'file-not-a-table',
  'file-unreadable',
  'file-already-imported',
  'header-unknown',
  'ids-repeated',
  'ids-known',
  'no-good-rows',
  'not-found',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** What failed, with the facts the words need (a file name, a count, sizes in bytes). */
export interface Fault {
  readonly code: FaultCode;
  readonly facts?: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: FaultCode, facts?: Fault['facts']): { ok: false; fault: Fault } {
  return { ok: false, fault: facts ? { code, facts } : { code } };
}
