import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { openControlledModel } from '../../../../src/domain/controlled/open-model.ts';
import {
  GoldenControlled,
  largestControlledDifference,
} from '../../../../src/domain/controlled/model-golden.ts';
import { PackContentError } from '../../../../src/domain/tables/named-arrays.ts';
import { ControlledCard } from '../../../../src/contracts/controlled-card.ts';
import { newestEntry, newestPack } from '../../../../models/manifest.ts';
import { jsonOf, openNewest, packFiles } from './opened.ts';

function reasonOf(files: ReadonlyMap<string, ArrayBuffer>): string {
  try {
    openControlledModel(files);
    return 'opened';
  } catch (error) {
    return error instanceof PackContentError ? error.reason : `threw ${String(error)}`;
  }
}

/** The pack with model.json changed by `edit` on its text. */
function edited(edit: (text: string) => string): Map<string, ArrayBuffer> {
  const files = packFiles();
  const text = edit(new TextDecoder().decode(files.get('model.json')));
  return files.set('model.json', new TextEncoder().encode(text).buffer);
}

const golden = v.parse(GoldenControlled, jsonOf('golden.json'));

describe('the controlled-goods pack', () => {
  it('answers its golden lines as training did, to the last digit', () => {
    expect(golden.cases.length).toBeGreaterThanOrEqual(60);
    expect(largestControlledDifference(openNewest(), golden)).toBe(0);
  });

  it('tells a golden number or suspect that does not come out', () => {
    const [first, ...others] = golden.cases;
    if (!first) throw new Error('no golden case');
    const changed = (one: Partial<typeof first>) =>
      largestControlledDifference(openNewest(), {
        ...golden,
        cases: [...others, { ...first, ...one }],
      });
    const off = first.probability > 0.5 ? -0.25 : 0.25;
    expect(changed({ probability: first.probability + off })).toBeCloseTo(0.25);
    expect(changed({ suspect: '010121' })).toBe(1);
  });

  it('has golden lines with and without a text, with and without numbers, of either answer', () => {
    const { cases } = golden;
    expect(cases.filter(({ suggestions }) => suggestions.length === 0).length).toBeGreaterThan(9);
    expect(cases.filter(({ netMass }) => Number.isNaN(netMass)).length).toBeGreaterThan(9);
    const { check = 1 } = newestEntry('controlled').thresholds;
    expect(cases.filter(({ probability }) => probability >= check).length).toBeGreaterThan(4);
    expect(cases.filter(({ probability }) => probability < 0.1).length).toBeGreaterThan(9);
  });

  it('holds codes, countries, dates and numbers and no words of any goods', () => {
    const strings = (value: unknown): string[] => {
      if (typeof value === 'string') return [value];
      return typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(strings)
        : [];
    };
    const words = strings(jsonOf('golden.json')).filter(
      (text) => !/^(?:\d{2,10}|[A-Z]{2}|\d{4}-\d{2}-\d{2}|)$/.test(text),
    );
    expect(words).toEqual([]);
    const model = new Set(strings(jsonOf('model.json')).filter((text) => !/^\d+$/.test(text)));
    expect([...model].filter((text) => !/^[A-Za-z0-9.-]{1,20}$/.test(text))).toEqual([]);
  });

  it('has a card that the screen can read, of the list that it ships with', () => {
    const card = v.parse(ControlledCard, jsonOf('card.json'));
    expect(card.list).toBe(newestEntry('kr-controlled-goods').version);
    expect(card.with_text.ap ?? 0).toBeGreaterThan(card.text_alone.ap ?? 1);
    expect(card.text_alone.ap ?? 0).toBeGreaterThan(card.text_alone.baselines.disagreement.ap ?? 1);
  });

  it('has the figures of its card and its thresholds in the words beside it', () => {
    const words = readFileSync(path.join(newestPack('controlled'), '../README.md'), 'utf8');
    const card = v.parse(ControlledCard, jsonOf('card.json'));
    const sets = [card.with_text, card.text_alone, card.without_text];
    const row = (name: string, of: (figures: (typeof sets)[number]) => number | null): string =>
      [name, ...sets.map((figures) => (of(figures) ?? NaN).toFixed(3))].join(' | ');
    const spaced = words.replace(/ +/g, ' ');
    expect(spaced).toContain(row('AP', ({ ap }) => ap));
    expect(spaced).toContain(row('precision of _check this_', (own) => own.precision_at_threshold));
    expect(spaced).toContain(row('recall of _check this_', (own) => own.recall_at_threshold));
    expect(spaced).toContain(row('cannot tell', (own) => own.cannot_tell_share));
    const { check, fits } = newestEntry('controlled').thresholds;
    expect(words).toContain(`the probability is ${check} or more`);
    expect(words).toContain(`the probability is ${fits} or less`);
  });

  it('is refused without one of its files', () => {
    for (const name of ['model.json', 'arrays.bin']) {
      const files = packFiles();
      files.delete(name);
      expect(reasonOf(files), name).toBe('incomplete');
    }
  });

  it('is refused when its files are damaged, cut off or those of another pack', () => {
    const cut = (name: string, bytes: number) => {
      const files = packFiles();
      return files.set(name, files.get(name)?.slice(0, bytes) ?? new ArrayBuffer());
    };
    expect(reasonOf(cut('model.json', 1000))).toBe('corrupt');
    for (const bytes of [0, 100, 200_000])
      expect(reasonOf(cut('arrays.bin', bytes))).toBe('corrupt');
    expect(reasonOf(edited(() => '{}'))).toBe('corrupt');
    expect(reasonOf(edited(() => '[]'))).toBe('corrupt');
    expect(reasonOf(edited((text) => text.replace('"check":', '"verify":')))).toBe('corrupt');
    expect(reasonOf(edited((text) => text.replace('"010121"', '"999999"')))).toBe('corrupt');
    expect(reasonOf(edited((text) => text.replace('"price.mean"', '"price.mode"')))).toBe(
      'corrupt',
    );
    const noise = packFiles();
    new Uint8Array(noise.get('arrays.bin') ?? new ArrayBuffer()).fill(255);
    expect(reasonOf(noise)).toBe('corrupt');
  });

  it('is refused when it was made for another version of the app', () => {
    expect(reasonOf(edited((text) => text.replace('"format":1', '"format":2')))).toBe(
      'unsupported',
    );
    expect(reasonOf(edited((text) => text.replace('"best-to-own"', '"gut-feeling"')))).toBe(
      'unsupported',
    );
  });
});
