import { KCS_HEADERS } from '../../src/domain/risk/kcs-headers.ts';
import { FIELDS, type FileLine } from './risk-workshop.ts';

/** Writes a packed archive as spreadsheet programs do, to test the reading of one. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export async function zipFile(parts: Readonly<Record<string, string>>): Promise<File> {
  const body: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const path = new TextEncoder().encode(name);
    const bytes = new TextEncoder().encode(text);
    const packed = await deflate(bytes);
    const record = (size: number, signature: number, from: number): DataView<ArrayBuffer> => {
      const view = new DataView(new ArrayBuffer(size));
      view.setUint32(0, signature, true);
      view.setUint16(from + 4, 8, true);
      view.setUint32(from + 14, packed.length, true);
      view.setUint32(from + 18, bytes.length, true);
      view.setUint16(from + 22, path.length, true);
      return view;
    };
    const central = record(46, 0x02014b50, 6);
    central.setUint32(42, at, true);
    directory.push(central, path);
    body.push(record(30, 0x04034b50, 4), path, packed);
    at += 30 + path.length + packed.length;
  }
  const count = Object.keys(parts).length;
  const { size } = new Blob(directory);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  return new File([...body, ...directory, end], 'week.xlsx');
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Fields a spreadsheet keeps as numbers. */
const NUMBERS = new Set(['hs6', 'taxRate', 'netMass', 'itemPrice']);

function cellXml(field: string, place: string, text: string): string {
  if (text === '') return '';
  if (field === 'date') {
    const serial = Date.parse(text) / 86_400_000 + 25_569;
    return `<c r="${place}" s="1"><v>${serial}</v></c>`;
  }
  if (NUMBERS.has(field)) return `<c r="${place}"><v>${Number(text)}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t>${text.replaceAll('&', '&amp;')}</t></is></c>`;
}

function rowXml(line: FileLine, row: number, header: boolean): string {
  const cells = FIELDS.map((field, column) => {
    const place = `${String.fromCharCode(65 + column)}${row}`;
    return cellXml(header ? 'text' : field, place, line[field] ?? '');
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}

/** A workbook of lines: real dates, numbers as numbers, codes that lost their leading zero. */
export function workbook(lines: readonly FileLine[]): Promise<File> {
  const rows = [
    rowXml(KCS_HEADERS, 1, true),
    ...lines.map((line, i) => rowXml(line, i + 2, false)),
  ];
  return sheetFile(rows);
}

/** A workbook of one sheet; cells of style 1 are dates. */
export function sheetFile(rows: readonly string[]): Promise<File> {
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return zipFile({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${SHEETS}" xmlns:r="${RELATIONS}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml') + relation('r2', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': `<styleSheet xmlns="${SHEETS}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEETS}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  });
}
