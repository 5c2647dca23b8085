/** Reads `g_<writer>_<n>.png` (genuine) and `f_<writer>_<n>.png` (imitated) of a folder. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Edges } from '../../../src/domain/documents/signatures/edges.ts';
import { readSignature } from '../../../src/domain/documents/signatures/read-signature.ts';
import { CommandRefused } from '../../command-refused.ts';
import { readPng } from '../read-png.ts';

export interface Writer {
  readonly name: string;
  readonly genuine: readonly Edges[];
  readonly forged: readonly Edges[];
}

const NAME = /^([gf])_([^_]+)_([^_]+)\.png$/i;

/** Sorted by name, so that seeded draws are the same on every machine. */
export function readFolder(folder: string): { writers: Writer[]; unreadable: number } {
  if (!existsSync(folder)) throw new CommandRefused(`${folder}: no such folder`);
  const writers = new Map<string, { genuine: Edges[]; forged: Edges[] }>();
  let unreadable = 0;
  for (const file of readdirSync(folder).sort()) {
    const [, kind, name = ''] = NAME.exec(file) ?? [];
    if (kind === undefined) continue;
    let own = writers.get(name);
    if (!own) writers.set(name, (own = { genuine: [], forged: [] }));
    const edges = readSignature(readPng(path.join(folder, file)));
    if (edges === null) unreadable += 1;
    else (kind.toLowerCase() === 'g' ? own.genuine : own.forged).push(edges);
  }
  if (writers.size === 0) {
    throw new CommandRefused(`${folder}: no g_<writer>_<n>.png and f_<writer>_<n>.png`);
  }
  const all = [...writers].map(([name, own]) => ({ name, ...own }));
  return { writers: all, unreadable };
}
