import * as v from 'valibot';
import type { Result } from '../../contracts/fault.ts';
import { SETTINGS, type LaneNames } from '../../contracts/settings.ts';
import type { LogEvent } from '../../domain/events/chain.ts';
import type { Lane } from '../../domain/risk/lane.ts';
import { i18n } from '../../i18n/i18n.svelte.ts';
import type { HaechiDatabase } from '../../platform/database/database.ts';
import type { Recorder } from '../../platform/database/recorder.ts';

const NO_NAMES: LaneNames = {
  inspect: { ko: '', en: '' },
  controlled: { ko: '', en: '' },
  review: { ko: '', en: '' },
  fast: { ko: '', en: '' },
};

/** The settings table's rows on lanes. */
export class LaneSettings {
  names = $state.raw<LaneNames>(NO_NAMES);

  async load(database: HaechiDatabase): Promise<void> {
    const stored: unknown = (await database.settings.get('risk.lanes'))?.value;
    const names = v.safeParse(SETTINGS['risk.lanes'], stored);
    if (names.success) this.names = names.output;
  }

  /** In the language of the screen. */
  nameOf(lane: Lane): string {
    return this.names[lane][i18n.locale] || i18n.m.clearance.laneNames[lane];
  }

  /** The risk worker reads the share: 0..0.2 of the fast lane. */
  async save(recorder: Recorder, names: LaneNames, share: number): Promise<Result<LogEvent>> {
    const recorded = await recorder.record({
      kind: 'settings-changed',
      subject: 'risk',
      body: { settings: { 'risk.lanes': names, 'risk.randomShare': share } },
    });
    if (recorded.ok) this.names = names;
    return recorded;
  }
}
