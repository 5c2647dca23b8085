/** How fast a pack works on this device, as lines of its facts. */
import type { packsMessages } from '../../i18n/messages/packs.ts';
import type { Fault } from '../../contracts/fault.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { HsSpeed } from '../../contracts/hs.ts';
import type { SpeedReading } from '../../contracts/risk.ts';

/** A measurement on this device: asked for, running, done or failed. */
export type Measured<T> =
  | { readonly state: 'idle' | 'loading' }
  | { readonly state: 'ready'; readonly reading: T }
  | { readonly state: 'failed'; readonly fault: Fault };

type Words = (typeof packsMessages)['ko'];
export type FactLine = readonly [name: string, value: string];

/** `backend` is what the self-test ran on, until the speed was measured. */
export function riskSpeedLines(
  m: Words,
  speed: Measured<SpeedReading>,
  backend: string | undefined,
  faultTitle: (fault: Fault) => string,
): readonly FactLine[] {
  const used = speed.state === 'ready' ? speed.reading.backend : backend;
  const known = (['webgpu', 'wasm', 'cpu', 'none'] as const).find((name) => name === used);
  const pace = wordsOf(m, speed, faultTitle, ({ rowsPerSecond }) =>
    m.perSecond(formatNumber(rowsPerSecond)),
  );
  return [
    [m.backend, known ? m.backends[known] : m.notMeasured],
    [m.speed, pace],
  ];
}

export function hsSpeedLines(
  m: Words,
  speed: Measured<HsSpeed>,
  faultTitle: (fault: Fault) => string,
): readonly FactLine[] {
  const say = (write: (reading: HsSpeed) => string): string => wordsOf(m, speed, faultTitle, write);
  return [
    [m.hs.opening, say(({ loadMs }) => m.hs.milliseconds(formatNumber(loadMs)))],
    [m.hs.oneAnswer, say(({ p95Ms }) => m.hs.within(formatNumber(p95Ms, 1)))],
    [m.speed, say(({ perSecond }) => m.hs.perSecond(formatNumber(perSecond)))],
  ];
}

function wordsOf<T>(
  m: Words,
  speed: Measured<T>,
  faultTitle: (fault: Fault) => string,
  write: (reading: T) => string,
): string {
  if (speed.state === 'ready') return write(speed.reading);
  if (speed.state === 'failed') return faultTitle(speed.fault);
  return speed.state === 'loading' ? m.measuring : m.notMeasured;
}
