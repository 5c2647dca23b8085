/** What the model learns from: invented signers, and the cross-media set where it is at hand. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Edges } from '../../../../src/domain/documents/signatures/edges.ts';
import type { GreyImage } from '../../../../src/domain/documents/signatures/grey-image.ts';
import { readSignature } from '../../../../src/domain/documents/signatures/read-signature.ts';
import { readPng } from '../../read-png.ts';
import { writeSigner, type Counts } from '../generator/write-signer.ts';
import type { Writer } from '../read-folder.ts';

const CROSS_MEDIA = 'signatures_cross_media';
/** Every writer wrote these names, one after the other, four times. */
const NAMES = 10;

const readAll = (pictures: readonly GreyImage[]): Edges[] =>
  pictures.map(readSignature).filter((edges) => edges !== null);

export function inventSigners(count: number, seed: number, counts: Counts): Writer[] {
  return Array.from({ length: count }, (_, at) => {
    const { genuine, imitated, namesakes } = writeSigner(seed + at, counts);
    const forged = [...readAll(imitated), ...readAll(namesakes)];
    return { name: String(seed + at), genuine: readAll(genuine), forged };
  });
}

/** One list for each writer and name; null where DIR has no cross-media set. */
export function readCrossMedia(folder: string): Edges[][] | null {
  const place = path.join(folder, CROSS_MEDIA);
  if (!existsSync(place)) return null;
  const lists: Edges[][] = [];
  for (const writer of readdirSync(place).sort()) {
    const names = Array.from({ length: NAMES }, (): Edges[] => []);
    const own = path.join(place, writer);
    for (const file of readdirSync(own).sort()) {
      const edges = readSignature(readPng(path.join(own, file)));
      if (edges) names[(Number.parseInt(file, 10) - 1) % NAMES]?.push(edges);
    }
    lists.push(...names.filter((list) => list.length > 1));
  }
  return lists;
}
