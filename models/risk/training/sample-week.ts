import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  CODE_FIELDS,
  dateOf,
  dayOf,
  lineAt,
  LINE_FIELDS,
  QUANTITY_FIELDS,
} from '../../../src/domain/risk/declaration.ts';
import type { LineField, LineTable } from '../../../src/domain/risk/declaration.ts';
import { KCS_HEADERS } from '../../../src/domain/risk/kcs-headers.ts';
import type { RiskModel } from '../../../src/domain/risk/model.ts';
import { unitPrice } from '../../../src/domain/risk/parts.ts';
import { normal, seededRandom } from './random.ts';
import type { Random } from './random.ts';
import { tableOf } from './read-declarations.ts';
import { scoreTable } from './run-model.ts';

const LINES = 4000;
/** Share of lines whose mass is invented, so that their pattern is novel. */
const NOVEL_SHARE = 0.18;
const FIRST_DAY = dayOf('2026-11-16') ?? 0;
const FIELDS: readonly LineField[] = LINE_FIELDS.filter((f) => f !== 'fraud' && f !== 'critical');
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function inventName(random: Random, prefix: string): string {
  return (
    prefix +
    Array.from({ length: 6 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('')
  );
}

/** A few names trade often, most seldom: the draw leans to the front of the list. */
function lean<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(items.length * random() ** 2.2)] as T;
}

/**
 * One line: goods, route, mass and price of a template the pack has learnt (or a new mass at the
 * template's unit price), and everything else invented or drawn on its own.
 */
function inventLine(
  source: LineTable,
  random: Random,
  at: number,
  parties: Record<'importer' | 'seller' | 'declarant', string[]>,
): string[] {
  const template = lineAt(source, Math.floor(random() * source.length));
  const office = lineAt(source, Math.floor(random() * source.length));
  const cells: Record<string, string> = {};
  for (const field of CODE_FIELDS) cells[field] = office[field];
  for (const field of ['hs6', 'departure', 'origin', 'taxType', 'originIndicator'] as const)
    cells[field] = template[field];
  for (const field of QUANTITY_FIELDS) cells[field] = String(template[field]);
  if (random() < NOVEL_SHARE) {
    const unit = unitPrice(template.netMass, template.itemPrice);
    const mass = Math.max(
      0.1,
      Math.round(template.netMass * Math.exp(0.4 * normal(random)) * 10) / 10,
    );
    cells['netMass'] = String(mass);
    cells['itemPrice'] = (mass * Math.max(unit, 1)).toFixed(1);
  }
  cells['importer'] = lean(parties.importer, random);
  cells['seller'] = random() < 0.1 ? '' : lean(parties.seller, random);
  cells['declarant'] = lean(parties.declarant, random);
  cells['courier'] = '';
  cells['id'] = `26${String(11_000_000 + at * 97 + Math.floor(random() * 90))}`;
  cells['date'] = dateOf(FIRST_DAY + Math.floor((at * 7) / LINES));
  return FIELDS.map((field) => cells[field] ?? '');
}

/** Writes a week of invented declarations without outcomes; returns the share of novel lines. */
export async function writeSampleWeek(
  model: RiskModel,
  source: LineTable,
  file: string,
): Promise<number> {
  const random = seededRandom(81);
  const names = (count: number, prefix: string): string[] =>
    Array.from({ length: count }, () => inventName(random, prefix));
  const parties = { importer: names(420, 'I'), seller: names(600, 'S'), declarant: names(90, 'D') };
  const rows = Array.from({ length: LINES }, (_, at) => inventLine(source, random, at, parties));
  const header = FIELDS.map((field) => KCS_HEADERS[field]);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`);
  const { scores } = await scoreTable(model, tableOf(header, rows, 'sample week'));
  return scores.novel.reduce((sum, n) => sum + n, 0) / LINES;
}
