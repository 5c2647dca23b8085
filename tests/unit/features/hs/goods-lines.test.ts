import { describe, expect, it } from 'vitest';
import { goodsLines } from '../../../../src/features/hs/goods-lines.ts';

describe('a pasted invoice', () => {
  it('is taken apart into its lines of goods, without their numbers', () => {
    const text =
      'DESCRIPTION\n1. SMART WATCH 10 EA\n\n2) 냉동 새우 1kg\r\n- leather boots\nTOTAL: 1,300.00';
    expect(goodsLines(text)).toEqual(['SMART WATCH 10 EA', '냉동 새우 1kg', 'leather boots']);
  });

  it('has no lines when it is about one kind of goods', () => {
    expect(goodsLines('SMART WATCH, BLUETOOTH 5.3')).toEqual([]);
    expect(goodsLines('SMART WATCH\n10\n1,300.00')).toEqual([]);
    expect(goodsLines('')).toEqual([]);
  });

  it('keeps goods whose name begins like a heading', () => {
    expect(goodsLines('item finder tag, bluetooth\n수량 표시기')).toHaveLength(2);
  });
});
