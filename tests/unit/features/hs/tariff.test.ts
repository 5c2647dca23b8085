import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../../../src/contracts/fault.ts';
import type { HsNode } from '../../../../src/contracts/hs.ts';
import { Tariff } from '../../../../src/features/hs/tariff.svelte.ts';

function node(code: string): HsNode {
  const names = { ko: code, en: code };
  return { code, level: 'heading', ...names, children: 0, units: null, validFrom: null };
}

/** A tariff of one heading; it counts what it is asked. */
function browsed() {
  const searched: string[] = [];
  const tariff = new Tariff({
    browse: async (_, code) => succeed([node(code === null ? 'S01' : `${code}10`)]),
    path: async (_, code) =>
      code.startsWith('8517') ? succeed([node(code)]) : fail('not-found', { code }),
    search: async (_, query) => {
      searched.push(query);
      return succeed([node('8517')]);
    },
  });
  return { tariff, searched };
}

describe('the nomenclature', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is walked down from all sections to a code', async () => {
    const { tariff } = browsed();
    await tariff.open(null);
    expect(tariff.code).toBeNull();
    expect(tariff.place?.children.map(({ code }) => code)).toEqual(['S01']);
    await tariff.open('8517');
    expect(tariff.code).toBe('8517');
  });

  it('is searched once when the typing pauses, and leads back to what was found', async () => {
    const { tariff, searched } = browsed();
    tariff.search('스마');
    tariff.search(' 스마트폰 ');
    await vi.advanceTimersByTimeAsync(200);
    expect(searched).toEqual(['스마트폰']);
    await tariff.open('8517');
    tariff.toFound();
    expect(tariff.place).toBeNull();
    expect(tariff.found).toHaveLength(1);
  });

  it('waits for a syllable that is not finished', async () => {
    const { tariff } = browsed();
    tariff.search('스마트포', true);
    await vi.advanceTimersByTimeAsync(300);
    expect(tariff.found).toBeNull();
    tariff.search('스마트폰', false);
    await vi.advanceTimersByTimeAsync(200);
    expect(tariff.found).toHaveLength(1);
  });

  it('shows all sections again when the search is cleared', async () => {
    const { tariff } = browsed();
    tariff.search('스마트폰');
    await vi.advanceTimersByTimeAsync(200);
    tariff.search('');
    await vi.advanceTimersByTimeAsync(0);
    expect(tariff.found).toBeNull();
    expect(tariff.place?.path).toEqual([]);
  });

  it('says which code it does not have', async () => {
    const { tariff } = browsed();
    await tariff.open('9999');
    expect(tariff.fault).toEqual({ code: 'not-found', facts: { code: '9999' } });
    await tariff.open('8517');
    expect(tariff.fault).toBeNull();
  });
});
