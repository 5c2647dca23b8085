import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeLines } from '../../src/domain/risk/knowledge.ts';
import { goldenTable } from '../../workers/risk/golden.ts';
import { runNetworkMember, type Backend } from '../../workers/risk/network-backend.ts';
import { openModel } from '../../workers/risk/risk-model.ts';
import { readGolden, runSelfTest } from '../../workers/risk/self-test.ts';
import { measureSpeed } from '../../workers/risk/measure-speed.ts';
import { installRiskPack, makeCall, Tablet, valueOf } from './risk-workshop.ts';

const BACKENDS: readonly Backend[] = ['webgpu', 'wasm', 'cpu'];
const tablet = new Tablet();
let version = '';
beforeAll(async () => {
  version = await installRiskPack(tablet.database);
});
afterAll(() => tablet.remove());

describe('the risk pack on this device', () => {
  for (const backend of BACKENDS) {
    it(`gives what training gave, within 1e-4, on ${backend}`, async () => {
      const reading = valueOf(
        await runSelfTest(makeCall().call, tablet.database, version, [backend]),
      );
      expect(reading.cases).toBeGreaterThan(20);
      expect(reading.largestDifference).toBeLessThanOrEqual(1e-4);
      expect(reading.backend).toBe(backend);
    });
  }

  it('answers the same on the graphics processor and on the fallback, within 1e-4', async () => {
    const opened = valueOf(await openModel(tablet.database));
    const golden = readGolden(opened);
    const { network, knowledge } = opened.model;
    if (!golden || !network) throw new Error('the pack has no golden cases or no network');
    const encoded = encodeLines(knowledge, goldenTable(golden));
    const { signal } = makeCall().call;
    const answers = [];
    for (const backend of BACKENDS) {
      answers.push(valueOf(await runNetworkMember(network, encoded, signal, [backend])));
    }
    const [gpu, ...others] = answers;
    for (const other of others) {
      const differences = other.logits.map((logit, i) => Math.abs(logit - (gpu?.logits[i] ?? NaN)));
      expect(Math.max(...differences)).toBeLessThanOrEqual(1e-4);
    }
  });

  it('passes over a graphics adapter made of software, and says what ran', async () => {
    const reading = valueOf(await runSelfTest(makeCall().call, tablet.database, version));
    const adapter = await navigator.gpu?.requestAdapter();
    const software = !adapter || adapter.info.isFallbackAdapter;
    expect(reading.backend).toBe(software ? 'wasm' : 'webgpu');
  });

  it('goes on with the next when one cannot start', async () => {
    const nameless = 'nowhere' as Backend;
    const backends = [nameless, 'cpu'] as const;
    const reading = await runSelfTest(makeCall().call, tablet.database, version, backends);
    expect(valueOf(reading).backend).toBe('cpu');
    const none = await runSelfTest(makeCall().call, tablet.database, version, [nameless]);
    expect(none).toMatchObject({ ok: false, fault: { code: 'gpu-lost' } });
  });

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
