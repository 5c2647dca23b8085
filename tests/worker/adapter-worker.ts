import { succeed } from '../../src/contracts/fault.ts';
import { serve } from '../../src/platform/workers/serve.ts';
import type { AdapterTestWorker } from './adapter-contract.ts';

serve<AdapterTestWorker>({
  double: (_call, value) => Promise.resolve(succeed(value * 2)),
  async countTo(call, limit) {
    for (let done = 1; done <= limit; done++) {
      call.signal.throwIfAborted();
      call.progress({ stage: 'reading', done, of: limit });
      await new Promise((go) => setTimeout(go, 1));
    }
    return succeed(limit);
  },
  hurry(call) {
    call.progress({ stage: 'reading', done: 1, of: 1 });
    return Promise.resolve(succeed(1));
  },
  die() {
    // An error outside any promise is what a crashing worker looks like to the page.
    setTimeout(() => {
      throw new Error('out of memory');
    });
    return new Promise(() => undefined);
  },
  stumble: () => Promise.reject(new TypeError('a bug')),
});
