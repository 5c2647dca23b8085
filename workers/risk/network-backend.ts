/** Runs the network member. Imported on demand, so that tfjs stays out of the worker's first bytes. */
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import {
  backend,
  env,
  findBackendFactory,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
import type { SpeedReading } from '../../src/contracts/risk.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import type { EncodedLines } from '../../src/domain/risk/knowledge.ts';
import { loadNetwork } from '../../src/domain/risk/network.ts';
import { networkLogits, type OpenNetwork } from '../../src/domain/risk/network-inputs.ts';

export type Backend = Exclude<SpeedReading['backend'], 'none'>;

/**
 * What to try, in order. A graphics adapter made of software compiles for seconds what
 * WebAssembly answers in milliseconds: it is passed over unless asked for by name.
 */
async function chooseBackends(): Promise<readonly Backend[]> {
  const adapter = await navigator.gpu?.requestAdapter().catch(() => null);
  return !adapter || adapter.info.isFallbackAdapter ? ['wasm', 'cpu'] : ['webgpu', 'wasm', 'cpu'];
}

export interface NetworkAnswer {
  /** As networkLogits gives them. */
  readonly logits: Float32Array;
  readonly backend: Backend;
}

// The threaded build looks for its own script, which a bundler renames.
env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
// One build: a browser without SIMD (before 2021) goes on to the cpu backend.
setWasmPaths({
  'tfjs-backend-wasm.wasm': simdWasm,
  'tfjs-backend-wasm-simd.wasm': simdWasm,
  'tfjs-backend-wasm-threaded-simd.wasm': simdWasm,
});

/** Rejects when the graphics device goes away: its open reads would otherwise never end. */
function deviceLost(): Promise<never> {
  const current = backend();
  if (!(current instanceof WebGPUBackend)) return new Promise(() => undefined);
  return current.device.lost.then(() => Promise.reject(new Error('gpu lost')));
}

async function runOn(
  network: OpenNetwork,
  encoded: EncodedLines,
  signal: AbortSignal,
): Promise<Float32Array | undefined> {
  const loaded = loadNetwork(network.network);
  try {
    const run = networkLogits(network, loaded, encoded, () => signal.aborted);
    const logits = await Promise.race([run, deviceLost()]);
    // A driver that fails quietly answers nonsense: that is a failure, not a score.
    return logits.every(Number.isFinite) ? logits : undefined;
  } catch {
    return undefined;
  } finally {
    loaded.release();
  }
}

/** How the backends that failed are started. */
const givenUp = new Map<Backend, ReturnType<typeof findBackendFactory>>();

/**
 * What the network says of all lines, on the first of `backends` that works. One that fails on
 * the way is given up while another works, and all lines are done again on the next. Faults:
 * gpu-lost when none of them works; all of them may be tried again then.
 */
export async function runNetworkMember(
  network: OpenNetwork,
  encoded: EncodedLines,
  signal: AbortSignal,
  backends?: readonly Backend[],
): Promise<Result<NetworkAnswer>> {
  for (const name of backends ?? (await chooseBackends())) {
    const started = await setBackend(name).catch(() => false);
    if (!started) continue;
    const logits = await runOn(network, encoded, signal);
    if (signal.aborted) return fail('cancelled');
    if (logits) return succeed({ logits, backend: name });
    givenUp.set(name, findBackendFactory(name));
    removeBackend(name);
  }
  for (const [name, start] of givenUp) registerBackend(name, start);
  givenUp.clear();
  return fail('gpu-lost');
}
