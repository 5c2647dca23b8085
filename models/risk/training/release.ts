import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Release } from '../../command-line.ts';

/** models/risk/release.json: what a training says of its pack unless told otherwise. */
const Defaults = v.object({
  version: v.string(),
  made: v.string(),
  source: v.object({ ko: v.string(), en: v.string() }),
  published: v.object({
    precisionAt: v.record(v.string(), v.number()),
    source: v.string(),
    /** Precision of a comparable model on real declarations. */
    field: v.object({ 5: v.number(), 10: v.number() }),
  }),
});
type Defaults = v.InferOutput<typeof Defaults>;

export interface RiskRelease {
  readonly version: string;
  readonly made: string;
  readonly source: Defaults['source'];
  /** Best published figures on the same data; null for an administration's own. */
  readonly published: Defaults['published'] | null;
  /** Folder of the pack, relative to models/: versions of one major version follow each other in it. */
  readonly path: string;
  /**
   * Whether the data are the public set. Only then is the sample week written: it repeats goods,
   * masses and prices of the training lines, and what it holds is served to anyone.
   */
  readonly isPublic: boolean;
}

/** What was said on the command line, and the defaults for the rest. */
export function riskRelease(said: Release): RiskRelease {
  const file = new URL('../release.json', import.meta.url);
  const defaults = v.parse(Defaults, JSON.parse(readFileSync(file, 'utf8')));
  const { version = defaults.version, made = defaults.made, sourceKo, sourceEn } = said;
  const own = sourceKo !== undefined && sourceEn !== undefined;
  return {
    version,
    made,
    source: own ? { ko: sourceKo, en: sourceEn } : defaults.source,
    published: own ? null : defaults.published,
    path: `risk/v${version.split('.', 1)[0] ?? ''}`,
    isPublic: !own,
  };
}
