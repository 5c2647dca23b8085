import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { goldenTexts } from '../../../../models/hs/training/golden-texts.ts';
import { isHeldOut, readPhrases } from '../../../../models/phrases.ts';
import { tokensOf } from '../../../../src/domain/hs/suggest/tokens.ts';
import { SUBHEADINGS } from '../../domain/hs/tariff-fixture.ts';

const FOLDER = fileURLToPath(new URL('../../../../models/hs/phrases/', import.meta.url));

/** Every line of every file with the place where it stands. */
const lines = readdirSync(FOLDER).flatMap((file) => {
  const text = readFileSync(FOLDER + file, 'utf8');
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, i) => ({ line, at: `${file}:${i + 1}`, cells: line.split('\t') }));
});
/** Lines that break a rule, as `file:line text`. */
function breaking(holds: (cells: readonly string[]) => boolean): string[] {
  return lines.filter(({ cells }) => !holds(cells)).map(({ at, line }) => `${at} ${line}`);
}

describe('our own goods phrases', () => {
  it('are files of tab-separated lines and nothing else', () => {
    expect(readdirSync(FOLDER).filter((name) => !/^\d\d(-\d\d?)*\.tsv$/.test(name))).toEqual([]);
    expect(lines.length).toBeGreaterThan(20_000);
    expect(breaking((cells) => cells.length === 3)).toEqual([]);
  });

  it('have each a subheading of the tariff', () => {
    const known = new Set(SUBHEADINGS);
    expect(breaking(([code = '']) => known.has(code))).toEqual([]);
  });

  it('are Korean or English, and written in what they say they are', () => {
    expect(breaking(([, language]) => language === 'ko' || language === 'en')).toEqual([]);
    expect(
      breaking(([, language, text = '']) => language === 'en' || /[가-힣]/.test(text)),
    ).toEqual([]);
    expect(
      breaking(([, language, text = '']) => language === 'ko' || !/[가-힣]/.test(text)),
    ).toEqual([]);
  });

  it('have words, fit in a box and carry neither quotes around them nor blanks at their ends', () => {
    expect(breaking(([, , text = '']) => tokensOf(text).length > 0)).toEqual([]);
    expect(breaking(([, , text = '']) => text.length <= 300)).toEqual([]);
    expect(breaking(([, , text = '']) => text === text.trim() && !/^".*"$/.test(text))).toEqual([]);
    expect(breaking(([, , text = '']) => !/[\p{Cc}\ufffd]/u.test(text))).toEqual([]);
  });

  it('give no code away, neither their own nor another', () => {
    const known = new Set(SUBHEADINGS);
    const tells = (text: string): boolean =>
      /\b\d{4}\.\d{2}\b|\bHS ?\d{4}/i.test(text) ||
      (text.match(/\d{6,10}/g) ?? []).some((digits) => known.has(digits.slice(0, 6)));
    expect(breaking(([, , text = '']) => !tells(text))).toEqual([]);
  });

  it('say nothing twice, nor the same of two codes', () => {
    const seen = new Map<string, string>();
    const twice = lines.flatMap(({ at, cells: [, , text = ''] }) => {
      const before = seen.get(text.toLowerCase());
      seen.set(text.toLowerCase(), before ?? at);
      return before === undefined ? [] : [`${at} and ${before}: ${text}`];
    });
    expect(twice).toEqual([]);
  });

  it('are read as they stand', () => {
    const read = readPhrases().map(({ code, language, text }) => `${code}\t${language}\t${text}`);
    expect(read.toSorted()).toEqual(lines.map(({ line }) => line).toSorted());
  });
});

describe('the phrases that are kept from training', () => {
  it('are a tenth, the same on every machine', () => {
    const held = lines.filter(({ cells }) => isHeldOut(cells[2] ?? ''));
    expect(held.length / lines.length).toBeGreaterThan(0.09);
    expect(held.length / lines.length).toBeLessThan(0.11);
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    expect(letters.filter(isHeldOut).join('')).toMatchInlineSnapshot(`"gqwz"`);
  });

  it('make the golden texts, with some that are hardly goods', () => {
    const texts = goldenTexts();
    const own = new Set(lines.map(({ cells }) => cells[2]));
    const [invented, hard] = [true, false].map((ours) =>
      texts.filter((text) => own.has(text) === ours),
    );
    expect(invented?.length).toBeGreaterThanOrEqual(40);
    expect(invented?.every(isHeldOut)).toBe(true);
    expect(hard).toContain('a');
    expect(texts.filter((text) => /[가-힣]/.test(text)).length).toBeGreaterThan(10);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
