import * as v from 'valibot';
import type { RiskModelParts } from '../../../src/domain/risk/model.ts';
import { BYTES } from '../../../src/domain/risk/named-arrays.ts';
import type { ArrayPlace, ArrayType } from '../../../src/domain/risk/named-arrays.ts';
import { ARRAYS_FILE, MODEL_FILE } from '../../../src/domain/risk/pack.ts';
import { RISK_PACK_FORMAT, RiskModelFile } from '../../../src/domain/risk/pack-file.ts';

import type { Forest } from '../../../src/domain/risk/forest.ts';

type Packed = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

function typeOf(array: Packed): ArrayType {
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Uint16Array) return 'u16';
  if (array instanceof Uint32Array) return 'u32';
  if (array instanceof Int32Array) return 'i32';
  return 'f32';
}

/** Counts in the narrowest type that holds them. */
function narrow(counts: Uint32Array): Packed {
  const most = counts.reduce((max, count) => Math.max(max, count), 0);
  if (most < 256) return Uint8Array.from(counts);
  return most < 65_536 ? Uint16Array.from(counts) : counts;
}

class ArrayWriter {
  readonly places: Record<string, ArrayPlace> = {};
  readonly #parts: Uint8Array[] = [];
  #at = 0;

  add(name: string, array: Packed): void {
    const type = typeOf(array);
    this.places[name] = { type, at: this.#at, length: array.length };
    const bytes = array.length * BYTES[type];
    const padded = new Uint8Array(Math.ceil(bytes / 4) * 4);
    padded.set(new Uint8Array(array.buffer, array.byteOffset, bytes));
    this.#parts.push(padded);
    this.#at += padded.length;
  }

  finish(): ArrayBuffer {
    const whole = new Uint8Array(this.#at);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole.buffer;
  }
}

type ForestHead = Pick<Forest, 'depth' | 'trees' | 'bias' | 'features'>;

function addForest(writer: ArrayWriter, name: string, forest: Forest): ForestHead {
  writer.add(
    `${name}.edge-counts`,
    Uint8Array.from(forest.edges, (e) => e.length),
  );
  writer.add(`${name}.edges`, Float32Array.from(forest.edges.flatMap((e) => [...e])));
  writer.add(`${name}.node-feature`, forest.nodeFeature);
  writer.add(`${name}.node-bin`, forest.nodeBin);
  writer.add(`${name}.leaf`, forest.leaf);
  writer.add(`${name}.cover`, forest.cover);
  const { depth, trees, bias, features } = forest;
  return { depth, trees, bias, features };
}

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
