import { Dexie } from 'dexie';
import { fail } from '../../contracts/fault.ts';

/** Names that mean the tablet is full, whoever reports it. */
const FULL = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED']);
/** Dexie's names for our own mistakes: these are bugs and must not pass for a storage fault. */
const OURS = new Set([
  'SchemaError',
  'InvalidTableError',
  'MissingAPIError',
  'DataError',
  'SubTransactionError',
]);

/** What went wrong with the storage, as a fault. Rethrows what is not the storage's doing. */
export function storageFault(error: unknown): ReturnType<typeof fail> {
  const names = errorNames(error);
  if (names.some((name) => FULL.has(name))) return fail('storage-full');
  const fromStorage = error instanceof Dexie.DexieError || error instanceof DOMException;
  if (!fromStorage || names.some((name) => OURS.has(name))) throw error;
  return fail('storage-refused', { reason: names.at(-1) ?? 'unknown' });
}

/** The error's name and those of what caused it, outermost first. */
function errorNames(error: unknown): string[] {
  const names: string[] = [];
  let current: unknown = error;
  while (typeof current === 'object' && current !== null && names.length < 5) {
    if ('name' in current && typeof current.name === 'string') names.push(current.name);
    current = 'inner' in current ? current.inner : undefined;
  }
  return names;
}
