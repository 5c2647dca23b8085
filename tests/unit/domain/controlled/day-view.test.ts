import { describe, expect, it } from 'vitest';
import { controlledList } from '../../../../src/domain/controlled/controlled-list.ts';
import { dayView, dayViews } from '../../../../src/domain/controlled/day-view.ts';
import { DAY, LEAVES, listOf, USUAL } from './made-usual.ts';

const viewOf = (...codes: readonly string[]) => dayView(listOf(...codes), DAY, USUAL.codes, LEAVES);
const shareOf = (code: string, ...codes: readonly string[]) =>
  viewOf(...codes).share[USUAL.codes.indexOf(code)];

describe('the list on a day', () => {
  it('covers a code whole when the code, its heading or its chapter stands on it', () => {
    expect(shareOf('950300', '950300')).toBe(1);
    expect(shareOf('950430', '9504')).toBe(1);
    expect(shareOf('940161', '94')).toBe(1);
    expect(shareOf('950300', '9504')).toBe(0);
  });

  it('covers a code in part when some of its ten-digit codes stand on it', () => {
    expect(shareOf('950300', '9503001100')).toBe(0.25);
    expect(shareOf('950300', '9503001100', '9503001900')).toBe(0.5);
    expect(shareOf('950300', '9503001100', '9503001100'), 'two laws of one code').toBe(0.25);
    expect(shareOf('950430', '9504301000', '9504302000'), 'more than the edition has').toBe(1);
  });

  it('tells the mean over a heading and over a chapter', () => {
    const view = viewOf('950430', '9503001100');
    expect(view.shareBelow('9504')).toBeCloseTo(1 / 3);
    expect(view.shareBelow('95')).toBeCloseTo((1 + 0.25) / 4);
    expect(view.shareBelow('0101')).toBe(0);
  });

  it('covers nothing before the first day of a row', () => {
    const before = dayView(listOf('9503'), '2019-12-31', USUAL.codes, LEAVES);
    expect([...before.share]).toEqual(USUAL.codes.map(() => 0));
  });

  it('is worked out anew for another list', () => {
    const viewsOf = dayViews(USUAL.codes, LEAVES);
    const [toys, games] = [listOf('9503'), listOf('9504')];
    const first = viewsOf(toys, DAY);
    expect(viewsOf(toys, DAY)).toBe(first);
    expect(viewsOf(games, DAY).shareBelow('9503')).toBe(0);
  });

  it('is worked out once for all days between two changes, the last day of a row included', () => {
    const viewsOf = dayViews(USUAL.codes, LEAVES);
    const [toys] = listOf('9503').rows;
    const list = controlledList({
      ...{ format: 1, id: 'kr-controlled-goods', standing: 'starter', checked: DAY },
      rows: [toys, toys].flatMap((row, at) =>
        row
          ? [
              {
                ...row,
                hs: ['9503', '9504'][at] ?? '',
                effective_to: [null, '2022-06-30'][at] ?? null,
              },
            ]
          : [],
      ),
    });
    const days = ['2019-12-31', '2020-01-01', '2021-05-05', '2022-06-30', '2022-07-01', DAY];
    const views = days.map((day) => viewsOf(list, day));
    expect(views.map((view) => views.indexOf(view))).toEqual([0, 1, 1, 1, 4, 4]);
    for (const [at, day] of days.entries()) {
      expect(views[at]?.share).toEqual(dayView(list, day, USUAL.codes, LEAVES).share);
    }
  });
});
