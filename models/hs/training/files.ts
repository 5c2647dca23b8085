/** The raw files as they lie in the data folder, each cell checked where it is read. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import * as v from 'valibot';
import { CommandRefused } from '../../command-refused.ts';

export function readText(file: string): string {
  if (!existsSync(file)) throw new CommandRefused(`${file} is missing`);
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
}

export function readJson<S extends v.GenericSchema>(
  folder: string,
  name: string,
  schema: S,
): v.InferOutput<S> {
  return v.parse(schema, JSON.parse(readText(path.join(folder, name))));
}

/** One JSON object a line; empty lines are left out. */
export function readLines<S extends v.GenericSchema>(
  folder: string,
  name: string,
  schema: S,
): v.InferOutput<S>[] {
  return readText(path.join(folder, name))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => v.parse(schema, JSON.parse(line)));
}

/** CSV rows by header name. */
export function readCsv(folder: string, name: string): Record<string, string>[] {
  const { data } = Papa.parse<Record<string, string>>(readText(path.join(folder, name)), {
    header: true,
    skipEmptyLines: true,
  });
  return data;
}
