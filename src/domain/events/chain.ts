import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** One immutable thing an officer did. `hash` covers all other fields, `prev` the event before it. */
export interface LogEvent {
  /** ULID, made on the device. */
  readonly id: string;
  readonly kind: string;
  /** What the event is about: a declaration number, a batch, a pack id. */
  readonly subject: string;
  readonly body: unknown;
  readonly actor: string;
  readonly device: string;
  /** UTC, ISO 8601 with milliseconds. */
  readonly at: string;
  /** Hash of the event before it on this device; empty for the first. */
  readonly prev: string;
  readonly hash: string;
}

/** JSON with sorted keys: equal values give equal bytes on every device (after RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** SHA-256 (hex) over the event without its own hash. Synchronous: it runs inside a transaction. */
export function hashEvent(event: Omit<LogEvent, 'hash'>): string {
  const { id, kind, subject, body, actor, device, at, prev } = event;
  return bytesToHex(
    sha256(utf8ToBytes(canonicalJson({ id, kind, subject, body, actor, device, at, prev }))),
  );
}

export function sealEvent(event: Omit<LogEvent, 'hash'>): LogEvent {
  return { ...event, hash: hashEvent(event) };
}

export type ChainBreak = { readonly index: number; readonly why: 'altered' | 'unlinked' };

/**
 * The first place where a log in order does not hold, or undefined. `before` is the hash of the
 * event before the first one given, so that a long log can be checked piece by piece.
 * A cut-off tail cannot be seen from the log alone: the server's last known hash shows it.
 */
export function findBreak(events: readonly LogEvent[], before = ''): ChainBreak | undefined {
  let prev = before;
  for (const [index, event] of events.entries()) {
    if (event.prev !== prev) return { index, why: 'unlinked' };
    if (hashEvent(event) !== event.hash) return { index, why: 'altered' };
    prev = event.hash;
  }
  return undefined;
}
