import { expect, it } from 'vitest';
import { encodeLines } from '../../src/domain/risk/knowledge.ts';
import { openModel } from '../../workers/risk/risk-model.ts';
import { runNetworkMember } from '../../workers/risk/network-backend.ts';
import { csvFile, fileLines, installRiskPack, makeCall, Tablet, valueOf } from './risk-workshop.ts';
import { smallNetwork } from './small-network.ts';

it('a network that no backend could run is run again when it is tried again', async () => {
  const tablet = new Tablet();
  await installRiskPack(tablet.database);
  valueOf(await tablet.import(csvFile(fileLines(20))));
  const { model } = valueOf(await openModel(tablet.database));
  const encoded = encodeLines(model.knowledge, (await tablet.lines.read()).table);
  const good = smallNetwork(model.knowledge);
  const layers = good.network.layers.map((one) => ({ ...one, bias: one.bias.map(() => NaN) }));
  const broken = { ...good, network: { ...good.network, layers } };
  const { signal } = makeCall().call;
  const backends = ['wasm', 'cpu'] as const;
  expect(await runNetworkMember(broken, encoded, signal, backends)).toMatchObject({
    fault: { code: 'gpu-lost' },
  });
  const again = valueOf(await runNetworkMember(good, encoded, signal, backends));
  expect(again.backend).toBe('wasm');
  expect(again.logits.length).toBe(20);
  tablet.remove();
});
