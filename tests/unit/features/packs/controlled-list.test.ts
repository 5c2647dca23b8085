import { render } from 'svelte/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ListReview } from '../../../../src/contracts/controlled.ts';
import type {
  RequirementFile,
  RequirementRow,
} from '../../../../src/domain/controlled/requirement.ts';
import ListImportReview from '../../../../src/features/controlled/ListImportReview.svelte';
import { codeText, listFacts, rowSearch } from '../../../../src/features/packs/list-facts.ts';
import ListView from '../../../../src/features/packs/ListView.svelte';
import { readCard } from '../../../../src/features/packs/pack-card.svelte.ts';
import { i18n } from '../../../../src/i18n/i18n.svelte.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

function made(hs: string, others: Partial<RequirementRow> = {}): RequirementRow {
  return {
    hs,
    law: { ko: '화장품법', en: 'Cosmetics Act' },
    authority: { ko: '가람협회', en: 'Garam Association' },
    document: { ko: '표준통관예정보고서', en: 'Clearance report' },
    ...{ condition: null, effective_from: '2020-01-01', effective_to: null, citation: '제9조' },
    ...{ last_verified: null, ...others },
  };
}
const LIST: RequirementFile = {
  ...{ format: 1, id: 'kr-controlled-goods', standing: 'starter', checked: '2026-11-20' },
  rows: [
    made('8517', { law: { ko: '전파법', en: 'Radio Waves Act' }, last_verified: '2026-01-02' }),
    made('330499', { effective_to: '2026-11-21' }),
    made('3304'),
    made('330410', { effective_from: '2026-11-23' }),
  ],
};

beforeEach(() => {
  i18n.locale = 'ko';
});

describe('the table of requirements on the Packs screen', () => {
  it('counts its rows, what is in force today, and what nobody has verified', () => {
    expect(listFacts(LIST, '2026-11-22', 'ko')).toEqual({
      ...{ rows: 4, codes: 4, inForce: 2, neverVerified: 3 },
      laws: [
        { law: '화장품법', rows: 3 },
        { law: '전파법', rows: 1 },
      ],
    });
    expect(listFacts(LIST, '2026-11-21', 'ko').inForce).toBe(3);
    expect(listFacts(LIST, '2026-11-23', 'en')).toMatchObject({ inForce: 3 });
  });

  it('says that a starter is not the legal list, and that an own list is one of its own', () => {
    const page = (list: RequirementFile): string =>
      render(ListView, { props: { list, today: '2026-11-22' } }).body;
    expect(page(LIST)).toContain('시작용 목록, 법정 목록이 아님');
    expect(page({ ...LIST, standing: 'administration' })).not.toContain('법정 목록이 아님');
    i18n.locale = 'en';
    expect(page(LIST)).toContain('A starter, not the legal list');
  });

  it('is searched by code, above and below it, and by words in either language', () => {
    const search = rowSearch(LIST.rows);
    const codes = (query: string) => search(query).map(({ hs }) => hs);
    expect(codes('3304')).toEqual(['3304', '330410', '330499']);
    expect(codes('3304.99-1000')).toEqual(['3304', '330499']);
    expect(codes('radio')).toEqual(['8517']);
    expect(codes('화장품 가람')).toHaveLength(3);
    expect(codes('수산물')).toEqual([]);
    expect(codes('  ')).toHaveLength(4);
  });

  it('stands in the order of the tariff, its codes as the tariff prints them', () => {
    expect(rowSearch(LIST.rows)('').map(({ hs }) => codeText(hs))).toEqual([
      ...['3304', '3304.10', '3304.99', '8517'],
    ]);
    expect(codeText('9102121000')).toBe('9102.12.10.00');
  });

  it('is read from its pack, and refused where it is something else', () => {
    expect(readCard('list', JSON.stringify(LIST))).toEqual({ kind: 'list', card: LIST });
    expect(readCard('list', '{"rows":[]}')).toBe(undefined);
    expect(readCard('list', 'not json')).toBe(undefined);
  });

  it('shows the words of a file as words, whatever stands in them', () => {
    const rows = [made('3304', { law: { ko: HOSTILE, en: HOSTILE } })];
    const list = { ...LIST, standing: 'administration' as const, rows };
    const { body } = render(ListView, { props: { list, today: '2026-11-22' } });
    expect(body).not.toContain('<img');
    expect(body).toContain('&lt;img');
  });
});

describe('the review of a list that comes in', () => {
  const review: ListReview = {
    ...{
      name: '목록.csv',
      rows: 2,
      codes: 1,
      unknownCodes: 0,
      change: null,
      laws: [HOSTILE],
      inForce: 1,
    },
    ...{ errors: 1500, warnings: 1 },
    problems: [
      { kind: 'not-a-code' as const, line: 3, column: 'HS부호', value: HOSTILE, other: null },
      { kind: 'overlap' as const, line: 9, column: '시행일', value: '2024-01-01', other: 4 },
    ],
  };
  const page = (of: ListReview): string => render(ListImportReview, { props: { review: of } }).body;

  it('says that a list with errors is not taken, and counts those it does not show', () => {
    expect(page(review)).toContain('오류가 1,500개 있어 바꾸지 않습니다');
    expect(page(review)).toContain('1,501개 가운데 처음 2개만 보입니다');
  });

  it('names the other line of a pair', () => {
    expect(page(review)).toContain('4번째 줄과');
  });

  it('asks for a look, not a mend, where there are only warnings', () => {
    const warned = { ...review, errors: 0, problems: review.problems.slice(1) };
    expect(page(warned)).toContain('고치지 않아도 바꿀 수 있습니다');
  });

  const law = (ko: string): RequirementRow['law'] => ({ ko, en: `${ko} Act` });
  const small: ListReview = {
    ...{ ...review, rows: 3, codes: 3, laws: ['약사법', '전파법', '화장품법'], inForce: 3 },
    ...{ errors: 0, warnings: 0, problems: [] },
    change: {
      version: '1.0.0',
      before: { rows: 889, codes: 814, laws: 39, inForce: 849 },
      gone: ['가', '나', '다', '라', '마', '바', '사'].map((name) => law(`${name}법`)),
    },
  };

  it('warns of a list that holds less than half of the one in use, and names the laws that vanish', () => {
    const body = page(small);
    expect(body).toContain('지금 목록보다 크게 줄어듭니다');
    expect(body).not.toContain('잘못된 곳을 찾지 못했습니다');
    expect(body.replace(/<[^>]*>/g, '')).toMatch(/889 →\s*3/);
    expect(body).toContain('빠지는 법 7개');
    expect(body).toContain('가법 · 나법 · 다법 · 라법 · 마법 · 외 2개');
  });

  it('names a law that vanishes of a list that is about as long, without a warning', () => {
    const change = small.change && { ...small.change, gone: [law('가')] };
    const body = page({ ...small, change, rows: 880, inForce: 840, laws: Array(38).fill('법') });
    expect(body).toContain('빠지는 법 1개');
    expect(body).not.toContain('크게 줄어듭니다');
  });

  it('asks whether the code column is the right one where most codes are in no tariff', () => {
    const most = { ...small, change: null, warnings: 2, unknownCodes: 2 };
    expect(page(most)).toContain('HS부호 칸이 맞는지 보세요');
    expect(page({ ...most, unknownCodes: 1 })).not.toContain('HS부호 칸이');
  });

  it('shows the words of the file as words', () => {
    expect(page(review)).not.toContain('<img');
    expect(page(review)).toContain('&lt;img');
  });
});
