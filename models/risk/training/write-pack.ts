import * as v from 'valibot';
import type { RiskModelParts } from '../../../src/domain/risk/model.ts';
import { ArrayWriter, narrow } from '../../named-arrays.ts';
import { ARRAYS_FILE, MODEL_FILE } from '../../../src/domain/risk/pack.ts';
import { RISK_PACK_FORMAT, RiskModelFile } from '../../../src/domain/risk/pack-file.ts';
import { addForest } from '../../forest/write-forest.ts';

/** The pack's model.json and arrays.bin, as openRiskPack reads them. */
export function packRiskModel(parts: RiskModelParts): Map<string, ArrayBuffer> {
  const writer = new ArrayWriter();
  const { knowledge, network } = parts;
  for (const history of knowledge.histories) {
    const { name } = history.spec;
    writer.add(`${name}.a`, history.table.a);
    writer.add(`${name}.b`, history.table.b);
    writer.add(`${name}.count`, narrow(history.count));
    writer.add(`${name}.fraud`, narrow(history.fraud));
    writer.add(`${name}.critical`, narrow(history.critical));
    writer.add(`${name}.patterns`, narrow(history.patterns));
    writer.add(`${name}.fraud-patterns`, history.fraudPatterns);
  }
  writer.add('usual.log-mass', knowledge.usual.logMass);
  writer.add('usual.log-unit-price', knowledge.usual.logUnitPrice);
  const forests = {
    trees: addForest(writer, 'trees', parts.trees),
    novelTrees: parts.novelTrees ? addForest(writer, 'novel-trees', parts.novelTrees) : null,
    criticalTrees: addForest(writer, 'critical-trees', parts.criticalTrees),
  };
  if (network) {
    writer.add('network.mean', network.mean);
    writer.add('network.scale', network.scale);
    for (const e of network.embeddings) writer.add(`network.embedding.${e.key}`, e.vectors);
    network.layers.forEach((layer, i) => {
      writer.add(`network.layer${i}.kernel`, layer.kernel);
      writer.add(`network.layer${i}.bias`, layer.bias);
    });
  }
  const { known, novel, critical } = parts;
  const file = {
    format: RISK_PACK_FORMAT,
    version: parts.version,
    keys: knowledge.histories.map((h) => ({ name: h.spec.name, size: h.table.size })),
    priors: knowledge.priors,
    forests,
    network: network && {
      features: network.features,
      embeddings: network.embeddings.map(({ key, width }) => ({ key, width })),
      layers: network.layers.map((layer) => layer.outputs),
    },
    stacks: { known, novel, critical },
    thresholds: parts.thresholds,
    arrays: writer.places,
  };
  v.parse(RiskModelFile, file);
  const head = new TextEncoder().encode(JSON.stringify(file));
  return new Map([
    [MODEL_FILE, head.buffer.slice(head.byteOffset, head.byteOffset + head.byteLength)],
    [ARRAYS_FILE, writer.finish()],
  ]);
}
