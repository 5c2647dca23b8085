import type { HsWorker } from '../../contracts/hs.ts';
import type { Called } from '../../platform/workers/call.ts';
import { connect } from '../../platform/workers/client.ts';
import { spawnHsWorker } from '../../platform/workers/spawn.ts';

export type HsClient = Called<HsWorker>;

/** The only place of the slice that knows there is a thread. It starts with the first call. */
export function connectHs(): { methods: HsClient; stop: () => void } {
  return connect<HsWorker>(spawnHsWorker);
}
