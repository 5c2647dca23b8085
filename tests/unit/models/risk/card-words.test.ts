import { describe, expect, it } from 'vitest';
import { cardWords } from '../../../../models/risk/training/card-words.ts';
import type { CardFacts } from '../../../../models/risk/training/card-words.ts';

const trial = (logLoss: number) => ({ auc: 0.9, logLoss });
const FACTS: CardFacts = {
  source: { ko: '자체 자료', en: 'Own data of 2026' },
  valid: { rows: 1000, from: '2026-07-01', to: '2026-09-30' },
  seenShare: 0.82,
  seenAuc: { value: 0.99, low: 0.98, high: 1 },
  unseenAuc: { value: 0.61, low: 0.58, high: 0.64 },
  entities: {
    without: trial(0.15),
    withEntities: trial(0.149),
    withShuffled: trial(0.15),
    kept: false,
  },
  network: { member: 'network', sureness: 0.31, gain: 0, kept: false },
  fast: { lines: 500, share: 0.5, fraud: 1, fraudRate: 0.002, critical: 0 },
  field: { '5': 0.6, '10': 0.52 },
};
const english = (facts: Partial<CardFacts>): string =>
  cardWords({ ...FACTS, ...facts }).en.join(' ');

describe('the sentences of a card', () => {
  it('name the data, the share of known patterns and what that means', () => {
    expect(english({})).toContain('Own data of 2026');
    expect(english({})).toMatch(/82 % of these lines .* how well the model remembers/);
    expect(english({ seenShare: 0.03 })).toMatch(/3 % .* the training never saw/);
  });

  it('warn of the field only where the figures are mostly memory', () => {
    expect(english({})).toMatch(/Do not expect these figures in the field.*0\.60.*0\.52/);
    expect(english({ seenShare: 0.03 })).not.toContain('in the field');
    expect(english({ field: null })).not.toContain('in the field');
  });

  it('never round up to certainty', () => {
    expect(english({ seenAuc: { value: 0.9988 } })).toContain('the AUC is > 0.99');
  });

  it('praise novel patterns no further than the lower end of the interval goes', () => {
    expect(english({})).toContain('only a little better than chance: AUC 0.61 (0.58–0.64)');
    expect(english({ unseenAuc: { value: 0.55, low: 0.48, high: 0.62 } })).toContain(
      'no better than chance',
    );
    expect(english({ unseenAuc: { value: 0.85, low: 0.82, high: 0.88 } })).toContain('ranked well');
  });

  it('say of traders and of the network whether they are in the model', () => {
    expect(english({})).toMatch(/courier were measured and left out.*network was tried.*left out/);
    const { entities, network } = FACTS;
    const kept = english({
      entities: { ...entities, kept: true },
      network: { member: 'network', sureness: 0.97, gain: 0.1, kept: network !== undefined },
    });
    expect(kept).toMatch(/courier are in the model.*and is in the model/);
  });

  it('are as many in Korean, and call the fast track as the screens do', () => {
    const { ko, en } = cardWords(FACTS);
    expect(ko).toHaveLength(en.length);
    expect(ko.join(' ')).toContain('신속통과');
    expect(ko.join(' ')).not.toContain('신속통관');
  });
});
