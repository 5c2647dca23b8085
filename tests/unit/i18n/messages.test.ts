import { describe, expect, it } from 'vitest';
import { FAULT_CODES } from '../../../src/contracts/fault.ts';
import { caseMessages } from '../../../src/i18n/messages/case.ts';
import { classifyMessages } from '../../../src/i18n/messages/classify.ts';
import { clearanceMessages } from '../../../src/i18n/messages/clearance.ts';
import { controlledMessages } from '../../../src/i18n/messages/controlled.ts';
import { faultMessages } from '../../../src/i18n/messages/faults.ts';
import { importMessages } from '../../../src/i18n/messages/import.ts';
import { listImportMessages } from '../../../src/i18n/messages/list-import.ts';
import { outboxMessages } from '../../../src/i18n/messages/outbox.ts';
import { packsMessages } from '../../../src/i18n/messages/packs.ts';
import { shellMessages } from '../../../src/i18n/messages/shell.ts';

const SCREENS = {
  shell: shellMessages,
  clearance: clearanceMessages,
  classify: classifyMessages,
  import: importMessages,
  listImport: listImportMessages,
  case: caseMessages,
  controlled: controlledMessages,
  packs: packsMessages,
  outbox: outboxMessages,
};

/** Every text or sentence maker of a screen, by its path: `fields.origin`. */
function leaves(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, path === '' ? key : `${path}.${key}`),
  );
}

describe.each(Object.entries(SCREENS))('the words of the %s screen', (_, { ko, en }) => {
  it('are there in Korean and in English', () => {
    const keys = (messages: unknown): string[] => leaves(messages, '').map(([path]) => path);
    expect(keys(en).toSorted()).toEqual(keys(ko).toSorted());
  });

  it('are never empty', () => {
    const empty = [...leaves(ko, 'ko'), ...leaves(en, 'en')].filter(
      ([, text]) => typeof text === 'string' && text.trim() === '',
    );
    expect(empty).toEqual([]);
  });

  it('leave no Korean in the English texts', () => {
    // A choice of language names the other language in its own script.
    const korean = leaves(en, '').filter(
      ([, text]) => typeof text === 'string' && /[가-힣]/.test(text) && !text.startsWith('한국어'),
    );
    expect(korean).toEqual([]);
  });

  it('never promise that goods are in order', () => {
    const promising = leaves(en, '').filter(
      ([, text]) =>
        typeof text === 'string' && /\b(genuine|AI says|is safe|all clear)\b/i.test(text),
    );
    expect(promising).toEqual([]);
  });
});

describe('the words of a failure', () => {
  it.each(FAULT_CODES)('say what happened and what to do: %s', (code) => {
    for (const words of [faultMessages.ko({ code }), faultMessages.en({ code })]) {
      expect(words.title.trim()).not.toBe('');
      expect(words.text.trim()).not.toBe('');
      expect(`${words.title}${words.text}`).not.toMatch(/undefined|null/);
    }
  });
});
