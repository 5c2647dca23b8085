import { liveQuery } from 'dexie';
import { CONTROLLED_PACK, LIST_PACK } from '../contracts/controlled.ts';
import type { ControlledChecks } from '../features/controlled/controlled-check.svelte.ts';
import type { HaechiDatabase } from '../platform/database/database.ts';

/**
 * Runs the check at the start, whenever lines have come in and when another list or model works,
 * and tells it of answers that were written, in this tab or another. Returns how to stop.
 */
export function watchControlled(database: HaechiDatabase, checks: ControlledChecks): () => void {
  const stops = [
    follow(
      () => database.batches.count(),
      () => checks.run(),
    ),
    follow(
      () => workingVersions(database),
      (versions, before) => (before === undefined || versions === before ? null : checks.swapped()),
    ),
    // Read again with every chunk that is written, be the count the same.
    follow(
      () => database.controlledChecks.count(),
      (_, before) => (before === undefined ? null : checks.written()),
    ),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Calls `next` with each answer and the one before; undefined before the first. */
function follow<T>(
  ask: () => Promise<T>,
  next: (answer: T, before: T | undefined) => Promise<void> | null,
): () => void {
  let before: T | undefined;
  const watching = liveQuery(ask).subscribe({
    next: (answer) => {
      void next(answer, before);
      before = answer;
    },
    // What cannot be read here fails aloud where it is used.
    error: () => undefined,
  });
  return () => watching.unsubscribe();
}

/** The list and the model that lines are judged by, as one text to compare. */
async function workingVersions(database: HaechiDatabase): Promise<string> {
  const packs = await database.packs.where('id').anyOf(LIST_PACK, CONTROLLED_PACK).toArray();
  const working = packs.filter(({ state }) => state === 'active');
  return working.map(({ id, version }) => `${id} ${version}`).join();
}
