import type { RiskWorker } from '../../contracts/risk.ts';
import type { Called } from '../../platform/workers/call.ts';
import { connect } from '../../platform/workers/client.ts';
import { spawnRiskWorker } from '../../platform/workers/spawn.ts';

export type RiskClient = Called<RiskWorker>;

/** The only place of the slice that knows there is a thread. It starts with the first call. */
export function connectRisk(): { methods: RiskClient; stop: () => void } {
  return connect<RiskWorker>(spawnRiskWorker);
}
