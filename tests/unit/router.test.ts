import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/contracts/place.ts';
import { addressOf, placeOf } from '../../src/router.svelte.ts';

describe('the address of a place', () => {
  const places: readonly Place[] = [
    { screen: 'clearance' },
    { screen: 'case', id: '41207-26-118204M' },
    { screen: 'classify' },
    { screen: 'classify', declaration: 'A/1?2#3 %' },
    { screen: 'classify', code: '8517629030' },
    { screen: 'classify', declaration: 'A1', code: '8517' },
    { screen: 'packs' },
    { screen: 'packs', pack: 'kr-controlled-goods' },
    { screen: 'outbox' },
  ];

  it.each(places)('leads back to it: %o', (place) => {
    expect(placeOf(addressOf(place))).toEqual(place);
  });

  it('takes a code as it is written', () => {
    expect(placeOf('#/classify?code=8517.62')).toEqual({ screen: 'classify', code: '851762' });
  });

  it('leaves out what makes no sense', () => {
    expect(placeOf('#/classify/%E0%A4%A?code=banana')).toEqual({ screen: 'classify' });
    expect(placeOf('#/packs/%E0%A4%A')).toEqual({ screen: 'packs' });
    expect(placeOf('#/packs/')).toEqual({ screen: 'packs' });
  });
});
