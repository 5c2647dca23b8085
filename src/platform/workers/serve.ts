import { expose } from 'comlink';
import { fail, type Result } from '../../contracts/fault.ts';
import type { Call, Served, Wire } from './call.ts';

/** Progress is told at most this often, ms: the screen draws no faster. */
const PROGRESS_EVERY = 50;

type AnyMethod = (call: Call, ...args: unknown[]) => Promise<Result<unknown>>;

/**
 * Worker half of the adapter: serves the methods of a contract over comlink. A method that throws
 * is a bug and reaches the caller as a rejection; an aborted call settles as `cancelled`.
 */
export function serve<W>(methods: Served<W>): void {
  const table = new Map(Object.entries(methods as Record<string, AnyMethod>));
  const running = new Map<number, AbortController>();
  const wire: Wire = {
    async run(id, method, args, progress) {
      const implementation = table.get(method);
      if (!implementation) throw new TypeError(`no method ${method}`);
      const controller = new AbortController();
      running.set(id, controller);
      let told = 0;
      let lastStep: Promise<void> | undefined;
      const call: Call = {
        signal: controller.signal,
        progress: (step) => {
          const now = performance.now();
          if (!progress || (now - told < PROGRESS_EVERY && step.done !== step.of)) return;
          told = now;
          lastStep = progress(step);
        },
      };
      try {
        const result = await implementation(call, ...args);
        // Progress has a port of its own: without this its last step might arrive after the result,
        // and a screen that is done would say that it is still at work.
        await lastStep;
        return result;
      } catch (error) {
        if (controller.signal.aborted) return fail('cancelled');
        throw error;
      } finally {
        running.delete(id);
      }
    },
    async cancel(id) {
      running.get(id)?.abort();
    },
  };
  expose(wire);
}
