import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import CluesText from '../../../../src/features/controlled/CluesText.svelte';
import Requirements from '../../../../src/features/controlled/Requirements.svelte';
import { madeRow } from './made-controlled.ts';

const HOSTILE = '<img src=x onerror=alert(1)> WATCH';
const CODES = { suspect: '8517.62', declared: '9102.12' };

describe('text from a file on the case page', () => {
  it('is shown as text, marked or not', () => {
    for (const spans of [[], [{ start: 0, end: 9, weight: 1 }]]) {
      const { body } = render(CluesText, { props: { text: HOSTILE, spans, codes: CODES } });
      expect(body).not.toContain('<img');
      expect(body).toContain('&lt;img');
    }
  });

  it('is shown as text in the law of an administration’s own list', () => {
    const hostile = { ko: HOSTILE, en: HOSTILE };
    const row = madeRow({ law: hostile, document: hostile, citation: `제1조 ${HOSTILE}` });
    const rows = [{ row, state: 'missing' }];
    const { body } = render(Requirements, {
      props: { title: '필요한 서류', rows, documents: HOSTILE },
    });
    expect(body).not.toContain('<img');
    expect(body.split('&lt;img')).toHaveLength(5);
  });
});
