import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CaseGoods } from '../../../../src/features/risk/case-goods.svelte.ts';
import { HaechiDatabase } from '../../../../src/platform/database/database.ts';

const database = new HaechiDatabase(`goods-${crypto.randomUUID()}`);
afterEach(() => database.goodsChecks.clear());

const TEXTS = {
  ...{ batch: 'B1', index: 0, ids: ['D1', 'D2'], texts: ['SMART WATCH', 'GIFT'] },
  declared: ['910212', '950300'],
};
const CHECKS = {
  ...{ batch: 'B1', index: 0, version: '1.0.0', ids: ['D1', 'D2'], suggested: ['851762', ''] },
  ...{ probability: Float32Array.of(0.8, 0.1), declaredProbability: Float32Array.of(0.1, 0) },
  ...{ codes: new Uint32Array(24), shares: new Float32Array(24), similarity: new Float32Array(2) },
  // conflict, cannot-tell
  agreement: Uint8Array.of(2, 3),
};

describe('the goods text on the case page', () => {
  it('is there before it was compared, and the comparison appears when it is done', async () => {
    await database.goodsTexts.put(TEXTS);
    const goods = new CaseGoods(database);
    const stop = goods.follow('D1');
    await vi.waitFor(() => expect(goods.text).toBe('SMART WATCH'));
    expect(goods.check).toBeNull();
    await database.goodsChecks.put(CHECKS);
    await vi.waitFor(() => expect(goods.check).not.toBeNull());
    expect(goods.check).toMatchObject({ agreement: 'conflict', suggested: '851762' });
    stop();
  });

  it('is forgotten with the next declaration, which may have none', async () => {
    await database.goodsTexts.put(TEXTS);
    await database.goodsChecks.put(CHECKS);
    const goods = new CaseGoods(database);
    goods.follow('D2')();
    const stop = goods.follow('D2');
    await vi.waitFor(() => expect(goods.check?.agreement).toBe('cannot-tell'));
    expect(goods.check?.suggested).toBeNull();
    stop();
    goods.follow('D9');
    expect([goods.text, goods.check]).toEqual([null, null]);
  });
});
