/**
 * Our own invented goods phrases (models/hs/phrases): what goods are called in trade. The HS pack
 * learns from them and the sample week is made of those it does not learn from.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Phrase {
  readonly code: string;
  readonly language: 'ko' | 'en';
  readonly text: string;
}

const FOLDER = fileURLToPath(new URL('./hs/phrases/', import.meta.url));

export function readPhrases(): Phrase[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.tsv'));
  return files.sort().flatMap((name) => {
    const lines = readFileSync(path.join(FOLDER, name), 'utf8').split('\n');
    return lines.flatMap((line): Phrase[] => {
      const [code = '', language = '', text = ''] = line.split('\t');
      return text === '' ? [] : [{ code, language: language === 'ko' ? 'ko' : 'en', text }];
    });
  });
}

/** A tenth is never learnt from: the sample week and the golden cases are made of it. */
export function isHeldOut(text: string): boolean {
  return createHash('sha1').update(text).digest().readUInt32BE(4) % 10 === 0;
}
