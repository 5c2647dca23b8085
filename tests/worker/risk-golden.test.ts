import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeLines, isNovel } from '../../src/domain/risk/knowledge.ts';
import { goldenTable } from '../../workers/risk/golden.ts';
import { runNetworkMember, type Backend } from '../../workers/risk/network-backend.ts';
import { openModel } from '../../workers/risk/risk-model.ts';
import { readGolden, runSelfTest } from '../../workers/risk/self-test.ts';
import { measureSpeed } from '../../workers/risk/measure-speed.ts';
import { plainAnswer, smallNetwork } from './small-network.ts';
import { installRiskPack, makeCall, Tablet, valueOf } from './risk-workshop.ts';

const BACKENDS: readonly Backend[] = ['webgpu', 'wasm', 'cpu'];
const tablet = new Tablet();
let version = '';
beforeAll(async () => {
  version = await installRiskPack(tablet.database);
});
afterAll(() => tablet.remove());

describe('the network of a pack', () => {
  async function ask(backends?: readonly Backend[]) {
    const opened = valueOf(await openModel(tablet.database));
    const golden = readGolden(opened);
    if (!golden) throw new Error('the pack has no golden cases');
    const { knowledge } = opened.model;
    const encoded = encodeLines(knowledge, goldenTable(golden));
    const network = smallNetwork(knowledge);
    const answer = await runNetworkMember(network, encoded, makeCall().call.signal, backends);
    return { knowledge, encoded, network, answer };
  }

  for (const backend of BACKENDS) {
    it(`answers as plain arithmetic does, within 1e-4, on ${backend}`, async () => {
      const { knowledge, encoded, network, answer } = await ask([backend]);
      const { logits, backend: ran } = valueOf(answer);
      expect(ran).toBe(backend);
      const lines = Array.from({ length: encoded.length }, (_, line) => line);
      const novel = lines.filter((line) => isNovel(knowledge, encoded, line));
      expect(novel.length).toBeGreaterThan(10);
      for (const line of novel) {
        const wanted = plainAnswer(network, encoded, line);
        expect(Math.abs((logits[line] ?? NaN) - wanted)).toBeLessThanOrEqual(1e-4);
      }
      expect(new Set(novel.map((line) => logits[line])).size).toBeGreaterThan(10);
    });
  }

  it('passes over a graphics adapter made of software', async () => {
    const adapter = await navigator.gpu?.requestAdapter();
    const software = !adapter || adapter.info.isFallbackAdapter;
    expect(valueOf((await ask()).answer).backend).toBe(software ? 'wasm' : 'webgpu');
  });

  it('goes on with the next when one cannot start, and says so when none can', async () => {
    const nameless = 'nowhere' as Backend;
    expect(valueOf((await ask([nameless, 'cpu'])).answer).backend).toBe('cpu');
    const { answer } = await ask([nameless]);
    expect(answer).toMatchObject({ ok: false, fault: { code: 'gpu-lost' } });
  });

  it('goes on with the next when the graphics processor is lost on the way', async () => {
    const lose = (): void => {
      const current = backend();
      if (current instanceof WebGPUBackend) current.device.destroy();
    };
    const asked = ask(['webgpu', 'cpu']);
    const timer = setInterval(lose, 1);
    const { answer } = await asked;
    clearInterval(timer);
    expect(valueOf(answer).backend).toBe('cpu');
  });
});

describe('the risk pack on this device', () => {
  for (const backend of BACKENDS) {
    it(`gives what training gave, within 1e-4, on ${backend}`, async () => {
      const reading = valueOf(
        await runSelfTest(makeCall().call, tablet.database, version, [backend]),
      );
      expect(reading.cases).toBeGreaterThan(20);
      expect(reading.largestDifference).toBeLessThanOrEqual(1e-4);
      // A pack whose network did not earn its place runs none.
      expect([backend, 'none']).toContain(reading.backend);
    });
  }

  it('has its speed measured before any line is here', async () => {
    const reading = valueOf(await measureSpeed(makeCall().call, tablet.database, tablet.lines));
    expect(reading.rowsPerSecond).toBeGreaterThan(0);
    expect(reading.lines).toBeGreaterThanOrEqual(20_000);
  });

  it('does not pass its self-test when a number in it was changed', async () => {
    const broken = new Tablet();
    await installRiskPack(broken.database, (name, text) =>
      name === 'golden.json' ? text.replace(/"logit":(-?\d)/, '"logit":1$1') : text,
    );
    const result = await runSelfTest(makeCall().call, broken.database, version);
    expect(result).toMatchObject({ ok: false, fault: { code: 'self-test-failed' } });
    broken.remove();
  });

  it('is refused with its name when it is damaged, and never scores', async () => {
    const broken = new Tablet();
    await installRiskPack(broken.database, (name, text) =>
      name === 'model.json' ? text.replace('"format":1', '"format":9') : text,
    );
    const view = valueOf(await broken.cut());
    expect(view.fault).toMatchObject({ code: 'pack-unsupported', facts: { version } });
    broken.remove();
  });
});
