import { describe, expect, it } from 'vitest';
import { formatHs, parseHs } from '../../../../src/domain/hs/code.ts';
import { SECTIONS, sectionNamed, sectionOf } from '../../../../src/domain/hs/sections.ts';
import { nomenclature, tariff } from './tariff-fixture.ts';

describe('the sections of the HS', () => {
  it('are 21, and follow each other without a gap but chapter 77, which is reserved', () => {
    expect(SECTIONS.map(({ code }) => code)).toEqual(
      Array.from({ length: 21 }, (_, at) => `S${String(at + 1).padStart(2, '0')}`),
    );
    SECTIONS.slice(1).forEach(({ first }, at) => expect(first).toBe((SECTIONS[at]?.last ?? 0) + 1));
    expect(sectionOf('77')).toBeUndefined();
  });

  it.each([
    ['01', 'S01'],
    ['1501', 'S03'],
    ['611020', 'S11'],
    ['7113', 'S14'],
    ['7326', 'S15'],
    ['8517629030', 'S16'],
    ['950300', 'S20'],
    ['97', 'S21'],
  ])('hold %s in %s', (code, section) => {
    expect(sectionOf(code)?.code).toBe(section);
    expect(sectionNamed(section)?.code).toBe(section);
  });

  it('hold every chapter of the tariff, each once', () => {
    const chapters = nomenclature.codes().filter((code) => code.length === 2);
    const inSections = SECTIONS.flatMap(({ code }) => tariff.children(code)).map(
      ({ code }) => code,
    );
    expect(inSections.toSorted()).toEqual(chapters.toSorted());
  });

  it('know nothing of what is no code', () => {
    for (const odd of ['', 'S22', 'S1', 'x', '99', '00']) {
      expect(sectionOf(odd) ?? sectionNamed(odd)).toBeUndefined();
    }
  });
});

describe('every code of the tariff', () => {
  it('is read back from the way it is printed', () => {
    const printed = nomenclature.codes().filter((code) => [2, 4, 6, 10].includes(code.length));
    expect(printed.length).toBeGreaterThan(18_000);
    expect(printed.filter((code) => parseHs(formatHs(code)) !== code)).toEqual([]);
  });
});
