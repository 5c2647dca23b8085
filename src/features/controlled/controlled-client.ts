import type { ControlledWorker } from '../../contracts/controlled.ts';
import type { Called } from '../../platform/workers/call.ts';
import { connect } from '../../platform/workers/client.ts';
import { spawnControlledWorker } from '../../platform/workers/spawn.ts';

export type ControlledClient = Called<ControlledWorker>;

/** The only place of the slice that knows there is a thread. It starts with the first call. */
export function connectControlled(): { methods: ControlledClient; stop: () => void } {
  return connect<ControlledWorker>(spawnControlledWorker);
}
