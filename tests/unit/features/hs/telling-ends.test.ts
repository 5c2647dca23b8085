import { describe, expect, it } from 'vitest';
import { tellingEnds } from '../../../../src/features/hs/telling-ends.ts';

describe('names that begin alike', () => {
  it('are shown by what tells them apart', () => {
    const shared = 'Electrical apparatus; photosensitive semiconductor devices, ';
    expect(tellingEnds([`${shared}photovoltaic cells`, `${shared}light-emitting diodes`])).toEqual([
      '… photovoltaic cells',
      '… light-emitting diodes',
    ]);
  });

  it('stay whole where little is shared', () => {
    const names = ['Footwear; sports', 'Footwear; other'];
    expect(tellingEnds(names)).toEqual(names);
  });

  it('stay whole where nothing tells them apart', () => {
    const names = ['그 밖의 방직용 섬유로 만든 것 기타', '그 밖의 방직용 섬유로 만든 것 기타'];
    expect(tellingEnds(names)).toEqual(names);
    expect(tellingEnds([])).toEqual([]);
  });

  it('are cut between words only', () => {
    expect(
      tellingEnds(['frozen prawns in shell, cold-water', 'frozen prawns in shell, cold']),
    ).toEqual(['… cold-water', '… cold']);
  });
});
