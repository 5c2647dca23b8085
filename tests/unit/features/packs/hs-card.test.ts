import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newestPack } from '../../../../models/manifest.ts';
import type { HsCard, HsSetFigures, Tops } from '../../../../src/contracts/hs-card.ts';
import {
  answerShares,
  cellsOf,
  drawnSets,
  inOrder,
  ofHundred,
} from '../../../../src/features/packs/hs-card-lines.ts';
import { readCard } from '../../../../src/features/packs/pack-card.svelte.ts';
import { hsSpeedLines, riskSpeedLines } from '../../../../src/features/packs/speed-lines.ts';
import { packsMessages } from '../../../../src/i18n/messages/packs.ts';

const tops = (top1: number | null): Tops => ({ top1, top3: 0.7, top5: 0.8, top10: 0.9 });
function figuresOf(set: string, rows: number, top1: number | null, far = 0): HsSetFigures {
  return {
    ...{ set, rows, hs2: tops(0.9), hs4: tops(0.8), hs6: tops(top1) },
    far: { rows: far, hs6: tops(far > 0 ? 0.25 : null) },
    ...{ coverage: [{ share: 0.5, accuracy: 0.9 }], ece: 0.02 },
  };
}
const CARD: HsCard = {
  format: 1,
  sets: [
    ...[figuresOf('chitchats', 1000, 0.73, 400), figuresOf('office-own', 50, 0.5)],
    ...[figuresOf('kcs', 200, 0.62), figuresOf('uk-extra', 0, null)],
  ],
  compared: [],
  members: [],
  answers: {
    ...{ suggest_ko: 0.1, choose_ko: 0.5, right_suggest_ko: 0.93, right_choose_ko: 0.76 },
    ...{ suggest_en: 0.5, right_suggest_en: 0.94 },
  },
  words: { ko: [], en: [] },
};

describe('the card of the HS model', () => {
  it('lists Korean texts first, then English ones, then what only its makers know', () => {
    expect(inOrder(CARD.sets).map(({ set }) => set)).toEqual(['kcs', 'chitchats', 'office-own']);
  });

  it('draws each kind of text with its interval, and what is unlike all it learnt by itself', () => {
    const drawn = drawnSets(CARD);
    expect(drawn.map(({ set, far, rows }) => [set, far, rows])).toEqual([
      ['kcs', false, 200],
      ['chitchats', false, 1000],
      ['chitchats', true, 400],
      ['office-own', false, 50],
    ]);
    const [few, many] = [drawn[3]?.figure, drawn[1]?.figure];
    expect(few?.value).toBe(0.5);
    const width = (figure = few): number => (figure?.high ?? NaN) - (figure?.low ?? NaN);
    expect(width(few)).toBeGreaterThan(width(many));
  });

  it('says of a hundred how many were right, or nothing where it was not measured', () => {
    expect(ofHundred(CARD, 'kcs')).toBe(62);
    expect(ofHundred(CARD, 'uk-extra')).toBe(null);
    expect(ofHundred(CARD, 'eu-en')).toBe(null);
  });

  it('says how often each answer is given, the question being all that is left', () => {
    const [suggest, choose, ask] = answerShares(CARD);
    expect(suggest?.shares.ko).toEqual({ given: 0.1, right: 0.93 });
    expect(choose?.shares.ko).toEqual({ given: 0.5, right: 0.76 });
    expect(ask?.shares.ko.given).toBeCloseTo(0.4, 9);
    expect(ask?.shares.ko.right).toBe(null);
    // English lists were not measured: then neither is what is left.
    expect(choose?.shares.en).toEqual({ given: null, right: null });
    expect(ask?.shares.en.given).toBe(null);
  });

  it('shows what was not measured as that, never as 0', () => {
    expect(cellsOf([0.734, null, undefined, 0])).toEqual(['0.73', null, null, '0.00']);
  });

  it('is read from the card that training wrote', () => {
    const file = readFileSync(path.join(newestPack('hs'), 'card.json'), 'utf8');
    const read = readCard('hs', file);
    expect(read?.kind).toBe('hs');
    if (read?.kind !== 'hs') return;
    const { hs } = packsMessages.ko;
    const sets = inOrder(read.card.sets).map(({ set }) => set);
    expect(sets.slice(0, 2)).toEqual(['kcs', 'kcs-ko']);
    // Every name of the card has words in both languages.
    for (const words of [hs, packsMessages.en.hs]) {
      expect(sets.filter((set) => words.set(set) === set)).toEqual([]);
      const unnamed = read.card.compared.filter(({ model }) => words.model(model) === model);
      expect(unnamed).toEqual([]);
      expect(read.card.members.filter(({ member }) => words.member(member) === member)).toEqual([]);
    }
  });

  it('is refused when it is damaged, or the card of another kind', () => {
    expect(readCard('hs', '{"format":1')).toBeUndefined();
    expect(readCard('hs', '{"format":2}')).toBeUndefined();
    expect(readCard('risk', JSON.stringify(CARD))).toBeUndefined();
    expect(readCard('hs', JSON.stringify(CARD))?.card).toEqual(CARD);
  });
});

describe('the speed of a model on this device', () => {
  const m = packsMessages.en;
  const title = (): string => 'The worker stopped';

  it('is said to be unknown until it was measured', () => {
    expect(hsSpeedLines(m, { state: 'idle' }, title).map(([, value]) => value)).toEqual([
      ...[m.notMeasured, m.notMeasured, m.notMeasured],
    ]);
    const [backend, pace] = riskSpeedLines(m, { state: 'loading' }, 'wasm', title);
    expect([backend?.[1], pace?.[1]]).toEqual(['WASM', m.measuring]);
  });

  it('is the time to open, the time of an answer and the answers a second', () => {
    const reading = { loadMs: 381.2, p50Ms: 1.1, p95Ms: 5.64, perSecond: 1246 };
    expect(hsSpeedLines(m, { state: 'ready', reading }, title)).toEqual([
      ['Opening it', '381 ms'],
      ['One answer (95 of 100)', 'within 5.6 ms'],
      ['Speed on this device', '1,246 texts a second'],
    ]);
  });

  it('is a failure where measuring failed', () => {
    const failed = { state: 'failed', fault: { code: 'worker-lost' } } as const;
    expect(hsSpeedLines(m, failed, title).every(([, value]) => value === title())).toBe(true);
  });
});
