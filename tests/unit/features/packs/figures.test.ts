import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RiskCard } from '../../../../src/contracts/risk-card.ts';
import {
  figureText,
  rangeText,
  shareFigure,
  shareText,
} from '../../../../src/features/packs/figures.ts';

describe('figures of a model card', () => {
  it('are never rounded up to certainty', () => {
    expect(figureText(0.997)).toBe('> 0.99');
    expect(figureText(1)).toBe('1.00');
    expect(figureText(0.274)).toBe('0.27');
  });

  it('carry their interval where one was computed', () => {
    expect(rangeText({ value: 0.5, low: 0.4, high: 0.6 })).toBe('0.40–0.60');
    expect(rangeText({ value: 0.5 })).toBe('');
  });

  it('say how little a handful of cases proves', () => {
    expect(shareText(shareFigure(4, 4852))).toBe('0.08 % (0.03–0.21)');
    const none = shareFigure(0, 100);
    expect(none.low).toBe(0);
    expect(none.high).toBeGreaterThan(0.03);
  });

  it('are read from the card that training wrote', () => {
    const file = new URL('../../../../models/risk/v1/card.json', import.meta.url);
    const card = v.safeParse(RiskCard, JSON.parse(readFileSync(file, 'utf8')));
    expect(card.success ? [] : card.issues.map((issue) => v.getDotPath(issue))).toEqual([]);
  });
});
