import { liveQuery } from 'dexie';
import type { ControlledChecks } from '../features/controlled/controlled-check.svelte.ts';
import type { HaechiDatabase } from '../platform/database/database.ts';

/**
 * Runs the check at the start and whenever lines have come in, and tells it of answers that were
 * written, in this tab or another. Returns how to stop.
 */
export function watchControlled(database: HaechiDatabase, checks: ControlledChecks): () => void {
  // What cannot be read here fails aloud where it is used.
  const error = (): void => undefined;
  const lines = liveQuery(() => database.batches.count()).subscribe({
    next: () => void checks.run(),
    error,
  });
  let first = true;
  // Read again with every chunk that is written, be the count the same.
  const answers = liveQuery(() => database.controlledChecks.count()).subscribe({
    next: () => {
      if (!first) void checks.written();
      first = false;
    },
    error,
  });
  return () => {
    lines.unsubscribe();
    answers.unsubscribe();
  };
}
