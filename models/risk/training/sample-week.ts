import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dateOf, dayOf, LINE_FIELDS } from '../../../src/domain/risk/declaration.ts';
import type { LineField, LineTable } from '../../../src/domain/risk/declaration.ts';
import { KCS_HEADERS } from '../../../src/domain/risk/kcs-headers.ts';
import { csvCell } from '../../../src/domain/tables/csv-text.ts';
import type { RiskModel } from '../../../src/domain/risk/model.ts';
import { unitPrice } from '../../../src/domain/risk/parts.ts';
import { isHeldOut, readPhrases } from '../../phrases.ts';
import { bareLine, bareLines, LODGING_FIELDS, templateAt, textAt } from './line-parts.ts';
import { normal, seededRandom } from '../../random.ts';
import type { Random } from '../../random.ts';
import { scoreTable } from './run-model.ts';
import { addGoods } from './sample-goods.ts';
import { addPapers, hideControlled, starterList } from './sample-papers.ts';
import { tableOf } from './table-of.ts';
import type { MadeLine } from './table-of.ts';

const LINES = 4000;
/** Share of lines whose mass is invented, so that their pattern is novel. */
const NOVEL_SHARE = 0.18;
const FIRST_DAY = dayOf('2026-11-16') ?? 0;
const FIELDS: readonly LineField[] = LINE_FIELDS.filter((f) => f !== 'fraud' && f !== 'critical');
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The hyphen shows that the name is made up: no data set writes one. */
function inventName(random: Random, prefix: string): string {
  const letter = (): string => LETTERS[Math.floor(random() * LETTERS.length)] ?? '';
  return `${prefix}-${Array.from({ length: 6 }, letter).join('')}`;
}

/** A few names trade often, most seldom: the draw leans to the front of the list. */
function lean<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(items.length * random() ** 2.2)] as T;
}

type Parties = Readonly<Record<'importer' | 'seller' | 'declarant', readonly string[]>>;

/**
 * Goods, route, rate, mass and price: those of a template the pack has learnt (by these seven
 * values a pattern is known; without any the sample had no fast lane), or a new mass at the
 * template's unit price.
 */
function drawGoods(source: LineTable, random: Random): MadeLine {
  const line = Math.floor(random() * source.length);
  const template = templateAt(source, line);
  if (random() >= NOVEL_SHARE) return template;
  const known = source.quantity.netMass[line] ?? 0;
  const unit = unitPrice(known, source.quantity.itemPrice[line] ?? 0);
  const mass = Math.max(0.1, Math.round(known * Math.exp(0.4 * normal(random)) * 10) / 10);
  const price = (mass * Math.max(unit, 1)).toFixed(1);
  return { ...template, netMass: String(mass), itemPrice: price };
}

/** How the line was lodged: each field on its own, by how often its values occur. */
function drawLodging(source: LineTable, random: Random): MadeLine {
  return Object.fromEntries(
    LODGING_FIELDS.map((field) => [
      field,
      textAt(source, field, Math.floor(random() * source.length)),
    ]),
  );
}

/** One line; drawn again where chance put a row of the data together. */
function inventLine(
  source: LineTable,
  rows: ReadonlySet<string>,
  parties: Parties,
  random: Random,
  at: number,
): MadeLine {
  const goods = drawGoods(source, random);
  let line: MadeLine = { ...goods, ...drawLodging(source, random) };
  while (rows.has(bareLine(line))) line = { ...goods, ...drawLodging(source, random) };
  return {
    ...line,
    importer: lean(parties.importer, random),
    seller: random() < 0.1 ? '' : lean(parties.seller, random),
    declarant: lean(parties.declarant, random),
    id: `26${String(11_000_000 + at * 97 + Math.floor(random() * 90))}`,
    date: dateOf(FIRST_DAY + Math.floor((at * 7) / LINES)),
  };
}

/**
 * Writes a week of invented declarations without outcomes, none of them a row of `source` or of
 * `others` in more than its template. Returns how many repeat a learnt template.
 */
export async function writeSampleWeek(
  model: RiskModel,
  source: LineTable,
  others: readonly LineTable[],
  file: string,
): Promise<{ lines: number; known: number }> {
  const random = seededRandom(81);
  const rows = bareLines([source, ...others]);
  const names = (count: number, prefix: string): string[] =>
    Array.from({ length: count }, () => inventName(random, prefix));
  const parties = {
    importer: names(420, 'IM'),
    seller: names(600, 'SE'),
    declarant: names(90, 'DE'),
  };
  const bare = Array.from({ length: LINES }, (_, at) =>
    inventLine(source, rows, parties, random, at),
  );
  const phrases = readPhrases().filter(({ text }) => isHeldOut(text));
  // Numbers of its own: other phrases change nothing else of the week.
  const named = addGoods(bare, phrases, seededRandom(82));
  const list = starterList();
  const hiding = hideControlled(list, named, phrases, seededRandom(83));
  const lines = addPapers(list, hiding, seededRandom(84));
  const header = FIELDS.map((field) => KCS_HEADERS[field]);
  const cells = lines.map((line) => FIELDS.map((field) => line[field] ?? ''));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(
    file,
    `${[header, ...cells].map((row) => row.map(csvCell).join(',')).join('\n')}\n`,
  );
  const { scores } = await scoreTable(model, tableOf(lines));
  return { lines: LINES, known: scores.novel.filter((novel) => novel === 0).length };
}
