import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { TextChoice } from '../../../models/command-line.ts';
import { CommandRefused } from '../../../models/command-refused.ts';
import { readLabelled } from '../../../models/labelled-texts.ts';
import type { ReadRows } from '../../../models/labelled-texts.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'haechi-judged-'));
const file = path.join(folder, 'labelled');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readAs(text: string, choice?: TextChoice): ReadRows {
  writeFileSync(file, text);
  return readLabelled(file, choice);
}
const linesOf = (...rows: readonly object[]): string =>
  rows.map((row) => JSON.stringify(row)).join('\n');
function refusalOf(text: string, choice?: TextChoice): string {
  try {
    readAs(text, choice);
    return 'read';
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    return error.message;
  }
}

describe('a table of labelled goods', () => {
  it('is read by the columns description and code', () => {
    expect(readAs('description,code\nsteel bottle,732393\n새우,0306170000\n')).toEqual({
      rows: [
        { text: 'steel bottle', right: ['732393'] },
        { text: '새우', right: ['0306170000'] },
      ],
      skipped: 0,
    });
  });

  it('is read with the header of the parcels, whose codes have dots', () => {
    const { rows } = readAs('hts_code,custom_description\n4203.10.40.30,Suede jacket\n');
    expect(rows).toEqual([{ text: 'Suede jacket', right: ['4203104030'] }]);
  });

  it('is read whatever else its lines hold and however the header is spelt', () => {
    const { rows } = readAs('id;Goods Description;Commodity Code ;note\n1;wool hat;6505003000;x\n');
    expect(rows).toEqual([{ text: 'wool hat', right: ['6505003000'] }]);
  });

  it('is read with a byte order mark, as spreadsheets write it', () => {
    expect(readAs('\uFEFFdescription,code\nsteel bottle,732393\n').rows).toHaveLength(1);
  });

  it('keeps commas, quotes and line breaks within quotes', () => {
    const { rows } = readAs(
      'description,code\r\n"Colombia, ""Milan"" (200g)\nroast",0901210020\r\n',
    );
    expect(rows).toEqual([{ text: 'Colombia, "Milan" (200g)\nroast', right: ['0901210020'] }]);
  });

  it('leaves out rows without a text or a code of six digits, and says how many', () => {
    const { rows, skipped } = readAs(
      'description,code\n,732393\nbottle,\nbottle,7323\nhat,650500\n',
    );
    expect(rows.map(({ text }) => text)).toEqual(['hat']);
    expect(skipped).toBe(3);
  });

  it.each([
    ['description', 'HS Code'],
    ['Description', 'hs10'],
    ['TEXT', 'hts'],
    ['Goods_Description', 'HTS-Code'],
    ['품명', '세번'],
    ['품명', '세번부호'],
    ['물품명', 'HS부호'],
    ['품명', '품목번호'],
  ])('is read by the columns %s and %s', (words, code) => {
    expect(readAs(`${words},${code}\nsteel bottle,7323930000\n`).rows).toEqual([
      { text: 'steel bottle', right: ['7323930000'] },
    ]);
  });

  it('is read in the encoding of Korean spreadsheets', () => {
    // "품명,세번" and "새우" in EUC-KR.
    const euckr = [0xc7, 0xb0, 0xb8, 0xed, 0x2c, 0xbc, 0xbc, 0xb9, 0xf8, 0x0a, 0xbb, 0xf5, 0xbf];
    writeFileSync(file, Buffer.concat([Buffer.from([...euckr, 0xec]), Buffer.from(',030617\n')]));
    expect(readLabelled(file, undefined).rows).toEqual([{ text: '새우', right: ['030617'] }]);
  });

  it.each([
    ['901210020', '0901210020'],
    ['9012100', '09012100'],
    ['90121', '090121'],
    ['8517130', '8517130'],
    ['851713000', '851713000'],
  ])('gives a code back its leading zero where the tariff has such a heading: %s', (said, code) => {
    expect(readAs(`description,code\ngoods,${said}\n`).rows[0]?.right).toEqual([code]);
  });

  it('is refused when no column is known to hold texts and codes', () => {
    expect(refusalOf('goods,kind\nsteel bottle,a\n')).toContain('goods, kind');
    expect(refusalOf('[{"description":"steel bottle"}]')).not.toBe('read');
  });
});

describe('lines of JSON', () => {
  it('of products have the title, then the most special category, then the attributes', () => {
    const { rows } = readAs(
      linesOf({
        product_name: 'Dragon pendant',
        product_attributes: '{"Material":"Metal"}',
        ...{
          cate_lv1_desc: 'Jewelry',
          cate_lv2_desc: 'Fashion jewelry',
          cate_lv3_desc: 'Pendants',
        },
        ...{ cate_lv4_desc: null, price: 141, hs_code: 7117199000 },
      }),
    );
    expect(rows[0]?.right).toEqual(['7117199000']);
    expect(rows[0]?.text.replace(/\s+/g, ' ')).toMatch(
      /^Dragon pendant Pendants Fashion jewelry Jewelry Material ?: ?Metal ?$/,
    );
  });

  it('of products never carry attributes without end', () => {
    const { rows } = readAs(
      linesOf({
        product_name: 'Lamp',
        product_attributes: 'x'.repeat(5000),
        hs_code: '9405110000',
      }),
    );
    expect(rows[0]?.text.length).toBeLessThan(320);
  });

  const question = (goods: string, codes: string): object => ({
    messages: [
      { role: 'user', content: `What is the HTS US Code for ${goods}?` },
      {
        role: 'assistant',
        content: `HTS US Code -> ${codes}\nReasoning -> heading 9999.99.9999 ...`,
      },
    ],
  });

  it('of questions and answers have the goods that are asked about and the codes of the answer', () => {
    const { rows } = readAs(linesOf(question('a film of PET', '3920.62.0000')));
    expect(rows).toEqual([{ text: ' a film of PET?', right: ['3920620000'] }]);
  });

  it.each([
    ['8481.80.9005, 8481.80.9050', ['8481809005', '8481809050']],
    ['7016.10.0000; 6908.90.0051', ['7016100000', '6908900051']],
    ['6106.10.0030 for the shirt and 6110.20.2079 for the pullover', ['6106100030', '6110202079']],
    ['3921.90.4090 (if flexible) / 3921.90.5050 (if not)', ['3921904090', '3921905050']],
    ['3920.62.0000 for Products 3 mil 190; 3920.10.0000', ['3920620000', '3920100000']],
  ])('of answers may accept several codes: %s', (said, right) => {
    expect(readAs(linesOf(question('goods', said))).rows[0]?.right).toEqual(right);
  });

  const korean = {
    ...{ ruling: '품목분류2과-1', code: '3809910000', hs6: '380991' },
    ...{ name: 'Softener sheet', name_en: 'Softener', description_ko: '부직포 시트' },
  };

  it('of Korean rulings have name and description, or the one that is asked for', () => {
    expect(readAs(linesOf(korean)).rows[0]).toEqual({
      ...{ text: 'Softener sheet 부직포 시트', right: ['3809910000'] },
    });
    expect(readAs(linesOf(korean), 'ko').rows[0]?.text).toBe('부직포 시트');
    expect(readAs(linesOf(korean), 'name').rows[0]?.text).toBe('Softener sheet');
    expect(refusalOf(linesOf(korean), 'en')).toContain('no row with a text and a code');
  });

  const european = {
    ...{ ruling: 'IE-1', code: '85365019', description_en: 'MICROWAVE SENSOR' },
    ...{ description_orig: 'Sensor', description_ko: '마이크로파 센서', keywords_en: 'DOORS' },
  };

  it('of European rulings are English unless Korean is asked for', () => {
    expect(readAs(linesOf(european)).rows[0]).toEqual({
      ...{ text: 'MICROWAVE SENSOR', right: ['85365019'] },
    });
    expect(readAs(linesOf(european), 'en').rows[0]?.text).toBe('MICROWAVE SENSOR');
    expect(readAs(linesOf(european), 'ko').rows[0]?.text).toBe('마이크로파 센서');
  });

  it('may have a byte order mark, line ends of Windows and empty lines', () => {
    const text = `\uFEFF${JSON.stringify(korean)}\r\n\r\n${JSON.stringify(european)}\r\n`;
    expect(readAs(text).rows).toHaveLength(2);
  });

  it('count a ruling without a code as left out', () => {
    const { rows, skipped } = readAs(linesOf(korean, { ...korean, code: '' }));
    expect([rows.length, skipped]).toEqual([1, 1]);
  });

  it.each([
    { text: 'coffee', code: '0901210000' },
    { description: 'coffee', hs: '090121' },
    { goods: 'coffee', hs_code: 901210000 },
    { Text: 'coffee', 'HS Code': '0901.21.0000' },
    { 품명: 'coffee', 세번부호: '0901210000' },
    { name: 'coffee', code: '0901210000' },
  ])('with a text and a code are read by the names that a table may have: %o', (row) => {
    const [read] = readAs(linesOf(row)).rows;
    expect(read?.text).toBe('coffee');
    expect(read?.right[0]?.slice(0, 6)).toBe('090121');
  });

  it('of a form nobody knows are skipped and counted, with those that are no JSON', () => {
    const { rows, skipped } = readAs(
      `${linesOf({ colour: 'red' }, korean, { text: 3, code: [] })}\n{"code": `,
    );
    expect([rows.length, skipped]).toEqual([1, 3]);
  });

  it('without a good one are refused in one message that shows the form', () => {
    const said = refusalOf(linesOf({ colour: 'red' }, { text: 'hat', code: '65' }));
    expect(said).toContain('no row with a text and a code');
    expect(said).toContain('{"text":"…","code":"…"}');
  });
});

describe('a file with nothing in it', () => {
  it.each([
    ['no bytes', ''],
    ['blanks', ' \n\n'],
    ['a header alone', 'description,code\n'],
  ])('is refused: %s', (_, text) => expect(refusalOf(text)).not.toBe('read'));

  it('is refused when it is not there at all', () => {
    expect(() => readLabelled(path.join(folder, 'nowhere.csv'), undefined)).toThrow('is missing');
  });
});
