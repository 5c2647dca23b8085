import { describe, expect, it } from 'vitest';
import { controlledList } from '../../../../src/domain/controlled/controlled-list.ts';
import { judgeLine } from '../../../../src/domain/controlled/judge.ts';
import type { RequirementRow } from '../../../../src/domain/controlled/requirement.ts';

const lineOf = (code: string, day: string, documents: string) => ({
  ...{ code, day, documents, suggestions: [], similarity: 0 },
  ...{ netMass: 1, itemPrice: 1, origin: 'CN', departure: 'CN' },
});
const listOf = (rows: readonly RequirementRow[]) =>
  controlledList({
    ...{ format: 1, id: 'kr-controlled-goods', standing: 'starter', checked: '2026-11-22' },
    rows: [...rows],
  });

describe('a cell of documents', () => {
  const row = (ko: string, en: string): RequirementRow => ({
    ...{ hs: '8509', document: { ko, en }, condition: null },
    ...{ law: { ko: '법', en: 'Act' }, authority: { ko: '기관', en: 'Agency' } },
    ...{ effective_from: '2020-01-01', effective_to: null, citation: '', last_verified: null },
  });
  const safety = row('안전인증서 또는 안전확인신고증명서', 'Safety certificate or Safety report');
  const elevator = { ...row('승강기 안전인증서', 'Elevator safety certificate'), hs: '8428' };
  const answer = (documents: string, rows = [safety, elevator], code = '850940') =>
    judgeLine(listOf(rows), null, lineOf(code, '2026-01-01', documents)).ground;

  it.each([
    '안전인증서',
    '안전 확인 신고 증명서 제2026-12호',
    '원산지증명서, 안전인증서(KC)',
    'SAFETY CERTIFICATE NO. 12',
    '어린이제품안전확인서; Safety report',
  ])('that says %s states the paper', (cell) => expect(answer(cell)).toBe('document-given'));

  it.each([
    '',
    '원산지증명서',
    '안전인증서 미제출',
    '비대상(안전인증서)',
    '안전인증서 면제',
    '안전인증서 없음',
    'No safety certificate',
    'safety certificate: not required',
    '승강기 안전인증서',
    'Elevator safety certificate',
    '안전인; 증서',
  ])('that says %s does not', (cell) => expect(answer(cell)).toBe('document-missing'));

  it('with a number alone states some paper, and which one is not said', () => {
    expect(answer('B12345678901')).toBe('document-unnamed');
    expect(answer('1234')).toBe('document-missing');
  });

  it('may name a paper whose name holds a word of denial', () => {
    const exempt = row('요건면제확인서', 'Exemption confirmation');
    expect(answer('요건면제확인서', [exempt])).toBe('document-given');
  });

  it('may name a paper whose name holds a comma', () => {
    const arms = row('총포류 수입허가증', 'Permit for guns, swords and explosives');
    expect(answer('Permit for guns, swords and explosives', [arms])).toBe('document-given');
    expect(answer('Permit for guns', [arms])).toBe('document-missing');
  });
});
