import type { LogEvent } from '../../domain/events/chain.ts';

/** What one tablet hands to another, or to the office, without a network. */
interface HandOver {
  readonly format: 1;
  readonly made: string;
  readonly device: string;
  readonly count: number;
  /** Hash of the last event: whoever keeps it notices when the tail is cut off later. */
  readonly last: string;
  readonly events: readonly LogEvent[];
}

export interface HandOverFile {
  readonly name: string;
  readonly blob: Blob;
}

/** The whole log as a file, each event with its hash and its predecessor's. */
export function makeHandOver(events: readonly LogEvent[], now: Date): HandOverFile {
  const newest = events.at(-1);
  const content: HandOver = {
    format: 1,
    made: now.toISOString(),
    device: newest?.device ?? '',
    count: events.length,
    last: newest?.hash ?? '',
    events: events.map(withoutPlace),
  };
  const blob = new Blob([JSON.stringify(content)], { type: 'application/json' });
  return { name: `haechi-records-${localStamp(now)}.json`, blob };
}

/** `2026-11-22-17-58` on the tablet's clock, as the officer reads it. */
function localStamp(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())];
  return [...day, two(now.getHours()), two(now.getMinutes())].join('-');
}

/** The place in this tablet's table means nothing elsewhere. */
function withoutPlace({
  id,
  kind,
  subject,
  body,
  actor,
  device,
  at,
  prev,
  hash,
}: LogEvent): LogEvent {
  return { id, kind, subject, body, actor, device, at, prev, hash };
}
