import { describe, expect, it } from 'vitest';
import { nameSearch } from '../../../../src/domain/hs/search-names.ts';
import { nomenclature, SUBHEADINGS, tariff } from './tariff-fixture.ts';

describe('the tariff as a tree', () => {
  it('leads from a section to the ten digits and back', () => {
    const path = tariff.path('8517629030').map(({ code }) => code);
    expect(path).toEqual(['S16', '85', '8517', '851762', '85176290', '8517629030']);
    path.slice(1).forEach((code, at) => {
      expect(tariff.children(path[at] ?? '').map((child) => child.code)).toContain(code);
    });
  });

  it('holds each code under one other, and counts what it shows', () => {
    const seen = new Set<string>();
    const visit = (code: string): void => {
      expect(seen.has(code)).toBe(false);
      seen.add(code);
      const children = tariff.children(code);
      expect(tariff.node(code)?.children).toBe(children.length);
      children.forEach((child) => visit(child.code));
    };
    tariff.children(null).forEach(({ code }) => visit(code));
    expect(seen.size).toBe(nomenclature.codes().length + 21);
  });

  it('has ten digits below every subheading, with units and a first day', () => {
    const bare = SUBHEADINGS.filter((code) => tariff.leaves(code).length === 0);
    expect(bare).toEqual([]);
    const leaf = tariff.node('8517130000');
    expect(leaf).toMatchObject({ level: 'leaf', children: 0, validFrom: '2022-01-01' });
    expect(leaf?.units?.quantity).not.toBe(undefined);
    expect(tariff.node('851713')).toMatchObject({ units: null, validFrom: null });
  });

  it('knows no code that is not in it', () => {
    for (const odd of ['', '77', '851712', 'S22', '8517139999', 'x']) {
      expect(tariff.node(odd)).toBeUndefined();
      expect(tariff.path(odd)).toEqual([]);
    }
  });
});

describe('a search of the names', () => {
  const search = nameSearch(nomenclature);

  it.each([
    ['8517.1', '851711'],
    ['제8517호', '8517'],
    ['8517.13.99.99', '851713'],
    ['HS 85171300', '8517130000'],
    ['smartphones', '851713'],
    ['스마트폰', '851713'],
    ['frozen shrimps', '030617'],
    ['UMBRELLAS', '6601'],
    ['무선 이어폰', '8518109010'],
  ])('finds %s', (query, code) => {
    expect(search(query, 10)).toContain(code);
  });

  it('puts a code that is typed before what is below it', () => {
    expect(search('8517', 3)).toEqual(['8517', '851711', '851713']);
  });

  it('gives no more than asked for, and nothing for nothing', () => {
    expect(search('of', 7)).toHaveLength(7);
    for (const empty of ['', '  ', '!?', '😀', '<>', 'zzzzqq'])
      expect(search(empty, 7)).toEqual([]);
  });
});
