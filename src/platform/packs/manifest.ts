import * as v from 'valibot';
import { fail, succeed, type Result } from '../../contracts/fault.ts';
import { PACK_FORMATS, PackEntry } from '../../contracts/pack.ts';

/** Where the server keeps packs. */
export const PACKS_URL = '/packs/';
/** An answer that takes longer counts as no answer, ms. */
const ANSWER_LIMIT = 15_000;

/**
 * Entries are read one by one: a pack made for a newer app must not hide the others.
 * `newer` names the ones this app cannot read.
 */
export interface OfferedPacks {
  readonly packs: readonly PackEntry[];
  readonly newer: readonly string[];
}

const Outer = v.object({
  format: v.literal(1),
  packs: v.pipe(v.array(v.unknown()), v.maxLength(64)),
});
const Named = v.object({ id: v.pipe(v.string(), v.maxLength(40)) });

/** Reads the text of a manifest. Fault: pack-unsupported. */
export function readManifest(text: string): Result<OfferedPacks> {
  const outer = v.safeParse(v.pipe(v.string(), v.parseJson(), Outer), text);
  if (!outer.success) return fail('pack-unsupported');
  const packs: PackEntry[] = [];
  const newer: string[] = [];
  for (const item of outer.output.packs) {
    const entry = v.safeParse(PackEntry, item);
    const named = v.safeParse(Named, item);
    if (entry.success && isReadable(entry.output)) packs.push(entry.output);
    else newer.push(named.success ? named.output.id : '?');
  }
  return succeed({ packs, newer });
}

/** What the server offers. Faults: offline, pack-unsupported. */
export async function fetchManifest(
  fetch: typeof globalThis.fetch,
  signal?: AbortSignal,
): Promise<Result<OfferedPacks>> {
  const limit = AbortSignal.timeout(ANSWER_LIMIT);
  try {
    const response = await fetch(`${PACKS_URL}manifest.json`, {
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    if (!response.ok) return fail('offline', { status: response.status });
    return readManifest(await response.text());
  } catch {
    return signal?.aborted ? fail('cancelled') : fail('offline');
  }
}

/** Whether this app and this browser can use the pack at all. */
export function isReadable(entry: PackEntry): boolean {
  // Whatever has WebGPU has WebAssembly too, so that is all there is to ask.
  const computes = typeof WebAssembly === 'object';
  return entry.format <= PACK_FORMATS[entry.kind] && (computes || entry.needs.length === 0);
}
