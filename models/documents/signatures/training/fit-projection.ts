/**
 * Linear discriminant analysis of cells: directions in which cells of all signatures differ much and
 * the same cell of two signatures by one writer differs little.
 */
import { orientationCells } from '../../../../src/domain/documents/signatures/cells.ts';
import {
  describe,
  inkedCells,
  neighbourhood,
  RAW,
  type Projection,
} from '../../../../src/domain/documents/signatures/describe.ts';
import type { Edges } from '../../../../src/domain/documents/signatures/edges.ts';
import { partnersOf } from '../../../../src/domain/documents/signatures/match.ts';
import { eigenOf } from './eigen.ts';

/** Share of the mean within-writer variance added to each direction: rare ones must not be blown up. */
const RIDGE = 0.02;
const SIZE = 36;
/** Pairs of genuine signatures of one signer. */
const PAIRS = 4;

/** Mean outer product of differences. */
class Scatter {
  readonly #sums = new Float64Array(RAW * RAW);
  readonly #difference = new Float64Array(RAW);
  #weight = 0;

  add(a: Float32Array, i: number, b: Float32Array, j: number, weight: number): void {
    const difference = this.#difference;
    for (let k = 0; k < RAW; k += 1) difference[k] = a[i * RAW + k]! - b[j * RAW + k]!;
    for (let k = 0; k < RAW; k += 1) {
      const one = difference[k]! * weight;
      for (let l = 0; l <= k; l += 1) this.#sums[k * RAW + l]! += one * difference[l]!;
    }
    this.#weight += weight;
  }

  matrix(): Float64Array {
    const whole = new Float64Array(RAW * RAW);
    for (let k = 0; k < RAW; k += 1) {
      for (let l = 0; l <= k; l += 1) {
        whole[k * RAW + l] = this.#sums[k * RAW + l]! / this.#weight;
        whole[l * RAW + k] = whole[k * RAW + l]!;
      }
    }
    return whole;
  }
}

/** `groups`: kinds of material that count alike; each a list of signers, each a list of genuine signatures. */
export function fitProjection(groups: readonly (readonly (readonly Edges[])[])[]): Projection {
  const all = new Scatter();
  const firsts = groups.flat().map((genuine) => rawCells(genuine[0]));
  const mean = meanOf(firsts);
  for (const raw of firsts) {
    for (let at = 0; at < raw.length / RAW; at += 2) all.add(raw, at, mean, 0, 1);
  }
  const total = all.matrix();
  // Which cells belong together is found with principal components, which know no writer.
  const axes = new Float32Array(SIZE * RAW);
  eigenOf(total, RAW)
    .vectors.slice(0, SIZE)
    .forEach((axis, at) => axes.set(axis, at * RAW));
  const first = { size: SIZE, mean, axes };
  const within = new Float64Array(RAW * RAW);
  for (const group of groups) {
    const scatter = withinWriters(group, first);
    for (let at = 0; at < within.length; at += 1) within[at]! += scatter[at]! / groups.length;
  }
  return { ...first, axes: discriminants(total, within) };
}

function withinWriters(group: readonly (readonly Edges[])[], projection: Projection): Float64Array {
  const scatter = new Scatter();
  for (const genuine of group) {
    for (let pair = 0; pair < PAIRS && 2 * pair + 1 < genuine.length; pair += 1) {
      const [one, other] = [genuine[2 * pair]!, genuine[2 * pair + 1]!];
      const a = describe(orientationCells(one), projection);
      const b = describe(orientationCells(other), projection);
      const [rawA, rawB] = [rawCells(one), rawCells(other)];
      partnersOf(a, b).forEach((j, i) => {
        if (j >= 0) scatter.add(rawA, i, rawB, j, a.weights[i]!);
      });
    }
  }
  return scatter.matrix();
}

function rawCells(edges: Edges | undefined): Float32Array {
  if (!edges) return new Float32Array(0);
  const cells = orientationCells(edges);
  const { places } = inkedCells(cells);
  const raw = new Float32Array(places.length * RAW);
  places.forEach((place, at) => neighbourhood(cells, place, raw, at * RAW));
  return raw;
}

function meanOf(lists: readonly Float32Array[]): Float32Array {
  const sums = new Float64Array(RAW);
  let count = 0;
  for (const list of lists) {
    for (let at = 0; at < list.length; at += 1) sums[at % RAW]! += list[at]!;
    count += list.length / RAW;
  }
  return Float32Array.from(sums, (sum) => sum / count);
}

/** Whitens by what differs within writers, then takes the directions of most difference. */
function discriminants(total: Float64Array, within: Float64Array): Float32Array {
  let trace = 0;
  for (let k = 0; k < RAW; k += 1) trace += within[k * RAW + k]!;
  const ridged = Float64Array.from(within);
  for (let k = 0; k < RAW; k += 1) ridged[k * RAW + k]! += (RIDGE * trace) / RAW;
  const { values, vectors } = eigenOf(ridged, RAW);
  const white = new Float64Array(RAW * RAW);
  vectors.forEach((vector, d) => {
    for (let k = 0; k < RAW; k += 1) white[d * RAW + k] = vector[k]! / Math.sqrt(values[d]!);
  });
  const turned = eigenOf(times(times(white, total), transposed(white)), RAW).vectors;
  const axes = new Float32Array(SIZE * RAW);
  for (let d = 0; d < SIZE; d += 1) {
    for (let k = 0; k < RAW; k += 1) {
      let sum = 0;
      for (let q = 0; q < RAW; q += 1) sum += turned[d]![q]! * white[q * RAW + k]!;
      axes[d * RAW + k] = sum;
    }
  }
  return axes;
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(RAW * RAW);
  for (let i = 0; i < RAW; i += 1) {
    for (let k = 0; k < RAW; k += 1) {
      const one = a[i * RAW + k]!;
      for (let j = 0; j < RAW; j += 1) product[i * RAW + j]! += one * b[k * RAW + j]!;
    }
  }
  return product;
}

function transposed(a: Float64Array): Float64Array {
  return a.map((_, at) => a[(at % RAW) * RAW + Math.floor(at / RAW)]!);
}
