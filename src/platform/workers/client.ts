import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import { fail, type Result } from '../../contracts/fault.ts';
import type { Progress } from '../../contracts/risk.ts';
import type { Call, Called, Wire } from './call.ts';

interface Pending {
  readonly settle: (result: Result<unknown>) => void;
}

/**
 * Screen half of the adapter: calls the methods of a worker contract. The worker starts with the
 * first call. When it dies, every open call settles with `worker-lost` and the next call starts
 * a fresh one: never silence.
 */
export function connect<W>(spawn: () => Worker): { methods: Called<W>; stop: () => void } {
  let worker: Worker | undefined;
  let remote: Remote<Wire> | undefined;
  let lastId = 0;
  const pending = new Map<number, Pending>();

  function stop(): void {
    remote?.[releaseProxy]();
    worker?.terminate();
    worker = undefined;
    remote = undefined;
    for (const { settle } of pending.values()) settle(fail('worker-lost'));
    pending.clear();
  }

  function reach(): Remote<Wire> {
    if (remote) return remote;
    worker = spawn();
    worker.addEventListener('error', (event) => {
      // Every open call learns of it; the browser need not report it a second time.
      event.preventDefault();
      stop();
    });
    worker.addEventListener('messageerror', stop);
    remote = wrap<Wire>(worker);
    return remote;
  }

  async function call(method: string, options: Partial<Call>, args: unknown[]): Promise<unknown> {
    if (options.signal?.aborted) return fail('cancelled');
    const id = ++lastId;
    const wire = reach();
    const onAbort = (): void => void wire.cancel(id);
    options.signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await new Promise((settle, reject) => {
        pending.set(id, { settle });
        const { progress: tell } = options;
        const progress = tell ? proxy((step: Progress) => Promise.resolve(tell(step))) : null;
        wire.run(id, method, args, progress).then(settle, reject);
      });
    } finally {
      pending.delete(id);
      options.signal?.removeEventListener('abort', onAbort);
    }
  }

  const methods = new Proxy({} as Called<W>, {
    get:
      (_, method) =>
      (options: Partial<Call>, ...args: unknown[]) =>
        call(String(method), options, args),
  });
  return { methods, stop };
}
