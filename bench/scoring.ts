/**
 * Speed of the risk members on one thread: rows a second of each part and of the whole, and the
 * trees against onnxruntime-node (1 thread) on the same feature matrix. Repetitions alternate, so
 * that a busy machine slows both; medians and their ratios are printed.
 */
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { CODE_FIELDS } from '../src/domain/risk/declaration.ts';
import type { CodeColumn, CodeField, LineTable } from '../src/domain/risk/declaration.ts';
import { binFinder, findBin, FOREST_BLOCK, sumTrees } from '../src/domain/risk/forest.ts';
import type { Forest } from '../src/domain/risk/forest.ts';
import { encodeLines } from '../src/domain/risk/knowledge.ts';
import type { RiskModel } from '../src/domain/risk/model.ts';
import { scoreForest } from '../src/domain/risk/score-forest.ts';
import type { OpenForest } from '../src/domain/risk/score-forest.ts';
import { scoreLines } from '../src/domain/risk/score.ts';
import { featureColumn } from '../models/risk/training/out-of-fold.ts';
import { askNetwork, openPackFolder, startBackend } from '../models/risk/training/run-model.ts';
import { readDeclarations } from '../models/declarations/read-declarations.ts';
import { median } from './table.ts';
import type { BenchLine } from './table.ts';
import { treesAsOnnx } from './tree-onnx.ts';

const ROWS = 100_000;
const REPETITIONS = 9;
const SAMPLE = fileURLToPath(new URL('../public/samples/sample-week.csv', import.meta.url));
const PACK = fileURLToPath(new URL('../models/risk/v1', import.meta.url));

/** The sample week again and again, up to ROWS lines. */
function manyLines(week: LineTable): LineTable {
  const at = (i: number): number => i % week.length;
  const code = Object.fromEntries(
    CODE_FIELDS.map((field): [CodeField, CodeColumn] => {
      const { values, codes } = week.code[field];
      return [
        field,
        { values, codes: Uint32Array.from({ length: ROWS }, (_, i) => codes[at(i)] as number) },
      ];
    }),
  );
  const repeat = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: ROWS }, (_, i) => values[at(i)] as number);
  const { taxRate, netMass, itemPrice } = week.quantity;
  return {
    length: ROWS,
    id: Array.from({ length: ROWS }, (_, i) => `${week.id[at(i)]}-${i}`),
    day: Int32Array.from({ length: ROWS }, (_, i) => week.day[at(i)] as number),
    code: code as LineTable['code'],
    quantity: { taxRate: repeat(taxRate), netMass: repeat(netMass), itemPrice: repeat(itemPrice) },
    outcome: new Uint8Array(ROWS),
  };
}

type Task = () => unknown;

/** Median milliseconds of each task; tasks take turns. */
async function timeTurns(tasks: Readonly<Record<string, Task>>): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {};
  for (let turn = -2; turn < REPETITIONS; turn += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const begin = performance.now();
      await task();
      if (turn >= 0) (times[name] ??= []).push(performance.now() - begin);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

/** Log-odds from a plain float matrix: bins first, then the same walk as serving. */
function scoreMatrix(open: OpenForest, matrix: Float32Array, out: Float32Array): void {
  const width = open.forest.features.length;
  const finders = open.forest.edges.map(binFinder);
  const bins = new Uint8Array(width * FOREST_BLOCK);
  const sums = new Float64Array(FOREST_BLOCK);
  for (let from = 0; from < out.length; from += FOREST_BLOCK) {
    const count = Math.min(FOREST_BLOCK, out.length - from);
    finders.forEach((finder, f) => {
      for (let i = 0; i < count; i += 1) {
        bins[f * FOREST_BLOCK + i] = findBin(finder, matrix[(from + i) * width + f] as number);
      }
    });
    sums.fill(open.forest.bias);
    sumTrees(open.forest, open.nodes, bins, sums);
    for (let i = 0; i < count; i += 1) out[from + i] = sums[i] as number;
  }
}

async function onnxSession(forest: Forest): Promise<InferenceSession> {
  return InferenceSession.create(treesAsOnnx(forest), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
  });
}

function rowMajor(columns: readonly Float32Array[], rows: number): Float32Array {
  const matrix = new Float32Array(rows * columns.length);
  columns.forEach((column, f) =>
    column.forEach((v, row) => (matrix[row * columns.length + f] = v)),
  );
  return matrix;
}

async function benchParts(model: RiskModel, table: LineTable): Promise<BenchLine[]> {
  const encoded = encodeLines(model.knowledge, table);
  const network = await askNetwork(model, encoded);
  const every = Uint32Array.from({ length: table.length }, (_, i) => i);
  const sums = new Float32Array(table.length);
  const times = await timeTurns({
    encode: () => encodeLines(model.knowledge, table),
    trees: () => scoreForest(model.trees, encoded, every, sums, 1, 0),
    network: () => askNetwork(model, encoded),
    score: () => scoreLines(model, encoded, network),
    whole: async () => {
      const lines = encodeLines(model.knowledge, table);
      return scoreLines(model, lines, await askNetwork(model, lines));
    },
  });
  const speed = (name: string): string =>
    `${Math.round((table.length / (times[name] as number)) * 1000).toLocaleString('en')} rows/s`;
  return [
    { what: 'encode', value: speed('encode') },
    {
      what: `main trees from encoded lines (${model.trees.forest.trees} x depth ${model.trees.forest.depth})`,
      value: speed('trees'),
    },
    {
      what: 'network (wasm, novel lines only)',
      value: model.network === null ? 'not in the pack' : speed('network'),
    },
    { what: 'all members and blend, without encoding and network', value: speed('score') },
    {
      what: 'encode + network + all members + blend',
      value: speed('whole'),
      goal: '>= 100,000 rows/s',
    },
  ];
}

async function benchOnnx(model: RiskModel, table: LineTable): Promise<BenchLine[]> {
  const { forest } = model.trees;
  const encoded = encodeLines(model.knowledge, table);
  const columns = forest.features.map((f) => featureColumn(model.knowledge, encoded, f));
  const session = await onnxSession(forest);
  const matrix = rowMajor(columns, table.length);
  const x = new Tensor('float32', matrix, [table.length, columns.length]);
  const every = Uint32Array.from({ length: table.length }, (_, i) => i);
  const ours = new Float32Array(table.length);
  const encodedSums = new Float32Array(table.length);
  let theirs = new Float32Array(0);
  const times = await timeTurns({
    matrix: () => scoreMatrix(model.trees, matrix, ours),
    onnx: async () => {
      theirs = (await session.run({ x }))['y']?.data as Float32Array<ArrayBuffer>;
    },
    encoded: () => scoreForest(model.trees, encoded, every, encodedSums, 1, 0),
  });
  let apart = 0;
  ours.forEach((value, i) => {
    apart = Math.max(
      apart,
      Math.abs(value - (theirs[i] as number)),
      Math.abs(value - (encodedSums[i] as number)),
    );
  });
  const onnx = times['onnx'] as number;
  const ratio = (name: string): string => `${(onnx / (times[name] as number)).toFixed(2)} x`;
  return [
    {
      what: 'onnxruntime-node, 1 thread, same trees',
      value: `${Math.round((table.length / onnx) * 1000).toLocaleString('en')} rows/s`,
    },
    { what: 'ours on the same float matrix', value: ratio('matrix'), goal: '>= 1.0 x' },
    { what: 'ours on encoded lines, as served', value: ratio('encoded'), goal: '>= 1.0 x' },
    { what: 'largest difference in log-odds', value: apart.toExponential(1), goal: '<= 1e-5' },
  ];
}

/** All lines of the scoring bench. */
export async function benchScoring(): Promise<BenchLine[]> {
  await startBackend();
  const model = openPackFolder(PACK);
  const table = manyLines(readDeclarations(SAMPLE));
  return [...(await benchParts(model, table)), ...(await benchOnnx(model, table))];
}
