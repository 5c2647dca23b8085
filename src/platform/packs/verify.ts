import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fail, succeed, type Result } from '../../contracts/fault.ts';
import type { PackFile } from '../../contracts/pack.ts';

/** Holds a file against the manifest. Faults: pack-incomplete (too short), pack-corrupt. */
export async function verifyFile(pack: string, file: PackFile, blob: Blob): Promise<Result<null>> {
  const facts = { pack, file: file.name };
  if (blob.size < file.bytes) return fail('pack-incomplete', facts);
  if (blob.size > file.bytes) return fail('pack-corrupt', facts);
  const hash = await hashBytes(await blob.arrayBuffer());
  return hash === file.sha256 ? succeed(null) : fail('pack-corrupt', facts);
}

/** SHA-256 as hex. Without a secure origin there is no crypto.subtle: slower, but the same hash. */
async function hashBytes(bytes: ArrayBuffer): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  const digest = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes))
    : sha256(new Uint8Array(bytes));
  return bytesToHex(digest);
}
