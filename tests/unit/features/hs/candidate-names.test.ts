import { describe, expect, it } from 'vitest';
import type { HsNode } from '../../../../src/contracts/hs.ts';
import { candidateNames } from '../../../../src/features/hs/candidate-names.ts';

function nodes(names: Readonly<Record<string, readonly [ko: string, en: string]>>) {
  const rest = { level: 'subheading' as const, children: 0, units: null, validFrom: null };
  return new Map(
    Object.entries(names).map(([code, [ko, en]]): [string, HsNode] => [
      code,
      { code, ko, en, ...rest },
    ]),
  );
}

describe('codes beside each other', () => {
  it('keep their short names where these are different', () => {
    const named = candidateNames(['851762', '910212'], (code) => `goods ${code}`, new Map(), 'en');
    expect(named.get('910212')).toMatchObject({ own: 'goods 910212', other: '' });
  });

  it('show the ends of their official names where the short ones are cut alike', () => {
    const shared = 'Electrical apparatus; photosensitive semiconductor devices, ';
    const named = candidateNames(
      ['854142', '854143'],
      () => 'Electrical apparatus…',
      nodes({
        '854142': ['광전지', `${shared}photovoltaic cells not assembled`],
        '854143': ['광전지', `${shared}photovoltaic cells assembled`],
      }),
      'en',
    );
    expect(named.get('854142')?.own).toBe('… not assembled');
    expect(named.get('854143')?.own).toBe('… assembled');
  });

  it('are told apart in the other language where one calls them all the same', () => {
    const named = candidateNames(
      ['640399', '640419'],
      () => '신발류',
      nodes({
        '640399': ['기타', 'Footwear; of leather'],
        '640419': ['기타', 'Footwear; of textile'],
      }),
      'ko',
    );
    expect(named.get('640399')).toEqual({
      own: '신발류',
      other: 'Footwear; of leather',
      otherLang: 'en',
    });
  });

  it('wait with it until the official names are read', () => {
    const named = candidateNames(['640399', '640419'], () => '신발류', new Map(), 'ko');
    expect(named.get('640419')).toMatchObject({ own: '신발류', other: '' });
  });
});
