/**
 * Speed of the HS suggester on one thread of Node: opening the newest pack, the first suggestion
 * after it, then texts one by one as an officer types them and in a row as a file is checked.
 * Texts are our own phrases: short names of goods as they stand, and phrases of one heading put
 * together until they are as long as a ruling's description.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { readPhrases } from '../models/phrases.ts';
import { PackManifest } from '../src/contracts/pack.ts';
import type { PackEntry } from '../src/contracts/pack.ts';
import { answerText, kindOfText } from '../src/domain/hs/answer-text.ts';
import { limitsOf } from '../src/domain/hs/answer.ts';
import type { AnswerLimits } from '../src/domain/hs/answer.ts';
import { openHsModel } from '../src/domain/hs/suggest/open.ts';
import type { HsModel } from '../src/domain/hs/suggest/model.ts';
import { ARRAYS_FILE, MODEL_FILE } from '../src/domain/hs/suggest/pack-file.ts';
import type { BenchLine } from './table.ts';

const MODELS = new URL('../models/', import.meta.url);
const ITEMS = 2000;
/** Longest text that is a name, and the length from which a text is as long as rulings are. */
const NAME_LENGTH = 40;
const RULING_LENGTH = 400;

function readEntry(): PackEntry {
  const manifest = readFileSync(new URL('manifest.json', MODELS), 'utf8');
  const { packs } = v.parse(PackManifest, JSON.parse(manifest));
  // The manifest lists the newest last.
  const entry = packs.findLast((pack) => pack.id === 'hs');
  if (entry === undefined) throw new Error('no hs pack');
  return entry;
}

function readFiles(entry: PackEntry): Map<string, ArrayBuffer> {
  const read = (name: string): ArrayBuffer =>
    Uint8Array.from(readFileSync(new URL(`${entry.path}/${name}`, MODELS))).buffer;
  return new Map([MODEL_FILE, ARRAYS_FILE].map((name) => [name, read(name)]));
}

/** An even draw of ITEMS texts; both languages as they come. */
function draw(texts: readonly string[]): string[] {
  return Array.from(
    { length: ITEMS },
    (_, i) => texts[Math.floor((i * texts.length) / ITEMS)] ?? '',
  );
}

function rulingTexts(): string[] {
  const byHeading = new Map<string, string>();
  const long: string[] = [];
  for (const { code, language, text } of readPhrases()) {
    const key = `${language} ${code.slice(0, 4)}`;
    const joined = `${byHeading.get(key) ?? ''}${text}. `;
    if (joined.length >= RULING_LENGTH) long.push(joined);
    byHeading.set(key, joined.length >= RULING_LENGTH ? '' : joined);
  }
  return long;
}

const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;

function timeTexts(
  model: HsModel,
  limits: AnswerLimits,
  what: string,
  texts: readonly string[],
): BenchLine[] {
  const times = texts.map((text) => {
    const begin = performance.now();
    answerText(model, limits, text);
    return performance.now() - begin;
  });
  times.sort((a, b) => a - b);
  const part = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? NaN;
  const begin = performance.now();
  for (const text of texts) kindOfText(model, limits, text);
  const perSecond = (texts.length * 1000) / (performance.now() - begin);
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return [
    {
      what: `${what}, ${Math.round(length)} characters: answer, p50 / p95`,
      value: `${ms(part(0.5))} / ${ms(part(0.95))}`,
      goal: 'p95 <= 50 ms',
    },
    {
      what: `${what}: in a row`,
      value: `${Math.round(perSecond).toLocaleString('en')} items/s`,
      ...(what === 'names' ? { goal: '>= 1,000 items/s' } : {}),
    },
  ];
}

/** All lines of the HS bench. The first texts are cold: nothing of it was run before. */
export function benchHs(): BenchLine[] {
  const entry = readEntry();
  const limits = limitsOf(entry.thresholds);
  const bytes = entry.files.reduce((sum, file) => sum + file.bytes, 0);
  const files = readFiles(entry);
  const begin = performance.now();
  const model = openHsModel(files);
  const opened = performance.now();
  answerText(model, limits, 'stainless steel vacuum tumbler 500ml');
  const answered = performance.now();
  const names = readPhrases().filter(({ text }) => text.length <= NAME_LENGTH);
  return [
    {
      what: `pack ${entry.version}`,
      value: `${(bytes / 1e6).toFixed(2)} MB`,
      goal: '<= 12 MB',
    },
    { what: 'opening it', value: ms(opened - begin) },
    { what: 'first suggestion after that', value: ms(answered - opened), goal: '<= 50 ms' },
    ...timeTexts(model, limits, 'names', draw(names.map(({ text }) => text))),
    ...timeTexts(model, limits, 'ruling-length texts', draw(rulingTexts())),
  ];
}
