/**
 * What the HS suggester says of labelled texts that it did not learn from: its training writes them,
 * other trainings learn from them. Kept in .cache only, never in a pack: no
 * text is in it, but the words of each in order of the alphabet are.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { CommandRefused } from './command-refused.ts';

const FILE = fileURLToPath(new URL('../.cache/hs-suggestions.json', import.meta.url));

/** Codes kept for a text, as many as a tablet keeps (KEPT_CODES). */
const KEPT = 12;

const LabelledSuggestions = v.object({
  /** Texts with one key say the same in other words: they stay on one side of every split. */
  key: v.string(),
  /** What the goods are, six digits. */
  code: v.string(),
  source: v.string(),
  language: v.picklist(['ko', 'en']),
  /** Cosine to the nearest text the suggester learnt from. */
  similarity: v.number(),
  /** Most likely first. */
  suggestions: v.array(v.object({ code: v.string(), probability: v.number() })),
});
export type LabelledSuggestions = v.InferOutput<typeof LabelledSuggestions>;

/** The likeliest codes of all that were given a probability. */
export function likeliest(
  said: readonly (readonly [code: string, probability: number])[],
): LabelledSuggestions['suggestions'] {
  const sorted = [...said].sort((a, b) => b[1] - a[1]).slice(0, KEPT);
  return sorted.map(([code, probability]) => ({ code, probability: Math.fround(probability) }));
}

export function writeSuggestions(texts: readonly LabelledSuggestions[]): void {
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify(texts));
}

/** Throws CommandRefused before `npm run train -- hs` has run. */
export function readSuggestions(): LabelledSuggestions[] {
  if (!existsSync(FILE)) {
    throw new CommandRefused(
      'no suggestions to learn from: run `npm run train -- hs --data DIR` first',
    );
  }
  return v.parse(v.array(LabelledSuggestions), JSON.parse(readFileSync(FILE, 'utf8')));
}
