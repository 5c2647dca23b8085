import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandRefused } from '../../../../models/command-refused.ts';
import { evaluate, type ControlledEvaluation } from '../../../../models/controlled/evaluate.ts';
import { newestEntry } from '../../../../models/manifest.ts';
import { isHeldOut, readPhrases } from '../../../../models/phrases.ts';
import { KCS_HEADERS } from '../../../../src/domain/risk/kcs-headers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'haechi-controlled-'));
const file = path.join(folder, 'judged');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function evaluateText(text: string): Promise<ControlledEvaluation> {
  writeFileSync(file, text);
  return evaluate({ data: file });
}
async function refusalOf(text: string): Promise<string> {
  try {
    await evaluateText(text);
    return 'evaluated';
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    return error.message;
  }
}

describe('evaluation of the controlled-goods pack', () => {
  let own: ControlledEvaluation;
  beforeAll(async () => {
    own = await evaluate({});
  }, 120_000);

  it('without a file, is of our own phrases that no pack has learnt from', () => {
    expect(own).toMatchObject({ data: 'texts', simulated: true, base_rate: 0.03 });
    expect(own.version).toBe(newestEntry('controlled').version);
    expect(own.rows).toBeGreaterThan(1000);
  });

  it('finds hidden goods far better than either baseline', () => {
    const { ap, baselines } = own;
    expect(ap).toBeGreaterThan(3 * (baselines.siblings.ap ?? 1));
    expect(ap).toBeGreaterThan(3 * (baselines.disagreement.ap ?? 1));
  });

  it('takes labelled texts', async () => {
    const rows = ['wooden toy train for toddlers,950300', 'cast iron manhole cover,732510'];
    const figures = await evaluateText(`description,code\n${rows.join('\n')}\n`);
    expect(figures).toMatchObject({ data: 'texts', simulated: true });
    expect(figures.rows).toBeGreaterThan(1);
  });

  it('takes a declaration file, whose lines have no text', async () => {
    const fields = Object.entries(KCS_HEADERS);
    const row = (hs: string, at: number): string =>
      fields.map(([field]) => VALUES[field] ?? (field === 'hs6' ? hs : String(at + 1))).join(',');
    const header = fields.map(([, name]) => `"${name}"`).join(',');
    const rows = ['3304990000', '8501101000', '8536909000'].map(row);
    const figures = await evaluateText(`${header}\n${rows.join('\n')}\n`);
    expect(figures).toMatchObject({ data: 'declarations', simulated: true, known: 0 });
    expect(figures.by_shift.confused?.rows, 'nothing to confuse without a text').toBe(0);
  });

  it('refuses in one message a file that is neither, and one that is not there', async () => {
    const said = await refusalOf('colour,size\nred,3\n');
    expect(said).toContain('no columns for text and code');
    expect(said).toContain('no column for');
    await expect(evaluate({ data: path.join(folder, 'nowhere.csv') })).rejects.toThrow(
      /is missing/,
    );
  });

  it('takes a declaration file as such, whatever it calls goods and code', async () => {
    const names: Partial<typeof KCS_HEADERS> = { ...KCS_HEADERS, hs6: '세번부호', goods: '품명' };
    const fields = Object.entries(names);
    const row = fields.map(([field]) => (field === 'hs6' ? '3304990000' : (VALUES[field] ?? '1')));
    const text = `${fields.map(([, name]) => name).join(',')}\n${row.join(',')}\n`;
    expect(await evaluateText(text)).toMatchObject({ data: 'declarations' });
  });

  it('refuses JSON as the texts it must be, with no word of declarations', async () => {
    const said = await refusalOf('{"colour":"red"}\n{"colour":"blue"}\n');
    expect(said).toContain('no row with a text and a code');
    expect(said).not.toContain('quotation mark');
    expect(said.split('\n')).toHaveLength(1);
  });

  it('says when texts were left out because the pack has learnt from them', async () => {
    const [phrase] = readPhrases().filter(
      ({ text, code }) => code.startsWith('3304') && !isHeldOut(text),
    );
    const said = await refusalOf(`description,code\n${phrase?.text ?? ''},${phrase?.code ?? ''}\n`);
    expect(said).toContain('the HS pack learnt from 1');
  });

  it('refuses goods of which none is controlled: there is nothing to find', async () => {
    expect(await refusalOf('description,code\ncast iron manhole cover,732510\n')).toContain(
      'no goods of a controlled code',
    );
  });
});

/** What a declaration line states; other columns hold a number. */
const VALUES: Readonly<Record<string, string>> = {
  date: '2021-01-04',
  origin: 'CN',
  departure: 'CN',
  netMass: '12.5',
  itemPrice: '250000',
  fraud: '0',
  critical: '0',
};
