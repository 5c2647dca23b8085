import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import * as v from 'valibot';

export const HS6_FILE = 'hs6_nomenclature_en.csv';

const Line = v.object({
  hscode: v.string(),
  description: v.pipe(v.string(), v.trim(), v.minLength(1), v.transform(oneLine)),
});

/** English names of 2, 4 and 6 digits by code; rows that are no code (the total) are left out. */
export function readHs6(folder: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(folder, HS6_FILE), 'utf8').replace(/^\uFEFF/, '');
  const { data } = Papa.parse<unknown>(text, { header: true, skipEmptyLines: true });
  const names = new Map<string, string>();
  data.forEach((line, i) => {
    const read = v.safeParse(Line, line);
    if (!read.success) throw new Error(`${HS6_FILE}: row ${i + 2}: ${read.issues[0].message}`);
    const { hscode, description } = read.output;
    if (!/^(\d{2}|\d{4}|\d{6})$/.test(hscode)) return;
    if (names.has(hscode)) throw new Error(`${HS6_FILE}: ${hscode} is there twice`);
    names.set(hscode, description);
  });
  return names;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
