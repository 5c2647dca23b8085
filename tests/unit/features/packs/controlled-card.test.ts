import { render } from 'svelte/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type {
  ControlledCard,
  ControlledFigures,
} from '../../../../src/contracts/controlled-card.ts';
import {
  assumedRate,
  calibrationLines,
  comparedLines,
  lawLines,
  shiftLines,
  ofHundredLines,
} from '../../../../src/features/packs/controlled-card-lines.ts';
import ControlledCardView from '../../../../src/features/packs/ControlledCardView.svelte';
import { readCard } from '../../../../src/features/packs/pack-card.svelte.ts';
import { i18n } from '../../../../src/i18n/i18n.svelte.ts';
import { packsControlledMessages } from '../../../../src/i18n/messages/packs-controlled.ts';

const m = packsControlledMessages.ko;
const FIGURES: ControlledFigures = {
  ...{ rows: 12_000, base_rate: 0.03, ap: 0.62, recall_at: { 5: 0.58, 10: 0.71 } },
  ...{ precision_at_threshold: 0.64, recall_at_threshold: 0.47, cannot_tell_share: 0.12 },
  by_shift: {
    sibling: { rows: 400, ap: 0.41, recall_at_threshold: 0.3 },
    confused: { rows: 300, ap: 0.7, recall_at_threshold: 0.55 },
  },
  baselines: { siblings: { ap: 0.11 }, disagreement: { ap: 0.35 } },
};
const CARD: ControlledCard = {
  ...{ format: 1, list: '1.0.0', with_text: FIGURES, text_alone: { ...FIGURES, ap: 0.51 } },
  without_text: {
    ...FIGURES,
    ...{ ap: 0.09, precision_at_threshold: null, recall_at_threshold: null, by_shift: {} },
  },
  by_law: [{ law: { ko: '전파법', en: 'Radio Waves Act' }, rows: 90, recall_at_threshold: null }],
  calibration: [{ said: 0.35, found: 0.31, rows: 210 }],
};

beforeEach(() => {
  i18n.locale = 'ko';
});

describe('the card of the controlled-goods model', () => {
  it('sets what it does with and without text side by side, the baselines below', () => {
    const lines = new Map(comparedLines(m, CARD).map(({ name, cells }) => [name, cells]));
    expect(lines.get(m.ap)).toEqual(['0.62', '0.51', '0.09']);
    expect(lines.get(m.siblings)).toEqual(['0.11', '0.11', '0.11']);
    expect(lines.get(m.disagreement)).toEqual(['0.35', '0.35', '0.35']);
    expect(lines.get(m.baseRate)).toEqual(['0.03', '0.03', '0.03']);
    expect(lines.get(m.recallAt(5))).toEqual(['58 %', '58 %', '58 %']);
  });

  it('says in words how rare hidden goods were taken to be, and warns before its first figure', () => {
    expect(assumedRate(FIGURES)).toEqual({ hidden: 3, of: '100' });
    expect(assumedRate({ ...FIGURES, base_rate: 0.004 })).toEqual({ hidden: 4, of: '1,000' });
    const { body } = render(ControlledCardView, { props: { card: CARD } });
    expect(body).toContain('100건 가운데 3건이 숨긴 것이라고 놓고');
    expect(body.indexOf(m.simulated)).toBeLessThan(body.indexOf('<b>'));
  });

  it('marks the laws of which too few lines were simulated', () => {
    const law = { ko: '비료관리법', en: 'Fertilizer Control Act' };
    const by_law = [19, 20].map((rows) => ({ law, rows, recall_at_threshold: 0.5 }));
    const notes = lawLines(m, { ...CARD, by_law }, 'ko').map(({ note }) => note);
    expect(notes).toEqual(['적음', undefined]);
  });

  it('shows what was not measured as that, never as 0', () => {
    const [sibling, confused, ...rest] = shiftLines(m, CARD, 'ap');
    expect(rest).toEqual([]);
    expect(sibling?.cells).toEqual(['0.41', '0.41', null]);
    expect(confused?.name).toBe(m.shifts.confused);
    const [found] = shiftLines(m, CARD, 'recall_at_threshold');
    expect(found?.cells).toEqual(['30 %', '30 %', null]);
    expect(lawLines(m, CARD, 'en')).toEqual([{ name: 'Radio Waves Act', cells: ['90', null] }]);
    expect(calibrationLines(CARD)[0]).toEqual({ name: '35 %', cells: ['31 %', '210'] });
  });

  it('says in words how many of a hundred were right and found, never all but for a rounding', () => {
    expect(ofHundredLines(CARD.with_text)).toEqual({ right: 64, found: 47 });
    const nearly = { ...FIGURES, precision_at_threshold: 0.997 };
    expect(ofHundredLines(nearly)?.right).toBe(99);
    expect(ofHundredLines(CARD.without_text)).toBe(null);
  });

  it('says how much weaker it is without a goods text', () => {
    const bare = { ...FIGURES, recall_at_threshold: 0.384, cannot_tell_share: 0.987 };
    const { body } = render(ControlledCardView, {
      props: { card: { ...CARD, without_text: bare } },
    });
    expect(body).toContain(m.withoutText(38, '99 %'));
  });

  it.each(['ko', 'en'] as const)('always says that its lines are simulated (%s)', (locale) => {
    i18n.locale = locale;
    const words = packsControlledMessages[locale];
    for (const card of [CARD, { ...CARD, with_text: CARD.without_text }]) {
      const { body } = render(ControlledCardView, { props: { card } });
      expect(body).toContain(words.simulated);
    }
  });

  it('is read from the text of its pack', () => {
    expect(readCard('controlled', JSON.stringify(CARD))).toEqual({
      kind: 'controlled',
      card: CARD,
    });
    expect(readCard('controlled', '{}')).toBe(undefined);
  });
});
