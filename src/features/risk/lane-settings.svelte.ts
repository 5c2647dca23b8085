import { LANES, type Lane } from '../../domain/risk/lane.ts';
import type { Result } from '../../contracts/fault.ts';
import type { LogEvent } from '../../domain/events/chain.ts';
import { i18n } from '../../i18n/i18n.svelte.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { HaechiDatabase } from '../../platform/database/database.ts';
import type { Recorder } from '../../platform/database/recorder.ts';

/** Names that an office gives its lanes; an empty one means the app's own. */
export type LaneNames = Readonly<Record<Lane, Readonly<Record<Locale, string>>>>;

const NAMES_SETTING = 'risk.lanes';
/** Share of the fast lane drawn at random, 0..0.2; the risk worker reads it too. */
const SHARE_SETTING = 'risk.randomShare';
const NO_NAMES: LaneNames = {
  inspect: { ko: '', en: '' },
  review: { ko: '', en: '' },
  fast: { ko: '', en: '' },
};

/** The settings table's rows on lanes. */
export class LaneSettings {
  names = $state.raw<LaneNames>(NO_NAMES);

  async load(database: HaechiDatabase): Promise<void> {
    const stored: unknown = (await database.settings.get(NAMES_SETTING))?.value;
    if (areLaneNames(stored)) this.names = stored;
  }

  /** In the language of the screen. */
  nameOf(lane: Lane): string {
    return this.names[lane][i18n.locale] || i18n.m.clearance.laneNames[lane];
  }

  async save(recorder: Recorder, names: LaneNames, share: number): Promise<Result<LogEvent>> {
    const recorded = await recorder.record({
      kind: 'settings-changed',
      subject: 'risk',
      body: { settings: { [NAMES_SETTING]: names, [SHARE_SETTING]: share } },
    });
    if (recorded.ok) this.names = names;
    return recorded;
  }
}

function areLaneNames(value: unknown): value is LaneNames {
  if (typeof value !== 'object' || value === null) return false;
  const table = new Map<string, unknown>(Object.entries(value));
  return LANES.every((lane) => {
    const names = table.get(lane);
    return (
      typeof names === 'object' &&
      names !== null &&
      'ko' in names &&
      typeof names.ko === 'string' &&
      'en' in names &&
      typeof names.en === 'string'
    );
  });
}
